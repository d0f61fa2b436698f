"""Fractions where that is exact, and numbers of mpmath."""

from __future__ import annotations

from fractions import Fraction
from math import prod
from typing import Any, TypeAlias

import mpmath
from mpmath import mp

Number: TypeAlias = Any  # a Fraction, or mpmath's mpf

DIGITS = 30
mp.dps = DIGITS
TINY = mpmath.mpf(10) ** (8 - DIGITS)  # an inexact number below that may be 0
CLOSE = mpmath.mpf(10) ** -7  # numerical limits are not better than that, to be safe
LARGEST = 10**4  # of an exponent, and of what goes into a function


class Undefined(Exception):
    """Division by zero, a range that makes no sense, a logarithm of what is not positive, …"""


class OutOfReach(Exception):
    """Numbers of so many digits cannot say what the value is, or it takes too long."""


def real(x: Number) -> Number:
    """The number as one of mpmath's."""
    return mpmath.mpf(x.numerator) / x.denominator if isinstance(x, Fraction) else x


def exactly(x: Number) -> Fraction:
    """The number that is meant by the digits of one of mpmath's, as where a function is evaluated."""
    return Fraction(*map(int, mpmath.libmp.to_rational(x._mpf_)))


def as_number(x: Any) -> Number:
    return Fraction(x) if isinstance(x, int) else x


def is_exact(*numbers: Number) -> bool:
    return all(isinstance(x, Fraction) for x in numbers)


def added(parts: list[Number]) -> Number:
    return sum(parts, start=Fraction(0)) if is_exact(*parts) else mpmath.fsum(map(real, parts))


def multiplied(parts: list[Number]) -> Number:
    return prod(parts, start=Fraction(1)) if is_exact(*parts) else mpmath.fprod(map(real, parts))


def signum(x: Number) -> int:
    """The sign. Raises OutOfReach where an inexact number may be 0."""
    if not is_exact(x) and abs(x) < TINY:
        raise OutOfReach("it may be 0")
    return int(x > 0) - int(x < 0)


def difference(x: Number, y: Number) -> Number:
    return x - y if is_exact(x, y) else real(x) - real(y)


def compared(x: Number, y: Number) -> int:
    """The sign of x − y."""
    if is_exact(x, y):
        return signum(x - y)
    gap, size = real(x) - real(y), max(1, abs(real(x)), abs(real(y)))
    return signum(gap / size)


def power(base: Number, exponent: Number) -> Number:
    """base^exponent: of any base for an integer, where 0^0 is 1, and 0 for the base 0 and a positive exponent."""
    if is_exact(exponent) and exponent.denominator == 1:
        if exponent < 0 and signum(base) == 0:
            raise Undefined("division by zero")
        return _exact_power(base, int(exponent)) if is_exact(base) else base ** int(exponent)
    if signum(base) < 0 or (base == 0 and signum(exponent) < 0):
        raise Undefined("a power of what is not positive")
    if base in (0, 1):
        return Fraction(int(base))
    within_reach(real(exponent) * mpmath.log(real(base)))
    return mpmath.power(real(base), real(exponent))


def _exact_power(base: Fraction, exponent: int) -> Fraction:
    within_reach(exponent * max(base.numerator.bit_length(), base.denominator.bit_length()))
    return base**exponent


def within_reach(x: Number) -> Number:
    if abs(x) > LARGEST:
        raise OutOfReach("too large")
    return x


def same(x: Number, y: Number) -> bool:
    """Are they equal, or as close as what is inexact can be?"""
    if is_exact(x, y):
        return bool(x == y)
    return bool(abs(real(x) - real(y)) <= CLOSE * max(1, abs(real(x)), abs(real(y))))


def differ(x: Number, y: Number) -> bool:
    """Do they differ for certain, as far as inexact numbers say?"""
    if is_exact(x, y):
        return bool(x != y)
    size = max(abs(real(x)), abs(real(y)))
    if 0 < size < TINY or size * TINY > 1:
        raise OutOfReach("two numbers that may both be 0, or as large that little makes no difference")
    return bool(abs(real(x) - real(y)) > TINY * max(1, size))
