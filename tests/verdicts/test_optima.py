"""Optima of unknown functions: two points stand for all, where they may."""

import pytest
from sympy import (
    Derivative,
    FiniteSet,
    Function,
    IndexedBase,
    Integer,
    Interval,
    Product,
    S,
    Sum,
    Symbol,
    exp,
    log,
    oo,
    symbols,
)

from mlce_sym import ArgMax, ArgMin, judge
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ForAll, Lt
from mlce_sym.verdicts.optima import at_two_points

t, s, n, i, c = symbols("t s n i c")
f, g = Function("f"), Function("g")
y = IndexedBase("y")
LINE = (t, S.Reals)


@pytest.mark.parametrize(
    "left, right, given",
    [
        (ArgMax(f(t), LINE), ArgMin(f(t), LINE), []),
        (ArgMax(f(t), LINE), ArgMax(f(t) ** 2, LINE), []),
        (ArgMax(f(t), LINE), ArgMin(log(f(t)), LINE), [f(t) > 0]),
        (ArgMax(f(t), LINE), ArgMax(g(t), LINE), []),
        (ArgMax(f(t), LINE), ArgMax(f(s) + g(s), (s, S.Reals)), []),
        (ArgMax(c * f(t), LINE), ArgMax(f(t), LINE), []),
        (ArgMin(Sum(y[i] * f(t), (i, 1, n)), LINE), ArgMin(f(t), LINE), [n >= 1]),
        (ArgMax(f(t), (t, Interval.open(0, oo))), ArgMin(f(t) / n, (t, Interval.open(0, oo))), [n >= 1]),
    ],
)
def test_other_optima_are_refuted(left, right, given):
    verdict = judge(left, right, given=given)
    assert verdict.status == "refuted" and "everywhere else as at" in verdict.reason and verdict.counterexample


@pytest.mark.parametrize(
    "left, right, given",
    [
        (ArgMax(f(t), LINE), ArgMin(-f(t) / n, LINE), [n >= 1]),
        (ArgMax(f(t), LINE), ArgMin(-log(f(t)), LINE), [f(t) > 0]),
        (ArgMin(c * f(t), LINE), ArgMin(f(t), LINE), [c > 0]),
    ],
)
def test_the_same_optima_are_not(left, right, given):
    assert judge(left, right, given=given).status == "proved"


@pytest.mark.parametrize(
    "left, right, given",
    [
        (ArgMax(f(t) + t, LINE), ArgMax(f(t), LINE), ()),
        (ArgMax(f(t + 1), LINE), ArgMax(f(t), LINE), ()),
        (ArgMax(f(t) * f(0), LINE), ArgMax(f(t), LINE), ()),
        (ArgMax(Derivative(f(t), t), LINE), ArgMax(f(t), LINE), ()),
        (ArgMax(Sum(f(t), (t, 1, n)) * t, LINE), ArgMax(f(t), LINE), ()),
        (ArgMax(f(t), LINE), ArgMax(f(t), (t, Interval.open(0, 1))), ()),
        (ArgMax(f(t), LINE), ArgMax(f(t), LINE), (Lt(0, f(Integer(2))),)),
        (ArgMax(f(t), LINE), ArgMax(f(t), LINE), (ForAll(Lt(0, f(t)), (t, Interval.open(0, 1))),)),
        (ArgMax(f(t), LINE), ArgMax(f(t), LINE), (ForAll(Lt(t, f(t)), LINE),)),
        (ArgMax(t, LINE), ArgMax(2 * t, LINE), ()),
        (ArgMax(f(t), (t, Symbol("T"))), ArgMax(f(t), (t, Symbol("T"))), ()),
    ],
)
def test_where_two_points_do_not_stand_for_all(left, right, given):
    assert at_two_points(left, right, Given(given)) is None


sum_y = Sum(y[i], (i, 1, n))
POSITIVE, UNIT = Interval.open(0, oo), Interval.open(0, 1)
LIKELIHOOD = ArgMax(Product(t * exp(-t * y[i]), (i, 1, n)), (t, POSITIVE))
SQUARES = ArgMin(Sum((y[i] - t) ** 2, (i, 1, n)), LINE)
OF_LABELS = ArgMax(Product(t ** y[i] * (1 - t) ** (1 - y[i]), (i, 1, n)), (t, UNIT))


@pytest.mark.slow
@pytest.mark.parametrize(
    "optimum, right, wrong, given",
    [
        (LIKELIHOOD, FiniteSet(n / sum_y), FiniteSet(sum_y / n), [y[i] > 0, n >= 1]),
        (
            LIKELIHOOD,
            ArgMin(t * sum_y / n - log(t), (t, POSITIVE)),
            ArgMin(t * sum_y / n + log(t), (t, POSITIVE)),
            [y[i] > 0, n >= 1],
        ),
        (SQUARES, FiniteSet(sum_y / n), FiniteSet(sum_y), [n >= 1]),
        (SQUARES, ArgMin((t - sum_y / n) ** 2, LINE), ArgMin((t + sum_y / n) ** 2, LINE), [n >= 1]),
        (OF_LABELS, FiniteSet(sum_y / n), FiniteSet(sum_y / n / 2), [sum_y > 0, sum_y < n, n >= 1]),
        (ArgMin((t - c) ** 2 + s * t**2, LINE), FiniteSet(c / (1 + s)), FiniteSet(c / s), [s > 0]),
        (ArgMin(abs(2 * t - c), LINE), FiniteSet(c / 2), FiniteSet(c), []),
    ],
)
def test_an_optimum_that_a_fraction_gives_is_that_point(optimum, right, wrong, given):
    assert judge(optimum, right, given=given).status == "proved"
    assert judge(optimum, wrong, given=given).status == "refuted"


@pytest.mark.parametrize(
    "optimum, point",
    [
        (ArgMin(abs(t - 3), (t, UNIT)), 3),  # no point of the set
        (ArgMin(c * t**2 - t, LINE), 1 / (2 * c)),  # c may be negative
        (ArgMin(c * t - log(t), (t, POSITIVE)), 1 / c),
        (ArgMin(t**3 - 3 * t, LINE), 1),  # there are two, and no least value
    ],
)
def test_a_point_that_may_be_none_is_not_proved(optimum, point):
    assert judge(optimum, FiniteSet(point)).status != "proved"
