"""Fisher information as it is defined, by the second derivative and by the square of the score."""

import pytest
from sympy import Derivative, Function, Integer, Integral, Sum, exp, factorial, gamma, log, oo, pi, sqrt, symbols

from mlce_sym import judge
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Above, DerivativeAt, ImproperIntegral, Lt
from mlce_sym.prover.understood import understood
from mlce_sym.prover.within import worked_within

a, b, k, lam, mu, sigma, u, v = symbols("a b k lambda mu sigma u u_1")
f = Function("f")

NORMAL = exp(-((u - mu) ** 2) / (2 * sigma**2)) / (sigma * sqrt(2 * pi))
GAMMA = b**a * u ** (a - 1) * exp(-b * u) / gamma(a)
POISSON = lam**k * exp(-lam) / factorial(k)

ROWS = [
    (-Integral(NORMAL * Derivative(log(NORMAL), (mu, 2)), (u, -oo, oo)), 1 / sigma**2, 1 / sigma, [sigma > 0]),
    (Integral(NORMAL * Derivative(log(NORMAL), mu) ** 2, (u, -oo, oo)), 1 / sigma**2, 1 / sigma, [sigma > 0]),
    (-Integral(GAMMA * Derivative(log(GAMMA), (b, 2)), (u, 0, oo)), a / b**2, a / b, [a > 0, b > 0]),
    (Integral(GAMMA * Derivative(log(GAMMA), b), (u, 0, oo)), Integer(0), a, [a > 0, b > 0]),
    (-Sum(POISSON * Derivative(log(POISSON), (lam, 2)), (k, 0, oo)), 1 / lam, lam, [lam > 0]),
]


@pytest.mark.parametrize("lhs, rhs, wrong, given", ROWS)
def test_fisher_information(lhs, rhs, wrong, given):
    found = judge(lhs, rhs, given)
    assert found.status == "proved" and "derivatives within integrals" in found.reason
    assert judge(lhs, wrong, given).status == "refuted"


@pytest.mark.parametrize(
    "term",
    [
        Integral(Derivative(u**3, u), (u, 0, 1)),  # that it converges is seen
        Integral(exp(-u) * Derivative(f(a), a), (u, 0, oo)),  # of f nothing is known
        Derivative(a**2, a) + Integral(exp(-u), (u, 0, oo)),
    ],
)
def test_what_is_left_as_it_is(term):
    read = understood([], term)
    assert worked_within(read).terms == read.terms


def test_only_what_stands_in_an_integral_is_worked_out():
    score = Derivative(log(a) - a * u, a)
    read = worked_within(understood([a > 0], Derivative(a**2, a) + Integral(score * a * exp(-a * u), (u, 0, oo))))
    (term,) = read.terms
    assert len(term.atoms(DerivativeAt)) == 1


def test_a_definition_may_speak_of_a_variable_with_the_name_of_that_of_the_integral():
    """f(a) = a u is not what is integrated over u."""
    given = Given((Lt(0, a),), (Definition(f(a), a * u),))
    whole = Integral(Derivative(f(a) * u, a) * exp(-u), (u, 0, oo))
    (term,) = worked_within(understood(given, whole)).terms
    assert term == ImproperIntegral(u * v * exp(-v), (v, Above(0)))
    assert judge(whole, u, given).status == "proved"
    assert judge(whole, Integer(2), given).status != "proved"


def test_an_integral_within_another_one_is_worked_out_first():
    inner = Integral(Derivative(a * u * b, a) * exp(-b), (b, 0, oo))
    (term,) = worked_within(understood([a > 0], Integral(Derivative(a * u, a) * exp(-u) * inner, (u, 0, oo)))).terms
    assert not term.has(DerivativeAt)
