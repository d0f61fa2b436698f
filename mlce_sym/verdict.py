"""`judge`: is an equation between plain SymPy terms proved, refuted, or unknown, and why?

May import everything but the command line and the book. Free symbols, entries and undefined functions stand for real numbers; the bounds of a Sum or
Product for integers lo, hi with hi ≥ lo − 1. Whatever else a term needs (log x needs x > 0) has to follow from `given`.

>>> from sympy import IndexedBase, Product, Sum, log, symbols
>>> i, n, theta = symbols("i n theta"); y = IndexedBase("y")
>>> L = Product(theta**y[i] * (1 - theta)**(1 - y[i]), (i, 1, n))
>>> judge(log(L), Sum(y[i]*log(theta) + (1 - y[i])*log(1 - theta), (i, 1, n)), given=[0 < theta, theta < 1]).status
'proved'
>>> judge(log(L), Sum(y[i]*log(theta) + y[i]*log(1 - theta), (i, 1, n)), given=[0 < theta, theta < 1]).status
'refuted'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sympy import Basic, Product, Sum, sympify

from .assumed import Assumed, NotUnderstood, assumed, essential
from .definedness import foreign, missing
from .given import Given
from .kernel import Refused, Theorem
from .prover.tactics import equated

PROVED, REFUTED, UNKNOWN = "proved", "refuted", "unknown"


@dataclass(frozen=True)
class Verdict:
    """The answer to "does lhs = rhs hold, given these assumptions?"

    `status` is "proved" (by the kernel: `theorem` is the proof), "refuted" (`counterexample` maps names to exact values at which the sides differ;
    `values` are the two values) or "unknown". `conditions` are the hypotheses in force; where the status is unknown, those that are missing, if any.
    """

    status: str
    reason: str
    conditions: tuple[Basic, ...] = ()
    counterexample: Mapping[Basic, Basic] = field(default_factory=dict)
    values: tuple[str, str] | None = None
    theorem: Theorem | None = None

    def __str__(self) -> str:
        return f"{self.status}: {self.reason}"


def judge(lhs: Any, rhs: Any, given: Iterable[Any] = ()) -> Verdict:
    """Is lhs = rhs wherever `given` holds (SymPy relations, memberships, and the assumptions of the symbols)?

    A relation that names an index which is only bound, such as p[i] > 0, is meant for every value of that index.
    """
    left, right = sympify(lhs, strict=True), sympify(rhs, strict=True)
    try:
        _refuse_strangers(left, right)
        known = assumed(given, left, right)
        return _judged(left, right, known)
    except NotUnderstood as reason:
        return Verdict(UNKNOWN, str(reason))


def _refuse_strangers(*terms: Basic) -> None:
    for term in terms:
        for part in term.find(lambda t: isinstance(t, (Sum, Product))):
            if any(len(limit) != 3 for limit in part.limits):
                raise NotUnderstood(f"{part} has no lower and upper bound")
        stranger = foreign(term)
        if stranger is not None:
            raise NotUnderstood(f"{stranger} ({type(stranger).__name__}) is outside the language of theorems")


def _judged(left: Basic, right: Basic, known: Assumed) -> Verdict:
    given = known.given
    unmet = essential(given, dict.fromkeys((*missing(given, left), *missing(given, right))))
    enough = Given((*given.hypotheses, *unmet))
    theorem = _attempt(left, right, enough)
    if theorem is not None and not unmet:
        return Verdict(PROVED, "by the kernel, where what `conditions` names holds", given.hypotheses, theorem=theorem)
    refuted = None if known.unsaid else _counterexample(left, right, given)
    if refuted is not None:
        return refuted
    return Verdict(UNKNOWN, _why(unmet, theorem, known), unmet)


def _attempt(left: Basic, right: Basic, given: Given) -> Theorem | None:
    try:
        return equated(left, right, given)
    except Refused:
        return None


def _why(unmet: tuple[Basic, ...], theorem: Theorem | None, known: Assumed) -> str:
    if unmet:
        needs = "; ".join(map(str, unmet))
        return f"{'it holds' if theorem else 'the two sides are defined'} where {needs}, and nothing given says so"
    if known.unsaid:
        return f"the rules do not lead from one side to the other, and no counterexample is sought, for {known.unsaid[0]} cannot be said"
    return "the rules do not lead from one side to the other, and no counterexample was found"
