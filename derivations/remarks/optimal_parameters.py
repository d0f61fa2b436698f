"""Where θ* is optimal, θ is optimal too just if its cross-entropy is not above that of θ*.

So if θ is not optimal, CE(θ) > CE(θ*). That θ* minimises the cross-entropy is to say that it maximises the likelihood.
"""

from functools import cache

from sympy import symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax, ArgMin, Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.optimum import same_optimum
from ..bernoulli.setting import CE, L, Theta, for_one_theta, theta

best, t = symbols("theta_star t")


@cache
def optimal() -> Proof:
    known = for_one_theta()
    given = Given((*known.hypotheses, Member(best, ArgMin(CE(t), (t, Theta)))), known.definitions)
    return (
        chain(Member(theta, ArgMax(L(t), (t, Theta))), given)
        .by(same_optimum())
        .by(use(rules.as_good_as_a_minimiser, a=best))
        .qed("optimal", "A parameter is optimal just if its cross-entropy is not above that of an optimal one")
    )
