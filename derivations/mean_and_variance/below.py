"""Any other mean and variance have a smaller likelihood: its logarithm is smaller by the excess."""

from functools import cache

from mlce_sym import rules
from mlce_sym.border.nodes import Lt
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.document import Proof

from .excess import excess, sum_of_both
from .one_of_both import positive
from .setting import L, V, and_also, apart, half, m, n, s, ybar


@cache
def below() -> Proof:
    return (
        chain(Lt(L(m, s), L(ybar, V)), and_also(apart))
        .by(back(rules.order_of_logs))
        .by(rules.order_by_difference)
        .by(excess())
        .by(use(rules.order_of_multiples, c=n * half, u=0, v=sum_of_both))
        .by(positive())
        .qed(
            "below",
            "Any other mean and variance have a smaller likelihood",
            idea="The difference of the logs is $n/2$ times an excess that is positive.",
        )
    )
