"""The equation that a step uses: an instance of a lemma, a definition, a hypothesis or an earlier theorem, in Coq."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ..kernel import rule_table as table
from ..kernel.claims import Claim, Condition, Step
from ..logic.algebra import equal as equal_by_algebra
from ..terms.terms import PROP, REAL, Term, alpha, children, compound, is_a, substitute
from .equality import equal
from .facts import prove
from .general import generally
from .lemmas import EQUAL, names_of, premises, sides, sides_in_general, sort_of_sides
from .order import arranged
from .parts import in_steps
from .scope import Scope, held, instance, meaning_with, unfolded
from .scripts import Script, block, blocks
from .terms import argument, function, written

Values = Mapping[str, Term]


@dataclass(frozen=True)
class Known:
    """An earlier theorem with its Coq name, the names that it takes in this order, and the sort of its sides."""

    name: str
    theorem: Claim
    arguments: tuple[str, ...]
    sort: str


@dataclass(frozen=True)
class Premise:
    """What has to be shown, and the theorem that shows it (None: it follows from what is given)."""

    prop: Term
    shown_by: Known | None = None
    variable: str | None = None


@dataclass(frozen=True)
class Used:
    """`source = result` at the place of a step; `proof` is a Coq term with a hole for each premise.

    `inner` are the sides as an earlier theorem defines its names, where that is another writing; `general`
    likewise as the lemma of a rule writes powers.
    """

    source: Term
    result: Term
    sort: str
    proof: str
    premises: tuple[Premise, ...] = ()
    backward: bool = False
    inner: tuple[Term, Term] | None = None
    general: tuple[Term, Term] | None = None


def used_by(scope: Scope, step: Step, names: Values, earlier: Mapping[str, Known]) -> Used:
    """What a step uses; `names` are the names of the variables that are bound at its place."""
    values = {name: substitute(value, names) for name, value in step.bindings.items()}
    shown = tuple(_premise(condition, names, earlier) for condition in step.conditions)
    if step.kind == "rule":
        return _by_rule(step, values, shown)
    if step.kind == "definition":
        return _by_definition(scope, step, values)
    if step.kind == "hypothesis":
        return _by_hypothesis(scope, step, values, shown)
    return _by_theorem(scope, step, values, shown, earlier[str(step.by)])


def _premise(condition: Condition, names: Values, earlier: Mapping[str, Known]) -> Premise:
    return Premise(substitute(condition.prop, names), earlier.get(condition.theorem or ""), condition.variable)


def _by_rule(step: Step, values: Values, shown: tuple[Premise, ...]) -> Used:
    row = table.rows()[str(step.by)]
    lhs, rhs, conditions = sides(row)
    values = held(values, (lhs, rhs, *conditions))
    needed = premises(lhs, rhs, conditions)
    ranges = [Premise(substitute(p, values)) for p in needed[: len(needed) - len(conditions)]]
    own = [Premise(substitute(p, values), s.shown_by, s.variable) for p, s in zip(conditions, shown, strict=True)]
    proof = _call(row["lemma"], (values[name] for name in names_of(lhs, rhs, conditions)), len(needed))
    sort = sort_of_sides(lhs, rhs)
    used = _used(step, substitute(lhs, values), substitute(rhs, values), sort, proof, (*ranges, *own))
    source, result = (substitute(side, values) for side in sides_in_general(lhs, rhs, conditions))
    if (source, result) == (substitute(lhs, values), substitute(rhs, values)):
        return used
    return replace(used, general=(result, source) if step.backward else (source, result))


def _used(step: Step, lhs: Term, rhs: Term, sort: str, proof: str, premises_: tuple[Premise, ...] = ()) -> Used:
    source, result = (rhs, lhs) if step.backward else (lhs, rhs)
    return Used(source, result, sort, proof, premises_, step.backward)


def _call(name: str, values: Iterable[Term], holes: int) -> str:
    return " ".join([name, *map(_argument, values), *["_"] * holes])


def _argument(value: Term) -> str:
    return function(value[1], value[2]) if is_a(value, "Lambda") else argument(value)


def _by_definition(scope: Scope, step: Step, values: Values) -> Used:
    definition = scope.given.defined(str(step.by))
    assert definition is not None
    arguments = [values[parameter] for parameter in definition.parameters]
    left = (definition.head, definition.name, *arguments) if arguments else definition.name
    return _used(step, left, instance(definition, arguments), REAL, "eq_refl")


def _by_hypothesis(scope: Scope, step: Step, values: Values, shown: tuple[Premise, ...]) -> Used:
    name, statement = scope.named[int(step.by)]
    while is_a(statement, "ForAll"):
        _, variable, _, statement = statement
        name += f" {argument(values[variable])} _"
    lhs, rhs = (substitute(side, values) for side in children(statement))
    return _used(step, lhs, rhs, REAL, name, shown)


def _by_theorem(scope: Scope, step: Step, values: Values, shown: tuple[Premise, ...], known: Known) -> Used:
    theorem = known.theorem
    values = held(values, (theorem.lhs, theorem.rhs, *theorem.hypotheses))
    lhs, rhs = (substitute(arranged(side), values) for side in (theorem.lhs, theorem.rhs))
    proof = _call(known.name, (values.get(name, name) for name in known.arguments), len(theorem.hypotheses))
    used = _used(step, lhs, rhs, known.sort, proof, instances_of(known, values, shown))
    there = meaning_with(scope.given, theorem.definitions, values)
    if all(alpha(unfolded(there, side)) == alpha(unfolded(scope.given, side)) for side in (lhs, rhs)):
        return used
    inner = (unfolded(there, used.source), unfolded(there, used.result))
    needed = tuple(Premise(unfolded(there, p.prop), p.shown_by, p.variable) for p in used.premises)
    return Used(used.source, used.result, used.sort, proof, needed, used.backward, inner)


def instances_of(known: Known, values: Values, shown: tuple[Premise, ...]) -> tuple[Premise, ...]:
    """The hypotheses of an earlier theorem, for these values of its names."""
    hypotheses = (substitute(arranged(h), values) for h in known.theorem.hypotheses)
    return tuple(Premise(h, s.shown_by, s.variable) for h, s in zip(hypotheses, shown, strict=True))


def applied(scope: Scope, used: Used) -> Script:
    """A script for `source = result` at the place, where `scope` is what is known there."""
    if used.inner is None:
        return _exactly(scope, used)
    here = [unfolded(scope.given, side) for side in (used.source, used.result)]
    source, result = used.inner
    scripts = [
        equal(scope, here[0], source, used.sort),
        _exactly(scope, used),
        equal(scope, result, here[1], used.sort),
    ]
    return [
        f"change ({written(here[0])} {EQUAL[used.sort]} {written(here[1])}).",
        *in_steps([here[0], source, result, here[1]], scripts),
    ]


def _exactly(scope: Scope, used: Used) -> Script:
    lines = ["symmetry."] if used.backward else []
    rhs = used.source if used.backward else used.result
    if used.sort == PROP and is_a(rhs, "True", "False"):
        lines += [f"apply iff_{rhs[0]}."]
    exactly = [*lines, *refined(used.proof, [shown(scope, premise) for premise in used.premises])]
    if used.general is None:
        return exactly
    source, result = used.general
    there, back = generally(scope, used.source, source), ["symmetry.", *generally(scope, used.result, result)]
    return in_steps([used.source, source, result, used.result], [there, exactly, back])


def refined(proof: str, scripts: list[Script]) -> Script:
    """A Coq term, and the proofs for its holes."""
    if not scripts:
        return [f"exact ({proof})." if " " in proof else f"exact {proof}."]
    return [f"refine ({proof}).", *(blocks(scripts) if len(scripts) > 1 else scripts[0])]


def shown(scope: Scope, premise: Premise) -> Script:
    """A script for a premise, by what is given or by an earlier theorem."""
    known = premise.shown_by
    if known is None:
        parts = children(premise.prop)
        by_algebra = is_a(premise.prop, "Eq") and equal_by_algebra(parts[0], parts[1])
        return equal(scope, parts[0], parts[1], REAL) if by_algebra else prove(scope, premise.prop)
    prop, start = premise.prop, []
    values: dict[str, Term] = {}
    if premise.variable is not None:
        _, bound, domain, body = compound(prop)
        scope, own, member = scope.under(bound, domain)
        prop, start = substitute(body, {bound: own}), [f"intros {own} {member}."]
        values = {premise.variable: own}
    claim = known.theorem
    whole = claim.lhs if claim.rhs == ("True",) else ("Eq", claim.lhs, claim.rhs)
    stated = substitute(arranged(whole), values)
    hypotheses = [substitute(arranged(h), values) for h in known.theorem.hypotheses]
    proof = _call(known.name, (values.get(name, name) for name in known.arguments), len(hypotheses))
    there = meaning_with(scope.given, known.theorem.definitions, values)
    if alpha(unfolded(there, stated)) != alpha(unfolded(scope.given, stated)):
        prop, stated = unfolded(scope.given, prop), unfolded(there, stated)
    last = refined(proof, [prove(scope, unfolded(there, h)) for h in hypotheses])
    if alpha(prop) == alpha(stated):
        return [*start, *last]
    as_stated = f"apply (by_iff ({written(prop)}) ({written(stated)}))."
    return [*start, as_stated, *block(equal(scope, prop, stated, PROP)), *last]
