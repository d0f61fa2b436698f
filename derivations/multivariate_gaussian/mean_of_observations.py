"""The estimate of the mean is the mean of the observations, and no other point of Θ is one.

Suppose that μ(a) = ȳ at a point a, and at no other, and that A is positive definite. The loss at a is the spread alone;
elsewhere it is larger by the squared distance D(θ) of ȳ from the mean.
"""

from functools import cache

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax, Equals, ForAll, Lt, Member, Without
from mlce_sym.prover import chain, use
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import Theta, theta
from ..models.setting import j
from .least_distance import model, same_optimum
from .positive_definite import a, definite, euclidean, positive_distance, told_apart
from .setting import DEFINITIONS, D, L, ell, excess, mu, rows, ybar
from .spread_and_distance import decomposition

at_the_mean = ForAll(Equals(ybar(j), mu(j, a)), rows)
attained = Given((*model.hypotheses, Member(a, Theta), at_the_mean, *definite, *told_apart), (*DEFINITIONS, euclidean))
another = Given((*attained.hypotheses, Member(theta, Without(Theta, a))), attained.definitions)


@cache
def below_all_others() -> Proof:
    zero = (use(Hypothesis(at_the_mean), j=j), rules.sum_of_constant, rules.sum_of_constant)
    return (
        chain(Lt(ell(a), ell(theta)), another)
        .by(rules.order_by_difference)
        .by(decomposition())
        .eq(Lt(0, D(theta)), by=(use(excess, theta=a), *zero))
        .by(positive_distance())
        .qed(
            "below-all-others",
            "The loss at the mean of the observations",
            role="lemma",
            idea="By the decomposition the losses differ by the distance of the mean alone, and that is 0 at the mean.",
        )
    )


@cache
def estimate() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), attained)
        .by(same_optimum())
        .by(use(rules.unique_minimiser, a=a, because=(below_all_others(), theta)))
        .qed(
            "estimate",
            "The estimate of the mean is the mean of the observations",
            r"Here $\lambda$ is at most the least eigenvalue of $A$, and $s(\theta)$ a coordinate that differs.",
        )
    )
