"""Values of declared functions at rational numbers, where they are rational and known; None elsewhere.

>>> factorial(4), binomial(4, 2), gamma(Fraction(1, 2)), sign(Fraction(-1, 3))
(24, 6, None, -1)
"""

from __future__ import annotations

import math
from fractions import Fraction

Number = int | Fraction
LARGEST = 200
absolute_value, larger, smaller = abs, max, min


def sign(x: Number) -> Number:
    return (x > 0) - (x < 0)


def zero_at_zero(x: Number) -> Number | None:
    return 0 if x == 0 else None


def one_at_zero(x: Number) -> Number | None:
    return 1 if x == 0 else None


def factorial(x: Number) -> Number | None:
    return math.factorial(int(x)) if x.denominator == 1 and 0 <= x <= LARGEST else None


def gamma(x: Number) -> Number | None:
    return factorial(x - 1)


def binomial(n: Number, k: Number) -> Number | None:
    whole = n.denominator == k.denominator == 1 and 0 <= n <= LARGEST
    return (math.comb(int(n), int(k)) if k >= 0 else 0) if whole else None
