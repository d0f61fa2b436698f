"""Two checks of a certificate: the kernel takes every step of it again, and every step is evaluated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..kernel.claims import Claim
from ..kernel.replay import Rejected, replay
from ..kernel.rule_table import rule_of
from ..terms.errors import Malformed
from .document import Faulty, parse_document
from .settings import check_definitions

__all__ = ["Rejected", "Report", "check", "verify"]


@dataclass(frozen=True)
class Report:
    """What was checked: theorems, steps, side conditions discharged, and instances at which a step was evaluated."""

    theorems: int
    steps: int
    conditions: int
    instances: int

    def __str__(self) -> str:
        counts = (
            (self.theorems, "theorem"),
            (self.steps, "step"),
            (self.conditions, "condition"),
            (self.instances, "numeric instance"),
        )
        theorems, steps, conditions, instances = (f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts)
        return f"Checked: {theorems}, {steps}, {conditions} discharged, {instances} tried."

    __repr__ = __str__  # at the prompt


class NotEvaluated(Rejected):
    """A certificate that was replayed, and of which something could not be evaluated at any values."""


def verify(document: object, rules: Mapping[str, Any] | None = None) -> tuple[Claim, ...]:
    """Replay a certificate in full; `rules` are rows of a rule table by name (None: the shipped). Raises Rejected."""
    try:
        claims = parse_document(document)
        replay(claims, None if rules is None else {name: rule_of(row) for name, row in rules.items()})
        check_definitions(claims)
    except Faulty as problem:
        raise Rejected(str(problem), problem.theorem, problem.step) from None
    except Malformed as problem:
        raise Rejected(str(problem)) from None
    return claims


def check(document: Any) -> Report:
    """Replay a certificate (`docs/certificate.md`) and evaluate its steps in ball arithmetic. Raises Rejected."""
    claims = verify(document)
    from ..evaluate.numeric import check_document
    from ..evaluate.outcomes import Disagreement

    found = check_document(document)
    if isinstance(found, Disagreement):
        at = ", ".join(f"{name} = {value}" for name, value in found.values.items())
        where = f", where {at}" if at else ""
        raise Rejected(f"{found.place}: {found.why}: {found.left} against {found.right}{where}")
    if found.unmet:
        why = "no values were found that meet what is assumed, so no step was evaluated"
        raise NotEvaluated(f"{found.unmet[0]}: {why}")
    if found.unevaluated:
        first = found.unevaluated[0]
        raise NotEvaluated(
            f"{first.place}: it could not be evaluated at any of the values that were tried: {first.reason}"
        )
    steps = [step for claim in claims for step in claim.steps]
    return Report(len(claims), len(steps), sum(len(step.conditions) for step in steps), found.evaluated)
