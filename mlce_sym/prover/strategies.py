"""Ways to prove an equation, from the plainest on: a common form of both sides; their logarithms; cases; induction.

Each reduces the equation to others, which become theorems of their own: lemmas of the one that is wanted. None says
nothing.

>>> from sympy import Abs, Symbol, exp, log
>>> z = Symbol("z")
>>> proved(log(1 + exp(z)), (z + Abs(z)) / 2 + log(1 + exp(-Abs(z))), Given())
log(1 + exp(z)) = (1/2)*z + (1/2)*abs(z) + log(1 + exp(-abs(z)))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from sympy import (
    Add,
    Basic,
    Expr,
    FiniteSet,
    Integer,
    Lambda,
    LessThan,
    Mul,
    Number,
    Pow,
    Product,
    S,
    StrictLessThan,
    Symbol,
    beta,
    binomial,
    exp,
    factorial,
    gamma,
    log,
)

from .. import rules
from ..border.binding import children, fresh, names, occurrences, opened, substitute
from ..border.given import Given
from ..border.nodes import IndexRange, Le, Lt, Member, Without
from ..border.places import Place, part_at
from ..border.rule import Rule
from ..terms.errors import Refused
from .calculus import without_derivatives
from .derivation import Algebra, Derivation, Evidence, reflexivity, rewritten
from .justification import first_place, onto, use
from .labels import labels, put
from .logic import holds
from .quotients import over_one_denominator, without_common_factors
from .splitting import bodies, equal_numbers, hiding, in_terms, otherwise, undecided, with_body, with_deltas
from .tactics import brought_together, decided, equated, upwards
from .term_by_term import linearly_equal, one_sum

GROWING = (Product, exp, factorial, gamma, binomial, beta)
SCALED = (*GROWING, Mul, Pow, Number)
DEEPEST = 3  # reductions of a reduction
MOST_SPLITS = 5  # conditions that are decided one after the other


@dataclass(frozen=True)
class Goal:
    """given ⊢ lhs = rhs is wanted; `name` is for the theorems on the way, `depth` the number of reductions so far,
    `splits` that of the conditions that are decided."""

    lhs: Expr
    rhs: Expr
    given: Given
    name: str = "lemma"
    depth: int = 0
    splits: int = 0

    @property
    def difference(self) -> Expr:
        return self.lhs - self.rhs

    def part(self, number: int, lhs: Basic, rhs: Basic, given: Given) -> Goal:
        """One of the equations to which it is reduced."""
        assert isinstance(lhs, Expr) and isinstance(rhs, Expr)
        return Goal(lhs, rhs, given, f"{self.name}-{number}", self.depth + 1, self.splits)

    def fresh(self, name: str) -> Symbol:
        """A variable that is called like nothing here, whatever SymPy assumes of the other."""
        terms = (self.lhs, self.rhs, *self.given.hypotheses)
        taken = {taken for term in terms for taken in (*names(term), *term.atoms(Symbol))}
        is_taken = name in {str(getattr(part, "label", part)) for part in taken}
        return fresh(Symbol(name), taken) if is_taken else Symbol(name)


Way = Callable[[Goal], Iterator[Derivation]]


def proved(lhs: Basic, rhs: Basic, given: Given, name: str = "lemma") -> Derivation | None:
    """given ⊢ lhs = rhs, by the first way that leads there; theorems on the way have names that begin with `name`.
    Raises Refused where a side is not shown to be defined."""
    if isinstance(lhs, Expr) and isinstance(rhs, Expr):
        return _proved(Goal(lhs, rhs, given, name))
    return equated(lhs, rhs, given)


def _proved(goal: Goal) -> Derivation | None:
    found = equated(goal.lhs, goal.rhs, goal.given)
    if found is not None or goal.depth >= DEEPEST:
        return found
    left, right = without_derivatives(*(reflexivity(goal.given, side) for side in (goal.lhs, goal.rhs)))
    left, right = upwards(left), upwards(right)
    if left.steps or right.steps:  # only then is a sum of slopes seen to be one, or one term more the last one
        lemma = _lemma(goal, 0, left.rhs, right.rhs)
        return None if lemma is None else onto(rewritten(left, (), lemma), right)
    return next((found for way in WAYS for found in _tried(way, goal)), None)


def _tried(way: Way, goal: Goal) -> Iterator[Derivation]:
    """What a way finds, if it finds no case of which SymPy can make no term."""
    try:
        yield from way(goal)
    except Refused:
        return


def _stated(goal: Goal, variable: Symbol | None = None) -> Evidence | None:
    """lhs = rhs as a theorem that meets a condition, for every value of a variable if one is named."""
    try:
        equation = _proved(goal)
    except Refused:
        return None
    return None if equation is None else Evidence(equation.named(goal.name), variable)


def by_factors(goal: Goal) -> Iterator[Derivation]:
    """Products with the same Π or denominator among their factors are equal if the other factors are."""
    yield from without_common_factors(goal.given, goal.lhs, goal.rhs, partial(_lemma, goal))


def by_denominators(goal: Goal) -> Iterator[Derivation]:
    """Quotients are equal if what is below the line is, and what is above it."""
    yield from over_one_denominator(goal.given, goal.lhs, goal.rhs, partial(_lemma, goal))


def by_logarithms(goal: Goal) -> Iterator[Derivation]:
    """Two positive numbers, products or powers, are equal if their logarithms are."""
    sides = (goal.lhs, goal.rhs)
    grows = any(map(_grows, (part for side in sides for part in occurrences(side))))
    if not grows or not all(isinstance(s, SCALED) and holds(goal.given, Lt(0, s)) for s in sides):
        return
    evidence = _stated(goal.part(1, log(goal.lhs), log(goal.rhs), goal.given))
    if evidence is not None:
        start = reflexivity(goal.given, goal.lhs)
        yield _by(start, rules.equal_logarithms, (evidence,), u=goal.lhs, v=goal.rhs)


def _grows(part: Basic) -> bool:
    return isinstance(part, GROWING) or (isinstance(part, Pow) and not isinstance(part.exp, Integer))


def by_values(goal: Goal) -> Iterator[Derivation]:
    """By cases, where a variable or an entry has one of a few values."""
    for y, values in labels(goal.given, goal.difference):
        t = y if isinstance(y, Symbol) else goal.fresh("t")
        difference = put(goal.difference, y, t)
        others = Given(tuple(h for h in goal.given.hypotheses if t not in names(h)))
        u, *rest = values
        first = goal.part(1, substitute(difference, {t: u}), S.Zero, others)
        if len(rest) == 1:
            second = goal.part(2, substitute(difference, {t: rest[0]}), S.Zero, others)
            rule, found = rules.by_two_values, map(_stated, (first, second))
            yield from _by_cases(goal, rule, found, f=(t, difference), y=y, u=u, v=rest[0])
            continue
        domain = FiniteSet(*values)
        among = Given((*others.hypotheses, Member(t, Without(domain, u))))
        # each further value is a part of the same depth
        second = Goal(difference, S.Zero, among, f"{goal.name}-2", goal.depth)
        cases = (_stated(*part) for part in ((first, None), (second, t)))
        yield from _by_cases(goal, rules.by_first_value, cases, f=(t, difference), A=domain, y=y, u=u)


def by_cases(goal: Goal) -> Iterator[Derivation]:
    """By cases, where a condition decides what a side is: lhs is the same in either case, and in each of them rhs.
    What is known is used first."""
    left, right = (decided(reflexivity(goal.given, side)) for side in (goal.lhs, goal.rhs))
    if left.steps or right.steps:
        lemma = _lemma(goal, 0, left.rhs, right.rhs)
        if lemma is not None:
            yield onto(rewritten(left, (), lemma), right)
        return
    condition = next(undecided(goal.given, goal.lhs, goal.rhs), None)
    if condition is None:
        yield from _with_equal_numbers(goal)
        return
    choices = enumerate((condition, otherwise(condition)), 1)
    lemmas = [_lemma(goal, number, goal.lhs, goal.rhs, (choice,)) for number, choice in choices]
    rule = rules.alike_by_order if isinstance(condition, StrictLessThan) else rules.alike_by_equality
    u, v = condition.args
    if None not in lemmas:
        start = _by(reflexivity(goal.given, goal.lhs), rule, backward=True, u=u, v=v, a=goal.lhs)
        for number, lemma in enumerate(lemmas, 1):
            start = rewritten(start, (number,), lemma)
        yield _by(start, rule, u=u, v=v, a=goal.rhs)


def _with_equal_numbers(goal: Goal) -> Iterator[Derivation]:
    """What is seen to be equal, as u ≤ v and v ≤ u say it, put in for each other."""
    for pair in equal_numbers(goal.given):
        lemma = _lemma(goal, 0, goal.lhs, goal.rhs, (pair,))
        if lemma is not None:
            yield rewritten(reflexivity(goal.given, goal.lhs), (), lemma)


def _lemma(goal: Goal, number: int, lhs: Basic, rhs: Basic, more: tuple[Basic, ...] = ()) -> Derivation | None:
    """An equation of the same depth, where one condition more is decided."""
    given = Given((*goal.given.hypotheses, *more), goal.given.definitions)
    part = replace(goal.part(number, lhs, rhs, given), depth=goal.depth, splits=goal.splits + len(more))
    found = _proved(part) if part.splits <= MOST_SPLITS else None
    return None if found is None else found.named(part.name)


def by_bodies(goal: Goal) -> Iterator[Derivation]:
    """What stands under a sum or product is equal for each index."""
    for place, scope, body in bodies(goal.lhs, goal.rhs):
        given = goal.given.under(scope.variable, scope.domain)
        part = goal.part(1, scope.bodies[0], body, given)
        lemma = _proved(part)
        if lemma is not None:
            start = reflexivity(goal.given, goal.lhs)
            renamed = with_body(goal.lhs, place, scope.bodies[0], scope)
            start = start if renamed == goal.lhs else rewritten(start, (), Algebra(), target=renamed)
            found = rewritten(start, (*place, 1), lemma.named(part.name))
            yield found if found.rhs == goal.rhs else rewritten(found, (), Algebra(), target=goal.rhs)


def by_terms(goal: Goal) -> Iterator[Derivation]:
    """Sums over the same range are equal if their terms are: the difference is a sum of nothing but zeros."""
    whole = one_sum(goal.difference, goal.fresh("i"))
    if whole is None:
        return
    scope = opened(whole)
    assert scope is not None
    (body,) = scope.bodies
    inside = Given((*goal.given.hypotheses, Member(scope.variable, scope.domain)), goal.given.definitions)
    evidence = _stated(goal.part(1, body, S.Zero, inside))
    start = linearly_equal(goal.given, goal.lhs, Add(whole, goal.rhs, evaluate=False))
    if evidence is None or start is None:
        return
    for place in ((), *((number,) for number in range(len(children(start.rhs))))):
        if part_at(start.rhs, place) == whole:
            zeros = _by(start, rules.equal_parts, (evidence,), (*place, 1), u=body, v=S.Zero)
            gone = first_place(zeros, use(rules.sum_of_constant, c=0))
            if gone is not None:
                yield gone if gone.rhs == goal.rhs else rewritten(gone, (), Algebra(), target=goal.rhs)
            return


def by_deltas(goal: Goal) -> Iterator[Derivation]:
    """Sums that turn on their index being a number are equal if those with Kronecker deltas are."""
    left, right = (_in_deltas(goal, number, side) for number, side in enumerate((goal.lhs, goal.rhs), 1))
    if left.steps or right.steps:
        lemma = _lemma(goal, 3, left.rhs, right.rhs)
        if lemma is not None:
            yield onto(rewritten(left, (), lemma), right)


def _in_deltas(goal: Goal, number: int, side: Expr) -> Derivation:
    start = reflexivity(goal.given, side)
    for place, scope, body in with_deltas(side):
        part = goal.part(number, scope.bodies[0], body, goal.given.under(scope.variable, scope.domain))
        lemma = _proved(part)
        if lemma is not None:
            return rewritten(start, (*place, 1), lemma.named(part.name))
    return start


def by_common_forms(goal: Goal) -> Iterator[Derivation]:
    """Sides with infinite sums, integrals or roots are equal if those are that have their values instead, and sums
    whose terms move with their end if those are that have what moves outside."""
    before = hiding(goal.lhs, goal.rhs)
    if not any(before):
        return
    left, right = brought_together(goal.lhs, goal.rhs, goal.given)
    if any(fewer < those for fewer, those in zip(hiding(left.rhs, right.rhs), before, strict=True)):
        lemma = _lemma(goal, 0, left.rhs, right.rhs)
        if lemma is not None:
            yield onto(rewritten(left, (), lemma), right)


def by_induction(goal: Goal) -> Iterator[Derivation]:
    """By induction over the upper end of a sum or product, from the least value that is given of it; not where it
    stands in the terms, too, which then are others for n + 1."""
    ranges = dict.fromkeys(part for part in occurrences(goal.difference) if isinstance(part, IndexRange))
    scopes = [scope for part in occurrences(goal.difference) if (scope := opened(part)) is not None]
    moving = {(scope.domain, n) for scope in scopes for body in scope.bodies for n in in_terms(body)}
    ends = {v for domain in ranges for v in names(domain.args[1]) if isinstance(v, Symbol)}
    for n in sorted((v for v in ends if not any((domain, v) in moving for domain in _ending(ranges, v))), key=str):
        for first in _least(goal.given, n, ranges):
            k = goal.fresh("k")
            given = Given(tuple(h for h in goal.given.hypotheses if n not in names(h)))
            within = _within(goal.given, n, k, first)
            begin, after, before = (substitute(goal.difference, {n: value}) for value in (first, k + 1, k))
            for factor in _factors(goal, n, k):
                parts = ((goal.part(1, begin, S.Zero, given), None), (goal.part(2, after, factor * before, within), k))
                found = (_stated(*part) for part in parts)
                g = Lambda(k, factor)
                yield from _by_cases(goal, rules.induction, found, f=(n, goal.difference), g=g, n=n, a=first)


def _ending(ranges: Iterable[IndexRange], n: Symbol) -> Iterator[IndexRange]:
    return (domain for domain in ranges if n in names(domain.args[1]))


def _factors(goal: Goal, n: Symbol, k: Symbol) -> Iterator[Expr]:
    """What the difference of the two sides is multiplied by from k to k + 1: a side's next factor, or nothing."""
    for side in (goal.lhs, goal.rhs):
        scope = opened(side)
        if scope is not None and scope.head is Product and scope.domain.args[1] == n:
            factor = substitute(scope.bodies[0], {scope.variable: k + 1})
            assert isinstance(factor, Expr)
            yield factor
            return
    yield S.One
    divisor = Mul(*dict.fromkeys(_divisors(goal.difference, n)))
    if divisor != 1:  # multiplied by which it is without fractions
        yield substitute(divisor, {n: k}) / substitute(divisor, {n: k + 1})


