"""The equation that a step uses: an instance of a rule, a definition, a hypothesis or an earlier theorem."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..logic.algebra import equal
from ..logic.given import Definition, Given
from ..terms.errors import Malformed
from ..terms.terms import REAL, Names, Term, applied, children, compound, free, is_a, substitute
from .claims import Step
from .rule_table import Rule
from .theorem import Known, Theorem, require


@dataclass(frozen=True)
class Equation:
    """The two sides and the conditions that a justification gives.

    `meanings` are the definitions in the way in which an earlier theorem writes them, if it has any.
    """

    lhs: Term
    rhs: Term
    sort: str
    conditions: tuple[Term, ...] = ()
    meanings: tuple[Definition, ...] | None = None


def equation_of(step: Step, theorem: Theorem, given: Given, known: Known) -> Equation:
    """The instance of a rule, a definition, a hypothesis or an earlier theorem that a step uses. Raises Malformed."""
    if step.kind == "rule":
        return _of_rule(step, known.rule(str(step.by)))
    if step.kind == "definition":
        return _of_definition(step, given)
    if step.kind == "hypothesis":
        return _of_hypothesis(step, theorem.given.hypotheses, given)
    require(step.kind == "theorem", f"{step} justifies nothing")
    return instance(known.theorem(str(step.by)), step.bindings, given)


def _check_bound(step: Step, names: Names) -> None:
    missing, extra = sorted(names - step.bindings.keys()), sorted(step.bindings.keys() - names)
    require(not missing, f"{step}: say what {', '.join(missing)} stands for")
    require(not extra, f"{', '.join(extra)} cannot be bound in {step}")


def _of_rule(step: Step, rule: Rule) -> Equation:
    _check_bound(step, rule.names)
    lhs, rhs, *conditions = (substitute(term, step.bindings) for term in (rule.lhs, rule.rhs, *rule.conditions))
    return Equation(lhs, rhs, rule.sort, tuple(conditions))


def _of_definition(step: Step, given: Given) -> Equation:
    definition = given.defined(str(step.by))
    if definition is None:
        raise Malformed(f"{step.by} is not defined here")
    _check_bound(step, frozenset(definition.parameters))
    left = substitute(definition.left, step.bindings)
    right = applied(definition.meaning, children(left)) if definition.parameters else definition.right
    return Equation(left, right, REAL)


def _of_hypothesis(step: Step, hypotheses: tuple[Term, ...], given: Given) -> Equation:
    number = int(step.by)
    require(0 <= number < len(hypotheses), f"there is no hypothesis {number}")
    statement = hypotheses[number]
    require(statement in given.hypotheses, f"{step} is about an outer variable, which is hidden at this place")
    values: dict[str, Term] = {}
    conditions = []
    while is_a(statement, "ForAll"):
        _, variable, domain, statement = statement
        require(variable in step.bindings, f"{step}: say what {variable} stands for")
        require(variable not in values, f"{variable} has two meanings in {step}: rename the one that is bound")
        conditions.append(("Member", step.bindings[variable], substitute(domain, values)))
        values[variable] = step.bindings[variable]
    if not is_a(statement, "Eq"):
        raise Malformed(f"{step} is not an equation")
    _check_bound(step, frozenset(values))
    return Equation(substitute(statement[1], values), substitute(statement[2], values), REAL, tuple(conditions))


def instance(theorem: Theorem, values: Mapping[str, Term], given: Given) -> Equation:
    """A theorem for these values of its names. What it defines must be defined here, in the same way up to algebra."""
    definitions, name = theorem.given.definitions, theorem.name
    defined = {definition.name for definition in definitions}
    terms = (theorem.lhs, theorem.rhs, *theorem.given.hypotheses)
    names = frozenset().union(*map(free, terms), *(free(d.meaning) for d in definitions)) - defined
    extra = sorted(values.keys() - names)
    require(not extra, f"{', '.join(extra)} cannot be bound in the theorem {name!r}")
    meanings = tuple(_meant(definition, values) for definition in definitions)
    for meaning in meanings:
        known = given.defined(meaning.name)
        same = known is not None and known.head == meaning.head and _same(known, meaning)
        require(same, f"the theorem {name!r} is about a {meaning.name} that is not defined so here")
    lhs, rhs, *conditions = (substitute(term, values) for term in terms)
    others = tuple(d for d in given.definitions if d.name not in defined)
    return Equation(lhs, rhs, theorem.sort, tuple(conditions), (*others, *meanings) if meanings else None)


def _meant(definition: Definition, values: Mapping[str, Term]) -> Definition:
    meaning = substitute(definition.meaning, values)
    parameters, right = compound(meaning)[1:] if definition.parameters else ((), meaning)
    return replace(definition, parameters=parameters, right=right)


def _same(known: Definition, meaning: Definition) -> bool:
    """The same definition, up to the names of the arguments and algebra."""
    if len(known.parameters) != len(meaning.parameters):
        return False
    arguments = tuple(f"#:{number}" for number in range(len(known.parameters)))
    bodies = [substitute(d.right, dict(zip(d.parameters, arguments, strict=True))) for d in (known, meaning)]
    return equal(*bodies)
