"""Terms as fractions for scripts: what stands below, one common denominator, and factors between differences.

Nothing is simplified: the parts stay as Coq reads them.

>>> over_common_denominator(("Add", 1, ("Mul", -1, ("Pow", ("Add", 1, "x"), -1))))
(('Add', ('Add', 1, 'x'), -1), (('Add', 1, 'x'),))
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..logic.algebra import minus, normal
from ..logic.given import UNREADABLE
from ..logic.polynomials import EMPTY, Monomial, Quotient, primitive, proportion, term_of
from ..terms.terms import Compound, Term, is_a
from ..terms.terms import written as as_term


def denominators(term: Term) -> tuple[Term, ...]:
    """What stands below in a term, outside the parts that algebra takes as a whole."""
    return tuple(dict.fromkeys(_denominators(term)))


def _denominators(term: Term) -> Iterator[Term]:
    if is_a(term, "Add", "Mul"):
        for part in term[1:]:
            yield from _denominators(part)
    elif is_a(term, "Pow") and type(term[2]) is int:
        if term[2] < 0:
            yield term[1]
        yield from _denominators(term[1])


def over_common_denominator(term: Term) -> tuple[Term, tuple[Term, ...]] | None:
    """A sum as a numerator over the factors of a denominator; None for another term, or with higher powers below."""
    if not is_a(term, "Add") or len(term) == 2 or not denominators(term):
        return None
    parts = [_fraction(part) for part in _summands(term)]
    bottoms = tuple(dict.fromkeys(bottom for _, below in parts for bottom in below))
    if any(len(set(below)) < len(below) or denominators(product(above)) for above, below in parts):
        return None
    tops = (product((*above, *(b for b in bottoms if b not in below))) for above, below in parts)
    return ("Add", *tops), bottoms


def _summands(term: Term) -> Iterator[Term]:
    """The parts of nested sums, and of the opposites of sums."""
    if is_a(term, "Add"):
        for part in term[1:]:
            yield from _summands(part)
    elif is_a(term, "Mul") and len(term) == 3 and term[1] == -1:
        yield from (("Mul", -1, part) for part in _summands(term[2]))
    else:
        yield term


def _factors(term: Term) -> Iterator[Term]:
    """The factors of nested products; a sum of one part is its part."""
    if is_a(term, "Mul") or (is_a(term, "Add") and len(term) == 2):
        for part in term[1:]:
            yield from _factors(part)
    else:
        yield term


def _fraction(term: Term) -> tuple[list[Term], list[Term]]:
    """The factors above and below."""
    factors = tuple(_factors(term))
    below = [f[1] for f in factors if is_a(f, "Pow") and f[2] == -1]
    return [f for f in factors if not (is_a(f, "Pow") and f[2] == -1)], below


def product(factors: Sequence[Term]) -> Term:
    """The product of any number of factors; nothing stands for 1, and no factor 1 is written."""
    kept = [factor for factor in factors if factor != 1]
    return ("Mul", *kept) if len(kept) > 1 else kept[0] if kept else 1


def factor_between(known: Compound, wanted: Compound) -> Term | None:
    """The factor k with c - d = k (a - b), for c ? d and a ? b, where both sides are multiples of one polynomial.
    Where that is a number, a - b divides c - d: x is no help with y, though x = (x / y) y."""
    try:
        one, other = (minus(normal(p[1]), normal(p[2])) for p in (known, wanted))
    except UNREADABLE:
        return None
    (content, core), (content_, core_) = primitive(one.top), primitive(other.top)
    ratio = proportion(core, core_)
    if ratio is None or (set(core) == {EMPTY} and not _divides(content_, content)):
        return None
    above = (as_term(ratio), _monomial(content), term_of(Quotient(other.bottom)))
    below = (_monomial(content_), term_of(Quotient(one.bottom)))
    return term_of(normal(("Mul", *above, *(("Pow", bottom, -1) for bottom in below))))


def _divides(one: Monomial, other: Monomial) -> bool:
    powers: dict[Term, Any] = dict(other)
    return all(exponent <= powers.get(atom, 0) for atom, exponent in one)


def _monomial(content: Monomial) -> Term:
    return term_of(Quotient({content: 1}))
