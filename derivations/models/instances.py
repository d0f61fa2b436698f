"""For every model with a logistic output, whatever maximises the likelihood minimises the cross-entropy.

It is the general theorem for p_i(θ) = σ(η_i(θ)): the logistic function lies between 0 and 1, and no more is used. What
η is does not matter; logistic regression and a network with one hidden layer are written out.
"""

from functools import cache

from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax, ArgMin
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.optimum import same_optimum
from ..bernoulli.setting import CE, L, Theta, theta
from .setting import a_number, d, given, linear, m, network, probability


def instance(known: Given, name: str, title: str) -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), known)
        .eq(
            ArgMin(CE(theta), (theta, Theta)),
            by=use(same_optimum(), p=probability),
            reason="the general theorem",
        )
        .qed(name, title)
    )


@cache
def any_output() -> Proof:
    return instance(given(None), "any-output", "Any model with a logistic output")


@cache
def logistic_regression() -> Proof:
    return instance(given(linear, *a_number(d)), "logistic-regression", "Logistic regression")


@cache
def neural_network() -> Proof:
    known = given(network, *a_number(d), *a_number(m))
    return instance(known, "neural-network", "A network with one hidden layer")
