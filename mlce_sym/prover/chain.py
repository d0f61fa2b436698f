"""Chains: a proof as on the blackboard, each line an expression and the rule that gives it.

A chain has no truth of its own: every step is made by the kernel.

>>> from sympy import symbols, log
>>> from mlce_sym import rules
>>> a, b = symbols("a b")
>>> chain(log(a * b), [a > 0, b > 0]).by(rules.log_of_two_factors).theorem
log(a*b) = log(a) + log(b)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sympy import Basic, Eq, Symbol

from ..border.binding import children, hygienic, names, occurrences, opened
from ..border.given import Definition, Given
from ..border.nodes import ForAll, as_term
from ..border.places import Place, part_at, replaced
from ..border.rule import Rule
from ..kernel.theorem import Theorem
from ..terms.errors import Refused
from .derivation import Algebra, Derivation, Evidence, Hypothesis, other_side, reflexivity, rewritten
from .document import Line, Proof
from .logic import equal
from .matcher import bound_names, found, matches, may_hold, numbered_names, with_bound_names
from .understood import read_like, understood


@dataclass(frozen=True)
class Use:
    """A justification, with what some of its names stand for, its direction, and the theorems that meet its
    conditions."""

    by: Rule | Definition | Hypothesis | Derivation
    bindings: Mapping[str, Basic] = field(default_factory=dict)
    backward: bool = False
    because: tuple[Evidence, ...] = ()

    @property
    def name(self) -> str:
        return self.by.name if isinstance(self.by, (Rule, Derivation)) else str(getattr(self.by, "left", self.by))

    @property
    def sides(self) -> tuple[Basic, Basic]:
        """The side to look for, and the side that replaces it."""
        sides: tuple[Basic, ...]
        if isinstance(self.by, Definition):
            sides = (self.by.left, self.by.right)
        elif isinstance(self.by, Hypothesis):
            sides = _equation(self.by.statement).args
        else:
            sides = (self.by.lhs, self.by.rhs)
        return (sides[1], sides[0]) if self.backward else (sides[0], sides[1])

    @property
    def schematic(self) -> frozenset[Any]:
        if isinstance(self.by, Rule):
            return self.by.schematic
        if isinstance(self.by, Definition):
            return frozenset(children(self.by.left))
        if isinstance(self.by, Hypothesis):
            return frozenset(_quantified(self.by.statement))
        speaks_of = (names(self.by.lhs) | names(self.by.rhs)) - {d.head for d in self.by.given.definitions}
        return frozenset(name for name in speaks_of if isinstance(name, Symbol) or str(name) in self.bindings)

    def known(self) -> dict[Any, Basic]:
        if not self.bindings:
            return {}
        by_name = {str(name): name for name in self._bindable()}
        strangers = sorted(set(self.bindings) - set(by_name))
        if strangers:
            raise Refused(f"{self.name} has no {', '.join(strangers)}; it speaks of {', '.join(sorted(by_name))}")
        return {by_name[name]: value for name, value in self.bindings.items()}

    def _bindable(self) -> frozenset[Any]:
        if not isinstance(self.by, Derivation):
            return self.schematic
        given = self.by.given
        terms = (self.by.lhs, self.by.rhs, *given.hypotheses, *(d.right for d in given.definitions))
        return frozenset(name for term in terms for name in names(term)) - {d.head for d in given.definitions}


def _quantified(statement: Basic) -> Iterator[Symbol]:
    while isinstance(statement, ForAll):
        yield statement.variable
        statement = statement.bodies[0]


def _equation(statement: Basic) -> Basic:
    while isinstance(statement, ForAll):
        statement = statement.bodies[0]
    if not isinstance(statement, Eq):
        raise Refused(f"{statement} is not an equation")
    return statement


def use(by: Any, *, backward: bool = False, because: Any = (), **bindings: Basic | int) -> Use:
    """A justification with details: `use(rules.binary_cases, f=Lambda(k, P(k)), y=y[i])`.

    `because` names theorems that meet conditions: a theorem, or a pair (theorem, variable) for a condition "for all".
    """
    items = because if isinstance(because, (list, tuple)) and not _is_pair(because) else (because,)
    values = {name: as_term(value) for name, value in bindings.items()}
    return Use(_plain(by), values, backward, tuple(_evidence(item) for item in items))


def _is_pair(item: Any) -> bool:
    return isinstance(item, tuple) and len(item) == 2 and isinstance(item[1], Symbol)


def _evidence(item: Any) -> Evidence:
    return Evidence(_plain(item[0]), item[1]) if _is_pair(item) else Evidence(_plain(item))


def _plain(by: Any) -> Any:
    if not isinstance(by, (Rule, Definition, Hypothesis, Derivation, Proof)):
        raise TypeError(f"{by!r} is no justification: give a rule, a definition, a hypothesis or a theorem")
    return by.derivation if isinstance(by, Proof) else by


def back(by: Any, **bindings: Basic | int) -> Use:
    """A justification read from right to left."""
    return use(by, backward=True, **bindings)


Places = Iterable[tuple[Place, dict[Any, Basic]]]


def _places(theorem: Derivation, how: Use) -> Iterator[tuple[Place, dict[Any, Basic]]]:
    return found(how.sides[0], theorem.rhs, how.schematic, how.known())


def _disjoint(places: Places) -> Iterator[Place]:
    """The outermost places, none inside another."""
    kept: list[Place] = []
    for place, _ in places:
        if not any(_overlap(place, other) for other in kept):
            kept.append(place)
            yield place


def _overlap(one: Place, other: Place) -> bool:
    for a, b in zip(one, other, strict=False):
        if isinstance(a, tuple) or isinstance(b, tuple):
            return bool(set(a if isinstance(a, tuple) else (a,)) & set(b if isinstance(b, tuple) else (b,)))
        if a != b:
            return False
    return True


def everywhere(theorem: Derivation, how: Use) -> Derivation:
    """Use a justification once at each place where it fits, outermost first. Refused where it fits nowhere, or where
    for one of the parts that it fits its conditions are met nowhere, as in none of the cases."""
    places: Places = tuple(_places(theorem, how))
    parts = [part_at(theorem.rhs, place) for place in _disjoint(places)]
    if not parts:
        raise Refused(f"{how.name} fits no part of {theorem.rhs}: it speaks of {how.sides[0]}")
    done: set[Basic] = set()
    for part in parts:
        try:
            theorem, places = _once(theorem, how, part, places), ()
        except Refused:
            if part not in done:
                raise
        done.add(part)
    return theorem


def _once(theorem: Derivation, how: Use, part: Basic, places: Places = ()) -> Derivation:
    """Use it at the first place where the part stands and its conditions are met; `places` are those known to fit."""
    refusals: list[Refused] = []
    for place, bindings in places or _places(theorem, how):
        if part_at(theorem.rhs, place) == part:
            try:
                return _rewritten(theorem, place, how, bindings)
            except Refused as refused:
                refusals.append(refused)
    raise refusals[0] if refusals else Refused(f"{how.name} no longer fits {part}")


def _to_target(theorem: Derivation, target: Basic, uses: tuple[Use, ...]) -> Derivation:
    for how in uses:
        theorem = everywhere(theorem, how)
    if theorem.rhs == target:
        return theorem
    if not equal(theorem.rhs, target):
        raise Refused(f"the line gives {theorem.rhs}, which is not {target} by algebra")
    return rewritten(theorem, (), Algebra(), target=target)


def _from_target(theorem: Derivation, target: Basic, uses: tuple[Use, ...]) -> Derivation:
    """The same steps, found from the target and read in reverse."""
    return onto(theorem, _to_target(reflexivity(theorem.given, target), theorem.rhs, uses))


def onto(theorem: Derivation, other: Derivation) -> Derivation:
    """From lhs = middle and rhs = middle, lhs = rhs: the steps of the other theorem read in reverse."""
    for step in reversed(other.steps):
        how: dict[str, Any] = {"backward": step.backward, "evidence": step.evidence, "target": step.before}
        place, reverse = ((), False) if isinstance(step.by, Algebra) else (step.place, True)
        theorem = rewritten(theorem, place, step.by, dict(step.bindings), reverse=reverse, **how)
    return theorem


def first_place(theorem: Derivation, how: Use, part: Basic | None = None) -> Derivation | None:
    """Use a justification at the first place (that holds the part, if one is named) where it fits and its
    conditions are met."""
    for place, bindings in _places(theorem, how):
        if part is None or part_at(theorem.rhs, place) == part:
            try:
                return _rewritten(theorem, place, how, bindings)
            except Refused:
                continue
    return None


def first_of(theorem: Derivation, rules: Iterable[Rule]) -> Iterator[Derivation]:
    """What each rule that fits somewhere makes of the theorem, at the first place where its conditions are met."""
    for rule in rules:
        if may_hold(rule.lhs, theorem.rhs, rule.schematic):
            longer = first_place(theorem, Use(rule))
            if longer is not None:
                yield longer


def at_place(theorem: Derivation, place: Place, how: Use) -> Derivation | None:
    """Use a justification at one place, or None where it does not fit there, or one of its conditions is not met."""
    for bindings in matches(how.sides[0], part_at(theorem.rhs, place), how.schematic, how.known()):
        try:
            return _rewritten(theorem, place, how, bindings)
        except Refused:
            continue
    return None


def _rewritten(theorem: Derivation, place: Place, how: Use, bindings: dict[Any, Basic]) -> Derivation:
    """One step, which keeps the names of the bound variables at hand instead of the rule's own."""
    pattern, other = how.sides
    theirs = bound_names(pattern, part_at(theorem.rhs, place))
    target = None
    if theirs and any(map(opened, occurrences(other))):
        result = other_side(how.by, bindings, how.backward)
        numbered, bound = numbered_names(result, theorem.rhs), set(map(_variable, occurrences(result)))
        ours = {v: theirs[stem] for v, stem in numbered.items() if stem in theirs and stem not in bound}
        wanted = {**numbered, **ours, **theirs}
        target = hygienic(replaced(theorem.rhs, place, with_bound_names(result, wanted)))
    return rewritten(theorem, place, how.by, bindings, backward=how.backward, evidence=how.because, target=target)


