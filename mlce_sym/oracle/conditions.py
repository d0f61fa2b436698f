"""What follows from what is given: `entails` decides side conditions.

The procedure is small and never guesses:
signs are followed through sums, products and powers, hypotheses are used up to algebra and for every index that they
are stated for, and one hypothesis may be subtracted (n > 0 since n = (n − 1) + 1). What it cannot show is UNKNOWN.

>>> from sympy import Symbol
>>> from mlce_sym.border.nodes import Lt
>>> theta = Symbol("theta")
>>> given = Given((Lt(0, theta), Lt(theta, 1)))
>>> entails(given, Lt(0, 1 - theta)), entails(given, Lt(1, theta)), entails(given, Lt(0, theta - Symbol("x")))
(PROVED, REFUTED, UNKNOWN)
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from itertools import chain

from sympy import (
    Add,
    Basic,
    Eq,
    Expr,
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

from ..border.binding import apart, children, names, occurrences, opened, substitute
from ..border.given import Fact, Given, facts, head_of, without
from ..border.nodes import Above, Between, ForAll, IndexRange, IntegralOver, Member, Smooth, Without
from . import algebra
from .quotients import Quotient, ratio_of, repr_of
from .signs import ANY, NONNEGATIVE, NONZERO, POSITIVE, ZERO, Signs, mirrored, of_product, of_sum
from .smoothness import smooth


class Answer(Enum):
    PROVED = "proved"
    REFUTED = "refuted"
    UNKNOWN = "unknown"

    def __repr__(self) -> str:
        return self.name


PROVED, REFUTED, UNKNOWN = Answer.PROVED, Answer.REFUTED, Answer.UNKNOWN


def _bindings(fact: Fact, atoms: list[Basic], members: list[Basic]) -> Iterator[dict[Symbol, Basic]]:
    """The values of a fact's variables for which it speaks of one of the atoms, or of a member of some set."""
    wanted = {variable for variable, _ in fact.variables}
    if len(wanted) == 1 and wanted & set(fact.statement.args):
        yield from ({fact.variables[0][0]: member} for member in members)
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
    """Are the values shown to be in the domains, by some of the other hypotheses? (By all of them, it might never
    end.)"""
    others = without(given, fact.place)
    return all(holds(others, Member(values[v], substitute(domain, values))) for v, domain in fact.variables)


@lru_cache(maxsize=20_000)
def about(given: Given, term: Basic) -> tuple[Basic, ...]:
    """The atomic facts that speak of a term: those without variables, and instances of the others at its atoms."""
    atoms = [part for part in occurrences(term) if isinstance(part, (Indexed, AppliedUndef))]
    members = [f.statement.args[0] for f in facts(given) if isinstance(f.statement, Member) and not f.variables]
    found: dict[Basic, None] = {}
    for fact in facts(given):
        if not fact.variables:
            found[fact.statement] = None
            continue
        for values in _bindings(fact, atoms, members):
            statement = substitute(fact.statement, values)
            if statement not in found and _in_domains(given, fact, values):
                found[statement] = None
    return tuple(found)


DEPTH, MOST_REMAINDERS = 3, 8
SIGNS_OF_DIFFERENCE = {StrictLessThan: POSITIVE, LessThan: NONNEGATIVE, Eq: ZERO, Ne: NONZERO}


def _by_facts(given: Given, term: Basic) -> Signs:
    signs, form = ANY, algebra.normal(term)
    for statement in about(given, term):
        if type(statement) in SIGNS_OF_DIFFERENCE:
            ratio = ratio_of(form, algebra.difference(*statement.args))
            if ratio:
                known = SIGNS_OF_DIFFERENCE[type(statement)]
                signs &= known if ratio > 0 else mirrored(known)
    return signs


