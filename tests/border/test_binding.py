"""Substitution cannot capture; alpha-equivalent terms stay equal. Checked against evaluation in random models."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Eq, Float, Function, Idx, IndexedBase, Interval, Lambda, Max, Min, Sum, Symbol, symbols

from mlce_sym.border.binding import (
    apart,
    children,
    closed,
    fresh,
    hygienic,
    in_sympys_nodes,
    names,
    occurrences,
    opened,
    rebuilt,
    renamed,
    substitute,
)
from mlce_sym.border.nodes import ArgMax, Cases, CrossEntropy, ForAll, IndexRange, Lt
from mlce_sym.prover import logic

from ..model import REALS, F, Terms, Undefined, environment, near, value

i, j, k, n, t, x = symbols("i j k n t x")
i_1, i_2 = symbols("i_1 i_2")
y, p = IndexedBase("y"), IndexedBase("p")
f, g = Function("f"), Function("g")
seeds = st.integers(0, 2**32)


def test_sums_are_seen_nested_outermost_first():
    double = Sum(f(i, j), (j, 1, i), (i, 1, n))
    scope = opened(double)
    assert (scope.head, scope.variable, scope.domain) == (Sum, i, IndexRange(1, n))
    assert scope.bodies == (Sum(f(i, j), (j, 1, i)),)
    assert closed(scope) == double
    assert children(double) == (IndexRange(1, n), Sum(f(i, j), (j, 1, i)))


def test_what_is_no_binder_here():
    assert opened(x + y[i]) is None
    assert opened(Sum(x, (Idx("i"), 1, n))) is None


@pytest.mark.parametrize(
    "term",
    [
        y[i, j] + f(x),
        Interval.open(x, t),
        CrossEntropy(f(k), g(k), (k, 0, n)),
        Lt(x, x),
        ForAll(Lt(0, y[i]), (i, 1, n)),
    ],
)
def test_rebuilding_from_the_children_changes_nothing(term):
    parts = children(term)
    assert rebuilt(term, parts) is term
    assert rebuilt(term, [substitute(part, {t: x}) for part in parts]) == substitute(term, {t: x})


def test_names_are_the_free_ones():
    assert names(Sum(y[i] * f(x), (i, 1, n))) == {y, f, x, n}
    assert names(Sum(i, (i, 1, i))) == {i}
    assert names(Lambda(i, f(i) + x)) == {f, x}
    assert names(ArgMax(t, (t, Interval.open(t, 1)))) == {t}


CAPTURES = [
    (Sum(j * p[i], (i, 1, n)), {j: i}, Sum(i * p[i_1], (i_1, 1, n))),
    (Sum(f(i), (i, 1, n)), {f: Lambda(j, j * i)}, Sum(i * i_1, (i_1, 1, n))),
    (Sum(y[i], (i, 1, n)), {y: Lambda(j, p[j] * i)}, Sum(i * p[i_1], (i_1, 1, n))),
    (Sum(i, (i, 1, i)), {i: x}, Sum(i, (i, 1, x))),
    (Sum(Sum(x * i, (i_1, 1, 2)), (i, 1, n)), {x: i}, Sum(Sum(i * i_2, (i_1, 1, 2)), (i_2, 1, n))),
    (Sum(Sum(x + i_1, (i_1, 1, i)), (i, 1, n)), {x: i + i_1}, None),
    (ArgMax(t + x, (t, Interval.open(x, 1))), {x: t}, ArgMax(t + Symbol("t_1"), (Symbol("t_1"), Interval.open(t, 1)))),
    (ForAll(Lt(x, y[i]), (i, 1, n)), {x: y[i]}, ForAll(Lt(y[i], y[i_1]), (i_1, 1, n))),
    (Lambda(j, j + x), {x: j}, Lambda(Symbol("j_1"), Symbol("j_1") + j)),
    (f(x), {f: Lambda(j, Sum(j + i, (i, 1, 2))), x: i}, Sum(i + i_1, (i_1, 1, 2))),
]


@pytest.mark.parametrize("term, mapping, expected", CAPTURES)
def test_capture_is_impossible(term, mapping, expected):
    result = substitute(term, mapping)
    if expected is None:
        assert {i, i_1} <= names(result)
    else:
        assert logic.equal(result, expected)
        assert names(result) == names(expected)


def test_replacement_is_all_at_once():
    assert substitute(f(x, t), {x: t, t: x}) == f(t, x)
    assert substitute(f(g(x)), {f: Lambda(t, g(t)), g: Lambda(t, f(t))}) == g(f(x))


def test_a_function_of_another_number_of_arguments_is_refused():
    with pytest.raises(ValueError, match="applied to 1 arguments"):
        substitute(f(x), {f: Lambda((i, j), i)})


@pytest.mark.slow
@settings(deadline=None)
@given(seeds)
def test_substituting_a_variable_is_giving_it_a_value(seed):
    rng = random.Random(seed)
    terms, env = Terms(rng), environment(rng)
    term, other, name = terms.term(), terms.term(1), rng.choice((*REALS, i, j))
    try:
        inner = value(other, env)
        before = value(term, {**env, name: inner})
        after = value(substitute(term, {name: other}), env)
    except Undefined:
        return
    assert near(before, after), (term, name, other)


@pytest.mark.slow
@settings(deadline=None)
@given(seeds)
def test_substituting_a_function_is_giving_it_a_meaning(seed):
    rng = random.Random(seed)
    terms, env = Terms(rng, tame=True), environment(rng)
    term, parameter = terms.term(), rng.choice((i, j, k, x))
    body = terms.term(1, [parameter])
    try:
        before = value(term, {**env, F: lambda v: value(body, {**env, parameter: v})})
        after = value(substitute(term, {F: Lambda(parameter, body)}), env)
    except Undefined:
        return
    assert near(before, after), (term, parameter, body)


@pytest.mark.slow
@settings(deadline=None)
@given(seeds)
def test_a_hygienic_term_is_the_same_term_with_each_bound_variable_apart(seed):
    rng = random.Random(seed)
    term = Terms(rng).term()
    clean = hygienic(term)
    assert names(clean) == names(term) and logic.equal(clean, term)
    assert all(apart_inside(part, names(clean)) for part in occurrences(clean))
    assert hygienic(clean) == clean


def apart_inside(term, free):
    scope = opened(term)
    inner = [s.variable for body in scope.bodies for part in occurrences(body) if (s := opened(part))] if scope else []
    return scope is None or (scope.variable not in free and scope.variable not in inner)


def test_hygiene_against_names_that_are_taken():
    assert hygienic(Sum(i, (i, 1, n)), frozenset({i})) == Sum(i_1, (i_1, 1, n))
    assert hygienic(Sum(Sum(i, (i, 1, i)), (i, 1, n))) == Sum(Sum(i_1, (i_1, 1, i)), (i, 1, n))


def test_fresh_names_count_up_past_every_kind_of_name():
    assert fresh(i, [i, i_1, Function("i_2"), IndexedBase("i_3")]) == Symbol("i_4")
    assert fresh(Symbol("i", integer=True), []) == Symbol("i_1", integer=True)


def test_a_scope_can_be_set_apart_from_names_and_from_its_own_domain():
    assert apart(opened(Sum(i, (i, 1, n))), [x]).variable == i
    moved = apart(opened(Sum(i, (i, 1, n))), [i])
    assert (moved.variable, moved.bodies) == (i_1, (i_1,))
    assert apart(opened(ArgMax(t, (t, Interval.open(2 * t, 1)))), []).variable == Symbol("t_1")


def test_renaming_does_not_capture_either():
    assert renamed(Sum(i * j, (j, 1, n)), i, j) == Sum(j * Symbol("j_1"), (Symbol("j_1"), 1, n))


def test_cases_of_which_one_holds_are_not_those_of_a_binder_with_that_name():
    inner = Sum(Cases(Eq(x, 1), 7, 0), (x, 0, 3))
    found = in_sympys_nodes(Cases(Eq(x, 1), 10, 0) + Cases(Eq(x, 2), 20, 0) + inner)
    assert [found.subs(x, at).doit() for at in (1, 2, 5)] == [17, 27, 7]


def test_a_float_may_be_an_integer():
    found = in_sympys_nodes(Cases(Eq(x, 1), 10, 0) + Cases(Eq(x, Float(1)), 20, 0))
    assert found.subs(x, 1) == 30


def test_the_larger_of_several_numbers_has_two_parts_as_it_is_encoded():
    assert children(Max(i, j, k, n)) == (i, Max(j, k, n))
    assert rebuilt(Min(i, j, k), (i, x)) == Min(i, x) and children(Min(i, x)) == (i, x)
    assert children(Max(i, j, k)) != children(Min(i, j, k))
