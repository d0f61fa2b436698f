"""Maxima of several numbers, steps, and SymPy's functions that are written with others: proved, or refuted."""

import pytest
from sympy import (
    Derivative,
    EulerGamma,
    Heaviside,
    Lambda,
    Max,
    Min,
    Ne,
    Piecewise,
    digamma,
    exp,
    ff,
    gamma,
    harmonic,
    lowergamma,
    rf,
    symbols,
    uppergamma,
)

from mlce_sym import judge

a, b, c, d, n, x = symbols("a b c d n x")

ROWS = [  # two sides that are equal, one that is not, what is given
    (Max(a, b, c), -Min(-a, -b, -c), -Min(a, b, c), []),
    (Max(a, b, c), Max(a, Max(b, c)), Max(a, Min(b, c)), []),
    (Max(a, b, c), c, a, [a <= b, b <= c]),
    (Min(a, b, c) + x, Min(a + x, b + x, c + x), Max(a, b, c) + x, []),
    (x * Heaviside(x), Max(x, 0), Min(x, 0), []),
    (Derivative(Max(x, 0), x), Heaviside(x), Heaviside(-x), [Ne(x, 0)]),
    (Piecewise((0, x < 0), (x, x > 0), (x / 2, True)), Max(x, 0), Max(x, 1), []),
    (rf(x, n + 1), rf(x, n) * (x + n), rf(x, n) * x, [x > 0, n >= 0]),
    (ff(n, 2), n * (n - 1), n * (n + 1), [n >= 2]),
    (harmonic(n), digamma(n + 1) + EulerGamma, digamma(n) + EulerGamma, [n >= 1]),
    (uppergamma(2, x), (1 + x) * exp(-x), exp(-x), [x > 0]),
    (lowergamma(1, x), 1 - exp(-x), exp(-x), [x > 0]),
]


@pytest.mark.slow
@pytest.mark.parametrize("lhs, rhs, wrong, given", ROWS, ids=[str(row[0]) for row in ROWS])
def test_pieces(lhs, rhs, wrong, given):
    assert judge(lhs, rhs, given).status == "proved"
    assert judge(lhs, wrong, given).status == "refuted"


def test_numbers_that_are_at_most_each_other_are_equal():
    assert judge(x / 2, x, [x <= 0, x >= 0]).status == "proved"
    assert judge(x / 2, x, [x <= 1, x >= 1]).status == "refuted"
    assert judge(gamma(x), 1, [x <= 1, x >= 1]).status == "proved"


def test_a_function_is_no_number():
    found = judge(Lambda(x, x), Lambda(x, x))
    assert found.status == "unknown" and "is a function, no number" in found.reason
