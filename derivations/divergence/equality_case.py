"""Equality in Gibbs' inequality: the divergence is 0 if the distributions are equal, and positive if they are not.

Where p_c ≠ q_c the logarithm lies strictly below its tangent at q_c/p_c, so one gap is positive and none is negative.
"""

from functools import cache

from sympy import S, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Different, IndexRange, KLDivergence, Lt, Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..general.setting import K, classes, k
from .gibbs_inequality import gap_of_a_class, weighted_gaps
from .setting import distributions, divergence, gap, p, positive, q, size

c = symbols("c")
two_different = Given((*distributions.hypotheses, Member(c, IndexRange(1, K)), Different(p(c), q(c))))


@cache
def gap_where_different() -> Proof:
    return (
        chain(Lt(0, gap(c)), two_different)
        .by(use(rules.order_of_multiples, c=p(c), u=S.Zero, v=gap(c) / p(c)))
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
        chain(KLDivergence(p(k), p(k), classes), Given((*size, positive[0])))
        .by(rules.kl_divergence)
        .by(rules.sum_of_constant)
        .qed("equality", "The divergence of a distribution from itself is 0")
    )