def _by_subtraction(given: Given, term: Basic, depth: int) -> Signs:
    """term = c·(difference of a known inequality) + rest, where the rest is shorter (the first time, not longer)."""
    signs, rests = ANY, list(_remainders(given, term, allowed=0 if depth == DEPTH else -1))
    for known, rest in rests:
        signs &= of_sum(known, sign(given, rest, depth - 1 if len(rests) <= MOST_REMAINDERS else 0))
        if len(signs) == 1:
            return signs
    return signs


def _remainders(given: Given, term: Basic, allowed: int) -> Iterator[tuple[Signs, Basic]]:
    """The signs of a multiple of a known difference, and what is left of the term when it is taken away, of a
    length that is allowed."""
    top = dict(algebra.normal(term).top)
    longest = _length(term) + allowed
    for statement in about(given, term):
        if type(statement) not in (StrictLessThan, LessThan, Eq):
            continue
        low, high = statement.args
        known, signs = dict(algebra.difference(low, high).top), SIGNS_OF_DIFFERENCE[type(statement)]
        for monomial in sorted({m for m in top if m} & set(known), key=repr_of):
            ratio = top[monomial] / known[monomial]
            scale = Rational(ratio.numerator, ratio.denominator)
            rest = Add(term, -scale * high, scale * low)
            if _length(rest) <= longest:
                yield signs if ratio > 0 else mirrored(signs), rest


def _length(term: Basic) -> int:
    return sum(1 for monomial, _ in algebra.normal(term).top if monomial)


def _by_common_denominator(given: Given, term: Basic, depth: int) -> Signs:
    top, bottom = fraction(together(term))
    if bottom == 1 or not algebra.equal(term, top / bottom):
        return ANY
    below = sign(given, bottom, depth - 1)
    return of_product(sign(given, top, depth - 1), below) if 0 not in below else ANY


@lru_cache(maxsize=50_000)
def sign(given: Given, term: Basic, depth: int = DEPTH) -> Signs:
    """The signs that a real term can have, as far as they can be told; at the same depth only parts of a term are
    looked at."""
    signs = _by_structure(given, term, depth)
    if len(signs) > 1 and not isinstance(term, Rational):
        signs &= _by_facts(given, term)
    if len(signs) > 1 and depth > 0 and isinstance(term, (Add, Symbol, Indexed, AppliedUndef, Mul)):
        signs &= _by_subtraction(given, term, depth)
    if len(signs) > 1 and depth > 0 and isinstance(term, Add) and term.has(Pow):
        signs &= _by_common_denominator(given, term, depth)
    if len(signs) > 1 and depth > 0 and isinstance(term, Add) and (meant := _meant(given, term)) != term:
        signs &= sign(given, meant, depth - 1)
    return signs


def _meant(given: Given, term: Basic) -> Basic:
    """The term with the definitions unfolded that stand in its sums, products and powers."""
    body = given.unfolded(term)
    if body is None and isinstance(term, (Add, Mul, Pow)):
        return term.func(*(_meant(given, part) for part in term.args))
    return term if body is None else body


def _by_structure(given: Given, term: Basic, depth: int) -> Signs:
    if isinstance(term, Rational):
        return frozenset({(term.p > 0) - (term.p < 0)})
    if isinstance(term, exp) or term in (S.Pi, S.Exp1):
        return POSITIVE
    if isinstance(term, (Add, Mul)):
        combine = of_sum if isinstance(term, Add) else of_product
        signs = sign(given, term.args[0], depth)
        for part in term.args[1:]:
            signs = combine(signs, sign(given, part, depth))
        return signs
    if isinstance(term, Pow):
        return _sign_of_power(sign(given, term.base, depth), term.exp)
    if isinstance(term, log):
        inside = term.args[0]
        return sign(given, inside - 1, depth - 1) if depth and sign(given, inside, depth) == POSITIVE else ANY
    if isinstance(term, (Sum, Product, IntegralOver)):
        return _sign_of_series(given, term, depth)
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


