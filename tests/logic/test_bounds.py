"""Intervals of products, powers and sums hold what they should, and attain only what may be attained."""

from __future__ import annotations

from itertools import product
from math import inf

import pytest

from mlce_sym.logic.bounds import End, Interval, plus, powered, signs_of, times

ENDS = [(-2, False), (-1, True), (0, False), (0, True), (1, False), (3, True)]
INTERVALS = [Interval(End(*low), End(*high)) for low, high in product(ENDS, ENDS) if low[0] < high[0]]
INTERVALS += [Interval(), Interval(low=End(0, True)), Interval(high=End(-1))]
POINTS = [k / 4 for k in range(-12, 13)] + [-2.9999, -1.9999, -0.9999, -0.0001, 0.0001, 0.9999, 2.9999]


def lies_in(value, interval):
    low, high = interval
    return (low.value < value or (low.value == value and not low.is_open)) and (
        value < high.value or (value == high.value and not high.is_open)
    )


@pytest.mark.parametrize("a", INTERVALS, ids=str)
def test_what_is_made_of_numbers_of_intervals_lies_in_theirs(a):
    of_a = [p for p in POINTS if lies_in(p, a)]
    for exponent in (1, 2, 3):
        assert all(lies_in(p**exponent, powered(a, exponent)) for p in of_a)
    assert {(p > 0) - (p < 0) for p in of_a} <= signs_of(a)
    for b in INTERVALS:
        of_b = [p for p in POINTS if lies_in(p, b)]
        assert all(lies_in(p * q, times(a, b)) and lies_in(p + q, plus(a, b)) for p in of_a for q in of_b)


def test_an_end_that_one_factor_does_not_attain_is_open():
    assert times(Interval(End(-1, True), End(1, True)), Interval(End(-1), End(1))).low == End(-1, True)
    assert times(Interval(End(0), End(1)), Interval(End(0, True), End(inf, True))).low == End(0)
