"""A term on its way to be read."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..signs.nodes import summed, termed
from ..signs.tree import Node
from .values import Value

Signed = tuple[str, Node]


@dataclass
class Line:
    """The factors of a term that are still to be read, the terms after it, and what has been read."""

    factors: list[Node]
    later: list[Signed]
    values: list[Value] = field(default_factory=list)

    def take(self, count: int = 1) -> list[Node]:
        taken, self.factors = self.factors[:count], self.factors[count:]
        return taken

    def everything(self) -> Node:
        """All that is left of the term and of the terms after it, as one sum; nothing is left then."""
        rest = self.rest()
        self.factors, self.later = [], []
        return rest

    def rest(self) -> Node:
        listed = ([("+", termed(self.factors))] if self.factors else []) + self.later
        return summed(listed)
