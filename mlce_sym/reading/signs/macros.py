r"""TeX as a list of control words and characters; macros of a document, and what is written for them.

A macro is data, and is expanded by putting its arguments in; no TeX is run.

>>> found = macros(r"\newcommand{\loss}[2][L]{#1(#2)} \def\half{\frac12}")
>>> sorted(found)
['half', 'loss']
>>> "".join(piece.text for piece in expanded(pieces(r"\loss{\theta} + \loss[\ell]{y}"), found))
'L(\\theta) + \\ell(y)'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .commands import DEFINED
from .tree import ReadingError, quoted

LONGEST, MOST_PIECES, MOST_EXPANSIONS = 20_000, 20_000, 2_000
PIECE = re.compile(r"\\[A-Za-z]+\*?|\\.|\.\.\.|%[^\n]*\n?[ \t]*|\s+|.", re.DOTALL)
DEFINING = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareMathOperator)\s*(\*?)\s*(?:\{\s*\\([A-Za-z]+)\s*\}|\\([A-Za-z]+))"
    r"\s*(?:\[(\d)\])?\s*(?:\[([^\]]*)\])?\s*\{|\\def\s*\\([A-Za-z]+)\s*((?:#\d)*)\s*\{"
)
LET = re.compile(r"\\let\s*\\([A-Za-z]+)\s*=?\s*(\\[A-Za-z]+)")
DOCUMENT = re.compile(
    r"\\(?:New|Renew|Provide)DocumentCommand\s*\{?\s*\\([A-Za-z]+)\s*\}?\s*\{((?:[^{}]|\{[^{}]*\})*)\}\s*\{"
)
PAIRED = re.compile(r"\\DeclarePairedDelimiter\s*\{?\s*\\([A-Za-z]+)\s*\}?\s*\{([^{}]+)\}\s*\{([^{}]+)\}")


@dataclass(frozen=True)
class Macro:
    """What is written for a command: `#1`, … in `body` are its `arity` arguments, the first of which may have a
    value that is taken where none is given in square brackets."""

    arity: int
    body: str
    optional: str | None = None


Macros = Mapping[str, Macro]


@dataclass(frozen=True)
class Piece:
    """A control word or a character, and the place in the source that it comes from."""

    text: str
    start: int
    end: int


def macros(text: str) -> dict[str, Macro]:
    r"""The macros that a document defines by \newcommand, \def or \DeclareMathOperator."""
    found: dict[str, Macro] = {}
    for name, other in LET.findall(text):
        found[name] = Macro(0, other)
    for name, left, right in PAIRED.findall(text):
        found[name] = Macro(1, rf"\left{left}#1\right{right}")
    for match in DOCUMENT.finditer(text):
        body, optional = _body(text, match.end()), re.match(r"\s*O\{([^{}]*)\}", match[2])
        if body is not None:
            count = len(re.findall("m", re.sub(r"\{[^{}]*\}", "", match[2]))) + (optional is not None)
            found[match[1]] = Macro(count, body, optional[1] if optional else None)
    for match in DEFINING.finditer(text):
        body = _body(text, match.end())
        if body is None:
            continue
        if match[6]:
            found[match[6]] = Macro(len(match[7]) // 2, body)
        else:
            upright = "DeclareMathOperator" in match[0]
            made = rf"\operatorname{{{body}}}" if upright else body
            found[match[2] or match[3]] = Macro(int(match[4] or 0), made, match[5])
    return found


def _body(text: str, start: int) -> str | None:
    depth, at = 1, start
    while at < len(text) and at - start <= LONGEST:
        if text[at] == "\\":
            at += 1
        elif text[at] in "{}":
            depth += 1 if text[at] == "{" else -1
            if not depth:
                return text[start:at]
        at += 1
    return None


def pieces(source: str, offset: int | None = None) -> list[Piece]:
    """The control words and characters of a text, spaces as one, without comments. With an `offset` all of them are
    said to stand there. Raises ReadingError for a text that is too long, and for control characters."""
    if len(source) > LONGEST:
        raise ReadingError(LONGEST, "a long formula", f"it has more than {LONGEST} characters; split it")
    found = []
    for match in PIECE.finditer(source):
        text, (start, end) = match[0], match.span() if offset is None else (offset, offset + 1)
        if text.startswith("%"):
            continue
        if text.isspace():
            text = " "
        elif not text.isprintable():
            shown = quoted(text, 0, 1)
            raise ReadingError(start, f"the character '{shown}'", "it cannot be printed; remove it")
        found.append(Piece(text.removesuffix("*") if text[1:2].isalpha() and text != "\\*" else text, start, end))
    return found


def expanded(source: list[Piece], given: Macros) -> list[Piece]:
    """The pieces with every macro written out, without spaces after control words. Raises ReadingError for macros
    that go on for ever."""
    todo, done, count = list(reversed(source)), list[Piece](), 0
    while todo:
        piece = todo.pop()
        macro = _macro(piece.text, given)
        if macro is None:
            done.append(piece)
        else:
            count += 1
            todo.extend(reversed(_written(piece, macro, todo)))
        if count > MOST_EXPANSIONS or len(done) + len(todo) > MOST_PIECES:
            raise ReadingError(piece.start, f"the macro {piece.text}", "it goes on for ever, or becomes too long")
    return done


def _macro(text: str, given: Macros) -> Macro | None:
    if not text.startswith("\\") or len(text) < 2:
        return None
    if text[1:] in given:
        return given[text[1:]]
    return Macro(*DEFINED[text[1:]]) if text[1:] in DEFINED else None


def _written(call: Piece, macro: Macro, todo: list[Piece]) -> list[Piece]:
    """The body of a macro with its arguments, which are taken off `todo` (its end is what comes next)."""
    arguments: list[list[Piece]] = []
    if macro.optional is not None:
        arguments.append(_bracketed(todo) or pieces(macro.optional, call.start))
    while len(arguments) < macro.arity:
        arguments.append(argument(todo, call))
    found: list[Piece] = []
    body = iter(pieces(macro.body, call.start))
    for piece in body:
        if piece.text != "#":
            found.append(Piece(piece.text, call.start, call.end))
            continue
        number = next(body, piece).text
        if number not in "123456789" or int(number) > len(arguments):
            raise ReadingError(call.start, f"the macro {call.text}", f"it has no argument #{number}")
        found.extend(arguments[int(number) - 1])
    return found


def argument(todo: list[Piece], call: Piece) -> list[Piece]:
    """The next group in braces, or the next piece, taken off the end of `todo`."""
    while todo and todo[-1].text == " ":
        todo.pop()
    if not todo or todo[-1].text == "}":
        raise ReadingError(call.start, call.text, "an argument is missing after it")
    first = todo.pop()
    if first.text != "{":
        return [first]
    found, depth = list[Piece](), 1
    while todo:
        piece = todo.pop()
        depth += (piece.text == "{") - (piece.text == "}")
        if not depth:
            return found
        found.append(piece)
    raise ReadingError(first.start, "'{'", "it is not closed; add '}'")


def _bracketed(todo: list[Piece]) -> list[Piece] | None:
    """What stands in square brackets next, taken off `todo`, or None."""
    while todo and todo[-1].text == " ":
        todo.pop()
    if not todo or todo[-1].text != "[":
        return None
    todo.pop()
    found, depth = list[Piece](), 0
    while todo:
        piece = todo.pop()
        if piece.text == "]" and not depth:
            break
        depth += (piece.text in "{[") - (piece.text in "}]")
        found.append(piece)
    return found
