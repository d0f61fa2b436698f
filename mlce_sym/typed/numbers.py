"""Numbers that stay small: SymPy computes powers and factorials of numbers at once, however long that takes.

May import SymPy and mistyped.

>>> from sympy import Integer, Symbol
>>> power(Source("--density", "y^2"), 1, Symbol("y"), Integer(2))
y**2
>>> power(Source("--density", "10^1000"), 2, Integer(10), Integer(1000))
Traceback (most recent call last):
mlce_sym.typed.mistyped.Mistyped: --density:1:3: this number is too large here; write one between -400 and 400
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from sympy import Abs, E, I, Number, Pow, Rational, exp, log, nan, oo, zoo

from .mistyped import Part, Source

MOST = 400  # digits of a number, and the size of a number in an exponent or a function
LARGEST = 10**MOST


def number(source: Source, at: int | Part, text: str) -> Any:
    """The exact number of a numeral such as 12, 0.5 or 1e-3."""
    if len(text) > MOST:
        raise source.wrong(at, f"a number may have at most {MOST} digits; write it shorter")
    value = Fraction(text)
    return checked(source, at, Rational(value.numerator, value.denominator))


def power(source: Source, at: int | Part, base: Any, exponent: Any) -> Any:
    """The base to the exponent, where no number in it can grow large."""
    small(source, at, exponent)
    grows = exponent.has(log) or (base != E and base.atoms(Number))
    if grows and any(abs(part) > MOST for part in exponent.atoms(Rational)):
        raise _too_large(source, at)
    return exp(exponent) if base == E else Pow(base, exponent)


def small(source: Source, at: int | Part, term: Any) -> Any:
    """The term, which is no large number."""
    if term.is_number and bool(Abs(term.evalf(15)) > MOST):
        raise _too_large(source, at)
    return term


def _too_large(source: Source, at: int | Part) -> Exception:
    return source.wrong(at, f"this number is too large here; write one between -{MOST} and {MOST}")


def checked(source: Source, at: int | Part, term: Any) -> Any:
    """The term, which is defined, real where it is a number, and made of numbers that are not long."""
    if term.has(nan, zoo, oo, -oo):
        raise source.wrong(at, "this is undefined, as 1/0 or log 0 is; write what has a value")
    if term.has(I) or (term.is_number and term.is_extended_real is False):
        raise source.wrong(at, "this is no real number; write what is real")
    if any(abs(part.p) >= LARGEST or part.q >= LARGEST for part in term.atoms(Rational)):
        raise source.wrong(at, f"a number may have at most {MOST} digits; write it shorter")
    return term
