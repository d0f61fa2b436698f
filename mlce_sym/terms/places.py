"""Places in a term (`docs/certificate.md`, Places): the part there, putting another part there, the terms around it.

>>> part_at(("Add", "a", ("Mul", "b", "c", "d"), 1), (1, (2, 0)))
('Mul', 'd', 'b')
>>> replaced(("Add", "a", ("Mul", "b", "c", "d"), 1), (1, (2, 0)), "x")
('Add', 'a', ('Mul', 'x', 'c'), 1)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from .errors import Malformed
from .terms import DEEPEST, Term, children, compound, is_a, rebuilt, shown

Place: TypeAlias = tuple[int | tuple[int, ...], ...]


def parse_place(data: object) -> Place:
    """A place from plain data. Raises Malformed."""
    if type(data) not in (list, tuple) or len(data) > DEEPEST:  # type: ignore[arg-type]
        raise Malformed(f"{shown(data)} is not a place")
    items: list[Any] = list(data)  # type: ignore[call-overload]
    last = [_chosen(items.pop())] if items and type(items[-1]) in (list, tuple) else []
    return (*map(_child, items), *last)


def _child(data: object) -> int:
    if type(data) is not int or not 0 <= data < 10_000:
        raise Malformed(f"{shown(data)} is not a child number")
    return data


def _chosen(data: Any) -> tuple[int, ...]:
    chosen = tuple(map(_child, data))
    if len(chosen) < 2 or len(set(chosen)) != len(chosen):
        raise Malformed(f"{shown(data)} does not name two or more different parts")
    return chosen


def _step(term: Term, child: int | tuple[int, ...]) -> Term:
    parts = children(term)
    numbers = child if isinstance(child, tuple) else (child,)
    if any(number >= len(parts) for number in numbers):
        raise Malformed(f"{shown(term)} has no part {max(numbers)}")
    if not isinstance(child, tuple):
        return parts[child]
    if not is_a(term, "Add", "Mul"):
        raise Malformed(f"only parts of a sum or product can be taken together, not of {shown(term)}")
    return (term[0], *(parts[number] for number in child))


def part_at(term: Term, place: Place) -> Term:
    """The part at a place. Raises Malformed where there is none."""
    for child in place:
        term = _step(term, child)
    return term


def replaced(term: Term, place: Place, part: Term) -> Term:
    """The term with another part at a place that it has; bound variables around the place capture, as they should."""
    if not place:
        return part
    child, parts = place[0], children(term)
    if isinstance(child, tuple):
        others = tuple(p for number, p in enumerate(parts) if number not in child)
        return (compound(term)[0], part, *others) if others else part
    return rebuilt(term, (*parts[:child], replaced(parts[child], place[1:], part), *parts[child + 1 :]))


def around(term: Term, place: Place) -> Iterator[tuple[Term, int | tuple[int, ...]]]:
    """The terms on the way to a place, from the outside in, with the child by which it goes on."""
    for child in place:
        yield term, child
        term = _step(term, child)
