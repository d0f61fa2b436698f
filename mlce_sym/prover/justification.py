"""Justifications: rules, definitions, hypotheses and theorems, and the places of a term where they fit.

Every step is made by the kernel; what is here chooses its place, its bindings and its direction.

>>> from sympy import log, symbols
>>> from mlce_sym import rules
>>> from mlce_sym.border.given import Given
>>> from mlce_sym.border.nodes import Lt
>>> a, b = symbols("a b")
>>> start = reflexivity(Given((Lt(0, a), Lt(0, b))), log(a * b))
>>> everywhere(start, use(rules.log_of_two_factors)).rhs
log(a) + log(b)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sympy import Basic, Eq, Mul, Symbol, symbols

from .. import rules
from ..border.binding import children, hygienic, names, occurrences, opened
from ..border.encoding import encode
from ..border.given import Definition
from ..border.names import NotPlain
from ..border.nodes import ForAll, as_term
from ..border.places import Place, part_at, replaced
from ..border.rule import Rule
from ..logic.algebra import canonical
from ..terms.errors import Refused
from .derivation import Algebra, Derivation, Evidence, Hypothesis, other_side, reflexivity, rewritten
from .document import Proof
from .logic import equal
from .matcher import bound_names, found, matches, may_hold, numbered_names, with_bound_names


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


def to_target(theorem: Derivation, target: Basic, uses: tuple[Use, ...]) -> Derivation:
    for how in uses:
        theorem = everywhere(theorem, how)
    if theorem.rhs == target:
        return theorem
    if not equal(theorem.rhs, target):
        raise Refused(f"the line gives {theorem.rhs}, which is not {target} by algebra")
    return rewritten(theorem, (), Algebra(), target=target)


def from_target(theorem: Derivation, target: Basic, uses: tuple[Use, ...]) -> Derivation:
    """The same steps, found from the target and read in reverse."""
    return onto(theorem, to_target(reflexivity(theorem.given, target), theorem.rhs, uses))


def onto(theorem: Derivation, other: Derivation) -> Derivation:
    """From lhs = middle and rhs = middle, lhs = rhs: the steps of the other theorem read in reverse; forwards, where
    they have been read in reverse."""
    for step in reversed(other.steps):
        how: dict[str, Any] = {"backward": step.backward, "evidence": step.evidence, "target": step.before}
        place, reverse = ((), False) if isinstance(step.by, Algebra) else (step.place, not step.reverse)
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
    theirs, is_factor = bound_names(pattern, part_at(theorem.rhs, place)), _is_factor_under_a_binder(theorem.rhs, place)
    target = None
    if is_factor or (theirs and any(map(opened, occurrences(other)))):
        result = other_side(how.by, bindings, how.backward)
        numbered, bound = numbered_names(result, theorem.rhs), set(map(_variable, occurrences(result)))
        ours = {v: theirs[stem] for v, stem in numbered.items() if stem in theirs and stem not in bound}
        wanted = {**numbered, **ours, **theirs}
        result = with_bound_names(result, wanted)
        if is_factor:
            return _with_factor(theorem, place, how, bindings, result)
        target = hygienic(replaced(theorem.rhs, place, result))
    return rewritten(theorem, place, how.by, bindings, backward=how.backward, evidence=how.because, target=target)


def _is_factor_under_a_binder(term: Basic, place: Place) -> bool:
    """There SymPy may cancel a sum against a power of it, and the kernel, which compares quotients with each other and
    not inside of a Σ, does not see the same."""
    *around, last = place or [()]
    under = any(opened(part_at(term, tuple(around[:depth]))) for depth in range(len(around)))
    return under and isinstance(last, int) and isinstance(part_at(term, tuple(around)), Mul)


def _with_factor(theorem: Derivation, place: Place, how: Use, bindings: dict[Any, Basic], factor: Basic) -> Derivation:
    """One step at a factor, and, where SymPy cancels that against the others, this as another one."""
    around, others = place[:-1], list(children(part_at(theorem.rhs, place[:-1])))
    others[place[-1]] = factor
    apart, product = Mul(*others, evaluate=False), Mul(*others)
    whole = hygienic(replaced(theorem.rhs, around, product))
    try:
        same = canonical(encode(apart)) == canonical(encode(product))
    except NotPlain as strange:  # SymPy makes i of √−1
        raise Refused(str(strange)) from None
    target = whole if same else hygienic(replaced(theorem.rhs, around, apart))
    longer = rewritten(theorem, place, how.by, bindings, backward=how.backward, evidence=how.because, target=target)
    values = dict(zip(symbols("u v"), (apart, product), strict=True))
    return longer if same else rewritten(longer, around, rules.equal_parts, values, target=whole)


def _variable(term: Basic) -> Symbol | None:
    scope = opened(term)
    return scope.variable if scope else None
