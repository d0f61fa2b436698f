"""Infinite sums, integrals and derivatives by numbers: what is not seen to have a value is out of reach.

A sum or integral is undefined where its terms clearly fall no faster than 1/x.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import TypeAlias

import mpmath

from .numbers import LARGEST, Number, OutOfReach, Undefined, compared, exactly, is_exact, real

Body: TypeAlias = Callable[[Number], Number]

MOST_TERMS = 300
STEP = Fraction(1, 10**7)  # of a derivative
NEAR = Fraction(1, 10**3)  # a distance at which the power of x is seen
ACCURACY = mpmath.mpf(10) ** -9
BORDER = 0.003  # powers this close to −1 are taken to be −1; others below 0.2 may have logarithms with them


def series(first: int, body: Body) -> Number:
    """Σ over k ≥ first: term by term while terms fall fast, else by extrapolation."""
    total, seen, small = mpmath.mpf(0), mpmath.mpf(0), 0
    for k in range(first, first + MOST_TERMS):
        term = real(body(Fraction(k)))
        total, seen = total + term, max(seen, abs(term))
        small = small + 1 if abs(term) <= mpmath.mpf(10) ** -25 * max(1, seen) else 0
        if small > 12:
            return total
    speed = _falls(lambda x: body(Fraction(int(x))), Fraction(1000), Fraction(2))
    if abs(speed - round(speed)) > 0.01:
        raise OutOfReach("it is not extrapolated from its first terms")
    sums = []
    for digits in (20, 30):
        with mpmath.workdps(digits):
            sums.append(mpmath.nsum(lambda k: real(body(Fraction(int(k)))), [first, mpmath.inf]))
    return _accurate(sums[1], abs(sums[1] - sums[0]))


def integral(low: Number | None, high: Number | None, body: Body, kinks: Iterable[Fraction]) -> Number:
    """∫ from low to high, None for infinite ends; the places where the body may have kinks or poles are tried, and
    the interval is cut there."""
    if low is not None and high is not None:
        order = compared(low, high)
        if order > 0:
            raise Undefined("an interval from a larger number to a smaller one")
        if order == 0:
            return Fraction(0)
    cuts = sorted({x for x in kinks if _lies_between(low, x, high)})
    for point in _samples(low, high, cuts):
        body(point)
    for end, towards in ((low, 1), (high, -1)):
        if end is None:
            _falls(lambda x: body(-x if towards == 1 else x), Fraction(1000), Fraction(2))  # noqa: B023
        else:
            _bounded_enough(body, end, towards)
    ends = [
        -mpmath.inf if low is None else real(low),
        *map(real, cuts),
        mpmath.inf if high is None else real(high),
    ]
    value, error = mpmath.quad(lambda x: real(body(exactly(x))), ends, error=True)
    return _accurate(value, error)


def _lies_between(low: Number | None, x: Fraction, high: Number | None) -> bool:
    return (low is None or real(low) < real(x)) and (high is None or real(x) < real(high))


def _samples(low: Number | None, high: Number | None, cuts: list[Fraction]) -> list[Number]:
    a = real(low) if low is not None else (real(high) if high is not None else mpmath.mpf(0)) - 3
    b = real(high) if high is not None else a + 6
    return [*cuts, *(a + (b - a) * k / 11 for k in range(1, 11))]


def _falls(body: Body, start: Fraction, ratio: Fraction) -> Number:
    """The p for which |body| falls like 1/x^p from `start` on. Raises Undefined where p is at most 1, and OutOfReach
    where it is not clear."""
    sizes = [abs(real(body(start * ratio**k))) for k in range(4)]
    if max(sizes) < mpmath.mpf(10) ** -25:
        return mpmath.mpf(LARGEST)
    if min(sizes) < mpmath.mpf(10) ** -60:
        raise OutOfReach("it is not clear whether it converges")
    powers = [mpmath.log(a / b) / mpmath.log(real(ratio)) for a, b in itertools.pairwise(sizes)]
    _clear(powers)
    return powers[-1]


def _clear(powers: list[Number]) -> None:
    if all(p < 1 + BORDER for p in powers) and (max(powers) < 0.8 or min(powers) > 1 - BORDER):
        raise Undefined("it does not converge")
    if min(powers) < 1.2:
        raise OutOfReach("it is not clear whether it converges")


def _bounded_enough(body: Body, end: Number, towards: int) -> None:
    """The same beside a finite end, where |body| may grow more slowly than 1/|x − end|."""
    steps = [real(NEAR) / mpmath.mpf(4) ** k for k in range(4)]
    sizes = [abs(real(body(real(end) + towards * step))) for step in steps]
    if min(sizes) < mpmath.mpf(10) ** -20:
        return
    powers = [mpmath.log(b / a) / mpmath.log(4) for a, b in itertools.pairwise(sizes)]
    if max(powers) < 0.6:
        return
    if min(powers) > 1 - BORDER:
        raise Undefined("it does not converge")
    if max(powers) > 0.9:
        raise OutOfReach("it is not clear whether it converges")


def _accurate(value: Number, error: Number) -> Number:
    if not mpmath.isfinite(value) or error > ACCURACY * max(1, abs(value)):
        raise OutOfReach("the numbers are not accurate enough")
    return value


def derivative(body: Body, point: Number, times: int) -> Number:
    """The derivative at a point, of a function that is defined around it; Undefined at a kink."""
    at = point if is_exact(point) else real(point)
    values = [real(body(at + k * STEP if is_exact(at) else at + k * real(STEP))) for k in (-1, 0, 1)]
    left, right = ((b - a) / real(STEP) for a, b in itertools.pairwise(values))
    if abs(left - right) > mpmath.mpf(10) ** -3 * max(1, abs(left), abs(right)):
        raise Undefined("a kink")
    with mpmath.workdps(60):
        return +mpmath.diff(lambda x: real(body(x)), real(at), times)
