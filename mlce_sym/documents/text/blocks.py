r"""A document as blocks: each formula with its chains, the words around it, its label, and whether it is a claim.

>>> from mlce_sym.documents.text.places import Files
>>> files = Files()
>>> text = files.add("a.md", "Let $x > 0$. Then $$x^2 = x \\cdot x = x x. \\label{sq}$$")
>>> for block in blocks(text, MARKDOWN):
...     print(block.kind, repr(block.before), block.labels, [[part.text for part in chain.parts] for chain in block.chains])
inline 'Let ' () [['x', '0']]
display 'Let ⟨0⟩. Then ' ('sq',) [['x^2', 'x \\cdot x', 'x x']]
"""  # noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ...reading.signs.macros import Macro
from ...reading.signs.tree import ReadingError
from ...reading.texts.rows import PROSE as WORDS
from ...reading.texts.rows import Part, parse_partly
from .pieces import CLAIMS, DISPLAY, INLINE, INPUT, MARK, MARKDOWN, PROSE, ROWS, SAID, TEX, TROUBLE, Piece, pieces
from .places import Text
from .vocabulary import CLAIMED, PROVING

LABEL = re.compile(r"\\label\s*\{([^{}]*)\}|\\tag\*?\s*\{([^{}]*)\}")
REFERENCE = re.compile(r"\s*(?:\\(?:eq)?ref\s*\{[^{}]*\}|\(\d+\))\s*")
IGNORE = re.compile(r"%\s*mlce:\s*ignore")
ROW = re.compile(r"\\begin(?=\s*\{)|\\end(?=\s*\{)|\\\\(?![A-Za-z])")
COUNTED = frozenset(("equation", *ROWS)) - {"dgroup"}
WITHOUT_NUMBER = re.compile(r"\\(?:notag|nonumber|tag)(?![A-Za-z])")
OTHER_COUNT = re.compile(
    r"\\(?:numberwithin|input|include|setcounter|addtocounter|counterwithin)(?![A-Za-z])|subequations"
)
CONCLUDING = ("⇒", "⇔", "→")
EDGE = "§"
SENTENCE = 400  # characters of prose that are kept before a formula
LINK = re.compile(r"\[([^\][]*)\]\([^()\s]*\)")
BOLD = re.compile(r"(?:\*\*|__|\\textbf\{|\\emph\{|\\textit\{)\s*([A-Za-z]+)[^*_{}\n]{0,40}?[:.]?\s*(?:\*\*|__|\})")
PROBLEM = re.compile(  # where the names of random variables may stand for others
    r"(?:^|\n|\*\*|__|\\textbf\{)\s*(?:(?:Problem|Exercise|Question|Example|Task)\b[^.:\n]{0,9}\d|(?<=[*_{])\d+\s*[.):*_}])"
)


@dataclass(frozen=True)
class Chain:
    """A formula, and those related to it one after the other; the words before it; is it passed over?"""

    parts: tuple[Part, ...]
    words: str = ""
    ignored: bool = False


@dataclass(frozen=True)
class Block:
    """A formula of a document. `kind` is display, inline, said (to `mlce`), section, problem or trouble; `before` and
    `after` are the words of the paragraph, in which ⟨3⟩ stands for the inline formula with the number 3. `counted` are
    the numbers that LaTeX gives to the rows of a display, "" to one without a number; `since` are all words since the
    formula above, with a mark for each edge of an environment and each heading."""

    kind: str
    text: Text
    number: int
    chains: tuple[Chain, ...] = ()
    before: str = ""
    after: str = ""
    labels: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    claim: bool = False
    error: ReadingError | None = None
    why: str = ""
    since: str = ""


