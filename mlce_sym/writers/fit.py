"""Fitting lines into a width: where a long expression is broken, and whether its reason stands beside or below.

>>> broken("a \\x1f+ b \\x1f+ c", 6, len)
['a + b', '+ c']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

BREAK = "\x1f"
Measure = Callable[[str], float]


class Display(NamedTuple):
    """A line of a display: left side, relation, the rows of the right side, and its reason."""

    left: str
    sign: str
    right: str
    reason: str


def broken(text: str, width: float, measure: Measure) -> list[str]:
    """The rows of a breakable text: as few as fit into the width, and then of about the same length."""
    pieces = text.split(BREAK)
    rows = _filled(pieces, width, measure)
    while len(rows) > 1:
        width = max(map(measure, rows)) - 0.5
        narrower = _filled(pieces, width, measure)
        if len(narrower) > len(rows) or max(map(measure, narrower)) > width:
            break
        rows = narrower
    return [row.strip() for row in rows]


def _filled(pieces: Sequence[str], width: float, measure: Measure) -> list[str]:
    rows = [pieces[0]]
    for piece in pieces[1:]:
        if measure(rows[-1] + piece) <= width:
            rows[-1] += piece
        else:
            rows.append(piece)
    return rows


def room(lines: Sequence[Display], width: float, measure: Measure) -> float:
    """What the left sides and relations leave to the right sides."""
    return width - max(measure(line.left) + measure(line.sign) for line in lines)


def beside(lines: Sequence[Display], width: float, measure: Measure) -> bool:
    """Whether every line, broken where it may be, fits into the width."""
    space = room(lines, width, measure)
    return all(measure(row) <= space for line in lines for row in broken(line.right, space, measure))


def hung(lines: Sequence[Display], limit: float, indent: str, measure: Measure) -> list[Display]:
    """The lines, a left side longer than the limit on a line of its own and the others indented below it."""
    left = lines[0].left
    if measure(left) <= limit:
        return list(lines)
    return [Display("", "", left, ""), *(line._replace(left="", sign=indent + line.sign) for line in lines)]


# The width of LaTeX

TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|\s+|.")
WIDTHS = {
    **{
        r"\sum": 1.44,
        r"\prod": 1.28,
        r"\int": 0.9,
        r"\log": 1.6,
        r"\exp": 1.9,
        r"\min": 2.0,
        r"\max": 2.1,
        r"\frac": 0.24,
        r"\sqrt": 0.9,
        r"\operatorname*": 0.2,
    },
    **{r"\bigl": 0.1, r"\Bigl": 0.22, r"\biggl": 0.35, r"\bigr": 0.1, r"\Bigr": 0.22, r"\biggr": 0.35},
    **{r"\,": 0.17, r"\quad": 1.0, r"\qquad": 2.0, r"\{": 0.5, r"\}": 0.5, r"\|": 0.5, r"\mathrm": 0.0, r"\text": 0.0},
    **{r"\hat": 0.0, r"\bar": 0.0, r"\tilde": 0.0, r"\dots": 1.6, r"\mathbb": 0.1, r"\varnothing": 0.8, r"\cdot": 0.7},
    **{"(": 0.39, ")": 0.39, "[": 0.28, "]": 0.28, ",": 0.45, ";": 0.45, "/": 0.5, "+": 1.22, "-": 1.22},
    **dict.fromkeys(["=", "<", ">", r"\le", r"\ge", r"\ne", r"\in", r"\notin", r"\iff", r"\mapsto", r"\setminus"], 1.4),
}
CASE = (0.9, 1.0)  # the brace, and the space between value and condition
LIMITS = (r"\sum", r"\prod", r"\operatorname*")


@cache
def tex_width(text: str) -> float:
    """About how many em a displayed formula takes; rather too much than too little."""
    return _run(list(reversed(TOKEN.findall(text.replace(BREAK, "")))), "")


LETTER, SMALLER = 0.41, 0.85  # of a reason, which is printed in small type


def prose_width(text: str) -> float:
    """About how many em a reason takes in a line."""
    words = re.sub(r"\\[A-Za-z]+\{?|~", " ", text).split("$")
    return sum(SMALLER * tex_width(piece) if k % 2 else LETTER * len(piece) for k, piece in enumerate(words)) + 1


def _run(tokens: list[str], end: str) -> float:
    total = 0.0
    while tokens:
        token = tokens.pop()
        if token == end:
            break
        total += _with_scripts(token, tokens)
    return total


def _cases(tokens: list[str]) -> float:
    """A brace, and two columns: the widest value, and the widest condition."""
    rows: list[list[list[str]]] = [[[]]]
    depth, rest = 1, tokens[: -len("{cases}")]
    while rest and depth:
        token = rest.pop()
        depth += (token == r"\begin") - (token == r"\end")
        if depth == 1 and token == "&":
            rows[-1].append([])
        elif depth == 1 and token == r"\\":
            rows.append([[]])
        elif depth:
            rows[-1][-1].append(token)
    tokens[:] = rest[: -len("{cases}")]
    columns = zip(*(row for row in rows if len(row) == len(CASE)), strict=True)
    return sum(CASE) + sum(max(_run(cell[::-1], "") for cell in column) for column in columns)


def _with_scripts(token: str, tokens: list[str]) -> float:
    base, scripts = _one(token, tokens), 0.0
    while tokens and tokens[-1] in "_^":
        tokens.pop()
        scripts = max(scripts, 0.66 * _one(tokens.pop(), tokens))
    return max(base, scripts) + 0.17 if token in LIMITS else base + scripts


def _one(token: str, tokens: list[str]) -> float:
    if token.isspace():
        return 0.0
    if token == "{":
        return _run(tokens, "}")
    if token == r"\begin":
        return _cases(tokens)
    if token == r"\frac":
        return max(_one(tokens.pop(), tokens), _one(tokens.pop(), tokens)) + WIDTHS[token]
    if token in (r"\sqrt", r"\operatorname*"):
        return _one(tokens.pop(), tokens) + WIDTHS[token]
    return WIDTHS.get(token, 0.57)
