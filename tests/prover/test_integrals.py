"""Integrals: where they are defined, and what the kernel must refuse."""

import pytest
from sympy import Function, IndexedBase, Interval, KroneckerDelta, Lambda, Product, Rational, S, Sum, exp, log, symbols

from mlce_sym import rules
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import (
    Above,
    Between,
    Different,
    Equals,
    ForAll,
    IntegralOver,
    Le,
    Lt,
    Member,
    Near,
    derivative,
    integral,
)
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.derivation import Hypothesis, reflexivity, rewritten
from mlce_sym.terms.errors import Refused

from ..asked import PROVED, REFUTED, UNKNOWN, entails

a, b, c, i, n, s, t, theta, x = symbols("a b c i n s t theta x")
f, g, h = map(Function, "fgh")
y = IndexedBase("y")
facts = (Member(n, S.Integers), Le(1, n), Lt(0, x), Lt(0, a), Le(a, b))
defined = (Definition(g(t, x), exp(t * x) + x), Definition(h(t), log(t) * t))

INTEGRABLE = (
    integral(log(t) / t + exp(t) ** t, t, 1, 2),
    integral(1 / t, t, a, b),
    integral(x**t * t**2, t, -1, 1),
    integral(t, t, x, x),
    integral(Sum(y[i] * t**i, (i, 1, n)), t, x, x + 1),
    integral(Product(exp(t) + i, (i, 1, n)), t, 0, x),
    integral(integral(s * x, s, 0, 1) * t, t, 0, 1),
    integral(f(x) * t, t, 0, 1),
    integral(KroneckerDelta(i, 1) * t, t, 0, 1),
    integral(g(t, x), t, -1, 1),
    integral(h(t), t, a, b),
    integral(derivative(log(t), t, Above(0)), t, a, b),
    integral(derivative(t * s, s, S.Reals, at=t), t, 0, 1),
    integral(t, t, theta, theta + 1),
)
NOT_INTEGRABLE = (
    integral(log(t), t, 0, 1),
    integral(1 / t, t, -1, 1),
    integral(t ** Rational(1, 2), t, 0, 1),
    integral(h(t), t, -1, 1),
    integral(x, t, 1, 0),
    integral(x, t, b, a),
    integral(x, t, 0, theta),
    integral(f(t), t, 0, 1),
    integral(f(t) - f(t) + g(f(t), 1), t, 0, 1),
    integral(y[t], t, 0, 1),
    integral(KroneckerDelta(t, 1), t, 0, 1),
    integral(Sum(x, (i, 1, t)), t, 1, 2),
    integral(integral(s, s, 0, t), t, 0, 1),
    integral(integral(s * t, s, 0, 1), t, 0, 1),
    integral(derivative(s, s, Above(t), at=3), t, 0, 1),
    integral(derivative(log(t), t, Above(1)), t, 1, 2),
    derivative(integral(t, t, 0, theta), theta, S.Reals, at=1),
    IntegralOver(t, (t, Interval(0, 1))),
    IntegralOver(t, (t, 0, 1)),
    IntegralOver(t, (t, Near(S.Reals, 0))),
    ForAll(Le(0, t), (t, Between(0, 1))),
    Member(x, Between(0, 1)),
    Sum(t, (t, 1, Between(0, 1))),
)


@pytest.mark.parametrize("term", INTEGRABLE, ids=str)
def test_an_integral_is_defined_where_its_function_is_smooth_on_the_closed_interval(term):
    assert reflexivity(Given(facts, defined), term).rhs == term


@pytest.mark.parametrize("term", NOT_INTEGRABLE, ids=str)
def test_other_integrals_are_refused(term):
    with pytest.raises((Refused, ValueError)):
        reflexivity(Given(facts, defined), term)


def test_a_closed_interval_is_no_set():
    with pytest.raises(Refused, match="Between is a closed interval, where a set is needed"):
        reflexivity(Given(), Member(x, Between(0, 1)))
    with pytest.raises(Refused, match=r"\(Integral over Interval.open\(0, 1\)\) is outside the language"):
        reflexivity(Given(), IntegralOver(t, (t, Interval.open(0, 1))))


def test_what_is_known_of_the_ends_is_known_of_the_variable():
    line = chain(integral(log(t**2), t, x, x + 1), Given((Lt(0, x),)))
    assert line.by(rules.log_of_power).expression == integral(2 * log(t), t, x, x + 1)


def test_a_fact_about_another_thing_of_that_name_is_none_about_the_variable():
    fact = Equals(t, 1)
    with pytest.raises(Refused):
        rewritten(reflexivity(Given((fact,)), integral(t, t, 0, 1)), (1,), Hypothesis(fact))
    with pytest.raises(Refused):
        reflexivity(Given((Lt(1, t),)), integral(log(t), t, 0, 1))
    in_its_own_ends = integral(log(t), t, t, t + 1)  # the ends speak of the other one
    assert reflexivity(Given((Lt(0, t),)), in_its_own_ends).rhs == in_its_own_ends
    with pytest.raises(Refused):
        reflexivity(Given((Lt(0, t),)), integral(log(t), t, t - 1, t))


def test_no_constant_moves_with_the_variable():
    with pytest.raises(Refused):
        chain(integral(t * t**2, t, 0, 1)).by(use(rules.integral_of_multiple, c=t))
    with pytest.raises(Refused):
        chain(t * integral(t**2, t, 0, 1)).eq(integral(t**3, t, 0, 1), by=back(rules.integral_of_multiple))


def test_a_constant_of_the_name_of_the_variable_is_not_captured():
    line = chain(t * integral(t**2, t, 0, 1)).by(back(rules.integral_of_multiple))
    (body,), variable = line.expression.bodies, line.expression.variable
    assert variable != t and body == t * variable**2


def test_the_fundamental_theorem_needs_a_derivative_in_the_variable_of_the_integral():
    known = Given((Lt(0, a), Le(a, b)))
    line = chain(integral(derivative(log(t), t, Above(0)), t, a, b), known)
    assert line.by(rules.fundamental_theorem).expression == log(b) - log(a)
    with pytest.raises(Refused):
        chain(integral(derivative(s * t, s, S.Reals, at=t), t, a, b), known).by(rules.fundamental_theorem)
    with pytest.raises(Refused):
        chain(integral(derivative(t**2, t, S.Reals, at=a), t, a, b), known).by(rules.fundamental_theorem)
    with pytest.raises(Refused):  # from right to left, what lies between the ends must be in the set
        step = use(rules.fundamental_theorem, backward=True, f=Lambda(t, 1 / t), A=S.Reals, a=-1, b=1)
        chain(S(2)).eq(integral(derivative(1 / t, t, S.Reals), t, -1, 1), by=step)


@pytest.mark.parametrize(
    "statement, answer",
    [
        (Lt(0, integral(exp(t), t, 0, 1)), PROVED),
        (Lt(0, integral(t, t, 1, 2)), PROVED),
        (Lt(0, integral(-exp(t), t, 0, 1)), REFUTED),
        (Le(0, integral(t, t, 0, 1)), PROVED),
        (Lt(0, integral(t, t, 0, 1)), UNKNOWN),
        (Lt(0, integral(exp(t), t, a, b)), UNKNOWN),
        (Le(0, integral(exp(t), t, a, b)), PROVED),
        (Lt(0, integral(t, t, -1, 1)), UNKNOWN),
        (Different(integral(1 / x, t, 0, 1), 0), PROVED),
    ],
    ids=str,
)
def test_the_sign_of_an_integral(statement, answer):
    assert entails(Given(facts), statement) == answer
