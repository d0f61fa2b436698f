"""Maximising the Bernoulli likelihood is minimising the cross-entropy.

Labels y_1, …, y_n in {0, 1}; observation i has success probability p_i(θ), any function with 0 < p_i(θ) < 1 for θ in
any set Θ: a constant, a logistic regression, a neural network. Nothing about the form of p is assumed.
"""

from functools import cache

from sympy import Function, KroneckerDelta, Lambda, Product, Sum, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Definition, Given
from mlce_sym.models import Bernoulli, assumptions, data, likelihood
from mlce_sym.nodes import ArgMax, ArgMin, CrossEntropy, ForAll, Member
from mlce_sym.prover import back, chain, use

TITLE = "Maximising the Bernoulli likelihood is minimising the cross-entropy"

theta, Theta, k = symbols("theta Theta k")
p, P, L, CE = map(Function, ("p", "P", "L", "CE"))
y = data("y")
i, n, observations = y.index, y.n, y.limit

p_i = p(i, theta)
model = Bernoulli(p_i)
log_terms = y[i] * log(p_i) + (1 - y[i]) * log(1 - p_i)

probability = Definition(P(i, k, theta), model.probability(k))
likelihood_of_theta = Definition(L(theta), Product(P(i, y[i], theta), observations))
mean_cross_entropy = Definition(CE(theta), -Sum(log_terms, observations) / n)
DEFINITIONS = (probability, likelihood_of_theta, mean_cross_entropy)


def for_all_theta() -> Given:
    """n ≥ 1; y_i in {0, 1}; 0 < p_i(θ) < 1 for every i and every θ in Θ."""
    facts = assumptions(model, y).hypotheses
    return Given(tuple(ForAll(h, (theta, Theta)) if h.has(theta) else h for h in facts), DEFINITIONS)


def for_one_theta() -> Given:
    given = for_all_theta()
    return Given((*given.hypotheses, Member(theta, Theta)), given.definitions)


@cache
def the_likelihood() -> Proof:
    return (
        chain(L(theta), for_one_theta())
        .unfold(L, reason="independent observations")
        .eq(likelihood(model, y), by=probability)
        .qed("likelihood", "The likelihood")
    )


@cache
def two_cases() -> Proof:
    by_cases = use(rules.binary_cases, f=Lambda((k,), P(i, k, theta)), y=y[i])
    return (
        chain(L(theta), for_one_theta())
        .unfold(L)
        .eq(Product(P(i, 1, theta) ** y[i] * P(i, 0, theta) ** (1 - y[i]), observations), by=by_cases)
        .qed("two-cases", "The likelihood by cases")
    )


@cache
def log_likelihood() -> Proof:
    return (
        chain(log(L(theta)), for_one_theta())
        .by(the_likelihood(), reason="the likelihood")
        .by(rules.log_of_product)
        .by(rules.log_of_two_factors)
        .eq(Sum(log_terms, observations), by=rules.log_of_power)
        .qed("log-likelihood", "The log-likelihood")
    )


@cache
def negative_log_likelihood() -> Proof:
    return (
        chain(log(L(theta)), for_one_theta())
        .by(log_likelihood(), reason="the log-likelihood")
        .eq(-n * CE(theta), by=mean_cross_entropy)
        .qed("cross-entropy", r"The log-likelihood is $-n$ times the cross-entropy")
    )


@cache
def mean_of_cross_entropies() -> Proof:
    one_hot = KroneckerDelta(k, y[i])
    return (
        chain(CE(theta), for_one_theta())
        .unfold(CE)
        .eq(
            -Sum(log(P(i, y[i], theta)), observations) / n,
            by=(probability, rules.log_of_two_factors, rules.log_of_power),
        )
        .eq(-Sum(Sum(one_hot * log(P(i, k, theta)), (k, 0, 1)), observations) / n, by=rules.sifting)
        .eq(Sum(-Sum(one_hot * log(P(i, k, theta)), (k, 0, 1)), observations) / n, by=use(rules.constant_factor, c=-1))
        .eq(Sum(CrossEntropy(one_hot, P(i, k, theta), (k, 0, 1)), observations) / n, by=rules.cross_entropy)
        .qed("mean-of-cross-entropies", "The cross-entropy is a mean of cross-entropies")
    )


@cache
def same_optimum() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), for_all_theta())
        .by(back(rules.argmax_of_log))
        .by(negative_log_likelihood(), reason="the log-likelihood")
        .by(rules.argmax_of_negative)
        .eq(ArgMin(CE(theta), (theta, Theta)), by=rules.argmin_of_scaled)
        .qed("same-optimum", "The same optimum", "As sets, whether they are empty, have one point, or many:")
    )


NOTATION = {
    "p": {"subscripts": 1},
    "P": {"subscripts": 1, "parameters": 1, "support": ["Range", 0, 1]},
    "CE": {"latex": r"\mathrm{CE}"},
}
MEANINGS = {
    "P": "the probability that observation $i$ is $k$",
    "L": "the likelihood",
    "CE": "the mean binary cross-entropy, in nats",
}


def to_the_optimum() -> tuple[Proof, ...]:
    """The theorem on the optimum, after those that it rests on."""
    return (the_likelihood(), log_likelihood(), negative_log_likelihood(), same_optimum())


def document() -> Document:
    proofs = (
        the_likelihood(),
        two_cases(),
        log_likelihood(),
        negative_log_likelihood(),
        mean_of_cross_entropies(),
        same_optimum(),
    )
    return Document("bernoulli", TITLE, proofs, NOTATION, MEANINGS)
