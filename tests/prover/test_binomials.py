"""Sums with binomial weights: what is proved of them, and that nothing a little off is."""

import pytest
from sympy import Sum, beta, binomial, exp, factorial, symbols

from mlce_sym import judge

a, b, k, l, m, n, r, s, theta = symbols("a b k l m n r s theta")  # noqa: E741
UNIT, COUNT = [theta > 0, theta < 1], [n >= 0]


def mean(value):
    """Its expectation for k of n, each with probability θ."""
    return Sum(value * binomial(n, k) * theta**k * (1 - theta) ** (n - k), (k, 0, n))


TRUE = [
    (mean(1), 1, [*UNIT, *COUNT]),
    (mean(n - k), n * (1 - theta), [*UNIT, *COUNT]),
    (mean((k - n * theta) ** 3), n * theta * (1 - theta) * (1 - 2 * theta), [*UNIT, *COUNT]),
    (mean(exp(s * k)), (1 - theta + theta * exp(s)) ** n, [*UNIT, *COUNT]),
    (mean(s**k), (1 - theta + s * theta) ** n, [*UNIT, *COUNT, s > 0]),
    (mean(k * s**k), n * s * theta * (1 - theta + s * theta) ** (n - 1), [*UNIT, *COUNT, s > 0]),
    (mean(k * exp(-s * k)), n * theta * exp(-s) * (1 - theta + theta * exp(-s)) ** (n - 1), [*UNIT, *COUNT]),
    (Sum(k * binomial(n, k) * theta**k * (1 - theta) ** (n - k), (k, 1, n)), n * theta, [*UNIT, n >= 1]),
    (Sum(3 * binomial(n, l) * a ** (n - l) * b**l, (l, 0, n)), 3 * (a + b) ** n, [a > 0, b > 0, *COUNT]),
    (Sum(l * binomial(n, l) * 2**l, (l, 0, n)), 2 * n * 3 ** (n - 1), COUNT),
    (
        Sum(binomial(n, l) * (2**l + l * a**l), (l, 0, n)),
        3**n + n * a * (1 + a) ** (n - 1),
        [a > 0, *COUNT],
    ),
    (Sum(binomial(m, k) * binomial(n, r - k), (k, 0, r)), binomial(m + n, r), [m >= 0, n >= 0, r >= 0]),
    (
        Sum(binomial(m, k) * binomial(n - m, r - k) / binomial(n, r), (k, 0, r)),
        1,
        [m >= 0, n >= m, r >= 0, r <= n],
    ),
    (Sum(binomial(n, k) ** 2, (k, 0, n)), binomial(2 * n, n), COUNT),
    (
        Sum(a**k * b ** (n - k) / (factorial(k) * factorial(n - k)), (k, 0, n)),
        (a + b) ** n / factorial(n),
        [a > 0, b > 0, *COUNT],
    ),
    (
        Sum(k * binomial(m, k) * binomial(n - m, r - k) / binomial(n, r), (k, 0, r)),
        r * m / n,
        [m >= 1, n >= m, r >= 1, r <= n],
    ),
    (Sum(binomial(n, k) * beta(a + k, b + n - k) / beta(a, b), (k, 0, n)), 1, [a > 0, b > 0, *COUNT]),
    (Sum((-1) ** k * binomial(n, k) * a**k, (k, 0, n)) + 1, (1 - a) ** n + 1, COUNT),
    (Sum(binomial(k, m) * a**m, (m, 1, k)), (1 + a) ** k - 1, [a > 0, k >= 1]),
    (Sum(binomial(n, l) * a**l, (l, 2, n - 1)), (1 + a) ** n - 1 - n * a - a**n, [a > 0, n >= 3]),
    (Sum(binomial(n, k) / ((k + 1) * (k + 2)), (k, 0, n)), (2 ** (n + 2) - n - 3) / ((n + 1) * (n + 2)), COUNT),
    (  # as the mean of the number is taught
        Sum(factorial(n) / (factorial(k - 1) * factorial(n - k)) * theta**k * (1 - theta) ** (n - k), (k, 1, n)),
        n * theta,
        [*UNIT, n >= 1],
    ),
    (
        Sum(binomial(n - 2, k - 2) * theta ** (k - 2) * (1 - theta) ** (n - k), (k, 2, n)),
        1,
        [*UNIT, n >= 2],
    ),
    (mean(1 / (k + 1)), (1 - (1 - theta) ** (n + 1)) / ((n + 1) * theta), [*UNIT, *COUNT]),
]


@pytest.mark.slow
@pytest.mark.parametrize("case", TRUE)
def test_they_are_worked_out(case):
    lhs, rhs, given = case
    assert judge(lhs, rhs, given).status == "proved"


@pytest.mark.parametrize("case", TRUE)
def test_nothing_a_little_off_is_proved(case):
    lhs, rhs, given = case
    for wrong in (rhs + 1, 2 * rhs, -rhs):
        assert judge(lhs, wrong, given).status == "refuted"


@pytest.mark.parametrize("low, high", [(1, n), (0, n - 1), (0, n + 1)])
def test_other_ranges_are_not_taken_for_the_whole_one(low, high):
    total = Sum(binomial(n, k) * a**k * b ** (n - k), (k, low, high))
    assert judge(total, (a + b) ** n, [a > 0, b > 0, n >= 1]).status != "proved"


def test_an_exponent_of_which_nothing_is_known_may_be_minus_one():
    """For n = -1 the sum is empty; nobody means that, so it is no counterexample, but a condition."""
    total = Sum(binomial(n, k) * a**k, (k, 0, n))
    verdict = judge(total, (1 + a) ** n, [a > 0])
    assert verdict.status == "unknown" and verdict.reason.startswith("it holds where 0 <= n")
    assert judge(total, (1 + a) ** n, [a > 0, n >= 0]).status == "proved"
    assert judge(total, (1 + a) ** (n + 1), [a > 0]).status == "refuted"
