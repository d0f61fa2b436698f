"""Signs of sums, two terms of which are compared: positive ones by their logarithms, values of one increasing function
by its arguments; and by cases, where a part is one of a few numbers.

>>> by_comparison(lambda term, depth: POSITIVE, ("Add", ("exp", "u"), ("Mul", -1, ("exp", "v"))), 3)  # if 0 < u − v
frozenset({1})
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from ..functions import FUNCTIONS
from ..terms.terms import Compound, Term, children, is_a, is_binder, number, rebuilt, written
from .algebra import equal
from .signs import ANY, NONNEGATIVE, POSITIVE, Ask, Signs, product_of_signs, sum_of_signs

MOST_COMPARED = 4  # terms of a sum
MOST_VALUES = 10


def by_comparison(ask: Ask, term: Compound, depth: int) -> Signs:
    """The signs of a sum, as far as comparing two of its terms tells them: those of the two together, where the others
    have signs, too."""
    signs = ANY
    if len(term) > MOST_COMPARED + 1:
        return signs
    for one, other in permutations(range(1, len(term)), 2):
        pair = _of_two(ask, term[one], term[other], depth)
        if pair is not ANY:
            rest = [term[k] for k in range(1, len(term)) if k not in (one, other)]
            signs &= sum_of_signs(pair, ask(("Add", *rest, 0), depth - 1) if rest else frozenset((0,)))
    return signs


def _of_two(ask: Ask, high: Term, low: Term, depth: int) -> Signs:
    """The signs of high + low: of F(a) − F(b) those of a − b; of a − b, for a, b > 0, those of log a − log b."""
    for (factor, one), (other, two) in ((x, y) for x in _calls(high) for y in _calls(low)):
        if one[0] == two[0] and equal(factor, _minus(other)):
            return product_of_signs(ask(factor, depth), _of_difference(ask, one[1], two[1], depth))
    less = _minus(low)
    if is_a(high, "Pow") and number(high[2]) is not None and type(high[2]) is not int:
        squares = _of_difference(ask, ("Pow", high, 2), ("Pow", low, 2), depth)
        if squares <= NONNEGATIVE:  # then the root is greater than |low|, or at least as great
            return POSITIVE if squares <= POSITIVE else NONNEGATIVE
    if not any(map(_is_power, (high, less))) or ask(high, depth) != POSITIVE or ask(less, depth) != POSITIVE:
        return ANY
    return _of_difference(ask, _logarithm(ask, high, depth), _logarithm(ask, less, depth), depth)


def _of_difference(ask: Ask, a: Term, b: Term, depth: int) -> Signs:
    return ask(("Add", a, _minus(b)), depth - 1)


def _minus(term: Term) -> Term:
    value = number(term)
    if value is not None:
        return written(-value)
    factors = term[1:] if is_a(term, "Mul") else (term,)
    return _times(*factors[1:]) if number(factors[0]) == -1 else _times(-1, *factors)


def _times(*factors: Term) -> Term:
    return ("Mul", *factors) if len(factors) > 1 else factors[0] if factors else 1


def _calls(term: Term) -> Iterator[tuple[Term, Compound]]:
    """The term as a factor times a value of an increasing function."""
    factors = term[1:] if is_a(term, "Mul") else (term,)
    for place, factor in enumerate(factors):
        if is_a(factor, "log") or (is_a(factor, *FUNCTIONS) and FUNCTIONS[factor[0]].increasing):
            yield _times(*factors[:place], *factors[place + 1 :]), factor


def _is_power(term: Term) -> bool:
    return is_a(term, "exp", "Pow") or (is_a(term, "Mul") and any(map(_is_power, term[1:])))


def _logarithm(ask: Ask, term: Term, depth: int) -> Term:
    """log of a positive term, taken apart where its parts are positive."""
    if is_a(term, "exp"):
        return children(term)[0]
    if is_a(term, "Pow") and ask(term[1], depth) == POSITIVE:
        return _times(term[2], _logarithm(ask, term[1], depth))
    if is_a(term, "Mul") and all(ask(part, depth) == POSITIVE for part in term[1:]):
        return ("Add", *(_logarithm(ask, part, depth) for part in term[1:]))
    return 0 if term == 1 else ("log", term)


def by_values(ask: Ask, facts: tuple[Term, ...], form: Term, depth: int) -> Signs:
    """By cases, where a part of the term is one of a few numbers: the signs that it has in one of them."""
    for known in facts:
        if is_a(known, "Member") and is_a(known[2], "Finite") and len(known[2]) <= MOST_VALUES:
            cases = {_put(form, known[1], v) for v in known[2][1:] if ("Ne", known[1], v) not in facts}
            if form not in cases:
                return frozenset().union(*(ask(case, depth - 1) for case in cases))
    return ANY


def _put(term: Term, old: Term, new: Term) -> Term:
    """The term with another one for a part of it, wherever that stands in no binder's body."""
    if term == old:
        return new
    parts = children(term)
    outside = parts[:1] if is_binder(term) else parts
    return rebuilt(term, (*(_put(part, old, new) for part in outside), *parts[len(outside) :]))