def _divisors(term: Expr, n: Symbol) -> Iterator[Expr]:
    """What a sum or product is divided by that n stands in."""
    for part in occurrences(term):
        if isinstance(part, (Add, Mul)):
            powers = (one for one in part.args if isinstance(one, Pow) and n in names(one.base))
            yield from (1 / one for one in powers if isinstance(one.exp, Integer) and one.exp.is_negative)


def _within(given: Given, n: Symbol, k: Symbol, first: Expr) -> Given:
    """What is given of k from the first integer to n − 1. Where n is bounded below alone, that k ≥ first says all: a
    lemma within a lemma then does not speak of n."""
    about = [h for h in given.hypotheses if n in names(h)]
    others = (h for h in given.hypotheses if n not in names(h))
    if all(h == Member(n, S.Integers) or (isinstance(h, (LessThan, StrictLessThan)) and h.args[1] == n) for h in about):
        return Given((*others, Member(k, S.Integers), Le(first, k)))
    return Given((*given.hypotheses, Member(k, IndexRange(first, n - 1))))


def _least(given: Given, n: Symbol, ranges: Iterable[IndexRange]) -> Iterator[Expr]:
    """The least of n that is given: where one of the ranges that end with n is empty or just begins, or where another
    one ends; else 0, 1 or 2."""
    if not holds(given, Member(n, S.Integers)):
        return
    pairs = [domain.args for domain in ranges]
    ends = [(low, high - n) for low, high in pairs if n not in names(high - n)]
    others = (high for _, high in pairs if n not in names(high))
    begins = (low - more + few for low, more in ends for few in (-1, 0, 1) if names(low) and n not in names(low))
    for first in dict.fromkeys((*begins, *others, *map(Integer, (0, 1, 2)))):
        if holds(given, Le(first, n)) and not holds(given, Le(first + 1, n)):
            yield first
            if first == 1:
                yield S.Zero  # ψ(1) stays as it is, and SymPy makes another term of ψ(2)


