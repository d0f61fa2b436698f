"""Class probabilities: the estimates of the categorical and of the multinomial model are the shares of the classes.

The probabilities are those of a point of Θ, p_k(θ). That the estimate is the only maximiser needs that each class was
seen, that Θ has a point a whose probabilities are the shares, and that every other point has other ones: in the class
c(θ), say. The multinomial coefficient is any positive b_i, for factorials are not in the language.
"""

from functools import cache
from typing import Any

from sympy import Basic, Function, IndexedBase, KroneckerDelta, Lambda, Product, S, Sum, exp, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Definition, Given
from mlce_sym.kernel import Hypothesis
from mlce_sym.nodes import (
    Above,
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
    Without,
    derivative,
)
from mlce_sym.prover import back, chain, use

from . import divergence, general
from .general import K, L, N, Theta, classes, f, i, k, n, observations, phat, theta
from .models import a_number

TITLE = "The estimates of class probabilities"

a, h, j, m, s, t, x, label = symbols("a h j m s t x y_0")
C, c, q, r = map(Function, ("C", "c", "q", "r"))
b, p, w, y, z = map(IndexedBase, ("b", "p", "w", "y", "z"))

others = (theta, Without(Theta, a))
probabilities = (
    ForAll(ForAll(Lt(0, f(k, theta)), classes), (theta, Theta)),
    ForAll(Equals(Sum(f(k, theta), classes), 1), (theta, Theta)),
)


def told_apart(of: Any) -> tuple[Basic, ...]:
    """The shares are positive, those of a point a of Θ, and of no other point."""
    return (
        Member(a, Theta),
        ForAll(Lt(0, of(k)), classes),
        ForAll(Equals(of(k), f(k, a)), classes),
        ForAll(Member(c(theta), IndexRange(1, K)), others),
        ForAll(Different(of(c(theta)), f(c(theta), theta)), others),
    )


shares = (*a_number(K), *probabilities, *told_apart(q), Equals(Sum(q(k), classes), 1))
of_shares = Given(shares)
another = Given((*shares, Member(theta, Without(Theta, a))))


@cache
def distribution() -> Proof:
    return (
        chain(Equals(Sum(f(k, theta), classes), 1), another)
        .by(Hypothesis(probabilities[1]))
        .by(rules.known_equation)
        .qed("distribution", "The probabilities of a point add up to 1", role="lemma")
    )


@cache
def below_all_others() -> Proof:
    own, other = (CrossEntropy(q(k), f(k, at), classes) for at in (a, theta))
    apart = KLDivergence(q(k), f(k, theta), classes)
    none = use(divergence.zero_where_equal(), p=Lambda(k, q(k)))
    names = {"p": Lambda(k, q(k)), "q": Lambda(k, f(k, theta)), "c": c(theta)}
    strict = use(divergence.positive_where_different(), **names, because=distribution())
    return (
        chain(Lt(own, other), another)
        .by(back(Hypothesis(shares[6]), k=k))
        .by(rules.order_by_difference)
        .by(rules.excess_of_cross_entropy)
        .eq(Lt(0, apart), by=none)
        .by(strict)
        .qed("below-all-others", "The cross-entropy at the shares", role="lemma")
    )


@cache
def least() -> Proof:
    return (
        chain(ArgMin(CrossEntropy(q(k), f(k, theta), classes), (theta, Theta)), of_shares)
        .by(use(rules.unique_minimiser, a=a, because=(below_all_others(), theta)))
        .qed("least", "The cross-entropy is least at the shares alone", role="lemma")
    )


sample = general.with_classes.hypotheses
categorical = Given((*sample, *probabilities, *told_apart(phat)), general.DEFINITIONS)


@cache
def shares_sum_to_one() -> Proof:
    return (
        chain(Equals(Sum(phat(k), classes), 1), Given(sample, general.DEFINITIONS[2:]))
        .unfold(phat, N)
        .by(use(rules.constant_factor, c=1 / n))
        .by(rules.exchange_of_sums)
        .by(use(rules.sifting, c=general.y[i], f=Lambda(k, 1)), rules.sum_of_constant)
        .by(rules.known_equation)
        .qed("shares-sum-to-one", "The shares of the classes add up to 1", role="lemma")
    )


