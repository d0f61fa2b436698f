"""Rational values at which a claim is tried: the same ones in every run, unequal, some near the edge of their domain.

>>> from sympy import Interval, S, oo, symbols
>>> p, r = symbols("p r")
>>> [tuple(values.values()) for values in samples({p: Interval.open(0, 1), r: Interval.open(0, oo)})][:3]
[(1/3, 4), (9/10, 1/10), (1/50, 12/7)]
"""

from __future__ import annotations

from collections.abc import Mapping
from math import floor

import sympy as sp
from sympy import Basic, Expr, Interval, Range, Rational, S, Symbol

from .balls import Undecided, rebuilt

COUNT = 5
INSIDE = tuple(Rational(*pair) for pair in ((1, 3), (9, 10), (1, 50), (5, 8), (30, 31)))
BEYOND = tuple(Rational(*pair) for pair in ((3, 2), (1, 3), (4, 1), (1, 10), (12, 7)))
ANYWHERE = tuple(Rational(*pair) for pair in ((1, 2), (-3, 2), (2, 1), (-1, 10), (7, 1)))
WHOLE = (3, 1, 5, 2, 7)
POINTS = tuple(Rational(*pair) for pair in ((1, 50), (1, 3), (1, 1), (5, 2), (10, 1), (100, 1)))


def samples(domains: Mapping[Symbol, Basic], count: int = COUNT) -> tuple[dict[Symbol, Rational], ...]:
    """Values inside the domains, in which the ends of later domains may name earlier symbols.

    Raises Undecided for a domain that is not an Interval, a Range, a finite set or a set of whole numbers.
    """
    return tuple(_sample(domains, turn) for turn in range(count))


def _sample(domains: Mapping[Symbol, Basic], turn: int) -> dict[Symbol, Rational]:
    values: dict[Symbol, Rational] = {}
    for place, (symbol, domain) in enumerate(domains.items()):
        stride = 2 + turn // COUNT  # lest the same values come again
        values[symbol] = _inside(symbol, rebuilt(domain, values), turn + stride * place)
    return values


def _inside(symbol: Symbol, domain: Basic, turn: int) -> Rational:
    choices = _choices(domain)
    rational = [choice for choice in choices if isinstance(choice, Rational)]
    if not choices or len(rational) < len(choices):
        raise Undecided(f"no rational values are known to lie in the domain {domain} of {symbol}")
    return rational[turn % len(rational)]


def _choices(domain: Basic) -> list[Expr]:
    """Up to five members of a set, none of them its edge."""
    if domain is S.Reals:
        domain = Interval(-sp.oo, sp.oo)
    if isinstance(domain, Interval):
        return _within(domain)
    if domain in (S.Naturals, S.Naturals0, S.Integers):
        return list(map(sp.Integer, WHOLE))
    if isinstance(domain, sp.FiniteSet):
        return sorted(domain, key=sp.default_sort_key)
    if isinstance(domain, Range) and domain.start.is_finite:
        return [domain.start + n * domain.step for n in (0, *WHOLE) if domain.start + n * domain.step in domain]
    return []


def _within(domain: Interval) -> list[Expr]:
    low, high = _rational(domain.start, 1), _rational(domain.end, -1)
    if low.is_finite and high.is_finite:
        return [low + share * (high - low) for share in INSIDE]
    if low.is_finite:
        return [low + step for step in BEYOND]
    return [high - step for step in BEYOND] if high.is_finite else list(ANYWHERE)


def _rational(end: Expr, inwards: int) -> Expr:
    """The end, or where it is irrational, such as π/2, a decimal number within."""
    if end.is_Rational or not (end.is_finite and end.is_number):
        return end
    return Rational(floor(sp.N(end * 100, 30)) + (inwards > 0), 100)


def outcomes(support: Basic) -> list[Expr]:
    """Outcomes at which a density has to be at least 0."""
    if support is S.Reals:
        support = Interval(-sp.oo, sp.oo)
    if isinstance(support, Interval):
        return _points(support)
    if support is S.Integers:
        return list(map(sp.Integer, range(-20, 21)))
    if isinstance(support, sp.FiniteSet):
        return list(support)
    naturals: dict[Basic, int] = {S.Naturals: 1, S.Naturals0: 0}
    first = naturals.get(support)
    if first is not None:
        return list(map(sp.Integer, (*range(first, 40), 100, 1000)))
    return list(support[:40]) if isinstance(support, Range) else []


def _points(support: Interval) -> list[Expr]:
    low, high = support.start, support.end
    if low.is_finite and high.is_finite:
        return [low + Rational(n, 64) * (high - low) for n in range(1, 64)]
    if low.is_finite:
        return [low + step for step in POINTS]
    if high.is_finite:
        return [high - step for step in POINTS]
    return [S.Zero, *POINTS, *(-step for step in POINTS)]
