"""The estimate of the rate of an exponential family is the inverse of the mean, where Θ has it, for ȳ > 0.

It is a global maximiser, for the logarithm lies below its tangent: θȳ − 1 − log(θȳ) > 0.
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
from .setting import L, Tbar, at_another, member, positive, z

exponential = member(theta * exp(-theta * z), positive, Lt(0, Tbar), Member(1 / Tbar, Theta))
of_exponential: dict[str, Any] = {
    **{"h": Lambda(z, 1), "eta": Lambda(theta, -theta)},
    **{"T": Lambda(z, z), "a": Lambda(theta, -log(theta))},
}


def exponential_loss(at: Expr) -> Expr:
    loss: Expr = at * Tbar - log(at)
    return loss


@cache
def below_in_exponential() -> Proof:
    x = theta * Tbar
    return (
        chain(Lt(exponential_loss(1 / Tbar), exponential_loss(theta)), at_another(exponential, 1 / Tbar))
        .by(rules.order_by_difference)
        .by(use(rules.log_of_power, a=Tbar, b=S.NegativeOne))
        .eq(Lt(0, x - 1 - log(x)), by=rules.log_of_two_factors)
        .by(rules.log_below_tangent)
        .qed(
            "exponential-below",
            "The exponential loss at the inverse of the mean",
            role="lemma",
            idea="The difference is the distance between the log and its tangent.",
        )
    )


@cache
def exponential_estimate() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), exponential)
        .by(use(same_optimum(), **of_exponential), reason="the loss of the exponential family")
        .by(use(rules.unique_minimiser, a=1 / Tbar, because=(below_in_exponential(), theta)))
        .qed("exponential", "Exponential: the estimate of the rate is the inverse of the mean")
    )
