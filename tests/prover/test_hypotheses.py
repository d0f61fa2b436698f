"""What a SymPy user takes for granted, as hypotheses."""

import pytest
from sympy import (
    And,
    Contains,
    Eq,
    FiniteSet,
    Function,
    IndexedBase,
    Interval,
    Ne,
    Or,
    Product,
    S,
    Sum,
    Symbol,
    log,
    oo,
    symbols,
)

from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax, Different, Equals, ForAll, Le, Lt, Member
from mlce_sym.prover.hypotheses import NotUnderstood, assumed, essential

a, b, i, j, n, x, Theta = symbols("a b i j n x Theta")
f, p, w = Function("f"), IndexedBase("p"), IndexedBase("w")

RELATIONS = [
    (a > b, [Lt(b, a)]),
    (a >= b, [Le(b, a)]),
    (a < b, [Lt(a, b)]),
    (a <= b, [Le(a, b)]),
    (Eq(a, b), [Equals(a, b)]),
    (Ne(a, b), [Different(a, b)]),
    (And(a > 0, b > 0), [Lt(0, a), Lt(0, b)]),
    (True, []),
    (Contains(a, S.Integers), [Member(a, S.Integers)]),
    (Contains(a, S.Naturals), [Member(a, S.Integers), Le(1, a)]),
    (Contains(a, S.Naturals0), [Member(a, S.Integers), Le(0, a)]),
    (Contains(a, FiniteSet(0, b), evaluate=False), [Member(a, FiniteSet(0, b))]),
    (Contains(a, Interval(0, 1)), [Le(0, a), Le(a, 1)]),
    (Contains(a, Interval.open(0, 1)), [Lt(0, a), Lt(a, 1)]),
    (Contains(a, Interval.Ropen(b, oo)), [Le(b, a)]),
    (Member(a, Interval.open(0, 1)), [Member(a, Interval.open(0, 1))]),
    (ForAll(Lt(0, p[i]), (i, 1, n)), [ForAll(Lt(0, p[i]), (i, 1, n))]),
]


@pytest.mark.parametrize("relation, hypotheses", RELATIONS)
def test_what_a_relation_says(relation, hypotheses):
    assert list(assumed([relation], a).given.hypotheses) == hypotheses


def test_a_bound_that_is_a_variable_and_a_number_says_that_the_variable_is_an_integer():
    assert assumed([n >= 1], Sum(p[i], (i, 0, n - 1))).given.hypotheses == (Le(1, n), Member(n, S.Integers))


NOT_UNDERSTOOD = [
    (False, "one of the assumptions is false"),
    (Or(a > 0, b > 0), "cannot be taken as an assumption: write a relation"),
    ("a > 0", "a > 0 cannot be taken as an assumption"),
    (a, "a cannot be taken as an assumption"),
    (Contains(a, S.Rationals), "that kind of set is not known here"),
    (Lt(0, Symbol("z", commutative=False)), "z is not assumed to be a real number"),
]


@pytest.mark.parametrize("relation, reason", NOT_UNDERSTOOD)
def test_what_has_no_reading_is_refused(relation, reason):
    with pytest.raises(NotUnderstood, match=reason):
        assumed([relation], a)


INDICES = [
    (p[i] > 0, Sum(p[i], (i, 1, n)), [ForAll(Lt(0, p[i]), (i, 1, n)), Member(n, S.Integers), Le(0, n)]),
    (p[i] > a, ArgMax(p[i], (i, Theta)), [ForAll(Lt(a, p[i]), (i, Theta))]),
    (
        p[i] > 0,
        Sum(p[i], (i, 1, n)) * Sum(p[i], (i, 0, 1)),
        [ForAll(Lt(0, p[i]), (i, 0, 1)), ForAll(Lt(0, p[i]), (i, 1, n)), Member(n, S.Integers), Le(0, n)],
    ),
    (p[j] > 0, Sum(p[i], (i, 1, n)), [Lt(0, p[j]), Member(n, S.Integers), Le(0, n)]),
]


@pytest.mark.parametrize("relation, term, hypotheses", INDICES)
def test_an_index_that_is_only_bound_is_meant_for_every_value(relation, term, hypotheses):
    assert sorted(map(str, assumed([relation], term).given.hypotheses)) == sorted(map(str, hypotheses))


def test_an_index_that_is_also_free_is_refused():
    with pytest.raises(
        NotUnderstood, match=r"i is an index and also free: rename one of them, so that 0 < p\[i\] has one"
    ):
        assumed([p[i] > 0], Sum(p[i], (i, 1, n)) + i)


def test_sums_and_products_need_integer_bounds_in_order():
    assert assumed([], Sum(w[i], (i, 1, n))).given.hypotheses == (Member(n, S.Integers), Le(0, n))
    assert assumed([n >= 1], Product(w[i], (i, 1, n))).given.hypotheses == (Le(1, n), Member(n, S.Integers))
    assert assumed([], Sum(w[i], (i, 1, 3))).given.hypotheses == ()
    assert assumed([], log(x)).given.hypotheses == ()


def test_assumptions_of_symbols_entries_and_functions_are_said():
    s, v, g = Symbol("s", positive=True), IndexedBase("v", nonnegative=True), Function("g", negative=True)
    assert assumed([], s).given.hypotheses == (Lt(0, s),)
    a_1 = Symbol("a_1")
    assert assumed([], v[i]).given.hypotheses == (ForAll(Le(0, v[a_1]), (a_1, S.Integers)), Member(i, S.Integers))
    assert ForAll(Lt(g(a_1), 0), (a_1, S.Reals)) in assumed([], g(x + 1)).given.hypotheses
    assert assumed([], Symbol("e", even=True)).unsaid == ("e: even=True",)


def test_assumptions_of_an_index_are_no_hypotheses():
    index = Symbol("i", integer=True, positive=True)
    assert assumed([], Sum(w[index], (index, 1, 3))).given.hypotheses == ()


def test_essential_conditions_do_not_follow_from_the_others():
    assert set(essential(Given(), [Lt(0, a), Le(0, a), Lt(0, a * b), Lt(0, b)])) == {Lt(0, a), Lt(0, b)}
    assert essential(Given((Lt(0, a),)), [Le(0, a)]) == ()
    many = [Lt(0, f(number)) for number in range(40)]
    assert essential(Given(), [*many, Le(0, f(1))]) == (*many, Le(0, f(1)))
