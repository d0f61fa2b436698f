"""Σ_i (y_ij − μ_j)(y_ik − μ_k) is the same sum about the mean ȳ of the observations, plus n (ȳ_j − μ_j)(ȳ_k − μ_k).

Write a residual as y_ij − μ_j = (y_ij − ȳ_j) + (ȳ_j − μ_j). The mixed terms vanish in the sum over the observations,
since deviations from the mean add up to 0.
"""

from functools import cache

from sympy import Sum

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import k
from ..models.setting import j
from .setting import DEFINITIONS, from_mean, from_mu, mean, n, observations, of_mean, sizes

sample = Given(sizes, DEFINITIONS)


@cache
def deviations() -> Proof:
    return (
        chain(Sum(from_mean(j), observations), sample)
        .by(rules.sum_of_sum, use(rules.constant_factor, c=-1), rules.sum_of_constant)
        .by(mean)
        .eq(0)
        .qed("deviations", "Deviations from the mean add up to 0", role="lemma")
    )


@cache
def products() -> Proof:
    (e_j, e_k), (f_j, f_k) = map(from_mean, (j, k)), map(of_mean, (j, k))
    return (
        chain(Sum(from_mu(j) * from_mu(k), observations), sample)
        .eq(Sum(e_j * e_k + e_j * f_k + e_k * f_j + f_j * f_k, observations))
        .by(rules.sum_of_sum, rules.sum_of_sum, rules.sum_of_sum)
        .by(use(rules.constant_factor, c=f_k), use(rules.constant_factor, c=f_j), rules.sum_of_constant)
        .eq(Sum(e_j * e_k, observations) + n * f_j * f_k, by=(use(deviations(), j=j), use(deviations(), j=k)))
        .qed(
            "products",
            "The products of residuals",
            role="lemma",
            idea="The mixed terms add up to 0, for the deviations from the mean do.",
        )
    )
