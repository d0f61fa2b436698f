"""The cross-entropy is that of the empirical distribution p̂ and the model, and p̂(1) = ȳ.

The sum over the observations becomes a sum over the labels 0 and 1, each counted as often as it occurs.
"""

from functools import cache

from sympy import KroneckerDelta, Sum, log

from mlce_sym import rules
from mlce_sym.border.nodes import CrossEntropy
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import CE, i, k, n, observations, theta, y
from .setting import Q, for_all_theta, for_one_theta, mean, model, phat, shares, ybar


@cache
def share_of_ones() -> Proof:
    return (
        chain(phat(1), for_all_theta())
        .unfold(phat)
        .by(rules.delta_at_one)
        .eq(ybar, by=mean)
        .qed("share-of-ones", "The share of the label 1 is the mean")
    )


@cache
def class_counts() -> Proof:
    indicator = KroneckerDelta(k, y[i])
    counts = Sum(Sum(indicator * log(Q(k, theta)), observations), (k, 0, 1))
    by_observation = Sum(Sum(indicator * log(Q(k, theta)), (k, 0, 1)), observations)
    return (
        chain(CE(theta), for_one_theta())
        .unfold(CE)
        .eq(-Sum(log(Q(y[i], theta)), observations) / n, by=(model, rules.log_of_two_factors, rules.log_of_power))
        .eq(-by_observation / n, by=rules.sifting)
        .eq(-counts / n, by=rules.exchange_of_sums)
        .eq(
            -Sum(Sum(indicator, observations) * log(Q(k, theta)), (k, 0, 1)) / n,
            by=use(rules.constant_factor, c=log(Q(k, theta))),
        )
        .eq(-Sum(phat(k) * log(Q(k, theta)), (k, 0, 1)), by=(shares, use(rules.constant_factor, c=1 / n)))
        .eq(CrossEntropy(phat(k), Q(k, theta), (k, 0, 1)), by=rules.cross_entropy)
        .qed(
            "class-counts",
            "The cross-entropy of the empirical distribution and the model",
            idea="Sort the labels: each term is a sum over both labels, and the sums change places.",
        )
    )
