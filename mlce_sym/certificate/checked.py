"""The independent checker: it replays a certificate and evaluates every step, on plain data, without SymPy or the
kernel.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..kernel.replay import Rejected, verify

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


def check(document: Any) -> Report:
    """Replay a certificate (`docs/certificate.md`) and evaluate its steps in ball arithmetic. Raises Rejected."""
    replayed = verify(document)
    from ..evaluate.numeric import check_document
    from ..evaluate.outcomes import Disagreement

    found = check_document(document)
    if isinstance(found, Disagreement):
        at = ", ".join(f"{name} = {value}" for name, value in found.values.items())
        where = f", where {at}" if at else ""
        raise Rejected(f"{found.place}: {found.why}: {found.left} against {found.right}{where}")
    if found.unmet:
        raise Rejected(f"{found.unmet[0]}: no values were found that meet what is assumed, so no step was evaluated")
    if found.unevaluated:
        first = found.unevaluated[0]
        raise Rejected(f"{first.place}: it could not be evaluated at any of the values that were tried: {first.reason}")
    return Report(replayed.theorems, replayed.steps, replayed.conditions, found.evaluated)
