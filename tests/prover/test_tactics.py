"""Tactics choose steps; the kernel makes them. None says nothing."""

import random

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st
from sympy import (
    Add,
    FiniteSet,
    Function,
    IndexedBase,
    Integer,
    KroneckerDelta,
    Mul,
    Product,
    S,
    Sum,
    Symbol,
    exp,
    log,
    symbols,
)

from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax, ArgMin, CrossEntropy, Different, ForAll, Le, Lt, Member
from mlce_sym.prover.derivation import reflexivity
from mlce_sym.prover.logic import outside
from mlce_sym.prover.tactics import MOST_STEPS, common_form, equated
from mlce_sym.terms.errors import Refused

from ..model import Terms, Undefined, environment, same

a, b, i, j, k, n, m, t, x, Theta = symbols("a b i j k n m t x Theta")
f, g, w, v, y = Function("f"), Function("g"), *map(IndexedBase, "wvy")
given = Given(
    (
        *(Member(n, S.Integers), Le(1, n), Member(m, S.Integers), Le(0, m), Lt(0, a), Lt(a, 1), Different(b, 0)),
        *(ForAll(Lt(0, w[i]), (i, 1, n)), ForAll(Lt(0, f(t)), (t, Theta)), Different(x, 0)),
        ForAll(Member(y[i], FiniteSet(0, 1)), (i, 1, n)),
    )
)

EQUATED = [
    (log(Product(w[i] ** 2, (i, 1, n))), 2 * Sum(log(w[j]), (j, 1, n))),
    (log(a * Product(w[i], (i, 1, n))), Sum(log(w[k]), (k, 1, n)) + log(a)),
    (Sum(v[i] * a + b, (i, 1, n)), a * Sum(v[j], (j, 1, n)) + n * b),
    (Sum((v[i] - a) ** 2, (i, 1, n)), Sum(v[i] ** 2, (i, 1, n)) - 2 * a * Sum(v[i], (i, 1, n)) + n * a**2),
    (Sum(exp(a + v[i]), (i, 1, n)), exp(a) * Sum(exp(v[i]), (i, 1, n))),
    (Sum(v[i] * exp((a - v[i]) / b), (i, 1, n)), exp(a / b) * Sum(v[j] * exp(-v[j] / b), (j, 1, n))),
    (Sum(f(i) * g(j), (j, 1, m), (i, 1, n)), Sum(f(i), (i, 1, n)) * Sum(g(i), (i, 1, m))),
    (Sum(g(i, j), (j, 1, m), (i, 1, n)), Sum(g(i, j), (i, 1, n), (j, 1, m))),
    (Sum(v[i], (i, 1, n)), Sum(v[i], (i, 1, n - 1)) + v[n]),
    (Sum(v[i], (i, 1, n)) + Sum(v[n + i], (i, 1, n)), Sum(v[i], (i, 1, 2 * n))),
    (Product(v[i], (i, 1, 3)), v[1] * v[2] * v[3]),
    (Sum(KroneckerDelta(i, 2) * v[i], (i, 1, 3)), v[2]),
    (ArgMax(log(f(t)), (t, Theta)), ArgMax(f(t), (t, Theta))),
    (ArgMax(b - a * f(t), (t, Theta)), ArgMin(f(t), (t, Theta))),
    (log(exp(x)) + x, 2 * x),
    (Sum(KroneckerDelta(1, y[i]), (i, 1, n)), n - Sum(KroneckerDelta(0, y[i]), (i, 1, n))),
    (Lt(0, x**2), S.true),
    (CrossEntropy(w[k], w[k], (k, 1, n)), -Sum(w[i] * log(w[i]), (i, 1, n))),
]


@pytest.mark.parametrize("lhs, rhs", EQUATED)
def test_both_sides_are_brought_to_a_common_form(lhs, rhs):
    theorem = equated(lhs, rhs, given)
    assert (theorem.lhs, theorem.rhs, theorem.given) == (lhs, rhs, given)
    back = equated(rhs, lhs, given)
    assert (back.lhs, back.rhs) == (rhs, lhs)


NOT_EQUATED = [
    (Sum(v[i], (i, 1, n)), Sum(v[i], (i, 1, m))),
    (Sum(v[i] * w[i], (i, 1, n)), Sum(v[i], (i, 1, n)) * Sum(w[i], (i, 1, n))),
    (log(Sum(w[i], (i, 1, n))), Sum(log(w[i]), (i, 1, n))),
    (ArgMax(-f(t), (t, Theta)), ArgMax(f(t), (t, Theta))),
    (ArgMin(b * f(t), (t, Theta)), ArgMin(f(t), (t, Theta))),
    (a, b),
]


@pytest.mark.parametrize("lhs, rhs", NOT_EQUATED)
def test_what_differs_is_not_equated(lhs, rhs):
    assert equated(lhs, rhs, given) is None


def test_a_side_that_is_not_defined_is_refused():
    with pytest.raises(Refused, match="defined only where 0 < b"):
        equated(log(b**2), 2 * log(b), Given((Lt(0, b**2),)))


@pytest.mark.parametrize(
    "term",
    [
        (a + b + x) ** 1000,
        Mul(*(Add(Symbol(f"a{number}"), Symbol(f"b{number}")) for number in range(30))),
        a ** (10**6) + b,
        Sum((a + b + v[i]) ** 500, (i, 1, n)),
    ],
)
def test_what_would_be_too_large_is_not_multiplied_out(term):
    theorem = common_form(reflexivity(given, term))
    assert len(theorem.steps) < MOST_STEPS and theorem.lhs == term


def test_sums_over_few_integers_are_written_out_and_long_ones_are_not():
    assert common_form(reflexivity(given, Sum(v[i], (i, 1, 3)))).rhs == v[1] + v[2] + v[3]
    assert common_form(reflexivity(given, Sum(v[i], (i, 1, 10**9)))).rhs == Sum(v[i], (i, 1, Integer(10) ** 9))


@pytest.mark.slow
@settings(deadline=None, max_examples=60)
@drawn(st.integers(0, 2**32))
def test_the_common_form_has_the_value_of_the_term(seed):
    rng = random.Random(seed)
    terms, env = Terms(rng, tame=rng.random() < 0.7), environment(rng)
    known = Given(tuple(terms.facts(env, rng.randint(0, 5))))
    term = terms.term()
    if outside(term) is not None:
        return
    try:
        theorem = common_form(reflexivity(known, term))
        assert same(theorem.lhs, theorem.rhs, env), (theorem, known)
    except (Refused, Undefined):
        return


@pytest.mark.parametrize(
    "body, value",
    [
        (2 * i - 1, n**2),
        (i**3, n**2 * (n + 1) ** 2 / 4),
        (1 / ((2 * i - 1) * (2 * i + 1)), n / (2 * n + 1)),
        (a + i, n * a + n * (n + 1) / 2),
    ],
)
def test_a_sum_of_a_rational_function_of_its_index(body, value):
    known = Given((Member(n, S.Integers), Le(1, n)))
    assert equated(Sum(body, (i, 1, n)) ** 2, value**2, known) is not None
    assert equated(Sum(body, (i, 1, n)), value + 1, known) is None
