"""Numbers of a term: its definitions are followed as they stand in a theorem, and its other names are given.

>>> from sympy import log, symbols
>>> x = symbols("x")
>>> curve(x - 1 - log(x), x, [1, 2])
[0.0, 0.3068528194400547]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import flint
from sympy import Expr, Symbol

from ..border.encoding import encode, encode_definition
from ..border.given import Definition
from ..evaluate.meaning import Universe
from ..evaluate.plain import plain
from ..evaluate.reals import BITS, ball
from ..evaluate.world import number

ENOUGH = 10**9  # nodes: the terms are our own


@dataclass
class Given(Universe):
    """What is not defined is given: a number by its name, and the entries of data as a list, from 1 on."""

    given: Mapping[str, Any] = field(default_factory=dict)

    def entry(self, kind: str, name: str, arguments: tuple[Any, ...]) -> Any:
        value = self.given[name]
        for argument in arguments:
            value = value[int(argument) - 1]
        return exact(value)


def exact(x: Any) -> Any:
    """The number as the fraction that it is."""
    fraction = Fraction(x)
    return flint.fmpq(fraction.numerator, fraction.denominator)


def grid(low: float, high: float, steps: int) -> list[Fraction]:
    """The points that part an interval into equal steps, and its ends."""
    return [Fraction(low) + Fraction(k, steps) * (Fraction(high) - Fraction(low)) for k in range(steps + 1)]


def inside(low: float, high: float, steps: int) -> list[Fraction]:
    """Points between the ends of an interval, which come close to them."""
    return [Fraction(low) + (3 - 2 * s) * s * s * (Fraction(high) - Fraction(low)) for s in grid(0, 1, steps)[1:-1]]


def curve(
    term: Expr, variable: Symbol, points: Iterable[Any], definitions: Iterable[Definition] = (), **given: Any
) -> list[float]:
    """The values of a term where the variable is each of the points."""
    meanings = map(encode_definition, definitions)
    known = {(one.head or "Variable", one.name): (one.parameters, plain(one.right)) for one in meanings}
    body = plain(encode(term))
    with flint.ctx.workprec(BITS):
        return [_value(body, Given(known, fuel=ENOUGH, given={**given, variable.name: x})) for x in points]


def _value(body: Any, world: Given) -> float:
    return float(ball(number(body, world, {})).mid())


def surface(
    term: Expr, axes: tuple[Symbol, Symbol], points: Sequence[Any], definitions: Iterable[Definition] = (), **given: Any
) -> list[list[float]]:
    """The values on a grid, a row for each value of the second variable."""
    across, up = axes
    known = tuple(definitions)
    return [curve(term, across, points, known, **given, **{up.name: x}) for x in points]
