"""Infinite sums and integrals: what is true is proved, what is wrong refuted, what lacks a condition says so."""

import pytest
from sympy import (
    Abs,
    Add,
    Derivative,
    Function,
    IndexedBase,
    Integer,
    Integral,
    Max,
    Rational,
    Sum,
    beta,
    binomial,
    erf,
    exp,
    factorial,
    gamma,
    log,
    oo,
    pi,
    polygamma,
    sqrt,
    symbols,
)

from mlce_sym import judge

k, n = symbols("k n")
u, lam, mu, sigma, a, b, c, t, theta, r, m, x, z = symbols("u lambda mu sigma a b c t theta r m x z")
f, g, y = Function("f"), Function("g"), IndexedBase("y")
unit = [theta > 0, theta < 1]

BETA = u ** (a - 1) * (1 - u) ** (b - 1) / beta(a, b)
LOGISTIC = exp(-(u - mu) / sigma) / (sigma * (1 + exp(-(u - mu) / sigma)) ** 2)
LOG_NORMAL = exp(-((log(u) - mu) ** 2) / (2 * sigma**2)) / (u * sigma * sqrt(2 * pi))
GUMBEL = exp(-(u - mu) / b - exp(-(u - mu) / b)) / b
KUMARASWAMY = a * b * u ** (a - 1) * (1 - u**a) ** (b - 1)

NORMAL, WEIBULL = exp(-((u - mu) ** 2) / (2 * sigma**2)), (u / b) ** (a - 1) * exp(-((u / b) ** a)) * a / b
PHI = sqrt(pi / 2) * (1 + erf(z / sqrt(2)))
STUDENT = gamma((r + 1) / 2) / (gamma(r / 2) * sqrt(r * pi)) * (1 + u**2 / r) ** (-(r + 1) / 2)
BETA_PRIME = u ** (a - 1) * (1 + u) ** (-a - b) / beta(a, b)
BURR = a * b * u ** (a - 1) * (1 + u**a) ** (-b - 1)
LOG_LOGISTIC = b / a * (u / a) ** (b - 1) / (1 + (u / a) ** b) ** 2
FISHER = (a / b) ** (a / 2) * u ** (a / 2 - 1) * (1 + a * u / b) ** (-(a + b) / 2) / beta(a / 2, b / 2)
GOMPERTZ = a * b * exp(b * u) * exp(-a * (exp(b * u) - 1))

KL_OF_BETAS = log(beta(c, r) / beta(a, b)) + (a - c) * polygamma(0, a) + (b - r) * polygamma(0, b)

