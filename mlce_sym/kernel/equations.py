"""The equation that a step uses: an instance of a rule, a definition, a hypothesis or an earlier theorem.

>>> from mlce_sym.kernel.document import Step
>>> step = Step("rule", "log of a power", False, False, (), {"a": "x", "b": 2}, 0, 0, ())
>>> of_rule(step, None)
Equation(lhs=('log', ('Pow', 'x', 2)), rhs=('Mul', 2, ('log', 'x')), sort='a real number', conditions=(('Lt', 0, 'x'),))
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from ..logic.algebra import equal
from ..logic.given import Definition, Given
from ..terms.kinds import Kinds, joined, kinds, sort_of
from ..terms.terms import PROP, REAL, Malformed, Term, free, is_a, parse, substitute
from . import rule_table as table
from .document import Step, Theorem

Rules = Mapping[str, Any]


@dataclass(frozen=True)
class Rule:
    lhs: Term
    rhs: Term
    conditions: tuple[Term, ...]
    sort: str

    @property
    def names(self) -> frozenset[str]:
        return frozenset().union(*map(free, (self.lhs, self.rhs, *self.conditions)))


@dataclass(frozen=True)
class Proved:
    """An earlier theorem, with what its names stand for."""

    theorem: Theorem
    sort: str


@dataclass(frozen=True)
class Equation:
    """The two sides and the conditions that a justification gives.

    `meanings` are the definitions in the way in which an earlier theorem writes them, if it has any.
    """

    lhs: Term
    rhs: Term
    sort: str
    conditions: tuple[Term, ...] = ()
    meanings: tuple[Definition, ...] | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Context:
    """What a step may use: the theorem, what is given at the step's place, the rules, and the theorems before."""

    theorem: Theorem
    given: Given
    kinds: Kinds
    rules: Rules | None
    earlier: Mapping[str, Proved]


def require(condition: bool, why: str) -> None:
    if not condition:
        raise Malformed(why)


def name_of(step: Step) -> str:
    return f"hypothesis {step.by}" if step.kind == "hypothesis" else f"the {step.kind} {step.by!r}"


def equation_of(step: Step, local: Context) -> Equation:
    if step.kind == "rule":
        return of_rule(step, local.rules)
    if step.kind == "definition":
        return _of_definition(step, local.given)
    if step.kind == "hypothesis":
        return _of_hypothesis(step, local)
    proved = theorem_named(str(step.by), local)
    return instance(proved.theorem, step.bindings, proved.sort, local.given)


def _check_bound(step: Step, names: frozenset[str]) -> None:
    missing, extra = sorted(names - step.bindings.keys()), sorted(step.bindings.keys() - names)
    require(not missing, f"the bindings do not say what {', '.join(missing)} stands for in {name_of(step)}")
    require(not extra, f"{', '.join(extra)} cannot be bound in {name_of(step)}")


def of_rule(step: Step, rules: Rules | None) -> Equation:
    rule = _shipped(str(step.by)) if rules is None else _rule(rules.get(str(step.by)))
    if rule is None:
        raise Malformed(f"there is no rule {step.by!r}")
    _check_bound(step, rule.names)
    lhs, rhs, *conditions = (substitute(term, step.bindings) for term in (rule.lhs, rule.rhs, *rule.conditions))
    return Equation(lhs, rhs, rule.sort, tuple(conditions))


@lru_cache(maxsize=500)
def _shipped(name: str) -> Rule | None:
    return _rule(table.rows().get(name))


def _rule(row: Any) -> Rule | None:
    """A row of a rule table. Raises Malformed where it is none."""
    if row is None:
        return None
    lhs, rhs, *conditions = (parse(term) for term in (row["lhs"], row["rhs"], *row["conditions"]))
    sort = sort_of(lhs) or sort_of(rhs) or REAL
    joined([kinds(lhs, sort), kinds(rhs, sort), *(kinds(c, PROP) for c in conditions)])
    return Rule(lhs, rhs, tuple(conditions), sort)


def _of_definition(step: Step, given: Given) -> Equation:
    definition = given.defined(str(step.by))
    if definition is None:
        raise Malformed(f"{step.by} is not defined at this place")
    _check_bound(step, frozenset(definition.parameters))
    left = substitute(definition.left, step.bindings) if definition.parameters else definition.left
    right = definition.unfolded(left)
    return Equation(left, right, REAL)


def _of_hypothesis(step: Step, local: Context) -> Equation:
    hypotheses, number = local.theorem.hypotheses, int(step.by)
    require(0 <= number < len(hypotheses), f"there is no hypothesis {number}")
    statement = hypotheses[number]
    require(
        statement in local.given.hypotheses,
        f"hypothesis {number} is about an outer variable, which is hidden at this place",
    )
    values: dict[str, Term] = {}
    conditions = []
    while is_a(statement, "ForAll"):
        _, variable, domain, statement = statement
        value = step.bindings.get(variable)
        require(value is not None, f"the bindings do not say what {variable} stands for in hypothesis {number}")
        conditions.append(("Member", value, substitute(domain, values)))
        values[variable] = value
    require(is_a(statement, "Eq"), f"hypothesis {number} is no equation")
    _check_bound(step, frozenset(values))
    return Equation(substitute(statement[1], values), substitute(statement[2], values), REAL, tuple(conditions))


def theorem_named(name: str, context: Context) -> Proved:
    if name not in context.earlier:
        raise Malformed(f"no earlier theorem is called {name!r}")
    return context.earlier[name]


def instance(theorem: Theorem, values: Mapping[str, Term], sort: str, given: Given) -> Equation:
    """A theorem for these values of its names. What it defines must be defined here, in the same way up to algebra."""
    defined = {definition.name for definition in theorem.definitions}
    terms = (theorem.lhs, theorem.rhs, *theorem.hypotheses)
    names = frozenset().union(*map(free, terms), *(free(d.meaning) for d in theorem.definitions)) - defined
    extra = sorted(values.keys() - names)
    require(not extra, f"{', '.join(extra)} cannot be bound in the theorem {theorem.name!r}")
    meanings = tuple(_meant(definition, values) for definition in theorem.definitions)
    for meaning in meanings:
        known = given.defined(meaning.name)
        same = known is not None and known.head == meaning.head and _same(known, meaning)
        require(same, f"the theorem {theorem.name!r} is about a {meaning.name} that is not defined so at this place")
    lhs, rhs, *conditions = (substitute(term, values) for term in terms)
    others = tuple(d for d in given.definitions if d.name not in defined)
    return Equation(lhs, rhs, sort, tuple(conditions), (*others, *meanings) if meanings else None)


def _meant(definition: Definition, values: Mapping[str, Term]) -> Definition:
    meaning = substitute(definition.meaning, values)
    return (
        Definition(definition.head, definition.name, meaning[1], meaning[2])
        if definition.parameters
        else replace(definition, right=meaning)
    )


def _same(known: Definition, meaning: Definition) -> bool:
    """The same definition, up to the names of the arguments and algebra."""
    if len(known.parameters) != len(meaning.parameters):
        return False
    if not known.parameters:
        return equal(known.right, meaning.right)
    arguments = tuple(f"#:{number}" for number in range(len(known.parameters)))
    bodies = [substitute(d.right, dict(zip(d.parameters, arguments, strict=True))) for d in (known, meaning)]
    return equal(*bodies)
