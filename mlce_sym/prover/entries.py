"""Entries that a derivative in one of them has put where they stood, taken back.

The derivative in x_k is taken of what has (1 − δ_ik) x_i + δ_ik t for x_i; at t = x_k that is x_i again.

>>> from sympy import IndexedBase, exp, symbols
>>> from mlce_sym.border.given import Given
>>> from mlce_sym.prover.derivation import reflexivity
>>> i, k = symbols("i k"); x = IndexedBase("x")
>>> here = KroneckerDelta(i, k)
>>> in_place(reflexivity(Given(), exp((1 - here) * x[i] + here * x[k]))).rhs
exp(x[i])
"""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Add, Basic, Integer, KroneckerDelta, Lambda, Symbol

from .. import rules
from ..border.binding import children, fresh, names, occurrences, rebuilt, substitute
from .derivation import Derivation
from .justification import Use, first_place, use

MOST_STEPS = 60


def in_place(theorem: Derivation) -> Derivation:
    """given ⊢ lhs = rhs, where no entry stands twice for itself in rhs."""
    for _ in range(MOST_STEPS):
        parts = (part for part in occurrences(theorem.rhs) if isinstance(part, Add))
        tries = (first_place(theorem, how, part) for part in parts for how in _ways(part))
        longer = next((found for found in tries if found is not None), None)
        if longer is None:
            break
        theorem = longer
    return theorem


def _ways(part: Add) -> Iterator[Use]:
    """The rule, where the sum is f(i) without its indicator of i = k, and f(k) for the indicator 1."""
    deltas = {d for d in part.atoms(KroneckerDelta) if len(names(d)) > 0}
    for delta in sorted(deltas, key=str):
        elsewhere, here = (_where(part, delta, value) for value in (0, 1))
        for index, other in (delta.args, delta.args[::-1]):
            if isinstance(index, Symbol) and substitute(elsewhere, {index: other}) == here:
                yield use(rules.entry_in_its_place, i=index, k=other, f=_of(elsewhere, index))


def _where(term: Basic, delta: Basic, value: int) -> Basic:
    """The term with a value for an indicator."""
    return Integer(value) if term == delta else rebuilt(term, (_where(part, delta, value) for part in children(term)))


def _of(body: Basic, index: Symbol) -> Lambda:
    parameter = fresh(index, names(body) | {index})
    return Lambda(parameter, substitute(body, {index: parameter}))
