"""Maximum likelihood is minimum divergence from the empirical distribution, and no cross-entropy is below its entropy.

Cross-entropy is entropy plus divergence, the entropy of the shares p̂_k does not depend on θ, and no divergence is
negative. A class may not have been seen.
"""

from functools import cache
from typing import Any

from sympy import Lambda

from mlce_sym import rules
from mlce_sym.border.nodes import ArgMax, ArgMin, CrossEntropy, Entropy, KLDivergence, Le
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..general.maximum_over_classes import same_optimum_of_classes
from ..general.setting import L, Theta, classes, f, for_all_theta_of_classes, k, phat, theta
from .entropy_and_divergence import excess
from .gibbs_inequality import not_negative
from .setting import distributions, p, q

shares: dict[str, Any] = {"p": Lambda(k, phat(k)), "q": Lambda(k, f(k, theta))}


@cache
def same_optimum() -> Proof:
    target = ArgMin(KLDivergence(phat(k), f(k, theta), classes), (theta, Theta))
    return (
        chain(ArgMax(L(theta), (theta, Theta)), for_all_theta_of_classes)
        .by(same_optimum_of_classes())
        .by(use(excess(), **shares))
        .eq(target, by=rules.argmin_of_shifted)
        .qed("least-divergence", "Maximum likelihood is minimum divergence")
    )


@cache
def least_value() -> Proof:
    entropy = Entropy(p(k), classes)
    return (
        chain(Le(entropy, CrossEntropy(p(k), q(k), classes)), distributions)
        .by(excess())
        .by(rules.at_most_by_difference)
        .by(not_negative())
        .qed("least-value", "No cross-entropy is below the entropy")
    )
