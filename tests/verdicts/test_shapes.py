"""`judge` on shapes that differ where a person sees no difference: indices from elsewhere, two negative factors,
bells with other exponents; and on what looks alike and is not."""

import pytest
from sympy import (
    Abs,
    Derivative,
    IndexedBase,
    Integral,
    KroneckerDelta,
    Piecewise,
    Product,
    Rational,
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

a, b, c, i, n, p, s, u, z = symbols("a b c i n p s u z")
y = IndexedBase("y")
DELTAS = Sum(c**i * KroneckerDelta(i, z), (i, 0, oo))
sigmoid = 1 / (1 + exp(-u))
LINE, HALF_LINE = (u, -oo, oo), (u, 0, oo)

RIGHT = [
    (Sum(y[i + 1], (i, 0, n - 1)), Sum(y[i], (i, 1, n)), [n >= 1]),
    (Sum(y[n - i], (i, 0, n - 1)), Sum(y[i], (i, 1, n)), [n >= 1]),
    (Product(i, (i, 0, n)), Product(i + 1, (i, -1, n - 1)), [n >= 1]),
    (log(1 / p - 1), -log(p / (1 - p)), [p > 0, p < 1]),
    (log(a + b), log(a) + log(1 + b / a), [a > 0, b > 0]),
    (log(-1 / log(p)), -log(-log(p)), [p > 0, p < 1]),
    (log(-(p**a) / (a * log(1 - p))), a * log(p) - log(a) - log(-log(1 - p)), [p > 0, p < 1, a > 0]),
    (Integral(1 / (4 + (u + 1) ** 2), LINE), pi / 2, []),
    (Integral(sigmoid * (1 - sigmoid), LINE), 1, []),
    (Integral(exp(b * u) / (1 + exp(b * u)) ** 2, LINE), 1 / b, [b > 0]),
    (Integral(exp(-a * u**2), HALF_LINE), sqrt(pi / a) / 2, [a > 0]),
    (Integral(u**3 * exp(-(u**2) / (2 * s**2)), HALF_LINE), 2 * s**4, [s > 0]),
    (Integral(exp(-(u**3)), HALF_LINE), gamma(Rational(4, 3)), []),
    (beta(Rational(3, 2), Rational(1, 2)), pi / 2, []),
    (Derivative(Piecewise((u**2, a < 1), (2 * u, True)), u), Piecewise((2 * u, a < 1), (2, True)), []),
]
WRONG = [
    (Sum(y[i + 1], (i, 1, n)), Sum(y[i], (i, 1, n)), [n >= 1]),
    (Integral(exp(-a * u**2), HALF_LINE), sqrt(pi / a), [a > 0]),
    (Integral(1 / (a + u**2), LINE), pi / a, [a > 0]),
    (Integral(exp(b * u) / (1 + exp(b * u)) ** 2, LINE), 1 / b, [b < 0]),
]
NOT_PROVED = [  # without the fact that is missing, or without a value on a side
    (Derivative(Piecewise((0, u < 0), (1, True)), u), 0, []),
    (Derivative(Piecewise((u, u < 1), (2, True)), u), Piecewise((1, u < 1), (0, True)), []),
    (log(a * b), log(a) + log(b), [a < 0, b < 0]),
    (Integral(1 / (a + u**2), LINE), pi / sqrt(a), []),
    (Integral(1 / (u**2 + 2 * u + 1), LINE), 0, []),
    (Integral(exp(b * u) / (1 + exp(b * u)) ** 2, LINE), 1 / Abs(b), []),
    (Integral(exp(-a * u**2), HALF_LINE), sqrt(pi / a) / 2, []),
]


@pytest.mark.parametrize("left, right, given", RIGHT)
def test_they_are_proved(left, right, given):
    assert judge(left, right, given).status == "proved"


@pytest.mark.parametrize("left, right, given", WRONG)
def test_they_are_refuted(left, right, given):
    assert judge(left, right, given).status == "refuted"


@pytest.mark.parametrize("left, right, given", NOT_PROVED)
def test_they_are_not_proved(left, right, given):
    assert judge(left, right, given).status == "unknown"


@pytest.mark.slow
@pytest.mark.parametrize(
    "left, right",
    [
        (factorial(a), exp(Sum(log(i), (i, 0, a)))),  # SymPy makes no number of log 0
        (Product(DELTAS, (i, 1, n)), Product(DELTAS, (i, 1, 1)) * Product(DELTAS, (i, 2, n))),
    ],
)
def test_what_sympy_stumbles_over_is_unknown(left, right):
    assert judge(left, right).status == "unknown"


def test_an_integral_between_reversed_ends_refutes_nothing_though_its_integrand_is_0():
    left, right = Integral(a, (u, s, b)), b * s - a * s
    verdict = judge(left, right, [a >= 0, a <= 0, s > b])
    assert verdict.status == "unknown"


def test_a_difference_of_fractions_has_the_sign_of_its_numerator():
    high, low = (1 / (1 + exp(u - end)) for end in (b, a))
    assert judge(log(high - low), log(high - low), [a < b]).status == "proved"
    assert judge(log(low - high), log(low - high), [a < b]).status == "unknown"
    assert judge(log(high - low), log(high - low)).status == "unknown"