def _variable(term: Basic) -> Symbol | None:
    scope = opened(term)
    return scope.variable if scope else None


@dataclass(frozen=True)
class Chain:
    """given ⊢ lhs = … = the expression reached. Every method returns a longer chain, or raises Refused and says why."""

    derivation: Derivation
    lines: tuple[Line, ...] = ()

    @property
    def theorem(self) -> Theorem:
        return self.derivation.theorem

    @property
    def expression(self) -> Basic:
        return self.derivation.rhs

    def __str__(self) -> str:
        from .shown import as_text

        return as_text(self.theorem, self.lines)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(str(self))

    def _repr_latex_(self) -> str | None:
        from .shown import as_latex

        return as_latex(self.theorem, self.lines)

    def by(self, *justifications: Any, reason: str | None = None) -> Chain:
        """The next line: each justification used wherever it fits."""
        theorem = self.derivation
        for how in map(self._use, justifications):
            theorem = everywhere(theorem, how)
        return self._line(theorem, reason)

    def eq(self, target: Any, by: Any = (), reason: str | None = None) -> Chain:
        """The next line, written out. The justifications must lead to it, up to algebra, or lead from it to this
        one; where none are named and algebra does not do, a proof is searched for, as by `judge`."""
        target = read_like(self.derivation, as_term(target))
        uses = tuple(map(self._use, by if isinstance(by, (list, tuple)) else (by,)))
        if not uses and not equal(self.expression, target):
            from .shortening import searched

            return self._line(searched(self.derivation, target), reason)
        try:
            theorem = _to_target(self.derivation, target, uses)
        except Refused as refused:
            try:
                theorem = _from_target(self.derivation, target, uses)
            except Refused as other:
                raise Refused(f"{refused}; and backwards from that line, {other}") from None
        return self._line(theorem, reason)

    def unfold(self, *heads: Any, reason: str | None = None) -> Chain:
        """Replace defined names by their definitions, wherever they stand."""
        return self.by(*(_definition(self.derivation.given, head) for head in heads), reason=reason)

    def fold(self, term: Any, reason: str | None = None) -> Chain:
        """Write a defined term for what it stands for."""
        definition = _definition(self.derivation.given, term)
        values = dict(zip(map(str, children(definition.left)), children(term), strict=True))
        return self.by(Use(definition, values, backward=True), reason=reason)

    def differentiate(self, target: Any = None, by: Any = (), reason: str | None = None) -> Chain:
        """The next line: every derivative worked out, as far as the rules go. Refused where none can be.

        With a target the line is written out; the justifications must lead from the derivatives to it, as in `eq`.
        """
        from .calculus import worked_out

        worked = replace(self, derivation=worked_out(self.derivation))
        if worked.derivation is self.derivation:
            raise Refused(f"there is no derivative in {self.expression} that a rule or a definition fits")
        if target is not None:
            worked = worked.eq(target, by=by)
        return self._line(worked.derivation, reason)

    def qed(self, name: str, title: str = "", words: str = "", role: str = "theorem") -> Proof:
        """The theorem, named, with the lines of its proof."""
        return Proof(self.derivation.named(name), title, words, self.lines, role)

    def _use(self, how: Any) -> Use:
        return how if isinstance(how, Use) else use(how)

    def _line(self, theorem: Derivation, reason: str | None) -> Chain:
        if theorem is self.derivation:
            return self
        return replace(self, derivation=theorem, lines=(*self.lines, Line(len(theorem.steps), reason)))


def _definition(given: Given, head: Any) -> Definition:
    for definition in given.definitions:
        if head in (definition.left, definition.head) or getattr(head, "func", head) == definition.head:
            return definition
    raise Refused(f"{head} is not defined here")


def chain(expression: Any, given: Given | Iterable[Any] = ()) -> Chain:
    """Start a chain at an expression. Raises Refused where nothing says that the expression is defined, and
    NotUnderstood where something that is given has no reading here; each is an MlceError.

    `given` may be a list of SymPy relations: `chain(log(a * b), [a > 0, b > 0])`.
    """
    term = as_term(expression)
    read = understood(given, term)
    return Chain(reflexivity(read.given, *read.terms))
