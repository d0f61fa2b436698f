"""Signs of polynomials in one of their atoms x: of degree 2 by α (x + β/2α)² + γ − β²/4α, or α (x − r)(x + r), and of
degree 1 by the values at both ends of an interval in which x lies.

>>> ask, lies = lambda term, depth: frozenset({1}), lambda atom, depth: Interval()
>>> by_atom(ask, lies, ("Add", 1, ("Pow", "r", 2), ("Mul", 2, "r", ("cos", "x"))), 3)  # if 1 − cos² x is positive
frozenset({1})
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import reduce

from ..terms.terms import Term, written
from .algebra import normal
from .bounds import Interval
from .given import readable
from .polynomials import UNIT, Poly, Quotient, term_of
from .signs import ANY, NONZERO, Ask, Signs, product_of_signs, sum_of_signs


def by_atom(ask: Ask, lies: Callable[[Term, int], Interval], term: Term, depth: int) -> Signs:
    """The signs of a sum, as far as one of its atoms tells them."""
    top, bottom = normal(term)
    signs = ANY
    for atom in sorted({atom for m in top for atom, e in m if e in (1, 2)}, key=repr) if bottom == UNIT else ():
        found = {degree: term_of(Quotient(poly)) for degree, poly in _by_degree(top, atom).items()}
        if depth > 0 and len(found) > 1 and set(found) <= {0, 1, 2}:
            signs &= _by_square(ask, atom, found, depth)
            signs &= _by_ends(ask, lies(atom, depth), found, depth) if 2 not in found else ANY
    return signs


def _by_degree(top: Poly, atom: Term) -> dict[Term, Poly]:
    """The coefficients of the powers of an atom."""
    found: dict[Term, Poly] = {}
    for monomial, coefficient in top.items():
        degree = dict(monomial).get(atom, 0)
        found.setdefault(degree, {})[monomial - {(atom, degree)}] = coefficient
    return found


def _by_square(ask: Ask, atom: Term, found: dict[Term, Term], depth: int) -> Signs:
    """By completing the square, where the coefficient of x² is not 0."""
    alpha, beta, gamma = (found.get(degree, 0) for degree in (2, 1, 0))
    leading = ask(alpha, depth - 1)
    if not leading <= NONZERO:
        return ANY
    form = normal(readable(("Mul", -1, gamma, ("Pow", alpha, -1))) or 0)
    pairs = [pair for monomial in form.top for pair in monomial if type(pair[1]) is int and pair[1] % 2 == 0]
    if beta == 0 and form == Quotient({frozenset(pairs): 1}):  # α (x − r) (x + r), where r² = −γ/α
        r: Term = ("Mul", 1, 1, *(("Pow", base, ("Mul", ("Rational", 1, 2), e)) for base, e in pairs))
        factors = (ask(("Add", atom, ("Mul", c, r)), depth - 1) for c in (-1, 1))
        return reduce(product_of_signs, factors, leading)
    root = ("Add", atom, ("Mul", ("Rational", 1, 2), beta, ("Pow", alpha, -1)))
    rest = readable(("Add", gamma, ("Mul", ("Rational", -1, 4), ("Pow", beta, 2), ("Pow", alpha, -1))))
    squared = frozenset(s * s for s in ask(root, depth - 1))
    return ANY if rest is None else sum_of_signs(product_of_signs(leading, squared), ask(rest, depth - 1))


def _by_ends(ask: Ask, ends: Interval, found: dict[Term, Term], depth: int) -> Signs:
    """Between two points it is a mean of the values there, with positive weights."""
    if any(type(end.value) is float for end in ends):
        return ANY
    low, high = (ask(("Add", found[0], ("Mul", written(Fraction(end.value)), found[1])), depth - 1) for end in ends)
    attained = (signs for end, signs in zip(ends, (low, high), strict=True) if not end.is_open)
    return sum_of_signs(low, high).union(*attained)
