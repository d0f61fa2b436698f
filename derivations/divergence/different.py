"""The divergence of two distributions that differ in a class c is positive; that of one from itself is 0."""

from functools import cache

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Different, ForAll, IndexRange, KLDivergence, Lt, Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..general.setting import K, classes, k
from .gaps import weighted_gaps
from .gibbs_inequality import gap_of_a_class
from .positive_gap import gap_is_positive
from .setting import at, c, distributions, divergence, gap, p, q, size

two_different = Given((*distributions.hypotheses, Member(c, IndexRange(1, K)), Different(p(c), q(c))))


@cache
def gap_where_different() -> Proof:
    line = chain(Lt(0, at(gap, c)), two_different).by(use(gap_is_positive(), u=p(c), v=q(c)))
    return line.qed("gap-where-different", "The gap where the distributions differ", role="lemma")


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
        .qed("from-itself", "The divergence of a distribution from itself is 0", role="lemma")
    )


DIFFERENT = (gap_where_different, positive_where_different, zero_where_equal)
