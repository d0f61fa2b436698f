"""Does what was read say the same as what is expected?

The same is: equal up to the names of bound variables and up to algebra; for propositions, also not a < b for b ≤ a.
Beside the certificate's heads, what was read may hold `And` and `Not`.

>>> same(["Sum", "i", ["Range", 1, "n"], "i"], ["Sum", "j", ["Range", 1, "n"], "j"])
True
>>> same(["Not", ["Lt", "a", "b"]], ["Le", "b", "a"]), same(["log", "a"], ["log", "b"])
(True, False)
"""

from __future__ import annotations

from typing import Any

from ...logic.algebra import equal
from ...terms.errors import Malformed
from ...terms.terms import parse
from ...terms.words import in_words

Data = Any
INDEXED = ("Sum", "Product", "Entropy", "CrossEntropy", "KLDivergence")
DENIED = {"Lt": "Le", "Le": "Lt", "Eq": "Ne", "Ne": "Eq"}


def same(one: Data, other: Data) -> bool:
    (denied, left), (refused, right) = _positive(one), _positive(other)
    try:
        return denied == refused and bool(equal(parse(_canonical(left)), parse(_canonical(right))))
    except Malformed:
        return False


def text(data: Data) -> str:
    """The term in one line, for messages."""
    denied, inside = _positive(data)
    try:
        return f"{'not ' if denied else ''}{in_words(parse(inside))}"
    except Malformed:
        return str(data)


def conjuncts(data: Data, noun: str) -> list[Data]:
    """The propositions of a chain, each under the chain's quantifiers, and what the noun says of its variable."""
    head = data[0] if isinstance(data, list) else ""
    if head == "ForAll":
        return [[*data[:3], part] for part in conjuncts(data[3], noun)]
    parts = list(data[1:]) if head == "And" else [data]
    if noun == "an integer":
        return [*parts, *(["Member", side, "Integers"] for part in parts for side in part[1:] if isinstance(side, str))]
    return parts


def _positive(data: Data) -> tuple[bool, Data]:
    """A proposition without its denial, and whether it is denied; not a < b is b ≤ a."""
    if not isinstance(data, list) or data[0] != "Not":
        return False, data
    head, *sides = data[1]
    if head in DENIED:
        return False, [DENIED[head], *(reversed(sides) if head in ("Lt", "Le") else sides)]
    return True, data[1]


def _canonical(data: Data) -> Data:
    """One or two integers are a finite set, except as the range of an index."""
    if not isinstance(data, list):
        return data
    if data[0] in INDEXED:
        return [data[0], data[1], [data[2][0], *map(_canonical, data[2][1:])], *map(_canonical, data[3:])]
    if data[0] == "Near":  # the derivative is local: the open set is not printed
        return [data[0], "Reals", _canonical(data[2])]
    parts = [data[0], *map(_canonical, data[1:])]
    if data[0] in ("Between", "Integral"):  # which is printed like an integral over an open interval
        parts[0] = {"Between": "Interval", "Integral": "ImproperIntegral"}[data[0]]
    if parts[0] == "Range" and all(isinstance(end, int) for end in parts[1:]) and 0 <= parts[2] - parts[1] <= 1:
        return ["Finite", *range(parts[1], parts[2] + 1)]
    return parts
