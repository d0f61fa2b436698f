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

from collections.abc import Callable, Iterator

from sympy import Add, Basic, Integer, KroneckerDelta, Lambda, Symbol

from .. import rules
from ..border.binding import children, fresh, names, occurrences, rebuilt, substitute
from ..border.places import Place, given_at, part_at
from ..terms.errors import Refused
from .derivation import Derivation, reflexivity, rewritten
from .justification import Use, first_place, use
from .lemmas import name_for

MOST_STEPS = 60
Attempt = Callable[[Derivation, Use, Basic], Derivation | None]


def in_place(theorem: Derivation) -> Derivation:
    """given ⊢ lhs = rhs, where no entry stands twice for itself in rhs."""
    for _ in range(MOST_STEPS):
        longer = next(_further(theorem), None) or next(_further(theorem, together), None)
        if longer is None:
            break
        theorem = longer
    return theorem


def _further(theorem: Derivation, by: Attempt = first_place) -> Iterator[Derivation]:
    parts = (part for part in occurrences(theorem.rhs) if isinstance(part, Add))
    tries = (by(theorem, how, part) for part in parts for how in _ways(part))
    return (found for found in tries if found is not None)


def together(theorem: Derivation, how: Use, part: Basic) -> Derivation | None:
    """All places in the smallest part around the first at which that can be: 1 − f/(1 + f), by which something is
    divided, is seen not to be 0 as long as it is the same f."""
    place = next(_places_of(theorem.rhs, part), ())
    for depth in range(len(place) - 1, 0, -1):
        around = place[:depth]
        try:
            inner = reflexivity(given_at(theorem.given, theorem.rhs, around), part_at(theorem.rhs, around))
            while longer := first_place(inner, how, part):
                inner = longer
            if len(inner.steps) > 1:
                return rewritten(theorem, around, inner.named(name_for(inner.lhs, inner.rhs, *inner.given.hypotheses)))
        except Refused:
            continue
    return None


def _places_of(term: Basic, part: Basic, place: Place = ()) -> Iterator[Place]:
    if term == part:
        yield place
    for number, child in enumerate(children(term)):
        yield from _places_of(child, part, (*place, number))


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
