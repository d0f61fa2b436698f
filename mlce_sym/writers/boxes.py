"""Arranged terms, the same for every format: a box has a kind and parts, and holds together more or less tightly.

>>> bracket(Box("terms", (("+", Box("name", ("x",))), ("-", Box("number", ("1",)))))).kind
'bracket'
"""

from __future__ import annotations

from typing import Any, NamedTuple


class Box(NamedTuple):
    """An arranged term: its kind and its parts, boxes or strings."""

    kind: str
    parts: tuple[Any, ...] = ()


RELATION, SUM, PRODUCT, PREFIX, POWER, CLOSED = range(6)
LEVELS = {
    **dict.fromkeys(("relation", "forall", "smooth", "map", "not", "continuous"), RELATION),
    **dict.fromkeys(("terms", "without"), SUM),
    **{
        "product": PRODUCT,
        "function": PREFIX,
        "cases": PREFIX,
        "big": PREFIX,
        "extremum": PREFIX,
        "derivative": PREFIX,
        "integral": PREFIX,
        "integral_over": PREFIX,
        "power": POWER,
        "epower": POWER,
        "postfix": POWER,
    },
}


def level(box: Box) -> int:
    """How tightly the box holds together; what is CLOSED never needs a bracket."""
    return LEVELS.get(box.kind, CLOSED)


def contains(box: Any, kinds: tuple[str, ...]) -> bool:
    """Whether a box of one of these kinds is in it."""
    if isinstance(box, Box) and box.kind in kinds:
        return True
    return isinstance(box, tuple) and any(
        contains(part, kinds) for part in (box.parts if isinstance(box, Box) else box)
    )


def bracket(box: Box, opening: str = "") -> Box:
    """The box in round brackets, or in square ones where it holds brackets itself."""
    return Box("bracket", (opening or ("[" if contains(box, ("bracket",)) else "("), box))


def unless(least: int, box: Box, opening: str = "") -> Box:
    """The box, bracketed unless it holds together at least that tightly."""
    return box if level(box) >= least else bracket(box, opening)


def ends_in_sum(box: Box) -> bool:
    """Whether it ends in a sum or product that would swallow what follows."""
    return ends_in_sum(box.parts[-1]) if box.kind in ("product", "function") else box.kind in ("big", "derivative")


def closed(box: Box) -> Box:
    """The box, bracketed at its right end where it would swallow what follows."""
    if box.kind == "function":
        return Box(
            "function", (box.parts[0], box.parts[1] if box.parts[1].kind == "bracket" else bracket(box.parts[1], "("))
        )
    if box.kind == "product":
        return Box("product", (*box.parts[:-1], closed(box.parts[-1])))
    return bracket(box, "(") if box.kind in ("big", "extremum", "derivative", "integral", "integral_over") else box


def inline(box: Box) -> Box:
    """A fraction with a slash, as in exponents."""
    if box.kind == "terms" and len(box.parts) == 1:
        return Box("terms", ((box.parts[0][0], inline(box.parts[0][1])),))
    return slashed(*box.parts) if box.kind == "frac" else box


def slashed(over: Box, under: Box) -> Box:
    """over/under, where the denominator is a single factor or bracketed."""
    simple = level(under) >= POWER and under.kind not in ("frac", "slash")
    return Box("slash", (closed(unless(PRODUCT, over, "(")), under if simple else bracket(under, "(")))
