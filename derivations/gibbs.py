"""Gibbs' inequality for two distributions on {0, 1}: KL(p‖q) > 0 unless p = q.

The logarithm lies below its tangent, log x < x − 1 for x ≠ 1. Take x = b/a and x = (1 − b)/(1 − a), weight with a and
1 − a, and add.
"""

from functools import cache

from sympy import Basic, Function, S, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Definition, Given
from mlce_sym.models import Bernoulli
from mlce_sym.nodes import Different, KLDivergence, Lt
from mlce_sym.prover import chain, use

TITLE = "Gibbs' inequality for two Bernoulli distributions"

a, b, k = symbols("a b k")
Q = Function("Q")
model = Definition(Q(k, a), Bernoulli(a).probability(k))

two_distributions = Given((Lt(0, a), Lt(a, 1), Lt(0, b), Lt(b, 1)), (model,))
two_different = Given((*two_distributions.hypotheses, Different(a, b)), (model,))

divergence = KLDivergence(Q(k, a), Q(k, b), (k, 0, 1))


def above(x: Basic) -> Basic:
    """How far the tangent lies above the logarithm, x − 1 − log x."""
    return x - 1 - log(x)


at_one = a * above(b / a)
at_zero = (1 - a) * above((1 - b) / (1 - a))


@cache
def written_out() -> Proof:
    return (
        chain(divergence, two_distributions)
        .by(rules.kl_divergence)
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


@cache
def gap_at_one() -> Proof:
    return _positive(at_one, a, b / a).qed("gap-at-one", "The gap at the label 1", role="lemma")


@cache
def gap_at_zero() -> Proof:
    return _positive(at_zero, 1 - a, (1 - b) / (1 - a)).qed("gap-at-zero", "The gap at the label 0", role="lemma")


def _positive(gap: Basic, weight: Basic, x: Basic):
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


PROOFS = (written_out, weighted_gaps, gap_at_one, gap_at_zero, inequality)
NOTATION = {"Q": {"parameters": 1, "support": ["Range", 0, 1]}}
MEANINGS = {"Q": "the probability of the label $k$"}


def document() -> Document:
    return Document("gibbs", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
