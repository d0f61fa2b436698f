"""Numbers at which a loss is drawn: a few observations, values of what is fixed, and a range of the parameter.

>>> from sympy import Interval, S, oo
>>> observations(Interval.open(0, oo)), observations(S.Reals), span(Interval.open(0, 1))
((0.5, 1.0, 2.0, 3.5), (0.0,), (0.01, 0.99))
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sympy import Add, Basic, Expr, FiniteSet, Float, IndexedBase, Integer, Interval, Range, S, Set, Sum, Symbol

from ..evidence.balls import rebuilt
from ..evidence.samples import samples
from ..families.family import Family, Named

SHARES, STEPS, WIDTH = (0.15, 0.4, 0.7), (0.5, 1.0, 2.0, 3.5), 4.0
SAMPLE = (-1.3, -0.2, 0.1, 0.9, 1.6)  # of real numbers


def observations(support: Set) -> tuple[float, ...]:
    """A few, from the left to the right."""
    if support == S.Reals:
        return (0.0,)
    if isinstance(support, FiniteSet):
        return tuple(sorted(map(float, support)))
    if isinstance(support, Interval):
        low, high = support.start, support.end
        if low.is_finite and high.is_finite:
            return tuple(float(low) + share * (float(high) - float(low)) for share in SHARES)
        return tuple(float(low) + step for step in STEPS) if low.is_finite else (0.0,)
    if isinstance(support, Range) and support.stop.is_finite:
        first, last = float(support.start), float(support.stop - 1)
        return tuple(sorted({first, (first + last) // 2, last}))
    first = float(support.start) if isinstance(support, Range) else float(support == S.Naturals)
    return tuple(first + step for step in (0, 1, 3))


def sample(support: Set) -> tuple[float, ...]:
    """Observations that differ."""
    return SAMPLE if support == S.Reals else observations(support)


def span(domain: Set) -> tuple[float, float]:
    """The part of the domain of a parameter that is drawn."""
    if isinstance(domain, Interval) and domain.start.is_finite:
        low = float(domain.start)
        width = float(domain.end) - low if domain.end.is_finite else WIDTH
        return low + 0.01 * width, low + (0.99 if domain.end.is_finite else 1.0) * width
    return -WIDTH, WIDTH


def others(family: Family, moving: Named) -> dict[Symbol, Expr]:
    """Values of everything but the observation and the parameter that moves."""
    numbers = (*family.known, *(one for one in family.parameters if one != moving))
    found = samples({one.symbol: one.domain for one in numbers}, 1)[0]
    return dict(found)


def support_at(family: Family, values: Mapping[Symbol, Any]) -> Any:
    """The support at these values."""
    return rebuilt(family.data.domain, values)


def at_sample(term: Expr, y: str, values: Sequence[float], fixed: Mapping[Symbol, Expr]) -> float | None:
    """An estimate at a sample: its sums over the observations are taken; None where something else is left."""
    n = Symbol("n")

    def taken(function: Expr, *limits: Any) -> Expr:
        ((index, _, _),) = limits
        entry: Basic = IndexedBase(y)[index]
        return Add(*(function.xreplace({entry: Float(value)}) for value in values))

    found = term.replace(Sum, taken).xreplace({n: Integer(len(values)), **fixed})
    return float(found) if not found.free_symbols and found.is_real else None
