"""Γ, ψ and ψ′ at arguments that differ by integers, brought to the least of them by the recurrences.

>>> from sympy import symbols
>>> from mlce_sym.border.given import Given
>>> from mlce_sym.border.nodes import Lt
>>> from mlce_sym.prover.derivation import reflexivity
>>> a = symbols("a")
>>> recurred(reflexivity(Given((Lt(0, a),)), gamma(a + 2)), frozenset({a})).rhs
a*(a + 1)*gamma(a)
"""

from __future__ import annotations

from sympy import Basic, Expr, Integer, Rational, gamma, polygamma

from .. import rules
from ..border.binding import occurrences
from ..border.rule import Rule
from .chain import first_place, use
from .derivation import Derivation

MOST_STEPS = 60
RECURRENCES: dict[int | None, Rule] = {
    -1: rules.gamma_recurrence,
    0: rules.digamma_recurrence,
    1: rules.trigamma_recurrence,
}


def arguments(term: Basic) -> frozenset[Expr]:
    """The arguments of Γ, ψ and ψ′ in a term."""
    return frozenset(x for part in occurrences(term) if (x := _argument(part)) is not None)


def recurred(theorem: Derivation, least: frozenset[Expr]) -> Derivation:
    """Every Γ(x + m), ψ(x + m) and ψ′(x + m), m a positive integer, brought down to x, where x is 1/2 or among the
    least."""
    for _ in range(MOST_STEPS):
        longer = _further(theorem, least | {Rational(1, 2)})
        if longer is None:
            break
        theorem = longer
    return theorem


def _further(theorem: Derivation, least: frozenset[Expr]) -> Derivation | None:
    for part in dict.fromkeys(occurrences(theorem.rhs)):
        x = _argument(part)
        if x is not None and any(_is_above(x, low) for low in least):
            longer = first_place(theorem, use(RECURRENCES[_order(part)], x=x - 1), part)
            if longer is not None:
                return longer
    return None


def _order(part: Basic) -> int | None:
    """−1 for Γ(x), and m for the derivative of order m of ψ."""
    if isinstance(part, gamma):
        return -1
    order = part.args[0] if isinstance(part, polygamma) else None
    return int(order) if isinstance(order, Integer) else None


def _argument(part: Basic) -> Expr | None:
    """x, where the part is Γ(x), ψ(x) or ψ′(x)."""
    x = part.args[-1] if _order(part) in RECURRENCES else None
    return x if isinstance(x, Expr) else None


def _is_above(one: Expr, other: Expr) -> bool:
    difference = (one - other).expand()
    return isinstance(difference, Integer) and difference > 0
