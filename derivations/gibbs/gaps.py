"""The divergence is a weighted sum of gaps x − 1 − log x, at x = b/a with the weight a, and at x = (1 − b)/(1 − a).

The numbers that the tangents add, a (b/a − 1) and (1 − a) ((1 − b)/(1 − a) − 1), cancel.
"""

from functools import cache

from sympy import log

from mlce_sym import rules
from mlce_sym.prover import chain
from mlce_sym.prover.document import Proof

from .setting import Q, a, at_one, at_zero, b, divergence, two_distributions


@cache
def written_out() -> Proof:
    return (
        chain(divergence, two_distributions)
        .by(rules.kl_divergence, rules.case_not_equal)
        .by(rules.last_term, rules.last_term, rules.empty_sum, reason="the two terms")
        .unfold(Q)
        .eq(a * log(a / b) + (1 - a) * log((1 - a) / (1 - b)))
        .qed("divergence", "The divergence, written out", role="lemma")
    )


@cache
def weighted_gaps() -> Proof:
    return (
        chain(divergence, two_distributions)
        .by(written_out())
        .by(rules.log_of_quotient)
        .eq(at_one + at_zero, by=rules.log_of_quotient, reason="log of a quotient, and the added terms cancel")
        .qed("weighted-gaps", "The divergence as weighted gaps below the tangent", role="lemma")
    )
