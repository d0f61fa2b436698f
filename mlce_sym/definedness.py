"""When a term is defined: the conditions of each node, and those that do not follow from what is given.

May import nodes, binding, given and conditions. The rules are those of `docs/certificate.md`, Definedness.

>>> from sympy import Symbol, log
>>> x = Symbol("x")
>>> list(definedness(log(1 - x) / x))
[Ne(x, 0), 0 < 1 - x]
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sympy import (
    Add,
    Basic,
    Eq,
    FiniteSet,
    Indexed,
    Integer,
    Interval,
    KroneckerDelta,
    LessThan,
    Mul,
    Ne,
    Pow,
    Product,
    Rational,
    S,
    StrictLessThan,
    Sum,
    Symbol,
    exp,
    log,
)
from sympy.core.function import AppliedUndef

from .binding import children, names, opened
from .conditions import holds
from .given import Given
from .nodes import (
    ArgMax,
    ArgMin,
    CrossEntropy,
    Different,
    Entropy,
    ForAll,
    IndexRange,
    KLDivergence,
    Le,
    Lt,
    Member,
    Without,
)

LANGUAGE = (
    *(Symbol, Rational, Add, Mul, Pow, log, exp, Indexed, AppliedUndef, KroneckerDelta, Sum, Product),
    *(ArgMax, ArgMin, Entropy, CrossEntropy, KLDivergence, ForAll, Member, StrictLessThan, LessThan, Ne, Eq),
    *(IndexRange, Without, FiniteSet),
)
CONSTANTS = (S.Exp1, S.Pi, S.true, S.false, S.Integers, S.Reals, S.EmptySet)


@lru_cache(maxsize=20_000)
def foreign(term: Basic) -> Basic | None:
    """The first part of a term that is not in the language of theorems (`docs/certificate.md`, Terms)."""
    if term in CONSTANTS or isinstance(term, Symbol):
        return None
    is_open = isinstance(term, Interval) and term.left_open and term.right_open
    if not (is_open or isinstance(term, LANGUAGE)):
        return term
    return next((found for part in children(term) if (found := foreign(part)) is not None), None)


def of_range(domain: IndexRange) -> tuple[Basic, ...]:
    """Integer bounds, the upper one not below lo − 1 (where the range is empty)."""
    low, high = domain.args
    return (Member(low, S.Integers), Member(high, S.Integers), Le(low - 1, high))


def _own_conditions(term: Basic) -> Iterator[Basic]:
    """What a node itself needs to be defined, its parts being defined."""
    if isinstance(term, log):
        yield Lt(0, term.args[0])
    elif isinstance(term, Pow) and not isinstance(term.exp, Integer):
        yield Lt(0, term.base)
    elif isinstance(term, Pow) and term.exp.p < 0:
        yield Different(term.base, 0)
    elif isinstance(term, IndexRange):
        yield from of_range(term)
    elif isinstance(term, (Entropy, CrossEntropy, KLDivergence)):
        limit = (term.variable, term.domain)
        yield ForAll(Le(0, term.bodies[0]), limit)
        yield from (ForAll(Lt(0, body), limit) for body in term.bodies[1:])


def definedness(term: Basic) -> Iterator[Basic]:
    """The conditions under which a term is defined, from the inside out."""
    scope = opened(term)
    parts = children(term)
    if scope:
        yield from definedness(scope.domain)
        for condition in (c for body in scope.bodies for c in definedness(body)):
            yield ForAll(condition, (scope.variable, scope.domain)) if scope.variable in names(condition) else condition
    else:
        for part in parts:
            yield from definedness(part)
    yield from _own_conditions(term)


@lru_cache(maxsize=20_000)
def missing(given: Given, term: Basic) -> tuple[Basic, ...]:
    """The conditions of definedness that do not follow from what is given; a defined name needs those of its body."""
    found: dict[Basic, None] = {}
    scope = opened(term)
    if scope:
        found |= dict.fromkeys(missing(given, scope.domain))
        inside = given.under(scope.variable, scope.domain)
        for condition in (c for body in scope.bodies for c in missing(inside, body)):
            found[ForAll(condition, (scope.variable, scope.domain)) if scope.variable in names(condition) else condition] = None
    else:
        for part in children(term):
            found |= dict.fromkeys(missing(given, part))
        body = given.unfolded(term)
        if body is not None:
            found |= dict.fromkeys(missing(given, body))
    found |= {c: None for c in _own_conditions(term) if not holds(given, c)}
    return tuple(found)