def _sign_of_series(given: Given, term: Basic, depth: int) -> Signs:
    """By the signs of the body; an integral's is continuous, and its interval may be a point (Rudin, 6.12 (b))."""
    scope = opened(term)
    assert scope is not None and isinstance(scope.domain, (IndexRange, Between))
    length = scope.domain.args[1] - scope.domain.args[0]
    size = length if scope.head is IntegralOver else length + 1
    if not sign(given, size, depth) <= NONNEGATIVE:
        return ANY
    local, scope = given.inside(scope)
    body = sign(local, scope.bodies[0], depth)
    if scope.head is Product:
        return body | POSITIVE if body <= NONNEGATIVE else ANY
    if len({s for s in body if s}) > 1:
        return ANY
    long = POSITIVE if scope.head is IntegralOver else NONNEGATIVE
    return body if sign(given, length, depth) <= long else body | {0}


def positive(given: Given, term: Basic) -> bool:
    return sign(given, term) == POSITIVE


def _nonzero(given: Given, term: Basic) -> bool:
    if 0 not in sign(given, term):
        return True
    top = _numerator(given, term)
    different = (_numerator(given, s.args[0] - s.args[1]) for s in about(given, term) if isinstance(s, Ne))
    return top is not None and any(known is not None and ratio_of(top, known) for known in different)


def _numerator(given: Given, term: Basic) -> Quotient | None:
    """What is 0 if and only if the term is, as SymPy suggests it, or None where that cannot be shown."""
    top, bottom = fraction(together(term))
    right = algebra.equal(term, top / bottom) and (bottom == 1 or 0 not in sign(given, bottom))
    return algebra.normal(top) if right else None


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
        local, scope = given.inside(scope)
        return integer(local, scope.bodies[0])
    body = given.unfolded(term)
    return body is not None and integer(given, body)


def _stated(given: Given, element: Basic, domain: Basic) -> bool:
    return any(
        isinstance(statement, Member)
        and algebra.equal(statement.args[0], element)
        and algebra.equal(statement.args[1], domain)
        for statement in about(given, element)
    )


def _member(given: Given, element: Basic, domain: Basic) -> bool:
    if _stated(given, element, domain):
        return True
    if domain in (S.Integers, S.Reals):
        return integer(given, element) if domain == S.Integers else isinstance(element, Expr)
    if isinstance(domain, Interval):
        return all(_less(given, a, b) for a, b in ((domain.start, element), (element, domain.end)))
    if isinstance(domain, Above):
        return _less(given, domain.args[0], element)
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
        scope = opened(statement)
        assert scope is not None
        local, scope = given.inside(apart(scope, chain.from_iterable(map(names, given.hypotheses))))
        return holds(local, scope.bodies[0])
    if isinstance(statement, Member):
        return _member(given, *statement.args)
    if isinstance(statement, Smooth):
        return smooth(given, statement)
    if not isinstance(statement, (StrictLessThan, LessThan, Ne, Eq)):
        return False
    a, b = statement.args
    if isinstance(statement, Ne):
        return _nonzero(given, b - a)
    if isinstance(statement, Eq):
        return algebra.equal(a, b) or sign(given, b - a) == {0}
    return _less(given, a, b) if isinstance(statement, StrictLessThan) else _at_most(given, a, b)


def entails(given: Given, statement: Basic) -> Answer:
    """Does the proposition follow from what is given? REFUTED: its negation follows; UNKNOWN: neither could be
    shown."""
    if holds(given, statement):
        return PROVED
    if isinstance(statement, (StrictLessThan, LessThan, Ne, Eq)):
        relation = {StrictLessThan: LessThan, LessThan: StrictLessThan, Ne: Eq, Eq: Ne}[type(statement)]
        sides = reversed(statement.args) if relation in (StrictLessThan, LessThan) else statement.args
        if holds(given, relation(*sides, evaluate=False)):
            return REFUTED
    return REFUTED if statement == S.false else UNKNOWN
