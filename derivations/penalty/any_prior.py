"""For weights with the density c exp(−λ g(w)) the logarithm of the prior is −λ Σ_j g(w_j) and a constant."""

from functools import cache

from sympy import Lambda, Sum, log

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import Theta, theta
from ..models.setting import d
from .setting import L, c, constants, g, most_probable, of_weights, positive, prior, rate, weight, weights

penalty = Sum(g(weight), weights)


@cache
def log_prior() -> Proof:
    return (
        chain(log(prior(theta)), Given(constants, (of_weights,)))
        .unfold(prior)
        .by(rules.log_of_product)
        .by(rules.log_of_two_factors)
        .by(rules.sum_of_sum, rules.sum_of_constant)
        .eq(d * log(c) + Sum(-rate * g(weight), weights))
        .eq(d * log(c) - rate * penalty, by=(use(rules.constant_factor, c=rate), use(rules.constant_factor, c=-1)))
        .qed(
            "log-prior",
            "The log of the prior",
            idea="The log turns the product into a sum, and each exponential into a penalty.",
        )
    )


@cache
def penalised() -> Proof:
    loss = -log(L(theta)) + rate * penalty
    return (
        chain(most_probable, Given((*constants, positive), (of_weights,)))
        .by(back(rules.argmax_of_log))
        .by(rules.log_of_two_factors)
        .by(log_prior())
        .eq(ArgMax(-loss, (theta, Theta)), by=use(rules.argmax_of_shifted, c=d * log(c)))
        .by(use(rules.argmax_of_negative, f=Lambda(theta, loss)))
        .qed(
            "penalised",
            "The most probable parameter minimises a penalised loss",
            idea="The log turns the prior's factor into a term, and its constant moves no optimum.",
        )
    )
