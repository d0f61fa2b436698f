"""Optima of what depends on its variable through unknown functions alone: two points stand for all.

If f has one value at c and another everywhere else, so has whatever is made of f(t). The optima over a set are then, as
far as they are c or d, the optima over {c, d}: where these differ, so do those.

>>> from sympy import Function, S, Symbol
>>> t, f = Symbol("t"), Function("f")
>>> at_two_points(ArgMax(f(t), (t, S.Reals)), ArgMax(f(t)**2, (t, S.Reals)), Given())[:2]
(ArgMax(f(t), (t, {0, 1})), ArgMax(f(t)**2, (t, {0, 1})))
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from sympy import Basic, FiniteSet, Integer, Rational, Symbol
from sympy.core.function import AppliedUndef

from ..border.binding import Scope, children, closed, names, occurrences, opened
from ..border.given import Given
from ..border.nodes import ArgMax, ArgMin, ForAll, Member
from ..prover.logic import holds

POINTS = (*map(Integer, (0, 1, 2, -1, -2)), Rational(1, 3), Rational(2, 3))


def at_two_points(left: Basic, right: Basic, given: Given) -> tuple[Basic, Basic, Given] | None:
    """The two sides and what is given, with {c, d} for the set; None where f is known in another way, or no two points
    are seen to lie in the set."""
    scopes = [scope for side in (left, right) if (scope := opened(side)) and scope.head in (ArgMax, ArgMin)]
    if len(scopes) < 2 or scopes[0].domain != scopes[1].domain or given.definitions:
        return None
    domain, functions = scopes[0].domain, frozenset().union(*map(_functions, scopes))
    about = [h for h in given.hypotheses if names(h) & functions]
    said = [scope for h in about if (scope := opened(h)) and scope.head is ForAll and scope.domain == domain]
    if not functions or len(said) < len(about) or not all(map(_through_functions, (*scopes, *said))):
        return None
    points = next(_pairs(domain, given), None)
    if points is None:
        return None
    one, other, *known = (closed(Scope(s.head, s.variable, FiniteSet(*points), s.bodies)) for s in (*scopes, *said))
    return one, other, Given((*(h for h in given.hypotheses if h not in about), *known))


def _functions(scope: Scope) -> frozenset[Any]:
    calls = (part for body in scope.bodies for part in occurrences(body) if isinstance(part, AppliedUndef))
    return frozenset(part.func for part in calls)


def _through_functions(scope: Scope) -> bool:
    return all(_is_through(body, scope.variable) for body in scope.bodies)


def _is_through(term: Basic, t: Symbol) -> bool:
    """Does t stand in f(t) alone, and no f in another way?"""
    if isinstance(term, AppliedUndef):
        return term.args == (t,)
    scope = opened(term)
    if term == t or (scope is not None and scope.variable == t):
        return False
    return all(_is_through(part, t) for part in children(term))


def _pairs(domain: Basic, given: Given) -> Iterator[tuple[Basic, Basic]]:
    return combinations((point for point in POINTS if holds(given, Member(point, domain))), 2)
