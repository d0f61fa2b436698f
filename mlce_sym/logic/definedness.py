"""When a term is defined (`docs/certificate.md`, Definedness), and what of that does not follow from what is given.

>>> from mlce_sym.logic.given import assumed
>>> given = assumed((("Lt", 0, "x"),), ())
>>> undefined(given, ("log", "x")), undefined(given, ("Pow", ("Add", "x", -1), -1))
(None, ('Ne', ('Add', 'x', -1), 0))
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..functions import FUNCTIONS
from ..terms.caching import lru_cache
from ..terms.terms import Compound, Term, children, compound, is_a, is_binder
from .convergence import converges, smooth
from .entailment import holds, integer
from .given import Given, at_arguments, cases, opened, opened_as, supposing
from .smoothness import for_all, rough


def follows(given: Given, proposition: Term) -> bool:
    """Is it shown to be true, provided that it is defined? That a sum or integral converges may be told, too."""
    if is_a(proposition, "ForAll") and not holds(given, proposition):
        inside, (body,) = opened(given, proposition)
        return follows(inside, body)
    return holds(given, proposition) or (is_a(proposition, "Converges") and converges(given, proposition, undefined))


def undefined(given: Given, term: Term) -> Term | None:
    """A condition of the term's being defined that does not follow, or None."""
    return next(iter(missing(given, term)), None)


@lru_cache(maxsize=600)
def missing(given: Given, term: Term) -> tuple[Term, ...]:
    """The conditions of the term's being defined that do not follow; a defined name needs those of its body."""
    if type(term) is int:
        return ()
    if is_binder(term):
        slope = rough(given, term, partial(smooth, undefined=undefined)) if is_a(term, "Derivative", "Integral") else ()
        unmet = (*missing(given, term[2]), *_in_bodies(given, term), *slope, *_infinite(given, term))
        return tuple(dict.fromkeys(unmet))
    if is_a(term, "Cases"):
        return tuple(dict.fromkeys((*missing(given, term[1]), *_in_cases(given, term))))
    parts = (condition for part in children(term) if type(part) is not int for condition in missing(given, part))
    own = (condition for condition in _own_conditions(given, term) if not holds(given, condition))
    body = given.unfolded(term)
    return tuple(dict.fromkeys((*parts, *own, *(() if body is None else missing(given, body)))))


def _in_bodies(given: Given, binder: Compound) -> Iterator[Term]:
    """What the bodies of a binder need, for every element of its domain."""
    inside, variable, bodies = opened_as(given, binder)
    of_parts = (condition for body in bodies for condition in missing(inside, body))
    own = (condition for condition in _of_probabilities(binder[0], bodies) if not holds(inside, condition))
    yield from for_all(variable, binder[2], (*of_parts, *own))


def _in_cases(given: Given, term: Compound) -> Iterator[Term]:
    """What each case needs, under its own condition, unless the other one holds; a case without a value needs that."""
    for case, value, other in cases(term):
        if other is not None and holds(given, other):
            continue
        if other is not None and is_a(value, "Undefined"):
            yield other
        else:
            yield from missing(supposing(given, case), value)


def _of_probabilities(head: str, bodies: tuple[Term, ...]) -> Iterator[Term]:
    if head in ("Entropy", "CrossEntropy", "KLDivergence"):
        yield ("Le", 0, bodies[0])
        yield from (("Lt", 0, body) for body in bodies[1:])


def _infinite(given: Given, term: Compound) -> Iterator[Term]:
    """That an infinite sum or integral converges absolutely, and what makes sense of that, where it is not seen."""
    head, variable, domain, body = term[0], term[1], term[2], term[-1]
    if head == "ImproperIntegral" and is_a(domain, "Interval") and not holds(given, ("Le", *domain[1:])):
        yield ("Le", *domain[1:])
    if head == "ImproperIntegral" or (head == "Sum" and is_a(domain, "From")):
        condition = ("Converges", variable, domain, body)
        if not follows(given, condition):
            yield condition


def _own_conditions(given: Given, term: Term) -> Iterator[Term]:
    """What a node itself needs, where its parts are defined."""
    if type(term) is str:
        return
    head, *parts = compound(term)
    if head == "log":
        yield ("Lt", 0, parts[0])
    elif head == "Pow" and integer(given, parts[1]):
        yield from () if holds(given, ("Le", 0, parts[1])) else (("Ne", parts[0], 0),)
    elif head == "Pow":
        yield ("Le" if holds(given, ("Lt", 0, parts[1])) else "Lt", 0, parts[0])
    elif head == "Undefined":
        yield ("False",)
    elif head in FUNCTIONS:
        yield from at_arguments(term, FUNCTIONS[head].where)
    elif head == "Near":
        yield ("Member", parts[1], parts[0])
    elif head == "Between":
        yield ("Le", parts[0], parts[1])
    elif head == "From":
        yield ("Member", parts[0], "Integers")
    elif head == "Range":
        low, high = parts
        yield from (("Member", low, "Integers"), ("Member", high, "Integers"))
        yield ("Le", low - 1 if type(low) is int else ("Add", low, -1), high)
