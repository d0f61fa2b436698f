"""Γ, ψ and ψ′ at arguments that differ by integers, brought to the least of them by the recurrences; Γ at twice another
argument by the duplication formula; C(n, k) with a known k as a product.

>>> from sympy import symbols
>>> from mlce_sym.border.given import Given
>>> from mlce_sym.border.nodes import Lt
>>> from mlce_sym.prover.derivation import reflexivity
>>> a = symbols("a")
>>> recurred(reflexivity(Given((Lt(0, a),)), gamma(a + 2)), frozenset({a})).rhs
a*(a + 1)*gamma(a)
"""

from __future__ import annotations

from sympy import Basic, Expr, Integer, Rational, binomial, gamma, polygamma

from .. import rules
from ..border.binding import occurrences
from ..border.rule import Rule
from ..terms.errors import Refused
from .derivation import Algebra, Derivation, reflexivity, rewritten
from .justification import first_of, first_place, onto, use
from .logic import equal

MOST_STEPS, MOST_FEW = 60, 10
RECURRENCES: dict[int | None, Rule] = {
    -1: rules.gamma_recurrence,
    0: rules.digamma_recurrence,
    1: rules.trigamma_recurrence,
}


def arguments(term: Basic) -> frozenset[Expr]:
    """The arguments of Γ, ψ and ψ′ in a term."""
    return frozenset(x for part in occurrences(term) if (x := _argument(part)) is not None)


def doubled(theorem: Derivation, others: frozenset[Expr]) -> Derivation:
    """Γ(2 x) by Γ(x) and Γ(x + 1/2), where one of these, or an integer more, is an argument, too."""
    for part in dict.fromkeys(occurrences(theorem.rhs)):
        if isinstance(part, gamma) and any(_is_half(part.args[0], other) for other in others):
            longer = first_place(theorem, use(rules.gamma_duplication, x=part.args[0] / 2), part)
            theorem = longer or theorem
    return theorem


def _is_half(whole: Expr, other: Expr) -> bool:
    """Is the other one half of the whole, with an integer or half of one more? Not of a number."""
    return not whole.is_number and isinstance((2 * other - whole).expand(), Integer)


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


def alike(theorem: Derivation, target: Basic) -> Derivation | None:
    """The target for the right side, where both are equal by the gamma function and its recurrence."""
    try:
        sides = [_by_gamma(side) for side in (theorem, reflexivity(theorem.given, target))]
    except Refused:
        return None
    least = frozenset().union(*(arguments(side.rhs) for side in sides))
    left, right = (recurred(side, least) for side in sides)
    return onto(rewritten(left, (), Algebra(), target=right.rhs), right) if equal(left.rhs, right.rhs) else None


def _by_gamma(theorem: Derivation) -> Derivation:
    by = (rules.factorial_by_gamma, rules.binomial_by_gamma)
    while (longer := next(first_of(theorem, by), None)) is not None:
        theorem = longer
    return theorem


def with_few(theorem: Derivation) -> Derivation | None:
    """A binomial coefficient C(n, k) with a small number k as a product."""
    for part in dict.fromkeys(occurrences(theorem.rhs)):
        if isinstance(part, binomial) and isinstance(part.args[1], Integer) and 0 <= part.args[1] <= MOST_FEW:
            longer = first_place(theorem, use(rules.binomial_by_product), part)
            if longer is not None:
                return longer
    return None
