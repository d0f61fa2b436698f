"""Maximum likelihood is minimum cross-entropy from the shares of the classes to their probabilities.

The cross-entropy over the observations is the one over the classes: count log f(k; θ) N_k times. What holds for any
support Y holds for Y = {1, …, K}, so the log-likelihood is −n times it, and the optimum is the same.
"""

from functools import cache
from typing import Any

from sympy import Lambda, Sum, log

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax, CrossEntropy, IndexRange, Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from .one_density import log_likelihood, same_optimum
from .setting import CE, DEFINITIONS, K, L, N, Theta, classes, f, for_all_theta_of_classes, k, n, phat, shares, theta
from .sums_over_classes import class_counts

for_one_theta_of_classes = Given((*for_all_theta_of_classes.hypotheses, Member(theta, Theta)), DEFINITIONS)
alphabet: dict[str, Any] = {"Y": IndexRange(1, K)}


@cache
def over_classes() -> Proof:
    log_f = Lambda(k, log(f(k, theta)))
    return (
        chain(CE(theta), for_one_theta_of_classes)
        .unfold(CE)
        .eq(-Sum(N(k) * log(f(k, theta)), classes) / n, by=use(class_counts(), g=log_f), reason="a sum over classes")
        .eq(-Sum(phat(k) * log(f(k, theta)), classes), by=(shares, use(rules.constant_factor, c=1 / n)))
        .eq(CrossEntropy(phat(k), f(k, theta), classes), by=rules.cross_entropy)
        .qed(
            "over-classes",
            "The cross-entropy over the classes",
            idea=r"The sum over observations is one over classes, with $-\log f$ for $g$.",
        )
    )


@cache
def log_likelihood_of_classes() -> Proof:
    return (
        chain(log(L(theta)), for_one_theta_of_classes)
        .by(use(log_likelihood(), **alphabet))
        .by(over_classes())
        .qed("log-likelihood-of-classes", r"The log-likelihood is $-n$ times the cross-entropy over the classes")
    )


@cache
def same_optimum_of_classes() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), for_all_theta_of_classes)
        .by(use(same_optimum(), **alphabet))
        .by(over_classes())
        .qed("same-optimum-of-classes", "The same optimum, over the classes")
    )
