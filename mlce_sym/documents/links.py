"""What is said of a link of a document: its place, its two sides as written, the verdict, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..reading.second import Core
from .places import Place

PROVED, REFUTED, UNKNOWN = "proved", "refuted", "unknown"
FOLLOWS, FAILS = "follows", "does not follow"
DEFINITION, ASSUMPTION = "definition", "assumption"
WRONG = (REFUTED, FAILS)
BY, SOLVED = " as in line ", " (solved in line "  # of the definition of a name, and of what was solved for it
BAR = "as a bar is used"
TOLD = " (a mean, from the text)"  # of a bar
VERDICTS = (PROVED, REFUTED, FOLLOWS, FAILS, DEFINITION, ASSUMPTION, UNKNOWN)


@dataclass(frozen=True)
class Verdict:
    """One of `VERDICTS`, with the reason; what is in force (`conditions`); values at which it fails, by name, and the
    two sides there; the readings, where there are several; what may be worth a look
    (`warnings`), and what would be right instead (`hints`)."""

    status: str
    reason: str = ""
    conditions: tuple[str, ...] = ()
    counterexample: Mapping[str, str] = field(default_factory=dict)
    values: tuple[str, str] | None = None
    readings: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()

    @property
    def definitions(self) -> tuple[str, ...]:
        """The conditions that say which definitions were used."""
        return tuple(one for one in self.conditions if BY in one or SOLVED in one or TOLD in one)


@dataclass(frozen=True)
class Link:
    """`lhs relation rhs` as written, in a block of a document, and its verdict; `width` is the number of characters
    from the place on that the caret points at."""

    place: Place
    line: str
    width: int
    block: str
    lhs: str
    relation: str
    rhs: str
    verdict: Verdict
    display: bool = True
    expanded: tuple[str, str] | None = None
    numbers: tuple[Core, ...] = field(default=(), compare=False, repr=False)  # for a second reader
