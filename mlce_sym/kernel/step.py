"""The kernel: nothing but this file makes a Theorem, whoever asks for it, a chain at the prompt or a certificate.

`begun` gives lhs = lhs; `extended` takes one step further, by a rule, a definition, a hypothesis, an earlier theorem or
algebra. That one step is instantiation, congruence (under a binder its domain is known), symmetry and transitivity
together.

>>> from mlce_sym.kernel.claims import Condition
>>> given = assumed((("Lt", 0, "x"),), ())
>>> start = begun(given, ("log", ("Pow", "x", 2)))
>>> step = Step("rule", "log of a power", False, False, (), {"a": "x", "b": 2}, start.rhs, ("Mul", 2, ("log", "x")),
...             (Condition(("Lt", 0, "x")),))
>>> extended(start, step)
log(x**2) = 2*log(x)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from ..logic.algebra import equal
from ..logic.definedness import follows, undefined
from ..logic.given import Given, assumed, check_size, inside, under
from ..terms.errors import Malformed, Refused, TooLarge
from ..terms.kinds import Kinds, joined, kinds, sort_of
from ..terms.places import Place, around, parse_place, part_at, replaced
from ..terms.terms import CALLS, PROP, REAL, SET, Term, alpha, free, is_a, named, parse, substitute
from ..terms.words import in_words
from .claims import Step
from .equations import Equation, equation_of, instance
from .rule_table import shipped
from .theorem import SEAL, SHIPPED, Known, Theorem, require


@contextmanager
def _refusing() -> Iterator[None]:
    """What goes wrong inside is a refusal."""
    try:
        yield
    except (Malformed, TooLarge) as problem:
        raise Refused(str(problem)) from None
    except RecursionError:
        raise Refused("it is nested too deeply") from None


def begun(given: Given, term: Term, sort: str | None = None) -> Theorem:
    """given ⊢ term = term. Raises Refused where the term is not shown to be defined, or a name has two meanings.

    `sort` says what a term is that does not show it, a name that stands for a set.
    """
    with _refusing():
        _check_sound(term)
        _check_given(given)
        shown, found = kinds_of(given, (term,), sort)
        _check_defined(given, term)
        return Theorem(given, term, term, sort=shown, kinds=found, seal=SEAL)


def extended(theorem: Theorem, step: Step, known: Known = SHIPPED) -> Theorem:
    """lhs = before, made longer by before = after. Raises Refused where the step is not justified."""
    with _refusing():
        new = (step.after,) if step.before is theorem.rhs else (step.before, step.after)
        _check_sound(*new, *(condition.prop for condition in step.conditions))
        _check_sound(*step.bindings.values(), top=True)
        require(parse_place(step.place) == step.place, "a place is made of tuples")
        step = replace(step, bindings=dict(step.bindings))  # which nobody else can change
        require(alpha(step.before) == alpha(theorem.rhs), "the step does not start where the one before it ends")
        found = joined([theorem.kinds, *(kinds(side, theorem.sort) for side in (step.before, step.after))])
        _check_step(step, replace(theorem, kinds=found, seal=SEAL), known)
        _check_defined(theorem.given, step.after)
        beyond = theorem.beyond.union(_beyond(step, known))
        return replace(theorem, rhs=step.after, steps=(*theorem.steps, step), kinds=found, beyond=beyond, seal=SEAL)


def _check_sound(*terms: Term, top: bool = False) -> None:
    """Terms are terms, and tuples all through: what only looks like one, such as a list, is none here."""
    for term in terms:
        require(parse(term, top=top) == term, "a term is made of tuples")


def _beyond(step: Step, known: Known) -> Iterator[str]:
    """The rules that a step rests on and that are not shipped."""
    if step.kind == "rule" and known.rule(str(step.by)) != shipped(str(step.by)):
        yield str(step.by)
    own = [str(step.by)] if step.kind == "theorem" else []
    for name in (*own, *(c.theorem for c in step.conditions if c.theorem is not None)):
        yield from known.theorem(name).beyond


def _check_given(given: Given) -> None:
    """Every name that is defined is a name of distinct variables, defined once, and not by itself."""
    for d in given.definitions:
        _check_sound(d.left, d.right)
        sound = len(set(d.parameters)) == len(d.parameters) and d.head in (CALLS if d.parameters else ("",))
        require(sound and all(map(named, d.parameters)), f"the definition of {d.name} needs distinct variables")
    require(len(given.unfolded_sizes) == len(given.definitions), "a name is defined twice")
    for hypothesis in given.hypotheses:
        _check_sound(hypothesis)
        check_size(given, hypothesis)


def kinds_of(given: Given, sides: Iterable[Term], sort: str | None = None) -> tuple[str, Kinds]:
    """The sort of a theorem's sides, and what its names stand for."""
    found = [kinds(h, PROP) for h in given.hypotheses]
    for definition in given.definitions:
        found += [kinds(definition.left, REAL), kinds(definition.right, REAL)]
    known, sides = dict(joined(found)), tuple(sides)
    shown = (sort, *(sort_of(side) or known.get(str(side)) for side in sides))
    sort = next((s for s in shown if s in (REAL, SET, PROP)), REAL)
    return sort, joined([*found, *(kinds(side, sort) for side in sides)])


