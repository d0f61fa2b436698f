"""The meaning of every node of the certificate language: propositions and sets, and `evaluate` for all terms.

>>> from mlce_sym.evaluate.plain import plain
>>> evaluate(plain(["ArgMax", "t", ["Finite", 1, 2, 3], ["Mul", "t", ["Add", 4, ["Mul", -1, "t"]]]]), NOWHERE)
Points(sure=(2,), maybe=())
>>> evaluate(plain(["ForAll", "t", ["Interval", 0, 1], ["Lt", "t", ["Rational", 1, 2]]]), NOWHERE)
False
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, TypeAlias

import flint
from flint import arb_series, fmpq

from .differentials import differentiated
from .hulls import defined_everywhere, holds_everywhere
from .plain import BINDERS, Compound, NotATerm, Term, free_names, is_a, subterms
from .reals import Label, Real, Truth, Undefined, Undetermined, at_most, equal, label, labelled, less, negation
from .sets import (
    INTEGERS,
    REALS,
    Infinite,
    Onward,
    Optimum,
    Points,
    Region,
    Span,
    contains,
    grid,
    members,
    optima,
    without,
)
from .values import NUMBERS, ends, finite_sum, indices
from .world import FUEL, Bound, Meanings, World, decided, number, remembered

Value: TypeAlias = Real | Truth | Region

__all__ = ["NOWHERE", "Universe", "Value", "evaluate", "region", "sample", "truth"]


def evaluate(term: Term, world: World, bound: Bound | None = None) -> Value:
    """The value of a term: a number, a truth value (None: undecided), or a set."""
    if is_a(term, *PROPOSITIONS):
        return truth(term, world, bound or {})
    if is_set(term):
        return region(term, world, bound or {})
    return number(term, world, bound or {})


def is_set(term: Term) -> bool:
    """Does the term stand for a set by its form? (A variable may, where a set is expected.)"""
    return term[0] in SETS if isinstance(term, tuple) else term in NAMED_SETS


def truth(term: Term, world: World, bound: Bound) -> Truth:
    """Does the proposition hold? None where balls or a grid cannot tell."""
    head, *parts = term if isinstance(term, tuple) else (str(term),)
    if head in ("True", "False"):
        return bool(head == "True")
    if head == "Member":
        over = region(parts[1], world, bound)
        inside = contains(number(parts[0], world, bound), over, world.specials() if isinstance(over, Optimum) else ())
        if inside is False and isinstance(over, Optimum):
            world.presumed = world.presumed or not over.is_total()
        return inside
    if is_a(term, "ForAll"):
        return _for_all(term, world, bound)
    if is_a(term, "Smooth"):
        return _smooth(term, world, bound)
    if is_a(term, "Converges"):
        from .infinite import convergent

        return convergent(term, world, bound)
    if is_a(term, "Where", "Unless"):
        return _where(term, world, bound)
    relation = RELATIONS.get(head)
    if relation is None:
        raise NotATerm(f"{head} where a proposition is expected")
    return relation(*(number(part, world, bound) for part in parts))


def _cases(term: Compound, world: World, bound: Bound) -> Real:
    """The case that holds, which is evaluated alone."""
    _, condition, then, otherwise = term
    return number(then if decided(truth(condition, world, bound)) else otherwise, world, bound)


def _sum(term: Compound, world: World, bound: Bound) -> Real:
    return (_infinite if term[2][0] == "From" else finite_sum)(term, world, bound)


def _infinite(term: Compound, world: World, bound: Bound) -> Real:
    from .infinite import improper_integral, infinite_sum  # which few need, and takes long to load

    if any(isinstance(bound.get(name), arb_series) for name in free_names(term)):
        raise Undetermined("an infinite sum or integral that depends on the variable of an integral")
    value = infinite_sum if term[0] == "Sum" else improper_integral
    names = _names(term)
    found = None if names is None else [_exactly(name, world, bound) for name in names]
    if names is None or found is None or None in found:
        return value(term, world, bound)
    known = _remembered(value, term, tuple(zip(names, found, strict=True)), flint.ctx.prec)
    world.spend(known.cost)
    world.presumed |= known.presumed
    if isinstance(known.value, Exception):
        raise type(known.value)(*known.value.args)
    return known.value


@dataclass(frozen=True)
class _Known:
    """A value, or why there is none, and what it cost to find that."""

    value: Real | Undefined | Undetermined
    cost: int
    presumed: bool


@lru_cache(maxsize=500)
def _remembered(
    value: Callable[[Compound, World, Bound], Real],
    term: Compound,
    names: tuple[tuple[str, Label], ...],
    precision: int,
) -> _Known:
    """The value of an infinite sum or integral at numbers, which are often those of another question: all that is
    drawn for the same hypotheses is the same."""
    world = Universe()
    bound: Bound = {name: labelled(key) for name, key in names}
    found: Real | Undefined | Undetermined
    try:
        found = value(term, world, bound)
    except (Undefined, Undetermined) as reason:
        found = reason.with_traceback(None)
    return _Known(found, FUEL - world.fuel, world.presumed)


@lru_cache(maxsize=500)
def _names(term: Compound) -> tuple[str, ...] | None:
    """The names of numbers on which a term depends, in its order, where it depends on nothing else."""
    parts = [*subterms(term)]
    if any(is_a(part, "Apply", "Indexed", "ForAll", "ArgMax", "ArgMin") for part in parts):
        return None
    free = free_names(term)
    return tuple(dict.fromkeys(part for part in parts if isinstance(part, str) and part in free))


def _exactly(name: str, world: World, bound: Bound) -> Label | None:
    try:
        value = number(name, world, bound)
    except (Undefined, Undetermined):
        return None
    return label(value) if isinstance(value, (int, fmpq)) else None


class Universe(World):
    """A world in which every head of the language has its meaning."""

    meanings: ClassVar[Meanings] = {
        head: remembered(meaning) if head in BINDERS else meaning
        for head, meaning in {**NUMBERS, "Cases": _cases, "Sum": _sum, "ImproperIntegral": _infinite}.items()
    }


NOWHERE = Universe()


def _where(term: Compound, world: World, bound: Bound) -> Truth:
    """That it holds in a case; of another case it says nothing."""
    head, condition, proposition = term
    case = truth(condition, world, bound)
    if case is None:
        raise Undetermined("which case it is")
    return truth(proposition, world, bound) if case == (head == "Where") else True


def _for_all(term: Compound, world: World, bound: Bound) -> Truth:
    """Over an infinite set a grid is tried, which can refute, and presumes that the body is defined everywhere; that it
    holds everywhere is told by enclosures."""
    _, variable, domain, body = term
    inner = dict(bound)
    over = region(domain, world, bound)
    answers = set()
    for inner[variable] in sample(over, world):
        world.spend(1)
        answers.add(_where_told(body, world, inner))
    if False in answers:
        if not isinstance(over, (Points, Optimum)):
            world.presumed = world.presumed or not defined_everywhere(body, variable, over, world, bound)
        return False
    if not answers <= {True}:
        return None
    return True if isinstance(over, Points) or _everywhere(body, variable, over, world, bound) else None


def _everywhere(body: Term, variable: str, over: Region, world: World, bound: Bound) -> bool:
    """Is it certain for all of an infinite set, for each of finitely many indices if there are some?"""
    if isinstance(over, (Points, Optimum)):
        return False
    if not is_a(body, "ForAll"):
        return holds_everywhere(body, variable, over, world, bound)
    _, index, domain, inner = body
    if variable in free_names(domain) or index == variable:
        return False
    values = region(domain, world, bound)
    return isinstance(values, Points) and all(
        _everywhere(inner, variable, over, world, {**bound, index: k}) for k in members(values)
    )


def _smooth(term: Compound, world: World, bound: Bound) -> Truth:
    """True where the rules of calculus give a slope at every point of an open interval; else it cannot be told."""
    _, variable, domain, body = term
    over = region(domain, world, bound)
    functions = {part[1] for part in subterms(body) if isinstance(part, tuple) and part[0] == "Apply"}
    if not isinstance(over, Span) or not all(map(world.may_be_smooth, functions)):
        return None
    try:
        parts = (body, differentiated(body, variable))
    except Undetermined:
        return None
    return True if all(defined_everywhere(part, variable, over, world, bound) for part in parts) else None


def _where_told(term: Term, world: World, bound: Bound) -> Truth:
    """The truth at one point of many: where that cannot be told, another point may refute."""
    try:
        return truth(term, world, bound)
    except Undetermined:
        return None


def sample(over: Region, world: World) -> tuple[Real, ...]:
    """All points of a finite set; a grid in an infinite one."""
    if isinstance(over, Points):
        return members(over)
    if isinstance(over, Optimum):
        raise Undetermined("an optimum over an infinite set")
    return grid(over, world.specials())


def region(term: Term, world: World, bound: Bound) -> Region:
    """The set that a term stands for."""
    if isinstance(term, str):
        return NAMED_SETS[term] if term in NAMED_SETS else world.points(term)
    if not is_a(term, *SETS):
        raise NotATerm(f"{term[0] if isinstance(term, tuple) else term} where a set is expected")
    return SETS[term[0]](term, world, bound)


def _range(term: Compound, world: World, bound: Bound) -> Region:
    return Points(tuple(indices(term, world, bound)))


def _from(term: Compound, world: World, bound: Bound) -> Region:
    from .infinite import first

    return Onward(first(term, world, bound))


def _interval(term: Compound, world: World, bound: Bound) -> Region:
    low, high = number(term[1], world, bound), number(term[2], world, bound)
    return Span(low, high) if decided(less(low, high)) else Points()


def _above(term: Compound, world: World, bound: Bound) -> Region:
    return Span(number(term[1], world, bound), None)


def _below(term: Compound, world: World, bound: Bound) -> Region:
    return Span(None, number(term[1], world, bound))


def _near(term: Compound, world: World, bound: Bound) -> Region:
    return region(term[1], world, bound)


def _between(term: Compound, world: World, bound: Bound) -> Region:
    """The closed interval, without its ends where it is more than a point: a grid inside it will do."""
    low, high = ends(term, world, bound)
    return Points((low,)) if decided(equal(low, high)) else Span(low, high)


def _finite(term: Compound, world: World, bound: Bound) -> Region:
    return Points(tuple([number(part, world, bound) for part in term[1:]]))


def _empty(term: Compound, world: World, bound: Bound) -> Region:
    return Points()


def _without(term: Compound, world: World, bound: Bound) -> Region:
    return without(region(term[1], world, bound), number(term[2], world, bound))


def _more(a: Real, b: Real) -> Truth:
    return less(b, a)


def _arg(term: Compound, world: World, bound: Bound) -> Region:
    head, variable, domain, body = term
    over = region(domain, world, bound)
    inner = dict(bound)

    def value(x: Real) -> Real:
        inner[variable] = x
        return number(body, world, inner)

    worse = less if head == "ArgMax" else _more
    if isinstance(over, Points):
        points = members(over)
        world.spend(len(points) ** 2)
        return optima(over, [value(x) for x in points], worse)
    if isinstance(over, Optimum):
        raise Undetermined("an optimum over an infinite set")

    def is_total() -> bool:
        return defined_everywhere(body, variable, over, world, bound)

    return _defined_on_grid(Optimum(over, value, worse, is_total), over, world)


def _defined_on_grid(optimum: Optimum, over: Infinite, world: World) -> Optimum:
    """The optimum, once no point of a grid has shown its function to be undefined."""
    for x in grid(over, world.specials()):
        try:
            optimum.value(x)
        except Undetermined:
            continue
    return optimum


RELATIONS: dict[str, Callable[[Real, Real], Truth]] = {
    "Lt": less,
    "Le": at_most,
    "Eq": equal,
    "Ne": lambda a, b: negation(equal(a, b)),
}
PROPOSITIONS = frozenset({*RELATIONS, "Member", "ForAll", "Smooth", "Converges", "True", "False", "Where", "Unless"})
SETS: dict[str, Callable[[Compound, World, Bound], Region]] = {
    "Range": _range,
    "Interval": _interval,
    "From": _from,
    "Above": _above,
    "Below": _below,
    "Near": _near,
    "Between": _between,
    "Finite": _finite,
    "Empty": _empty,
    "Without": _without,
    "ArgMax": _arg,
    "ArgMin": _arg,
}
NAMED_SETS: dict[str, Region] = {"Reals": REALS, "Integers": INTEGERS}
