"""The plain Bernoulli case: p_i(θ) = θ on (0, 1), an instance of the general theorem, and its class-count form.

The empirical distribution p̂(k) is the share of the label k, so p̂(1) = ȳ; the mean cross-entropy is the
cross-entropy of p̂ and the model.
"""

from functools import cache

from sympy import Function, Interval, KroneckerDelta, Lambda, Sum, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Definition, Given
from mlce_sym.models import Bernoulli, assumptions
from mlce_sym.nodes import ArgMax, ArgMin, CrossEntropy, Member
from mlce_sym.prover import chain, use

from . import bernoulli
from .bernoulli import CE, L, i, k, n, observations, theta, y

TITLE = "The i.i.d. case: cross-entropy from class counts"

Q, phat = map(Function, ("Q", "phat"))
ybar = symbols("ybar")
unit = Interval.open(0, 1)
constant = {"p": Lambda((i, theta), theta), "Theta": unit}

model = Definition(Q(k, theta), Bernoulli(theta).probability(k))
mean = Definition(ybar, Sum(y[i], observations) / n)
shares = Definition(phat(k), Sum(KroneckerDelta(k, y[i]), observations) / n)
DEFINITIONS = (*(d.instance({bernoulli.p: constant["p"]}) for d in bernoulli.DEFINITIONS), model, mean, shares)

binary_form = -ybar * log(theta) - (1 - ybar) * log(1 - theta)


def for_all_theta() -> Given:
    """n ≥ 1 and y_i in {0, 1}."""
    facts = assumptions(Bernoulli(theta), y).hypotheses
    return Given(tuple(h for h in facts if not h.has(theta)), DEFINITIONS)


def for_one_theta() -> Given:
    return Given((*for_all_theta().hypotheses, Member(theta, unit)), DEFINITIONS)


@cache
def same_optimum() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, unit)), for_all_theta())
        .eq(
            ArgMin(CE(theta), (theta, unit)), by=use(bernoulli.same_optimum(), **constant), reason="the general theorem"
        )
        .qed("iid-same-optimum", "The same optimum")
    )


@cache
def share_of_ones() -> Proof:
    return (
        chain(phat(1), for_all_theta())
        .unfold(phat)
        .by(rules.delta_at_one)
        .eq(ybar, by=mean)
        .qed("share-of-ones", "The share of the label 1 is the mean")
    )


@cache
def in_terms_of_the_mean() -> Proof:
    y_log, rest = Sum(y[i], observations) * log(theta), Sum(1 - y[i], observations) * log(1 - theta)
    return (
        chain(CE(theta), for_one_theta())
        .unfold(CE)
        .by(rules.sum_of_sum)
        .eq(
            -1 / n * (y_log + rest),
            by=(use(rules.constant_factor, c=log(theta)), use(rules.constant_factor, c=log(1 - theta))),
        )
        .by(rules.sum_of_sum, use(rules.constant_factor, c=-1), rules.sum_of_constant)
        .eq(binary_form, by=mean)
        .qed("binary-form", "The cross-entropy in terms of the mean")
    )


@cache
def class_counts() -> Proof:
    indicator = KroneckerDelta(k, y[i])
    counts = Sum(Sum(indicator * log(Q(k, theta)), observations), (k, 0, 1))
    by_observation = Sum(Sum(indicator * log(Q(k, theta)), (k, 0, 1)), observations)
    return (
        chain(CE(theta), for_one_theta())
        .unfold(CE)
        .eq(-Sum(log(Q(y[i], theta)), observations) / n, by=(model, rules.log_of_two_factors, rules.log_of_power))
        .eq(-by_observation / n, by=rules.sifting)
        .eq(-counts / n, by=rules.exchange_of_sums)
        .eq(
            -Sum(Sum(indicator, observations) * log(Q(k, theta)), (k, 0, 1)) / n,
            by=use(rules.constant_factor, c=log(Q(k, theta))),
        )
        .eq(-Sum(phat(k) * log(Q(k, theta)), (k, 0, 1)), by=(shares, use(rules.constant_factor, c=1 / n)))
        .eq(CrossEntropy(phat(k), Q(k, theta), (k, 0, 1)), by=rules.cross_entropy)
        .qed("class-counts", "The cross-entropy of the empirical distribution and the model")
    )


NOTATION = {
    **bernoulli.NOTATION,
    "Q": {"parameters": 1, "support": ["Range", 0, 1]},
    "phat": {"latex": r"\hat p", "text": "p̂", "support": ["Range", 0, 1]},
    "ybar": {"latex": r"\bar y", "text": "ȳ"},
}
MEANINGS = {
    **bernoulli.MEANINGS,
    "Q": "the probability of the label $k$",
    "ybar": "the mean label",
    "phat": "the share of the label $k$ in the data",
}


def to_the_binary_form() -> tuple[Proof, ...]:
    """The equality of optima and the form in terms of the mean, after the theorems that they rest on."""
    return (*bernoulli.to_the_optimum(), same_optimum(), in_terms_of_the_mean())


def document() -> Document:
    quoted = tuple(proof.as_lemma() for proof in bernoulli.to_the_optimum())
    proofs = (*quoted, same_optimum(), share_of_ones(), class_counts(), in_terms_of_the_mean())
    return Document("iid", TITLE, proofs, NOTATION, MEANINGS)