def _check_defined(given: Given, term: Term, what: str = "") -> None:
    check_size(given, term)
    unmet = undefined(given, term)
    if unmet is not None:
        raise Malformed(f"{what or in_words(term)} is defined only where {in_words(unmet)}, and nothing says so")


def _check_step(step: Step, theorem: Theorem, known: Known) -> None:
    start, end = (step.after, step.before) if step.reverse else (step.before, step.after)
    part, given, sort = part_at(start, step.place), given_at(theorem.given, start, step.place), theorem.sort
    if step.kind == "procedure":
        _check_algebra(step)
        return
    equation = equation_of(step, theorem, given, known)
    source, result = (equation.rhs, equation.lhs) if step.backward else (equation.lhs, equation.rhs)
    derived = replaced(start, step.place, result)
    joined([theorem.kinds, kinds(derived, sort), *(kinds(side, equation.sort) for side in (source, result))])
    require(
        equal(part, source), lambda: f"{in_words(part)} is not {in_words(source)}, the side of {step} at that place"
    )
    require(
        equal(end, derived), lambda: f"{in_words(end)} does not follow; {step} at that place gives {in_words(derived)}"
    )
    readings = _readings(equation, given)
    _check_conditions(step, equation, readings, theorem, known)
    for reading in readings:
        for side in (equation.lhs, equation.rhs):
            _check_defined(reading, side)
    _check_defined(theorem.given, derived)


def given_at(given: Given, term: Term, place: Place) -> Given:
    """What may be used at a place: under each binder its variable lies in its domain, and hides outer names; in each
    case its condition holds."""
    for whole, child in around(term, place):
        given = inside(given, whole, child)
    return given


def _check_algebra(step: Step) -> None:
    require(step.by == "algebra", f"there is no procedure {step.by!r}")
    require(not step.bindings and not step.conditions, "algebra has no bindings and no conditions")
    require(equal(step.before, step.after), lambda: f"{in_words(step.before)} is not {in_words(step.after)} by algebra")


def _readings(equation: Equation, given: Given) -> list[Given]:
    """An earlier theorem may write a definition in another way, equal by algebra: all is to be defined either way."""
    if equation.meanings is None:
        return [given]
    return [given, assumed(given.hypotheses, equation.meanings)]


def _check_conditions(step: Step, equation: Equation, readings: list[Given], theorem: Theorem, known: Known) -> None:
    wanted, stated = equation.conditions, step.conditions
    require(len(wanted) == len(stated), f"{step} has {len(wanted)} conditions, and {len(stated)} are stated")
    for prop, condition in zip(wanted, stated, strict=True):
        joined([theorem.kinds, kinds(prop, PROP), kinds(condition.prop, PROP)])
        if not equal(prop, condition.prop):
            raise Malformed(f"{in_words(condition.prop)} is no condition of {step}, which needs {in_words(prop)}")
        for reading in readings:
            _check_defined(reading, prop, "a condition")
        if condition.theorem is not None:
            check_evidence(prop, known.theorem(condition.theorem), condition.variable, readings[0], theorem.kinds)
        elif not follows(readings[0], prop):
            needs = known.rule(str(step.by)).needs if step.kind == "rule" else ""
            said = f"{step.by} needs {needs}" if needs else f"{step} has a condition"
            raise Malformed(f"{said}; nothing says that {in_words(prop)}")


def check_evidence(prop: Term, evidence: Theorem, variable: str | None, given: Given, names: Kinds) -> None:
    """A theorem meets a condition: it states it, as P = True or as the equation itself, and its hypotheses follow; for
    ∀ w ∈ S: P, where w ∈ S. Raises Malformed."""
    name, equates = evidence.name, evidence.sort == REAL
    require(equates or evidence.rhs == ("True",), f"the theorem {name!r} states no proposition")
    stated = ("Eq", evidence.lhs, evidence.rhs) if equates else evidence.lhs
    if variable is not None:
        named(variable)
        if not is_a(prop, "ForAll"):
            raise Malformed("evidence with a variable is for a condition on all elements of a set")
        require(variable not in free(prop), f"{variable} is free in the condition")
        _, bound, domain, body = prop
        prop = substitute(body, {bound: variable})
        given = under(given, variable, domain)
    equation = instance(evidence, {}, given)
    joined([names, kinds(prop, PROP), *(kinds(c, PROP) for c in (stated, *equation.conditions))])
    require(equal(stated, prop), lambda: f"the theorem {name!r} does not state that {in_words(prop)}")
    for reading in _readings(equation, given):
        for needed in (*equation.conditions, stated):
            _check_defined(reading, needed, f"what the theorem {name!r} is about")
    for needed in equation.conditions:
        if not follows(given, needed):
            raise Malformed(f"the theorem {name!r} needs that {in_words(needed)}, which does not follow")


def named_theorem(theorem: Theorem, name: str) -> Theorem:
    """The same theorem with a name."""
    return replace(theorem, name=name, seal=SEAL)
