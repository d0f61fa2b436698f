"""The parts of a term: those that algebra takes as a whole, and scripts that lead from an equation to one of parts.

>>> list(leaves(("Add", ("Mul", 2, ("log", "a")), ("Pow", "b", 2))))
[2, ('log', 'a'), 'b']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..terms.errors import MlceError
from ..terms.kinds import part_sorts
from ..terms.terms import PROP, REAL, SET, Compound, Term, children, compound, is_a, rebuilt
from .scope import Scope
from .scripts import Script, block
from .terms import written

OF_EQ = {SET: "apply same_of_eq. ", PROP: "apply iff_of_eq. "}


class NoScript(MlceError, ValueError):
    """No way is known to show an equation in Coq."""


def in_steps(terms: Sequence[Term], scripts: list[Script]) -> Script:
    """A chain of equations, one script for each link."""
    links = list(zip(terms[1:], scripts, strict=True))
    lines: Script = []
    for middle, script in links[:-1]:
        lines += [f"transitivity ({written(middle)}).", *block(script)]
    return [*lines, *links[-1][1]] if links else ["reflexivity."]


def hole(scope: Scope, term: Term, number_: int) -> str:
    """The context of a part as a Coq function."""
    name = scope.fresh("z")
    parts = list(children(term))
    parts[number_] = name
    return f"(fun {name} => {written(rebuilt(term, parts))})"


def at_part(scope: Scope, term: Term, number_: int, sort: str) -> str:
    """The tactic that goes from an equation of wholes to that of their parts with this number."""
    wanted = part_sorts(term)[number_]
    if wanted == REAL:
        return f"{OF_EQ.get(sort, '')}apply (f_equal {hole(scope, term, number_)})."
    if is_a(term, "ForAll", "ArgMax", "ArgMin", "Without", "Member"):
        return f"apply {term[0]}_same."
    raise NoScript(f"a part of {compound(term)[0]}")


def bound_context(scope: Scope, term: Compound, k: int) -> str:
    """The context of an end of an index range or integral, or of the point of a derivative, as a Coq function."""
    name = scope.fresh("z")
    return f"(fun {name} => {written(with_bound(term, k, name))})"


def with_bound(term: Compound, k: int, bound: Term) -> Compound:
    head, variable, domain, *bodies = term
    return (head, variable, (*domain[:k], bound, *domain[k + 1 :]), *bodies)


def leaves(term: Term) -> Iterator[Term]:
    """The parts of a term that algebra takes as a whole, and its numbers."""
    if is_a(term, "Add", "Mul"):
        for part in term[1:]:
            yield from leaves(part)
    elif is_a(term, "Pow") and type(term[2]) is int:
        yield from leaves(term[1])
    else:
        yield term


def put(term: Term, leaf: Term, other: Term) -> Term:
    if term == leaf:
        return other
    if is_a(term, "Add", "Mul"):
        return (term[0], *(put(part, leaf, other) for part in term[1:]))
    if is_a(term, "Pow") and type(term[2]) is int:
        return ("Pow", put(term[1], leaf, other), term[2])
    return term