@cache
def categorical_estimate() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), categorical)
        .by(general.same_optimum_of_classes())
        .by(use(least(), q=Lambda(k, phat(k)), because=shares_sum_to_one()))
        .qed("categorical", "Categorical: the estimates of the probabilities are the shares of the classes")
    )


powers = Product(f(k, theta) ** y[i, k], classes)
likelihood = Definition(L(theta), Product(b[i] * powers, observations))
seen = Definition(r(k), Sum(y[i, k], observations) / (n * m))
trials = (
    *(*a_number(n), *a_number(K), Lt(0, m), ForAll(Lt(0, b[i]), observations)),
    ForAll(ForAll(Le(0, y[i, k]), classes), observations),
    ForAll(Equals(Sum(y[i, k], classes), m), observations),
)
multinomial = Given((*trials, *probabilities, *told_apart(r)), (likelihood, seen))
for_all_theta = Given((*trials, *probabilities), (likelihood, seen))
for_one_theta = Given((*for_all_theta.hypotheses, Member(theta, Theta)), (likelihood, seen))
constant = Sum(log(b[i]), observations)


@cache
def multinomial_log_likelihood() -> Proof:
    out = (use(rules.constant_factor, c=1 / n), use(rules.constant_factor, c=1 / m))
    by_class = Sum(Sum(y[i, k], observations) * log(f(k, theta)), classes)
    return (
        chain(log(L(theta)), for_one_theta)
        .unfold(L, reason="independent observations")
        .by(rules.log_of_product, rules.log_of_two_factors, rules.log_of_product, rules.log_of_power)
        .by(rules.sum_of_sum)
        .eq(constant + by_class, by=(rules.exchange_of_sums, use(rules.constant_factor, c=log(f(k, theta)))))
        .eq(constant + n * m * Sum(r(k) * log(f(k, theta)), classes), by=(seen, *out))
        .eq(constant - n * m * CrossEntropy(r(k), f(k, theta), classes), by=rules.cross_entropy)
        .qed("multinomial-log-likelihood", "The log-likelihood of the multinomial model")
    )


@cache
def multinomial_same_optimum() -> Proof:
    loss = CrossEntropy(r(k), f(k, theta), classes)
    return (
        chain(ArgMax(L(theta), (theta, Theta)), for_all_theta)
        .by(back(rules.argmax_of_log))
        .by(multinomial_log_likelihood())
        .by(use(rules.argmax_of_shifted, c=constant))
        .by(use(rules.argmax_of_negative, f=Lambda(theta, n * m * loss)))
        .by(use(rules.argmin_of_scaled, c=n * m, f=Lambda(theta, loss)))
        .qed("multinomial-same-optimum", "Maximum likelihood is minimum cross-entropy from the shares")
    )


@cache
def trials_sum_to_one() -> Proof:
    return (
        chain(Equals(Sum(r(k), classes), 1), Given(trials, (seen,)))
        .unfold(r)
        .by(use(rules.constant_factor, c=1 / n), use(rules.constant_factor, c=1 / m))
        .by(rules.exchange_of_sums)
        .by(Hypothesis(trials[-1]), rules.sum_of_constant)
        .by(rules.known_equation)
        .qed("trials-sum-to-one", "The shares of the classes in all trials add up to 1", role="lemma")
    )


@cache
def multinomial_estimate() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), multinomial)
        .by(multinomial_same_optimum())
        .by(use(least(), q=Lambda(k, r(k)), because=trials_sum_to_one()))
        .qed("multinomial", "Multinomial: the estimates of the probabilities are the shares of the classes")
    )


positive = ForAll(Lt(0, p[k]), classes)
one_class = Given((*a_number(K), Member(j, IndexRange(1, K)), positive))
logits = Given((*a_number(K), *(Member(index, IndexRange(1, K)) for index in (h, j, label))))


