"""The categorical model: the estimates of the probabilities are the shares p̂_k of the classes.

Maximum likelihood is minimum cross-entropy from the shares, which is least at the shares alone. They add up to 1, since
every observation is in one class.
"""

from functools import cache

from sympy import Lambda, Sum

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax, Equals
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..general.maximum_over_classes import same_optimum_of_classes
from ..general.setting import DEFINITIONS, L, N, Theta, classes, i, k, n, phat, theta, with_classes, y
from .least_cross_entropy import least
from .setting import probabilities, told_apart

sample = with_classes.hypotheses
categorical = Given((*sample, *probabilities, *told_apart(phat)), DEFINITIONS)


@cache
def shares_sum_to_one() -> Proof:
    return (
        chain(Equals(Sum(phat(k), classes), 1), Given(sample, DEFINITIONS[2:]))
        .unfold(phat, N)
        .by(use(rules.constant_factor, c=1 / n))
        .by(rules.exchange_of_sums)
        .by(use(rules.sifting, c=y[i], f=Lambda(k, 1)), rules.sum_of_constant)
        .by(rules.known_equation)
        .qed(
            "shares-sum-to-one",
            "The shares of the classes add up to 1",
            role="lemma",
            idea="Every observation is in exactly one class.",
        )
    )


@cache
def categorical_estimate() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), categorical)
        .by(same_optimum_of_classes())
        .by(use(least(), q=Lambda(k, phat(k)), because=shares_sum_to_one()))
        .qed("categorical", "Categorical: the estimates of the probabilities are the shares of the classes")
    )
