"""Polynomials as plain data: sums, what divides every term, and the terms that write them."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest

from mlce_sym.logic.polynomials import (
    EMPTY,
    MOST_BITS,
    MOST_TERMS,
    UNIT,
    Quotient,
    added,
    constant,
    content_of,
    monomial_content,
    ordered,
    primes,
    primitive,
    proportion,
    scaled,
    short,
    single,
    stripped,
    term_of,
)
from mlce_sym.terms.terms import TooLarge

X, Y = frozenset((("x", 1),)), frozenset((("y", 1),))
X2, XY = frozenset((("x", 2),)), frozenset((("x", 1), ("y", 1)))


def test_sums_have_no_zero_terms():
    assert added({X: 1, Y: 2}, {X: -1, EMPTY: 3}) == {Y: 2, EMPTY: 3}
    assert added({X: 1}, {X: 2}) == {X: 3}
    assert scaled({X: 2}, 3) == {X: 6} and scaled({X: 2}, 0) == {}
    many = {frozenset(((f"x{i}", 1),)): 1 for i in range(MOST_TERMS)}
    assert len(added(many, {})) == MOST_TERMS
    with pytest.raises(TooLarge):
        added(many, {Y: 1})


def test_proportion():
    assert proportion({X: 2, Y: 4}, {X: 1, Y: 2}) == 2
    assert proportion({X: 1, Y: 2}, {X: 2, Y: 4}) == Fraction(1, 2)
    for a, b in (({X: 2, Y: 3}, {X: 1, Y: 2}), ({X: 1}, {Y: 1}), ({X: 1}, {X: 1, Y: 1}), ({}, {})):
        assert proportion(a, b) is None


def test_what_divides_every_term():
    k, k_and_x = frozenset((("x", "k"),)), frozenset((("x", "k"), ("y", 1)))
    assert primitive({X2: 3, XY: 1}) == (X, {X: 3, Y: 1})
    assert primitive({X: 1, Y: 1}) == (EMPTY, {X: 1, Y: 1})
    assert primitive({k: 1, k_and_x: 2}) == (k, {EMPTY: 1, Y: 2})
    assert monomial_content({k: 1, X: 1}) == EMPTY
    assert primitive({frozenset((("x", -1),)): 1, X: 1}) == (frozenset((("x", -1),)), {EMPTY: 1, X2: 1})
    assert stripped({X2: 5}, X) == {X: 5}


def test_numbers():
    assert content_of({X: 4, Y: Fraction(6, 5)}) == Fraction(2, 5)
    assert content_of({X: -4}) == 4 and content_of({}) == 1
    assert primes(Fraction(12, 5)) == ((2, 2), (3, 1), (5, -1))
    assert primes(1) == () and primes(49) == ((7, 2),) and primes(1009**2) == ((1009**2, 1),)
    assert constant(0) == Quotient({}) and constant(3).rational() == 3 and Quotient({}).rational() == 0
    assert single("x").rational() is None and Quotient({EMPTY: 2}, {X: 1, EMPTY: 1}).rational() is None


def test_terms():
    assert term_of(Quotient({})) == 0
    assert term_of(constant(1)) == 1
    assert term_of(single("x")) == "x"
    assert term_of(single("x", 2)) == ("Pow", "x", 2)
    assert term_of(Quotient({X: -1})) == ("Mul", -1, "x")
    assert term_of(Quotient({XY: 1})) == ("Mul", "x", "y")
    assert term_of(Quotient({frozenset((name, 1) for name in "hgfedcba"): 1})) == ("Mul", *"abcdefgh")
    for two in combinations("abcdefgh", 2):
        assert term_of(Quotient({frozenset((name, 1) for name in two): 1})) == ("Mul", *two)
    total = term_of(Quotient({X: 2, EMPTY: Fraction(1, 2)}, {X: 1, Y: 1}))
    assert total == ("Mul", ("Add", ("Rational", 1, 2), ("Mul", 2, "x")), ("Pow", ("Add", "x", "y"), -1))
    assert [m for m, _ in ordered({Y: 1, X: 1, EMPTY: 1})] == [EMPTY, X, Y]
    assert UNIT == {EMPTY: 1}


def test_a_quotient_that_is_a_number():
    assert Quotient({}).rational() == Quotient({}, {X: 1, EMPTY: 1}).rational() == 0
    assert Quotient({EMPTY: 5}).rational() == 5 and constant(Fraction(1, 2)).rational() == Fraction(1, 2)
    for other in (Quotient({X: 1}), Quotient({X: 1, EMPTY: 1}), Quotient({EMPTY: 5}, {EMPTY: 1, X: 1})):
        assert other.rational() is None
    assert constant(0) == Quotient({}) and single("x") == Quotient({X: 1}) and single("x", 2) == Quotient({X2: 1})


def test_numbers_have_a_greatest_length():
    longest = 2**MOST_BITS - 1
    assert short(longest) == longest and short(-longest) == -longest and short(Fraction(1, longest)).numerator == 1
    for value in (longest + 1, -longest - 1, Fraction(1, longest + 1)):
        with pytest.raises(TooLarge, match=r"^a number is too long$"):
            short(value)


def test_the_order_of_terms():
    assert ordered({}) == [] and ordered({X: 1}) == [(X, 1)]
    poly = {XY: 1, Y: 2, X: 3, EMPTY: 4}
    assert ordered(poly) == [(EMPTY, 4), (X, 3), (XY, 1), (Y, 2)]
    assert ordered(dict(reversed(poly.items()))) == ordered(poly)
