"""Text that knows where each of its characters was written, through \\input and macros.

>>> folder = Files()
>>> text = folder.add("a.tex", "x = 1\\ny = 2")
>>> folder.place(text[6:].at[0])
Place(file='a.tex', line=2, column=1)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain


@dataclass(frozen=True)
class Place:
    """A file, and a line and column in it, counted from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Text:
    """Characters, and for each of them the offset at which it stands among all files (`Files`)."""

    text: str
    at: Sequence[int]

    def __getitem__(self, part: slice) -> Text:
        return Text(self.text[part], self.at[part])

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    def stripped(self) -> Text:
        """Without space at its ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self[start : len(self.text.rstrip())] if self else self[:0]

    def without(self, pattern: str | re.Pattern[str]) -> Text:
        """Without what matches; a space stands for it, so that no two words become one."""
        return self.replaced(pattern, " ")

    def replaced(self, pattern: str | re.Pattern[str], by: str) -> Text:
        """With other characters for what matches, which stand where that begins."""
        parts, end = [], 0
        for found in re.finditer(pattern, self.text):
            parts += [self[end : found.start()], Text(by, (self.at[found.start()],) * len(by))]
            end = found.end()
        return joined((*parts, self[end:])) if parts else self


def joined(parts: Iterable[Text]) -> Text:
    """One text after the other."""
    some = tuple(parts)
    return Text("".join(part.text for part in some), tuple(chain.from_iterable(part.at for part in some)))


@dataclass
class Files:
    """The files that were read, each a stretch of one line of offsets."""

    names: list[str] = field(default_factory=list)
    lines: list[list[int]] = field(default_factory=list)  # of each file, where its lines begin
    texts: list[str] = field(default_factory=list)
    ends: list[int] = field(default_factory=lambda: [0])

    def add(self, name: str, text: str) -> Text:
        """A file, whose characters get the offsets that are free."""
        base = self.ends[-1]
        self.names.append(name)
        self.texts.append(text)
        self.lines.append([0, *(found.end() for found in re.finditer("\n", text))])
        self.ends.append(base + len(text) + 1)
        return Text(text, range(base, base + len(text)))

    def _found(self, offset: int) -> tuple[int, int, int]:
        """The number of the file, the number of the line, and the column, from 0."""
        file = bisect_right(self.ends, offset) - 1
        inside = offset - self.ends[file]
        line = bisect_right(self.lines[file], inside) - 1
        return file, line, inside - self.lines[file][line]

    def place(self, offset: int) -> Place:
        file, line, column = self._found(offset)
        return Place(self.names[file], line + 1, column + 1)

    def line(self, offset: int) -> str:
        """The line of the source in which an offset lies."""
        file, line, _ = self._found(offset)
        start = self.lines[file][line]
        end = self.texts[file].find("\n", start)
        return self.texts[file][start:] if end < 0 else self.texts[file][start:end]
