"""One lemma for each step of a proof: the part at the step's place is replaced by what its justification gives."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from ..kernel.claims import Step
from ..logic.given import cases
from ..terms.kinds import part_sorts
from ..terms.places import Place, replaced
from ..terms.terms import REAL, SET, Compound, Term, children, compound, is_a, is_binder, rebuilt, substitute
from .equality import equal, extensionality
from .order import arranged
from .parts import OF_EQ, NoScript, at_part, in_steps
from .scope import Scope
from .scripts import Script, blocks
from .terms import OVER_RANGE, guarded, written
from .used import Known, Used, applied, used_by


def proof_of(scope: Scope, step: Step, sort: str, earlier: Mapping[str, Known]) -> Script:
    """The proof of the lemma `before = after`."""
    if step.kind == "procedure":
        return equal(scope, arranged(step.before), arranged(step.after), sort)
    start, end = (step.after, step.before) if step.reverse else (step.before, step.after)
    first, names = opened(scope, start, step.place)
    used = used_by(scope, step, names, earlier)
    source, result = (replaced(first, step.place, guarded(side)) for side in (used.source, used.result))
    terms = [arranged(start), source, result, arranged(end)]
    scripts = [
        equal(scope, terms[0], source, sort),
        at_place(scope, first, step.place, used, sort),
        equal(scope, result, terms[3], sort),
    ]
    kept = [(b, s) for (a, b), s in zip(pairwise(terms), scripts, strict=True) if s != ["reflexivity."] or a is source]
    lines = in_steps([terms[0], *(term for term, _ in kept)], [s for _, s in kept])
    return ["symmetry.", *lines] if step.reverse else lines


def opened(scope: Scope, term: Term, place: Place) -> tuple[Term, dict[str, Term]]:
    """The term with bound names along a place that mean nothing else in the scope; and the new names."""
    names: dict[str, Term] = {}

    def open_along(scope: Scope, term: Term, rest: Place) -> Term:
        if not rest or isinstance(rest[0], tuple):
            return term
        child, parts = rest[0], list(children(term))
        if is_binder(term) and child > 0:
            scope, own, _ = scope.under(term[1], term[2])
            names[term[1]] = own
            parts[1:] = [substitute(body, {term[1]: own}) for body in parts[1:]]
            term = (term[0], own, *parts)
        parts[child] = open_along(scope, parts[child], rest[1:])
        return rebuilt(term, parts)

    return open_along(scope, term, place), names


def at_place(scope: Scope, term: Term, place: Place, used: Used, sort: str) -> Script:
    """A script for the equation of the term with the one side at the place, and with the other."""
    if not place:
        return applied(scope, used)
    if _of_open_set(term, place):
        return ["reflexivity."]
    length, part = _without_binders(term, place)
    if length:
        name = scope.fresh("z")
        context = f"(fun {name} => {written(replaced(term, place[:length], name))})"
        start = f"{OF_EQ.get(sort, '')}apply (f_equal {context})."
        return [start, *at_place(scope, part, place[length:], used, REAL)]
    child = place[0]
    assert isinstance(child, int)
    if is_binder(term) and child > 0:
        return _in_body(scope, term, place, used)
    if is_a(term, "Cases"):
        return _in_case(scope, term, place, used)
    return [at_part(scope, term, child, sort), *at_place(scope, children(term)[child], place[1:], used, SET)]


def _of_open_set(term: Term, place: Place) -> bool:
    """Is the place in the open set of a derivative? In Coq the derivative is the same, however the set is written."""
    return is_a(term, "Derivative") and place[:2] == (0, 0)


def _without_binders(term: Term, place: Place) -> tuple[int, Term]:
    """How far a place goes along real parts that no variable is bound in, and the part there."""
    for length, child in enumerate(place):
        if isinstance(child, tuple):
            return length + 1, term
        if _of_open_set(term, place[length:]):
            return length, term
        over_range = is_binder(term) and term[0] in OVER_RANGE
        if is_a(term, "Cases"):  # of the sides of the condition, too: they are two places deeper
            return (length, term) if child > 0 else _in_condition(term, place, length)
        if (is_binder(term) and child > 0) or (part_sorts(term)[child] == SET and not over_range):
            return length, term
        term = children(term)[child]
    return len(place), term


def _in_condition(term: Compound, place: Place, length: int) -> tuple[int, Term]:
    """A place in a side of a condition, which is a real part."""
    if len(place) < length + 2:
        raise NoScript("a condition of cases as a whole")
    side, rest = place[length + 1], place[length + 2 :]
    assert isinstance(side, int)
    further, part = _without_binders(children(term[1])[side], rest)
    return length + 2 + further, part


def _in_case(scope: Scope, term: Compound, place: Place, used: Used) -> Script:
    scripts: list[Script] = []
    for number, (case, value, _) in enumerate(cases(term), 1):
        inside, name = scope.supposing(case)
        inner = at_place(inside, value, place[1:], used, REAL) if number == place[0] else ["reflexivity."]
        scripts.append([f"intros {name}.", *inner])
    return [f"apply Cases{term[1][0]}_ext.", *blocks(scripts)]


def _in_body(scope: Scope, term: Compound, place: Place, used: Used) -> Script:
    inside, own, member = scope.under(term[1], term[2])
    scripts: list[Script] = []
    for number, body in enumerate(term[3:], 1):
        inner = (
            at_place(inside, body, place[1:], used, _sort_of_part(term, 1)) if number == place[0] else ["reflexivity."]
        )
        scripts.append([f"intros {own} {member}.", *inner])
    source = replaced(term, place, guarded(used.source))  # as it stands there, for what has to be known of it
    return extensionality(scope, compound(source), scripts)


def _sort_of_part(term: Term, child: int) -> str:
    return part_sorts(term)[child]
