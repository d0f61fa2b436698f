"""An equation with conditions before its names get their values, and the instance that they make of it.

>>> from sympy import symbols
>>> x, u, v = symbols("x u v")
>>> pattern = Pattern((u / v, v / u), values={u: x, v: x})
>>> pattern.instance()[0], list(pattern.missing(Given()))[0]
(1, (u/v, Ne(x, 0)))
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sympy import Basic

from ..border.binding import substitute
from ..border.given import Given
from .definedness import missing_of_instance

NOTHING = Given()


@dataclass(frozen=True)
class Pattern:
    """Two sides and conditions; `values` says what their names stand for, and `theory` has what defines these names."""

    sides: tuple[Basic, Basic]
    conditions: tuple[Basic, ...] = ()
    values: Mapping[Any, Basic] = field(default_factory=dict)
    theory: Given = NOTHING

    def instance(self) -> tuple[Basic, Basic, tuple[Basic, ...]]:
        lhs, rhs, *conditions = (substitute(part, self.values) for part in (*self.sides, *self.conditions))
        return lhs, rhs, tuple(conditions)

    def missing(self, given: Given) -> Iterator[tuple[Basic, Basic]]:
        """The parts whose instances are not shown to be defined, each with a condition that is missing."""
        for part in (*self.sides, *self.conditions):
            for condition in missing_of_instance(given, part, self.values, self.theory):
                yield part, condition
