"""The cross-entropy is the mean of those of the one-hot labels and the model's distributions on {0, 1}.

The probability of the label y_i is picked out of the probabilities of 0 and 1 by δ_{k, y_i}.
"""

from functools import cache

from sympy import KroneckerDelta, Sum, log

from mlce_sym import rules
from mlce_sym.border.nodes import CrossEntropy
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from .setting import CE, P, for_one_theta, i, k, n, observations, probability, theta, y


@cache
def mean_of_cross_entropies() -> Proof:
    one_hot = KroneckerDelta(k, y[i])
    return (
        chain(CE(theta), for_one_theta())
        .unfold(CE)
        .eq(
            -Sum(log(P(i, y[i], theta)), observations) / n,
            by=(probability, rules.log_of_two_factors, rules.log_of_power),
        )
        .eq(-Sum(Sum(one_hot * log(P(i, k, theta)), (k, 0, 1)), observations) / n, by=rules.sifting)
        .eq(Sum(-Sum(one_hot * log(P(i, k, theta)), (k, 0, 1)), observations) / n, by=use(rules.constant_factor, c=-1))
        .eq(Sum(CrossEntropy(one_hot, P(i, k, theta), (k, 0, 1)), observations) / n, by=rules.cross_entropy)
        .qed(
            "mean-of-cross-entropies",
            "The cross-entropy is a mean of cross-entropies",
            idea=(
                "Each term is the log-probability of the label that was seen; a Kronecker delta writes it as a sum "
                "over both labels, which is a cross-entropy."
            ),
        )
    )
