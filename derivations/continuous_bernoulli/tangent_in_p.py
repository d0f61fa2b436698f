"""p^t (1 − p)^{1 − t} lies below its tangent at q: B(t, p) < B(t, q) (t p/q + (1 − t) (1 − p)/(1 − q)) for p ≠ q."""

from functools import cache

from sympy import Expr, log, symbols

from mlce_sym import rules
from mlce_sym.border.nodes import Different, Lt, Member
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.document import Proof

from ..iid.setting import unit
from .concave_log import concave_log
from .setting import B, formula, given, p, t

q = symbols("q")
at = Member(t, unit)


def tangent(at: Expr, to: Expr) -> Expr:
    """The tangent at a point, as a function of another one."""
    found: Expr = B(t, at) * (t * to / at + (1 - t) * (1 - to) / (1 - at))
    return found


@cache
def below_the_tangent() -> Proof:
    one, other = p / q, (1 - p) / (1 - q)
    log_lead = Lt(0, log(t * one + (1 - t) * other) - t * log(one) - (1 - t) * log(other))
    return (
        chain(Lt(0, tangent(q, p) - B(t, p)), given(Lt(0, q), Lt(q, 1), Different(p, q), at, definitions=(formula,)))
        .by(back(rules.order_by_difference, u=B(t, p), v=tangent(q, p)))
        .by(back(rules.order_of_logs))
        .by(rules.log_of_two_factors)
        .unfold(B)
        .by(rules.log_of_two_factors)
        .by(rules.log_of_power)
        .by(rules.order_by_difference)
        .eq(log_lead, by=rules.log_of_quotient)
        .by(use(concave_log(), a=one, b=other))
        .qed(
            "below-the-tangent",
            "Below the tangent",
            role="lemma",
            idea="Taking logs, after division by $B(t; q)$, leaves the strict concavity of the logarithm.",
        )
    )
