"""Gibbs' inequality: the divergence of one distribution from another is not negative.

It is the sum of the gaps p_k (x − 1 − log x) at x = q_k/p_k, for Σ_k p_k = Σ_k q_k = 1; and log x ≤ x − 1.
"""

from functools import cache

from sympy import Sum

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import IndexRange, Le, Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from ..general.setting import K, classes, k
from .setting import distributions, divergence, gap, p, positive, q, size, sums_to_one

one_class = Given((*size, *positive, Member(k, IndexRange(1, K))))


@cache
def weighted_gaps() -> Proof:
    return (
        chain(divergence, distributions)
        .by(rules.kl_divergence)
        .by(rules.log_of_quotient)
        .eq(Sum(gap(k) + p(k) - q(k), classes), by=rules.log_of_quotient)
        .by(rules.sum_of_sum, rules.sum_of_sum, use(rules.constant_factor, c=-1))
        .by(*map(Hypothesis, sums_to_one), reason="both sums are 1")
        .qed("weighted-gaps", "The divergence as weighted gaps below the tangent", role="lemma")
    )


@cache
def gap_of_a_class() -> Proof:
    return (
        chain(Le(0, gap(k)), one_class)
        .by(use(rules.nonnegative_multiple, c=p(k), u=gap(k) / p(k)))
        .by(rules.log_on_or_below_tangent)
        .qed("gap", "No gap is negative", role="lemma")
    )


@cache
def not_negative() -> Proof:
    return (
        chain(Le(0, divergence), distributions)
        .by(weighted_gaps())
        .by(use(rules.nonnegative_sum, because=(gap_of_a_class(), k)))
        .qed("gibbs", "Gibbs' inequality")
    )
