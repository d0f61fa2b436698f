"""The multinomial model: maximum likelihood is minimum cross-entropy from the shares r_k of the classes in all trials.

The log-likelihood is a constant, Σ_i log b_i, minus n m times that cross-entropy: sum y_ik log p_k(θ) over the
observations first.
"""

from functools import cache

from sympy import Lambda, Sum, log

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax, CrossEntropy, Member
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.document import Proof

from ..general.setting import L, Theta, classes, f, i, k, n, observations, theta
from .setting import b, likelihood, m, probabilities, r, seen, trials, y

for_all_theta = Given((*trials, *probabilities), (likelihood, seen))
for_one_theta = Given((*for_all_theta.hypotheses, Member(theta, Theta)), (likelihood, seen))
constant = Sum(log(b[i]), observations)


@cache
def multinomial_log_likelihood() -> Proof:
    out = (use(rules.constant_factor, c=1 / n), use(rules.constant_factor, c=1 / m))
    by_class = Sum(Sum(y[i, k], observations) * log(f(k, theta)), classes)
    return (
        chain(log(L(theta)), for_one_theta)
        .unfold(L, reason="independent observations")
        .by(rules.log_of_product, rules.log_of_two_factors, rules.log_of_product, rules.log_of_power)
        .by(rules.sum_of_sum)
        .eq(constant + by_class, by=(rules.exchange_of_sums, use(rules.constant_factor, c=log(f(k, theta)))))
        .eq(constant + n * m * Sum(r(k) * log(f(k, theta)), classes), by=(seen, *out))
        .eq(constant - n * m * CrossEntropy(r(k), f(k, theta), classes), by=rules.cross_entropy)
        .qed(
            "multinomial-log-likelihood",
            "The log-likelihood of the multinomial model",
            idea=(
                "The log turns products into sums; the coefficients are a term without the parameter, and the counts "
                "of a class in all observations make its share."
            ),
        )
    )


@cache
def multinomial_same_optimum() -> Proof:
    loss = CrossEntropy(r(k), f(k, theta), classes)
    return (
        chain(ArgMax(L(theta), (theta, Theta)), for_all_theta)
        .by(back(rules.argmax_of_log))
        .by(multinomial_log_likelihood())
        .by(use(rules.argmax_of_shifted, c=constant))
        .by(use(rules.argmax_of_negative, f=Lambda(theta, n * m * loss)))
        .by(use(rules.argmin_of_scaled, c=n * m, f=Lambda(theta, loss)))
        .qed(
            "multinomial-same-optimum",
            "Maximum likelihood is minimum cross-entropy from the shares",
            idea=(
                "The coefficients are a constant, and what is left is a positive multiple of a negative cross-entropy."
            ),
        )
    )
