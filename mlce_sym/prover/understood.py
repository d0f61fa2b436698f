"""What a SymPy user writes, read as terms of the language of theorems, with what it takes for granted.

Where SymPy's own derivatives stand, an open set is found for each (`differentials.py`), unknown functions are supposed
to be smooth, and what holds at a point by inequalities of smooth terms holds around it: then that open set is an
interval with ends that are given names.

>>> from sympy import Derivative, Function, log, symbols
>>> z, f = symbols("z"), Function("f")
>>> understood([], Derivative(f(z), z)).known.given.hypotheses
(f(z) is smooth in z,)
>>> understood([z > 1], Derivative(log(z) * f(z), z)).terms
(DerivativeAt(f(z)*log(z), (z, Above(1) near z)),)
>>> understood([f(z) > 0], Derivative(log(f(z)), z)).local
((0 < f(z) for all z in Interval.open(z_1, z_2)),)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

from sympy import Basic, Indexed, Interval, LessThan, Mul, Ne, S, StrictLessThan, Symbol
from sympy.core.function import AppliedUndef

from ..border.binding import (
    as_written,
    called,
    children,
    fresh,
    in_own_nodes,
    names,
    occurrences,
    opened,
    renamed,
    substitute,
)
from ..border.encoding import decode, encode
from ..border.given import Definition, Given, head_of, innermost
from ..border.laws import presumed_of_laws, written_out
from ..border.names import name_of
from ..border.nodes import DerivativeAt, ForAll, IndexRange, Lt, Member, Near, Smooth
from ..border.presumed import presumed, unsaid
from ..certificate.names import every_name, written
from ..certificate.names import renamed as in_names
from ..terms.errors import Malformed
from ..terms.terms import alpha, free
from ..terms.terms import fresh as fresh_name
from ..terms.words import in_words, shown
from .derivation import Derivation
from .differentials import NotUnderstood, bounds, is_differential, points, read
from .hypotheses import Assumed, assumed, at_end, said_by
from .logic import holds, missing

ROUNDS = 4  # of what is supposed because of what was supposed


@dataclass(frozen=True)
class Understood:
    """`known` is what is given, and what is supposed; `local` the part of it that follows around a point; `over` the
    open set for each point at which something is differentiated. `start` is the same without what is local."""

    known: Assumed
    terms: tuple[Basic, ...]
    over: Mapping[Basic, Basic]
    local: tuple[Basic, ...] = ()
    before: Understood | None = None

    @property
    def given(self) -> Given:
        return self.known.given

    @property
    def unmet(self) -> tuple[Basic, ...]:
        """What the terms need, and does not follow; not that something is at least 0 that has to be positive."""
        found = dict.fromkeys(_tidy(c) for term in self.terms for c in missing(self.given, term))
        return tuple(c for c in found if not _is_weaker(c, found))

    @property
    def unmet_at_points(self) -> tuple[Basic, ...]:
        """The same, where inequalities of what is differentiated are enough at the point."""
        return tuple(dict.fromkeys(at_point(condition, self.over) for condition in self.unmet))

    @property
    def start(self) -> Understood:
        return self if self.before is None else self.before.start

    def where(self, conditions: Iterable[Basic]) -> Understood:
        """The same with more conditions: an inequality at a point holds around it."""
        found = _smooth(self.supposing(conditions))
        return reduce(_around, self.over, found)

    def supposing(self, more: Iterable[Basic]) -> Understood:
        distinct: dict[Any, Basic] = {}
        for hypothesis in (*self.given.hypotheses, *more):
            distinct.setdefault(alpha(encode(hypothesis)), hypothesis)
        given = Given(tuple(distinct.values()), self.given.definitions)
        return replace(self, known=replace(self.known, given=given))


def understood(relations: Iterable[Any] | Given, *expressions: Basic) -> Understood:
    """What the relations and the assumptions of the symbols, or the hypotheses and definitions, say about the
    expressions. Raises NotUnderstood."""
    said = relations.hypotheses if isinstance(relations, Given) else tuple(said_by(relations))
    said = (*said, *dict.fromkeys(one for term in expressions for one in presumed_of_laws(term)))
    said, expressions = (tuple(in_own_nodes(written_out(term)) for term in some) for some in (said, expressions))
    over = _sets(said, *expressions)
    terms, hypotheses = (tuple(read(term, over) for term in some) for some in (expressions, (*said, *_whole(over))))
    known = (
        Assumed(Given(hypotheses, relations.definitions))
        if isinstance(relations, Given)
        else assumed(hypotheses, *terms)
    )
    found = Understood(known, terms, over)
    _check_bound(found)
    return reduce(_around, over, _smooth(found)) if over else found


def _check_bound(read: Understood) -> None:
    """SymPy uses what it presumes of a bound variable, so that this has to follow from where it ranges: Σ_i |i| of a
    positive i is Σ_i i to it, from −2 to 2, too. Raises NotUnderstood."""
    for term in (*read.terms, *read.given.hypotheses):
        if (fact := next(_untold(read.given, term), None)) is not None:
            raise NotUnderstood(f"SymPy presumes {fact}, which does not follow; use a symbol without that assumption")


def _untold(given: Given, term: Basic) -> Iterator[str]:
    scope = opened(term)
    if scope is None:
        for part in children(term):
            yield from _untold(given, part)
        return
    yield from _untold(given, scope.domain)
    yield from unsaid(scope.variable)
    inside, scope = given.inside(scope)
    limit = (scope.variable, scope.domain)
    facts = (fact for fact in presumed(scope.variable) if not holds(inside, fact))
    yield from (in_words(encode(ForAll(fact, limit))) for fact in facts)
    for body in scope.bodies:
        yield from _untold(inside, body)


def in_plain_names(read: Understood) -> Understood:
    """The same with names of which SymPy presumes nothing, for that is said: it would rewrite what a rule says of a
    positive v, such as √(2πv)."""
    called = plain_names(read)
    return _called(read, called) if called else read


def plain_names(read: Understood) -> Mapping[str, str]:
    """Each name, and a plain one for it; none where all are plain, or where two that are not bound print alike."""
    said = (*read.terms, *read.given.hypotheses, *(side for d in read.given.definitions for side in (d.left, d.right)))
    known = [encode(term) for term in said]
    unbound = frozenset[str]().union(*map(free, known))
    try:
        called = {name: name_of(Symbol(text)) for name, text in written(unbound).items()}
    except Malformed:
        return {}
    for name in sorted(frozenset[str]().union(*map(every_name, known)) - unbound):
        called[name] = fresh_name(name_of(Symbol(shown(name))), called.values())
    return {} if all(name == text for name, text in called.items()) else called


def _called(read: Understood, called: Mapping[str, str]) -> Understood:
    def plain(term: Basic) -> Basic:
        return decode(in_names(encode(term), called))

    definitions = tuple(Definition(plain(d.left), plain(d.right)) for d in read.given.definitions)
    given = Given(tuple(_tidy(plain(h)) for h in read.given.hypotheses), definitions)
    return replace(
        read,
        known=replace(read.known, given=given),
        terms=tuple(map(plain, read.terms)),
        over={plain(point): plain(domain) for point, domain in read.over.items()},
        local=tuple(map(plain, read.local)),
        before=read.before and _called(read.before, called),
    )


def _sets(said: tuple[Basic, ...], *expressions: Basic) -> dict[Basic, Basic]:
    """The open set for each point at which SymPy's derivatives are taken, as far as what is said tells."""
    return {point: bounds(point, (*said, *presumed(point))) for point in points(*expressions, *said)}


