"""What follows from what is given: known cases, refusals, and random facts against their model."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import (
    FiniteSet,
    Function,
    IndexedBase,
    Interval,
    KroneckerDelta,
    Or,
    Product,
    Rational,
    S,
    Sum,
    exp,
    log,
    sqrt,
    symbols,
)

from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Different, Equals, ForAll, IndexRange, Le, Lt, Member, Without
from mlce_sym.prover.logic import holds, missing

from ..asked import ANY, PROVED, REFUTED, UNKNOWN, entails, integer, sign
from ..model import INTEGERS, Terms, Undefined, environment, near, sign_of, true, value

a, b, c, i, j, k, n, m, t, x = symbols("a b c i j k n m t x")
f, p, y, w = Function("f"), Function("p"), IndexedBase("y"), IndexedBase("w")
D, E = symbols("D E")
whole = (Member(n, S.Integers), Le(1, n))
unit = Interval.open(0, 1)

PROVED_FROM = [
    ([Lt(0, a), Lt(a, 1)], Lt(0, 1 - a)),
    ([Lt(0, a), Lt(a, 1)], Lt(0, a * (1 - a))),
    ([Lt(0, a), Lt(a, 1)], Lt(0, a / (1 - a))),
    ([Lt(0, a), Lt(a, 1), Lt(0, b), Lt(b, 1)], Lt(0, a * b + (1 - a) * (1 - b))),
    ([Member(a, unit)], Lt(log(a), 0)),
    ([Lt(1, a)], Lt(0, log(a))),
    ([Lt(0, a)], Lt(0, a**b)),
    ([Lt(0, a)], Lt(0, sqrt(a))),
    ([Different(a, 0)], Lt(0, a**2)),
    ([Different(a, b)], Different(b, a)),
    ([Different(a, b), Lt(0, b)], Different(a / b, 1)),
    ([], Lt(0, exp(a))),
    ([], Le(0, a**2)),
    ([], Lt(0, S.Pi)),
    ([*whole], Lt(0, n)),
    ([*whole], Le(0, n - 1)),
    ([Lt(a, b), Lt(b, c)], Lt(a, c)),
    ([Le(a, b), Lt(b, c)], Lt(a, c)),
    ([Equals(a, 1)], Lt(0, a)),
    ([ForAll(Lt(0, y[i]), (i, 1, n)), *whole], Lt(0, y[1])),
    ([ForAll(Lt(0, y[i]), (i, 1, n)), *whole], Lt(0, y[n])),
    ([ForAll(Lt(0, y[i]), (i, 1, n)), *whole], Lt(0, Sum(y[j], (j, 1, n)))),
    ([ForAll(Lt(0, y[i]), (i, 1, n)), *whole], Lt(0, Product(y[j], (j, 1, n - 1)))),
    ([ForAll(Lt(0, y[i]), (i, 1, n)), Member(n, S.Integers), Le(0, n)], Le(0, Sum(y[j], (j, 1, n)))),
    ([ForAll(Member(y[i], FiniteSet(0, 1)), (i, 1, n))], ForAll(Le(y[k], 1), (k, 1, n))),
    ([ForAll(Member(y[i], FiniteSet(0, 1)), (i, 1, n))], ForAll(Member(y[k], S.Integers), (k, 1, n))),
    ([ForAll(ForAll(Lt(0, p(i, t)), (i, 1, n)), (t, c)), Member(a, c)], ForAll(Lt(0, p(k, a)), (k, 1, n))),
    ([Member(i, IndexRange(1, n))], Member(i, IndexRange(0, n + 1))),
    ([Member(a, Without(unit, b))], Lt(0, a)),
    ([Member(a, unit), Different(a, b)], Member(a, Without(unit, b))),
    ([], Member(KroneckerDelta(i, j), FiniteSet(0, 1))),
    ([], Member(2, FiniteSet(1, a, 2))),
    ([], Member(a + y[b], S.Reals)),
    ([], ForAll(Lt(0, exp(t)), (t, S.Reals))),
]


@pytest.mark.parametrize("facts, statement", PROVED_FROM)
def test_what_follows_is_proved(facts, statement):
    assert entails(Given(tuple(facts)), statement) is PROVED


NOT_PROVED = [
    ([], Lt(0, a)),
    ([Lt(0, a)], Lt(0, 1 - a)),
    ([Le(0, a)], Lt(0, a)),
    ([Le(0, a)], Different(a, 0)),
    ([Lt(0, a), Lt(0, b)], Lt(0, a - b)),
    ([], Lt(0, a**2)),
    ([Member(a, Interval(0, 1))], Lt(0, a)),
    ([Member(a, Interval(0, 1))], Member(a, unit)),
    ([ForAll(Lt(0, y[i]), (i, 1, n)), *whole], Lt(0, y[n + 1])),
    ([ForAll(Lt(0, y[i]), (i, 1, n)), *whole], Lt(0, y[0])),
    ([ForAll(Lt(0, y[i]), (i, 1, n)), *whole], Lt(0, y[Rational(3, 2)])),
    ([ForAll(Lt(0, y[i]), (i, 1, n)), *whole], Lt(0, w[1])),
    ([ForAll(Lt(0, y[i]), (i, 1, n)), Member(n, S.Integers), Le(0, n)], Lt(0, y[1])),
    ([ForAll(Lt(0, y[i]), (i, 1, n)), Member(n, S.Integers), Le(0, n)], Lt(0, Sum(y[j], (j, 1, n)))),
    ([ForAll(Lt(0, y[i]), (i, 1, n)), *whole], Lt(0, Sum(y[j], (j, 1, n + 1)))),
    ([ForAll(Lt(0, y[i]), (i, 1, n)), *whole], Lt(0, Sum(y[j], (j, 1, n - 1)))),
    ([ForAll(Lt(y[i], 0), (i, 1, n)), *whole], Lt(0, Product(y[j], (j, 1, n)))),
    ([ForAll(Lt(0, f(i, i)), (i, 1, n)), *whole], Lt(0, f(1, n))),
    ([ForAll(Lt(0, y[i]), (i, FiniteSet(1)))], Lt(0, y[2])),
    ([Lt(0, i)], ForAll(Lt(0, i), (i, 0, n))),
    ([Lt(0, y[i])], ForAll(Lt(0, y[i]), (i, 1, n))),
    ([Lt(i, 0)], Lt(0, Sum(1, (i, 1, n)))),
    ([Member(a, FiniteSet(0, 1))], Member(b, FiniteSet(0, 1))),
    ([Member(a, FiniteSet(0, b))], Le(0, a)),
    ([Member(a, FiniteSet(0, Rational(1, 2)))], Member(a, S.Integers)),
    ([Member(n, S.Integers)], Member(n / 2, S.Integers)),
    ([Member(n, S.Integers)], Member(2**n, S.Integers)),
    ([], Member(a, S.Integers)),
    ([], Member(y[i], FiniteSet(0, 1))),
    ([Member(a, IndexRange(1, n))], Member(a, IndexRange(1, n - 1))),
    ([Lt(1, a), Lt(a, n)], Member(a, IndexRange(1, n))),
    ([Different(a, b)], Different(a**2, b**2)),
    ([], Different(a, b)),
    ([], ForAll(Lt(0, -t), (t, Interval.open(2 * t, 1)))),
    ([], Equals(a, b)),
]


@pytest.mark.parametrize("facts, statement", NOT_PROVED)
def test_what_does_not_follow_is_not_proved(facts, statement):
    assert entails(Given(tuple(facts)), statement) is not PROVED


@pytest.mark.parametrize(
    "facts, statement",
    [
        ([Lt(0, a)], Lt(a, 0)),
        ([Lt(0, a)], Le(a, 0)),
        ([Lt(0, a)], Equals(a, 0)),
        ([], Different(a, a)),
        ([], Lt(a, a)),
        ([], S.false),
        ([*whole], Lt(n, 1)),
    ],
)
def test_what_is_opposite_to_what_follows_is_refuted(facts, statement):
    assert entails(Given(tuple(facts)), statement) is REFUTED


def test_what_is_not_understood_is_unknown():
    assert entails(Given((Or(Lt(a, b), Lt(b, a), evaluate=False),)), Lt(a, b)) is UNKNOWN
    assert entails(Given(), a) is UNKNOWN


def test_definitions_count_except_where_their_names_mean_something_else():
    given = Given((Lt(0, a),), (Definition(D, a + 1), Definition(f(t), t**2 + a), Definition(E, -a)))
    assert holds(given, Lt(0, D)) and holds(given, Lt(0, f(b) * D)) and holds(given, Lt(E, 0))
    assert holds(given, ForAll(Lt(0, D), (a, Interval.open(-1, 0))))
    assert not holds(Given((), (Definition(x, S.One),)), ForAll(Lt(0, x), (x, Interval.open(-1, 1))))


def test_the_signs_of_a_term():
    given = Given((Lt(0, a), Le(b, 0)))
    assert sign(given, a) == {1} and sign(given, b) == {0, -1} and sign(given, a * b) == {0, -1}
    assert sign(given, a - b) == {1} and sign(given, a + b) == ANY
    assert sign(given, a ** (-2)) == {1} and sign(given, 1 / b) == {-1} and sign(given, b**2) == {0, 1}


def test_integers():
    given = Given((*whole, ForAll(Member(y[i], FiniteSet(0, 1)), (i, 1, n))))
    for term in (n**2 - 3 * n, Sum(y[j], (j, 1, n)), Product(y[j] + 1, (j, 1, n)), KroneckerDelta(a, b)):
        assert integer(given, term)
    for term in (n / 2, 1 / n, a, Sum(y[j], (j, 1, n + 1)), 2**a, S.Half):
        assert not integer(given, term)


def test_quotients_are_compared_with_what_is_known():
    given = Given((Lt(0, a), Lt(a, 1), Lt(0, b), Lt(b, 1), Different(a, b)))
    for statement, needed in ((Lt(0, 1 / a - 1), Lt(a, 1)), (Different((1 - a) / (1 - b), 1), Different(a, b))):
        assert holds(given, statement)
        assert not holds(Given(tuple(fact for fact in given.hypotheses if fact != needed)), statement)


@pytest.mark.parametrize("facts, statement", [([], Le(0, sqrt(a))), ([Lt(a, 0)], Lt(0, sqrt(a)))])
def test_what_follows_where_it_is_defined_still_has_to_be_defined(facts, statement):
    """An answer is about where the proposition is defined; that it is, is another question, and the kernel asks it."""
    given = Given(tuple(facts))
    assert holds(given, statement) and missing(given, statement) == (Le(0, a),)


@pytest.mark.slow
@settings(deadline=None)
@given(st.integers(0, 2**32))
def test_answers_hold_in_every_model_of_what_is_given(seed):
    rng = random.Random(seed)
    terms, env = Terms(rng), environment(rng)
    known = Given(tuple(terms.facts(env, rng.randint(0, 6))))
    for _ in range(4):
        term, other = terms.term(rng.choice((1, 2, 3))), terms.term(rng.choice((0, 1, 2)))
        try:
            number = value(term, env)
        except Undefined:
            continue
        assert sign_of(number) in sign(known, term), (term, known)
        assert not integer(known, term) or near(number, round(number)), (term, known)
        for statement in statements_about(term, other):
            check(known, statement, env)


def statements_about(term, other):
    sets = (IndexRange(1, INTEGERS[0]), unit, FiniteSet(0, 1), S.Integers)
    return (
        Lt(term, other),
        Le(other, term),
        Different(term, other),
        Equals(term, other),
        *(Member(term, s) for s in sets),
    )


def check(known, statement, env):
    answer = entails(known, statement)
    try:
        holds_here = true(statement, env)
    except Undefined:
        return
    assert answer is UNKNOWN or holds_here == (answer is PROVED), (statement, known)


def test_many_hypotheses_take_no_time():
    s = symbols("s0:14")
    facts = tuple(Lt(u + v, r) for u in s[:7] for v in s[:7] for r in s[7:9] if u != v)
    assert len(facts) == 84
    assert entails(Given(facts), Lt(sum(s), 2 * sum(s[:3]))) is UNKNOWN
    assert entails(Given(facts), Lt(s[0] + s[1], s[7])) is PROVED


@pytest.mark.parametrize(
    "facts",
    [
        [ForAll(Lt(0, f(t)), (t, IndexRange(1, f(t))))],
        [ForAll(Member(y[i], IndexRange(1, y[i])), (i, 1, y[1])), ForAll(Lt(0, y[i]), (i, 1, y[2]))],
        [ForAll(Lt(y[i], f(i)), (i, 1, f(n))), ForAll(Lt(f(i), y[i]), (i, 1, y[n]))],
    ],
)
def test_facts_that_need_each_other_come_to_an_end(facts):
    assert entails(Given(tuple(facts)), Lt(0, f(f(n)) + y[y[n]])) is UNKNOWN


def test_a_sum_has_the_sign_that_it_has_with_its_definitions_unfolded():
    sigma, x, z = Function("sigma"), *symbols("x z")
    given = Given((), (Definition(sigma(z), 1 / (1 + exp(-z))),))
    assert holds(given, Lt(0, 1 - sigma(x))) and holds(given, Lt(sigma(x), 1))
    assert not holds(given, Lt(0, Rational(1, 2) - sigma(x)))
