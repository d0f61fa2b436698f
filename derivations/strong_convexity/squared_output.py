"""z² σ(z) (1 − σ(z)) < 4 for every output z = 2h: the variance of a label lies below 4/z²."""

from functools import cache

from sympy import exp

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Lt
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..logistic.observation import failure
from ..models.setting import logistic, sigma
from ..softmax_gradient.two_classes import success
from .half_an_output import h, quotient_below_one

z = 2 * h
quotient = h**2 * exp(z) / (1 + exp(z)) ** 2


@cache
def below_four() -> Proof:
    return (
        chain(Lt(z**2 * (sigma(z) * (1 - sigma(z))), 4), Given((), (logistic,)))
        .by(failure(), success())
        .eq(Lt(4 * quotient, 4 * 1))
        .by(use(rules.order_of_multiples, c=4, u=quotient, v=1))
        .by(quotient_below_one())
        .qed("below-four", "The variance of a label times the square of the output")
    )
