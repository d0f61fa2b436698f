"""The logarithm of the likelihood in the mean ȳ and the variance V of the observations.

The squares about m are those about ȳ, plus n (ȳ − m)², since deviations from the mean add up to 0.
"""

from functools import cache

from sympy import Sum, log

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Lt
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from .setting import L, V, c, half, i, m, mean, n, observations, s, sample, squares, variance, y, ybar


@cache
def deviations() -> Proof:
    return (
        chain(Sum(y[i] - ybar, observations), sample)
        .by(rules.sum_of_sum, rules.sum_of_constant)
        .by(mean)
        .eq(0)
        .qed("deviations", "Deviations from the mean add up to 0", role="lemma")
    )


@cache
def squares_about() -> Proof:
    deviation, distance = y[i] - ybar, ybar - m
    return (
        chain(squares(m), sample)
        .eq(Sum(deviation**2 + 2 * distance * deviation + distance**2, observations))
        .by(rules.sum_of_sum, rules.sum_of_sum)
        .by(use(rules.constant_factor, c=2 * distance), rules.sum_of_constant)
        .eq(squares(ybar) + n * distance**2, by=deviations())
        .eq(n * V + n * distance**2, by=variance)
        .qed(
            "squares",
            "The squares about any number",
            role="lemma",
            idea="The mixed terms add up to 0, for the deviations from the mean do.",
        )
    )


@cache
def log_likelihood() -> Proof:
    taken_out = (use(rules.constant_factor, c=1 / s), use(rules.constant_factor, c=-half))
    return (
        chain(log(L(m, s)), Given((*sample.hypotheses, Lt(0, c), Lt(0, s)), sample.definitions))
        .unfold(L)
        .by(rules.log_of_product)
        .by(rules.log_of_two_factors, rules.log_of_two_factors)
        .by(rules.log_of_power)
        .by(rules.sum_of_sum, rules.sum_of_sum, rules.sum_of_constant)
        .eq(n * log(c) - n * half * log(s) + Sum(-((y[i] - m) ** 2) / (2 * s), observations))
        .eq(n * log(c) - n * half * log(s) - squares(m) / (2 * s), by=taken_out)
        .eq(n * log(c) - n * half * (log(s) + (V + (ybar - m) ** 2) / s), by=squares_about())
        .qed(
            "gaussian-log-likelihood",
            "The log-likelihood in the mean and the variance of the observations",
            idea=r"Split the squares about the mean of the observations: they enter through $\bar y$ and $V$ alone.",
        )
    )
