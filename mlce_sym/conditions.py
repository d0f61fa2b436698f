"""What follows from what is given: `entails` decides side conditions.

May import nodes, binding, algebra and given. The procedure is small and never guesses: signs are followed through sums, products and powers,
hypotheses are used up to algebra and for every index that they are stated for, and one hypothesis may be subtracted (n > 0 since n = (n − 1) + 1).
What it cannot show is UNKNOWN.

>>> from sympy import Symbol
>>> from mlce_sym.nodes import Lt
>>> theta = Symbol("theta")
>>> given = Given((Lt(0, theta), Lt(theta, 1)))
>>> entails(given, Lt(0, 1 - theta)), entails(given, Lt(1, theta)), entails(given, Lt(0, theta - Symbol("x")))
(PROVED, REFUTED, UNKNOWN)
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from itertools import product

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
    fraction,
    log,
    together,
)
from sympy.core.function import AppliedUndef

from . import algebra
from .binding import Scope, children, fresh, names, occurrences, opened, substitute
from .given import Fact, Given, facts, head_of
from .nodes import ForAll, IndexRange, Member, Without


class Answer(Enum):
    PROVED = "proved"
    REFUTED = "refuted"
    UNKNOWN = "unknown"

    def __repr__(self) -> str:
        return self.name


PROVED, REFUTED, UNKNOWN = Answer.PROVED, Answer.REFUTED, Answer.UNKNOWN


def _bindings(fact: Fact, atoms: list[Basic]) -> Iterator[dict[Symbol, Basic]]:
    """The values of a fact's variables for which it speaks of one of the atoms."""
    wanted = {variable for variable, _ in fact.variables}
    for pattern in occurrences(fact.statement):
        arguments = children(pattern)
        if not isinstance(pattern, (Indexed, AppliedUndef)) or not wanted <= set(arguments):
            continue
        for atom in atoms:
            if head_of(atom) == head_of(pattern) and len(children(atom)) == len(arguments):
                pairs = list(zip(arguments, children(atom), strict=True))
                found = {v: value for v, value in pairs if v in wanted}
                if all(found.get(v, v) == value for v, value in pairs):
                    yield found


def _in_domains(given: Given, fact: Fact, values: dict[Symbol, Basic]) -> bool:
    return all(holds(given, Member(values[v], substitute(domain, values))) for v, domain in fact.variables)


@lru_cache(maxsize=20_000)
def about(given: Given, term: Basic) -> tuple[Basic, ...]:
    """The atomic facts that speak of a term: those without variables, and instances of the others at its atoms."""
    atoms = [part for part in occurrences(term) if isinstance(part, (Indexed, AppliedUndef))]
    found: dict[Basic, None] = {}
    for fact in facts(given):
        if not fact.variables:
            found[fact.statement] = None
            continue
        for values in _bindings(fact, atoms):
            statement = substitute(fact.statement, values)
            if statement not in found and _in_domains(given, fact, values):
                found[statement] = None
    return tuple(found)


Signs = frozenset[int]
ANY, POSITIVE, NONNEGATIVE = frozenset({-1, 0, 1}), frozenset({1}), frozenset({0, 1})
SIGNS_OF_DIFFERENCE = {StrictLessThan: POSITIVE, LessThan: NONNEGATIVE, Eq: frozenset({0}), Ne: frozenset({-1, 1})}


def _mirrored(signs: Signs) -> Signs:
    return frozenset(-s for s in signs)


def _sum_of_signs(a: Signs, b: Signs) -> Signs:
    return frozenset().union(*(ANY if x * y < 0 else {x or y} for x, y in product(a, b)))


def _product_of_signs(a: Signs, b: Signs) -> Signs:
    return frozenset(x * y for x, y in product(a, b))


def _ratio(a: algebra.Quotient, b: algebra.Quotient) -> Fraction | None:
    """The rational number c with a = c·b, or None."""
    if not b.top or a.bottom != b.bottom or {m for m, _ in a.top} != {m for m, _ in b.top}:
        return None
    first, second = dict(a.top), dict(b.top)
    ratios = {first[m] / second[m] for m in first}
    return ratios.pop() if len(ratios) == 1 else None


def _by_facts(given: Given, term: Basic) -> Signs:
    signs, form = ANY, algebra.normal(term)
    for statement in about(given, term):
        if type(statement) in SIGNS_OF_DIFFERENCE:
            ratio = _ratio(form, algebra.difference(*statement.args))
            if ratio:
                known = SIGNS_OF_DIFFERENCE[type(statement)]
                signs &= known if ratio > 0 else _mirrored(known)
    return signs


