"""A proof that a search has found, made fit to be read: no detours, and a line for every idea.

A search brings both sides to a common form, and so comes again and again to terms that are equal up to algebra. Between
these its steps are edges of a graph, in which the shortest way is the proof: steps that undo each other are on none.

>>> from sympy import IndexedBase, Product, S, Sum, log, symbols
>>> from mlce_sym.border.given import Given
>>> from mlce_sym.border.nodes import ForAll, Lt, Le, Member
>>> from mlce_sym.prover.tactics import equated
>>> i, n, a, y = *symbols("i n a"), IndexedBase("y")
>>> given = Given((Member(n, S.Integers), Le(1, n), Lt(0, a)))
>>> found = equated(log(Product(a ** y[i], (i, 1, n))), Sum(y[i] * log(a), (i, 1, n)), given)
>>> len(found.steps), len(shortened(found).steps)
(4, 2)
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from sympy import Basic

from ..border.rule import Rule
from ..rules import field_of
from ..terms.errors import Refused
from .apart import parted
from .derivation import Algebra, Derivation, Step, reflexivity, rewritten
from .document import Line
from .lemmas import name_for
from .logic import equal
from .seconds import SECONDS, Stopped, within


def shortened(proof: Derivation) -> Derivation:
    """The same theorem, and those that it rests on, each by the fewest of its steps, algebra not counted."""
    return _Shorter().of(proof)


def searched(theorem: Derivation, target: Basic, seconds: float = SECONDS) -> Derivation:
    """lhs = … = the target, by a proof that a search finds within so many seconds. Refused, in two lines, where it
    finds none."""
    from .strategies import proved

    try:
        with within(seconds):
            found = proved(theorem.rhs, target, theorem.given, name_for(theorem.rhs, target))
    except Stopped:
        raise Refused(f"no proof of {theorem.rhs} = {target} was found in {seconds:g} s") from None
    if found is None:
        here, there = parted(theorem.rhs, target, theorem.given)
        raise Refused(
            f"no rules lead from this line to the one written out; they differ in\n  here:  {here}\n  there: {there}"
        )
    return _Shorter().along(theorem, found)


@dataclass(frozen=True)
class _Shorter:
    """Theorems with their shorter proofs, by their names."""

    known: dict[str, Derivation] = field(default_factory=dict)

    def of(self, proof: Derivation) -> Derivation:
        if not proof.name:
            return self.along(reflexivity(proof.given, proof.lhs), proof)
        if proof.name not in self.known:
            self.known[proof.name] = self.along(reflexivity(proof.given, proof.lhs), proof).named(proof.name)
        return self.known[proof.name]

    def along(self, found: Derivation, proof: Derivation) -> Derivation:
        """The fewest of a proof's steps one after the other, each from the term from which it was taken before."""
        steps = _shortest(proof)
        for step, following in zip(steps, [*(step.before for step in steps), proof.rhs][1:], strict=True):
            found = _reached(found, step.before)
            found = rewritten(
                found,
                step.place,
                self.of(step.by) if isinstance(step.by, Derivation) else step.by,
                dict(step.bindings),
                backward=step.backward,
                evidence=tuple(replace(item, derivation=self.of(item.derivation)) for item in step.evidence),
                target=step.after if step.reverse else following,
                reverse=step.reverse,
            )
        return _reached(found, proof.rhs)


def _reached(found: Derivation, term: Basic) -> Derivation:
    return found if found.rhs == term else rewritten(found, (), Algebra(), target=term)


def _shortest(proof: Derivation) -> list[Step]:
    """The fewest steps on the way from the left side to the right one, terms that are equal up to algebra being one."""
    taken = [step for step in proof.steps if not isinstance(step.by, Algebra)]
    met: list[Basic] = []
    start, end = _number(proof.lhs, met), _number(proof.rhs, met)
    edges = [(_number(step.before, met), _number(step.after, met), step) for step in taken]
    reached: dict[int, tuple[int, Step] | None] = {start: None}
    waiting = deque([start])
    while waiting and end not in reached:
        here = waiting.popleft()
        for before, after, step in edges:
            if before == here and after not in reached:
                reached[after] = (here, step)
                waiting.append(after)
    return list(reversed(list(_back(reached, end))))


def _number(term: Basic, met: list[Basic]) -> int:
    """Which of the terms met before it is equal to, or its own number among them."""
    found = next((number for number, other in enumerate(met) if equal(term, other)), None)
    if found is None:
        met.append(term)
        return len(met) - 1
    return found


def _back(reached: dict[int, tuple[int, Step] | None], end: int) -> Iterator[Step]:
    there = reached[end]
    while there is not None:
        yield there[1]
        there = reached[there[0]]


def ideas(proof: Derivation) -> tuple[Line, ...]:
    """The lines of the brief proof: steps by rules of one field, and runs of one justification, are one line."""
    numbered = groupby(enumerate(proof.steps, 1), lambda pair: _idea(pair[1]))
    return tuple(Line(list(run)[-1][0]) for _, run in numbered)


def _idea(step: Step) -> str:
    return field_of(step.by.name) if isinstance(step.by, Rule) else str(getattr(step.by, "name", type(step.by)))
