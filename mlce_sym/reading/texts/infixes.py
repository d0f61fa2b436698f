"""What plain text has between or before its terms, as the tokens that LaTeX has for it: d/dx, d^2/dx^2, n choose k.

>>> [str(token) for token in slope_tokens(SLOPE.match("d/dx x^2"))]
['frac', '{', 'd', '}', '{', 'd', 'x', '}']
"""

from __future__ import annotations

import re

from lark import Token

from ..signs.commands import UNICODE_LETTERS

ORDER = r"(?:\^?([2-9]))?"
SLOPE = re.compile(rf"([d∂]){ORDER}/\1([A-Za-zα-ω]+)(?:_(\w+?))?{ORDER}(?=[\s(\[])")
OPENED, CLOSED = ("LB", "LBRACE"), ("RB", "RBRACE")


def slope_tokens(match: re.Match[str]) -> list[Token]:
    r"""\frac{d}{dx} with the order of the derivative, and the entry that it is taken in."""
    sign, order, variable, entry, again = (str(group) if group else "" for group in match.groups())
    sign = "partial" if sign == "∂" else sign
    name = UNICODE_LETTERS.get(variable, variable)
    above = [("NAME", sign), *_script("SUP", "^", order)]
    below = [("NAME", sign), ("NAME", name), *_script("SUB", "_", entry), *_script("SUP", "^", again)]
    parts = [("FRAC", "frac"), *_group(above), *_group(below)]
    return [Token(kind, text, start_pos=match.start(), end_pos=match.end()) for kind, text in parts]


def _group(parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [("LBRACE", "{"), *parts, ("RBRACE", "}")]


def _script(kind: str, sign: str, text: str) -> list[tuple[str, str]]:
    return [(kind, sign), *_group([("NUMBER" if text.isdigit() else "NAME", text)])] if text else []


def with_choices(found: list[Token]) -> list[Token]:
    r"""n choose k and (n - 1) choose k as {n \choose k}; "choose" between other things is a name."""
    place = 1
    while place < len(found) - 1:
        start, end = _begins(found, place - 1), _ends(found, place + 1)
        if found[place] == "choose" and found[place].type == "NAME" and start is not None and end is not None:
            first, last = found[start], found[end]
            opening = Token("LBRACE", "{", start_pos=first.start_pos, end_pos=first.start_pos)
            closing = Token("RBRACE", "}", start_pos=last.end_pos, end_pos=last.end_pos)
            chosen = found[place].update(type="CHOOSE")
            inner = [*found[start:place], chosen, *found[place + 1 : end + 1]]
            found = [*found[:start], opening, *inner, closing, *found[end + 1 :]]
            place = end + 2
        place += 1
    return found


def _begins(found: list[Token], last: int) -> int | None:
    """Where a name, a number or a bracket begins that ends there."""
    if found[last].type in ("NAME", "NUMBER"):
        return last
    depth = 0
    for place in range(last, -1, -1):
        depth += (found[place].type in CLOSED) - (found[place].type in OPENED)
        if depth == 0:
            return place if place < last else None
    return None


def _ends(found: list[Token], first: int) -> int | None:
    """Where a name, a number or a bracket ends that begins there."""
    if found[first].type in ("NAME", "NUMBER"):
        return first
    depth = 0
    for place in range(first, len(found)):
        depth += (found[place].type in OPENED) - (found[place].type in CLOSED)
        if depth == 0:
            return place if place > first else None
    return None
