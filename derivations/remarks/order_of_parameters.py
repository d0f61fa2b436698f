"""One parameter is less likely than another just where its cross-entropy is greater.

The logarithm keeps the order, and the log-likelihood is −n times the cross-entropy.
"""

from functools import cache

from sympy import symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax, Lt, Member
from mlce_sym.prover import back, chain
from mlce_sym.prover.document import Proof

from ..bernoulli.optimum import negative_log_likelihood
from ..bernoulli.setting import L, Theta, for_all_theta, for_one_theta, theta

other = symbols("theta_0")


@cache
def log_optimum() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), for_all_theta())
        .by(back(rules.argmax_of_log))
        .qed("log-optimum", "The likelihood and its logarithm have the same optimum")
    )


@cache
def order() -> Proof:
    known = for_one_theta()
    pair = Given((*known.hypotheses, Member(other, Theta)), known.definitions)
    return (
        chain(Lt(L(theta), L(other)), pair)
        .by(back(rules.order_of_logs))
        .by(negative_log_likelihood(), reason="the log-likelihood")
        .by(rules.order_of_negatives)
        .by(rules.order_of_multiples)
        .qed(
            "order",
            "Less likely is greater cross-entropy",
            idea="The log keeps the order, and the factor $-n$ reverses it.",
        )
    )
