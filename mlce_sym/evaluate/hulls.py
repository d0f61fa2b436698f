"""Is a term defined for every x of an infinite set? Shown by enclosing the values of its parts, open ends being known.

A hull holds all values that a part takes; where it cannot be told that a part is defined, `Undetermined` is raised.
Nothing here tells that a term is undefined.

>>> from mlce_sym.evaluate.sets import REALS
>>> from mlce_sym.evaluate.meaning import NOWHERE
>>> odds = ("Add", 1, ("Mul", -1, ("Pow", ("Add", 1, ("exp", "t")), -1)))
>>> defined_everywhere(("log", odds), "t", REALS, NOWHERE, {})
True
>>> defined_everywhere(("log", "t"), "t", REALS, NOWHERE, {})
False
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import reduce
from typing import TypeAlias

from flint import arb

from .differentials import differentiated
from .plain import Compound, Term, free_names, is_a
from .reals import TOO_LARGE, Real, Undefined, Undetermined, ball, integer
from .sets import Infinite, Minus, Onward, Span
from .values import indices
from .world import Bound, World, definition_of, number

INFINITE = arb("inf")


@dataclass(frozen=True)
class Hull:
    """The numbers from low to high, which are exact or infinite; an open end is no value."""

    low: arb
    high: arb
    above: bool = False  # is every value > low?
    below: bool = False  # is every value < high?
    whole: bool = False  # is every value an integer?

    @property
    def is_positive(self) -> bool:
        return bool(self.low > 0 or (self.low >= 0 and self.above))

    def negated(self) -> Hull:
        return Hull(-self.high, -self.low, self.below, self.above)


Hulls: TypeAlias = dict[str, Hull]
EVERYTHING = Hull(-INFINITE, INFINITE, True, True)


def defined_everywhere(term: Term, variable: str, over: Infinite, world: World, bound: Bound) -> bool:
    """Is the term, a number or a proposition about numbers, certainly defined for every value in the set?"""
    try:
        outer = {name: value for name, value in bound.items() if name != variable}
        for part in _numbers(term):
            _hull(part, {variable: _of_set(over)}, world, outer)
    except (Undefined, Undetermined, *TOO_LARGE):
        return False
    return True


def holds_everywhere(proposition: Term, variable: str, over: Infinite, world: World, bound: Bound) -> bool:
    """Does the inequality certainly hold, and make sense, for every value in the set?"""
    if not is_a(proposition, "Lt", "Le", "Ne"):
        return False
    low, high = proposition[1:]
    outer = {name: value for name, value in bound.items() if name != variable}
    try:
        apart = _hull(("Add", high, ("Mul", -1, low)), {variable: _of_set(over)}, world, outer)
    except (Undefined, Undetermined, *TOO_LARGE):
        return False
    if is_a(proposition, "Le"):
        return bool(apart.low >= 0)
    return apart.is_positive or (is_a(proposition, "Ne") and apart.negated().is_positive)


def _numbers(term: Term) -> tuple[Term, ...]:
    """The numbers that a proposition is about."""
    if is_a(term, "Lt", "Le", "Eq", "Ne"):
        return term[1:]
    if is_a(term, "Member"):
        _, element, over = term
        return (element, *(over[1:] if is_a(over, "Interval", "Above", "Below", "Finite") else ()))
    return (term,)


def _of_set(over: Infinite) -> Hull:
    if isinstance(over, Minus):
        return _of_set(over.base)
    if isinstance(over, Onward):
        return Hull(arb(over.low), INFINITE, False, True)
    if not isinstance(over, Span):
        return replace(EVERYTHING, whole=True)
    low = -INFINITE if over.low is None else _down(ball(over.low))
    return Hull(low, INFINITE if over.high is None else _up(ball(over.high)), True, True)


def _down(x: arb) -> arb:
    return _known(x if x.is_exact() else x.lower())


def _up(x: arb) -> arb:
    return _known(x if x.is_exact() else x.upper())


def _known(x: arb) -> arb:
    if x.is_nan():
        raise Undetermined("no enclosure")
    return x


def _point(value: Real) -> Hull:
    return Hull(_down(ball(value)), _up(ball(value)))


def _hull(term: Term, hulls: Hulls, world: World, bound: Bound) -> Hull:
    if isinstance(term, int) or not hulls.keys() & free_names(term):
        return _point(number(term, world, bound))
    if isinstance(term, str):
        return hulls[term]
    world.spend(1)
    meaning = HULLS.get(term[0])
    if meaning is None:
        raise Undetermined(f"is {term[0]} defined everywhere?")
    return meaning(term, hulls, world, bound)


def _parts(term: Compound, hulls: Hulls, world: World, bound: Bound) -> list[Hull]:
    return [_hull(part, hulls, world, bound) for part in term[1:]]


def _plus(a: Hull, b: Hull) -> Hull:
    return Hull(_down(a.low + b.low), _up(a.high + b.high), a.above or b.above, a.below or b.below)


def _times(a: Hull, b: Hull) -> Hull:
    """Where both keep their signs, by their ends; else an enclosure that may be wide."""
    if _is_zero(a) or _is_zero(b):
        return _point(0)
    if a.high <= 0:
        return _times(a.negated(), b).negated()
    if b.high <= 0:
        return _times(a, b.negated()).negated()
    if a.low >= 0 and b.low >= 0:
        high = _up(a.high * b.high)
        low = arb(0) if a.low == 0 or b.low == 0 else _down(a.low * b.low)
        above = a.is_positive and b.is_positive if low == 0 else a.above or b.above
        return Hull(low, high, above, a.below or b.below)
    high = _up(_size(a) * _size(b))
    return Hull(-high, high)


def _is_zero(a: Hull) -> bool:
    return bool(a.low == 0 and a.high == 0)


def _size(a: Hull) -> arb:
    return a.high if a.high >= -a.low else -a.low


def _logarithm(a: Hull) -> Hull:
    if not a.is_positive:
        raise Undetermined("is it positive everywhere?")
    low = -INFINITE if a.low == 0 else _down(a.low.log())
    return Hull(low, INFINITE if a.high == INFINITE else _up(a.high.log()), a.above, a.below)


def _exponential(a: Hull) -> Hull:
    low = arb(0) if a.low == -INFINITE else _down(a.low.exp())
    high = INFINITE if a.high == INFINITE else _up(a.high.exp())
    return Hull(low, high, a.above or low == 0, a.below)


def _reciprocal(a: Hull) -> Hull:
    if a.high <= 0 and a.low < 0:
        return _reciprocal(a.negated()).negated()
    if not a.is_positive:
        raise Undetermined("is it 0 somewhere?")
    low = arb(0) if a.high == INFINITE else _down(1 / a.high)
    return Hull(low, INFINITE if a.low == 0 else _up(1 / a.low), a.below or low == 0, a.above)


def _power(term: Compound, hulls: Hulls, world: World, bound: Bound) -> Hull:
    base, exponent = _parts(term, hulls, world, bound)
    still = not hulls.keys() & free_names(term[2])
    n = integer(number(term[2], world, bound)) if still else None
    if n is not None:
        return _whole_power(base, n)
    if base.is_positive:
        return _exponential(_times(exponent, _logarithm(base)))
    if base.low >= 0 and exponent.is_positive:
        return Hull(arb(0), INFINITE)
    raise Undetermined("is its base positive everywhere?")


def _whole_power(base: Hull, n: int) -> Hull:
    if n < 0:
        return _whole_power(_reciprocal(base), -n)
    if n > 64:
        raise Undetermined("too large a power")
    found = reduce(_times, [base] * n, _point(1))
    return Hull(arb(0), found.high, found.above and found.low == 0) if n % 2 == 0 and found.low < 0 else found


def _call(term: Compound, hulls: Hulls, world: World, bound: Bound) -> Hull:
    """By its definition; an unknown function has a value everywhere."""
    arguments = [_hull(part, hulls, world, bound) for part in term[2:]]
    known = definition_of(term[0], term[1], world)
    if known is None:
        return EVERYTHING
    parameters, body = known
    if len(parameters) != len(arguments):
        raise Undetermined("a wrong number of arguments")
    still = {
        p: number(x, world, bound)
        for p, x in zip(parameters, term[2:], strict=True)
        if not hulls.keys() & free_names(x)
    }
    moved = {p: hull for p, hull in zip(parameters, arguments, strict=True) if p not in still}
    return _hull(body, moved, world, still)


def _entry(term: Compound, hulls: Hulls, world: World, bound: Bound) -> Hull:
    """An entry is there for every integer."""
    for part in term[2:]:
        over = _hull(part, hulls, world, bound)
        if not over.whole and (hulls.keys() & free_names(part) or integer(number(part, world, bound)) is None):
            raise Undetermined("is the index an integer?")
    return _call(term, hulls, world, bound)


def _over_range(term: Compound, hulls: Hulls, world: World, bound: Bound) -> Hull:
    head, variable, domain, body = term
    if hulls.keys() & free_names(domain) or domain[0] != "Range":
        raise Undetermined("a range that moves, or is infinite")
    inner = {name: hull for name, hull in hulls.items() if name != variable}
    values = [_hull(body, inner, world, {**bound, variable: k}) for k in indices(domain, world, bound)]
    return reduce(_plus, values, _point(0)) if head == "Sum" else reduce(_times, values, _point(1))


def _derivative(term: Compound, hulls: Hulls, world: World, bound: Bound) -> Hull:
    """Defined where its body is, and the rules of calculus give a slope."""
    _, variable, domain, body = term
    if domain[1] != "Reals":
        raise Undetermined("does the point stay in the set?")
    _at(("At", variable, domain[2], body), hulls, world, bound)
    return _at(("At", variable, domain[2], differentiated(body, variable)), hulls, world, bound)


def _at(term: Compound, hulls: Hulls, world: World, bound: Bound) -> Hull:
    _, variable, point, body = term
    outer = {name: hull for name, hull in hulls.items() if name != variable}
    if hulls.keys() & free_names(point):
        return _hull(body, {**outer, variable: _hull(point, hulls, world, bound)}, world, bound)
    return _hull(body, outer, world, {**bound, variable: number(point, world, bound)})


def _positive(term: Compound, hulls: Hulls, world: World, bound: Bound) -> Hull:
    """A positive value: that of a factorial above −1, or of the gamma function above 0."""
    (inside,) = _parts(term, hulls, world, bound)
    if not _plus(inside, _point(1 if term[0] == "factorial" else 0)).is_positive:
        raise Undetermined("is it defined everywhere?")
    return Hull(arb(0), INFINITE, True, True)


def _binomial(term: Compound, hulls: Hulls, world: World, bound: Bound) -> Hull:
    """Whatever it is, where n > −1."""
    n, _ = _parts(term, hulls, world, bound)
    if not _plus(n, _point(1)).is_positive:
        raise Undetermined("is it defined everywhere?")
    return EVERYTHING


def _absolute(term: Compound, hulls: Hulls, world: World, bound: Bound) -> Hull:
    (inside,) = _parts(term, hulls, world, bound)
    if inside.low >= 0:
        return inside
    return inside.negated() if inside.high <= 0 else Hull(arb(0), _size(inside))


def _delta(term: Compound, hulls: Hulls, world: World, bound: Bound) -> Hull:
    _parts(term, hulls, world, bound)
    return Hull(arb(0), arb(1))


HULLS: dict[str, Callable[[Compound, Hulls, World, Bound], Hull]] = {
    "Add": lambda *given: reduce(_plus, _parts(*given)),
    "Mul": lambda *given: reduce(_times, _parts(*given)),
    "Pow": _power,
    "log": lambda *given: _logarithm(*_parts(*given)),
    "exp": lambda *given: _exponential(*_parts(*given)),
    "Apply": _call,
    "Indexed": _entry,
    "KroneckerDelta": _delta,
    "Derivative": _derivative,
    "factorial": _positive,
    "gamma": _positive,
    "binomial": _binomial,
    "abs": _absolute,
    "At": _at,
    "Sum": _over_range,
    "Product": _over_range,
}