WAYS: tuple[Way, ...] = (
    *(by_values, by_factors, by_denominators, by_logarithms, by_cases, by_bodies, by_terms),
    *(by_deltas, by_common_forms, by_induction),
)


def _by_cases(
    goal: Goal, rule: Rule, found: Iterator[Evidence | None], f: tuple[Symbol, Expr], **bindings: Basic
) -> Iterator[Derivation]:
    """lhs = (lhs − rhs) + rhs = rhs, where the rule says that f, the difference, is 0, if each case is found."""
    cases = []
    for case in found:
        if case is None:
            return
        cases.append(case)
    try:
        theorem = reflexivity(goal.given, goal.lhs)
        if goal.rhs != 0:
            theorem = rewritten(theorem, (), Algebra(), target=Add(goal.difference, goal.rhs, evaluate=False))
        yield _by(theorem, rule, tuple(cases), () if goal.rhs == 0 else (0,), backward=False, f=Lambda(*f), **bindings)
    except Refused:
        return


def _by(
    theorem: Derivation,
    rule: Rule,
    cases: tuple[Evidence, ...] = (),
    place: Place = (),
    *,
    backward: bool = False,
    **bindings: Basic,
) -> Derivation:
    return rewritten(theorem, place, rule, _named(rule, **bindings), evidence=cases, backward=backward)


def _named(rule: Rule, **bindings: Basic) -> dict[Any, Basic]:
    schematic = {str(name): name for name in rule.schematic}
    return {schematic[name]: value for name, value in bindings.items()}
