"""Derivatives in the form that people write."""

import pytest
from sympy import IndexedBase, Piecewise, Sum, exp, log, simplify, symbols

from mlce_sym import loss
from mlce_sym.losses.tidy import into_sum, joined, tidied, with_signs

y, z, s, i, n = symbols("y z s i n")
x, Y = IndexedBase("x"), IndexedBase("y")
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


@pytest.mark.slow
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
    assert into_sum(-Sum(x[i] * (m + 1), (i, 1, n))) == -((m + 1) * Sum(x[i], (i, 1, n)))
    for kept in (-m / s, Sum(y[i], (i, 1, n)) * Sum(x[i], (i, 1, n)) * 2, n - Sum(y[i], (i, 1, n))):
        assert into_sum(kept) == kept


SIGNS = {1 - z: 1, z - 1: -1, 1 - Y[i]: 1, Y[i] - 1: -1}


@pytest.mark.parametrize(
    "term, written",
    [
        (Sum((Y[i] - 1) * log(1 - z), (i, 1, n)), -log(1 - z) * Sum(1 - Y[i], (i, 1, n))),
        (Sum(-Y[i] / z + (Y[i] - 1) / (z - 1), (i, 1, n)), Sum((1 - Y[i]) / (1 - z) - Y[i] / z, (i, 1, n))),
        (-Sum(Y[i] / z - (1 - Y[i]) / (1 - z), (i, 1, n)), Sum((1 - Y[i]) / (1 - z) - Y[i] / z, (i, 1, n))),
        (Sum(-Y[i] - log(z), (i, 1, n)), -Sum(Y[i] + log(z), (i, 1, n))),
        ((1 - s) * log(y), -((s - 1) * log(y))),  # nothing is known of its sign
        ((s - 1) * log(y), (s - 1) * log(y)),
        ((s - y) * log(y), (s - y) * log(y)),
        (Sum(x[i] * (2 * z - 2 * Y[i]), (i, 1, n)), 2 * Sum(x[i] * (z - Y[i]), (i, 1, n))),
        (Sum(x[i] * (z - Y[i]) * (Y[i] - z), (i, 1, n)), -Sum(x[i] * (Y[i] - z) ** 2, (i, 1, n))),
        (Sum(s / z - s * Y[i] / z, (i, 1, n)), s / z * Sum(1 - Y[i], (i, 1, n))),
        (Sum(log(z), (i, 1, n)), Sum(log(z), (i, 1, n))),  # of n equal terms
        (Sum(-Piecewise((z, Y[i] > 0), (1, True)), (i, 1, n)), Sum(-Piecewise((z, Y[i] > 0), (1, True)), (i, 1, n))),
    ],
)
def test_signs_are_those_that_people_write(term, written):
    assert with_signs(term, lambda total: SIGNS.get(total, 0)) == written


def test_a_power_and_its_base_are_one_power_and_denominators_are_common():
    k = symbols("k")
    assert joined(k * y / s**2 * (y / s) ** (k - 1)) == k * (y / s) ** k / s
    assert joined(y ** (k - 1) * z) == y ** (k - 1) * z
    assert joined(2 * y / (s**2 * (1 + y**2 / s**2))) == 2 * y / (s**2 + y**2)
    assert joined(y * (1 + 1 / s)) == y * (1 + 1 / s)


@pytest.mark.slow
@pytest.mark.parametrize("data, end", [("y in {0, 1}", "1"), ("0 < y < 1", "1"), (r"y \in \{0, \dots, m\}", "m")])
def test_the_cross_entropy_is_read_off_its_theorem_as_it_is_written(data, end):
    known = "m in Naturals" if end == "m" else ()
    found = loss(density=f"p^y*(1 - p)^({end} - y)", data=data, parameters="0 < p < 1", known=known, contribution=True)
    p, rest = symbols("p"), (1 if end == "1" else symbols("m", integer=True)) - Y[i]
    body = Sum(Y[i] * log(p) + rest * log(1 - p), (i, 1, n))
    slope = Sum(rest / (1 - p) - Y[i] / p, (i, 1, n)) / n
    assert [str(value) for value in (found.loss, found.gradient[p].value, found.nll)] == [
        str(-body / n),
        str(slope),
        str(-body),
    ]
    assert found.gradient[p].word == "proved"
    assert str(found.score[p]) == str(Sum(Y[i] / p - rest / (1 - p), (i, 1, n)))
