"""By cases: what an equation turns on, decided either way; and what stands under a sum or product, for each index.

>>> from sympy import Abs, KroneckerDelta, Piecewise, Symbol
>>> from mlce_sym.border.binding import in_own_nodes
>>> x, y = Symbol("x"), Symbol("y")
>>> list(conditions(in_own_nodes(Piecewise((x, x < 1), (Abs(y), True)) + KroneckerDelta(x, y))))
[x < 1, y < 0, Eq(x, y)]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sympy import Abs, Basic, Eq, KroneckerDelta, LessThan, Max, Min, Ne, Product, StrictLessThan, Sum, sign

from ..border.binding import Scope, apart, children, closed, names, occurrences, opened, rebuilt, renamed
from ..border.given import Given
from ..border.nodes import Cases, Different, Equals, From, ImproperIntegral, IndexRange, Le, Lt
from ..border.places import Place
from .logic import equal, holds
from .powers import is_root


def conditions(term: Basic) -> Iterator[Basic]:
    """What cases, absolute values, signs, maxima, minima and Kronecker deltas in a term turn on, each once; not what is
    about a bound variable."""
    yield from (one for one in dict.fromkeys(_conditions(term)) if not names(one) & _bound(term) - names(term))


def undecided(given: Given, *sides: Basic) -> Iterator[Basic]:
    """The conditions of which it is not known whether they hold, the shortest first. Of |a − b|, max and min it is
    enough to know that a ≤ b."""
    found = dict.fromkeys(condition for side in sides for condition in conditions(side))
    strict = {one for side in sides for p in occurrences(side) if not isinstance(p, (Abs, Max, Min)) for one in _own(p)}
    for condition in sorted(found, key=lambda one: (one.count_ops(), one not in strict, str(one))):
        enough = (condition, otherwise(condition), *(() if condition in strict else (Le(*condition.args),)))
        if not any(holds(given, choice) for choice in enough):
            yield condition


def equal_numbers(given: Given) -> Iterator[Basic]:
    """That two numbers are equal, where each is given to be at most the other."""
    compared = dict.fromkeys(h.args for h in given.hypotheses if isinstance(h, LessThan))
    for pair in compared:
        left, right = sorted(pair, key=lambda one: (not names(one), str(one)))  # no number stands for another thing
        if (left, right) == pair and (right, left) in compared and Equals(left, right) not in given.hypotheses:
            yield Equals(left, right)


def hiding(*sides: Basic) -> tuple[frozenset[Basic], ...]:
    """The parts, of each kind, that hide what the sides turn on: √(a²b²) the signs of a and b, Σ_i (n − i) x_i that n
    moves."""
    parts = [part for side in sides for part in occurrences(side)]
    return tuple(frozenset(filter(kind, parts)) for kind in (_is_infinite, is_root, _is_moving))


def _is_infinite(part: Basic) -> bool:
    scope = opened(part)
    return scope is not None and (scope.head is ImproperIntegral or isinstance(scope.domain, From))


def _is_moving(part: Basic) -> bool:
    """Is it a sum or product whose terms speak of its upper end?"""
    scope = opened(part)
    if scope is None or not isinstance(scope.domain, IndexRange):
        return False
    return any(names(scope.domain.args[1]) & in_terms(body) for body in scope.bodies)


def in_terms(term: Basic) -> frozenset[Basic]:
    """The names in a term, but those in the ends of its sums and products."""
    if (scope := opened(term)) is not None:
        return frozenset[Basic]().union(*map(in_terms, scope.bodies)) - {scope.variable}
    parts = children(term)
    return frozenset[Basic]().union(*map(in_terms, parts)) if parts else names(term)


def with_deltas(term: Basic, place: Place = ()) -> Iterator[tuple[Place, Scope, Basic]]:
    """The sums in which the index decides by being one number or another: where, and the body with b + δ_ik (a − b) for
    the case a where i = k and b otherwise."""
    scope = opened(term)
    if scope is not None and scope.head is Sum:
        (body,) = scope.bodies
        told = body.replace(lambda part: _turns_on(part, scope.variable), _by_delta)
        if told != body:
            yield place, scope, told
    for number, part in enumerate(children(term)):
        yield from with_deltas(part, (*place, number))


def _turns_on(part: Basic, index: Basic) -> bool:
    """Is it two cases, as the index is equal to a number or not?"""
    if not isinstance(part, Cases) or not isinstance(part.args[0], (Eq, Ne)):
        return False
    u, v = part.args[0].args
    return (u == index and index not in names(v)) or (v == index and index not in names(u))


def _by_delta(cases: Basic) -> Any:
    condition, *values = cases.args  # of numbers
    first: Any
    second: Any
    first, second = values if isinstance(condition, Eq) else reversed(values)
    return second + KroneckerDelta(*condition.args) * (first - second)


def _bound(term: Basic) -> frozenset[Basic]:
    return frozenset(scope.variable for part in occurrences(term) if (scope := opened(part)))


def _conditions(term: Basic) -> Iterator[Basic]:
    for part in occurrences(term):
        yield from _own(part)


def _own(part: Basic) -> Iterator[Basic]:
    if isinstance(part, Cases):
        yield from _of_relation(part.args[0])
    elif isinstance(part, (Abs, sign)):
        yield Lt(part.args[0], 0)
        if isinstance(part, sign):
            yield Equals(part.args[0], 0)
    elif isinstance(part, (Max, Min)):
        yield Lt(*children(part))
    elif isinstance(part, KroneckerDelta):
        yield Equals(*part.args)


def _of_relation(condition: Basic) -> Iterator[Basic]:
    """One of a relation and its opposite, for both say the same."""
    if isinstance(condition, (StrictLessThan, LessThan)):
        yield Lt(*(condition.args if isinstance(condition, StrictLessThan) else reversed(condition.args)))
    elif isinstance(condition, (Eq, Ne)):
        yield Equals(*condition.args)


def otherwise(condition: Basic) -> Basic:
    """What holds where a condition of those does not."""
    low, high = condition.args
    return Le(high, low) if isinstance(condition, StrictLessThan) else Different(low, high)


def bodies(one: Basic, other: Basic) -> Iterator[tuple[Place, Scope, Basic]]:
    """Where two terms have different sums or products over the same range: the place in the first, that sum, and what
    its body would have to be. The terms are the same otherwise, so that there is one such place, or none."""
    first, second = opened(one), opened(other)
    if first and second and first.head is second.head and first.head in (Sum, Product):
        if equal(first.domain, second.domain):
            scope = apart(first, names(other) | names(one))
            yield (), scope, renamed(second.bodies[0], second.variable, scope.variable)
        return
    pairs = list(zip(children(one), children(other), strict=False))
    apart_ = [number for number, pair in enumerate(pairs) if not equal(*pair)]
    if type(one) is type(other) and len(children(one)) == len(children(other)) and len(apart_) == 1 and not first:
        (number,) = apart_
        yield from (((number, *place), scope, body) for place, scope, body in bodies(*pairs[number]))


def with_body(term: Basic, place: Place, body: Basic, scope: Scope) -> Basic:
    """The term with another body of the sum or product at a place."""
    if not place:
        return closed(Scope(scope.head, scope.variable, scope.domain, (body,)))
    parts = list(children(term))
    parts[place[0]] = with_body(parts[place[0]], place[1:], body, scope)
    return rebuilt(term, parts)