@dataclass
class _Reader:
    """What has been read so far."""

    syntax: str
    macros: dict[str, Macro] = field(default_factory=dict)
    paragraph: str = ""
    since: str = ""
    claim: bool = False
    ignore: bool = False
    numbers: dict[str, int] = field(default_factory=lambda: {DISPLAY: 0, INLINE: 0})
    counts: bool = True  # are equations counted in the usual way?
    count: int = 0

    def block(self, piece: Piece) -> Iterator[Block]:
        if piece.kind == PROSE:
            self._prose(self.words(piece))
            if PROBLEM.search(piece.text.text):
                yield Block("problem", piece.text, 0)
        elif piece.kind == SAID and piece.text.text.startswith("ignore"):
            self.ignore = True
        elif piece.kind == MARK:
            yield from self._mark(piece)
        elif piece.kind in (INLINE, DISPLAY):
            yield self._formula(piece)
        else:
            yield Block(piece.kind, piece.text, 0, why=piece.name)

    def words(self, piece: Piece) -> str:
        """What is written, of a link in Markdown the words alone."""
        return LINK.sub(r"\1", piece.text.text) if self.syntax == MARKDOWN else piece.text.text

    def _prose(self, words: str) -> None:
        for bold in BOLD.finditer(words):
            self.claim = self._claims(bold[1])
        self.since += words
        gap = words.rstrip().rfind("\n\n")
        self.paragraph = (self.paragraph + words if gap < 0 else words[gap:])[-SENTENCE:]

    def _claims(self, word: str) -> bool:
        """Is what follows a claim, after this word at the beginning of a paragraph?"""
        return not PROVING.match(word) and (self.claim or bool(CLAIMED.match(word)))

    def _mark(self, piece: Piece) -> Iterator[Block]:
        edge, _, name = piece.name.partition(" ")
        self.since += EDGE
        self.claim = edge == "begin" and bool(re.fullmatch(CLAIMS, name))
        if piece.name == "section" or re.search("exercise|problem|question", piece.name):
            yield Block("section" if piece.name == "section" else "problem", piece.text, 0)

    def _formula(self, piece: Piece) -> Block:
        number = self.numbers[piece.kind]
        self.numbers[piece.kind] += 1
        source = piece.text.text
        labels = tuple(one or other for one, other in LABEL.findall(source))
        block = Block(piece.kind, piece.text, number, (), self.paragraph, "", labels, self._counted(piece), self.claim)
        block, self.since = replace(block, since=self.since), ""
        self.paragraph = "" if piece.kind == DISPLAY else self.paragraph + _in_words(source, number)
        ignored, self.ignore = self.ignore, False
        try:
            chains = tuple(_chains(parse_partly(source, self.macros), source))
        except ReadingError as problem:
            return replace(block, error=problem)
        return replace(block, chains=tuple(replace(chain, ignored=chain.ignored or ignored) for chain in chains))

    def _counted(self, piece: Piece) -> tuple[str, ...]:
        """The numbers that LaTeX gives to the rows of a display."""
        if not self.counts or piece.name not in COUNTED:
            return ()
        source, found = piece.text.text, list[str]()
        for start, end in rows_of(source) if piece.name not in ("equation", "multline") else [(0, len(source))]:
            has_one = source[start:end].strip() and not WITHOUT_NUMBER.search(source, start, end)
            self.count += bool(has_one)
            found.append(str(self.count) if has_one else "")
        return tuple(found)


def rows_of(source: str) -> list[tuple[int, int]]:
    r"""Where the rows of a display begin and end; what stands in an environment inside it is in one row.

    >>> rows_of(r"a &= b \\ c &= \begin{cases} 1 \\ 2 \end{cases}")
    [(0, 7), (9, 47)]
    """
    cuts, depth = [0], 0
    for found in ROW.finditer(source):
        depth += {r"\begin": 1, r"\end": -1}.get(found[0], 0)
        if found[0] == r"\\" and depth == 0:
            cuts += [found.start(), found.end()]
    return list(zip(cuts[::2], [*cuts[1::2], len(source)], strict=True))


def _in_words(source: str, number: int) -> str:
    """What stands for an inline formula in the words around it; a reference is one of these."""
    return f" {source.strip()} " if REFERENCE.fullmatch(source) else f"⟨{number}⟩"


def blocks(text: Text, syntax: str, macros: dict[str, Macro] | None = None) -> Iterator[Block]:
    """The formulas of a document in order; its macros are added to those that are known."""
    reader = _Reader(syntax, {} if macros is None else macros)
    reader.counts = syntax == TEX and not OTHER_COUNT.search(text.text)
    found: list[Block] = []
    for piece in pieces(text, syntax, reader.macros):
        if piece.kind == PROSE and found:
            found = [replace(one, after=one.after + reader.words(piece)[:SENTENCE]) for one in found]
        for block in reader.block(piece):
            yield from found
            found = [block]
    yield from found


def _chains(rows: Iterable[tuple[Part, ...]], source: str) -> Iterator[Chain]:
    """The chains of a display: a row that begins with a relation goes on with the one before."""
    found: list[Chain] = []
    for row in rows:
        words, open_ = "", found[-1:] if row and row[0].relation not in ("", WORDS) else []
        for part in row:
            if part.relation == WORDS:
                words = f"{words} {part.text}".strip()
                open_ = []
            elif part.relation in CONCLUDING:
                found.append(Chain((replace(part, relation=""),), "so"))
                open_ = found[-1:]
            elif (part.relation and open_) or (part.relation and found and not words):
                found[-1] = replace(found[-1], parts=(*found[-1].parts, part))
            else:
                found.append(Chain((replace(part, relation=""),), words))
                words, open_ = "", found[-1:]
        if row and found and IGNORE.search(source, row[-1].end, _row_end(source, row[-1].end)):
            found[-1] = replace(found[-1], ignored=True)
    yield from (chain for chain in found if any(part.text for part in chain.parts))


def _row_end(source: str, start: int) -> int:
    """The end of the line on which a row ends."""
    row = source.find("\\\\", start)
    line = source.find("\n", start if row < 0 else row)
    return len(source) if line < 0 else line


__all__ = ["DISPLAY", "INLINE", "INPUT", "MARKDOWN", "SAID", "TEX", "TROUBLE", "Block", "Chain", "blocks"]
