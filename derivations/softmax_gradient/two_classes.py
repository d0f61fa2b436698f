"""For two classes the derivative of log(1 + e^z) − y z in the logit z is σ(z) − y, with the logistic function σ."""

from functools import cache

from sympy import S, exp, log, symbols

from mlce_sym.border.given import Given
from mlce_sym.border.nodes import derivative
from mlce_sym.prover import chain
from mlce_sym.prover.document import Proof

from ..models.setting import logistic, sigma

z, y = symbols("z y")


@cache
def success() -> Proof:
    return (
        chain(sigma(z), Given((), (logistic,)))
        .unfold(sigma)
        .eq(exp(z) / (1 + exp(z)))
        .qed("success", "The probability of the label 1", role="lemma")
    )


@cache
def binary() -> Proof:
    loss = log(1 + exp(z)) - y * z
    return (
        chain(derivative(loss, z, S.Reals), Given((), (logistic,)))
        .differentiate(exp(z) / (1 + exp(z)) - y)
        .eq(sigma(z) - y, by=success())
        .qed("binary", "Two classes: the cross-entropy of the logistic function")
    )