def with_own_term(own: Basic) -> Basic:
    """−Σ_k w_k log p_k with the term of the class j outside of the sum, as −w_j log(own)."""
    return -w[j] * log(own) - Sum((1 - KroneckerDelta(k, j)) * w[k] * log(p[k]), classes)


@cache
def term_of_a_class() -> Proof:
    return (
        chain(with_own_term(p[j]), one_class)
        .eq(-w[j] * log(p[j]) - Sum(w[k] * log(p[k]) - KroneckerDelta(k, j) * w[k] * log(p[k]), classes))
        .by(rules.sum_of_sum, use(rules.constant_factor, c=-1))
        .by(rules.sifting)
        .qed("term-of-a-class", "The term of one class", "The sum that is left does not depend on $p_j$.", "lemma")
    )


@cache
def slope() -> Proof:
    return (
        chain(derivative(with_own_term(x), x, Above(0), at=p[j]), one_class)
        .differentiate()
        .eq(-w[j] / p[j])
        .qed("slope", r"The partial derivative of $-\sum_k w_k \log p_k$ with respect to $p_j$")
    )


@cache
def curvature() -> Proof:
    return (
        chain(derivative(-w[j] / x, x, Above(0), at=p[j]), one_class)
        .differentiate()
        .eq(w[j] / p[j] ** 2)
        .qed("curvature", "The second derivative; the others are 0, for the slope has no other $p_k$ in it")
    )


def softmax_loss(*moved: tuple[Basic, Basic]) -> Basic:
    """log Σ_k exp z_k − z_y, where some of the logits are moved by some numbers."""

    def logit(k: Basic) -> Basic:
        return z[k] + sum((step * KroneckerDelta(k, index) for step, index in moved), S.Zero)

    return log(Sum(exp(logit(k)), classes)) - logit(label)


@cache
def slope_in_a_logit() -> Proof:
    return (
        chain(derivative(softmax_loss((t, j)), t, S.Reals, at=0), logits)
        .differentiate()
        .by(rules.sifting)
        .qed("slope-in-a-logit", "The partial derivative with respect to a logit is the probability minus the label")
    )


@cache
def curvature_in_logits() -> Proof:
    both = derivative(derivative(softmax_loss((s, h), (t, j)), t, S.Reals, at=0), s, S.Reals, at=0)
    twice = use(rules.sifting, c=j, f=Lambda(k, KroneckerDelta(k, h) * exp(z[k])))
    total = Sum(exp(z[k]), classes)
    of_j, of_h = exp(z[j]) / total, exp(z[h]) / total
    return (
        chain(both, logits)
        .differentiate()
        .by(twice, rules.sifting)
        .eq(of_j * (KroneckerDelta(j, h) - of_h))
        .qed("curvature-in-logits", "The second derivative with respect to two logits")
    )


QUOTED = (
    *(*general.QUOTED, *general.PROOFS),
    *(divergence.excess, divergence.weighted_gaps, divergence.gap_of_a_class, divergence.gap_where_different),
    *(divergence.positive_where_different, divergence.zero_where_equal),
)
PROOFS = (
    *(distribution, below_all_others, least, shares_sum_to_one, categorical_estimate),
    *(multinomial_log_likelihood, multinomial_same_optimum, trials_sum_to_one, multinomial_estimate),
    *(term_of_a_class, slope, curvature, slope_in_a_logit, curvature_in_logits),
)
NOTATION = {
    **general.NOTATION,
    **{name: {"support": general.ALPHABET} for name in ("p", "q")},
    "r": {"subscripts": 1},
}
MEANINGS = {**general.MEANINGS, "r": "the share of the class $k$ in all trials"}


def document() -> Document:
    quoted = tuple(proof().as_lemma() for proof in QUOTED)
    return Document("class-probabilities", TITLE, (*quoted, *(proof() for proof in PROOFS)), NOTATION, MEANINGS)
