"""When a term is defined (`docs/certificate.md`, Definedness), and what of that does not follow from what is given.

>>> from mlce_sym.logic.given import assumed
>>> given = assumed((("Lt", 0, "x"),), ())
>>> undefined(given, ("log", "x")), undefined(given, ("Pow", ("Add", "x", -1), -1))
(None, ('Ne', ('Add', 'x', -1), 0))
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ..terms.terms import Term, children, is_binder
from .entailment import holds
from .given import Given, opened
from .smoothness import differentiable


@lru_cache(maxsize=50_000)
def undefined(given: Given, term: Term) -> Term | None:
    """A condition of the term's being defined that does not follow, or None. A defined name needs those of its body."""
    if type(term) is int:
        return None
    if is_binder(term):
        return undefined(given, term[2]) or _in_bodies(given, term) or _rough(given, term)
    for part in children(term):
        if (unmet := undefined(given, part)) is not None:
            return unmet
    unmet = next((c for c in _own_conditions(term) if not holds(given, c)), None)
    body = given.unfolded(term)
    return unmet if unmet is not None or body is None else undefined(given, body)


def _in_bodies(given: Given, term: Term) -> Term | None:
    inside, bodies = opened(given, term)
    for body in bodies:
        if (unmet := undefined(inside, body)) is not None:
            return unmet
    return next((c for c in _of_probabilities(term[0], bodies) if not holds(inside, c)), None)


def _of_probabilities(head: str, bodies: tuple[Term, ...]) -> Iterator[Term]:
    if head in ("Entropy", "CrossEntropy", "KLDivergence"):
        yield ("Le", 0, bodies[0])
        yield from (("Lt", 0, body) for body in bodies[1:])


def _rough(given: Given, term: Term) -> Term | None:
    """A derivative or integral itself, where its function is not seen to be smooth on its set."""
    return term if term[0] in ("Derivative", "Integral") and not differentiable(given, term) else None


def _own_conditions(term: Term) -> Iterator[Term]:
    """What a node itself needs, where its parts are defined."""
    if type(term) is str:
        return
    if term[0] == "log" or (term[0] == "Pow" and type(term[2]) is not int):
        yield ("Lt", 0, term[1])
    elif term[0] == "Pow" and term[2] < 0:
        yield ("Ne", term[1], 0)
    elif term[0] == "Near":
        yield ("Member", term[2], term[1])
    elif term[0] == "Between":
        yield ("Le", term[1], term[2])
    elif term[0] == "Range":
        yield from (
            ("Member", term[1], "Integers"),
            ("Member", term[2], "Integers"),
            ("Le", ("Add", term[1], -1), term[2]),
        )