PROVED = [
    (
        Integral(BETA * log(BETA / BETA.subs({a: c, b: r})), (u, 0, 1)),
        KL_OF_BETAS + (c - a + r - b) * polygamma(0, a + b),
        [a > 0, b > 0, c > 0, r > 0],
    ),
    (Integral(STUDENT, (u, -oo, oo)), Integer(1), [r > 0]),
    (Integral(u**2 * STUDENT, (u, -oo, oo)), r / (r - 2), [r > 2]),
    (Integral(u * STUDENT.subs(u, (u - mu)), (u, -oo, oo)), mu, [r > 1]),
    (Integral(BETA_PRIME, (u, 0, oo)), Integer(1), [a > 0, b > 0]),
    (Integral(u * BETA_PRIME, (u, 0, oo)), a / (b - 1), [a > 0, b > 1]),
    (Integral(BURR, (u, 0, oo)), Integer(1), [a > 0, b > 0]),
    (Integral(u * LOG_LOGISTIC, (u, 0, oo)), a * gamma(1 + 1 / b) * gamma(1 - 1 / b), [a > 0, b > 1]),
    (Integral(FISHER, (u, 0, oo)), Integer(1), [a > 0, b > 0]),
    (Integral(GOMPERTZ, (u, 0, oo)), Integer(1), [a > 0, b > 0]),
    (Integral(2 * b / (pi * (b**2 + u**2)), (u, 0, oo)), Integer(1), [b > 0]),
    (Integral(LOG_NORMAL, (u, 0, oo)), Integer(1), [sigma > 0]),
    (Integral(u * LOG_NORMAL, (u, 0, oo)), exp(mu + sigma**2 / 2), [sigma > 0]),
    (-Integral(LOG_NORMAL * log(LOG_NORMAL), (u, 0, oo)), mu + (1 + log(2 * pi * sigma**2)) / 2, [sigma > 0]),
    (Integral(GUMBEL, (u, -oo, oo)), Integer(1), [b > 0]),
    (Integral(u * GUMBEL, (u, -oo, oo)), mu - b * polygamma(0, 1), [b > 0]),
    (Integral(exp(t * u - u - exp(-u)), (u, -oo, oo)), gamma(1 - t), [t < 1]),
    (Integral(KUMARASWAMY, (u, 0, 1)), Integer(1), [a > 0, b > 0]),
    (Integral(u * KUMARASWAMY, (u, 0, 1)), b * beta(1 + 1 / a, b), [a > 0, b > 0]),
    (Integral(log(1 - u**a) * KUMARASWAMY, (u, 0, 1)), -1 / b, [a > 0, b > 0]),
    (
        Sum(exp(-lam) * lam**k / factorial(k) * log(exp(-lam) * lam**k / factorial(k)), (k, 0, oo)),
        lam * log(lam) - lam - Sum(exp(-lam) * lam**k / factorial(k) * log(factorial(k)), (k, 0, oo)),
        [lam > 0],
    ),
    (Sum(k * lam**k * exp(-lam) / factorial(k) / (1 - exp(-lam)), (k, 1, oo)), lam / (1 - exp(-lam)), [lam > 0]),
    (Integral((u - a / (a + b)) ** 2 * BETA, (u, 0, 1)), a * b / ((a + b) ** 2 * (a + b + 1)), [a > 0, b > 0]),
    (Integral(LOGISTIC, (u, -oo, oo)), Integer(1), [sigma > 0]),
    (Integral(a / b * (1 + u / b) ** (-a - 1), (u, 0, oo)), Integer(1), [a > 0, b > 0]),
    (Integral(u**2 * a * b**a * (u + b) ** (-a - 1), (u, 0, oo)), 2 * b**2 / ((a - 1) * (a - 2)), [a > 2, b > 0]),
    (Integral(u / (1 + u) ** 3, (u, 2, oo)), Rational(5, 18), []),
    (Integral(a * b**a * log(u) / u ** (a + 1), (u, b, oo)), log(b) + 1 / a, [a > 0, b > 0]),
    (Integral(log(1 + u) / (1 + u) ** 2, (u, 0, oo)), Integer(1), []),
    (Sum(binomial(k + r - 1, k) * theta**r * (1 - theta) ** k, (k, 0, oo)), Integer(1), [*unit, r > 0]),
    (
        Sum(k * binomial(k + r - 1, k) * theta**r * (1 - theta) ** k, (k, 0, oo)),
        r * (1 - theta) / theta,
        [*unit, r > 0],
    ),
    (Sum(theta**k / k, (k, 1, oo)), -log(1 - theta), unit),
    (Sum(-(theta**k) / (k * log(1 - theta)), (k, 1, oo)), Integer(1), unit),
    (Sum(k * -(theta**k) / (k * log(1 - theta)), (k, 1, oo)), -theta / ((1 - theta) * log(1 - theta)), unit),
    (Sum(theta * (1 - theta) ** k, (k, 0, oo)), Integer(1), unit),
    (Sum(k * theta * (1 - theta) ** k, (k, 0, oo)), (1 - theta) / theta, unit),
    (Sum(k**2 * theta * (1 - theta) ** (k - 1), (k, 1, oo)), (2 - theta) / theta**2, unit),
    (Sum((k - 1 / theta) ** 2 * theta * (1 - theta) ** (k - 1), (k, 1, oo)), (1 - theta) / theta**2, unit),
    (Sum(k * (k - 1) * exp(-lam) * lam**k / factorial(k), (k, 0, oo)), lam**2, [lam > 0]),
    (Sum((k - lam) ** 2 * exp(-lam) * lam**k / factorial(k), (k, 0, oo)), lam, [lam > 0]),
    (-Sum(exp(-lam) * lam**k / factorial(k) * (k * log(lam) - lam), (k, 0, oo)), lam - lam * log(lam), [lam > 0]),
    (
        -Sum(theta * (1 - theta) ** k * log(theta * (1 - theta) ** k), (k, 0, oo)),
        -log(theta) - (1 - theta) / theta * log(1 - theta),
        unit,
    ),
    (
        -Sum((1 - theta) * theta**k * log((1 - theta) * theta**k), (k, 0, oo)),
        (-theta * log(theta) - (1 - theta) * log(1 - theta)) / (1 - theta),
        unit,
    ),
    (
        Integral(exp(-((t - u) ** 2) / (2 * sigma**2)) * exp(-((u - mu) ** 2) / (2 * c**2)), (u, -oo, oo)),
        sqrt(2 * pi) * sigma * c * exp(-((t - mu) ** 2) / (2 * (sigma**2 + c**2))) / sqrt(sigma**2 + c**2),
        [sigma > 0, c > 0],
    ),
    (Sum(c * f(k), (k, 0, oo)), c * Sum(f(k), (k, 0, oo)), []),
    (Integral(exp(-((u - mu) ** 2) / (2 * sigma**2)), (u, -oo, oo)), sigma * sqrt(2 * pi), [sigma > 0]),
    (Integral(exp(-((u - mu) ** 2) / (2 * sigma**2)) / (sqrt(2 * pi) * sigma), (u, -oo, oo)), Integer(1), [sigma > 0]),
    (
        Integral(u**2 * exp(-((u - mu) ** 2) / (2 * sigma**2)) / (sqrt(2 * pi) * sigma), (u, -oo, oo)),
        mu**2 + sigma**2,
        [sigma > 0],
    ),
    (
        Integral((u - mu) ** 4 * exp(-((u - mu) ** 2) / (2 * sigma**2)) / sqrt(2 * pi * sigma**2), (u, -oo, oo)),
        3 * sigma**4,
        [sigma > 0],
    ),
    (Integral(exp(-(u**2)), (u, -oo, oo)), sqrt(pi), []),
    (Integral(exp(-a * u**2 + b * u), (u, -oo, oo)), sqrt(pi / a) * exp(b**2 / (4 * a)), [a > 0]),
    (
        -Integral(
            exp(-((u - mu) ** 2) / (2 * sigma**2))
            / sqrt(2 * pi * sigma**2)
            * log(exp(-((u - mu) ** 2) / (2 * sigma**2)) / sqrt(2 * pi * sigma**2)),
            (u, -oo, oo),
        ),
        log(2 * pi * sigma**2) / 2 + Rational(1, 2),
        [sigma > 0],
    ),
    (Integral(u**2 * lam * exp(-lam * u), (u, 0, oo)), 2 / lam**2, [lam > 0]),
    (Integral((u - 1 / lam) ** 2 * lam * exp(-lam * u), (u, 0, oo)), 1 / lam**2, [lam > 0]),
    (Integral(exp(t * u) * lam * exp(-lam * u), (u, 0, oo)), lam / (lam - t), [lam > 0, t < lam]),
    (Integral(exp(-Abs(u - mu) / b) / (2 * b), (u, -oo, oo)), Integer(1), [b > 0]),
    (Integral(u * exp(-Abs(u - mu) / b) / (2 * b), (u, -oo, oo)), mu, [b > 0]),
    (Integral(Abs(u - mu) * exp(-Abs(u - mu) / b) / (2 * b), (u, -oo, oo)), b, [b > 0]),
    (Integral(a * m**a * u ** (-a - 1), (u, m, oo)), Integer(1), [a > 0, m > 0]),
    (Integral(u * a * m**a * u ** (-a - 1), (u, m, oo)), a * m / (a - 1), [a > 1, m > 0]),
    (Integral(lam * exp(-lam * (u - m)), (u, m, oo)), Integer(1), [lam > 0]),
    (Integral(exp(-lam * u), (u, t, oo)), exp(-lam * t) / lam, [lam > 0]),
    (Integral(exp(u), (u, -oo, x)), exp(x), []),
    (Integral(u**2, (u, 0, 1)), Rational(1, 3), []),
    (Integral(1 / u, (u, 1, t)), log(t), [t > 1]),
    (Integral(a * c**a * u ** (-a - 1), (u, c, t)), 1 - (c / t) ** a, [a > 0, c > 0, t > c]),
    (
        Integral(u * lam * exp(-lam * u), (u, 0, t)),
        (1 - exp(-lam * t) - lam * t * exp(-lam * t)) / lam,
        [lam > 0, t > 0],
    ),
    (Integral(u**2 / (b - a), (u, a, b)), (a**2 + a * b + b**2) / 3, [b > a]),
    (Integral((u - (a + b) / 2) ** 2 / (b - a), (u, a, b)), (b - a) ** 2 / 12, [b > a]),
    (Integral(c * f(u) + g(u), (u, 0, 1)), c * Integral(f(u), (u, 0, 1)) + Integral(g(u), (u, 0, 1)), []),
    (Integral(c * Derivative(f(u), u), (u, a, b)), c * f(b) - c * f(a), [a < b]),
    (Integral(f(u) + f(u), (u, 0, oo)), 2 * Integral(f(u), (u, 0, oo)), []),
    (Integral(GUMBEL, (u, -oo, t)), exp(-exp(-(t - mu) / b)), [b > 0]),
    (Integral(Max(u, 0) * exp(-((u - mu) ** 2) / 2), (u, -oo, oo)), exp(-(mu**2) / 2) + mu * PHI.subs(z, mu), []),
    (Integral(Abs(u), (u, -1, 2)), Rational(5, 2), []),
    (Integral(Integral(Abs(u - x), (u, 0, 1)), (x, 0, 1)), Rational(1, 3), []),
    (Integral(Integral(1 / (u + x), (u, 0, 1)), (x, 0, 1)), 2 * log(2), []),
    (Integral((3 - 2 * u) ** (-2), (u, 0, 1)), Rational(1, 3), []),
]
# Distribution functions: the value, and what it is not.
FUNCTIONS = [
    (Integral(exp(-(u**2) / 2), (u, -oo, t)), PHI.subs(z, t), PHI.subs(z, -t), []),
    (Integral(NORMAL, (u, t, oo)), sigma * PHI.subs(z, (mu - t) / sigma), PHI.subs(z, (mu - t) / sigma), [sigma > 0]),
    (Integral(exp(-(u**2) / 2), (u, a, b)), PHI.subs(z, b) - PHI.subs(z, a), PHI.subs(z, b), [a < b]),
    (Integral(u * exp(-(u**2) / 2), (u, t, oo)), exp(-(t**2) / 2), exp(-(t**2)), []),
    (Integral(u**2 * exp(-(u**2)), (u, 0, t)), sqrt(pi) * erf(t) / 4 - t * exp(-(t**2)) / 2, sqrt(pi) / 4, [t > 0]),
    (Integral(WEIBULL, (u, 0, t)), 1 - exp(-((t / b) ** a)), exp(-((t / b) ** a)), [a > 0, b > 0, t > 0]),
    (Integral(WEIBULL, (u, t, oo)), exp(-((t / b) ** a)), exp(-((t / b) ** b)), [a > 0, b > 0, t > 0]),
    (Integral(LOGISTIC, (u, -oo, t)), 1 / (1 + exp(-(t - mu) / sigma)), 1 / (1 + exp((t - mu) / sigma)), [sigma > 0]),
    (Integral(LOGISTIC, (u, t, oo)), 1 / (1 + exp((t - mu) / sigma)), 1 / (1 + exp(-(t - mu) / sigma)), [sigma > 0]),
]
PROVED += [(lhs, rhs, given) for lhs, rhs, _, given in FUNCTIONS]
POISSON = exp(-lam) * lam**k / factorial(k)
OF_FACTORIALS = Sum(POISSON * log(factorial(k)), (k, 0, oo))  # which nobody evaluates

