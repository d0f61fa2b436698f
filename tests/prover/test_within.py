"""What stands within integrals: Fisher information as it is defined, by derivatives; iterated integrals."""

import pytest
from sympy import (
    Contains,
    Derivative,
    FiniteSet,
    Function,
    IndexedBase,
    Integer,
    Integral,
    Product,
    Rational,
    S,
    Sum,
    beta,
    exp,
    factorial,
    gamma,
    log,
    oo,
    pi,
    sqrt,
    symbols,
)

from mlce_sym import judge
from mlce_sym.border.binding import in_own_nodes
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Above, DerivativeAt, ImproperIntegral, Lt
from mlce_sym.prover.understood import understood
from mlce_sym.prover.within import worked_within

a, b, k, lam, mu, sigma, u, v, w, rho = symbols("a b k lambda mu sigma u v w rho")
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


@pytest.mark.slow
@pytest.mark.parametrize("lhs, rhs, wrong, given", ROWS)
def test_fisher_information(lhs, rhs, wrong, given):
    found = judge(lhs, rhs, given)
    assert found.status == "proved" and "within integrals and series is worked out" in found.reason
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
    other = symbols("u_1")
    given = Given((Lt(0, a),), (Definition(f(a), a * u),))
    whole = Integral(Derivative(f(a) * u, a) * exp(-u), (u, 0, oo))
    (term,) = worked_within(understood(given, whole)).terms
    assert term == ImproperIntegral(u * other * exp(-other), (other, Above(0)))
    assert judge(whole, u, given).status == "proved"
    assert judge(whole, Integer(2), given).status != "proved"


def test_an_integral_within_another_one_is_worked_out_first():
    inner = Integral(Derivative(a * u * b, a) * exp(-b), (b, 0, oo))
    (term,) = worked_within(understood([a > 0], Integral(Derivative(a * u, a) * exp(-u) * inner, (u, 0, oo)))).terms
    assert not term.has(DerivativeAt)


def _bell(x, y):
    return exp(-(x**2 - 2 * rho * x * y + y**2) / (2 * (1 - rho**2))) / (2 * pi * sqrt(1 - rho**2))


