"""One theorem gives the loss of every density h(y) exp(η(θ) T(y) − a(θ)): it is a(θ) − η(θ) T̄.

The data enter through the mean of T alone. Dropped are the base measure, Σ log h(y_i), and the factor n.
"""

from functools import cache

from sympy import Lambda, Sum, log

from mlce_sym import rules
from mlce_sym.border.nodes import ArgMax
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import Theta, theta
from .setting import L, T, Tbar, a, eta, f, family, h, i, mean, n, observations, y

logs = Sum(log(h(y[i])), observations)
loss = a(theta) - eta(theta) * Tbar


@cache
def log_likelihood() -> Proof:
    return (
        chain(log(L(theta)), family)
        .unfold(L, reason="independent observations")
        .by(rules.log_of_product)
        .unfold(f)
        .by(rules.log_of_two_factors)
        .by(rules.sum_of_sum)
        .eq(logs + Sum(eta(theta) * T(y[i]) - a(theta), observations))
        .eq(
            logs + eta(theta) * Sum(T(y[i]), observations) - n * a(theta),
            by=(rules.sum_of_sum, use(rules.constant_factor, c=eta(theta)), rules.sum_of_constant),
        )
        .eq(logs - n * loss, by=mean)
        .qed(
            "family-log-likelihood",
            "The log-likelihood of an exponential family",
            idea=(
                "The log of a density of the family is linear in $T(y_i)$, so that the data enter the sum through "
                r"their mean $\bar T$ alone."
            ),
        )
    )


@cache
def same_optimum() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), family)
        .by(back(rules.argmax_of_log))
        .by(log_likelihood())
        .by(use(rules.argmax_of_shifted, c=logs))
        .by(use(rules.argmax_of_negative, f=Lambda(theta, n * loss)))
        .by(use(rules.argmin_of_scaled, c=n, f=Lambda(theta, loss)))
        .qed(
            "family",
            "The loss of an exponential family",
            idea="The term with $h$ has no parameter in it, and a positive factor moves no optimum.",
        )
    )
