"""Places in a term: a path of child numbers, the part that it leads to, what is given there, and putting another part
in.

A tuple of child numbers at the end of a place names a sub-sum or sub-product.
"""

from __future__ import annotations

from typing import Any

from sympy import Add, Basic, Mul

from .binding import children, opened, rebuilt
from .given import Given

Place = tuple[Any, ...]


def part_at(term: Basic, place: Place) -> Basic:
    """The term at a place; a tuple of child numbers at its end names a sub-sum or sub-product."""
    for depth, child in enumerate(place):
        if isinstance(child, tuple) and depth + 1 == len(place):
            return _selected(term, child)
        if not isinstance(child, int) or not 0 <= child < len(children(term)):
            raise ValueError(f"{term} has no part {child}")
        term = children(term)[child]
    return term


def _selected(term: Basic, chosen: tuple[int, ...]) -> Basic:
    if not isinstance(term, (Add, Mul)):
        raise ValueError(f"only parts of a sum or product can be taken together, not of {term}")
    if len(set(chosen)) != len(chosen) or not set(chosen) <= set(range(len(term.args))):
        raise ValueError(f"{term} has no parts {chosen}")
    return term.func(*(term.args[index] for index in chosen))


def given_at(given: Given, term: Basic, place: Place) -> Given:
    """What is given at a place: inside a binder its variable lies in its domain, and in a case its condition holds."""
    for child in place:
        scope = opened(term)
        if scope and child != 0:
            given = given.under(scope.variable, scope.domain)
        term = term if isinstance(child, tuple) else children(term)[child]
    return given


def replaced(term: Basic, place: Place, part: Basic) -> Basic:
    """The term with another part at a place."""
    if not place:
        return part
    child, *rest = place
    if isinstance(child, tuple):
        return term.func(part, *(a for index, a in enumerate(term.args) if index not in child))
    parts = list(children(term))
    parts[child] = replaced(parts[child], tuple(rest), part)
    return rebuilt(term, parts)
