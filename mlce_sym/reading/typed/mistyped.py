"""The text as it was typed, and the one exception for everything that is wrong in it.

>>> str(Source("--density", "a +\\n b").wrong(5, "b is wrong"))
'--density:2:2: b is wrong'
"""

from __future__ import annotations

from dataclasses import dataclass

from lark import Token, Tree

from ...terms.errors import MlceError

SHOWN = 50
Node = Tree[Token]
Part = Token | Node


class Mistyped(MlceError, ValueError):
    """Text that cannot be read; the message is one line: `WHERE:LINE:COLUMN: what; what to do instead`."""


def start(part: Part) -> int:
    """Where a part starts in the text."""
    return int((part if isinstance(part, Token) else part.meta).start_pos or 0)


def end(part: Part) -> int:
    """Where a part ends in the text."""
    return int((part if isinstance(part, Token) else part.meta).end_pos or 0)


@dataclass(frozen=True)
class Source:
    """A text, and the option that it was typed for."""

    option: str
    text: str

    def wrong(self, at: int | Part, what: str) -> Mistyped:
        """The exception for what is wrong at that place."""
        place = at if isinstance(at, int) else start(at)
        before = self.text[:place]
        line, column = before.count("\n") + 1, place - before.rfind("\n")
        return Mistyped(f"{self.option}:{line}:{column}: {what}")

    def shown(self, first: Part, last: Part | None = None) -> str:
        """A part of the text as it is typed, or all from one part to another."""
        return self.quoted(start(first), end(first if last is None else last))

    def quoted(self, start: int, end: int) -> str:
        """That part of the text on one line, shortened, with what cannot be printed as escapes."""
        words = " ".join(self.text[start:end].split()) or self.text[start:end]
        short = words if len(words) <= SHOWN else words[:SHOWN] + "…"
        return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in short)
