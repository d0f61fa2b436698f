"""A term of the divergence is u − v and a gap between the logarithm and its tangent.

The gap is u (x − 1 − log x) at x = v/u, and v where u is 0. What the tangents add cancels in the sum.
"""

from functools import cache

from mlce_sym import rules
from mlce_sym.prover import chain, use
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from .setting import (
    apart,
    distributions,
    divergence,
    either_way,
    gap,
    of_a_class,
    of_numbers,
    seen,
    sums_to_one,
    u,
    unseen,
    v,
)

as_gap = gap + u - v


@cache
def unseen_gap() -> Proof:
    line = chain(apart, of_numbers(unseen)).by(rules.case_equal)
    line = line.eq(as_gap, by=(rules.case_equal, Hypothesis(unseen)))
    return line.qed("unseen-gap", "A term of the divergence where the probability is 0", role="lemma")


@cache
def seen_gap() -> Proof:
    line = chain(apart, of_numbers(seen)).by(rules.case_not_equal, rules.log_of_quotient)
    line = line.eq(as_gap, by=(rules.case_not_equal, rules.log_of_quotient))
    return line.qed("seen-gap", "A term of the divergence where the probability is positive", role="lemma")


@cache
def each_gap() -> Proof:
    return either_way(apart, unseen_gap(), seen_gap()).qed("each-gap", "A term of the divergence", role="lemma")


@cache
def weighted_gaps() -> Proof:
    minus = use(rules.constant_factor, c=-1)
    return (
        chain(divergence, distributions)
        .by(rules.kl_divergence)
        .by(use(each_gap(), **of_a_class))
        .by(rules.sum_of_sum, rules.sum_of_sum, minus)
        .by(*map(Hypothesis, sums_to_one), reason="both sums are 1")
        .qed(
            "weighted-gaps",
            "The divergence as weighted gaps below the tangent",
            role="lemma",
            idea="Both add up to 1: add the difference of the sums, and each term is a gap below the tangent.",
        )
    )


GAPS = (unseen_gap, seen_gap, each_gap, weighted_gaps)
