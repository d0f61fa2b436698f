"""Symbols, data and functions as the user made them, with their assumptions and shapes, in the place of plain ones.

>>> from sympy import Function, Symbol
>>> f, x = Function("f", positive=True), Symbol("x", integer=True)
>>> back = as_named((f(x) ** 2,), {name_of(f): "f", name_of(x): "x"})
>>> back(Function("f")(3)) == f(3), back(Symbol("x")) == x
(True, True)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sympy import Basic, Expr, Indexed, IndexedBase, Lambda, Symbol, symbols
from sympy.core.function import AppliedUndef

from ..border.binding import names, occurrences, substitute
from ..border.names import name_of


def as_named(asked: Iterable[Basic], called: Mapping[str, str]) -> Callable[[Basic], Basic]:
    """What replaces the names that the ones of the terms were `called` by these again."""
    heads = {called[name_of(head)]: head for term in asked for head in names(term) if name_of(head) in called}

    def named(term: Basic) -> Basic:
        return _in_value(term, heads) if isinstance(term, Expr) else substitute(term, dict(_values(term, heads)))

    return named


def _values(term: Basic, heads: Mapping[str, Any]) -> Iterable[tuple[Any, Basic]]:
    for part in occurrences(term):
        if isinstance(part, Symbol) and name_of(part) in heads:
            yield part, heads[name_of(part)]
        elif isinstance(part, (Indexed, AppliedUndef)):
            plain = part.base if isinstance(part, Indexed) else part.func
            places = symbols(f"t:{len(part.args) - isinstance(part, Indexed)}")
            head = heads.get(name_of(plain), plain)
            yield plain, Lambda(places, head[places] if isinstance(part, Indexed) else head(*places))


def _in_value(term: Expr, heads: Mapping[str, Any]) -> Basic:
    """The entry, function value or slope at which something has a value."""
    for function in {part.func for part in term.atoms(AppliedUndef)}:
        term = term.replace(function, heads.get(name_of(function), function))
    plain = term.atoms(Symbol, IndexedBase)
    return term.xreplace({one: heads[name_of(one)] for one in plain if name_of(one) in heads})
