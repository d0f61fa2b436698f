"""Maximum likelihood is minimum cross-entropy, whatever the densities of the observations are.

The logarithm of the product is a sum of logarithms, −n times the cross-entropy. The logarithm is strictly increasing,
the minus sign turns arg max into arg min, and the factor n changes no optimum.
"""

from functools import cache

from sympy import log

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax, ForAll, Lt, Member
from mlce_sym.prover import back, chain
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import CE, L, Theta, theta
from .setting import DEFINITIONS, Y, cross_entropy, f, i, in_support, n, observations, z

positive = ForAll(ForAll(ForAll(Lt(0, f(i, z, theta)), (z, Y)), observations), (theta, Theta))
for_all_theta = Given((*in_support, positive), DEFINITIONS)
for_one_theta = Given((*for_all_theta.hypotheses, Member(theta, Theta)), DEFINITIONS)


@cache
def log_likelihood() -> Proof:
    return (
        chain(log(L(theta)), for_one_theta)
        .unfold(L, reason="independent observations")
        .by(rules.log_of_product)
        .eq(-n * CE(theta), by=cross_entropy)
        .qed("log-likelihood", r"The log-likelihood is $-n$ times the cross-entropy")
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
