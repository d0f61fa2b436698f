"""Maximum likelihood is minimum categorical cross-entropy.

The logarithm of p_k at k = y_i is Σ_k δ_{k,y_i} log p_k: so the log-likelihood is −n times the mean cross-entropy of
the one-hot labels. The logarithm is strictly increasing, and neither the sign nor the factor n moves the optimum.
"""

from functools import cache

from sympy import Sum, log

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax, CrossEntropy, ForAll, Lt, Member
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import CE, L, Theta, k, theta
from .setting import DEFINITIONS, classes, cross_entropy, i, labels, n, observations, one_hot, p

positive = ForAll(ForAll(ForAll(Lt(0, p(i, k, theta)), classes), observations), (theta, Theta))
for_all_theta = Given((*labels, positive), DEFINITIONS)
for_one_theta = Given((*for_all_theta.hypotheses, Member(theta, Theta)), DEFINITIONS)


@cache
def log_likelihood() -> Proof:
    inner = Sum(one_hot * log(p(i, k, theta)), classes)
    return (
        chain(log(L(theta)), for_one_theta)
        .unfold(L)
        .by(rules.log_of_product)
        .eq(Sum(inner, observations), by=rules.sifting)
        .eq(-Sum(-inner, observations), by=use(rules.constant_factor, c=-1))
        .eq(-Sum(CrossEntropy(one_hot, p(i, k, theta), classes), observations), by=rules.cross_entropy)
        .eq(-n * CE(theta), by=cross_entropy)
        .qed(
            "log-likelihood",
            r"The log-likelihood is $-n$ times the categorical cross-entropy",
            idea=(
                "The log turns the product into a sum, and a Kronecker delta writes each of its terms as a sum over "
                "the classes."
            ),
        )
    )


@cache
def same_optimum() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), for_all_theta)
        .by(back(rules.argmax_of_log))
        .by(log_likelihood())
        .by(rules.argmax_of_negative)
        .by(rules.argmin_of_scaled)
        .qed(
            "same-optimum",
            "The same optimum",
            idea=(
                "The log is increasing, a minus sign turns largest into least, and a positive factor moves no optimum."
            ),
        )
    )
