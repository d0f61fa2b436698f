r"""Declarations of several names in one text: of each its own.

>>> listed("a, b > 0"), listed(r"(x, y) \in \mathbb{R}^2"), listed(r"x \in \mathbb{R}, y > 0")
(['a > 0', 'b > 0'], ['x \\in \\mathbb{R}', 'y \\in \\mathbb{R}'], ['x \\in \\mathbb{R}', 'y > 0'])
>>> listed(r"y \in \{0, 1, \dots\}"), listed("0 < p, q < 1"), listed("y = 0, 1")
(['y \\in \\{0, 1, \\dots\\}'], ['0 < p < 1', '0 < q < 1'], ['y in {0, 1}'])
"""

from __future__ import annotations

import re

from .styles import as_member

RELATION = re.compile(r"[<>=≤≥∈]|\\(?:in|ni|[gl]eq?|[gl]t)(?![A-Za-z])|(?:^|(?<=\s))in(?=\s)")
NAME = re.compile(r"\s*(\\?[A-Za-z]+(?:_(?:\\?\w|\{[^{}]*\}))?)\s*")
TUPLE = re.compile(r"\s*(?:\\left\s*)?\(([^()<>=]*,[^()<>=]*?)(?:\\right\s*)?\)(.*)", re.DOTALL)
POWER = re.compile(r"((?:\\mathbb\s*\{?\s*R\s*\}?|ℝ|\bR)|(?:\\right)?[)\]])\s*\^\s*(?:\{\s*(\d+)\s*\}|(\d+))\s*$")


def listed(text: str) -> list[str]:
    """One declaration for each of the names; the text itself where it is not seen to declare several."""
    tuple_ = TUPLE.fullmatch(text)
    if as_member(text) != text:
        return [as_member(text)]
    is_tuple = tuple_ is not None and RELATION.search(tuple_[2]) is not None
    parts = _at_commas(tuple_[1] + tuple_[2] if tuple_ is not None and is_tuple else text)
    if len(parts) == 1 or (all(RELATION.search(part) for part in parts[:-1]) and RELATION.search(parts[-1])):
        split = _with_bound_before(parts)
        return split or ([part.strip() for part in parts] if len(parts) > 1 else [text])
    return _sharing(parts) or [text]


def _at_commas(text: str) -> list[str]:
    """Cut at the commas outside of all brackets."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter in "([{") - (letter in ")]}")
        if letter == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def _with_bound_before(parts: list[str]) -> list[str]:
    """0 < p, q < 1 as 0 < p < 1 and 0 < q < 1."""
    first, last = parts[0], parts[-1]
    before, after = RELATION.search(first), RELATION.search(last)
    if len(parts) < 2 or before is None or after is None or not _is_number(first[: before.start()]):
        return []
    names = [first[before.end() :], *parts[1:-1], last[: after.start()]]
    if not all(NAME.fullmatch(name) for name in names):
        return []
    return [f"{first[: before.end()].strip()} {name.strip()} {last[after.start() :].strip()}" for name in names]


def _is_number(text: str) -> bool:
    return re.fullmatch(r"\s*-?\d+\s*", text) is not None


def _sharing(parts: list[str]) -> list[str]:
    """Names that share what is said of the last one; a power of a set is that of the set for each."""
    *names, last = parts
    own = NAME.match(last)
    tail = "" if own is None else last[own.end() :]
    if not all(NAME.fullmatch(name) for name in names) or not RELATION.match(tail):
        return []
    power = POWER.search(tail)
    if power is not None:
        if int(power[2] or power[3]) != len(parts):
            return []
        tail = tail[: power.end(1)]
    assert own is not None
    return [f"{name.strip()} {tail.strip()}" for name in (*names, own[1])]
