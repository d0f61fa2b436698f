"""Functions that are summed, divided by their totals: mass functions, where it is left unsaid that these add up to 1.

>>> total = ("Sum", "x", ("Range", 1, "k"), ("Apply", "f", "x"))
>>> normalised((total, 1)) == (("Sum", "x", ("Range", 1, "k"), ("Mul", ("Apply", "f", "x"), ("Pow", total, -1))), 1)
True
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...certificate.names import every_name
from ...terms.terms import Term, children, compound, free, fresh, is_a, is_binder, rebuilt

Range = tuple[str, Term]  # the variable and the domain of a Σ


@dataclass(frozen=True)
class Summed:
    """A function, and the ranges of the Σ around it that bind some of its arguments, by their places, with these."""

    name: str
    arguments: tuple[tuple[int, Range, Term], ...]


def normalised(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms with f(x)/Σ_x f(x) for every function f that is summed over all its bound arguments."""
    every = sorted((one for term in terms for one in _summed(term, {})), key=lambda one: -len(one.arguments))
    found: dict[str, Summed] = {}
    for one in every:
        found.setdefault(one.name, one)
    return tuple(_divided(term, found) for term in terms)


def _summed(term: Term, around: Mapping[str, Range]) -> Iterator[Summed]:
    if is_a(term, "Apply"):
        places = tuple(
            (place, around[name], part) for place, part in enumerate(term[2:]) if (name := _bound(part)) in around
        )
        if places:
            yield Summed(compound(term)[1], places)
    if is_binder(term):
        around = {name: bound for name, bound in around.items() if name != term[1]}
        if is_a(term, "Sum") and not free(term[2]) & set(around):
            around = {**around, str(term[1]): (str(term[1]), term[2])}
    for part in children(term):
        yield from _summed(part, around)


def _bound(argument: Term) -> str:
    """x of f(x), and of f at the x-th element of a set."""
    return str(argument[2]) if is_a(argument, "Indexed") and len(argument) == 3 else str(argument)


def _divided(term: Term, found: Mapping[str, Summed]) -> Term:
    if not is_a(term, "Apply"):
        return rebuilt(term, tuple(_divided(part, found) for part in children(term)))
    name = compound(term)[1]
    inner = ("Apply", name, *(_divided(part, found) for part in term[2:]))
    return inner if name not in found else ("Mul", inner, ("Pow", _total(inner, found[name]), -1))


def _total(value: Term, summed: Summed) -> Term:
    """Σ_x f(x, y) for f(x, y), where x is what is summed."""
    parts, places = list(compound(value)), {place + 2 for place, _, _ in summed.arguments}
    if max(places) >= len(parts):
        return 1
    taken = frozenset[str]().union(*(every_name(part) for place, part in enumerate(parts) if place not in places))
    ranges = [
        (fresh(variable, taken) if variable in taken else variable, domain)
        for _, (variable, domain), _ in summed.arguments
    ]
    for (place, _, argument), (variable, _) in zip(summed.arguments, ranges, strict=True):
        parts[place + 2] = ("Indexed", compound(argument)[1], variable) if is_a(argument, "Indexed") else variable
    total: Term = tuple(parts)
    for variable, domain in reversed(ranges):
        total = ("Sum", variable, domain, total)
    return total
