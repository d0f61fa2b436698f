"""Equations of displays, kept to be cited: what they say, how they were judged, and what was in force there."""

from __future__ import annotations

from dataclasses import dataclass

from ...terms.terms import Term, free
from ..equations.links import ASSUMPTION, DEFINITION, FOLLOWS, PROVED
from ..equations.meaning import Meaning
from .followed import Laws

SOUND = (PROVED, FOLLOWS, DEFINITION, ASSUMPTION)


@dataclass(frozen=True)
class Cited:
    """left = right with its labels, and the verdict; `given` is what was said or supposed of its names, `conditions`
    how that was printed; what the names stood for, and the laws of those that were random."""

    labels: tuple[str, ...]
    left: Term
    right: Term
    status: str
    line: int = 0
    given: tuple[Term, ...] = ()
    conditions: tuple[str, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    laws: Laws = ()

    @property
    def equation(self) -> Term:
        return ("Eq", self.left, self.right)

    @property
    def names(self) -> frozenset[str]:
        return free(self.left) | free(self.right)

    @property
    def is_sound(self) -> bool:
        """Is it assumed, defined or derived, so that more may be derived from it?"""
        return self.status in SOUND

    @property
    def is_general(self) -> bool:
        """Does it hold whatever else is assumed?"""
        return self.status in (PROVED, DEFINITION)
