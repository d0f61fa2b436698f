"""Evaluation by brute force, for tests: SymPy terms over rational numbers, nested limits from the outermost inward.

It shares nothing with the project, nor with SymPy's own `subs` and `doit`.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import prod
from typing import Any

from sympy import Add, Basic, Indexed, Integer, Mul, Pow, Product, Rational, Sum, Symbol
from sympy.core.function import AppliedUndef


class Undefined(Exception):
    """Division by zero, or a range that makes no sense."""


def value(term: Basic, env: Mapping[Any, Any]) -> Fraction:
    """The value where env gives symbols Fractions, and entries "x" and functions "f" functions of their arguments."""
    if isinstance(term, Rational):
        return Fraction(int(term.p), int(term.q))
    if isinstance(term, Symbol):
        return Fraction(env[term])
    if isinstance(term, Indexed):
        return Fraction(env[str(term.base.label)](*(value(index, env) for index in term.indices)))
    if isinstance(term, AppliedUndef):
        return Fraction(env[str(term.func)](*(value(argument, env) for argument in term.args)))
    if isinstance(term, (Add, Mul)):
        return (sum if isinstance(term, Add) else prod)(
            (value(part, env) for part in term.args), start=Fraction(term.identity)
        )
    if isinstance(term, Pow):
        return _power(value(term.base, env), term.exp)
    assert isinstance(term, (Sum, Product)), term
    return _series(term, env)


def _power(base: Fraction, exponent: Basic) -> Fraction:
    assert isinstance(exponent, Integer)
    if base == 0 and exponent < 0:
        raise Undefined("division by zero")
    return base ** int(exponent)


def _series(term: Basic, env: Mapping[Any, Any]) -> Fraction:
    *inner, (variable, low, high) = term.limits
    body = type(term)(term.function, *inner) if inner else term.function
    first, last = value(low, env), value(high, env)
    if first.denominator != 1 or last.denominator != 1 or last < first - 1:
        raise Undefined("a range that makes no sense")
    parts = [value(body, {**env, variable: Fraction(i)}) for i in range(int(first), int(last) + 1)]
    return sum(parts, start=Fraction(0)) if isinstance(term, Sum) else prod(parts, start=Fraction(1))