def _by_subtraction(given: Given, term: Basic, depth: int) -> Signs:
    """term = c·(difference of a known inequality) + rest, where the rest is simpler."""
    signs, form = ANY, algebra.normal(term)
    size = sum(1 for m, _ in form.top if m)
    for statement in about(given, term):
        if type(statement) not in (StrictLessThan, LessThan):
            continue
        low, high = statement.args
        known = algebra.difference(low, high)
        for monomial in sorted({m for m, _ in form.top if m} & {m for m, _ in known.top}, key=algebra.repr_of):
            ratio = dict(form.top)[monomial] / dict(known.top)[monomial]
            scale = Rational(ratio.numerator, ratio.denominator)
            rest = Add(term, -scale * high, scale * low)
            if sum(1 for m, _ in algebra.normal(rest).top if m) < size:
                part = SIGNS_OF_DIFFERENCE[type(statement)]
                signs &= _sum_of_signs(part if ratio > 0 else _mirrored(part), sign(given, rest, depth - 1))
            if len(signs) == 1:
                return signs
    return signs


def _by_common_denominator(given: Given, term: Basic, depth: int) -> Signs:
    top, bottom = fraction(together(term))
    if bottom == 1 or not algebra.equal(term, top / bottom):
        return ANY
    below = sign(given, bottom, depth - 1)
    return _product_of_signs(sign(given, top, depth - 1), below) if 0 not in below else ANY


@lru_cache(maxsize=50_000)
def sign(given: Given, term: Basic, depth: int = 3) -> Signs:
    """The signs that a real term can have, as far as they can be told."""
    signs = _by_structure(given, term, depth)
    if len(signs) > 1 and not isinstance(term, Rational):
        signs &= _by_facts(given, term)
    if len(signs) > 1 and depth > 0 and isinstance(term, (Add, Symbol, Indexed, AppliedUndef, Mul)):
        signs &= _by_subtraction(given, term, depth)
    if len(signs) > 1 and depth > 0 and isinstance(term, Add) and term.has(Pow):
        signs &= _by_common_denominator(given, term, depth)
    return signs


def _by_structure(given: Given, term: Basic, depth: int) -> Signs:
    if isinstance(term, Rational):
        return frozenset({(term.p > 0) - (term.p < 0)})
    if isinstance(term, exp) or term in (S.Pi, S.Exp1):
        return POSITIVE
    if isinstance(term, (Add, Mul)):
        combine = _sum_of_signs if isinstance(term, Add) else _product_of_signs
        signs = sign(given, term.args[0], depth)
        for part in term.args[1:]:
            signs = combine(signs, sign(given, part, depth))
        return signs
    if isinstance(term, Pow):
        return _sign_of_power(sign(given, term.base, depth), term.exp)
    if isinstance(term, log):
        return sign(given, term.args[0] - 1, depth - 1) if depth and positive(given, term.args[0]) else ANY
    if isinstance(term, (Sum, Product)):
        return _sign_of_series(given, term)
    if isinstance(term, KroneckerDelta):
        return NONNEGATIVE
    body = given.unfolded(term)
    return ANY if body is None else sign(given, body, depth)


def _sign_of_power(base: Signs, exponent: Basic) -> Signs:
    if base == POSITIVE:
        return POSITIVE
    if not isinstance(exponent, Integer) or (exponent.p < 0 and 0 in base):
        return ANY
    return base if exponent.p % 2 else frozenset(s * s for s in base)


def _sign_of_series(given: Given, term: Basic) -> Signs:
    scope = opened(term)
    assert scope is not None and isinstance(scope.domain, IndexRange)
    low, high = scope.domain.args
    if not sign(given, high - low + 1) <= NONNEGATIVE:
        return ANY
    body = sign(given.under(scope.variable, scope.domain), scope.bodies[0])
    if scope.head is Product:
        return body | POSITIVE if body <= NONNEGATIVE else ANY
    if len({s for s in body if s}) > 1:
        return ANY
    return body if sign(given, high - low) <= NONNEGATIVE else body | {0}


def positive(given: Given, term: Basic) -> bool:
    return sign(given, term) == POSITIVE


def _nonzero(given: Given, term: Basic) -> bool:
    if 0 not in sign(given, term):
        return True
    top = fraction(together(term))[0]
    form = algebra.normal(top)
    for statement in about(given, term):
        if isinstance(statement, Ne):
            known = algebra.normal(fraction(together(statement.args[0] - statement.args[1]))[0])
            if _ratio(form, known):
                return algebra.equal(term, top / fraction(together(term))[1])
    return False


