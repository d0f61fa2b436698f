"""Derivatives worked out by the rules of calculus.

May import everything below the prover, and chains.

>>> from sympy import S, Symbol, exp
>>> from mlce_sym.given import Given
>>> from mlce_sym.kernel import reflexivity
>>> from mlce_sym.nodes import derivative
>>> t, nothing = Symbol("t"), Given()
>>> worked_out(reflexivity(nothing, derivative(t * exp(2 * t), t, S.Reals, at=0)))
DerivativeAt(t*exp(2*t), (t, Reals near 0)) = 1
"""

from __future__ import annotations

from .. import rules
from ..binding import occurrences
from ..kernel import Theorem
from ..nodes import DerivativeAt
from .chain import first_place, use

STEPS = tuple(
    map(
        use,
        (
            *(rules.derivative_of_constant, rules.derivative_of_variable, rules.derivative_of_finite_sum),
            *(rules.derivative_of_sum, rules.derivative_of_multiple, rules.derivative_of_log, rules.derivative_of_exp),
            *(rules.derivative_of_reciprocal, rules.derivative_of_square, rules.derivative_of_power),
            rules.derivative_of_product,
        ),
    )
)
MOST_STEPS = 300


def worked_out(theorem: Theorem) -> Theorem:
    """The right side with derivatives replaced, as far as the rules go."""
    while len(theorem.steps) < MOST_STEPS and any(isinstance(part, DerivativeAt) for part in occurrences(theorem.rhs)):
        longer = next((found for how in STEPS if (found := first_place(theorem, how)) is not None), None)
        if longer is None or longer.rhs == theorem.rhs:
            break
        theorem = longer
    return theorem
