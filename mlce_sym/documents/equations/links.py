"""What is said of a link of a document: its place, its two sides as written, the verdict, and why.

>>> from mlce_sym.documents.text.blocks import MARKDOWN, blocks
>>> files = Files()
>>> (block,) = blocks(files.add("a.md", "$$2x = y$$"), MARKDOWN)
>>> link = linked(files, {}, block, *block.chains[0].parts, Verdict("unknown"))
>>> str(link.place), link.lhs, link.rhs
('a.md:1:3', '2x', 'y')
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...reading.back.second import Core
from ...reading.signs.macros import Macro, expanded, pieces
from ...reading.signs.tree import ReadingError
from ...reading.texts.rows import Part
from ..text.blocks import DISPLAY, Block
from ..text.places import Files, Place
from .formulas import name_of, whole

PROVED, REFUTED, UNKNOWN = "proved", "refuted", "unknown"
FOLLOWS, FAILS = "follows", "does not follow"
DEFINITION, ASSUMPTION = "definition", "assumption"
WRONG = (REFUTED, FAILS)
BY, SOLVED = " as in line ", " (solved in line "  # of the definition of a name, and of what was solved for it
BAR = "as a bar is used"
TOLD = " (a mean, from the text)"  # of a bar
USUAL = " (as it is used)"  # of σ
IN_CASE = "in the case that the text speaks of"
VERDICTS = (PROVED, REFUTED, FOLLOWS, FAILS, DEFINITION, ASSUMPTION, UNKNOWN)


@dataclass(frozen=True)
class Verdict:
    """One of `VERDICTS`, with the reason; what is in force (`conditions`); values at which it fails, by name, and the
    two sides there; the readings, where there are several; what may be worth a look
    (`warnings`), what would be right instead (`hints`), and whether it is said of more than a special case
    (`general`)."""

    status: str
    reason: str = ""
    conditions: tuple[str, ...] = ()
    counterexample: Mapping[str, str] = field(default_factory=dict)
    values: tuple[str, str] | None = None
    readings: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    general: bool = True

    @property
    def definitions(self) -> tuple[str, ...]:
        """The conditions that say which definitions were used."""
        return tuple(one for one in self.conditions if BY in one or SOLVED in one or TOLD in one or USUAL in one)


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


def linked(files: Files, macros: Mapping[str, Macro], block: Block, left: Part, right: Part, verdict: Verdict) -> Link:
    """What is said of two parts of a block."""
    start, end = block.text.at[left.start], block.text.at[max(right.end - 1, 0)]
    place, same = files.place(start), files.place(end)
    if right.end > right.start and same.line != place.line:
        start = block.text.at[right.start]  # where the row begins that may be wrong
        place = files.place(start)
    width = same.column - place.column + 1 if same.line == place.line and same.file == place.file else 0
    one, other = (whole(side, block.text.text) for side in (left, right))
    return Link(
        place,
        files.line(start),
        width,
        name_of(block),
        one,
        right.relation,
        other,
        verdict,
        block.kind == DISPLAY,
        _expanded(macros, one, other),
    )


def _expanded(macros: Mapping[str, Macro], left: str, right: str) -> tuple[str, str] | None:
    """The sides with the document's macros written out, as far as that can be done for each alone."""
    if not macros:
        return None
    try:
        one, other = (expanded(pieces(side), macros) for side in (left, right))
    except ReadingError:
        return None
    return "".join(piece.text for piece in one), "".join(piece.text for piece in other)


def trouble(files: Files, block: Block, why: str, at: int = 0) -> Link:
    """What cannot be read, as a link without sides."""
    offset = block.text.at[min(at, len(block.text) - 1)] if len(block.text) else 0
    place, line = files.place(offset), files.line(offset)
    return Link(place, line, 1, name_of(block), block.text.text.strip(), "", "", Verdict(UNKNOWN, why))
