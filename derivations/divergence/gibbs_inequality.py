"""Gibbs' inequality: the divergence of one distribution from another is not negative.

It is a sum of gaps, and none of these is negative, for log x ≤ x − 1.
"""

from functools import cache

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import IndexRange, Le, Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..general.setting import K, k
from .gaps import weighted_gaps
from .setting import at, distributions, divergence, gap, of_a_class, signs
from .sizes import any_gap


@cache
def gap_of_a_class() -> Proof:
    line = chain(Le(0, at(gap, k)), Given((*signs, Member(k, IndexRange(1, K)))))
    return line.by(use(any_gap(), **of_a_class)).qed("gap", "The gap of a class", role="lemma")


@cache
def not_negative() -> Proof:
    return (
        chain(Le(0, divergence), distributions)
        .by(weighted_gaps())
        .by(use(rules.nonnegative_sum, because=(gap_of_a_class(), k)))
        .qed("gibbs", "Gibbs' inequality")
    )
