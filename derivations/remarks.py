"""What the factor 1/n and the minus sign do, and how likelihood and cross-entropy order the parameters.

Dropping 1/n multiplies the cross-entropy by n and leaves its arg min. Dropping the minus sign does not leave it: for
the two labels 0 and 1 the minimiser of CE is 1/2, which does not minimise −CE.
"""

from functools import cache

from sympy import Rational, Sum, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Given
from mlce_sym.kernel import Hypothesis
from mlce_sym.nodes import ArgMin, Equals, Lt, Member
from mlce_sym.prover import back, chain, use

from . import bernoulli, closed_form, gibbs, iid
from .bernoulli import CE, L, Theta, log_terms, n, observations, theta, y

TITLE = "What the factor and the sign of the cross-entropy do"

other = symbols("theta_0")
half, quarter = Rational(1, 2), Rational(1, 4)
total = -Sum(log_terms, observations)


@cache
def factor() -> Proof:
    return (
        chain(total, bernoulli.for_one_theta())
        .eq(n * CE(theta), by=bernoulli.mean_cross_entropy)
        .qed("factor", r"Without $1/n$ the value is $n$ times as large")
    )


@cache
def factor_and_optimum() -> Proof:
    return (
        chain(ArgMin(total, (theta, Theta)), bernoulli.for_all_theta())
        .by(factor())
        .by(rules.argmin_of_scaled)
        .qed("factor-and-optimum", r"Without $1/n$ the optimum is the same")
    )


@cache
def order() -> Proof:
    known = bernoulli.for_one_theta()
    pair = Given((*known.hypotheses, Member(other, Theta)), known.definitions)
    return (
        chain(Lt(L(theta), L(other)), pair)
        .by(back(rules.order_of_logs))
        .by(bernoulli.negative_log_likelihood(), reason="the log-likelihood")
        .by(rules.order_of_negatives)
        .by(rules.order_of_multiples)
        .qed(
            "order",
            "Less likely is greater cross-entropy",
            r"This holds in particular where $\theta_0$ is a maximiser of the likelihood and $\theta$ is none.",
        )
    )


two_labels = (Equals(n, 2), Equals(y[1], 0), Equals(y[2], 1))


def zero_and_one() -> Given:
    """The data set y = (0, 1)."""
    known = iid.for_all_theta()
    return Given((*known.hypotheses, *two_labels), known.definitions)


@cache
def mean_of_two() -> Proof:
    return (
        chain(iid.ybar, zero_and_one())
        .unfold(iid.ybar)
        .by(*map(Hypothesis, two_labels[:1]))
        .by(rules.last_term, rules.last_term, rules.empty_sum)
        .by(*map(Hypothesis, two_labels[1:]))
        .qed("mean-of-two", "The mean of the labels 0 and 1", role="lemma")
    )


@cache
def some_of_each() -> Proof:
    return (
        chain(Lt(0, iid.ybar), zero_and_one())
        .by(mean_of_two())
        .by(rules.known_order)
        .qed("some-ones", "Some labels are 1", role="lemma")
    )


@cache
def not_all() -> Proof:
    return (
        chain(Lt(iid.ybar, 1), zero_and_one())
        .by(mean_of_two())
        .by(rules.known_order)
        .qed("some-zeros", "Some labels are 0", role="lemma")
    )


@cache
def with_the_sign() -> Proof:
    return (
        chain(ArgMin(CE(theta), (theta, iid.unit)), zero_and_one())
        .by(use(closed_form.minimiser(), because=(some_of_each(), not_all())))
        .by(mean_of_two())
        .qed("with-the-sign", r"For the labels 0 and 1 the minimiser of $\mathrm{CE}$ is $1/2$")
    )


@cache
def a_greater_value() -> Proof:
    return (
        chain(Lt(-CE(quarter), -CE(half)), zero_and_one())
        .by(rules.order_of_negatives)
        .by(iid.in_terms_of_the_mean(), reason="in terms of the mean")
        .by(mean_of_two())
        .by(rules.order_by_difference)
        .eq(Lt(0, log(Rational(4, 3)) / 2))
        .by(rules.known_order)
        .qed("greater-value", r"The cross-entropy at $1/4$ is greater than at $1/2$", role="lemma")
    )


@cache
def without_the_sign() -> Proof:
    return (
        chain(Member(half, ArgMin(-CE(theta), (theta, iid.unit))), zero_and_one())
        .by(use(rules.not_a_minimiser, b=quarter, because=a_greater_value()))
        .qed(
            "without-the-sign",
            r"$1/2$ does not minimise $-\mathrm{CE}$",
            r"Without the minus sign the optimum is another: by the theorem above $1/2$ minimises $\mathrm{CE}$.",
        )
    )


PROOFS = (
    factor,
    factor_and_optimum,
    order,
    mean_of_two,
    some_of_each,
    not_all,
    with_the_sign,
    a_greater_value,
    without_the_sign,
)


def document() -> Document:
    rest = (closed_form.excess(), closed_form.below_all_others(), closed_form.minimiser())
    quoted = (*iid.to_the_binary_form(), *(proof() for proof in gibbs.PROOFS), *rest)
    proofs = (*(proof.as_lemma() for proof in quoted), *(proof() for proof in PROOFS))
    return Document("remarks", TITLE, proofs, iid.NOTATION, iid.MEANINGS)
