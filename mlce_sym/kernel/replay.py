"""Replaying a certificate: every step is an instance of what it names, every condition is met, everything is defined.

It shares no code with the kernel that made the certificate.

>>> from mlce_sym.kernel.replay import verify
>>> shown = {"hypotheses": [["Lt", 0, "x"]], "definitions": [], "steps": [], "lines": []}
>>> prose = {"name": "t", "title": "", "words": "", "role": "theorem"}
>>> theorem = {**shown, **prose, "lhs": ["Mul", "x", ["Pow", "x", -1]], "rhs": 1}
>>> document = {"format": "mlce-certificate", "version": 1, "name": "d", "title": "", "notation": {}}
>>> document["theorems"] = [theorem]
>>> verify(document)
Report(theorems=1, steps=0, conditions=0)
>>> verify({**document, "theorems": [{**theorem, "hypotheses": []}]})
Traceback (most recent call last):
...
mlce_sym.kernel.replay.Rejected: theorem 't': the left side is defined only where x ≠ 0, which does not follow
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise

from ..logic.algebra import equal
from ..logic.definedness import undefined
from ..logic.entailment import holds
from ..logic.given import Definition, Given, assumed, check_size, under
from ..terms.kinds import Kinds, joined, kinds, sort_of
from ..terms.places import Place, binders_around, part_at, replaced
from ..terms.terms import PROP, REAL, SET, Malformed, Term, TooLarge, alpha, free, is_a, substitute
from ..terms.words import in_words
from .document import Condition, Faulty, Step, Theorem, parse_document
from .equations import Context, Equation, Proved, Rules, equation_of, instance, name_of, require, theorem_named


class Rejected(ValueError):
    """A certificate that does not hold up; the message says in which theorem, in which step, and why."""

    def __init__(self, why: str, theorem: str = "", step: int = 0) -> None:
        where = f"theorem {theorem!r}" * bool(theorem) + f", step {step}" * bool(step)
        super().__init__(f"{where}: {why}" if where else why)
        self.why, self.theorem, self.step = why, theorem, step


@dataclass(frozen=True)
class Report:
    """What was checked: theorems, their steps, and the side conditions of the steps that were discharged."""

    theorems: int
    steps: int
    conditions: int


def verify(document: object, rules: Rules | None = None) -> Report:
    """Check a certificate in full; `rules` are rows of a rule table by name (None: the shipped). Raises Rejected."""
    try:
        theorems = parse_document(document)
        earlier: dict[str, Proved] = {}
        for theorem in theorems:
            earlier[theorem.name] = _verified(theorem, rules, earlier)
    except Faulty as problem:
        raise Rejected(str(problem), problem.theorem, problem.step) from None
    except (Malformed, TooLarge) as problem:
        raise Rejected(str(problem)) from None
    except RecursionError:
        raise Rejected("the certificate is nested too deeply") from None
    steps = [step for theorem in theorems for step in theorem.steps]
    return Report(len(theorems), len(steps), sum(len(step.conditions) for step in steps))


@contextmanager
def _blaming(theorem: str, step: int = 0) -> Iterator[None]:
    """What goes wrong inside is the fault of this step of this theorem."""
    try:
        yield
    except (Malformed, TooLarge) as problem:
        raise Faulty(str(problem), theorem, step) from None


def _verified(theorem: Theorem, rules: Rules | None, earlier: Mapping[str, Proved]) -> Proved:
    given = assumed(theorem.hypotheses, theorem.definitions)
    with _blaming(theorem.name):
        _check_definitions(theorem.definitions)
        sort, names = kinds_of_theorem(theorem)
        for hypothesis in theorem.hypotheses:
            check_size(given, hypothesis)
        for side, what in ((theorem.lhs, "the left side"), (theorem.rhs, "the right side")):
            _check_defined(given, side, what)
        _check_chain(theorem)
    context = Context(theorem, given, names, rules, earlier)
    for number, step in enumerate(theorem.steps, 1):
        with _blaming(theorem.name, number):
            _check_step(step, context, sort)
    return Proved(theorem, sort)


def _check_definitions(definitions: tuple[Definition, ...]) -> None:
    """No name is defined twice, and no definition reaches itself."""
    uses = {d.name: free(d.meaning) for d in definitions}
    require(len(uses) == len(definitions), "a name is defined twice")
    while uses:
        ready = [name for name, used in uses.items() if not used & uses.keys()]
        require(bool(ready), f"the definition of {min(uses)} reaches itself")
        uses = {name: used for name, used in uses.items() if name not in ready}


def kinds_of_theorem(theorem: Theorem) -> tuple[str, Kinds]:
    """The sort of the theorem's sides, and what its names stand for."""
    found = [kinds(h, PROP) for h in theorem.hypotheses]
    for definition in theorem.definitions:
        found += [kinds(definition.left, REAL), kinds(definition.right, REAL)]
    known = dict(joined(found))
    shown = [sort_of(side) or known.get(side) for side in (theorem.lhs, theorem.rhs)]
    sort = next((s for s in shown if s in (REAL, SET, PROP)), REAL)
    return sort, joined([*found, kinds(theorem.lhs, sort), kinds(theorem.rhs, sort)])


