"""Quotients of polynomials: exact arithmetic, powers, and limits of size."""

from fractions import Fraction

import pytest

from mlce_sym.oracle.quotients import (
    MOST_TERMS,
    UNIT,
    TooLarge,
    atom,
    inverse,
    minus,
    number,
    plus,
    primes,
    ratio_of,
    times,
    to_power,
)

x, y, z = map(atom, "xyz")
one, half = number(1), number(Fraction(1, 2))


def test_arithmetic():
    square = times(plus(x, y), plus(x, y))
    assert square == plus(plus(times(x, x), times(y, y)), times(number(2), times(x, y)))
    assert minus(square, square) == number(0)
    assert times(x, inverse(x)) == one
    assert times(plus(x, y), inverse(plus(y, x))) == one
    with pytest.raises(ZeroDivisionError):
        inverse(minus(x, x))


def test_a_quotient_by_one_term_is_a_polynomial_with_negative_powers():
    assert times(plus(x, y), inverse(x)).bottom == UNIT
    assert times(x, inverse(plus(x, y))).bottom != UNIT


def test_constants():
    assert number(Fraction(3, 4)).constant() == Fraction(3, 4)
    assert number(0).constant() == 0
    assert x.constant() is None and inverse(plus(x, one)).constant() is None


def test_powers():
    assert to_power(plus(x, y), number(2)) == times(plus(x, y), plus(x, y))
    assert to_power(to_power(x, half), number(2)) == x
    assert to_power(to_power(x, number(2)), half) != x
    assert times(to_power(x, y), to_power(x, minus(number(3), y))) == to_power(x, number(3))
    assert to_power(number(8), half) == times(number(2), to_power(number(2), half))
    assert to_power(plus(x, one), number(0)) == to_power(x, number(0)) == one


@pytest.mark.parametrize(
    "power", [lambda: to_power(plus(x, y), number(61)), lambda: to_power(number(2), number(10**9))]
)
def test_what_would_be_too_large_is_refused(power):
    with pytest.raises(TooLarge):
        power()


def test_a_product_of_too_many_terms_is_refused():
    long = one
    for name in range(6):
        long = times(long, plus(one, atom(name)))
    assert len(long.top) == 64 and MOST_TERMS < 64 * 64
    with pytest.raises(TooLarge):
        times(long, long)


def test_primes_of_a_rational_number():
    assert primes(Fraction(12, 25)) == [(2, 2), (3, 1), (5, -2)]
    assert primes(Fraction(1009 * 1013)) == [(1009 * 1013, 1)]


def test_ratios():
    assert ratio_of(times(number(3), plus(x, y)), plus(x, y)) == 3
    assert ratio_of(plus(x, y), minus(x, y)) is None
    assert ratio_of(number(0), x) is None and ratio_of(x, number(0)) is None
