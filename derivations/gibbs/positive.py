"""KL(p‖q) > 0 unless p = q: the logarithm lies below its tangent, so that both weighted gaps are positive.

Neither b/a nor (1 − b)/(1 − a) is 1, for a and b differ.
"""

from functools import cache

from sympy import Expr, S

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Different, Lt
from mlce_sym.prover import Chain, chain, use
from mlce_sym.prover.document import Proof

from .gaps import weighted_gaps
from .setting import a, above, at_one, at_zero, b, divergence, two_distributions

two_different = Given((*two_distributions.hypotheses, Different(a, b)), two_distributions.definitions)


@cache
def gap_at_one() -> Proof:
    return _positive(at_one, a, b / a).qed("gap-at-one", "The gap at the label 1", role="lemma")


@cache
def gap_at_zero() -> Proof:
    return _positive(at_zero, 1 - a, (1 - b) / (1 - a)).qed("gap-at-zero", "The gap at the label 0", role="lemma")


def _positive(gap: Expr, weight: Expr, x: Expr) -> Chain:
    return (
        chain(Lt(0, gap), two_different)
        .by(use(rules.order_of_multiples, c=weight, u=S.Zero, v=above(x)))
        .by(rules.log_below_tangent)
    )


@cache
def inequality() -> Proof:
    return (
        chain(Lt(0, divergence), two_different)
        .by(weighted_gaps())
        .by(use(rules.positive_sum, u=at_one, v=at_zero, because=(gap_at_one(), gap_at_zero())))
        .qed("gibbs", "Gibbs' inequality")
    )
