"""A document and the verdicts on its links, as data and as text.

>>> from mlce_sym.documents.checked import check_text
>>> print(check_text("So $$(a+b)^2 = a^2 + b^2.$$"))
text:1:6: refuted: the sides are 0 and 2, where a = 1, b = -1
  | So $$(a+b)^2 = a^2 + b^2.$$
  |      ^^^^^^^^^^^^^^^^^^^
1 link: 1 refuted
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .equations.links import ASSUMPTION, DEFINITION, FOLLOWS, PROVED, REFUTED, UNKNOWN, VERDICTS, WRONG, Link
from .text.places import Files
from .text.sources import Unreadable, read_file, syntax_of, syntax_seen, texts_of
from .verdict.second_reader import read_twice
from .walking import Walk

PLURALS = {DEFINITION: "definitions", ASSUMPTION: "assumptions"}
NOTHING = r"no equation was found; formulas stand in $…$, $$…$$, \(…\), \[…\], or an environment such as align"
SUPPOSED = "nothing is to be judged; what a sentence says with for, if or let is taken to hold"
QUIET = (PROVED, FOLLOWS, DEFINITION, ASSUMPTION)


@dataclass(frozen=True)
class Checked:
    """A document's links with their verdicts, in order; `notes` say what was not read of it."""

    name: str
    links: tuple[Link, ...]
    notes: tuple[str, ...] = ()

    @property
    def wrong(self) -> tuple[Link, ...]:
        """The links that are refuted, or do not follow."""
        return tuple(link for link in self.links if link.verdict.status in WRONG)

    @property
    def counts(self) -> dict[str, int]:
        found = Counter(link.verdict.status for link in self.links)
        return {status: found[status] for status in VERDICTS if found[status]}

    def __str__(self) -> str:
        return "\n".join(self.lines())

    __repr__ = __str__  # at the prompt

    def lines(self, quiet: bool = False) -> Iterator[str]:
        """What is said of each link, of the wrong ones alone with `quiet`, and a summary."""
        for link in self.links:
            if not quiet or link.verdict.status in WRONG:
                yield from said(link)
        yield from self.notes
        yield summary(self.counts)


def summary(counts: dict[str, int]) -> str:
    total = sum(counts.values())
    each = (f"{count} {PLURALS.get(status, status) if count > 1 else status}" for status, count in counts.items())
    return f"{total} link{'s' * (total != 1)}{': ' * bool(total)}{', '.join(each)}"


def said(link: Link) -> Iterator[str]:
    """The lines on a link: the verdict, and the source with a caret where somebody should look."""
    verdict = link.verdict
    reason = f": {verdict.reason}" if verdict.reason else ""
    at = ", ".join(f"{name} = {value}" for name, value in verdict.counterexample.items())
    shown = verdict.conditions if verdict.status in (PROVED, FOLLOWS) else ()
    shown = verdict.definitions if verdict.status == REFUTED else shown
    where = f", where {'; '.join((*filter(None, [at]), *shown))}" if at or shown else ""
    yield f"{link.place}: {verdict.status}{reason}{where}"
    if verdict.status not in QUIET:
        yield f"  | {link.line}"
        yield f"  | {' ' * (link.place.column - 1)}{'^' * max(1, link.width)}"
    for hint in verdict.hints:
        yield f"  {hint}"
    for reading in verdict.readings:
        yield f"  reading: {reading}"


def as_json(link: Link) -> str:
    """One object, on one line."""
    verdict = link.verdict
    data: dict[str, Any] = {
        **{"file": link.place.file, "line": link.place.line, "column": link.place.column, "block": link.block},
        **{"lhs": link.lhs, "rhs": link.rhs, "relation": link.relation},
        **{"verdict": verdict.status, "reason": verdict.reason, "conditions": list(verdict.conditions)},
        **{"counterexample": dict(verdict.counterexample), "values": list(verdict.values or ())},
        **{"readings": list(verdict.readings), "warnings": list(verdict.warnings), "hints": list(verdict.hints)},
    }
    return json.dumps(data, ensure_ascii=False)


def check_text(
    text: str, name: str = "text", syntax: str | None = None, seconds: float | None = None, twice: bool = False
) -> Checked:
    """A text's links with their verdicts; `syntax` is tex or markdown, else it is seen from the text or the name. With
    `twice` latex2sympy2 reads them again, and where it reads otherwise both readings are said. Raises NoReader."""
    how = syntax or (syntax_seen(text) if name == "text" else syntax_of(name))
    return _checked(name, text, how, Walk(Files(), seconds=seconds, twice=twice))


def check_path(path: Path | str, seconds: float | None = None, twice: bool = False) -> Checked:
    """A file's links with their verdicts; what it reads with \\input has to lie in its folder. Raises Unreadable, and
    with `twice` NoReader."""
    where = Path(path)
    how = syntax_of(where.name)
    walk = Walk(Files(), seconds=seconds, folder=where.parent, twice=twice)
    return _checked(str(where), read_file(where), how, walk)


def _checked(name: str, text: str, syntax: str, walk: Walk) -> Checked:
    links = [link for part in texts_of(name, text, walk.files) for link in walk.links(part, syntax)]
    notes = walk.notes if links or walk.notes else [f"{name}: {_why_nothing(text, walk)}"]
    return Checked(name, tuple(read_twice(links) if walk.twice else links), tuple(notes))


def _why_nothing(text: str, walk: Walk) -> str:
    if walk.context.facts:
        return SUPPOSED
    return NOTHING if text.strip() else "it is empty"


__all__ = ["UNKNOWN", "Checked", "Unreadable", "as_json", "check_path", "check_text", "said", "summary"]
