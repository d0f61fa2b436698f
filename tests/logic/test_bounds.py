"""Intervals of products, powers and sums hold what they should, and attain only what may be attained."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import inf

import pytest

from mlce_sym.logic.algebra import E
from mlce_sym.logic.bounds import End, Interval, narrowed, plus, powered, signs_within, times, where
from mlce_sym.logic.entailment import holds
from mlce_sym.logic.given import assumed
from mlce_sym.logic.polynomials import EMPTY

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
    assert {(p > 0) - (p < 0) for p in of_a} <= signs_within({frozenset((("x", 1),)): 1}, lambda _: a)
    for b in INTERVALS:
        of_b = [p for p in POINTS if lies_in(p, b)]
        assert all(lies_in(p * q, times(a, b)) and lies_in(p + q, plus(a, b)) for p in of_a for q in of_b)


def test_an_end_that_one_factor_does_not_attain_is_open():
    assert times(Interval(End(-1, True), End(1, True)), Interval(End(-1), End(1))).low == End(-1, True)
    assert times(Interval(End(0), End(1)), Interval(End(0, True), End(inf, True))).low == End(0)


BEYOND_FLOATS = {"tiny": Fraction(1, 10**400), "huge": Fraction(10**400), "huge and negative": -(10**400)}


@pytest.mark.parametrize("coefficient", BEYOND_FLOATS.values(), ids=BEYOND_FLOATS)
def test_a_coefficient_that_no_float_holds_bounds_nothing(coefficient):
    """As a float it would be 0 or infinite, and 0 times an infinite end no number: every sign seemed to be excluded."""
    fixed = Interval(End(coefficient), End(coefficient))
    assert times(fixed, Interval()) == plus(fixed, Interval()) == Interval()
    assert signs_within({EMPTY: 1, frozenset({("x", 1), ("y", 1)}): coefficient}, lambda _: Interval()) == {-1, 0, 1}


def test_nothing_follows_of_a_tiny_multiple():
    tiny = ("Mul", ("Rational", 1, 10**400), "x", "y")
    given = assumed((), ())
    assert not any(holds(given, (head, bound, ("Add", 1, tiny))) for head in ("Lt", "Le", "Ne") for bound in (0, 5))


def test_high_powers_of_bounds_are_not_worked_out():
    x = Interval(End(Fraction(5, 2)), End(7))
    assert signs_within({EMPTY: -1, frozenset({("x", 10**9), ("y", 1)}): 1}, lambda _: x) == {-1, 0, 1}


def of(*monomial):
    return frozenset(monomial)


X_POSITIVE, X_AT_LEAST_0, ANYWHERE = Interval(End(0, True)), Interval(End(0)), Interval()
SIGNS_OF_POWERS = [
    ({EMPTY: -1}, ANYWHERE, {-1}),
    ({of(("x", "s")): 1}, X_POSITIVE, {1}),
    ({of(("x", "s")): 1}, X_AT_LEAST_0, {0, 1}),
    ({of(("x", "s")): 1}, ANYWHERE, {-1, 0, 1}),
    ({of(("x", "s")): 1, EMPTY: Fraction(-1, 2)}, X_POSITIVE, {-1, 0, 1}),
    ({of(("x", ("Rational", 1, 2))): 1}, ANYWHERE, {0, 1}),
    ({of(("x", -1)): 1}, X_POSITIVE, {-1, 0, 1}),
    ({of((E, "x")): 1, EMPTY: -1}, X_POSITIVE, {1}),
    ({of((E, "x")): 1, EMPTY: -1}, X_AT_LEAST_0, {0, 1}),
    ({of((E, "x")): 1}, ANYWHERE, {1}),
    ({of((E, "x")): 1, EMPTY: -1}, Interval(high=End(0)), {-1, 0}),
    ({of((E, "x")): 1, EMPTY: -1}, ANYWHERE, {-1, 0, 1}),
]


@pytest.mark.parametrize("poly, within, expected", SIGNS_OF_POWERS, ids=str)
def test_signs_of_powers(poly, within, expected):
    assert signs_within(poly, lambda _: within) == expected


@pytest.mark.parametrize(
    "top, signs, expected",
    [
        ({of(("x", 1)): 2, EMPTY: -1}, {1}, Interval(low=End(Fraction(1, 2), True))),
        ({of(("x", 1)): 2, EMPTY: -1}, {0, 1}, Interval(low=End(Fraction(1, 2)))),
        ({of(("x", 1)): -2, EMPTY: 1}, {0, 1}, Interval(high=End(Fraction(1, 2)))),
        ({of(("x", 1)): 1}, {-1, 0}, Interval(high=End(0))),
        ({of(("x", 1)): -1}, {-1}, Interval(low=End(0, True))),
        ({of(("x", 1)): 1, EMPTY: -3}, {0}, Interval(End(3), End(3))),
        ({of(("x", 1)): 1}, {-1, 1}, None),
        ({of(("x", 2)): 1, EMPTY: -1}, {1}, None),
        ({of(("x", 1), ("y", 1)): 1, EMPTY: -1}, {1}, None),
        ({of(("x", 1)): 1, of(("y", 1)): 1}, {1}, None),
        ({EMPTY: 1}, {1}, None),
    ],
)
def test_where_an_atom_lies_of_which_a_linear_form_has_a_sign(top, signs, expected):
    assert where(top, frozenset(signs)) == (None if expected is None else ("x", expected))


def test_what_lies_in_both_of_two_intervals():
    assert narrowed(Interval(End(0), End(5)), Interval(End(1, True), End(7))) == Interval(End(1, True), End(5))
    for one, other in ((End(0, True), End(0)), (End(0), End(0, True))):
        assert narrowed(Interval(one, one), Interval(other, other)) == Interval(End(0, True), End(0, True))


def test_an_exponential_is_below_1_where_its_exponent_is_negative():
    given = assumed((("Lt", 0, "a"), ("Lt", "a", 1), ("Lt", "t", 0), ("Le", "s", 0)), ())
    left = ("Add", ("exp", "t"), ("Mul", -1, "a", ("exp", "t")))
    assert holds(given, ("Lt", left, 1)) and holds(given, ("Lt", 0, left))
    assert holds(given, ("Le", ("Mul", "a", ("exp", "s")), 1)) and not holds(given, ("Lt", ("exp", "s"), 1))
    assert not holds(given, ("Lt", ("Mul", "a", ("exp", ("Mul", -1, "t"))), 1))
