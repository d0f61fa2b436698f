"""About how large an integral is: quadrature without bounds, which says what is worth to be computed rigorously.

>>> from sympy import Interval, S, exp, oo, symbols
>>> y, s = symbols("y s")
>>> round(estimate(exp(-(y**2) / 2), y, S.Reals, {}), 6)
2.506628
>>> round(estimate(s * exp(-s * y), y, Interval(0, oo), {s: S(3)}), 6)
1.0
>>> estimate(exp(-y), y, S.Naturals, {}) is None
True

Double-exponential formulas: Takahasi and Mori, Double exponential formulas for numerical integration, 1974.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from math import cosh, exp, isfinite, pi, sinh, tanh
from typing import Any

from flint import acb, ctx
from sympy import Basic, Expr, Interval, S, Symbol

from .balls import Node, Undecided, compiled, rebuilt
from .totals import cuts

STEP, REACH, BITS = 0.11, 29, 64
ROUGHLY, TINY = 1e-3, 1e-12  # by which halving the step may change it
NODES = tuple(STEP * k for k in range(-REACH, REACH + 1))
Map = Callable[[float], tuple[float, float]]  # of a node: the point, and its weight


def estimate(f: Expr, y: Symbol, support: Basic, values: Mapping[Any, Any]) -> float | None:
    """∫ f over an interval at these values, roughly; None of another support, or where there is no number."""
    span = rebuilt(support, values)
    span = Interval(S.NegativeInfinity, S.Infinity) if span is S.Reals else span
    if not isinstance(span, Interval):
        return None
    try:
        g = rebuilt(f, values)
        with ctx.workprec(BITS):
            node, ends = compiled(g, y, {}), [float(end) for end in cuts(g, y, span)]
            peak = max(((abs(_value(node, x)), x) for place in _maps(ends, span) for x, _ in map(place, NODES)))[1]
            places = list(_maps(sorted({*ends, peak}), span))
            coarse, fine = (sum(_piece(node, place, step) for place in places) for step in (STEP, STEP / 2))
    except (Undecided, ArithmeticError, ValueError, TypeError, NotImplementedError):
        return None
    return fine if isfinite(fine) and abs(fine - coarse) <= ROUGHLY * abs(fine) + TINY else None


def _maps(numbers: list[float], span: Interval) -> Iterator[Map]:
    """Of the whole line onto each piece of the interval."""
    if span.start is S.NegativeInfinity:
        yield _half_line(numbers[0], -1.0)
    yield from (_between(low, high) for low, high in pairwise(numbers))
    if span.end is S.Infinity:
        yield _half_line(numbers[-1], 1.0)


def _half_line(end: float, side: float) -> Map:
    def at(t: float) -> tuple[float, float]:
        u = exp(pi / 2 * sinh(t))
        return end + side * u, pi / 2 * cosh(t) * u

    return at


def _between(low: float, high: float) -> Map:
    half = (high - low) / 2

    def at(t: float) -> tuple[float, float]:
        u = pi / 2 * sinh(t)
        return low + half * (1 + tanh(u)), half * pi / 2 * cosh(t) / cosh(u) ** 2

    return at


def _piece(node: Node, place: Map, step: float) -> float:
    count = round(STEP * REACH / step)
    found = (place(step * k) for k in range(-count, count + 1))
    return step * sum(_value(node, x) * weight for x, weight in found)


def _value(node: Node, x: float) -> float:
    """What overflows or has no value there is nothing, as it is at the ends."""
    value = float(node(acb(x), False).real.mid())
    return value if isfinite(value) else 0.0