@lru_cache(maxsize=20_000)
def integer(given: Given, term: Basic) -> bool:
    """Is the term shown to be an integer?"""
    if isinstance(term, Rational):
        return isinstance(term, Integer)
    if isinstance(term, KroneckerDelta) or _stated(given, term, S.Integers):
        return True
    if isinstance(term, (Add, Mul)):
        return all(integer(given, part) for part in term.args)
    if isinstance(term, Pow):
        return isinstance(term.exp, Integer) and term.exp.p >= 0 and integer(given, term.base)
    if isinstance(term, (Sum, Product)):
        scope = opened(term)
        assert scope is not None
        return integer(given.under(scope.variable, scope.domain), scope.bodies[0])
    body = given.unfolded(term)
    return body is not None and integer(given, body)


def _stated(given: Given, element: Basic, domain: Basic) -> bool:
    return any(
        isinstance(statement, Member) and algebra.equal(statement.args[0], element) and algebra.equal(statement.args[1], domain)
        for statement in about(given, element)
    )


def _member(given: Given, element: Basic, domain: Basic) -> bool:
    if _stated(given, element, domain):
        return True
    if domain in (S.Integers, S.Reals):
        return integer(given, element) if domain == S.Integers else isinstance(element, (Symbol, Rational))
    if isinstance(domain, Interval):
        return all(_less(given, a, b) for a, b in ((domain.start, element), (element, domain.end)))
    if isinstance(domain, IndexRange):
        low, high = domain.args
        return integer(given, element) and _at_most(given, low, element) and _at_most(given, element, high)
    if isinstance(domain, Without):
        return _member(given, element, domain.args[0]) and _nonzero(given, element - domain.args[1])
    if isinstance(domain, FiniteSet):
        return any(algebra.equal(element, value) for value in domain.args) or (
            {S.Zero, S.One} <= set(domain.args) and isinstance(element, KroneckerDelta)
        )
    return False


def _less(given: Given, a: Basic, b: Basic) -> bool:
    return a == -S.Infinity or b == S.Infinity or positive(given, b - a)


def _at_most(given: Given, a: Basic, b: Basic) -> bool:
    return sign(given, b - a) <= NONNEGATIVE


def holds(given: Given, statement: Basic) -> bool:
    """Is the proposition shown?"""
    if statement == S.true:
        return True
    if isinstance(statement, ForAll):
        scope = _opened_freshly(given, statement)
        return holds(given.under(scope.variable, scope.domain), scope.bodies[0])
    if isinstance(statement, Member):
        return _member(given, *statement.args)
    if not isinstance(statement, (StrictLessThan, LessThan, Ne, Eq)):
        return False
    a, b = statement.args
    if isinstance(statement, Ne):
        return _nonzero(given, b - a)
    if isinstance(statement, Eq):
        return algebra.equal(a, b) or sign(given, b - a) == {0}
    return _less(given, a, b) if isinstance(statement, StrictLessThan) else _at_most(given, a, b)


def _opened_freshly(given: Given, statement: Basic) -> Scope:
    """A quantifier whose variable is no name of what is given, so that nothing given is lost inside."""
    scope = opened(statement)
    assert scope is not None
    taken = {name for hypothesis in given.hypotheses for name in names(hypothesis)}
    taken |= {name for d in given.definitions for name in names(d.right)}
    if scope.variable not in taken:
        return scope
    variable = fresh(scope.variable, taken | names(statement))
    bodies = tuple(substitute(body, {scope.variable: variable}) for body in scope.bodies)
    return Scope(scope.head, variable, scope.domain, bodies)


def entails(given: Given, statement: Basic) -> Answer:
    """Does the proposition follow from what is given? REFUTED: its negation follows; UNKNOWN: neither could be shown."""
    if holds(given, statement):
        return PROVED
    if isinstance(statement, (StrictLessThan, LessThan, Ne, Eq)):
        opposite = {StrictLessThan: (LessThan, True), LessThan: (StrictLessThan, True), Ne: (Eq, False), Eq: (Ne, False)}
        relation, swap = opposite[type(statement)]
        sides = reversed(statement.args) if swap else statement.args
        if holds(given, relation(*sides, evaluate=False)):
            return REFUTED
    return REFUTED if statement == S.false else UNKNOWN