def _check_chain(theorem: Theorem) -> None:
    steps = theorem.steps
    if not steps:
        require(equal(theorem.lhs, theorem.rhs), "without steps, both sides must be equal by algebra")
        return
    require(alpha(steps[0].before) == alpha(theorem.lhs), "the first step does not start from the left side")
    require(alpha(steps[-1].after) == alpha(theorem.rhs), "the last step does not end at the right side")
    for number, (one, other) in enumerate(pairwise(steps), 2):
        require(alpha(one.after) == alpha(other.before), f"step {number} does not start where the step before it ends")


def _check_defined(given: Given, term: Term, what: str) -> None:
    check_size(given, term)
    unmet = undefined(given, term)
    require(unmet is None, f"{what} is defined only where {in_words(unmet)}, which does not follow")


def _check_step(step: Step, context: Context, sort: str) -> None:
    joined([context.kinds, kinds(step.before, sort), kinds(step.after, sort)])
    for side, what in ((step.before, "what stands before"), (step.after, "what stands after")):
        _check_defined(context.given, side, what)
    start, end = (step.after, step.before) if step.reverse else (step.before, step.after)
    part, local = part_at(start, step.place), _local(context, start, step.place)
    if step.kind == "procedure":
        _check_algebra(step)
        return
    equation = equation_of(step, local)
    source, result = (equation.rhs, equation.lhs) if step.backward else (equation.lhs, equation.rhs)
    derived = replaced(start, step.place, result)
    joined([context.kinds, kinds(derived, sort), *(kinds(side, equation.sort) for side in (source, result))])
    require(equal(part, source), f"what stands at the place is not the side of {name_of(step)} under these bindings")
    require(equal(end, derived), f"{name_of(step)} at this place gives something else")
    _check_sides(equation, local)
    _check_defined(context.given, derived, "the step's result")
    _check_conditions(step, equation, local)


def _local(context: Context, term: Term, place: Place) -> Context:
    """What may be used at a place: under each binder its variable lies in its domain, and hides outer names."""
    given = context.given
    for variable, domain in binders_around(term, place):
        given = under(given, variable, domain)
    return replace(context, given=given)


def _check_algebra(step: Step) -> None:
    require(step.by == "algebra", f"there is no procedure {step.by!r}")
    require(not step.bindings and not step.conditions, "algebra has no bindings and no conditions")
    require(equal(step.before, step.after), "the two sides are not equal by algebra")


def _check_sides(equation: Equation, local: Context) -> None:
    for given in _readings(equation, local.given):
        for side in (equation.lhs, equation.rhs):
            _check_defined(given, side, "a side of the equation used")


def _readings(equation: Equation, given: Given) -> list[Given]:
    """An earlier theorem may write a definition in another way, equal by algebra: all is to be defined either way."""
    if equation.meanings is None:
        return [given]
    return [given, assumed(given.hypotheses, equation.meanings)]


def _check_conditions(step: Step, equation: Equation, local: Context) -> None:
    wanted, stated = equation.conditions, step.conditions
    require(len(wanted) == len(stated), f"{name_of(step)} has {len(wanted)} conditions, and the step has {len(stated)}")
    for number, (prop, condition) in enumerate(zip(wanted, stated, strict=True), 1):
        joined([local.kinds, kinds(prop, PROP)])
        require(
            equal(prop, condition.prop), f"condition {number} is not that of {name_of(step)}, which is {in_words(prop)}"
        )
        for given in _readings(equation, local.given):
            _check_defined(given, prop, f"condition {number}")
        _check_met(prop, condition, local)


def _check_met(prop: Term, condition: Condition, local: Context) -> None:
    if not condition.theorem:
        require(holds(local.given, prop), f"nothing says that {in_words(prop)}")
        return
    theorem, given = theorem_named(condition.theorem, local).theorem, local.given
    require(theorem.rhs == ("True",), f"the theorem {theorem.name!r} states no proposition")
    if condition.variable is not None:
        require(is_a(prop, "ForAll"), "evidence with a variable is for a condition on all elements of a set")
        require(condition.variable not in free(prop), f"{condition.variable} is free in the condition")
        _, bound, domain, body = prop
        prop = substitute(body, {bound: condition.variable})
        given = under(given, condition.variable, domain)
    equation = instance(theorem, {}, PROP, given)
    joined([local.kinds, kinds(prop, PROP), *(kinds(c, PROP) for c in (equation.lhs, *equation.conditions))])
    require(equal(theorem.lhs, prop), f"the theorem {theorem.name!r} does not state that {in_words(prop)}")
    for reading in _readings(equation, given):
        for needed in (*equation.conditions, equation.lhs):
            _check_defined(reading, needed, f"what the theorem {theorem.name!r} is about")
    for needed in equation.conditions:
        require(
            holds(given, needed), f"the theorem {theorem.name!r} needs that {in_words(needed)}, which does not follow"
        )
