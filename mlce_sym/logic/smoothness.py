"""Which functions are seen to have derivatives of every order on an open set, or around a closed interval
(`docs/certificate.md`, Definedness).

The variable may stand in sums, products, powers, log, exp and the functions that are declared smooth, under sums and
products over ranges without it, in the points and functions of other derivatives, in what is defined so, and in
functions that are supposed to be smooth. All of these are defined on open sets: what is defined on a closed interval is
so on an open one around it.

>>> from mlce_sym.logic.given import assumed
>>> nothing, series = assumed((), ()), lambda given, moving, binder: False
>>> list(rough(nothing, ("Derivative", "t", ("Near", "Reals", 0), ("exp", ("Mul", "t", "x"))), series))
[]
>>> list(rough(nothing, ("Derivative", "t", ("Near", "Reals", 0), ("abs", ("Apply", "f", "t"))), series))
[('Smooth', 't', 'Reals', ('Apply', 'f', 't')), ('ForAll', 't', 'Reals', ('Ne', ('Apply', 'f', 't'), 0))]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from ..functions import FUNCTIONS
from ..terms.terms import CALLS, Compound, Names, Term, children, compound, free, fresh, is_a, rebuilt, substitute
from .entailment import holds, integer
from .given import Fact, Given, at_arguments, cases, matched, opened_as, readable, supposing

Series: TypeAlias = Callable[[Given, Names, Compound], bool]  # is an infinite sum or integral smooth in these names?


@dataclass(frozen=True)
class _Place:
    """Inside a derivative or integral: what is given there, its variable, and all variables that move at once, it and
    those of the derivatives inside, with the open sets in which they do."""

    given: Given
    variable: str
    over: Mapping[str, Term]
    series: Series

    @property
    def moving(self) -> Names:
        return frozenset(self.over)


def is_open(domain: Term) -> bool:
    return bool(domain == "Reals") or is_a(domain, "Interval", "Above", "Below")


def rough(given: Given, binder: Compound, series: Series) -> Iterator[Term]:
    """What does not follow of the function of a derivative being smooth on an open set, where it is defined on all of
    that set, or of that of an integral being smooth around its interval, where it is defined on all of that."""
    head, variable, domain, body = binder
    over = domain[1] if head == "Derivative" else "Reals"
    if not is_open(over):
        yield ("Smooth", variable, over, body)
        return
    inside, name, (body,) = opened_as(given, binder)
    yield from for_all(name, domain, _rough(_Place(inside, name, {name: over}, series), body))


def continuous(given: Given, variable: str, domain: Term, body: Term, series: Series) -> bool:
    """Is the function continuous on a set that is an open interval, where it is defined on all of that? So it is on an
    open set around a point, where it is defined there."""
    if not is_open(domain):
        return False
    name = fresh(variable, given.names | free(body) - {variable})
    return _continuous(_Place(given, name, {name: domain}, series), substitute(body, {variable: name}))


def _continuous(place: _Place, term: Term) -> bool:
    """What is made of continuous parts by continuous functions is continuous, and so is what is smooth. A power whose
    exponent moves is continuous where its base is positive: 0^x is 1 at 0 and 0 beside it."""
    plain = is_a(term, "Add", "Mul", "log", "exp") or (
        is_a(term, "Pow") and (place.moving.isdisjoint(free(term[2])) or holds(place.given, ("Lt", 0, term[1])))
    )
    if plain or (is_a(term, *FUNCTIONS) and FUNCTIONS[term[0]].continuous):
        return all(_continuous(place, part) for part in children(term))
    return next(_rough(place, term), None) is None


def for_all(variable: str, domain: Term, conditions: Iterable[Term]) -> Iterator[Term]:
    """The conditions for every element of the domain."""
    over = domain[1] if is_a(domain, "Near") else domain
    for condition in conditions:
        yield ("ForAll", variable, over, condition) if variable in free(condition) else condition


def _rough(place: _Place, term: Term) -> Iterator[Term]:
    if term in place.moving or place.moving.isdisjoint(free(term)):
        return
    if is_a(term, "Sum", "Product", "Derivative", "ImproperIntegral"):
        yield from _of_binder(place, term)
    elif is_a(term, *CALLS):
        yield from _of_call(place, term)
    elif is_a(term, "Cases") and place.moving.isdisjoint(free(term[1])):
        for case, value, _ in cases(term):
            yield from _rough(replace(place, given=supposing(place.given, case)), value)
    elif is_a(term, "Add", "Mul", "Pow", "log", "exp", *FUNCTIONS):
        for part in children(term):
            yield from _rough(place, part)
        yield from _of_function(place, term) if is_a(term, *FUNCTIONS) else ()
        yield from _of_power(place, term) if is_a(term, "Pow") else ()
    else:
        yield _supposition(place, term)


def _of_power(place: _Place, term: Compound) -> Iterator[Term]:
    """Around a base that is 0 or less, a power is smooth, or defined, if the exponent is an integer that stays."""
    _, base, exponent = term
    stays = place.moving.isdisjoint(free(exponent)) and integer(place.given, exponent)
    if not stays and not holds(place.given, ("Lt", 0, base)):
        yield ("Lt", 0, base)


def _of_function(place: _Place, term: Compound) -> Iterator[Term]:
    """A declared function is smooth, or so apart from its kinks; some of its arguments may have to stay."""
    declared = FUNCTIONS[term[0]]
    still = (part for name, part in zip(declared.parameters, children(term), strict=True) if name in declared.still)
    if not (declared.smooth or declared.apart) or any(place.moving & free(part) for part in still):
        yield _supposition(place, term)
    yield from (c for c in at_arguments(term, declared.apart) if not holds(place.given, c))


def _of_binder(place: _Place, term: Compound) -> Iterator[Term]:
    """The domain, but for the point of a derivative, may not move. A derivative is smooth where its function is so in
    both variables together."""
    is_derivative = term[0] == "Derivative"
    fixed, point = term[2][1:] if is_derivative else (term[2], 0)
    infinite = is_a(fixed, "From") or term[0] == "ImproperIntegral"
    rough = (is_derivative and not is_open(fixed)) or (infinite and not place.series(place.given, place.moving, term))
    if place.moving & free(fixed) or rough:
        yield from () if _is_known(place, term) else (_supposition(place, term),)
        return
    inside, name, (body,) = opened_as(place.given, term)
    over = {**place.over, name: fixed} if is_derivative else place.over
    found = list(for_all(name, term[2], _rough(replace(place, given=inside, over=over), body)))
    if is_derivative and any(map(_is_supposed, found)) and place.moving & (free(body) - {name}):
        found = [] if _is_known(place, term) else [_supposition(place, term)]
    yield from (*found, *_rough(place, point))


def _is_supposed(condition: Term) -> bool:
    return _is_supposed(condition[3]) if is_a(condition, "ForAll") else is_a(condition, "Smooth")


def _of_call(place: _Place, term: Term) -> Iterator[Term]:
    """By its definition, or by a supposition about its function in the one argument that moves."""
    body = place.given.unfolded(term)
    if body is not None:
        yield from _rough(place, body)
        return
    moved = [part for part in children(term) if place.moving & free(part)]
    if len(moved) == 1:
        yield from _rough(place, moved[0])
    if not _is_known(place, term):
        yield _supposition(place, term)


def _supposition(place: _Place, term: Term) -> Term:
    """That the term is smooth; of a function of one argument that moves, that the function is so in that one."""
    moved = [part for part in children(term) if place.moving & free(part)]
    if not is_a(term, *CALLS) or len(moved) != 1:
        return ("Smooth", place.variable, place.over[place.variable], term)
    (part,) = moved
    if type(part) is str:
        return ("Smooth", part, place.over[part], term)
    name = fresh(place.variable, place.given.names | free(term))
    return ("Smooth", name, "Reals", rebuilt(term, (name if p is part else p for p in children(term))))


def _is_known(place: _Place, term: Term) -> bool:
    """Is it supposed that the term is smooth?"""
    facts = (fact for fact in place.given.facts if is_a(fact.statement, "Smooth"))
    return any(_says(place, fact, term) for fact in facts)


def _says(place: _Place, fact: Fact, term: Term) -> bool:
    """Is the term f(…, u, …), where f is supposed to be smooth in this argument on a set in which u lies, and the other
    arguments stay? Or is it, as a term in the one variable that moves, the one that is supposed to be smooth?"""
    _, variable, domain, body = compound(fact.statement)
    form, names = readable(term), {variable, *(name for name, _ in fact.variables)}
    values = None if form is None else matched(body, form, names)
    if values is None or values.keys() != names or readable(substitute(body, values)) != form:
        point: Term = place.variable
        if fact.variables or place.moving != {point} or readable(substitute(body, {variable: point})) != form:
            return False
        values = {variable: point}
    elif any(place.moving & free(part) for name, part in values.items() if name != variable):
        return False
    over, sets = substitute(domain, values), (*fact.variables, (variable, domain))
    members = [("Member", values[name], substitute(inside, values)) for name, inside in sets]
    fits = is_open(over) and next(_rough(place, values[variable]), None) is None  # the argument is smooth, too
    return fits and not place.moving & free(over) and all(holds(place.given, m) for m in members)
