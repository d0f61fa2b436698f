"""Bounded work: SymPy computes powers and factorials of numbers at once, and asks for signs, however long that takes.

>>> from sympy import Integer, Symbol
>>> power(Source("--density", "y^2"), 1, Symbol("y"), Integer(2))
y**2
>>> power(Source("--density", "10^1000"), 2, Integer(10), Integer(1000))
Traceback (most recent call last):
mlce_sym.reading.typed.mistyped.Mistyped: --density:1:3: this number is too large here; write one between -400 and 400
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from sympy import E, I, Mul, Pow, Rational, exp, log, nan, oo, preorder_traversal, zoo

from .mistyped import Mistyped, Part, Source

MOST = 400  # digits of a number, and the size of a number in an exponent or a function
LARGEST = 10**MOST
FINEST = 1000  # the denominator of a number in the exponent of a number
MOST_PARTS, HIGHEST, STEEPEST, LONGEST = 60, 3, 10, 10**12


def number(source: Source, at: int | Part, text: str) -> Any:
    """The exact number of a numeral such as 12, 0.5 or 1e-3."""
    if len(text) > MOST:
        raise source.wrong(at, f"a number may have at most {MOST} digits; write it shorter")
    value = Fraction(text)
    return checked(source, at, Rational(value.numerator, value.denominator))


def power(source: Source, at: int | Part, base: Any, exponent: Any) -> Any:
    """The base to the exponent, where no number in it can grow large."""
    small(source, at, exponent)
    grows = _multiplies(base) or any(_multiplies(part.args[0]) for part in exponent.atoms(log))
    if grows and any(abs(part) > MOST or part.q > FINEST for part in exponent.atoms(Rational)):
        raise _too_large(source, at)
    if base == E:
        return made(exp, exponent)
    return Pow(base, exponent) if exponent.is_Integer else made(Pow, base, exponent)


def _multiplies(term: Any) -> bool:
    """Whether a power of the term is one of a number, as (2 y)^k is: SymPy raises numbers at once."""
    factors = (factor.base if isinstance(factor, Pow) else factor for factor in Mul.make_args(term))
    return any(
        _multiplies(part) if part.is_Mul or part.is_Pow else part.is_number and part not in (E, -1) for part in factors
    )


def small(source: Source, at: int | Part, term: Any) -> Any:
    """The term, which is no large number."""
    if term.is_number and abs(term.evalf(15)) > MOST:
        raise _too_large(source, at)
    return term


def _too_large(source: Source, at: int | Part) -> Mistyped:
    return source.wrong(at, f"this number is too large here; write one between -{MOST} and {MOST}")


def checked(source: Source, at: int | Part, term: Any) -> Any:
    """The term, which is defined, real where it is a number, and made of numbers that are not long."""
    if term.has(nan, zoo, oo, -oo):
        raise source.wrong(at, "this is undefined, as 1/0 or log 0 is; write what has a value")
    if term.has(I) or (term.is_number and not term.evalf(15).is_Float and not term.is_Rational):
        raise source.wrong(at, "this is no real number; write what is real")
    if any(abs(part.p) >= LARGEST or part.q >= LARGEST for part in term.atoms(Rational)):
        raise source.wrong(at, f"a number may have at most {MOST} digits; write it shorter")
    return term


def made(function: Any, *arguments: Any) -> Any:
    """The function of the arguments, evaluated as SymPy does it if they are simple; else what SymPy asks of them, such
    as whether an argument is positive, may take it minutes."""
    several = len(arguments) > 1 and function is not Pow  # binomial(e, 400) would be multiplied out
    irrational = several and any(part.is_number and not part.is_Rational for part in arguments)
    return function(*arguments, evaluate=not irrational and all(map(_is_simple, arguments)))


def simple(source: Source, at: int | Part, term: Any, where: str) -> Any:
    """The term, which is simple, since SymPy asks for its sign again and again `where` it stands."""
    if not _is_simple(term):
        raise source.wrong(at, f"this is too involved {where}; write it with fewer powers and functions")
    return term


def _is_simple(term: Any) -> bool:
    parts = list(preorder_traversal(term))
    scripts = (part.exp for part in parts if isinstance(part, Pow) and part.exp.is_Rational)
    longest = max((max(abs(part.p), part.q) for part in term.atoms(Rational)), default=0)
    is_small = len(parts) <= MOST_PARTS and _height(term) <= HIGHEST and longest <= LONGEST
    return is_small and all(abs(script) <= STEEPEST for script in scripts)


def _height(term: Any) -> int:
    """How deep powers and functions are nested."""
    below = max(map(_height, term.args), default=0)
    return below if term.is_Add or term.is_Mul or not term.args else below + 1
