"""Intervals in which a polynomial lies, from intervals with rational or infinite ends for its atoms.

An end that is not attained is open: of |c| < 1 and |w| ≤ 1 the product c·w is never −1.

>>> from mlce_sym.logic.polynomials import EMPTY
>>> c, w = Interval(End(-1, True), End(1, True)), Interval(End(-1), End(1))
>>> signs_within({EMPTY: 1, frozenset((("c", 1), ("w", 1))): 1}, {"c": c, "w": w}.__getitem__)
frozenset({1})
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import reduce
from math import inf
from typing import NamedTuple, TypeAlias

from ..terms.terms import Term, is_a
from .algebra import E
from .polynomials import EMPTY, Monomial, Poly
from .signs import NEGATIVE, NONNEGATIVE, POSITIVE, ZERO

Real: TypeAlias = Fraction | int | float  # a float is an infinity here, and is never multiplied or added
MOST_POWER = 100


class End(NamedTuple):
    """Where an interval ends; an open end is not attained."""

    value: Real
    is_open: bool = False


class Interval(NamedTuple):
    """The numbers between two ends."""

    low: End = End(-inf, True)
    high: End = End(inf, True)


BY_SIGN = {
    POSITIVE: Interval(low=End(0, True)),
    NONNEGATIVE: Interval(low=End(0)),
    NEGATIVE: Interval(high=End(0, True)),
    NEGATIVE | ZERO: Interval(high=End(0)),
}


def times(a: Interval, b: Interval) -> Interval:
    """Where products lie: a product of two numbers is least and greatest at ends of both."""
    return _spanned(_product(x, y) for x in a for y in b)


def _product(x: End, y: End) -> End:
    """0 is attained where one factor attains it, whatever the other is. As a float 10^-400 would be 0, and 0 times
    infinity no number."""
    if 0 in (x.value, y.value):
        return End(0, End(0) not in (x, y))
    infinite = inf if (x.value > 0) == (y.value > 0) else -inf
    return End(infinite if inf in map(abs, (x.value, y.value)) else x.value * y.value, x.is_open or y.is_open)


def plus(a: Interval, b: Interval) -> Interval:
    return Interval(*(_sum(x, y) for x, y in zip(a, b, strict=True)))


def _sum(x: End, y: End) -> End:
    infinite = next((value for value in (x.value, y.value) if abs(value) == inf), None)
    return End(x.value + y.value if infinite is None else infinite, x.is_open or y.is_open)


def powered(a: Interval, exponent: int) -> Interval:
    """Where the whole power lies, exponent ≥ 1; an even one is one of the absolute value."""
    if exponent % 2 == 0:
        ends = [End(max(end.value, -end.value), end.is_open) for end in a]
        a = _spanned([*ends, End(0)] if a.low.value < 0 < a.high.value else ends)
    return Interval(*(End(end.value**exponent, end.is_open) for end in a))


def _spanned(ends: Iterable[End]) -> Interval:
    """From the least to the greatest; of equal ends one that is attained counts."""
    found = list(ends)
    low = min(found, key=lambda end: (end.value, end.is_open))
    return Interval(low, max(found, key=lambda end: (end.value, not end.is_open)))


def signs_within(poly: Poly, of_atom: Callable[[Term], Interval]) -> frozenset[int]:
    """The signs of a polynomial whose atoms lie in these intervals."""
    low, high = total = reduce(plus, (_of_term(m, c, of_atom) for m, c in poly.items()), Interval(End(0), End(0)))
    has = {-1: low.value < 0, 0: (low.value < 0 < high.value) or End(0) in total, 1: high.value > 0}
    return frozenset(sign for sign, is_there in has.items() if is_there)


def _of_term(monomial: Monomial, coefficient: Fraction | int, of_atom: Callable[[Term], Interval]) -> Interval:
    start = Interval(End(coefficient), End(coefficient))
    return reduce(times, (_of_power(of_atom, atom, exponent) for atom, exponent in monomial), start)


def _of_power(of_atom: Callable[[Term], Interval], atom: Term, exponent: Term) -> Interval:
    """Of a negative or high whole power nothing is said; others have a sign if their base is at least 0."""
    base = of_atom(atom)
    if type(exponent) is int:
        return powered(base, exponent) if 0 < exponent <= MOST_POWER else Interval()
    if atom == E:  # it increases, and is 1 at 0
        (low, low_open), (high, high_open) = of_atom(exponent)
        return Interval(End(int(low >= 0), low < 0 or low_open), End(1, high_open) if high <= 0 else End(inf, True))
    return Interval(End(0, base.low > End(0))) if base.low >= End(0) or is_a(exponent, "Rational") else Interval()


def where(top: Poly, signs: frozenset[int]) -> tuple[Term, Interval] | None:
    """The atom, and where it lies, of a polynomial k·atom + d whose signs are known; None for other polynomials."""
    others = [m for m in top if m != EMPTY]
    if len(others) != 1 or [e for _, e in others[0]] != [1] or not (signs <= {0, 1} or signs <= {-1, 0}):
        return None
    slope = Fraction(top[others[0]])
    end = End(-top.get(EMPTY, 0) / slope, 0 not in signs)
    above = (1 in signs) == (slope > 0)
    exact = signs == {0}
    return next(iter(others[0]))[0], Interval(end, end) if exact else Interval(low=end) if above else Interval(high=end)


def narrowed(a: Interval, b: Interval) -> Interval:
    """What lies in both."""
    return Interval(max(a.low, b.low), min(a.high, b.high, key=lambda end: (end.value, not end.is_open)))
