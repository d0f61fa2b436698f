"""For ȳ = 1 or ȳ = 0 there is no maximiser.

The likelihood, θ^n or (1 − θ)^n, only tends to its supremum as θ goes to an end of (0, 1), which has no greatest
number and no least.
"""

from functools import cache

from mlce_sym import rules
from mlce_sym.border.nodes import ArgMax, Equals
from mlce_sym.prover import back, chain
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import L, theta
from ..iid.binary_form import in_terms_of_the_mean
from ..iid.optimum import same_optimum
from ..iid.setting import unit, ybar
from .setting import given


@cache
def all_ones() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, unit)), given(Equals(ybar, 1)))
        .by(same_optimum(), in_terms_of_the_mean(), reason="in terms of the mean")
        .by(Hypothesis(Equals(ybar, 1)))
        .by(back(rules.argmax_of_negative))
        .by(rules.argmax_of_log)
        .by(rules.no_greatest_number)
        .qed(
            "all-ones",
            "If every label is 1, the supremum is not attained",
            r"The likelihood is $\theta^n$, which only tends to its supremum 1 as $\theta$ goes to 1.",
            idea=r"What is left is the log of $\theta$, which increases on an interval without a last point.",
        )
    )


@cache
def all_zeros() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, unit)), given(Equals(ybar, 0)))
        .by(same_optimum(), in_terms_of_the_mean(), reason="in terms of the mean")
        .by(Hypothesis(Equals(ybar, 0)))
        .by(back(rules.argmax_of_negative))
        .by(rules.argmax_of_log)
        .by(rules.argmax_of_shifted)
        .by(rules.argmax_of_negative)
        .by(rules.no_least_number)
        .qed(
            "all-zeros",
            "If every label is 0, the supremum is not attained",
            r"The likelihood is $(1 - \theta)^n$, which only tends to its supremum 1 as $\theta$ goes to 0.",
            idea=r"What is left is the log of $1 - \theta$, which decreases on an interval without a first point.",
        )
    )
