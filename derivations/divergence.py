"""Cross-entropy, entropy and KL divergence on the classes 1, …, K, and Gibbs' inequality with its equality case.

The divergence is a sum of weighted gaps between the logarithm and its tangent: take x = q_k/p_k in log x ≤ x − 1 and
weight with p_k. Maximum likelihood is therefore minimum divergence from the empirical distribution.
"""

from functools import cache

from sympy import Function, S, Sum, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Given
from mlce_sym.kernel import Hypothesis
from mlce_sym.nodes import (
    ArgMax,
    ArgMin,
    CrossEntropy,
    Different,
    Equals,
    ForAll,
    IndexRange,
    KLDivergence,
    Le,
    Lt,
    Member,
)
from mlce_sym.prover import chain, use

from . import general
from .general import K, L, Theta, classes, f, k, phat, theta

TITLE = "Cross-entropy, entropy and divergence"

c = symbols("c")
p, q = map(Function, ("p", "q"))

size = (Member(K, S.Integers), Le(1, K))
sums_to_one = (Equals(Sum(p(k), classes), 1), Equals(Sum(q(k), classes), 1))
positive = (ForAll(Lt(0, p(k)), classes), ForAll(Lt(0, q(k)), classes))

signs = Given((*size, ForAll(Le(0, p(k)), classes), positive[1]))
distributions = Given((*size, *positive, *sums_to_one))
one_class = Given((*size, *positive, Member(k, IndexRange(1, K))))
two_different = Given((*distributions.hypotheses, Member(c, IndexRange(1, K)), Different(p(c), q(c))))

divergence = KLDivergence(p(k), q(k), classes)


def gap(j):
    """How far the tangent lies above the logarithm at q_j/p_j, weighted with p_j."""
    x = q(j) / p(j)
    return p(j) * (x - 1 - log(x))


@cache
def excess() -> Proof:
    return (
        chain(CrossEntropy(p(k), q(k), classes), signs)
        .by(rules.excess_of_cross_entropy)
        .qed("excess", "Cross-entropy is entropy plus divergence")
    )


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


@cache
def same_optimum() -> Proof:
    target = ArgMin(KLDivergence(phat(k), f(k, theta), classes), (theta, Theta))
    return (
        chain(ArgMax(L(theta), (theta, Theta)), general.for_all_theta_of_classes)
        .by(general.same_optimum_of_classes())
        .by(rules.excess_of_cross_entropy)
        .eq(target, by=rules.argmin_of_shifted)
        .qed("least-divergence", "Maximum likelihood is minimum divergence")
    )


PROOFS = (
    *(excess, weighted_gaps, gap_of_a_class, not_negative),
    *(gap_where_different, positive_where_different, zero_where_equal, same_optimum),
)
NOTATION = {**general.NOTATION, **{name: {"support": general.ALPHABET} for name in ("p", "q")}}
MEANINGS = general.MEANINGS


def document() -> Document:
    quoted = tuple(proof().as_lemma() for proof in (*general.QUOTED, *general.PROOFS))
    return Document("divergence", TITLE, (*quoted, *(proof() for proof in PROOFS)), NOTATION, MEANINGS)
