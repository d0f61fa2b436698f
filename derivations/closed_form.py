"""The closed form: for 0 < ȳ < 1 the unique maximiser of the Bernoulli likelihood is θ̂ = ȳ; for ȳ = 0 or 1 there is
none.

CE(θ) − CE(ȳ) = KL(ȳ‖θ), which is positive for θ ≠ ȳ by Gibbs' inequality. If all labels agree, the likelihood only
tends to its supremum as θ goes to an end of (0, 1), and the arg max is empty.
"""

from functools import cache

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Given
from mlce_sym.kernel import Hypothesis
from mlce_sym.nodes import ArgMax, ArgMin, Equals, KLDivergence, Lt, Member, Without
from mlce_sym.prover import back, chain, use

from . import gibbs, iid
from .bernoulli import CE, L, k, theta
from .iid import Q, unit, ybar

TITLE = "The maximum-likelihood estimate in the Bernoulli model"

mixed_labels = (Lt(0, ybar), Lt(ybar, 1))
divergence = KLDivergence(Q(k, ybar), Q(k, theta), (k, 0, 1))


def given(*hypotheses) -> Given:
    """n ≥ 1, y_i in {0, 1}, and the hypotheses named."""
    known = iid.for_all_theta()
    return Given((*known.hypotheses, *hypotheses), known.definitions)


@cache
def excess() -> Proof:
    return (
        chain(CE(theta) - CE(ybar), given(*mixed_labels, Member(theta, unit)))
        .by(iid.in_terms_of_the_mean())
        .eq(divergence, by=(use(gibbs.written_out(), a=ybar, b=theta), rules.log_of_quotient))
        .qed("excess", "The excess over the minimum is a divergence")
    )


@cache
def below_all_others() -> Proof:
    return (
        chain(Lt(CE(ybar), CE(theta)), given(*mixed_labels, Member(theta, Without(unit, ybar))))
        .by(rules.order_by_difference)
        .by(excess())
        .by(use(gibbs.inequality(), a=ybar, b=theta))
        .qed("below-all-others", "Below all others")
    )


@cache
def minimiser() -> Proof:
    return (
        chain(ArgMin(CE(theta), (theta, unit)), given(*mixed_labels))
        .by(use(rules.unique_minimiser, a=ybar, because=(below_all_others(), theta)))
        .qed("minimiser", "The mean label minimises the cross-entropy")
    )


@cache
def maximiser() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, unit)), given(*mixed_labels))
        .by(iid.same_optimum())
        .by(minimiser())
        .qed("maximiser", "The maximum-likelihood estimate is the mean label")
    )


@cache
def all_ones() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, unit)), given(Equals(ybar, 1)))
        .by(iid.same_optimum(), iid.in_terms_of_the_mean(), reason="in terms of the mean")
        .by(Hypothesis(Equals(ybar, 1)))
        .by(back(rules.argmax_of_negative))
        .by(rules.argmax_of_log)
        .by(rules.no_greatest_number)
        .qed(
            "all-ones",
            "If every label is 1, the supremum is not attained",
            r"The likelihood is $\theta^n$, which only tends to its supremum 1 as $\theta$ goes to 1.",
        )
    )


@cache
def all_zeros() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, unit)), given(Equals(ybar, 0)))
        .by(iid.same_optimum(), iid.in_terms_of_the_mean(), reason="in terms of the mean")
        .by(Hypothesis(Equals(ybar, 0)))
        .by(back(rules.argmax_of_negative))
        .by(rules.argmax_of_log)
        .by(rules.argmax_of_shifted)
        .by(rules.argmax_of_negative)
        .by(rules.no_least_number)
        .qed(
            "all-zeros",
            "If every label is 0, the supremum is not attained",
            r"The likelihood is $(1 - \theta)^n$, which only tends to its supremum 1 as $\theta$ goes to 0.",
        )
    )


PROOFS = (excess, below_all_others, minimiser, maximiser, all_ones, all_zeros)


def document() -> Document:
    quoted = (*iid.to_the_binary_form(), *(proof() for proof in gibbs.PROOFS))
    proofs = (*(proof.as_lemma() for proof in quoted), *(proof() for proof in PROOFS))
    return Document("closed-form", TITLE, proofs, iid.NOTATION, iid.MEANINGS)
