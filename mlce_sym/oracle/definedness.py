"""When a term is defined: the conditions of each node, and those that do not follow from what is given.

The rules are those of `docs/certificate.md`, Definedness.

>>> from sympy import Symbol, log
>>> x = Symbol("x")
>>> list(definedness(log(1 - x) / x))
[Ne(x, 0), 0 < 1 - x]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from sympy import (
    Add,
    Basic,
    Dummy,
    Eq,
    FiniteSet,
    Float,
    Indexed,
    Integer,
    Interval,
    KroneckerDelta,
    Lambda,
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

from ..border.binding import Scope, apart, children, names, opened, substitute
from ..border.given import Given, defining, head_of
from ..border.nodes import (
    Above,
    ArgMax,
    ArgMin,
    Between,
    CrossEntropy,
    DerivativeAt,
    Different,
    Entropy,
    ForAll,
    IndexRange,
    IntegralOver,
    KLDivergence,
    Le,
    Lt,
    Member,
    Near,
    Smooth,
    Without,
)
from ..border.presumed import presumed
from .conditions import holds

LANGUAGE = (
    *(Symbol, Dummy, Rational, Add, Mul, Pow, log, exp, Indexed, AppliedUndef, KroneckerDelta, Sum, Product),
    *(ArgMax, ArgMin, Entropy, CrossEntropy, KLDivergence, ForAll, Member, StrictLessThan, LessThan, Ne, Eq),
    *(IndexRange, Without, FiniteSet, Above, Near, DerivativeAt, Between, IntegralOver),
)
Kind = tuple[type, ...]
RANGES: Kind = (IndexRange,)
NEIGHBOURHOODS: Kind = (Near,)
CLOSED: Kind = (Between,)
SETS: Kind = (Interval, Above, Without, FiniteSet, ArgMax, ArgMin, *map(type, (S.Integers, S.Reals, S.EmptySet)))
PROPOSITIONS: Kind = (ForAll, Member, StrictLessThan, LessThan, Ne, Eq, *map(type, (S.true, S.false)))
NUMBERS: Kind = ()
DOMAINS: dict[type[Basic], Kind] = {
    **dict.fromkeys((ArgMax, ArgMin, ForAll), SETS),
    **{DerivativeAt: NEIGHBOURHOODS, IntegralOver: CLOSED},
}
LARGEST_EXPONENT = 10_000  # of a number: SymPy would write the digits down
CONSTANTS = (S.Exp1, S.Pi, S.true, S.false, S.Integers, S.Reals, S.EmptySet)


@lru_cache(maxsize=20_000)
def foreign(term: Basic) -> Basic | None:
    """The first part of a term that is not in the language of theorems, or where it stands (`docs/certificate.md`,
    Terms)."""
    if term in CONSTANTS or type(term) in (Symbol, Dummy):
        return None
    is_open = isinstance(term, Interval) and term.left_open and term.right_open
    if (
        isinstance(term, Pow)
        and isinstance(term.base, Rational)
        and isinstance(term.exp, Integer)
        and abs(term.exp) > LARGEST_EXPONENT
    ):
        return term
    if not (is_open or type(term) in LANGUAGE or isinstance(term, (Rational, AppliedUndef))):
        return term
    return next((found for part in children(term) if (found := foreign(part)) is not None), _misplaced(term))


def _misplaced(term: Basic) -> Basic | None:
    """The first child that is a number, set or proposition where another is wanted; a variable may be a number or a
    set."""
    for part, wanted in zip(children(term), _wanted(term), strict=True):
        if _kind(part) != wanted and not (wanted is SETS and (isinstance(part, (Symbol, *RANGES)))):
            return part
    return None


def _wanted(term: Basic) -> tuple[Kind, ...]:
    if isinstance(term, Member):
        return (NUMBERS, SETS)
    if isinstance(term, (Without, Near)):
        return (SETS, NUMBERS)
    if scope := opened(term):
        return (
            DOMAINS.get(scope.head, RANGES),
            *(PROPOSITIONS if scope.head is ForAll else NUMBERS for _ in scope.bodies),
        )
    return tuple(NUMBERS for _ in children(term))


def _kind(term: Basic) -> Kind:
    return next(
        (kind for kind in (RANGES, NEIGHBOURHOODS, CLOSED, SETS, PROPOSITIONS) if isinstance(term, kind)), NUMBERS
    )


def outside(stranger: Basic) -> str:
    """The words for a part that is not in the language."""
    hint = "; write an exact number, such as Rational(1, 2)" if isinstance(stranger, Float) else ""
    return f"{stranger} ({type(stranger).__name__}) is outside the language of theorems{hint}"


def of_range(domain: IndexRange) -> tuple[Basic, ...]:
    """Integer bounds, the upper one not below lo − 1 (where the range is empty)."""
    low, high = domain.args
    return (Member(low, S.Integers), Member(high, S.Integers), Le(low - 1, high))


def _own_conditions(term: Basic) -> Iterator[Basic]:
    """What a node itself needs to be defined, its parts being defined; a name, what SymPy presumes of it."""
    yield from presumed(term)
    if isinstance(term, log):
        yield Lt(0, term.args[0])
    elif isinstance(term, Pow) and not isinstance(term.exp, Integer):
        yield Lt(0, term.base)
    elif isinstance(term, Pow) and term.exp.p < 0:
        yield Different(term.base, 0)
    elif isinstance(term, IndexRange):
        yield from of_range(term)
    elif isinstance(term, Near):
        yield Member(term.args[1], term.args[0])
    elif isinstance(term, Between):
        yield Le(*term.args)
    elif isinstance(term, (DerivativeAt, IntegralOver)):
        yield Smooth(term.bodies[0], (term.variable, term.domain))
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
        inside, scope = given.inside(scope)
        for condition in (c for body in scope.bodies for c in missing(inside, body)):
            found[
                ForAll(condition, (scope.variable, scope.domain)) if scope.variable in names(condition) else condition
            ] = None
    else:
        for part in children(term):
            found |= dict.fromkeys(missing(given, part))
        if meaning := given.meaning(term):
            found |= dict.fromkeys(missing_of_instance(given, *meaning, given))
    found |= {c: None for c in _own_conditions(term) if not holds(given, c)}
    return tuple(found)


def missing_of_instance(given: Given, term: Basic, values: Mapping[Any, Basic], theory: Given) -> tuple[Basic, ...]:
    """What is missing for an instance of a term to be defined, node by node, before SymPy evaluates any of it.

    u·v needs x ≠ 0 for u = x and v = 1/x, and so does u/v for u = v = x. `theory` defines names of the term.
    """
    defined_names = names(term) & defining(theory)
    relevant = {n: value for n, value in values.items() if n != value and (defined_names or n in names(term))}
    if not relevant and (theory == given or not defined_names):
        return missing(given, term)
    return _missing_of_instance(given, term, frozenset(relevant.items()), theory)


@lru_cache(maxsize=20_000)
def _missing_of_instance(
    given: Given, term: Basic, items: frozenset[tuple[Any, Basic]], theory: Given
) -> tuple[Basic, ...]:
    values, scope = dict(items), opened(term)
    found: list[Basic] = []
    if scope:
        found.extend(_missing_of_binder(given, scope, values, theory))
    else:
        for part in children(term):
            found.extend(missing_of_instance(given, part, values, theory))
        found.extend(_missing_of_name(given, term, values, theory))
    instances = (substitute(condition, values) for condition in _own_conditions(term))
    return (*found, *(condition for condition in instances if not holds(given, condition)))


def _missing_of_binder(given: Given, scope: Scope, values: Mapping[Any, Basic], theory: Given) -> Iterator[Basic]:
    yield from missing_of_instance(given, scope.domain, values, theory)
    taken = (
        defining(given) | defining(theory) | set(values) | {name for value in values.values() for name in names(value)}
    )
    scope = apart(scope, taken)
    inside = given.under(scope.variable, substitute(scope.domain, values))
    for body in scope.bodies:
        yield from missing_of_instance(inside, body, values, theory)


def _missing_of_name(given: Given, term: Basic, values: Mapping[Any, Basic], theory: Given) -> Iterator[Basic]:
    """What a name needs for what it stands for, be it by its value or by its definition."""
    value, meaning = values.get(head_of(term)), theory.meaning(term)
    if isinstance(value, Lambda):
        parts = (substitute(part, values) for part in children(term))
        yield from missing_of_instance(given, value.expr, dict(zip(value.signature, parts, strict=True)), given)
    elif value is not None:
        yield from missing(given, value)
    if meaning:
        right, arguments = meaning
        inner = {name: substitute(part, values) for name, part in arguments.items()}
        yield from missing_of_instance(given, right, {**values, **inner}, theory)
