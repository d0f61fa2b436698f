"""A theorem with the SymPy terms that a search looks at; the terms are only a view, and the theorem is the kernel's.

`reflexivity` starts a derivation and `rewritten` takes a step: SymPy says what the next term could be, the step is
encoded, and the kernel makes the longer theorem, or refuses.

>>> from sympy import Function, Lambda, Product, S, Sum, log, symbols
>>> from mlce_sym.border.nodes import ForAll, Le, Lt, Member
>>> i, n, f = *symbols("i n"), Function("f")
>>> positive = ForAll(Lt(0, f(i)), (i, 1, n))
>>> rule = Rule("log of a product", log(Product(f(i), (i, 1, n))), Sum(log(f(i)), (i, 1, n)), (positive,))
>>> given = Given((Member(n, S.Integers), Le(1, n), positive))
>>> rewritten(reflexivity(given, rule.lhs), (), rule, {f: Lambda((i,), f(i)), n: n}).theorem
log(Product(f(i), i in 1..n)) = Sum(log(f(i)), i in 1..n) (by rules not in the table: 'log of a product')
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from sympy import Basic, Eq, Symbol

from ..border.binding import hygienic, in_own_nodes, substitute
from ..border.encoding import encode, encode_definition, encode_given
from ..border.given import Definition, Given
from ..border.names import name_of
from ..border.nodes import ForAll, Member
from ..border.places import Place, part_at, replaced
from ..border.presumed import presumptions, unsaid_in
from ..border.rule import Rule, axiom
from ..kernel import claims
from ..kernel import step as kernel
from ..kernel.theorem import Known, Theorem
from ..logic.definedness import follows
from ..logic.given import Given as PlainGiven
from ..terms.errors import Malformed, Refused, TooLarge
from ..terms.terms import Term
from ..terms.words import in_words

Bindings = Mapping[Any, Basic]


@dataclass(frozen=True)
class Hypothesis:
    """An equation among the hypotheses, under quantifiers or not, used as a justification."""

    statement: Basic


@dataclass(frozen=True)
class Algebra:
    """Equal up to algebra."""


@dataclass(frozen=True)
class Evidence:
    """The derivation that meets a condition; for a condition ∀ w ∈ S: P(w), `variable` is what it calls w."""

    derivation: Derivation
    variable: Symbol | None = None


@dataclass(frozen=True)
class Step:
    """before = after, by one justification at one place of `before`; of `after`, where the step is read in reverse."""

    by: Rule | Definition | Hypothesis | Derivation | Algebra
    backward: bool
    reverse: bool
    place: Place
    bindings: tuple[tuple[Any, Basic], ...]
    before: Basic
    after: Basic
    evidence: tuple[Evidence, ...]  # of its conditions, where they do not simply follow


@dataclass(frozen=True)
class Derivation:
    """given ⊢ lhs = rhs, as SymPy shows it, and the theorem that says so."""

    given: Given
    lhs: Basic
    rhs: Basic
    theorem: Theorem
    steps: tuple[Step, ...] = ()

    @property
    def name(self) -> str:
        return self.theorem.name

    def __repr__(self) -> str:
        return repr(self.theorem)

    def named(self, name: str) -> Derivation:
        return replace(self, theorem=kernel.named_theorem(self.theorem, name))


@contextmanager
def _refusing() -> Iterator[None]:
    """What cannot be encoded is refused."""
    try:
        yield
    except (Malformed, TooLarge, ZeroDivisionError) as problem:
        raise Refused(str(problem)) from None
    except RecursionError:
        raise Refused("it is nested too deeply") from None


def reflexivity(given: Given, term: Basic) -> Derivation:
    """given ⊢ term = term. Refused where the term is not shown to be defined."""
    term = in_own_nodes(term)
    with _refusing():
        for part in (*given.hypotheses, *(side for d in given.definitions for side in (d.left, d.right))):
            _check_sayable(part)
        _check_presumed(given, term)
        return Derivation(given, term, term, kernel.begun(encode_given(given), encode(term)))


def _check_sayable(term: Basic) -> None:
    presumption = unsaid_in(term)
    if presumption is not None:
        raise Refused(f"no hypothesis can say what SymPy presumes of {presumption}")


def _check_presumed(given: Given, term: Basic) -> None:
    """SymPy uses what it presumes of a name whenever it builds a term, so that the hypotheses have to say it."""
    _check_sayable(term)
    for fact in presumptions(term):
        if not follows(encode_given(given), encode(fact)):
            raise Refused(f"{term} is meant only where {in_words(encode(fact))}, and nothing says so")


def equation(by: Any, bindings: Bindings, parts: slice = slice(None)) -> tuple[Basic, ...]:
    """The two sides and then the conditions that a justification gives under bindings, as SymPy writes them; or only
    some of these parts."""
    try:
        return tuple(substitute(part, _values(by, bindings)) for part in _pattern(by)[parts])
    except (TypeError, AttributeError, ValueError) as problem:  # what SymPy says of a number that is none
        raise Refused(f"{getattr(by, 'name', by)}: SymPy cannot write what it is here: {problem}") from None


def other_side(by: Any, bindings: Bindings, backward: bool) -> Basic:
    """What a justification puts at the place, under bindings."""
    return equation(by, bindings, slice(0, 1) if backward else slice(1, 2))[0]


def _values(by: Any, bindings: Bindings) -> Bindings:
    if isinstance(by, Derivation):
        return {name: value for name, value in bindings.items() if name != value}
    return bindings


def _pattern(by: Any) -> tuple[Basic, ...]:
    """The sides and conditions of a justification, before its names get their values."""
    if isinstance(by, Rule):
        return (by.lhs, by.rhs, *by.conditions)
    if isinstance(by, Definition):
        return (by.left, by.right)
    if isinstance(by, Derivation):
        return (by.lhs, by.rhs, *by.given.hypotheses)
    if not isinstance(by, Hypothesis):
        raise Refused(f"{by!r} justifies nothing")
    statement, memberships = by.statement, []
    while isinstance(statement, ForAll):
        memberships.append(Member(statement.variable, statement.domain))
        statement = statement.bodies[0]
    if not isinstance(statement, Eq):
        raise Refused(f"{statement} is not an equation")
    return (*statement.args, *memberships)


def rewritten(
    before: Derivation,
    place: Place,
    by: Any,
    bindings: Bindings | None = None,
    *,
    backward: bool = False,
    evidence: tuple[Evidence, ...] = (),
    target: Basic | None = None,
    reverse: bool = False,
) -> Derivation:
    """Extend lhs = before by before = after, where `after` has the other side of an equation at the place.

    `target` writes the new right side as the author wants it, or, with `Algebra()`, says what the part at the place
    becomes. With `reverse` the place is one of the target, and the step leads from there to what was before. Refused
    where the part at the place is not the equation's side, a condition does not follow, or a side is not defined.
    """
    bindings = dict(bindings or {})
    with _refusing():
        after, conditions = _suggested(before, place, by, bindings, backward, target, reverse)
        _check_presumed(before.given, after)
        start = after if reverse else before.rhs
        local = kernel.given_at(before.theorem.given, encode(start), place)
        wanted = [(encode(condition), _chosen(encode(condition), local, before, evidence)) for condition in conditions]
        kind, name, known = _named(by, before, tuple(item for _, item in wanted if item))
        stated = tuple(_condition(prop, item, known) for prop, item in wanted)
        plain = {
            name_of(key): encode(value) for key, value in sorted(bindings.items(), key=lambda pair: name_of(pair[0]))
        }
        recorded = claims.Step(kind, name, backward, reverse, place, plain, encode(before.rhs), encode(after), stated)
        theorem = kernel.extended(before.theorem, recorded, known)
    used = tuple(item for _, item in wanted if item)
    step = Step(by, backward, reverse, place, tuple(bindings.items()), before.rhs, after, used)
    return replace(before, rhs=after, theorem=theorem, steps=(*before.steps, step))


def _suggested(
    before: Derivation, place: Place, by: Any, bindings: Bindings, backward: bool, target: Basic | None, reverse: bool
) -> tuple[Basic, tuple[Basic, ...]]:
    """What could stand after the step, and the conditions that it needs."""
    if isinstance(by, Algebra):
        part = part_at(before.rhs, place)
        return hygienic(replaced(before.rhs, place, part if target is None else target)), ()
    conditions = equation(by, bindings, slice(2, None))
    if target is not None:
        return target, conditions
    return hygienic(replaced(before.rhs, place, other_side(by, bindings, backward))), conditions


def _chosen(prop: Term, local: PlainGiven, before: Derivation, evidence: tuple[Evidence, ...]) -> Evidence | None:
    """The first of the theorems at hand that meets the condition; None where it is a hypothesis, or none does."""
    if prop in local.hypotheses:
        return None
    return next((item for item in evidence if _meets(item, prop, local, before)), None)


def _meets(item: Evidence, prop: Term, local: PlainGiven, before: Derivation) -> bool:
    variable = None if item.variable is None else name_of(item.variable)
    try:
        kernel.check_evidence(prop, item.derivation.theorem, variable, local, before.theorem.kinds)
    except (Malformed, TooLarge):
        return False
    return True


def _named(by: Any, before: Derivation, used: tuple[Evidence, ...]) -> tuple[str, str | int, Known]:
    """What the step is by, in the words of a certificate, and what that and the theorems used are."""
    theorems = {item.derivation.name: item.derivation.theorem for item in used}
    rules = None
    if isinstance(by, Algebra):
        kind, name = "procedure", "algebra"
    elif isinstance(by, Rule):
        kind, name, rules = "rule", by.name, {by.name: axiom(by)}
    elif isinstance(by, Derivation):
        kind, name = "theorem", by.name
        theorems[by.name] = by.theorem
    elif isinstance(by, Definition):
        kind, name = "definition", encode_definition(by).name
        if by not in before.given.definitions:
            raise Refused(f"{by.left} is not defined here")
    else:
        return "hypothesis", _number(by, before), Known(None, theorems)
    return kind, name, Known(rules, theorems)


def _number(by: Hypothesis, before: Derivation) -> int:
    if by.statement not in before.given.hypotheses:
        raise Refused(f"{by.statement} is not a hypothesis here")
    return before.given.hypotheses.index(by.statement)


def _condition(prop: Term, item: Evidence | None, known: Known) -> claims.Condition:
    if item is None:
        return claims.Condition(prop)
    if not item.derivation.name:
        raise Refused(f"the theorem {item.derivation} meets a condition, and needs a name for that: name it")
    if known.theorems[item.derivation.name] is not item.derivation.theorem:
        raise Refused(f"two different theorems are called {item.derivation.name!r}: name them apart")
    variable = None if item.variable is None else name_of(item.variable)
    return claims.Condition(prop, item.derivation.name, variable)
