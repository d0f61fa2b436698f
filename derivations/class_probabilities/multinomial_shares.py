"""The multinomial model: the estimates of the probabilities are the shares r_k of the classes in all trials.

Maximum likelihood is minimum cross-entropy from the shares, which is least at the shares alone. They add up to 1, since
Σ_k y_ik = m in every observation.
"""

from functools import cache

from sympy import Lambda, Sum

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax, Equals
from mlce_sym.prover import chain, use
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from ..general.setting import L, Theta, classes, k, n, theta
from .least_cross_entropy import least
from .multinomial_likelihood import multinomial_same_optimum
from .setting import likelihood, m, probabilities, r, seen, told_apart, trials

multinomial = Given((*trials, *probabilities, *told_apart(r)), (likelihood, seen))


@cache
def trials_sum_to_one() -> Proof:
    return (
        chain(Equals(Sum(r(k), classes), 1), Given(trials, (seen,)))
        .unfold(r)
        .by(use(rules.constant_factor, c=1 / n), use(rules.constant_factor, c=1 / m))
        .by(rules.exchange_of_sums)
        .by(Hypothesis(trials[-1]), rules.sum_of_constant)
        .by(rules.known_equation)
        .qed(
            "trials-sum-to-one",
            "The shares of the classes in all trials add up to 1",
            role="lemma",
            idea="Every trial ends in exactly one class.",
        )
    )


@cache
def multinomial_estimate() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), multinomial)
        .by(multinomial_same_optimum())
        .by(use(least(), q=Lambda(k, r(k)), because=trials_sum_to_one()))
        .qed("multinomial", "Multinomial: the estimates of the probabilities are the shares of the classes")
    )