REFUTED = [
    (Integral(Derivative(f(u), u), (u, a, b)), f(a) - f(b), [a < b]),
    (Derivative(Integral(exp(t * u) * lam * exp(-lam * u), (u, 0, oo)), t), lam / (lam + t) ** 2, [lam > 0, t < lam]),
    (Integral(u, (u, 1, 1)), Integer(1), []),
    (Integral(c * f(u), (u, 0, 1)), c * Integral(f(u), (u, 1, 1)), []),
    (Integral(u * LOG_NORMAL, (u, 0, oo)), exp(mu + sigma**2), [sigma > 0]),
    (Integral(GUMBEL, (u, -oo, oo)), b, [b > 0]),
    (Integral(KUMARASWAMY, (u, 0, 1)), a, [a > 0, b > 0]),
    (Sum(POISSON * log(POISSON), (k, 0, oo)), lam * log(lam) + lam - OF_FACTORIALS, [lam > 0]),
    (Integral(a * (1 + u / b) ** (-a - 1), (u, 0, oo)), Integer(1), [a > 0, b > 0]),
    (Integral(log(u) / u**2, (u, 1, oo)), Integer(2), []),
    (Sum(a**k, (k, 0, oo)), 1 / (1 + a), [a > 0, a < 1]),
    (Sum(k * a**k / factorial(k), (k, 0, oo)), exp(a), [a > 0]),
    (Sum(binomial(k + r - 1, k) * a**k, (k, 0, oo)), (1 - a) ** r, [a > 0, a < 1, r > 0]),
    (Integral(exp(-((u - mu) ** 2) / (2 * sigma**2)), (u, -oo, oo)), sigma**2 * sqrt(2 * pi), [sigma > 0]),
    (Integral(exp(-a * u), (u, 0, oo)), a, [a > 0]),
    (Integral(exp(-a * u), (u, 0, t)), exp(-a * t) / a, [a > 0, t > 0]),
    (Integral(exp(-Abs(u - mu) / b), (u, -oo, oo)), b, [b > 0]),
    (Integral(u**a, (u, 0, 1)), 1 / a, [a > 0]),
    (Integral(Max(u, 0) * exp(-(u**2) / 2), (u, -oo, oo)), Integer(0), []),
    (Integral(Integral(Abs(u - x), (u, 0, 1)), (x, 0, 1)), Rational(1, 6), []),
    *((lhs, wrong, given) for lhs, _, wrong, given in FUNCTIONS),
]
UNKNOWN = [  # and what the reason names
    (Sum(a**k, (k, 0, oo)), 1 / (1 - a), [a > 0], "converges absolutely"),
    (Sum(1 / k, (k, 1, oo)), Integer(1), [], "converges absolutely"),
    (Integral(exp(-a * u), (u, 0, oo)), 1 / a, [], "converges absolutely"),
    (Integral(u ** (-a), (u, 0, 1)), 1 / (1 - a), [], "converges absolutely"),
    (Integral(u, (u, a, b)), (b**2 - a**2) / 2, [], "a <= b"),
    (Integral(1 / u, (u, c, t)), log(t) - log(c), [t > c], "0 < c"),
    (Integral(u, (u, 1, 0)), Rational(-1, 2), [], "they need 1 <= 0"),
    (Integral(exp(-(u**2) / 2), (u, a, b)), PHI.subs(z, b) - PHI.subs(z, a), [], "a <= b"),
    (Integral(1 / (u + c), (u, 0, 1)), log(1 + c) - log(c), [], "0 < c"),
]


