"""The numeric check: both sides of an equation at random instances of its hypotheses, in exact and ball arithmetic.

A `Difference` is a counterexample: at its values the hypotheses hold, both sides are defined, and they certainly
differ. Other disagreements are none: an `Undefinedness` where what has to be defined is not, and a `Doubt`.

>>> log_of_square = ["log", ["Pow", "a", 2]]
>>> compare(log_of_square, ["Mul", 2, ["log", "a"]], [["Lt", 0, "a"]])
Agreement(tried=8)
>>> compare(log_of_square, ["Mul", 3, ["log", "a"]], [["Lt", 1, "a"]]).why
'the values differ'
>>> compare(log_of_square, ["Mul", 2, ["log", "a"]], [["Lt", "a", 0]], strict_domain=True).why
'the right side is undefined: log of -4'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import flint

from .differences import Seeming
from .instances import Instance, instances, satisfied
from .meaning import is_set
from .outcomes import (
    Agreement,
    Difference,
    Disagreement,
    Lacking,
    Outcome,
    Presumed,
    difference,
    outcome,
    settled,
    text,
    why_apart,
)
from .plain import Compound, Frame, NotATerm, Term, children, free_names, is_a, opened, plain, quantified
from .problem import Problem, problem_of
from .reals import BITS, Undefined, Undetermined


def compare(
    lhs: Any,
    rhs: Any,
    hypotheses: Iterable[Any] = (),
    definitions: Iterable[Any] = (),
    *,
    tries: int = 8,
    seed: int = 0,
    conditions: Iterable[Any] = (),
    strict_domain: bool = False,
    grids: bool = False,
    schematic: bool = False,
    told: bool = True,
    enough: int | None = None,
) -> Agreement | Disagreement:
    """Evaluate both sides at up to `tries` instances of the hypotheses; the conditions must not be false there.

    An instance where a side is undefined is skipped; with `strict_domain` it is an `Undefinedness` if the other is
    defined. Two optima over infinite sets are compared (on grids) only with `grids`, which may give a `Doubt`.
    `schematic` draws integers of any sign. Where the values need not be `told`, both sides are evaluated but once; that
    they agree so often may be `enough`. Raises NotATerm, or TooDeep, for what is no term.
    """
    left, right, *needed = map(plain, (lhs, rhs, *conditions))
    problem = problem_of(hypotheses, definitions, (left, right, *needed), schematic=schematic)
    agreed = 0
    with flint.ctx.workprec(BITS):
        for instance in instances(problem, tries=tries, seed=seed):
            found = _at(instance, left, right, tuple(needed), strict_domain, grids, told)
            if isinstance(found, Disagreement) and satisfied(instance):
                return found
            agreed += found is True
            if agreed == enough:
                break
    return Agreement(agreed)


def _at(
    instance: Instance,
    left: Term,
    right: Term,
    conditions: tuple[Term, ...],
    strict: bool,
    grids: bool,
    told: bool,
) -> Disagreement | bool:
    for condition in conditions:
        if outcome(condition, instance) is False:
            return difference(instance, (condition,), False, True, "a condition is false")
    as_sets = is_set(left) or is_set(right)
    sides = outcome(left, instance, as_sets), outcome(right, instance, as_sets)
    why = why_apart(instance, *sides, strict, grids)
    return difference(instance, (left, right) if told else (), *sides, why) if isinstance(why, str) else why


def check_rule(row: dict[str, Any], *, tries: int = 40, without: int | None = None) -> Agreement | Disagreement:
    """Is a rule of the table true: where its conditions hold, is lhs defined just where rhs is, and are they equal?

    `without` leaves out one condition. That the ranges, intervals, distributions and derivatives of the left side are
    well formed is part of its being defined, which no condition repeats; it is assumed here.
    """
    conditions = [c for number, c in enumerate(row["conditions"]) if number != without]
    sides = plain(row["lhs"]), plain(row["rhs"])
    formed = [*_well_formed(sides[0], ())] or [*_well_formed(sides[1], ())]
    return compare(*sides, (*formed, *conditions), tries=tries, strict_domain=True, grids=True, schematic=True)


def _well_formed(term: Term, prefix: tuple[Frame, ...]) -> Iterator[Term]:
    """That every range runs between integers, every distribution has the signs that it needs, and what is
    differentiated is defined; but not at all points of an interval, which values cannot tell."""
    if not isinstance(term, tuple):
        return
    for proposition in _formed(term):
        around = tuple(frame for frame in prefix if not is_a(frame, "ForAll") or frame[1] in free_names(proposition))
        if not any(is_a(frame[2], "Between", "Interval", "Above", "Below") for frame in around if len(frame) == 3):
            yield quantified(around, proposition)
    for number, part in enumerate(children(term)):
        yield from _well_formed(part, (*prefix, *opened(term, number)))


def _formed(term: Compound) -> Iterator[Term]:
    head, *parts = term
    if head == "Range":
        low, high = parts
        yield from (("Member", low, "Integers"), ("Member", high, "Integers"), ("Le", ("Add", low, -1), high))
    elif head == "Derivative":
        variable, (_, _, point), body = parts
        yield ("ForAll", variable, ("Finite", point), ("Lt", -1, ("Mul", 0, body)))  # that is, the body is defined
    elif head == "Between":
        yield ("Le", *parts)
    elif head in ("Entropy", "CrossEntropy", "KLDivergence"):
        variable, domain, p, *q = parts
        yield ("ForAll", variable, domain, ("Le", 0, p))
        yield from (("ForAll", variable, domain, ("Lt", 0, body)) for body in q)


@dataclass(frozen=True)
class Unevaluated:
    """A step that could not be evaluated at any of the values that were found, and why not at the last of them."""

    place: str
    reason: str


@dataclass(frozen=True)
class Checked:
    """A document without a disagreement: how often two sides were evaluated, and what was not checked.

    `unmet` are the theorems for which no values were found that meet the hypotheses.
    """

    evaluated: int
    unevaluated: tuple[Unevaluated, ...] = ()
    unmet: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Run:
    """An instance, and the outcomes of the terms that were evaluated there."""

    instance: Instance
    known: dict[Term, Outcome] = field(default_factory=dict)

    def outcome(self, term: Term) -> Outcome:
        if term not in self.known:
            self.known[term] = outcome(term, self.instance)
        return self.known[term]


def check_document(document: Any, *, tries: int = 4) -> Checked | Disagreement:
    """Evaluate every step of every theorem of a certificate at instances of the theorem's hypotheses.

    Where both sides are defined they must be equal (else it is a `Difference`), and no condition false; that a side or
    a condition is undefined is an `Undefinedness`. Theorems with the same hypotheses share instances. Raises NotATerm
    where the document is no certificate.
    """
    try:
        return _checked(document["theorems"], tries)
    except (KeyError, TypeError, IndexError) as reason:
        raise NotATerm(f"not a certificate: {type(reason).__name__} {reason}") from None


def _checked(theorems: Iterable[Any], tries: int) -> Checked | Disagreement:
    evaluated, unevaluated, unmet = 0, [], []
    runs: dict[Problem, tuple[_Run, ...]] = {}
    with flint.ctx.workprec(BITS):
        for theorem in theorems:
            links = tuple(_links(theorem))
            problem = problem_of(theorem["hypotheses"], theorem["definitions"], (theorem["lhs"], theorem["rhs"]))
            if problem not in runs:
                runs[problem] = tuple(map(_Run, instances(problem, tries=tries)))
            unmet += [] if runs[problem] else [theorem["name"]]
            for link in links:
                found = [_at_link(run, link) for run in runs[problem]]
                apart = [result for result in found if isinstance(result, Disagreement)]
                if apart:
                    return min(apart, key=lambda result: not isinstance(result, Difference))  # what is certain first
                evaluated += found.count(True)
                if found and True not in found:
                    unevaluated.append(Unevaluated(link.place, _reason(runs[problem][-1], link)))
    return Checked(evaluated, tuple(unevaluated), tuple(unmet))


def _reason(run: _Run, link: _Link) -> str:
    """Why a link cannot be told at an instance."""
    values = (run.outcome(term) for term in (link.before, link.after))
    unknown = next((str(value) for value in values if isinstance(value, Undetermined)), "")
    return unknown or "what was evaluated does not tell the two sides apart, or equal"


@dataclass(frozen=True)
class _Link:
    """Two terms that must be equal, and propositions that must hold."""

    place: str
    before: Term
    after: Term
    conditions: tuple[Term, ...] = ()


def _links(theorem: Any) -> Iterator[_Link]:
    """The steps, and the joints between them where they are not the same term."""
    name, end = theorem["name"], plain(theorem["lhs"])
    for number, step in enumerate(theorem["steps"], 1):
        before, after = plain(step["before"]), plain(step["after"])
        if before != end:
            yield _Link(f"{name}, before step {number}", end, before)
        yield _Link(f"{name}, step {number}", before, after, tuple(_conditions(step, before, after)))
        end = after
    if end != plain(theorem["rhs"]) or not theorem["steps"]:
        yield _Link(f"{name}, at the end", end, plain(theorem["rhs"]))


def _conditions(step: Any, before: Term, after: Term) -> Iterator[Term]:
    """The conditions of a step, for every value of the variables that are bound around its place."""
    prefix = tuple(_bound_around(after if step["at"] == "after" else before, step["place"]))
    for condition in step["conditions"]:
        yield quantified(prefix, plain(condition["prop"]))


def _bound_around(term: Term, place: Iterable[Any]) -> Iterator[Frame]:
    """The binders and cases on the way to a place, as far as it exists; whether it does is for the replay to say."""
    for number in place:
        if isinstance(number, int) and 0 <= number < len(children(term)):
            yield from opened(term, number)
            term = children(term)[number]


def _at_link(run: _Run, link: _Link) -> Disagreement | bool:
    """A disagreement counts where the hypotheses hold of all the values that it needed, which may be drawn late."""
    found = _check_link(run, link)
    return found if isinstance(found, bool) or satisfied(run.instance) else False


def _check_link(run: _Run, link: _Link) -> Disagreement | bool:
    left, right = run.outcome(link.before), run.outcome(link.after)
    why = why_apart(run.instance, left, right, True, True)
    if isinstance(left, Undefined) or isinstance(right, Undefined):
        why = Lacking(f"undefined: {left if isinstance(left, Undefined) else right}")
    if isinstance(why, str):
        return difference(run.instance, (link.before, link.after), left, right, why, link.place)
    for number, condition in enumerate(link.conditions, 1):
        value = run.outcome(condition)
        if settled(value) is False or isinstance(value, Undefined):
            kind = Lacking if isinstance(value, Undefined) else Seeming if isinstance(value, Presumed) else str
            why = kind(f"condition {number} is {text(value)}")
            return difference(run.instance, (condition,), value, True, why, link.place)
    return why or (_seems_true(run, link.before) and _seems_true(run, link.after))


def _seems_true(run: _Run, proposition: Term) -> bool:
    """Is it true, or an equation of numbers that balls do not tell apart? As for an equation, no more can be seen."""
    if isinstance(proposition, tuple) and proposition[0] == "Eq":
        left, right = map(run.outcome, proposition[1:])
        return why_apart(run.instance, left, right, True, True) is True
    return run.outcome(proposition) is True
