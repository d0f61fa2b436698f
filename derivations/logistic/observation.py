"""One observation with the output z and the label y has the log-likelihood y z − log(1 + exp z).

The probabilities of the two labels are exp(z)/(1 + exp z) and 1/(1 + exp z); the logarithms of quotients do the rest.
"""

from functools import cache

from sympy import exp, log, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.prover import chain
from mlce_sym.prover.document import Proof

from ..models.setting import logistic, sigma, z
from ..softmax_gradient.two_classes import success

label = symbols("y")


@cache
def failure() -> Proof:
    return (
        chain(1 - sigma(z), Given((), (logistic,)))
        .eq(1 / (1 + exp(z)), by=success())
        .qed("failure", "The probability of the label 0", role="lemma")
    )


@cache
def complement() -> Proof:
    return (
        chain(sigma(z), Given((), (logistic,)))
        .eq(1 - 1 / (1 + exp(z)), by=success())
        .qed("complement", "The probability of the label 1 as that of the complement", role="lemma")
    )


@cache
def one_label() -> Proof:
    return (
        chain(label * log(sigma(z)) + (1 - label) * log(1 - sigma(z)), Given((), (logistic,)))
        .by(failure(), success())
        .eq(label * z - log(1 + exp(z)), by=(rules.log_of_quotient, rules.log_of_power))
        .qed("one-label", "The log-likelihood of one observation", role="lemma")
    )
