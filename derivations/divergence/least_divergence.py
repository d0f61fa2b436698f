"""Maximum likelihood is minimum divergence from the empirical distribution.

Cross-entropy is entropy plus divergence, and the entropy of the shares p̂_k does not depend on θ. Of p in the first
theorem only p_k ≥ 0 is used, since a class may not have been seen.
"""

from functools import cache

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax, ArgMin, CrossEntropy, ForAll, KLDivergence, Le
from mlce_sym.prover import chain
from mlce_sym.prover.document import Proof

from ..general.maximum_over_classes import same_optimum_of_classes
from ..general.setting import L, Theta, classes, f, for_all_theta_of_classes, k, phat, theta
from .setting import p, positive, q, size

signs = Given((*size, ForAll(Le(0, p(k)), classes), positive[1]))


@cache
def excess() -> Proof:
    return (
        chain(CrossEntropy(p(k), q(k), classes), signs)
        .by(rules.excess_of_cross_entropy)
        .qed("excess", "Cross-entropy is entropy plus divergence")
    )


@cache
def same_optimum() -> Proof:
    target = ArgMin(KLDivergence(phat(k), f(k, theta), classes), (theta, Theta))
    return (
        chain(ArgMax(L(theta), (theta, Theta)), for_all_theta_of_classes)
        .by(same_optimum_of_classes())
        .by(rules.excess_of_cross_entropy)
        .eq(target, by=rules.argmin_of_shifted)
        .qed("least-divergence", "Maximum likelihood is minimum divergence")
    )
