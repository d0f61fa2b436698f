"""Derivatives in the form that people write."""

import pytest
from sympy import IndexedBase, Sum, exp, simplify, symbols

from mlce_sym import loss
from mlce_sym.losses.tidy import into_sum, tidied

y, z, s, i, n = symbols("y z s i n")
x = IndexedBase("x")
E, P = exp(-z), 1 / (1 + exp(-z))


@pytest.mark.parametrize(
    "term, simple",
    [
        (-y * E / (1 + E) - (y - 1) * E / ((1 - P) * (1 + E) ** 2), P - y),
        (s * E / (1 + E) - s * E**2 / (1 + E) ** 2, s * P * (1 - P)),
        (exp(2 * z) / (1 + exp(z)) - exp(z) + 1, 1 - P),
    ],
)
def test_what_is_simpler_is_equal(term, simple):
    assert simplify(tidied(term) - term) == 0 and simplify(tidied(term) - simple) == 0
    assert tidied(term).count_ops() < term.count_ops()


@pytest.mark.parametrize("term", [y + z, exp(z) / y, exp(z) / (1 + exp(y)), 1 / (1 + exp(z) + exp(z**2)), P - y])
def test_what_is_not_simpler_is_left(term):
    assert tidied(term) == term


def test_logistic_regression_is_read_as_it_is_written():
    p = "1/(1 + exp(-a - b*x_i))"
    found = loss(
        density=f"({p})^y*(1 - {p})^(1 - y)", data="y in {0, 1}", parameters=["a in R", "b in R"], known="x_i in R"
    )
    a, b = symbols("a b")
    rest = 1 / (1 + exp(-a - b * x[i])) - IndexedBase("y")[i]
    assert [claim.value for claim in found.gradient.values()] == [
        Sum(rest, (i, 1, n)) / n,
        Sum(x[i] * rest, (i, 1, n)) / n,
    ]
    assert {claim.word for claim in (*found.gradient.values(), *found.hessian.values())} == {"proved"}
    assert [(one.says, one.word) for one in found.convexity.values()] == [
        ("strictly convex", "proved"),
        ("convex", "proved"),
    ]


def test_the_number_of_a_score_stands_within_the_sum():
    x, y = IndexedBase("x"), IndexedBase("y")
    i, n, m, s = symbols("i n m s")
    assert into_sum(-Sum(2 * m - 2 * y[i], (i, 1, n)) / (2 * s)) == Sum(y[i] - m, (i, 1, n)) / s
    assert into_sum(-Sum(x[i] * (m - y[i]), (i, 1, n))) == Sum(x[i] * (y[i] - m), (i, 1, n))
    assert into_sum(-Sum(x[i] * (m + 1), (i, 1, n))) == Sum(-x[i] * (m + 1), (i, 1, n))
    for kept in (-m / s, Sum(y[i], (i, 1, n)) * Sum(x[i], (i, 1, n)) * 2, n - Sum(y[i], (i, 1, n))):
        assert into_sum(kept) == kept
