"""The minimisers of the cross-entropy are closed under permutation: T(θ) is one if and only if θ is.

For at θ and at T(θ) the cross-entropy is the same.
"""

from functools import cache

from sympy import symbols

from mlce_sym import rules
from mlce_sym.border.nodes import ArgMin, Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import CE, Theta, theta
from .same_values import same_cross_entropy
from .setting import at_theta, given, move

t = symbols("t")


@cache
def minimisers() -> Proof:
    return (
        chain(Member(move(theta), ArgMin(CE(t), (t, Theta))), given(at_theta))
        .by(use(rules.equally_good, backward=True, a=move(theta), b=theta, because=same_cross_entropy()))
        .qed("minimisers", "The minimisers are closed under permutation")
    )
