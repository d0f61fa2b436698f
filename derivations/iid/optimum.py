"""The likelihood and the cross-entropy have the same optimum: the general theorem with p_i(θ) = θ and Θ = (0, 1)."""

from functools import cache

from mlce_sym.border.nodes import ArgMax, ArgMin
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli import optimum as bernoulli
from ..bernoulli.setting import CE, L, theta
from .setting import constant, for_all_theta, unit


@cache
def same_optimum() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, unit)), for_all_theta())
        .eq(
            ArgMin(CE(theta), (theta, unit)), by=use(bernoulli.same_optimum(), **constant), reason="the general theorem"
        )
        .qed("iid-same-optimum", "The same optimum")
    )
