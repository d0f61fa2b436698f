"""Permuting the hidden units changes neither the output of the network, nor the likelihood, nor the cross-entropy.

The output is a sum over the hidden units, and so the same in another order; the rest depends on the output alone.
"""

from functools import cache

from sympy import Lambda, Sum

from mlce_sym.border.given import Definition
from mlce_sym.prover import chain, use
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import CE, L, P, i, theta
from ..models.setting import d, eta, h, j, network, phi, u, v, x
from .another_order import sum_in_another_order
from .setting import at_theta, given, move, permuted

probability, likelihood, cross_entropy = given().definitions[2:]


@cache
def same_output() -> Proof:
    unit = Lambda(h, v(h, theta) * phi(Sum(x[i, j] * u(h, j, theta), (j, 1, d))))
    return (
        chain(eta(i, move(theta)), given(at_theta))
        .unfold(eta, reason="the output of the network")
        .by(*map(Hypothesis, permuted[1:]))
        .by(use(sum_in_another_order(), f=unit))
        .eq(eta(i, theta), by=Definition(eta(i, theta), network))
        .qed(
            "same-output",
            "The same output",
            "This holds at every parameter, not only at minima.",
            idea="The output is a sum over the units, and a sum does not know its order.",
        )
    )


@cache
def same_likelihood() -> Proof:
    return (
        chain(L(move(theta)), given(at_theta))
        .unfold(L)
        .unfold(P)
        .by(same_output())
        .eq(L(theta), by=(likelihood, probability))
        .qed(
            "same-likelihood",
            "The same likelihood",
            idea="The likelihood knows the parameter through the outputs alone.",
        )
    )


@cache
def same_cross_entropy() -> Proof:
    return (
        chain(CE(move(theta)), given(at_theta))
        .unfold(CE)
        .by(same_output())
        .eq(CE(theta), by=cross_entropy)
        .qed("same-cross-entropy", "The same cross-entropy")
    )
