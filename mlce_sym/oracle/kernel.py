"""The kernel: Rule, Step, Theorem. Nothing but `reflexivity` and `rewritten` in this file makes a Theorem.

A theorem "given ⊢ lhs = rhs" says: whenever the hypotheses hold, both sides are defined and equal (as real numbers, as
sets, or, for propositions, equivalent). It is a chain: `reflexivity` starts it, and `rewritten` replaces the term at
one place by an equal one. That one operation is instantiation or unfolding, congruence (under a binder its domain is
known), symmetry (a direction) and transitivity (the chain grows) together.

>>> from sympy import Function, Lambda, Product, S, Sum, log, symbols
>>> from mlce_sym.border.nodes import ForAll, Le, Lt, Member
>>> i, n, f = *symbols("i n"), Function("f")
>>> positive = ForAll(Lt(0, f(i)), (i, 1, n))
>>> rule = Rule("log of a product", log(Product(f(i), (i, 1, n))), Sum(log(f(i)), (i, 1, n)), (positive,))
>>> given = Given((Member(n, S.Integers), Le(1, n), positive))
>>> rewritten(reflexivity(given, rule.lhs), (), rule, {f: Lambda((i,), f(i)), n: n})
log(Product(f(i), (i, 1, n))) = Sum(log(f(i)), (i, 1, n))
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import InitVar, dataclass
from typing import Any

from sympy import Basic, Eq, Lambda, S, Symbol

from ..border.binding import children, hygienic, names, opened, substitute
from ..border.given import Definition, Given
from ..border.nodes import ForAll, Member, in_words
from ..border.places import Place, given_at, part_at, replaced
from ..border.presumed import unsaid_in
from . import algebra
from .conditions import holds
from .definedness import foreign, missing, outside
from .pattern import Pattern

Bindings = Mapping[Any, Basic]


class Refused(Exception):
    """A step that is not justified; the message says which condition is missing, and of what."""


@dataclass(frozen=True)
class Rule:
    """One declaration: where the conditions hold, lhs = rhs. Every free name in it is schematic."""

    name: str
    lhs: Basic
    rhs: Basic
    conditions: tuple[Basic, ...] = ()
    needs: str = ""
    words: str = ""
    reference: str = ""
    lemma: str = ""  # its name in MLCE.v; a rule without one says in `uncertified` why
    uncertified: str = ""

    @property
    def schematic(self) -> frozenset[Any]:
        return frozenset(name for part in (self.lhs, self.rhs, *self.conditions) for name in names(part))


@dataclass(frozen=True)
class Hypothesis:
    """An equation among the hypotheses, under quantifiers or not, used as a justification."""

    statement: Basic


@dataclass(frozen=True)
class Algebra:
    """Equal up to algebra."""


@dataclass(frozen=True)
class Evidence:
    """The theorem that meets a condition; for a condition ∀ w ∈ S: P(w), `variable` is what the theorem calls w."""

    theorem: Theorem
    variable: Symbol | None = None


@dataclass(frozen=True)
class Condition:
    """A side condition of a step, and the theorem that meets it (None: it follows from what is given)."""

    statement: Basic
    evidence: Evidence | None = None


@dataclass(frozen=True)
class Step:
    """before = after, by one justification at one place of `before`; of `after`, where the step is read in reverse."""

    by: Rule | Definition | Hypothesis | Theorem | Algebra
    backward: bool
    reverse: bool
    place: Place
    bindings: tuple[tuple[Any, Basic], ...]
    before: Basic
    after: Basic
    conditions: tuple[Condition, ...]


_SEAL = object()


@dataclass(frozen=True)
class Theorem:
    """given ⊢ lhs = rhs, with the steps that prove it. Only the kernel can make one."""

    given: Given
    lhs: Basic
    rhs: Basic
    steps: tuple[Step, ...] = ()
    name: str = ""
    seal: InitVar[object] = None

    def __post_init__(self, seal: object) -> None:
        if seal is not _SEAL:
            raise TypeError("a Theorem is made by the kernel alone: begin with reflexivity(given, term)")

    def __repr__(self) -> str:
        return f"{self.lhs} = {self.rhs}"

    def named(self, name: str) -> Theorem:
        return Theorem(self.given, self.lhs, self.rhs, self.steps, name, _SEAL)


def _bound(wanted: Collection[Any], bindings: Bindings, name: object) -> Bindings:
    """The bindings of the names that are wanted; each of them must have one."""
    if unbound := set(wanted) - set(bindings):
        raise Refused(f"{name}: say what {', '.join(sorted(map(str, unbound)))} stands for")
    return {name: value for name, value in bindings.items() if name in wanted}


def _pattern_of_definition(definition: Definition, bindings: Bindings, given: Given) -> Pattern:
    if definition not in given.definitions:
        raise Refused(f"{definition.left} is not defined here")
    values = _bound(children(definition.left), bindings, definition.left)
    return Pattern((definition.left, definition.right), (), values, given)


def _pattern_of_hypothesis(statement: Basic, bindings: Bindings, given: Given) -> Pattern:
    if statement not in given.hypotheses:
        raise Refused(f"{statement} is not a hypothesis here")
    free, memberships = names(statement), dict[Any, Basic]()
    while isinstance(statement, ForAll):
        if statement.variable in {*free, *memberships}:
            raise Refused(f"{statement.variable} has two meanings in a hypothesis: rename the one that is bound")
        memberships[statement.variable] = Member(statement.variable, statement.domain)
        statement = statement.bodies[0]
    if not isinstance(statement, Eq):
        raise Refused(f"{statement} is not an equation")
    return Pattern(statement.args, tuple(memberships.values()), _bound(memberships, bindings, statement), given)


def _pattern_of_theorem(theorem: Theorem, bindings: Bindings, given: Given) -> Pattern:
    defined = {definition.head for definition in theorem.given.definitions}
    if defined & set(bindings):
        raise Refused("what a theorem defines cannot be given another meaning")
    for definition in theorem.given.definitions:
        meant = definition.instance(bindings)
        if not any(_same_definition(meant, known) for known in given.definitions):
            raise Refused(f"the theorem is about {meant.left} := {meant.right}, which is not defined so here")
    values = {name: value for name, value in bindings.items() if name != value}
    return Pattern((theorem.lhs, theorem.rhs), theorem.given.hypotheses, values, theorem.given)


def _same_definition(one: Definition, other: Definition) -> bool:
    arguments = other.arguments(one.left)
    return arguments is not None and algebra.equal(substitute(other.right, arguments), one.right)


def _pattern(by: Any, bindings: Bindings, given: Given) -> Pattern:
    if isinstance(by, Rule):
        return Pattern((by.lhs, by.rhs), by.conditions, _bound(by.schematic, bindings, by.name))
    if isinstance(by, Definition):
        return _pattern_of_definition(by, bindings, given)
    if isinstance(by, Hypothesis):
        return _pattern_of_hypothesis(by.statement, bindings, given)
    if isinstance(by, Theorem):
        return _pattern_of_theorem(by, bindings, given)
    raise Refused(f"{by!r} justifies nothing")


def equation(by: Any, bindings: Bindings, given: Given) -> tuple[Basic, Basic, tuple[Basic, ...]]:
    """The two sides and the conditions that a justification gives under bindings."""
    return _instance(_pattern(by, bindings, given))


def _instance(pattern: Pattern) -> tuple[Basic, Basic, tuple[Basic, ...]]:
    for value in pattern.values.values():
        _check_language(value.expr if isinstance(value, Lambda) else value)
    return pattern.instance()


def _meets(evidence: Evidence, statement: Basic, given: Given) -> bool:
    """Does a theorem meet a condition? It may assume what is given and, for ∀ w ∈ S: P, that w ∈ S."""
    theorem, variable = evidence.theorem, evidence.variable
    if theorem.rhs != S.true:
        return False
    if variable is not None:
        scope = opened(statement)
        if not isinstance(statement, ForAll) or scope is None or variable in names(statement):
            return False
        statement = substitute(scope.bodies[0], {scope.variable: variable})
        given = given.under(variable, scope.domain)
    if not set(theorem.given.definitions) <= set(given.definitions):
        return False
    known = all(h in given.hypotheses or holds(given, h) for h in theorem.given.hypotheses)
    return known and algebra.equal(theorem.lhs, statement)


def _discharged(by: Any, statement: Basic, given: Given, evidence: tuple[Evidence, ...]) -> Condition:
    if statement in given.hypotheses:
        return Condition(statement)
    shown = next((item for item in evidence if _meets(item, statement, given)), None)
    if shown or holds(given, statement):  # a theorem that is named is used: the checker need not see what holds
        return Condition(statement, shown)
    needs = (
        f"{by.name} needs {by.needs}"
        if isinstance(by, Rule) and by.needs
        else f"{getattr(by, 'name', 'the step')} has a condition"
    )
    raise Refused(f"{needs}; nothing says that {in_words(statement)}")


def reflexivity(given: Given, term: Basic) -> Theorem:
    """given ⊢ term = term. Refused where the term is not shown to be defined."""
    for part in (*given.hypotheses, *(side for d in given.definitions for side in (d.left, d.right))):
        _check_language(part)
    _check_defined(given, term)
    return Theorem(given, term, term, seal=_SEAL)


def _check_language(term: Basic) -> None:
    stranger = foreign(term)
    if stranger is not None:
        raise Refused(outside(stranger))
    presumption = unsaid_in(term)
    if presumption is not None:
        raise Refused(f"no hypothesis can say what SymPy presumes of {presumption}")


def _check_defined(given: Given, term: Basic) -> None:
    _check_language(term)
    unmet = missing(given, term)
    if unmet:
        raise Refused(f"{term} is defined only where {in_words(unmet[0])}, and nothing says so")


def _check_instance(given: Given, pattern: Pattern) -> None:
    """Are both sides defined, and the conditions too, where names stand for something else?"""
    for side in () if pattern.values else pattern.sides:
        _check_defined(given, side)
    for part, unmet in pattern.missing(given) if pattern.values else ():
        instance = substitute(part, pattern.values)
        raise Refused(f"{instance} comes from {part}, defined only where {in_words(unmet)}, and nothing says so")


def rewritten(
    theorem: Theorem,
    place: Place,
    by: Any,
    bindings: Bindings | None = None,
    *,
    backward: bool = False,
    evidence: tuple[Evidence, ...] = (),
    target: Basic | None = None,
    reverse: bool = False,
) -> Theorem:
    """Extend lhs = before by before = after, where `after` has the other side of an equation at the place.

    `target` writes the new right side as the author wants it, or, with `Algebra()`, says what the part at the place
    becomes. With `reverse` the place is one of the target, and the step leads from there to what was before. Refused
    where the part at the place is not the equation's side, a condition does not follow, or a side is not defined.
    """
    before, bindings = theorem.rhs, dict(bindings or {})
    start = target if reverse and target is not None else before
    local, part = given_at(theorem.given, start, place), part_at(start, place)
    rearranged = Pattern((part, part if target is None else target))
    pattern = rearranged if isinstance(by, Algebra) else _pattern(by, bindings, local)
    lhs, rhs, needed = _instance(pattern)
    source, result = (rhs, lhs) if backward else (lhs, rhs)
    derived = replaced(start, place, result)
    written = hygienic(derived) if target is None or isinstance(by, Algebra) else target
    after, end = (start, before) if reverse else (written, written)
    conditions = tuple(_discharged(by, statement, local, evidence) for statement in needed)
    _check_instance(local, pattern)
    _check_defined(theorem.given, after)
    if not algebra.equal(part, source) or (isinstance(by, Algebra) and not algebra.equal(part, result)):
        raise Refused(f"{part} is not {source if source != part else result} by {getattr(by, 'name', 'algebra')}")
    if not algebra.equal(end, derived):
        raise Refused(f"{end} does not follow; the step gives {derived}")
    step = Step(by, backward, reverse, place, tuple(bindings.items()), before, after, conditions)
    return Theorem(theorem.given, theorem.lhs, after, (*theorem.steps, step), seal=_SEAL)
