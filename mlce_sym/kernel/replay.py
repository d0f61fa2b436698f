"""Replaying a certificate: each claim's steps are taken again, by the same step that made them.

>>> from dataclasses import replace
>>> claim = Claim("t", (("Lt", 0, "x"),), (), ("Mul", "x", ("Pow", "x", -1)), 1, ())
>>> replay((claim,))
(x/x = 1,)
>>> replay((replace(claim, hypotheses=()),))
Traceback (most recent call last):
...
mlce_sym.kernel.replay.Rejected: theorem 't': x/x is defined only where x ≠ 0, and nothing says so
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from ..logic.given import assumed
from ..terms.errors import Malformed, MlceError, Refused
from ..terms.terms import alpha
from .claims import Claim, Step
from .rule_table import Rule
from .step import begun, extended, kinds_of, named_theorem
from .theorem import Known, Theorem, require


class Rejected(MlceError, ValueError):
    """A certificate that does not hold up; the message says in which theorem, in which step, and why."""

    def __init__(self, why: str, theorem: str = "", step: int = 0) -> None:
        where = f"theorem {theorem!r}" * bool(theorem) + f", step {step}" * bool(step)
        super().__init__(f"{where}: {why}" if where else why)
        self.why, self.theorem, self.step = why, theorem, step


@contextmanager
def _blaming(theorem: str, step: int = 0) -> Iterator[None]:
    """What is refused inside is the fault of this step of this theorem."""
    try:
        yield
    except (Refused, Malformed) as problem:
        raise Rejected(str(problem), theorem, step) from None
    except RecursionError:
        raise Rejected("it is nested too deeply", theorem, step) from None


def replay(claims: Iterable[Claim], rules: Mapping[str, Rule] | None = None) -> tuple[Theorem, ...]:
    """The theorems that are claimed, proved; `rules` are those that they may name (None: those that are shipped).
    Raises Rejected."""
    earlier: dict[str, Theorem] = {}
    for claim in claims:
        with _blaming(claim.name):
            require(claim.name not in earlier, "another theorem has this name")
        earlier[claim.name] = _proved(claim, Known(rules, dict(earlier)))
    return tuple(earlier.values())


def _proved(claim: Claim, known: Known) -> Theorem:
    given = assumed(claim.hypotheses, claim.definitions)
    with _blaming(claim.name):
        sort, _ = kinds_of(given, (claim.lhs, claim.rhs))
        theorem = begun(given, claim.lhs, sort)
        if not claim.steps:
            theorem = extended(theorem, Step("procedure", "algebra", False, False, (), {}, claim.lhs, claim.rhs))
    for number, step in enumerate(claim.steps, 1):
        with _blaming(claim.name, number):
            theorem = extended(theorem, step, known)
    with _blaming(claim.name):
        require(alpha(theorem.rhs) == alpha(claim.rhs), "the last step does not end at the right side")
    return named_theorem(theorem, claim.name)
