"""When a term is defined (`docs/certificate.md`, Definedness), and what of that does not follow from what is given.

>>> from mlce_sym.logic.given import assumed
>>> given = assumed((("Lt", 0, "x"),), ())
>>> undefined(given, ("log", "x")), undefined(given, ("Pow", ("Add", "x", -1), -1))
(None, ('Ne', ('Add', 'x', -1), 0))
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ..functions import FUNCTIONS
from ..terms.terms import Term, children, free, is_a, is_binder
from .entailment import holds
from .given import Given, at_arguments, opened_as
from .smoothness import differentiable


def undefined(given: Given, term: Term) -> Term | None:
    """A condition of the term's being defined that does not follow, or None."""
    return next(iter(missing(given, term)), None)


@lru_cache(maxsize=50_000)
def missing(given: Given, term: Term) -> tuple[Term, ...]:
    """The conditions of the term's being defined that do not follow; a defined name needs those of its body."""
    if type(term) is int:
        return ()
    if is_binder(term):
        return (*missing(given, term[2]), *_in_bodies(given, term), *_rough(given, term), *_infinite(given, term))
    parts = (condition for part in children(term) for condition in missing(given, part))
    own = (condition for condition in _own_conditions(term) if not holds(given, condition))
    body = given.unfolded(term)
    return tuple(dict.fromkeys((*parts, *own, *(() if body is None else missing(given, body)))))


def _in_bodies(given: Given, term: Term) -> Iterator[Term]:
    """What the bodies of a binder need, for every element of its domain."""
    inside, variable, bodies = opened_as(given, term)
    of_parts = (condition for body in bodies for condition in missing(inside, body))
    own = (condition for condition in _of_probabilities(term[0], bodies) if not holds(inside, condition))
    for condition in (*of_parts, *own):
        yield ("ForAll", variable, term[2], condition) if variable in free(condition) else condition


def _of_probabilities(head: str, bodies: tuple[Term, ...]) -> Iterator[Term]:
    if head in ("Entropy", "CrossEntropy", "KLDivergence"):
        yield ("Le", 0, bodies[0])
        yield from (("Lt", 0, body) for body in bodies[1:])


def _rough(given: Given, term: Term) -> Iterator[Term]:
    """That the function of a derivative or integral is smooth on its set, where that is not seen."""
    if term[0] in ("Derivative", "Integral") and not differentiable(given, term):
        yield ("Smooth", *term[1:])


def _infinite(given: Given, term: Term) -> Iterator[Term]:
    """That an infinite sum or integral converges absolutely, and what makes sense of that, where it is not seen."""
    head, variable, domain, body = term[0], term[1], term[2], term[-1]
    if head == "ImproperIntegral" and is_a(domain, "Interval") and not holds(given, ("Le", *domain[1:])):
        yield ("Le", *domain[1:])
    if head == "ImproperIntegral" or (head == "Sum" and is_a(domain, "From")):
        condition = ("Converges", variable, domain, body)
        if not holds(given, condition):
            yield condition


def _own_conditions(term: Term) -> Iterator[Term]:
    """What a node itself needs, where its parts are defined."""
    if type(term) is str:
        return
    if term[0] == "log" or (term[0] == "Pow" and type(term[2]) is not int):
        yield ("Lt", 0, term[1])
    elif term[0] == "Pow" and term[2] < 0:
        yield ("Ne", term[1], 0)
    elif term[0] in FUNCTIONS:
        yield from at_arguments(term, FUNCTIONS[term[0]].where)
    elif term[0] == "Near":
        yield ("Member", term[2], term[1])
    elif term[0] == "Between":
        yield ("Le", term[1], term[2])
    elif term[0] == "From":
        yield ("Member", term[1], "Integers")
    elif term[0] == "Range":
        yield from (
            ("Member", term[1], "Integers"),
            ("Member", term[2], "Integers"),
            ("Le", term[1] - 1 if type(term[1]) is int else ("Add", term[1], -1), term[2]),
        )
