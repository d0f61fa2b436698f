"""Expectations and variances over SymPy's laws are sums and integrals."""

import pytest
from sympy import Function, Integral, Interval, Rational, S, Sum, Symbol, exp, factorial, log, oo, pi, sqrt, symbols
from sympy.stats import (
    Bernoulli,
    Beta,
    Binomial,
    ContinuousRV,
    Die,
    Expectation,
    Exponential,
    FiniteRV,
    Gamma,
    Geometric,
    Laplace,
    Normal,
    Poisson,
    Uniform,
    Variance,
)

from mlce_sym import judge
from mlce_sym.border.laws import written_out
from mlce_sym.border.names import NotPlain

a, b, c, d, k, mu, n, p, r, s, x = symbols("a b c d k mu n p r s x")
unit = [p > 0, p < 1]


def test_an_expectation_is_a_sum_or_an_integral():
    N, T = Poisson("N", r), Exponential("T", r)
    assert written_out(Expectation(N**2)) == Sum(k**2 * r**k * exp(-r) / factorial(k), (k, 0, oo))
    assert written_out(Expectation(T)) == Integral(x * r * exp(-r * x), (x, 0, oo))
    assert written_out(Expectation(Bernoulli("B", p))) == p
    assert written_out(Expectation(FiniteRV("F", {1: p, 3: 1 - p}))) == p + 3 * (1 - p)


def test_its_variable_has_a_name_of_its_own():
    assert written_out(Expectation(k * Poisson("N", r))) == k * written_out(Expectation(Poisson("N", r)))
    T = Exponential("T", x)
    assert written_out(Expectation(T)).variables == [Symbol("x_1")]


def test_what_is_independent_is_taken_apart():
    X, Y = Poisson("X", r), Exponential("Y", s)
    of_x, of_y = (written_out(Expectation(variable)) for variable in (X, Y))
    assert written_out(Expectation(X * Y + 2 * X)) == of_x * of_y + 2 * of_x
    assert written_out(Variance(X + Y + 3)) == written_out(Variance(X) + Variance(Y))


@pytest.mark.parametrize("term", [Expectation(log(Poisson("X", r) + Poisson("Y", s)))])
def test_what_mixes_random_variables_is_refused(term):
    with pytest.raises(NotPlain, match="2 random variables in one factor"):
        written_out(term)


def test_a_law_with_a_random_parameter_is_refused():
    with pytest.raises(NotPlain, match="has no law of its own"):
        written_out(Expectation(Normal("X", Poisson("Y", r), 1)))


def test_two_random_parts_in_one_term_of_a_variance_are_refused():
    X, Y = Poisson("X", r), Poisson("Y", s)
    assert judge(Variance(X * Y + 1), 0, [r > 0, s > 0]).status == "unknown"


N, G, B = Normal("N", mu, s), Gamma("G", a, b), Beta("B", a, b)
positive = [a > 0, b > 0]
PROVED = [
    (Expectation(c * N + d), c * mu + d, [s > 0]),
    (Variance(N), s**2, [s > 0]),
    (Expectation(exp(N)), exp(mu + s**2 / 2), [s > 0]),
    (Variance(Poisson("X", r)), r, [r > 0]),
    (Variance(Bernoulli("X", p)), p * (1 - p), unit),
    (Variance(Binomial("X", n, p)), n * p * (1 - p), [*unit, n >= 0]),
    (Variance(Geometric("X", p)), (1 - p) / p**2, unit),
    (Expectation(Exponential("X", r)), 1 / r, [r > 0]),
    (Variance(G), a * b**2, positive),
    (Expectation(B), a / (a + b), positive),
    (Variance(Laplace("X", mu, b)), 2 * b**2, positive),
    (Variance(Uniform("X", a, b)), (b - a) ** 2 / 12, [a < b]),
    (Expectation(Die("X", 6)), Rational(7, 2), []),
    (Expectation(ContinuousRV(x, r * exp(-r * x), set=Interval(0, oo))), 1 / r, [r > 0]),
]


@pytest.mark.slow
@pytest.mark.parametrize("left, right, given", PROVED)
def test_judge_knows_moments(left, right, given):
    assert judge(left, right, given).status == "proved"


WRONG = [
    (Variance(Poisson("X", r)), r**2, [r > 0]),
    (Expectation(Exponential("X", r)), r, [r > 0]),
    (Variance(N), s, [s > 0]),
    (Expectation(abs(N)), s * sqrt(2 / pi), [s > 0]),
]


@pytest.mark.slow
@pytest.mark.parametrize("left, right, given", WRONG)
def test_judge_refutes_wrong_moments(left, right, given):
    assert judge(left, right, given).status == "refuted"


def test_other_terms_stay():
    assert written_out(S.Integers) == S.Integers
    assert written_out(log(x)) == log(x)
    assert written_out(Function("f")(x)) == Function("f")(x)  # whose class is in no module


@pytest.mark.parametrize("moment", [Expectation, Variance])
def test_a_condition_is_no_part_of_a_law(moment):
    """E(T | T > 1) is 2 for the exponential law of mean 1."""
    T = Exponential("T", 1)
    with pytest.raises(NotPlain, match="is under a condition"):
        written_out(moment(T, T > 1))
    assert judge(moment(T, T > 1), 1).status == "unknown"
