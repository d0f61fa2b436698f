"""The likelihood and the cross-entropy have the same optimum.

The logarithm of the likelihood is a sum, and that sum is −n times the cross-entropy. The logarithm keeps the arg max,
the minus sign makes an arg min of it, and the factor n leaves the arg min where it is.
"""

from functools import cache

from sympy import Sum, log

from mlce_sym import rules
from mlce_sym.border.nodes import ArgMax, ArgMin
from mlce_sym.prover import back, chain
from mlce_sym.prover.document import Proof

from .likelihood import the_likelihood
from .setting import CE, L, Theta, for_all_theta, for_one_theta, log_terms, mean_cross_entropy, n, observations, theta


@cache
def log_likelihood() -> Proof:
    return (
        chain(log(L(theta)), for_one_theta())
        .by(the_likelihood(), reason="the likelihood")
        .by(rules.log_of_product)
        .by(rules.log_of_two_factors)
        .eq(Sum(log_terms, observations), by=rules.log_of_power)
        .qed(
            "log-likelihood",
            "The log-likelihood",
            idea="The log turns the product into a sum, and each exponent into a factor.",
        )
    )


@cache
def negative_log_likelihood() -> Proof:
    return (
        chain(log(L(theta)), for_one_theta())
        .by(log_likelihood(), reason="the log-likelihood")
        .eq(-n * CE(theta), by=mean_cross_entropy)
        .qed("cross-entropy", r"The log-likelihood is $-n$ times the cross-entropy")
    )


@cache
def same_optimum() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), for_all_theta())
        .by(back(rules.argmax_of_log))
        .by(negative_log_likelihood(), reason="the log-likelihood")
        .by(rules.argmax_of_negative)
        .eq(ArgMin(CE(theta), (theta, Theta)), by=rules.argmin_of_scaled)
        .qed(
            "same-optimum",
            "The same optimum",
            "As sets, whether they are empty, have one point, or many:",
            idea=(
                "The log is increasing, a minus sign turns largest into least, and a positive factor moves no optimum."
            ),
        )
    )