ITERATED = [
    (Integral(u + v, (u, 0, 1), (v, 0, 1)), Integer(1), Integer(2), []),
    (Integral(u * v * (u + v), (u, 0, 1), (v, 0, 1)), Rational(1, 3), Rational(1, 4), []),  # E[UV]
    (Integral(v, (v, 0, u), (u, 0, 1)), Rational(1, 6), Rational(1, 3), []),
    (Integral(1, (v, 0, 1 - u), (u, 0, 1)), Rational(1, 2), Integer(1), []),
    (Integral(exp(-u - v), (u, 0, oo), (v, 0, oo)), Integer(1), Integer(2), []),
    (Integral(lam * exp(-lam * v), (v, u, oo), (u, 0, oo)), 1 / lam, lam, [lam > 0]),  # E[V] by its tail
    (  # P(V < U) of two exponentials
        Integral(lam * mu * exp(-lam * u - mu * v), (v, 0, u), (u, 0, oo)),
        mu / (lam + mu),
        lam / (lam + mu),
        [lam > 0, mu > 0],
    ),
    (Integral(_bell(u, v), (u, -oo, oo), (v, -oo, oo)), Integer(1), Integer(2), [rho**2 < 1]),
    (Integral(u * v * _bell(u, v), (u, -oo, oo), (v, -oo, oo)), rho, rho / 2, [rho > -1, rho < 1]),  # a covariance
    (Integral(1, (w, 0, v), (v, 0, u), (u, 0, 1)), Rational(1, 6), Rational(1, 3), []),
    (
        Integral(b * exp(-b * lam) * Sum(k * POISSON, (k, 0, oo)), (lam, 0, oo)),  # E[E[K|Λ]]
        1 / b,
        b,
        [b > 0],
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize("lhs, rhs, wrong, given", ITERATED)
def test_iterated_integrals(lhs, rhs, wrong, given):
    assert judge(lhs, rhs, given).status == "proved"
    assert judge(lhs, wrong, given).status == "refuted"


@pytest.mark.slow
@pytest.mark.parametrize(
    "lhs, rhs, why",
    [
        (Integral(1 / u, (v, 0, 1), (u, 0, 1)), Integer(0), "converges absolutely"),
        (Integral(exp(-u * v), (u, 0, oo), (v, 0, oo)), Integer(1), "1/v over v in (0, oo) converges"),
        (Integral(1, (v, 0, u), (u, -1, 1)), Integer(0), "0 <= u for all u"),
        (Integral(exp(-u * v), (v, 0, oo), (u, -1, 1)), Integer(0), "converges"),  # not where u < 0
        (Integral(u**2 * Integral(exp(-(u**2) * v), (v, 0, oo)), (u, -1, 1)), Integer(2), "converges"),  # nor u = 0
        (Integral(Integral(u, (v, 0, 1)) / u, (u, -1, 1)), Integer(2), "u ≠ 0"),
        (Integral(Integral(Integral(u, (w, 0, 1)) / u, (v, 0, 1)), (u, -1, 1)), Integer(2), "u ≠ 0"),
        (  # of either order, and they differ
            Integral((u**2 - v**2) / (u**2 + v**2) ** 2, (u, 0, 1), (v, 0, 1)),
            Integral((u**2 - v**2) / (u**2 + v**2) ** 2, (v, 0, 1), (u, 0, 1)),
            "converges absolutely",
        ),
    ],
)
def test_an_iterated_integral_is_to_be_defined(lhs, rhs, why):
    found = judge(lhs, rhs)
    assert found.status == "unknown" and why in found.reason


def test_what_is_given_of_a_name_is_not_said_of_a_bound_one():
    outside = Given((Lt(0, u),))
    term = in_own_nodes(Integral(exp(-u * v), (v, 0, oo), (u, -1, 1)))
    assert worked_within(understood(outside, term)).terms == (term,)
    (found,) = worked_within(understood(outside, Integral(exp(-u * v), (v, 0, oo), (u, 1, 2)))).terms
    assert found == in_own_nodes(Integral(1 / u, (u, 1, 2)))


def test_what_is_worked_out_alike_does_not_cancel():
    score, density = Derivative(log(a) - a * u, a), a * exp(-a * u)  # the mean score is 0
    quotient = Integral(score * density, (u, 0, oo)) / Integral((1 / a - u) * density, (u, 0, oo))
    found = judge(quotient, Integer(1), [a > 0])
    assert found.status == "unknown" and "≠ 0" in found.reason


i, n, m, tau, p = symbols("i n m tau p")
y = IndexedBase("y")
TOTAL = Sum(y[i], (i, 1, n))
MARGINAL = [
    (  # Poisson and gamma
        Integral(Product(POISSON.subs(k, y[i]), (i, 1, n)) * GAMMA.subs(u, lam), (lam, 0, oo)),
        b**a * gamma(a + TOTAL) / (gamma(a) * (b + n) ** (a + TOTAL) * Product(factorial(y[i]), (i, 1, n))),
        b**a * gamma(a + TOTAL) / (gamma(a) * (b + n) ** (a + n) * Product(factorial(y[i]), (i, 1, n))),
        [a > 0, b > 0, n >= 1, y[i] >= 0, Contains(y[i], S.Integers)],
    ),
    (  # Bernoulli and beta
        Integral(Product(p ** y[i] * (1 - p) ** (1 - y[i]), (i, 1, n)) * p ** (a - 1) * (1 - p) ** (b - 1), (p, 0, 1)),
        beta(a + TOTAL, b + n - TOTAL),
        beta(a + TOTAL, b - TOTAL),
        [a > 0, b > 0, n >= 1, Contains(y[i], FiniteSet(0, 1))],
    ),
    (  # Gaussian, and flat
        Integral(Product(NORMAL.subs(u, y[i]), (i, 1, n)), (mu, -oo, oo)),
        sqrt(2 * pi * sigma**2 / n)
        * (2 * pi * sigma**2) ** (-n / 2)
        * exp(TOTAL**2 / (2 * n * sigma**2) - Sum(y[i] ** 2, (i, 1, n)) / (2 * sigma**2)),
        sqrt(2 * pi * sigma**2)
        * (2 * pi * sigma**2) ** (-n / 2)
        * exp(TOTAL**2 / (2 * n * sigma**2) - Sum(y[i] ** 2, (i, 1, n)) / (2 * sigma**2)),
        [sigma > 0, n >= 1],
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize("lhs, rhs, wrong, given", MARGINAL, ids=["poisson", "bernoulli", "gaussian"])
def test_marginal_likelihoods(lhs, rhs, wrong, given):
    found = judge(lhs, rhs, given)
    assert found.status == "proved" and "within integrals and series is worked out" in found.reason
    assert judge(lhs, wrong, given).status != "proved"


def test_a_product_without_bound_stays():
    """∫ Π_i f(y_i, u) du converges for some f alone."""
    read = understood([], Integral(Product(Function("g")(y[i], u), (i, 1, n)), (u, 0, oo)))
    assert worked_within(read).terms == read.terms


def test_derivatives_below_a_line_are_worked_out():
    """Whether 1/(d/da a²) is defined, only 2a tells."""
    slope = Derivative(a**2, a)
    assert judge(1 / slope, 1 / (2 * a), [a > 0]).status == "proved"
    assert judge(a - a**2 / slope, a / 2, [a > 0]).status == "proved"  # a step of Newton's method
    assert judge(1 / slope, 1 / (2 * a)).status == "unknown"
    assert judge(1 / slope, 1 / a, [a > 0]).status == "refuted"
    assert judge(1 / Derivative(f(a), a), 1 / Derivative(f(a), a), [a > 0]).status == "unknown"  # f' may be 0