def _whole(spots: Iterable[Basic]) -> Iterator[Basic]:
    """That the index of an entry is an integer."""
    indices = (index for point in spots if isinstance(point, Indexed) for index in point.indices)
    yield from (Member(index, S.Integers) for index in dict.fromkeys(indices) if isinstance(index, Symbol))


def read_like(theorem: Derivation, term: Basic) -> Basic:
    """The term, read as what is derived has been read: on the same open sets."""
    hypotheses = theorem.given.hypotheses
    parts = (part for known in (*hypotheses, theorem.lhs, theorem.rhs) for part in occurrences(known))
    there = {part.args[1]: part.args[0] for part in parts if isinstance(part, Near)}
    return read(term, {**_sets(hypotheses, term), **there}) if is_differential(term) else term


def _smooth(found: Understood) -> Understood:
    for _ in range(ROUNDS):
        supposed = [c for c in found.unmet if _is_supposition(c)]
        if not supposed:
            break
        found = found.supposing(supposed)
    return found


def _is_weaker(condition: Basic, others: Iterable[Basic]) -> bool:
    """Does one of the others say < where this says ≤?"""
    if isinstance(condition, ForAll):
        bodies = (
            other.bodies[0] for other in others if isinstance(other, ForAll) and other.args[1:] == condition.args[1:]
        )
        return _is_weaker(condition.bodies[0], list(bodies))
    return isinstance(condition, LessThan) and Lt(*condition.args) in others


def _is_supposition(condition: Basic) -> bool:
    """That an unknown function, or a derivative of one, is smooth."""
    if isinstance(condition, ForAll):
        return _is_supposition(condition.bodies[0])
    if not isinstance(condition, Smooth):
        return False
    body = condition.bodies[0]
    return isinstance(body, AppliedUndef) or (isinstance(body, DerivativeAt) and bool(body.atoms(AppliedUndef)))


