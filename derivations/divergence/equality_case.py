"""Equality in Gibbs' inequality: the divergence is 0 if the distributions are equal, and positive if they are not.

Two different distributions differ in a class with p_c > 0, for both add up to 1. There the logarithm lies strictly
below its tangent at q_c/p_c, so one gap is positive, and none is negative.
"""

from functools import cache

from sympy import S

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Different, ForAll, IndexRange, KLDivergence, Lt, Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..general.setting import K, classes, k
from .gaps import weighted_gaps
from .gibbs_inequality import gap_of_a_class
from .setting import at, below_tangent, c, distributions, divergence, gap, p, q, size

differ = (Member(c, IndexRange(1, K)), Lt(0, p(c)), Different(p(c), q(c)))
two_different = Given((*distributions.hypotheses, *differ))


@cache
def gap_where_different() -> Proof:
    return (
        chain(Lt(0, at(gap, c)), two_different)
        .by(rules.case_not_equal)
        .by(use(rules.order_of_multiples, c=p(c), u=S.Zero, v=at(below_tangent, c)))
        .by(rules.log_below_tangent)
        .qed("gap-where-different", "The gap where the distributions differ", role="lemma")
    )


@cache
def positive_where_different() -> Proof:
    return (
        chain(Lt(0, divergence), two_different)
        .by(weighted_gaps())
        .by(use(rules.sum_with_a_positive_term, c=c, because=(gap_where_different(), (gap_of_a_class(), k))))
        .qed("strict", "The divergence of two different distributions is positive")
    )


@cache
def zero_where_equal() -> Proof:
    return (
        chain(KLDivergence(p(k), p(k), classes), Given((*size, ForAll(Lt(0, p(k)), classes))))
        .by(rules.kl_divergence)
        .by(rules.case_not_equal, rules.sum_of_constant)
        .qed("equality", "The divergence of a distribution from itself is 0")
    )
