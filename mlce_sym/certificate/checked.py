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
    from ..evaluate.outcomes import Difference

    found = check_document(document)
    if isinstance(found, Difference):
        at = ", ".join(f"{name} = {value}" for name, value in found.values.items())
        raise Rejected(f"{found.place}: {found.why}: {found.left} against {found.right}, where {at}")
    if found.unevaluated:
        raise Rejected(
            f"{found.unevaluated[0]}: no values were found that meet what is assumed; it may contradict itself"
        )
    return Report(replayed.theorems, replayed.steps, replayed.conditions, found.evaluated)
