"""Derivatives and antiderivatives as they are written: in what they are taken, and of what.

F is an antiderivative of f where F' = f.

>>> whole = ("Apply", "antiderivative", ("Mul", 2, "x"), "x")
>>> slopes(whole, ("Pow", "x", 2))
(('Mul', 2, 'x'), ('Derivative', 'x', ('Near', 'Reals', 'x'), ('Pow', 'x', 2)))
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from ...reading.walk.calculus import derivative_in
from ...terms.terms import Compound, Term, children, compound, free, is_a, rebuilt
from ..equations.meaning import Meaning, exchanged
from ..equations.mentions import applied, subterms
from ..equations.roles import stem
from .context import Context
from .laws import ENTROPIES, is_moment

ANTIDERIVATIVE = "antiderivative"
CONSTANTS = ("C", "c", "K", "const")  # of integration
OPEN = frozenset(("derivative", "derivative_by_square"))  # of which nothing is known
DERIVATIVE = 4  # parts of ("Apply", "derivative", body, variable)
Pair = tuple[Term, Term]


def variables(term: Term) -> Iterator[str]:
    """The variables of the indefinite integrals in a term."""
    integrals = (one for one in subterms(term) if is_a(one, "Apply") and one[1] == ANTIDERIVATIVE)
    return (one[-1] for one in integrals if isinstance(one[-1], str))


def slopes(left: Term, right: Term) -> Pair | None:
    """The derivatives of both sides, of which one at least has an indefinite integral; None where there is none, or
    where it stands in something else than a sum."""
    found = {*variables(left), *variables(right)}
    if len(found) != 1:
        return None
    (variable,) = found
    one, other = _slope(left, variable), _slope(right, variable)
    return None if one is None or other is None else (one, other)


def _slope(term: Term, variable: str) -> Term | None:
    if not any(variables(term)):
        return ("Derivative", variable, ("Near", "Reals", variable), term) if variable in free(term) else 0
    if is_a(term, "Apply"):
        return term[2] if len(term) == 4 and not any(variables(term[2])) else None
    if is_a(term, "Add"):
        parts = [slope for part in term[1:] if (slope := _slope(part, variable)) is not None]
        return ("Add", *parts) if len(parts) == len(term) - 1 else None
    if is_a(term, "Mul"):
        moving = [part for part in term[1:] if variable in free(part)]
        inner = _slope(moving[0], variable) if len(moving) == 1 else None
        return None if inner is None else ("Mul", *(inner if part == moving[0] else part for part in term[1:]))
    return None


def definite(left: Term, right: Term) -> Pair:
    """The sides with an integral without limits over the whole line, where the other side does not speak of its
    variable, as in ∫ x p(x) dx = μ, or where there is a number beside it, as in ∫ p(x) (x - a) dx = ∫ x p(x) dx - a;
    or over what the only integral in that variable is taken that has limits.

    >>> definite(("Apply", "antiderivative", "x", "x"), "mu")
    (('ImproperIntegral', 'x', 'Reals', 'x'), 'mu')
    """
    of_one, of_other = {*variables(left)}, {*variables(right)}
    for variable in sorted(of_one | of_other):
        limits = {one[2] for side in (left, right) for one in subterms(side) if _is_integral(one, variable)}
        domain = limits.pop() if len(limits) == 1 else "Reals"
        one, other = (_definite(side, variable, domain) for side in (left, right))
        is_beside = not {variable} <= of_one & of_other or any(map(_has_number_beside, (left, right)))
        if is_beside and variable not in free(_without_means(one)) | free(_without_means(other)):
            left, right = one, other
    return left, right


def _has_number_beside(term: Term) -> bool:
    """Is there a term besides its integrals, which is no constant of integration?"""
    return is_a(term, "Add") and any(not any(variables(part)) and stem(str(part)) not in CONSTANTS for part in term[1:])


def _without_means(term: Term) -> Term:
    """Without what is said of a random variable, as E[x] and H[x], which do not move with it."""
    if is_moment(term) or (is_a(term, "Apply") and term[1] in ENTROPIES):
        return 0
    return rebuilt(term, map(_without_means, children(term)))


def _is_integral(term: Term, variable: str) -> TypeGuard[Compound]:
    return is_a(term, "ImproperIntegral") and term[1] == variable


def _definite(term: Term, variable: str, domain: Term) -> Term:
    if is_a(term, "Apply") and term[1] == ANTIDERIVATIVE and term[-1] == variable and len(term) == 4:
        return ("ImproperIntegral", variable, domain, term[2])
    return rebuilt(term, tuple(_definite(part, variable, domain) for part in children(term)))


def is_slope(term: Term) -> bool:
    """Is it the derivative of something?"""
    return is_a(term, "Derivative") or (is_a(term, "Apply") and term[1] in OPEN)


def is_open_slope(term: Term) -> TypeGuard[Compound]:
    """Is it a derivative of what is not seen to depend on its variable?"""
    return is_a(term, "Apply") and term[1] == "derivative"


def is_open(term: Term) -> bool:
    """Is there a derivative in it of which nothing is known?"""
    return not OPEN.isdisjoint(applied(term))


def is_second(slope: Term) -> bool:
    """Is it the derivative of a derivative?"""
    return is_slope(compound(slope)[2 if is_a(slope, "Apply") else 3])


def may_be_zero(slope: Term) -> bool:
    """Is it a derivative that a text may set to zero: a first one, and not at a number?"""
    at_number = is_a(slope, "Derivative") and not free(slope[2])
    return is_slope(slope) and not is_second(slope) and not at_number


def moved_in(slope: Term) -> str:
    """In what a derivative is taken, as text."""
    return str(compound(slope)[2][2] if is_a(slope, "Derivative") else compound(slope)[-1])


def resolved(*terms: Term) -> tuple[Term, ...]:
    """With the derivatives of what is seen to depend on their variables, once definitions are written out; a name of
    which a derivative stands somewhere moves."""
    slopes = (one for term in terms for one in subterms(term) if is_open_slope(one))
    moving = frozenset(one[2] for one in slopes if isinstance(one[2], str))
    return tuple(_resolved(term, moving) for term in terms)


def _resolved(term: Term, moving: frozenset[str]) -> Term:
    term = rebuilt(term, (_resolved(part, moving) for part in children(term)))
    known = derivative_in(term[2], term[3], moving) if is_open_slope(term) and len(term) == DERIVATIVE else None
    return known or term


def in_defined(term: Term, context: Context) -> tuple[Term, tuple[Meaning, ...]]:
    """With the derivatives in what is itself defined, as ∂J/∂p where p = σ(z): J is written out as far as p; and the
    definitions that were."""
    found = [in_defined(part, context) for part in children(term)]
    term = rebuilt(term, (part for part, _ in found))
    used = tuple(one for _, some in found for one in some)
    if not is_open_slope(term) or len(term) != DERIVATIVE:
        return term, used
    stem = str(compound(term[3])[1]) if is_a(term[3], "Indexed") else str(term[3])
    if context.meaning(stem) is None:
        return term, used
    body, more = context.forgetting(stem).unfolded(term[2])
    slope = derivative_in(body, term[3])
    return (term, used) if slope is None else (slope, (*used, *more))


def at_point(term: Term) -> Term:
    """With df(a)/dx, and d²f(a)/dx², as derivatives of f(x) in x at a, where a is x with an accent."""
    if not is_open_slope(term) or not isinstance(term[-1], str):
        return rebuilt(term, map(at_point, children(term)))
    variable, body, count = term[-1], term[2], 1
    while is_open_slope(body) and body[-1] == variable:
        body, count = body[2], count + 1
    points = [name for name in sorted(free(body)) if name != variable and stem(name) == stem(variable)]
    if variable in free(body) or len(points) != 1:
        return rebuilt(term, map(at_point, children(term)))
    inside = exchanged(body, points[0], variable)
    for number in range(1, count + 1):
        inside = ("Derivative", variable, ("Near", "Reals", points[0] if number == count else variable), inside)
    return inside


def differentiated(slope: Term) -> tuple[str, frozenset[str]]:
    """The name in which a derivative is taken, and those of what is differentiated."""
    whole = compound(slope)
    variable, body = (whole[2][2], whole[3]) if is_a(slope, "Derivative") else (whole[-1], whole[2])
    moving = str(compound(variable)[1]) if is_a(variable, "Indexed") else str(variable)
    return moving, frozenset(_heads(body))


def _heads(body: Term) -> Iterator[str]:
    """The names of what is differentiated."""
    if isinstance(body, str):
        yield body
    elif is_a(body, "Apply", "Indexed"):
        yield str(compound(body)[1])
    else:
        for part in children(body):
            yield from _heads(part)
