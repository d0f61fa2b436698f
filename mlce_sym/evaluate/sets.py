"""Sets of real numbers: finite ones point by point; infinite ones by what a point tells, and by a grid inside them.

A grid can refute (a point outside, an optimum that is beaten); over an infinite set it never proves.

>>> contains(fmpq(1, 2), Span(0, 1)), contains(1, Span(0, 1)), contains(3, Points((1, 2)))
(True, False, False)
>>> optima(Points((1, 2, 3)), [5, 7, 7], less)
Points(sure=(2, 3), maybe=())
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from flint import arb, fmpq

from .reals import Exact, Real, Truth, Undetermined, at_most, close, equal, label, less, negation


@dataclass(frozen=True)
class Points:
    """A finite set; `maybe` holds the points of which balls cannot tell whether they are in it.

    It is `tied` where all such doubts are between numbers that agree to many digits.
    """

    sure: tuple[Real, ...] = ()
    maybe: tuple[Real, ...] = ()
    tied: bool = field(default=True, repr=False, compare=False)


@dataclass(frozen=True)
class Span:
    """The open interval from low to high; None stands for an end at infinity."""

    low: Real | None = None
    high: Real | None = None


@dataclass(frozen=True)
class Whole:
    """The integers."""


@dataclass(frozen=True)
class Onward:
    """The integers from `low` on."""

    low: int


@dataclass(frozen=True)
class Minus:
    """An infinite set without one point."""

    base: Infinite
    point: Real


@dataclass(frozen=True)
class Optimum:
    """The points x of an infinite set at which `value` is optimal: no s in it has worse(value(x), value(s))."""

    base: Infinite
    value: Callable[[Real], Real]
    worse: Callable[[Real, Real], Truth]
    is_total: Callable[[], bool] = field(default=lambda: False, compare=False)  # is it certainly defined everywhere?


Numbers: TypeAlias = tuple[Exact, ...]
Infinite: TypeAlias = Span | Whole | Onward | Minus
Region: TypeAlias = Points | Infinite | Optimum

REALS, INTEGERS = Span(), Whole()


def _q(*pairs: tuple[int, int]) -> Numbers:
    return tuple(fmpq(p, q) for p, q in pairs)


UNIT: Numbers = _q((1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 10), (9, 10), (3, 7), (13, 17), (1, 100), (99, 100))
LINE: Numbers = (0, 1, -1, 2, -2, *_q((1, 2), (-1, 2), (1, 3), (-5, 3), (7, 4)), 10, -10, 100, -100)
FINE_UNIT: Numbers = (*(fmpq(k, 24) for k in range(1, 24)), *_q((1, 10**6), (10**6 - 1, 10**6)))
FINE_LINE: Numbers = (*(fmpq(k, 6) for k in range(-24, 25)), 10**4, -(10**4))
INDICES, FINE_INDICES = (*range(-4, 6), 100, -100), (*range(-20, 21), 10**4, -(10**4))


def contains(x: Real, region: Region, grid_points: Iterable[Exact] = ()) -> Truth:
    """Is x in the set? For an optimum over an infinite set, True is never known."""
    if isinstance(region, Points):
        return _among(x, region)
    if isinstance(region, Span):
        above = True if region.low is None else less(region.low, x)
        return both(above, True if region.high is None else less(x, region.high))
    if isinstance(region, Whole):
        return _is_integer(x)
    if isinstance(region, Onward):
        return both(at_most(region.low, x), _is_integer(x))
    if isinstance(region, Minus):
        return both(contains(x, region.base), negation(equal(x, region.point)))
    return False if beaten(region, x, grid(region.base, grid_points)) else None


def both(one: Truth, other: Truth) -> Truth:
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def _is_integer(x: Real) -> Truth:
    if isinstance(x, arb):
        return None if x.contains_integer() else False
    return bool(fmpq(x).q == 1)


def _among(x: Real, points: Points) -> Truth:
    found = [equal(x, point) for point in points.sure]
    if True in found:
        return True
    return None if None in found or any(equal(x, point) is not False for point in points.maybe) else False


def members(points: Points) -> tuple[Real, ...]:
    if points.maybe:
        raise Undetermined("which points are in the set?")
    return points.sure


def without(region: Region, point: Real) -> Region:
    if isinstance(region, Optimum):
        raise Undetermined("an optimum over an infinite set")
    if not isinstance(region, Points):
        return Minus(region, point)
    apart = [(x, equal(x, point)) for x in region.sure]
    doubtful = tuple(x for x, same in apart if same is None)
    left = tuple(x for x in region.maybe if equal(x, point) is not True)
    tied = region.tied and all(close(x, point) for x in doubtful)
    return Points(tuple(x for x, same in apart if same is False), (*doubtful, *left), tied)


def optima(points: Points, values: Sequence[Real], worse: Callable[[Real, Real], Truth]) -> Points:
    """The points of a finite set whose value is not worse than another's, each decided exactly or by balls."""
    sure: list[Real] = []
    maybe: list[Real] = []
    tied = True
    for x, value in zip(members(points), values, strict=True):
        answers = [(worse(value, other), other) for other in values if other is not value]
        if not any(answer is True for answer, _ in answers):
            doubts = [other for answer, other in answers if answer is None]
            (maybe if doubts else sure).append(x)
            tied = tied and all(close(value, other) for other in doubts)
    return Points(tuple(sure), tuple(maybe), tied)


def grid(region: Infinite, extra: Iterable[Exact] = (), *, fine: bool = False) -> tuple[Exact, ...]:
    """Rational points that are certainly in the set, simple and extra ones; a fine grid comes closer to the ends."""
    candidates = {label(x): x for x in (*extra, *_raw_grid(region, fine))}
    return tuple(x for x in candidates.values() if contains(x, region))


def _raw_grid(region: Infinite, fine: bool) -> tuple[Exact, ...]:
    if isinstance(region, Minus):
        return _raw_grid(region.base, fine)
    if isinstance(region, Whole):
        return FINE_INDICES if fine else INDICES
    if isinstance(region, Onward):
        return tuple(region.low + step for step in (*range(20 if fine else 6), 100))
    if region.low is None or region.high is None:
        return FINE_LINE if fine else LINE
    low, high = _rational(region.low), _rational(region.high)
    return tuple(low + (high - low) * u for u in (FINE_UNIT if fine else UNIT))


def _rational(x: Real) -> Exact:
    if not isinstance(x, arb):
        return x
    mantissa, exponent = x.mid().man_exp()
    if abs(int(exponent)) > 4096:
        raise Undetermined("an end of the interval is too large or too small")
    return fmpq(mantissa) * fmpq(2) ** int(exponent)


def survey(optimum: Optimum, points: Iterable[Exact]) -> Iterator[tuple[Exact, Real]]:
    """The values at those points at which they can be determined."""
    for x in points:
        try:
            yield x, optimum.value(x)
        except Undetermined:
            continue


def beaten(optimum: Optimum, x: Real, points: Iterable[Exact]) -> bool:
    """Is x certainly no optimum: outside the set, or worse than one of the points?"""
    inside = contains(x, optimum.base)
    if inside is not True:
        return inside is False
    value = optimum.value(x)
    return any(optimum.worse(value, other) is True for _, other in survey(optimum, points))
