"""With a known variance the estimate of the mean of a Gaussian is the mean, where Θ has it.

It is a global maximiser: the loss at θ exceeds that at ȳ by the square (θ − ȳ)²/(2σ²).
"""

from functools import cache
from typing import Any

from sympy import Expr, Lambda, S, exp, symbols

from mlce_sym import rules
from mlce_sym.border.nodes import ArgMax, Lt, Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import Theta, theta
from .one_loss import same_optimum
from .setting import L, Tbar, at_another, member, z

c, v = symbols("c v")
gaussian = member(c * exp(-((z - theta) ** 2) / (2 * v)), Lt(0, c), Lt(0, v), Member(Tbar, Theta))
of_gaussian: dict[str, Any] = {
    **{"h": Lambda(z, c * exp(-(z**2) / (2 * v))), "eta": Lambda(theta, theta / v)},
    **{"T": Lambda(z, z), "a": Lambda(theta, theta**2 / (2 * v))},
}


def gaussian_loss(at: Expr) -> Expr:
    loss: Expr = at**2 / (2 * v) - at * Tbar / v
    return loss


@cache
def below_in_gaussian() -> Proof:
    square = (theta - Tbar) ** 2
    return (
        chain(Lt(gaussian_loss(Tbar), gaussian_loss(theta)), at_another(gaussian, Tbar))
        .by(rules.order_by_difference)
        .eq(Lt(0, 1 / (2 * v) * square))
        .by(use(rules.order_of_multiples, c=1 / (2 * v), u=S.Zero, v=square))
        .by(rules.positive_square)
        .qed("gaussian-below", "The Gaussian loss at the mean", role="lemma", idea="The difference is a square.")
    )


@cache
def gaussian_estimate() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), gaussian)
        .by(use(same_optimum(), **of_gaussian), reason="the loss of the Gaussian family")
        .by(use(rules.unique_minimiser, a=Tbar, because=(below_in_gaussian(), theta)))
        .qed("gaussian", "Gaussian with known variance: the estimate of the mean is the mean")
    )
