r"""LaTeX as a tree: tokens, with what stands in brackets grouped.

Spaces and the sizes of brackets carry no meaning; the argument of `_`, `^` or an accent is always a group, with or
without braces in the text.

>>> tree(r"-y_i \bigl[1, x\bigr]")
('-', 'y', '_', Group(opening='{', items=('i',)), Group(opening='[', items=('1', ',', 'x')))
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ...terms.errors import MlceError


class Unread(MlceError, ValueError):
    """A printed text that cannot be read, or does not say what it should; the message is one line."""


class Group(NamedTuple):
    """What stands between an opening bracket and its closing one."""

    opening: str
    items: tuple[Item, ...]


Item = str | Group
Items = tuple[Item, ...]

TOKEN = re.compile(
    r"""\\(?:operatorname\*|mathrm|mathbb|text)\{(?:[^{}\\]|\\.)*\}  # a word, whole
    | \\(?:begin|end)\{cases\} | & | \\\\                              # cases, and their columns and rows
    | (?:\\(?:big|Big|bigg|Bigg)[lr])?(?:[()\[\]]|\\[{}])           # a bracket with its size
    | \\Big\| | \\[A-Za-z]+ | \\[,|] | [A-Za-z] | [-+*/=<>,;{}]
    | (?<=[_^])[0-9] | [0-9]+ | [_^](?=\S)                          # TeX takes one digit as a script: x^12 is x^1 2
    | \s+""",
    re.VERBOSE,
)
CLOSING = {"(": ")", "[": "]", r"\{": r"\}", "{": "}", r"\lvert": r"\rvert"}
CLOSING |= {r"\begin{cases}": r"\end{cases}"}
TAKES_GROUP = {"_", "^", r"\hat", r"\bar", r"\tilde"}


def tree(tex: str) -> Items:
    """The items of a LaTeX text. Raises Unread at what is no token, and where brackets do not match."""
    items, rest = _items(_tokens(tex), "")
    assert not rest
    return items


def _tokens(tex: str) -> list[str]:
    found, place = [], 0
    while place < len(tex):
        token = TOKEN.match(tex, place)
        if token is None:
            raise Unread(f"{tex[place : place + 20]!r} is not understood")
        place = token.end()
        found.append(token[0])
    return [token for token in found if not token.isspace() and token != r"\,"][::-1]


def _items(tokens: list[str], closing: str) -> tuple[Items, list[str]]:
    """The items up to the closing bracket; the tokens are taken from the end of the list."""
    items: list[Item] = []
    while tokens:
        token = tokens.pop()
        if token == closing:
            return _scripted(items), tokens
        opening = re.sub(r"^\\(big|Big|bigg|Bigg)l", "", token)
        if opening in CLOSING:
            inside, tokens = _items(tokens, token.removesuffix(opening).replace("gl", "gr") + CLOSING[opening])
            items.append(Group(opening, inside))
        elif token.endswith((*CLOSING.values(),)) and not token.startswith((r"\math", r"\text", r"\op")):
            raise Unread(f"{token} closes nothing")
        else:
            items.append(token)
    if closing:
        raise Unread(f"{closing} is missing")
    return _scripted(items), tokens


def _scripted(items: list[Item]) -> Items:
    """The argument of a script or an accent as a group."""
    found: list[Item] = []
    for item in items:
        wanted = bool(found) and found[-1] in TAKES_GROUP
        found.append(Group("{", (item,)) if wanted and isinstance(item, str) else item)
    return tuple(found)


def split(items: Items, marks: tuple[str, ...]) -> tuple[list[Items], list[str]]:
    """The runs of items between marks, and the marks; none of the runs may be empty.

    >>> split(("a", "<", "b"), ("<",))
    ([('a',), ('b',)], ['<'])
    """
    runs: list[list[Item]] = [[]]
    found: list[str] = []
    for item in items:
        if isinstance(item, str) and item in marks:
            found.append(item)
            runs.append([])
        else:
            runs[-1].append(item)
    if not all(runs):
        raise Unread(f"nothing stands beside {found[0]}" if found else "nothing stands where a term is expected")
    return [tuple(run) for run in runs], found


def group(items: Items, place: int, openings: tuple[str, ...] = ("{",)) -> Items:
    """What is in the group at that place. Raises Unread if there is none."""
    item = items[place] if place < len(items) else ""
    if not isinstance(item, Group) or item.opening not in openings:
        raise Unread(f"{' or '.join(openings)} is expected after {shown(items[:place])}")
    return item.items


def shown(items: Items) -> str:
    """The items as text, for messages."""
    return " ".join(
        item if isinstance(item, str) else f"{item.opening}{shown(item.items)}{CLOSING[item.opening]}" for item in items
    )
