"""A theorem, and what a step may name. Only `step.py` makes theorems: nobody else has the seal.

"hypotheses, definitions ⊢ lhs = rhs" says: whenever the hypotheses hold, both sides are defined and equal (as real
numbers, as sets, or, for propositions, equivalent).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import InitVar, dataclass, field

from ..logic.given import Given
from ..terms.errors import Malformed
from ..terms.kinds import Kinds
from ..terms.terms import REAL, Term
from ..terms.words import in_words
from .claims import Step
from .rule_table import Rule, shipped

SEAL = object()


@dataclass(frozen=True)
class Theorem:
    """given ⊢ lhs = rhs, with the steps that prove it; `beyond` names the rules it rests on that are not shipped."""

    given: Given
    lhs: Term
    rhs: Term
    steps: tuple[Step, ...] = field(default=(), compare=False)
    name: str = ""
    sort: str = REAL
    kinds: Kinds = field(default=frozenset(), repr=False)
    beyond: frozenset[str] = frozenset()
    seal: InitVar[object] = None

    def __post_init__(self, seal: object) -> None:
        if seal is not SEAL:
            raise TypeError("a Theorem is made by the kernel alone: begin with begun(given, term)")

    def __init_subclass__(cls) -> None:
        raise TypeError("there is no class of theorems but this one")

    def __repr__(self) -> str:
        resting = ", ".join(map(repr, sorted(self.beyond)))
        note = f" (by rules not in the table: {resting})" if resting else ""
        return f"{in_words(self.lhs)} = {in_words(self.rhs)}{note}"


@dataclass(frozen=True)
class Known:
    """What a step may name: rules (None: those that are shipped) and earlier theorems."""

    rules: Mapping[str, Rule] | None = None
    theorems: Mapping[str, Theorem] = field(default_factory=dict)

    def rule(self, name: str) -> Rule:
        own = shipped(name)
        rule = own if self.rules is None else self.rules.get(name)
        if rule is None:
            raise Malformed(f"there is no rule {name!r}")
        return own if own is not None and rule == own else rule  # 1 and True are equal, and only one of them a term

    def theorem(self, name: str) -> Theorem:
        if name not in self.theorems:
            raise Malformed(f"no earlier theorem is called {name!r}")
        return self.theorems[name]


SHIPPED = Known()


def require(condition: bool, why: str | Callable[[], str]) -> None:
    """Raise Malformed where the condition fails; a message that takes time is written only then."""
    if not condition:
        raise Malformed(why if isinstance(why, str) else why())
