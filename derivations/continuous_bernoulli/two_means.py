"""p^t (1 − p)^{1 − t} is a weighted geometric mean of p and 1 − p, below the arithmetic one if p is not 1/2."""

from functools import cache

from sympy import Function, S, symbols

from mlce_sym import rules
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Le, Lt, Member
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.document import Proof

from ..iid.setting import unit
from .concave_log import concave_log
from .setting import B, formula, given, p, t, uneven

M = Function("M")
u, v = symbols("u v")
arithmetic = Definition(M(t, p), t * p + (1 - t) * (1 - p))
two_means = (formula, arithmetic)
lead = M(t, p) - B(t, p)


@cache
def below_the_mean() -> Proof:
    return (
        chain(Lt(0, lead), given(uneven, Member(t, unit), definitions=two_means))
        .by(back(rules.order_by_difference, u=B(t, p), v=M(t, p)))
        .by(back(rules.order_of_logs))
        .unfold(B, M)
        .by(rules.log_of_two_factors)
        .by(rules.log_of_power)
        .by(rules.order_by_difference)
        .by(use(concave_log(), a=p, b=1 - p))
        .qed(
            "below-the-mean",
            "The geometric mean lies below the arithmetic mean",
            role="lemma",
            idea="Taking logs leaves the strict concavity of the logarithm.",
        )
    )


@cache
def weaker() -> Proof:
    return chain(Le(u, v), Given((Lt(u, v),))).by(rules.known_bound).qed("weaker", "Less is at most", role="lemma")


@cache
def not_above_the_mean() -> Proof:
    line = chain(Le(0, lead), given(uneven, Member(t, unit), definitions=two_means))
    line = line.by(use(weaker(), u=S.Zero, v=lead, because=below_the_mean()))
    return line.qed("not-above-the-mean", "The lead is not negative", role="lemma")
