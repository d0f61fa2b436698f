"""Optima of unknown functions: two points stand for all, where they may."""

import pytest
from sympy import Derivative, Function, IndexedBase, Integer, Interval, S, Sum, Symbol, log, oo, symbols

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
