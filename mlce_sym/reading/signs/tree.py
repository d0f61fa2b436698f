"""The syntax of a formula: nodes that say where they stand in the text, and the one error of this room.

Two nodes are equal where they are written alike, wherever they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...terms.errors import MlceError

SHOWN = 50


class ReadingError(MlceError, ValueError):
    """Text that cannot be read: `place` is an offset in it, `construct` the name of what is not understood there."""

    def __init__(self, place: int, construct: str, message: str) -> None:
        super().__init__(f"{construct}: {message}" if construct else message)
        self.place, self.construct, self.message = place, construct, message


class Unknown(ReadingError):
    """A name of which nothing is said, where the names are all there are: `construct` is that name."""


class Unread(MlceError, ValueError):
    """A printed text that cannot be read, or does not say what it should; the message is one line."""


@dataclass(frozen=True)
class Node:
    """A piece of a formula: its kind, its parts, its own text (of a name or number: that which is written)."""

    kind: str
    parts: tuple[Node, ...] = ()
    text: str = ""
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    def walk(self) -> Iterator[Node]:
        """The node and everything in it, from left to right."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.parts))


def quoted(text: str, start: int, end: int) -> str:
    """That part of a text on one line, shortened, with what cannot be printed as escapes."""
    words = " ".join(text[start : end if end - start <= 4 * SHOWN else start + 4 * SHOWN].split())
    short = words if len(words) <= SHOWN else words[:SHOWN] + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in short)


def place_in(text: str, place: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1.

    >>> place_in("a\\nbc", 3)
    (2, 2)
    """
    before = text[:place]
    return before.count("\n") + 1, place - before.rfind("\n")
