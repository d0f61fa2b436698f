"""Derivatives: where they are defined, and what the kernel must refuse."""

import pytest
from sympy import (
    FiniteSet,
    Function,
    IndexedBase,
    Interval,
    KroneckerDelta,
    Product,
    Rational,
    S,
    Sum,
    exp,
    log,
    symbols,
)

from mlce_sym import rules
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Above, ArgMin, DerivativeAt, Different, Equals, Le, Lt, Member, Near, derivative
from mlce_sym.prover import chain, use
from mlce_sym.prover.derivation import Hypothesis, reflexivity, rewritten
from mlce_sym.terms.errors import Refused

a, i, n, s, t, theta, x, Theta = symbols("a i n s t theta x Theta")
f, g, h = map(Function, "fgh")
y = IndexedBase("y")
sample = (Member(n, S.Integers), Le(1, n))
defined = (Definition(g(t, x), exp(t * x) + x), Definition(h(t), g(t, t) * t))

SMOOTH = (
    derivative(log(t) / t + exp(t) ** t, t, Above(0), at=2),
    derivative(Sum(y[i] * t**i, (i, 1, n)), t, Above(0), at=1),
    derivative(Product(exp(t) + i, (i, 1, n)), t, S.Reals, at=x),
    derivative(derivative(t**2 * s, s, S.Reals, at=t), t, Interval.open(0, 1), at=Rational(1, 2)),
    derivative(f(x) * t, t, S.Reals),
    derivative(KroneckerDelta(i, 1) * t, t, S.Reals),
    derivative(h(t), t, S.Reals),
    derivative(1 / (t - 1), t, Interval.open(0, 1), at=Rational(1, 2)),
)
ROUGH = (
    derivative(f(t), t, S.Reals),
    derivative(KroneckerDelta(t, 1), t, S.Reals),
    derivative(y[t], t, S.Reals),
    derivative(t, t, Interval(0, 1), at=Rational(1, 2)),
    derivative(t, t, Interval.Ropen(0, 1), at=Rational(1, 2)),
    derivative(t, t, FiniteSet(0), at=0),
    derivative(t, t, Theta, at=theta),
    derivative(t, t, S.Integers, at=0),
    derivative(log(t), t, S.Reals, at=1),
    derivative(1 / (t - 1), t, Above(0), at=2),
    derivative(t, t, Above(0), at=0),
    derivative(t, t, Interval.open(0, 1), at=1),
    derivative(Sum(x, (i, 1, t)), t, Above(0), at=1),
    derivative(derivative(s, s, Above(t), at=1), t, Interval.open(0, 1), at=Rational(1, 2)),
    derivative(g(f(t), 1), t, S.Reals),
)


@pytest.mark.parametrize("term", SMOOTH, ids=str)
def test_a_derivative_is_defined_where_its_function_is_smooth_on_an_open_set(term):
    assert reflexivity(Given((*sample, Lt(0, t), Different(t, 1)), defined), term).rhs == term


@pytest.mark.parametrize("term", ROUGH, ids=str)
def test_other_derivatives_are_refused(term):
    with pytest.raises((Refused, ValueError)):
        reflexivity(Given((*sample, Lt(0, theta), Member(theta, Theta)), defined), term)


def test_a_fact_about_the_point_is_none_about_the_variable():
    fact = Equals(theta, 1)
    with pytest.raises(Refused):
        start = reflexivity(Given((fact,)), derivative(theta, theta, S.Reals))
        rewritten(start, (1,), Hypothesis(fact))


def test_what_is_known_of_the_set_is_known_of_the_variable():
    line = chain(derivative(log(t**2), t, Above(0), at=x), Given((Lt(0, x),)))
    assert line.by(rules.log_of_power).expression == derivative(2 * log(t), t, Above(0), at=x)


def test_a_definition_of_the_name_of_the_variable_is_another_thing():
    given = Given((), (Definition(t, x**2),))
    with pytest.raises(Refused):
        chain(derivative(t * x, t, S.Reals, at=0), given).unfold(t)


def test_no_constant_moves_with_the_variable():
    with pytest.raises(Refused):
        chain(derivative(t * t**2, t, S.Reals)).by(use(rules.derivative_of_multiple, c=t))
    with pytest.raises(Refused):
        chain(derivative(t, t, S.Reals)).by(rules.derivative_of_constant)


def test_a_bound_index_is_a_constant():
    total = chain(derivative(Sum(t, (t, 1, n)), t, S.Reals), Given(sample))
    assert total.by(rules.derivative_of_constant).expression == 0


def test_the_other_variable_of_a_double_derivative_is_not_captured():
    term = DerivativeAt(DerivativeAt(s * t, (t, Near(S.Reals, s))), (s, Near(S.Reals, x)))
    inner = chain(term).by(rules.derivative_of_multiple).by(rules.derivative_of_variable)
    assert inner.by(rules.derivative_of_variable).expression == 1


def test_slopes_need_a_point_of_the_set_and_signs_everywhere():
    objective, given = (t - a) ** 2, Given((Lt(a, 0),))
    with pytest.raises(Refused, match="nothing says"):
        chain(ArgMin(objective, (t, Above(0))), given).by(use(rules.minimiser_on_half_line, a=a))
    with pytest.raises(Refused, match="nothing says"):
        chain(ArgMin(objective, (t, S.Reals)), given).by(use(rules.minimiser_on_line, a=a))
