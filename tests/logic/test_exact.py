"""Values of functions at rational numbers, at and beside the places where something changes."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest

from mlce_sym.logic import exact

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    "value, expected",
    [
        (exact.absolute_value(HALF), HALF),
        (exact.absolute_value(-HALF), HALF),
        (exact.absolute_value(0), 0),
        *((exact.sign(x), y) for x, y in ((HALF, 1), (1, 1), (0, 0), (-HALF, -1))),
        (exact.larger(-2, HALF), HALF),
        (exact.smaller(-2, HALF), -2),
        *((exact.zero_at_zero(x), y) for x, y in ((0, 0), (1, None))),
        *((exact.one_at_zero(x), y) for x, y in ((0, 1), (1, None))),
        *((exact.factorial(x), y) for x, y in ((0, 1), (1, 1), (4, 24), (-1, None), (HALF, None))),
        *((exact.gamma(x), y) for x, y in ((1, 1), (5, 24), (0, None), (-1, None))),
        (exact.factorial(exact.LARGEST), math.factorial(exact.LARGEST)),
        (exact.factorial(exact.LARGEST + 1), None),
        *((exact.binomial(0, k), y) for k, y in ((0, 1), (1, 0), (-1, 0))),
        *((exact.binomial(4, k), y) for k, y in ((0, 1), (2, 6), (4, 1), (5, 0), (-1, 0), (HALF, None))),
        *((exact.binomial(n, 2), None) for n in (-1, HALF, exact.LARGEST + 1)),
    ],
)
def test_exact_values(value, expected):
    assert value == expected and type(value) is not bool
