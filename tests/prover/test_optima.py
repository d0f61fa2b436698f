"""Optima of monotone functions of one another are one set; of others they are not said to be."""

from __future__ import annotations

import pytest
from sympy import (
    Abs,
    Function,
    IndexedBase,
    Interval,
    Product,
    S,
    Sum,
    cos,
    erf,
    exp,
    log,
    sinh,
    sqrt,
    symbols,
    tanh,
)

from mlce_sym import ArgMax, ArgMin, judge, prove

a, b, n, i, t = symbols("a b n i t")
g, h = Function("g"), Function("h")
x = IndexedBase("x")
G, H = g(t), h(t)
LINE, UNIT, HALF_LINE = (t, S.Reals), (t, Interval.open(0, 1)), (t, Interval.open(0, S.Infinity))
POSITIVE = [G > 0]

SAME = [
    (ArgMax(G, LINE), ArgMin(-G, LINE), []),
    (ArgMin(-G, LINE), ArgMax(3 * G, LINE), []),
    (ArgMax(G, LINE), ArgMin(-log(G) / 2, LINE), POSITIVE),
    (ArgMax(G, LINE), ArgMin(b * G, LINE), [b < 0]),
    (ArgMin(a + G, LINE), ArgMax(-G, LINE), []),
    (ArgMin(exp(G), LINE), ArgMin(G, LINE), []),
    (ArgMin(sqrt(G), LINE), ArgMax(1 / G, LINE), POSITIVE),
    (ArgMin(G**2, LINE), ArgMin(G, LINE), [G >= 0]),
    (ArgMin(G**2, LINE), ArgMin(Abs(G), LINE), []),
    (ArgMax(G**3, LINE), ArgMax(G, LINE), []),
    (ArgMax(tanh(G), LINE), ArgMax(sinh(G), LINE), []),
    (ArgMax(erf(G), LINE), ArgMin(exp(-G), LINE), []),
    (ArgMax(1 / (1 + exp(-G)), LINE), ArgMax(G, LINE), []),
    (ArgMax(G / (1 + G), LINE), ArgMax(G, LINE), POSITIVE),
    (ArgMax(log(G) - log(1 - G), LINE), ArgMax(G, LINE), [G > 0, G < 1]),
    (ArgMax(G * H, LINE), ArgMin(-log(G) - log(H), LINE), [G > 0, H > 0]),
    (ArgMin(-G * H, LINE), ArgMax(log(G) + log(H), LINE), [G > 0, H > 0]),
    (
        ArgMax(Product(t ** x[i] * (1 - t) ** (1 - x[i]), (i, 1, n)), UNIT),
        ArgMin(-Sum(x[i] * log(t) + (1 - x[i]) * log(1 - t), (i, 1, n)) / n, UNIT),
        [n >= 1],
    ),
    (
        ArgMax(Product(exp(-((x[i] - t) ** 2) / (2 * b)), (i, 1, n)), LINE),
        ArgMin(Sum((x[i] - t) ** 2, (i, 1, n)) / n, LINE),
        [b > 0, n >= 1],
    ),
    (
        ArgMax(Product(t * exp(-t * x[i]), (i, 1, n)), HALF_LINE),
        ArgMin(t * Sum(x[i], (i, 1, n)) - n * log(t), HALF_LINE),
        [],
    ),
]
OTHERS = [
    (ArgMax(G, LINE), ArgMin(G, LINE), []),
    (ArgMax(G, LINE), ArgMax(-2 * G, LINE), []),
    (ArgMax(G, LINE), ArgMax(b * G, LINE), [b >= 0]),
    (ArgMax(G, LINE), ArgMax(b * G, LINE), []),
    (ArgMax(G, LINE), ArgMax(G**2, LINE), []),
    (ArgMin(G**2, LINE), ArgMin(G, LINE), []),
    (ArgMax(cos(G), LINE), ArgMax(G, LINE), []),
    (ArgMax(G, LINE), ArgMin(log(G), LINE), POSITIVE),
    (ArgMax(1 / G, LINE), ArgMax(G, LINE), [G > -1]),
    (ArgMax(t * G, LINE), ArgMax(G, LINE), POSITIVE),
    (ArgMin(G + H, LINE), ArgMin(G - H, LINE), []),
]


@pytest.mark.slow
@pytest.mark.parametrize(("left", "right", "given"), SAME, ids=str)
def test_the_same_points_are_optimal(left, right, given):
    assert judge(left, right, given).status == "proved"
    assert judge(right, left, given).status == "proved"


@pytest.mark.parametrize(("left", "right", "given"), OTHERS, ids=str)
def test_others_need_not_be(left, right, given):
    assert judge(left, right, given).status != "proved"


@pytest.mark.parametrize(("left", "right", "given"), [SAME[2], SAME[10], SAME[14]], ids=str)
def test_the_document_is_checked(left, right, given):
    assert "Checked" in str(prove(left, right, given).report)