@pytest.mark.slow
@pytest.mark.parametrize("lhs, rhs, given", PROVED)
def test_what_is_true_is_proved(lhs, rhs, given):
    assert judge(lhs, rhs, given=given, seconds=None).status == "proved"


@pytest.mark.slow
@pytest.mark.parametrize("lhs, rhs, given", REFUTED)
def test_what_is_wrong_is_refuted(lhs, rhs, given):
    assert judge(lhs, rhs, given=given, seconds=None).status == "refuted"


@pytest.mark.parametrize("lhs, rhs, given, reason", UNKNOWN)
def test_what_lacks_a_condition_names_it(lhs, rhs, given, reason):
    verdict = judge(lhs, rhs, given=given, seconds=None)
    assert verdict.status == "unknown" and reason in verdict.reason


def test_moments_of_the_geometric_distribution():
    k, t, theta = symbols("k t theta")
    total = Sum(exp(t * k) * theta * (1 - theta) ** k, (k, 0, oo))
    given = [theta > 0, theta < 1, t < 0]
    assert judge(total, theta / (1 - (1 - theta) * exp(t)), given).status == "proved"
    assert judge(total, theta / (1 - (1 - theta) * exp(t)), given[:2]).status == "unknown"


def test_a_series_of_terms_that_cancel():
    terms = Add(1 / k, -1 / k, evaluate=False)
    assert judge(Sum(terms, (k, 1, oo)), 1).status != "proved"
