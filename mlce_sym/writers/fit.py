"""Fitting lines into a width: where a long expression is broken, and whether its reason stands beside or below.

>>> broken("a \\x1f+ b \\x1f+ c", 6, len)
['a + b', '+ c']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..terms.caching import lru_cache

BREAK = "\x1f"
RELATION = re.compile(r"\s*(?:[<>=≤≥≠]|\\(?:le|ge|ne)(?![a-z]))")
Measure = Callable[[str], float]


class Display(NamedTuple):
    """A line of a display: left side, relation, the rows of the right side, and its reason."""

    left: str
    sign: str
    right: str
    reason: str


def broken(text: str, width: float, measure: Measure) -> list[str]:
    """The rows of a breakable text: as few as fit into the width, and then of about the same length; two rows meet at a
    relation, where there is one between them that leaves both of them room.

    >>> broken("a + b \\x1f+ c \\x1f< d", 10, len)
    ['a + b + c', '< d']
    """
    pieces = text.split(BREAK)
    rows = _filled(pieces, width, measure)
    met = _at_relation(pieces, width, measure) if len(rows) == 2 else []
    while len(rows) > 1 and not met:
        width = max(map(measure, rows)) - 0.5
        narrower = _filled(pieces, width, measure)
        if len(narrower) > len(rows) or max(map(measure, narrower)) > width:
            break
        rows = narrower
    return [row.strip() for row in met or rows]


def _at_relation(pieces: Sequence[str], width: float, measure: Measure) -> list[str]:
    """Two rows that meet at a relation, neither of them much shorter than the other; none where it cannot be."""
    for place in range(1, len(pieces)):
        rows = ["".join(pieces[:place]), "".join(pieces[place:])]
        widths = [*map(measure, rows)]
        if RELATION.match(pieces[place]) and max(widths) <= min(width, 4 * min(widths)):
            return rows
    return []


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


# The width of LaTeX, in em of Latin Modern at 11 points

TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|\s+|.")
RELATIONS = ["=", "<", ">", ":", r"\le", r"\ge", r"\ne", r"\in", r"\notin", r"\mapsto", r"\to", r"\sim"]
OPERATORS = ["+", "-", r"\pm", r"\setminus", r"\times"]
OPENING = ("", "(", "[", "{", ",", *RELATIONS)
LETTER_WIDTHS = {
    **dict.fromkeys("ilt", 0.36),
    **dict.fromkeys("bcejopqrs0123456789", 0.5),
    **dict.fromkeys("adgvyz", 0.53),
    **dict.fromkeys("fhknux", 0.6),
    **dict.fromkeys("wIJL", 0.73),
    **dict.fromkeys("ABCDEFGOPQRSTUVYZ", 0.8),
    **dict.fromkeys("mHKNX", 0.91),
    **dict.fromkeys("MW", 1.08),
}
WIDTHS = {
    **LETTER_WIDTHS,
    **{r"\sum": 1.32, r"\prod": 1.17, r"\int": 0.91, r"\frac": 0.22, r"\sqrt": 0.83, r"\operatorname*": 0.2},
    **{r"\log": 1.5, r"\exp": 1.7, r"\min": 1.84, r"\max": 2.05, r"\iff": 2.94},
    **{r"\bigl": 0.06, r"\Bigl": 0.16, r"\biggl": 0.28, r"\bigr": 0.06, r"\Bigr": 0.16, r"\biggr": 0.28},
    **{r"\bigm": 0.06, r"\Big": 0.0, r"\bigg": 0.0, r"\lvert": 0.28, r"\rvert": 0.28, r"\,": 0.17, r"\thinspace": 0.17},
    **{r"\quad": 1.0, r"\qquad": 2.0, r"\{": 0.5, r"\}": 0.5, r"\|": 0.5, r"\mathrm": 0.0, r"\text": 0.0},
    **{
        r"\hat": 0.0,
        r"\bar": 0.0,
        r"\tilde": 0.0,
        r"\dots": 1.5,
        r"\mathbb": 0.0,
        r"\varnothing": 0.78,
        r"\infty": 1.0,
    },
    **{r"\theta": 0.5, r"\ell": 0.42, r"\delta": 0.48, r"\Theta": 0.78, r"\omega": 0.66, r"\psi": 0.69},
    **{"(": 0.39, ")": 0.39, "[": 0.28, "]": 0.28, ",": 0.45, ";": 0.45, ".": 0.28, "!": 0.28, "|": 0.28, "/": 0.5},
    **dict.fromkeys(RELATIONS, 1.34),
    **dict.fromkeys(OPERATORS, 1.22),
}
ALONE, SCRIPT, AFTER = 0.78, 0.73, 0.06  # a sign without space around it; the size of a script, the space after it
SPACE, ROMAN = 0.33, 0.92  # between words; a letter of theirs beside one of a formula
DISPLAY, TEXT, SMALL = "display", "text", "script"  # styles: only in the first a sum has its limits below and above
CASE = (0.9, 1.0)  # the brace, and the space between value and condition
SIGNS = frozenset((*RELATIONS, *OPERATORS))
LIMITS = (r"\sum", r"\prod", r"\operatorname*")


@lru_cache(maxsize=1000)
def tex_width(text: str) -> float:
    """About how many em a displayed formula takes; rather too much than too little."""
    return _run(list(reversed(TOKEN.findall(text.replace(BREAK, "")))), "")


LETTER, SMALLER = 0.41, 0.85  # of a reason, which is printed in small type


def prose_width(text: str) -> float:
    """About how many em a reason takes in a line."""
    words = re.sub(r"\\[A-Za-z]+\{?|~", " ", text).split("$")
    return sum(SMALLER * tex_width(piece) if k % 2 else LETTER * len(piece) for k, piece in enumerate(words)) + 1


def _run(tokens: list[str], end: str, style: str = DISPLAY) -> float:
    """The width up to the end. In a script there is no space around signs; nor is there around one that begins."""
    total, before = 0.0, ""
    while tokens:
        token = tokens.pop()
        if token == end:
            break
        alone = style == SMALL or (before in OPENING and token in OPERATORS)
        width = _with_scripts(token, tokens, style)
        total += min(width, ALONE) if alone and token in SIGNS else width
        before = before if token.isspace() else token
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
    return sum(CASE) + sum(max(_run(cell[::-1], "", TEXT) for cell in column) for column in columns)


def _with_scripts(token: str, tokens: list[str], style: str) -> float:
    base, scripts = _one(token, tokens, style), 0.0
    while tokens and tokens[-1] in "_^":
        tokens.pop()
        scripts = max(scripts, SCRIPT * _one(tokens.pop(), tokens, SMALL) + AFTER)
    return max(base, scripts) + 0.17 if token in LIMITS and style == DISPLAY else base + scripts


def _spaces(tokens: list[str]) -> int:
    """How many there are in the words of the next group; a formula, which has none of its own, counts as words."""
    words = tokens[: -tokens[::-1].index("}") - 1 : -1] if "}" in tokens else []
    return sum(map(str.isspace, words))


def _one(token: str, tokens: list[str], style: str) -> float:
    if token.isspace():
        return 0.0
    if token == "{":
        return _run(tokens, "}", style)
    if token == r"\text":
        return SPACE * _spaces(tokens) + ROMAN * _one(tokens.pop(), tokens, style)
    if token == r"\begin":
        return _cases(tokens)
    if token == r"\frac":
        inner = TEXT if style == DISPLAY else SMALL
        return max(_one(tokens.pop(), tokens, inner), _one(tokens.pop(), tokens, inner)) + WIDTHS[token]
    if token in (r"\sqrt", r"\operatorname*"):
        return _one(tokens.pop(), tokens, style) + WIDTHS[token]
    return WIDTHS.get(token, 0.6 if token.startswith("\\") else 0.57)