def _around(found: Understood, point: Basic) -> Understood:
    """With an interval around the point whose ends are given names, if what is needed on the open set does not follow
    there, but does at the point, and so around it."""
    before = found.unmet
    if not any(_speaks_of(c, found.over[point]) for c in before):
        return found
    low, high = _ends(found, point)
    ends = Interval.open(low, high)
    near = _moved(found, point, ends).supposing((Lt(low, point), Lt(point, high)))
    for _ in range(ROUNDS):
        needed = [c for c in near.unmet if _holds_around(near, c, point)]
        if not needed:
            break
        factors = (one for c in needed for one in _of_factors(c) if _holds_around(near, one, point))
        more = tuple(dict.fromkeys((*needed, *factors)))
        near = replace(near.supposing(more), local=(*near.local, *more))
        near = _smooth(near)
    is_sound = all(_is_open(near, c, point) for c in near.local)
    return near if is_sound and len(near.unmet) < len(before) else found


def _moved(found: Understood, point: Basic, ends: Basic) -> Understood:
    """The same with another open set for the point."""
    old = found.over[point]

    def moved(term: Basic) -> Basic:
        return Near(ends, point) if term == Near(old, point) else as_written(term, map(moved, children(term)))

    given = Given(tuple(map(moved, found.given.hypotheses)), found.given.definitions)
    return replace(
        found,
        known=replace(found.known, given=given),
        terms=tuple(map(moved, found.terms)),
        over={**found.over, point: ends},
        before=found,
    )


def _ends(found: Understood, point: Basic) -> tuple[Symbol, Symbol]:
    """Names for the ends, like that of the point."""
    taken = {n for part in (*found.terms, *found.given.hypotheses) for n in (*names(part), *part.atoms(Symbol))}
    head = head_of(point)
    stem = Symbol(str(getattr(head, "label", head)))
    low = fresh(stem, taken)
    return low, fresh(stem, taken | {low})


def _speaks_of(condition: Basic, domain: Basic) -> bool:
    return isinstance(condition, ForAll) and (condition.domain == domain or _speaks_of(condition.bodies[0], domain))


def _tidy(condition: Basic) -> Basic:
    """The same with z for a bound z_1, where that has no other meaning inside; c ≤ a for c < z for all z above a."""
    if not isinstance(condition, (ForAll, Smooth)):
        return condition
    if (shorter := at_end(encode(condition))) is not None:
        return decode(shorter)
    body = condition.bodies[0]
    variable, domain = condition.variable, condition.domain
    plain = Symbol(re.sub(r"(_\d+)+$", "", variable.name), **variable._assumptions_orig)
    if plain != variable and not called(plain, names(body) | names(domain)):
        body, variable = renamed(body, variable, plain), plain
    return condition.func(_tidy(body), (variable, domain))


def at_point(condition: Basic, over: Mapping[Basic, Basic]) -> Basic:
    """Of an inequality that is needed for all elements of an open set, what it says at its point, which is enough."""
    if isinstance(condition, ForAll):
        body = at_point(condition.bodies[0], over)
        points_there = [point for point, domain in over.items() if domain == condition.domain]
        if points_there and innermost(body).func in (StrictLessThan, Ne):
            return substitute(body, {condition.variable: points_there[0]})
        return ForAll(body, (condition.variable, condition.domain))
    return condition


def _quantifiers(condition: Basic) -> Iterator[tuple[Symbol, Basic]]:
    while isinstance(condition, ForAll):
        yield condition.variable, condition.domain
        condition = condition.bodies[0]


def _holds_around(near: Understood, condition: Basic, point: Basic) -> bool:
    """Is it an inequality for all elements of the interval, and all of finitely many indices, that holds at the
    point?"""
    domain = near.over[point]
    moving = [variable for variable, over in _quantifiers(condition) if over == domain]
    indices = [over for _, over in _quantifiers(condition) if isinstance(over, IndexRange)]
    count = len(list(_quantifiers(condition)))
    if len(moving) != 1 or len(indices) != count - 1 or any(moving[0] in names(over) for over in indices):
        return False
    here = at_point(condition, {point: domain})
    return here != condition and holds(near.given, here)


def _of_factors(condition: Basic) -> Iterator[Basic]:
    """Of a product that is positive for all elements, that each of its factors is."""
    if isinstance(condition, ForAll):
        own = (one for one in _of_factors(condition.bodies[0]) if condition.variable in names(innermost(one)))
        yield from (ForAll(one, (condition.variable, condition.domain)) for one in own)
    elif isinstance(condition, StrictLessThan) and condition.args[0] == 0 and isinstance(condition.args[1], Mul):
        yield from (Lt(0, factor.as_base_exp()[0]) for factor in condition.args[1].args)


def _is_open(near: Understood, condition: Basic, point: Basic) -> bool:
    """Are both sides of the inequality smooth on the interval, for each of the indices?"""
    quantifiers = list(_quantifiers(condition))
    moving = next((variable for variable, over in quantifiers if over == near.over[point]), None)
    if moving is None:
        return False
    for side in innermost(condition).args:
        slope = DerivativeAt(side, (moving, Near(near.over[point], point)))
        statement: Basic = Lt(slope - 1, slope)
        for variable, over in reversed(quantifiers):
            statement = ForAll(statement, (variable, over)) if variable != moving else statement
        if missing(near.given, statement):
            return False
    return True
