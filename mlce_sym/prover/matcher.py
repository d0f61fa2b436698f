"""Matching: what must the schematic names of a pattern stand for, to make it the term at hand?

A match only suggests bindings; the kernel checks the instance. A function of bound variables, `f(i)` under its binder,
is a Miller pattern: it matches any body, uniquely, by abstraction over i. Sums and products are matched in any order:
rigid parts first; then a part that may not hold the bound variable takes all those without it, and the last part takes
the rest.

>>> from sympy import Function, Sum, symbols
>>> c, i, n, x = symbols("c i n x"); f, p = Function("f"), Function("p")
>>> next(matches(Sum(c * f(i), (i, 1, n)), Sum(2 * x * p(i, x), (i, 1, n)), frozenset({c, f})))
{c: 2*x, f: Lambda(i, p(i, x))}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sympy import Add, Basic, Dummy, Expr, Indexed, Lambda, Mul, Rational, Symbol
from sympy.core.function import AppliedUndef

from ..border.binding import (
    Scope,
    called,
    children,
    closed,
    fresh,
    names,
    occurrences,
    opened,
    rebuilt,
    renamed,
    substitute,
)
from ..border.given import head_of
from ..border.places import Place
from ..terms.caching import lru_cache
from .logic import equal

Bindings = dict[Any, Basic]


@dataclass(frozen=True)
class Pattern:
    """A term with schematic names, seen from inside binders whose variables are `bound`."""

    term: Basic
    schematic: frozenset[Any]
    bound: tuple[Symbol, ...] = ()

    def part(self, term: Basic, *more: Symbol) -> Pattern:
        return Pattern(term, self.schematic, (*self.bound, *more))

    def unknown(self, known: Bindings) -> frozenset[Any]:
        return (names(self.term) & self.schematic) - set(known)

    def flexible(self, known: Bindings) -> bool:
        """Is this one unknown name alone, or applied to bound variables?"""
        term = self.term
        if isinstance(term, Symbol):
            return term in self.schematic and term not in known
        return (
            isinstance(term, AppliedUndef)
            and term.func in self.schematic
            and term.func not in known
            and len(set(term.args)) == len(term.args)
            and set(term.args) <= set(self.bound)
        )


def matches(
    pattern: Basic, term: Basic, schematic: frozenset[Any], known: Bindings | None = None
) -> Iterator[Bindings]:
    """The bindings, added to those known, under which the pattern is the term."""
    return _matched(Pattern(pattern, schematic), term, dict(known or {}))


def _matched(pattern: Pattern, term: Basic, known: Bindings) -> Iterator[Bindings]:
    if not pattern.unknown(known):
        if equal(substitute(pattern.term, known), term):
            yield known
    elif pattern.flexible(known):
        yield from _bound_to(pattern, term, known)
    elif isinstance(pattern.term, (Add, Mul)) and isinstance(term, Expr):
        yield from _in_any_order(pattern, term, known)
    elif opened(pattern.term):
        yield from _binder(pattern, term, known)
    elif _same_head(pattern.term, term) and len(children(term)) == len(children(pattern.term)):
        yield from _all(pattern, list(zip(children(pattern.term), children(term), strict=True)), known)


def _same_head(one: Basic, other: Basic) -> bool:
    named = isinstance(one, (AppliedUndef, Indexed)) and isinstance(other, (AppliedUndef, Indexed))
    return head_of(one) == head_of(other) if named else type(one) is type(other)


def _bound_to(pattern: Pattern, term: Basic, known: Bindings) -> Iterator[Bindings]:
    arguments = pattern.term.args
    if names(term) & (set(pattern.bound) - set(arguments)):
        return
    if not arguments:
        yield {**known, pattern.term: term}
        return
    plain: dict[Symbol, Symbol] = {}
    for variable in arguments:
        assert isinstance(variable, Symbol)
        plain[variable] = _plain(variable, names(term) | set(plain.values()))
    yield {**known, pattern.term.func: Lambda(tuple(plain.values()), substitute(term, plain))}


def _plain(variable: Symbol, taken: frozenset[Any]) -> Symbol:
    """A plain name for the stand-in of a bound variable."""
    wanted = Symbol(variable.name)
    return fresh(wanted, taken) if called(wanted, taken) else wanted


def _all(pattern: Pattern, pairs: list[tuple[Basic, Basic]], known: Bindings) -> Iterator[Bindings]:
    if not pairs:
        yield known
        return
    (part, term), *rest = pairs
    for found in _matched(pattern.part(part), term, known):
        yield from _all(pattern, rest, found)


def _binder(pattern: Pattern, term: Basic, known: Bindings) -> Iterator[Bindings]:
    one, other = opened(pattern.term), opened(term)
    if one is None or other is None or one.head is not other.head:
        return
    shared = _stand_in(other.variable.name, len(pattern.bound))
    for found in _matched(pattern.part(one.domain), other.domain, known):
        inside = [
            (_renamed(one, a, shared), _renamed(other, b, shared))
            for a, b in zip(one.bodies, other.bodies, strict=True)
        ]
        yield from _all(pattern.part(pattern.term, shared), inside, found)


@lru_cache(maxsize=1000)
def _stand_in(name: str, depth: int) -> Dummy:
    """The same dummy for the same name and depth, so that SymPy need not study the same term twice."""
    return Dummy(name)


def _renamed(scope: Scope, body: Basic, variable: Symbol) -> Basic:
    return renamed(body, scope.variable, variable)


def _in_any_order(pattern: Pattern, term: Expr, known: Bindings) -> Iterator[Bindings]:
    assert isinstance(pattern.term, (Add, Mul))
    kind = type(pattern.term)
    number, parts = _split_number(pattern.term)
    if number != kind.identity:
        if kind is Mul and not _has_factor(term, number):
            return
        term = term - number if kind is Add else term / number
        yield from _matched(pattern.part(kind(*parts)), term, known)
        return
    parts = [part for part in parts if not _is_nothing(part, kind, known)]
    rigid: list[Basic] = [part for part in parts if not pattern.part(part).flexible(known)]
    flexible: list[Basic] = [part for part in parts if pattern.part(part).flexible(known)]
    given: list[Basic] = list(term.args) if isinstance(term, kind) else [term]
    for found, left in _rigid(pattern, rigid, given, known):
        yield from _flexible(pattern, flexible, left, found)


def _is_nothing(part: Basic, kind: type[Add | Mul], known: Bindings) -> bool:
    """Is it a function that is known to be 0 in a sum, or 1 in a product, so that no part of the term is it?"""
    is_known = isinstance(part, AppliedUndef) and part.func in known
    return is_known and bool(substitute(part, known) == kind.identity)


def _split_number(term: Add | Mul) -> tuple[Expr, list[Expr]]:
    """A sum or product as its rational number and its other parts."""
    numbers = [part for part in term.args if isinstance(part, Rational)]
    return type(term)(*numbers), [part for part in term.args if not isinstance(part, Rational)]


def _has_factor(term: Expr, number: Expr) -> bool:
    """Is the term written with that number in front? A minus sign may also stand before each term of a sum."""
    return looks_negative(term) if number == -1 else bool(term.as_coeff_Mul()[0] == number)


def looks_negative(term: Expr) -> bool:
    """Is every term of the sum written with a minus sign?"""
    parts = term.args if isinstance(term, Add) else (term,)
    return all(part.as_coeff_Mul()[0].is_negative for part in parts)


def _rigid(
    pattern: Pattern, rigid: list[Basic], left: list[Basic], known: Bindings
) -> Iterator[tuple[Bindings, list[Basic]]]:
    if not rigid:
        yield known, left
        return
    for index, candidate in enumerate(left):
        for found in _matched(pattern.part(rigid[0]), candidate, known):
            yield from _rigid(pattern, rigid[1:], left[:index] + left[index + 1 :], found)


def _flexible(pattern: Pattern, flexible: list[Basic], left: list[Basic], known: Bindings) -> Iterator[Bindings]:
    if not flexible:
        if not left:
            yield known
        return
    first, *rest = sorted(flexible, key=lambda part: len(part.args))
    chosen = _share(pattern, first, rest, left)
    others = [part for part in left if part not in chosen]
    if chosen and (others or not rest):
        for found in _matched(pattern.part(first), type(pattern.term)(*chosen), known):
            yield from _flexible(pattern, rest, others, found)


def _share(pattern: Pattern, first: Basic, rest: list[Basic], left: list[Basic]) -> list[Basic]:
    """The parts that a flexible part takes, when others are still to come."""
    if not rest:
        return left
    forbidden = set(pattern.bound) - set(first.args)
    free = [part for part in left if not names(part) & forbidden]
    return free if forbidden else free[:1]


def found(pattern: Basic, term: Basic, schematic: frozenset[Any], known: Bindings) -> Iterator[tuple[Place, Bindings]]:
    """The places of a term that the pattern matches, outermost first, with the bindings; sub-sums and sub-products
    too."""
    if not may_hold(pattern, term, schematic):
        return
    if isinstance(pattern, Expr) == isinstance(term, Expr):
        for bindings in matches(pattern, term, schematic, known):
            yield (), bindings
    if isinstance(term, (Add, Mul)) and isinstance(pattern, type(term)):
        yield from _selections(Pattern(pattern, schematic), term, known)
    for index, child in enumerate(children(term)):
        for place, bindings in found(pattern, child, schematic, known):
            yield (index, *place), bindings


def may_hold(pattern: Basic, term: Basic, schematic: frozenset[Any]) -> bool:
    """Is there a part with the head of the pattern? Of sums, products and what is schematic, nothing is known."""
    return isinstance(pattern, (Add, Mul)) or head_of(pattern) in schematic or _head(pattern) in _heads(term)


def _head(term: Basic) -> Any:
    return head_of(term) if isinstance(term, (AppliedUndef, Indexed)) else type(term)


@lru_cache(maxsize=600)
def _heads(term: Basic) -> frozenset[Any]:
    """The heads of a term and of all its parts."""
    return frozenset((_head(term),)).union(*map(_heads, children(term)))


def _selections(pattern: Pattern, term: Basic, known: Bindings) -> Iterator[tuple[Place, Bindings]]:
    """Some of the terms or factors, where every part of the pattern is rigid."""
    parts = list(pattern.term.args)
    if len(parts) >= len(term.args) or any(pattern.part(part).flexible(known) for part in parts):
        return
    for bindings, left in _rigid(pattern, parts, list(term.args), known):
        chosen = tuple(index for index, part in enumerate(term.args) if part not in left)
        if len(chosen) == len(parts):
            yield (chosen,), bindings


def bound_names(pattern: Basic, term: Basic) -> dict[Symbol, Symbol]:
    """What the term calls the bound variables of the pattern."""
    one, other = opened(pattern), opened(term)
    if one and other and one.head is other.head:
        return {one.variable: other.variable, **bound_names(one.bodies[0], other.bodies[0])}
    if type(pattern) is type(term) and len(children(pattern)) == len(children(term)):
        pairs = zip(children(pattern), children(term), strict=True)
        return {ours: theirs for a, b in pairs for ours, theirs in bound_names(a, b).items()}
    return {}


def numbered_names(term: Basic, known: Basic) -> dict[Symbol, Symbol]:
    """The bound variables i_1 of a term that `known` does not have, with the name i that they come from."""
    here, there = ({s.variable for part in occurrences(t) if (s := opened(part))} for t in (term, known))
    stems = {v: v.name.rpartition("_") for v in sorted(here - there, key=str)}
    return {
        v: Symbol(stem, **v._assumptions_orig) for v, (stem, _, number) in stems.items() if stem and number.isdigit()
    }


def with_bound_names(term: Basic, wanted: dict[Symbol, Symbol]) -> Basic:
    """The same term with bound variables renamed, all at once, where the wanted name is not taken."""
    bound = {scope.variable for part in occurrences(term) if (scope := opened(part))}
    if all(wanted.get(variable, variable) == variable for variable in bound):
        return term
    apart, original = _set_apart(term)
    return _named(apart, {dummy: wanted.get(v, v) for dummy, v in original.items()})


def _set_apart(term: Basic, depth: int = 0) -> tuple[Basic, dict[Symbol, Symbol]]:
    """The term with every bound variable a dummy of its own, and what each of them was."""
    scope = opened(term)
    original: dict[Symbol, Symbol] = {}
    if scope:
        dummy = _stand_in(scope.variable.name, depth)
        original[dummy] = scope.variable
        term = closed(Scope(scope.head, dummy, scope.domain, tuple(_renamed(scope, b, dummy) for b in scope.bodies)))
    parts = []
    for part in children(term):
        apart, more = _set_apart(part, depth + len(original))
        parts.append(apart)
        original |= more
    return rebuilt(term, parts), original


def _named(term: Basic, wanted: dict[Symbol, Symbol]) -> Basic:
    if scope := opened(term):
        inside = {name for body in scope.bodies for name in names(body)}
        variable = wanted.get(scope.variable, scope.variable)
        variable = fresh(variable, inside) if variable in inside else variable
        term = closed(
            Scope(scope.head, variable, scope.domain, tuple(_renamed(scope, b, variable) for b in scope.bodies))
        )
    return rebuilt(term, tuple(_named(part, wanted) for part in children(term)))
