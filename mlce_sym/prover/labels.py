"""Variables and entries of which finitely many values are given, such as labels in {0, 1}.

>>> from sympy import FiniteSet, Symbol
>>> y = Symbol("y")
>>> list(labels(Given((Member(y, FiniteSet(0, 1)),)), y**2 - y))
[(y, (0, 1))]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sympy import Basic, Expr, FiniteSet, Indexed, Integer, Symbol, default_sort_key

from ..border.binding import children, opened, rebuilt
from ..border.given import Given, innermost
from ..border.nodes import IndexRange, Member, Without
from .logic import holds

MOST_VALUES = 10


def labels(given: Given, term: Basic) -> Iterator[tuple[Expr, tuple[Expr, ...]]]:
    """The variables and entries of which finitely many values are given, with these values."""
    known = _members(given, term)
    parts = {part for part in _outside(term) if isinstance(part, (Symbol, Indexed)) and part in known}
    for part in sorted(parts, key=str):
        if 1 < len(known[part]) <= MOST_VALUES:
            yield part, tuple(sorted(known[part], key=default_sort_key))


def _members(given: Given, term: Basic) -> dict[Basic, tuple[Expr, ...]]:
    """The fewest values that are given of a variable, an entry, or each entry of a vector."""
    found: dict[Basic, tuple[Expr, ...]] = {}
    entries = [part for part in _outside(term) if isinstance(part, Indexed)]
    for hypothesis in given.hypotheses:
        said = innermost(hypothesis)
        if not isinstance(said, Member) or not (values := _elements(said.args[1])):
            continue
        element = said.args[0]
        alike = [e for e in entries if said != hypothesis and isinstance(element, Indexed) and e.base == element.base]
        for label in (*alike, element):
            fewer = label not in found or len(values) < len(found[label])
            if fewer and holds(given, Member(label, FiniteSet(*values))):
                found[label] = values
    return found


def _elements(domain: Basic) -> tuple[Expr, ...]:
    """Those of a finite set or of a short range of known integers; none of other sets."""
    if isinstance(domain, Without):
        return tuple(value for value in _elements(domain.args[0]) if value != domain.args[1])
    if isinstance(domain, IndexRange) and all(isinstance(end, Integer) for end in domain.args):
        low, high = map(int, domain.args)
        return tuple(map(Integer, range(low, high + 1))) if high - low < MOST_VALUES else ()
    return tuple(domain) if isinstance(domain, FiniteSet) else ()


def _outside(term: Basic) -> Iterator[Basic]:
    """The parts of a term that lie in no binder's body."""
    yield term
    if opened(term) is None and not isinstance(term, Indexed):
        for part in term.args:
            yield from _outside(part)


def put(term: Basic, old: Expr, new: Symbol) -> Any:
    """The term with a variable for an entry, wherever that lies in no binder's body."""
    if term == old:
        return new
    if opened(term) is not None or not term.args or isinstance(term, Indexed):
        return term
    return rebuilt(term, (put(part, old, new) for part in children(term)))
