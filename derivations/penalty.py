"""A prior is a penalty: the most probable parameter minimises the negative log-likelihood plus λ Σ_j g(w_j).

The prior of each weight is c exp(−λ g(w)), for any function g: with g(w) = w² and λ = 1/(2τ²) it is Gaussian, and the
penalty is L2; with g(w) = |w| and λ = 1/b it is Laplace's, and the penalty is L1. For Gaussian observations of variance
σ² the L2 penalty has the weight σ²/τ² beside the sum of squares. What is dropped: the constants, and the factor 2σ².
"""

from functools import cache

from sympy import Function, Lambda, Product, Rational, Sum, exp, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Definition, Given
from mlce_sym.models import data
from mlce_sym.nodes import ArgMax, ArgMin, ForAll, Lt
from mlce_sym.prover import back, chain, use

from .bernoulli import Theta, theta
from .models import a_number, d, j, w

TITLE = "A prior is a penalty"

b, c, rate, s, u, v = symbols("b c lambda s u v")
L, prior, g, mu = map(Function, ("L", "prior", "g", "mu"))
y = data("y")
i, n, observations = y.index, y.n, y.limit
weights = (j, 1, d)
half = Rational(1, 2)
penalty = Sum(g(w(j, theta)), weights)
squares = Sum(w(j, theta) ** 2, weights)
residuals = Sum((y[i] - mu(i, theta)) ** 2, observations)
gaussian = {"g": Lambda(u, u**2), "lambda": 1 / (2 * s)}

of_weights = Definition(prior(theta), Product(c * exp(-rate * g(w(j, theta))), weights))
of_gaussian_weights = Definition(prior(theta), Product(c * exp(-(w(j, theta) ** 2) / (2 * s)), weights))
of_data = Definition(L(theta), Product(b * exp(-((y[i] - mu(i, theta)) ** 2) / (2 * v)), observations))

constants = (*a_number(d), Lt(0, c))
positive = ForAll(Lt(0, L(theta)), (theta, Theta))
any_prior = Given((*constants, positive), (of_weights,))
gaussian_prior = Given((*constants, Lt(0, s), positive), (of_gaussian_weights,))
observed = (*a_number(n), Lt(0, b), Lt(0, v))
both_gaussian = Given((*constants, Lt(0, s), *observed), (of_gaussian_weights, of_data))


@cache
def log_prior() -> Proof:
    return (
        chain(log(prior(theta)), Given(constants, (of_weights,)))
        .unfold(prior)
        .by(rules.log_of_product)
        .by(rules.log_of_two_factors)
        .by(rules.sum_of_sum, rules.sum_of_constant)
        .eq(d * log(c) + Sum(-rate * g(w(j, theta)), weights))
        .eq(d * log(c) - rate * penalty, by=(use(rules.constant_factor, c=rate), use(rules.constant_factor, c=-1)))
        .qed("log-prior", "The log of the prior")
    )


@cache
def penalised() -> Proof:
    loss = -log(L(theta)) + rate * penalty
    return (
        chain(ArgMax(L(theta) * prior(theta), (theta, Theta)), any_prior)
        .by(back(rules.argmax_of_log))
        .by(rules.log_of_two_factors)
        .by(log_prior())
        .eq(ArgMax(-loss, (theta, Theta)), by=use(rules.argmax_of_shifted, c=d * log(c)))
        .by(use(rules.argmax_of_negative, f=Lambda(theta, loss)))
        .qed(
            "penalised",
            "The most probable parameter minimises a penalised loss",
            r"With $g(w) = |w|$, for instance, a Laplace prior adds an L1 penalty.",
        )
    )


@cache
def gaussian_penalty() -> Proof:
    loss = -log(L(theta)) + squares / (2 * s)
    return (
        chain(ArgMax(L(theta) * prior(theta), (theta, Theta)), gaussian_prior)
        .eq(ArgMin(loss, (theta, Theta)), by=use(penalised(), **gaussian))
        .qed("gaussian-prior", "A Gaussian prior adds an L2 penalty")
    )


@cache
def log_likelihood() -> Proof:
    return (
        chain(log(L(theta)), Given(observed, (of_data,)))
        .unfold(L)
        .by(rules.log_of_product)
        .by(rules.log_of_two_factors)
        .by(rules.sum_of_sum, rules.sum_of_constant)
        .eq(n * log(b) + Sum(-((y[i] - mu(i, theta)) ** 2) / (2 * v), observations))
        .eq(
            n * log(b) - residuals / (2 * v),
            by=(use(rules.constant_factor, c=1 / v), use(rules.constant_factor, c=-half)),
        )
        .qed("log-likelihood", "The log of a Gaussian likelihood")
    )


@cache
def ridge() -> Proof:
    loss = residuals + v / s * squares
    return (
        chain(ArgMax(L(theta) * prior(theta), (theta, Theta)), both_gaussian)
        .by(use(gaussian_penalty()))
        .by(log_likelihood())
        .by(back(rules.argmax_of_negative))
        .by(use(rules.argmax_of_shifted, c=n * log(b)))
        .by(use(rules.argmax_of_negative, f=Lambda(theta, loss / (2 * v))))
        .by(use(rules.argmin_of_scaled, c=1 / (2 * v), f=Lambda(theta, loss)))
        .qed("ridge", "With Gaussian observations: ridge regression")
    )


PROOFS = (log_prior, penalised, gaussian_penalty, log_likelihood, ridge)
NOTATION = {
    "w": {"subscripts": 1},
    "mu": {"latex": r"\mu", "text": "μ", "subscripts": 1},
    "s": {"latex": r"\tau^2", "text": "τ²"},
    "v": {"latex": r"\sigma^2", "text": "σ²"},
}
MEANINGS = {"prior": "the prior, up to a constant", "L": "the likelihood"}


def document() -> Document:
    return Document("penalty", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
