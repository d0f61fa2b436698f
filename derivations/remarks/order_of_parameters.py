"""One parameter is less likely than another just where its cross-entropy is greater.

The logarithm keeps the order, and the log-likelihood is −n times the cross-entropy.
"""

from functools import cache

from sympy import symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Lt, Member
from mlce_sym.prover import back, chain
from mlce_sym.prover.document import Proof

from ..bernoulli.optimum import negative_log_likelihood
from ..bernoulli.setting import L, Theta, for_one_theta, theta

other = symbols("theta_0")


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
            r"This holds in particular where $\theta_0$ is a maximiser of the likelihood and $\theta$ is none.",
        )
    )
