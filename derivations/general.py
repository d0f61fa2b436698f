"""Independent observations with one density or mass function: the log-likelihood is −n times a cross-entropy.

The sum runs over the observations, where each of them has the weight 1/n, or over the classes 1, …, K, where the
empirical distribution has mass N_k/n at the class k. Which sum runs over what is a matter of exchanging two sums.
"""

from functools import cache

from sympy import Function, KroneckerDelta, Lambda, Product, S, Sum, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Definition, Given
from mlce_sym.models import data
from mlce_sym.nodes import ArgMax, ArgMin, CrossEntropy, ForAll, IndexRange, Le, Lt, Member
from mlce_sym.prover import chain, use

from . import conditional

TITLE = "One density for all observations: cross-entropy over observations and over classes"

theta, Theta, k, K, z, Y = symbols("theta Theta k K z Y")
f, g, L, CE, N, phat = map(Function, ("f", "g", "L", "CE", "N", "phat"))
y = data("y")
i, n, observations = y.index, y.n, y.limit
classes = (k, 1, K)
is_k = KroneckerDelta(k, y[i])

likelihood = Definition(L(theta), Product(f(y[i], theta), observations))
over_observations = Definition(CE(theta), CrossEntropy(1 / n, f(y[i], theta), observations))
for_each = Lambda((i, z, theta), f(z, theta))
counts = Definition(N(k), Sum(is_k, observations))
shares = Definition(phat(k), N(k) / n)
DEFINITIONS = (likelihood, over_observations, counts, shares)

size = (Member(n, S.Integers), Le(1, n))
in_support = ForAll(Member(y[i], Y), observations)
positive = ForAll(ForAll(Lt(0, f(z, theta)), (z, Y)), (theta, Theta))
in_classes = (Member(K, S.Integers), Le(1, K), ForAll(Member(y[i], IndexRange(1, K)), observations))

for_all_theta = Given((*size, in_support, positive), DEFINITIONS)
for_one_theta = Given((*for_all_theta.hypotheses, Member(theta, Theta)), DEFINITIONS)
with_classes = Given((*size, *in_classes), DEFINITIONS)

alphabet = {"Y": IndexRange(1, K)}
of_classes = ForAll(ForAll(Lt(0, f(z, theta)), (z, 1, K)), (theta, Theta))
for_all_theta_of_classes = Given((*size, *in_classes, of_classes), DEFINITIONS)
for_one_theta_of_classes = Given((*for_all_theta_of_classes.hypotheses, Member(theta, Theta)), DEFINITIONS)


@cache
def log_likelihood() -> Proof:
    return (
        chain(log(L(theta)), for_one_theta)
        .eq(
            -n * CE(theta),
            by=use(conditional.log_likelihood(), fi=for_each),
            reason="conditional models",
        )
        .qed("log-likelihood-iid", r"The log-likelihood is $-n$ times the cross-entropy")
    )


@cache
def same_optimum() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), for_all_theta)
        .eq(
            ArgMin(CE(theta), (theta, Theta)),
            by=use(conditional.same_optimum(), fi=for_each),
            reason="conditional models",
        )
        .qed("same-optimum-iid", "The same optimum")
    )


@cache
def class_counts() -> Proof:
    by_observation = Sum(Sum(is_k * g(k), classes), observations)
    by_class = Sum(Sum(is_k * g(k), observations), classes)
    return (
        chain(Sum(g(y[i]), observations), with_classes)
        .eq(by_observation, by=rules.sifting)
        .eq(by_class, by=rules.exchange_of_sums)
        .eq(Sum(Sum(is_k, observations) * g(k), classes), by=use(rules.constant_factor, c=g(k)))
        .eq(Sum(N(k) * g(k), classes), by=counts)
        .qed("class-counts", "A sum over observations as a sum over classes", "Here $g$ is any function.")
    )


@cache
def over_classes() -> Proof:
    log_f = Lambda(k, log(f(k, theta)))
    return (
        chain(CE(theta), for_one_theta_of_classes)
        .unfold(CE)
        .by(rules.cross_entropy)
        .by(use(rules.constant_factor, c=1 / n))
        .eq(-Sum(N(k) * log(f(k, theta)), classes) / n, by=use(class_counts(), g=log_f), reason="a sum over classes")
        .eq(-Sum(phat(k) * log(f(k, theta)), classes), by=(shares, use(rules.constant_factor, c=1 / n)))
        .eq(CrossEntropy(phat(k), f(k, theta), classes), by=rules.cross_entropy)
        .qed("over-classes", "The cross-entropy over the classes")
    )


@cache
def log_likelihood_of_classes() -> Proof:
    return (
        chain(log(L(theta)), for_one_theta_of_classes)
        .by(use(log_likelihood(), **alphabet))
        .by(over_classes())
        .qed("log-likelihood-of-classes", r"The log-likelihood is $-n$ times the cross-entropy over the classes")
    )


@cache
def same_optimum_of_classes() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), for_all_theta_of_classes)
        .by(use(same_optimum(), **alphabet))
        .by(over_classes())
        .qed("same-optimum-of-classes", "The same optimum, over the classes")
    )


QUOTED = (conditional.log_likelihood, conditional.same_optimum)
PROOFS = (
    *(log_likelihood, same_optimum),
    *(class_counts, over_classes, log_likelihood_of_classes, same_optimum_of_classes),
)
ALPHABET = ["Range", 1, "K"]
NOTATION = {
    **conditional.NOTATION,
    "f": {"parameters": 1, "support": ALPHABET},
    "phat": {"latex": r"\hat p", "text": "p̂", "support": ALPHABET},
    "N": {"subscripts": 1},
    "CE": {"latex": r"\mathrm{CE}"},
}
MEANINGS = {
    "L": "the likelihood",
    "CE": "the mean negative log-likelihood, as a cross-entropy over the observations",
    "N": "the number of observations in the class $k$",
    "phat": "the share of the class $k$ in the data",
}


def document() -> Document:
    quoted = tuple(proof().as_lemma() for proof in QUOTED)
    return Document("general", TITLE, (*quoted, *(proof() for proof in PROOFS)), NOTATION, MEANINGS)
