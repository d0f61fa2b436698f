"""Products of square roots as one root, as people write them.

>>> from sympy import pi, sqrt, symbols
>>> s, x = symbols("s x")
>>> in_one_root(x / sqrt(2 * pi * s)), in_one_root(3 * sqrt(x))
(x/sqrt(2*pi*s), 3*sqrt(x))
>>> in_one_root(sqrt(s / x) / sqrt(2 * pi))
sqrt(s/((2*pi*x)))
"""

from __future__ import annotations

from math import isqrt
from typing import Any

from sympy import Basic, Expr, Integer, Mul, Pow, Rational, S


def in_one_root(term: Basic) -> Any:
    """The term with √2/(2 √π √s) as 1/√(2πs), for terms that are only shown: SymPy would take it apart again."""
    return term.replace(lambda part: isinstance(part, Mul), _joined, simultaneous=False)


def _joined(product: Expr) -> Expr:
    roots = [part for part in product.args if isinstance(part, Pow) and part.exp in (S.Half, -S.Half)]
    number = product.as_coeff_Mul()[0]
    if len(roots) < 2 or not (isinstance(number, Rational) and number > 0):
        return product
    above, below = ([part.base for part in roots if part.exp == sign * S.Half] for sign in (1, -1))
    square = number**2 * Mul(*(base for base in above if base.is_Integer))
    top, bottom = map(int, square.as_numer_denom())
    names = [base for base in above if not base.is_Integer]
    rest = [part for part in product.args if part not in roots and part != number]
    if below and (names or isqrt(top) ** 2 != top):
        tops, bottoms = ([base.as_numer_denom()[place] for base in names] for place in (0, 1))
        under = _product(bottom, [*below, *(part for part in bottoms if part != 1)])
        whole = Mul(*_times(top, tops), Pow(under, -1, evaluate=False), evaluate=False)
        return Mul(Pow(whole, S.Half, evaluate=False), *rest, evaluate=False)
    return Mul(*_root(top, names, S.Half), *rest, *_root(bottom, below, -S.Half), evaluate=False)


def _root(number: int, inside: list[Expr], exponent: Expr) -> tuple[Expr, ...]:
    """(number · inside)^exponent, or nothing for 1."""
    value = Integer(number) ** exponent
    if inside:
        return (Pow(_product(number, inside), exponent, evaluate=False),)
    return () if value == 1 else (value,)


def _product(number: int, inside: list[Expr]) -> Expr:
    return Mul(*_times(number, inside), evaluate=False) if number != 1 or len(inside) > 1 else inside[0]


def _times(number: int, inside: list[Expr]) -> tuple[Expr, ...]:
    return (*((Integer(number),) if number != 1 else ()), *inside)
