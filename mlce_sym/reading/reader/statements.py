r"""Propositions, sets and optima, down to the arithmetic in them.

Beside the certificate's heads there are `And`, for a chain a < b ≤ c, and `Not`.

>>> from .tokens import tree; from .vocabulary import vocabulary
>>> statement(tree(r"\theta \in (0, 1)"), vocabulary(["theta"], {}))
['Member', ['Core', '(a)', ['theta']], ['Interval', ['Core', '(0)', []], ['Core', '(1)', []]]]
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from .arithmetic import expression
from .atoms import name
from .tokens import Group, Items, Unread, group, shown, split
from .vocabulary import Vocabulary, bound_name

Data = Any
SIGNS = {
    "<": "Lt",
    r"\le": "Le",
    ">": "Lt",
    r"\ge": "Le",
    "=": "Eq",
    r"\ne": "Ne",
    r"\in": "Member",
    r"\notin": "Member",
}
FLIPPED = (">", r"\ge")
WORDS: dict[Items, Data] = {
    **{(r"\text{true}",): ["True"], (r"\text{false}",): ["False"], (r"\varnothing",): ["Empty"]},
    **{(r"\mathbb{R}",): "Reals", (r"\mathbb{Z}",): "Integers"},
}
OPTIMA = {r"\operatorname*{arg\,max}": "ArgMax", r"\operatorname*{arg\,min}": "ArgMin"}


def statement(items: Items, v: Vocabulary) -> Data:
    """Any formula: a proposition, a set or a number. Raises Unread."""
    parts, _ = split(items, (r"\text{ for all }",))
    if len(parts) > 2:
        raise Unread(rf"'for all' is said twice in {shown(items)}")
    proposition = _relation(parts[0], v)
    for ranging in reversed(split(parts[1], (r"\text{ and }",))[0] if parts[1:] else []):
        proposition = ["ForAll", *_ranging(ranging, v), proposition]
    return proposition


def _ranging(items: Items, v: Vocabulary) -> tuple[str, Data]:
    r"""\theta \in \Theta, or i = 1, \dots, n."""
    sides, signs = split(items, ("=", r"\in"))
    if len(sides) != 2:
        raise Unread(f"{shown(items)} does not say what is ranged over")
    return name(sides[0], v), _dots(sides[1], v) if signs == ["="] else _value(sides[1], v)


def _dots(items: Items, v: Vocabulary) -> Data:
    r"""1, \dots, n."""
    runs, _ = split(items, (",",))
    if len(runs) != 3 or runs[1] != (r"\dots",):
        raise Unread(f"{shown(items)} is not a range")
    return ["Range", expression(runs[0], v), expression(runs[2], v)]


# Relations


def _relation(items: Items, v: Vocabulary) -> Data:
    if items[:1] == (r"\lnot",) and len(items) == 2:
        return ["Not", statement(group(items, 1, ("(", "[")), v)]
    sides, signs = split(items, tuple(SIGNS))
    if signs == [r"\in"] and "," in sides[0]:
        return _all_entries(sides[0], _value(sides[1], v), v)
    values = [_value(side, v) for side in sides]
    links = [_link(sign, *pair) for sign, pair in zip(signs, pairwise(values), strict=True)]
    return ["And", *links] if len(links) > 1 else links[0] if links else values[0]


def _link(sign: str, left: Data, right: Data) -> Data:
    proposition = [SIGNS[sign], right, left] if sign in FLIPPED else [SIGNS[sign], left, right]
    return ["Not", proposition] if sign == r"\notin" else proposition


def _all_entries(items: Items, domain: Data, v: Vocabulary) -> Data:
    r"""y_1, \dots, y_n \in S."""
    _, first, last = _dots(items, v)
    (one, *low), (other, *high) = (_entry(core) for core in (first, last))
    if one != other or len(low) != 1 or len(high) != 1:
        raise Unread(f"{shown(items)} are not the entries of a vector")
    index = bound_name(v)
    return ["ForAll", index, ["Range", *low, *high], ["Member", ["Indexed", one, index], domain]]


def _entry(core: Data) -> list[Data]:
    atoms = core[2]
    if len(atoms) != 1 or core[1] != "(a)" or not isinstance(atoms[0], list) or atoms[0][0] != "Indexed":
        raise Unread("an entry of a vector is expected")
    return list(atoms[0][1:])


# Sets and numbers


def _value(items: Items, v: Vocabulary) -> Data:
    if items in WORDS:
        return WORDS[items]
    if isinstance(items[0], str) and items[0] in OPTIMA:
        return _extremum(items, v)
    if r"\setminus" in items:
        return _without(items, v)
    alone = items[0] if len(items) == 1 else None
    if isinstance(alone, Group) and alone.opening == r"\{":
        return _braces(alone.items, v)
    if isinstance(alone, Group) and alone.opening == "(" and _is_set(alone.items):
        return _value(alone.items, v) if "," not in alone.items else _interval(alone.items, v)
    return expression(items, v)


def _is_set(items: Items) -> bool:
    return any(mark in items for mark in (",", r"\setminus", *OPTIMA))


def _extremum(items: Items, v: Vocabulary) -> Data:
    if items[1:2] != ("_",) or not items[3:]:
        raise Unread(f"a variable and an objective are expected in {shown(items)}")
    variable, domain = _ranging(group(items, 2), v)
    if {"+", "-"} & {item for item in items[3:] if isinstance(item, str)}:
        raise Unread(f"the end of the objective is ambiguous in {shown(items)}")
    return [OPTIMA[str(items[0])], variable, domain, expression(items[3:], v)]


def _without(items: Items, v: Vocabulary) -> Data:
    (whole, *points), _ = split(items, (r"\setminus",))
    if len(points) != 1 or len(points[0]) != 1:
        raise Unread(rf"one point is expected after \setminus in {shown(items)}")
    return ["Without", _value(whole, v), expression(group(points[0], 0, (r"\{",)), v)]


def _braces(items: Items, v: Vocabulary) -> Data:
    if r"\dots" in items:
        return _dots(items, v)
    return ["Finite", *(expression(run, v) for run in split(items, (",",))[0])]


def _interval(items: Items, v: Vocabulary) -> Data:
    ends, _ = split(items, (",",))
    if len(ends) != 2:
        raise Unread(f"({shown(items)}) is no interval")
    if ends[1] == (r"\infty",):
        return ["Above", expression(ends[0], v)]
    return ["Interval", *(expression(end, v) for end in ends)]
