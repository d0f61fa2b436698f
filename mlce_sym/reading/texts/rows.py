r"""A display as rows of formulas and the relations between them.

>>> for row in parse(r"a &= b + c \\ &\quad - d, \quad i = 1, \ldots, n"):
...     print([(part.relation, part.text) for part in row])
[('', 'a'), ('=', 'b + c \\\\ &\\quad - d'), ('', 'i'), ('=', '1, \\ldots, n')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from lark import Token

from ..signs.bars import CLOSING, OPENING
from ..signs.grammar import MOST_TOKENS, tree
from ..signs.macros import Macros
from ..signs.tokens import tokens
from ..signs.tree import Node, ReadingError
from .plain import Names, plain_tokens
from .sympy_forms import desugared

PROSE = "prose"
LATEX, PLAIN = re.compile(r"\\|[_^]\s*\{"), re.compile("^[^\\\\]*[ΣΠ]")
STARTS = ("NAME", "NUMBER", "FUNC", "BIG", "LB", "LBRACE", "FRAC", "ROOT", "ACCENT", "DV1", "DV2", "DV3", "NULLLB")
JOINS = ("SIGN", "TIMES", "SLASH", "NEG")
STOPS = ("COMMA", "SEMI", "PERIOD", "COLON", "BREAK")


@dataclass(frozen=True)
class Part:
    """A formula and the relation in which it stands to the part before it: "" at the beginning of a chain, "=", "<=",
    ":=", "∈", "∼", "⇒", "∝", "≈", …; of words between formulas the relation is "prose", and there is no tree; nor is
    there one where the formula cannot be read: then `error` says why."""

    relation: str
    tree: Node | None
    text: str
    start: int
    end: int
    error: ReadingError | None = None


Row = tuple[Part, ...]
Rows = tuple[Row, ...]


def parse(source: str, macros: Macros | None = None) -> Rows:
    """The rows of a display, syntax only; a row whose first relation is not "" goes on with the chain of the row above.
    Raises ReadingError for what cannot be read, with its place and its name."""
    return _strict(parse_partly(source, macros))


def parse_partly(source: str, macros: Macros | None = None) -> Rows:
    r"""The same, where what cannot be read does not keep the other formulas from being read.

    >>> [(part.text, str(part.error)) for part in parse_partly(r"a = \foo = c")[0]]
    [('a', 'None'), ('\\foo', 'the command \\foo: it is not understood'), ('c', 'None')]
    """
    return _rows(source, tokens(source, macros or {}))


def _strict(rows: Rows) -> Rows:
    for error in (part.error for row in rows for part in row):
        if error is not None:
            raise error
    return rows


def is_latex(source: str) -> bool:
    """Whether a text is LaTeX: it has a backslash, or a script in braces."""
    return LATEX.search(source) is not None and not PLAIN.search(source)


def parse_any(
    source: str, macros: Macros | None = None, names: Names = frozenset(), apart: frozenset[str] = frozenset()
) -> Rows:
    r"""The same of LaTeX or of plain text. In plain text E is e, and exp no name, unless it is one of the `names`
    (None: of any); the words that are read `apart` are products of their letters. Raises ReadingError.

    >>> parse_any("2*rate")[0][0].tree == parse(r"2 \cdot \mathrm{rate}")[0][0].tree
    True
    """
    if is_latex(source):
        return parse(source, macros)
    rows = _strict(_rows(source, plain_tokens(source, names, apart)))
    return tuple(tuple(_desugared(part) for part in row) for row in rows)


def _desugared(part: Part) -> Part:
    return part if part.tree is None else replace(part, tree=desugared(part.tree))


def _rows(source: str, found: list[Token]) -> Rows:
    rows: list[Row] = [()]
    for piece in _pieces(_flat(_unbracketed(found))):
        if piece.row and rows[-1]:
            rows.append(())
        part = _part(source, piece)
        if part is not None:
            rows[-1] = (*rows[-1], part)
    return tuple(row for row in rows if row)


@dataclass(frozen=True)
class Piece:
    """The tokens of one formula, the relation before it, and whether it begins a row."""

    relation: str
    tokens: tuple[Token, ...] = ()
    row: bool = False
    prose: str = ""
    at: Token | None = None


def _part(source: str, piece: Piece) -> Part | None:
    if piece.prose:
        assert piece.at is not None
        return Part(PROSE, None, piece.prose, int(piece.at.start_pos or 0), int(piece.at.end_pos or 0))
    if not piece.tokens:
        if piece.relation and piece.at is not None:
            start, end = int(piece.at.start_pos or 0), int(piece.at.end_pos or 0)
            return Part(piece.relation, Node("nothing", (), "", start, end), "", start, end)
        return None
    start, end = int(piece.tokens[0].start_pos or 0), max(int(token.end_pos or 0) for token in piece.tokens)
    text = source[start:end].rstrip()
    try:
        return Part(piece.relation, tree(list(piece.tokens)), text, start, start + len(text))
    except ReadingError as error:
        return Part(piece.relation, None, text, start, start + len(text), error)


def _unbracketed(found: list[Token]) -> list[Token]:
    r"""Without the brackets around a condition that stands beside a formula, as in a = b \quad (c > 1)."""
    gone = set[int]()
    for first, (space, token) in enumerate(pairwise(found), 1):
        if space.type == "SPACE" and token.type == "LB":
            last = _end_of_condition(found, first)
            if last and all(after.type in (*STOPS, "ROW", "AMP", "SPACE") for after in found[last + 1 : last + 2]):
                gone |= {first, last}
    return [token for place, token in enumerate(found) if place not in gone]


def _end_of_condition(found: list[Token], first: int) -> int:
    """Where the bracket ends, if there is a relation in it and in no other one; else 0."""
    depth, is_condition = 0, False
    for place, token in enumerate(found[first:], first):
        depth += (token.type in OPENING) - (token.type in CLOSING)
        is_condition |= depth == 1 and token.type == "REL"
        if depth == 0:
            return place if is_condition else 0
    return 0


def _flat(found: list[Token]) -> list[Token]:
    r"""Without the breaks in \left( … \right. \\ \left. … \right)."""
    out: list[Token] = []
    index = 0
    while index < len(found):
        if found[index].type == "NULLRB":
            after = index + 1
            while after < len(found) and found[after].type in ("ROW", "AMP", "SIGN", "TIMES"):
                after += 1
            if after < len(found) and found[after].type == "NULLLB":
                out.extend(token for token in found[index + 1 : after] if token.type in ("SIGN", "TIMES"))
                index = after + 1
                continue
        out.append(found[index])
        index += 1
    return out


def _outside(found: list[Token]) -> list[tuple[Token, bool]]:
    """The tokens, and whether each stands in no bracket; rows and columns are kept in cases and matrices alone."""
    out, stack = list[tuple[Token, bool]](), list[str]()
    for token in found:
        if token.type in OPENING:
            stack.append(token.type)
        inside = bool(stack) or token.type in CLOSING
        if token.type in CLOSING and stack:
            stack.pop()
        kept = token.type in ("ROW", "AMP") and bool(stack) and stack[-1] == "BEGIN"
        if not inside or kept or token.type not in ("ROW", "AMP", "SPACE", "PERIOD", "BREAK"):
            out.append((token, not inside))
    return out


def _pieces(found: list[Token]) -> Iterator[Piece]:
    """The formulas of a display, cut at relations, commas, rows and words that stand in no bracket."""
    marked = _outside(found)
    current, column = Piece(""), 0
    for index, (token, outside) in enumerate(marked):
        column = 0 if token.type == "ROW" else column + (token.type == "AMP" and outside)
        action = _action(token, marked[index + 1 :], current, column) if outside else "keep"
        if action == "keep":
            if len(current.tokens) >= MOST_TOKENS:
                at = int(token.start_pos or 0)
                raise ReadingError(at, "a long formula", f"it has more than {MOST_TOKENS} signs; split it")
            current = replace(current, tokens=(*current.tokens, token))
        elif action != "drop":
            if action != "relation" or current.tokens or not current.relation:
                yield current
            current = _next(action, token)
            if action == "prose":
                yield replace(current, prose=str(token))
                current = Piece("")
    yield current


def _next(action: str, token: Token) -> Piece:
    if action == "relation":
        return Piece(str(token), at=token)
    return Piece("", row=action == "row", at=token)


def _action(token: Token, rest: list[tuple[Token, bool]], current: Piece, column: int) -> str:
    """Keep a token, drop it, or cut there, and at what."""
    last = current.tokens[-1].type if current.tokens else ""
    after = next((other.type for other, _ in rest), "")
    match token.type:
        case "REL":
            return "relation"
        case "PROSE":
            return "prose"
        case "ROW":
            return "drop" if _goes_on(current, rest) else "row"
        case "AMP":
            return "stop" if column % 2 == 0 and current.tokens and last not in JOINS else "drop"
        case "SPACE":
            return "stop" if current.tokens and last not in JOINS and after in STARTS else "drop"
        case "COMMA" if last == "DOTS" or _runs_on(rest):
            return "keep"
        case "PERIOD" if after and not current.tokens:
            return "drop"
    return "stop" if token.type in STOPS else "keep"


def _runs_on(rest: list[tuple[Token, bool]]) -> bool:
    """Whether an ellipsis comes in the list that goes on here, as in 0, 1, 2, …"""
    before = "COMMA"
    for token, outside in rest:
        if outside and (
            token.type in ("REL", "PROSE", "ROW", "SPACE") or (token.type in STOPS and token.type != "COMMA")
        ):
            return False
        if token.type == "DOTS" and before == "COMMA":
            return True
        before = token.type
    return False


def _goes_on(current: Piece, rest: list[tuple[Token, bool]]) -> bool:
    """Whether the next row goes on with a formula: it begins with a sign or follows one; or it has no relation, and
    stands below one."""
    line = [
        token.type
        for token, outside in takewhile(lambda one: not (one[1] and one[0].type == "ROW"), rest)
        if outside or token.type
    ]
    shown = [kind for kind in line if kind not in ("AMP", "SPACE")]
    if not current.tokens:
        return bool(current.relation)
    if (
        shown
        and shown[0] == line[0] == "SIGN"
        and current.tokens[-1].type not in JOINS
        and ("AMP", "REL") in pairwise(line)
    ):
        return False  # - a &= b is a row of its own
    if not shown or shown[0] in JOINS or current.tokens[-1].type in JOINS:
        return bool(shown)
    related = any(outside and token.type == "REL" for token, outside in rest[: len(line)])
    return bool(current.relation) and not related and shown[0] in STARTS
