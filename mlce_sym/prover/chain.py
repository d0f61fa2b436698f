"""Chains: a proof as on the blackboard, each line an expression and the rule that gives it.

A chain has no truth of its own: every step is made by the kernel.

>>> from sympy import symbols, log
>>> from mlce_sym import rules
>>> a, b = symbols("a b")
>>> chain(log(a * b), [a > 0, b > 0]).by(rules.log_of_two_factors).theorem
log(a*b) = log(a) + log(b)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sympy import Basic

from ..border.binding import children
from ..border.given import Definition, Given
from ..border.nodes import as_term
from ..kernel.theorem import Theorem
from ..terms.errors import Refused
from .derivation import Derivation, reflexivity
from .document import Line, Proof
from .justification import Use, everywhere, from_target, to_target, use
from .logic import equal
from .understood import read_like, understood


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

    __repr__ = __str__  # at the prompt

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
            from .shortening import searched  # which loads every tactic

            return self._line(searched(self.derivation, target), reason)
        try:
            theorem = to_target(self.derivation, target, uses)
        except Refused as refused:
            try:
                theorem = from_target(self.derivation, target, uses)
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
        from .calculus import worked_out  # which loads the rules of calculus

        worked = replace(self, derivation=worked_out(self.derivation))
        if worked.derivation is self.derivation:
            raise Refused(f"there is no derivative in {self.expression} that a rule or a definition fits")
        if target is not None:
            worked = worked.eq(target, by=by)
        return self._line(worked.derivation, reason)

    def qed(self, name: str, title: str = "", words: str = "", role: str = "theorem", idea: str = "") -> Proof:
        """The theorem, named, with the lines of its proof, before which stands its idea."""
        return Proof(self.derivation.named(name), title, words, self.lines, role, idea)

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
