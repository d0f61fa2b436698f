"""The estimate of the rate of a Poisson family is the mean, where Θ has it: ȳ = 0 is no rate.

It is a global maximiser, for the logarithm lies below its tangent: θ/ȳ − 1 − log(θ/ȳ) > 0.
"""

from functools import cache
from typing import Any

from sympy import Expr, Lambda, S, exp, log

from mlce_sym import rules
from mlce_sym.border.nodes import ArgMax, Lt, Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import Theta, theta
from .one_loss import same_optimum
from .setting import L, Tbar, at_another, base, h, member, positive, z

poisson = member(h(z) * theta**z * exp(-theta), base, positive, Member(Tbar, Theta))
of_poisson: dict[str, Any] = {"eta": Lambda(theta, log(theta)), "T": Lambda(z, z), "a": Lambda(theta, theta)}


def poisson_loss(at: Expr) -> Expr:
    loss: Expr = at - Tbar * log(at)
    return loss


@cache
def below_in_poisson() -> Proof:
    gap = theta / Tbar - 1 - log(theta / Tbar)
    return (
        chain(Lt(poisson_loss(Tbar), poisson_loss(theta)), at_another(poisson, Tbar))
        .by(rules.order_by_difference)
        .eq(Lt(0, Tbar * gap), by=rules.log_of_quotient)
        .by(use(rules.order_of_multiples, c=Tbar, u=S.Zero, v=gap))
        .by(rules.log_below_tangent)
        .qed(
            "poisson-below",
            "The Poisson loss at the mean",
            role="lemma",
            idea="The difference is a positive multiple of the distance between the log and its tangent.",
        )
    )


@cache
def poisson_estimate() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), poisson)
        .by(use(same_optimum(), **of_poisson), reason="the loss of the Poisson family")
        .by(use(rules.unique_minimiser, a=Tbar, because=(below_in_poisson(), theta)))
        .qed("poisson", "Poisson: the estimate of the rate is the mean")
    )
