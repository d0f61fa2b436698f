"""What a certificate states, as plain data: theorems that are claimed, their steps, and the conditions of these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..logic.given import Definition
from ..terms.places import Place
from ..terms.terms import Term


@dataclass(frozen=True)
class Condition:
    """A side condition of a step, and the name of the theorem that meets it (None: it follows from what is given).

    For a condition ∀ w ∈ S: P(w), `variable` is what the theorem calls w.
    """

    prop: Term
    theorem: str | None = None
    variable: str | None = None


@dataclass(frozen=True)
class Step:
    """before = after, by one justification at one place of `before`; of `after`, where the step is read in reverse.

    `kind` is rule, definition, hypothesis, theorem or procedure; `by` its name, or the number of the hypothesis.
    """

    kind: str
    by: str | int
    backward: bool
    reverse: bool
    place: Place
    bindings: Mapping[str, Term]
    before: Term
    after: Term
    conditions: tuple[Condition, ...] = ()

    def __str__(self) -> str:
        return f"hypothesis {self.by}" if self.kind == "hypothesis" else f"the {self.kind} {self.by!r}"


@dataclass(frozen=True)
class Claim:
    """hypotheses, definitions ⊢ lhs = rhs, with the steps that are said to prove it."""

    name: str
    hypotheses: tuple[Term, ...]
    definitions: tuple[Definition, ...]
    lhs: Term
    rhs: Term
    steps: tuple[Step, ...]
