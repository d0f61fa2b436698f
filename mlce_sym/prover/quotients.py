"""Products and quotients, taken apart: factors that are alike are left out, and what is below the line is compared.

Each is told how to find a theorem for a part (`lemma`), as a way to prove an equation is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from sympy import Basic, Expr, Integer, Mul, Pow, Product, Sum

from ..border.given import Given
from .derivation import Algebra, Derivation, reflexivity, rewritten

Lemma = Callable[[int, Basic, Basic], Derivation | None]


def without_common_factors(given: Given, lhs: Expr, rhs: Expr, lemma: Lemma) -> Iterator[Derivation]:
    """Products with the same Π, or the same sum below the line, are equal if the other factors are."""
    left, right = (Counter(Mul.make_args(side)) for side in (lhs, rhs))
    if not any(part.has(Product) or _is_below(part) for part in left & right):
        return
    shared, first, second = (Mul(*one.elements()) for one in (left & right, left - right, right - left))
    found = lemma(1, first, second)
    if found is not None:
        start = rewritten(reflexivity(given, lhs), (), Algebra(), target=Mul(first, shared, evaluate=False))
        step = rewritten(start, (0,), found)
        yield step if step.rhs == rhs else rewritten(step, (), Algebra(), target=rhs)


def over_one_denominator(given: Given, lhs: Expr, rhs: Expr, lemma: Lemma) -> Iterator[Derivation]:
    """Quotients are equal if what is below the line is, and what is above it."""
    below = [[part for part in Mul.make_args(side) if _is_below(part)] for side in (lhs, rhs)]
    if [len(some) for some in below] != [1, 1]:
        return
    (first,), (second,) = below
    if first == second or first.args[1] != second.args[1]:
        return
    alike = lemma(1, first.args[0], second.args[0])
    if alike is not None:
        place = (0,) if lhs == first else (lhs.args.index(first), 0)
        step = rewritten(reflexivity(given, lhs), place, alike)
        above = lemma(2, step.rhs, rhs)
        if above is not None:
            yield rewritten(step, (), above)


def _is_below(part: Basic) -> bool:
    return isinstance(part, Pow) and isinstance(part.exp, Integer) and part.exp < 0 and part.has(Sum)
