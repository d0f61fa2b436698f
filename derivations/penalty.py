"""A Gaussian prior adds an L2 penalty: the most probable parameter minimises the negative log-likelihood plus λ Σ w_j².

The penalty weight is λ = 1/(2τ²), where τ² is the variance of the prior. For Gaussian observations of variance σ² it is
the ratio σ²/τ², beside the sum of squares. What is dropped: the normalising constants, and the factor 2σ².
"""

from functools import cache

from sympy import Function, Lambda, Product, Rational, Sum, exp, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Definition, Given
from mlce_sym.models import data
from mlce_sym.nodes import ArgMax, ForAll, Lt, Member
from mlce_sym.prover import back, chain, use

from .bernoulli import Theta, theta
from .models import a_number, d, j, w

TITLE = "A Gaussian prior is an L2 penalty"

b, c, s, v = symbols("b c s v")
half = Rational(1, 2)
L, prior, mu = map(Function, ("L", "prior", "mu"))
y = data("y")
i, n, observations = y.index, y.n, y.limit
weights = (j, 1, d)
squares = Sum(w(j, theta) ** 2, weights)
residuals = Sum((y[i] - mu(i, theta)) ** 2, observations)

of_weights = Definition(prior(theta), Product(c * exp(-(w(j, theta) ** 2) / (2 * s)), weights))
of_data = Definition(L(theta), Product(b * exp(-((y[i] - mu(i, theta)) ** 2) / (2 * v)), observations))

prior_constants = (*a_number(d), Lt(0, c), Lt(0, s))
likelihood_positive = ForAll(Lt(0, L(theta)), (theta, Theta))
any_likelihood = Given((*prior_constants, likelihood_positive), (of_weights,))
gaussian = Given((*prior_constants, *a_number(n), Lt(0, b), Lt(0, v)), (of_weights, of_data))


def at_theta(given: Given) -> Given:
    return Given((*given.hypotheses, Member(theta, Theta)), given.definitions)


@cache
def log_prior() -> Proof:
    return (
        chain(log(prior(theta)), Given(prior_constants, (of_weights,)))
        .unfold(prior)
        .by(rules.log_of_product)
        .by(rules.log_of_two_factors)
        .by(rules.sum_of_sum, rules.sum_of_constant)
        .eq(d * log(c) + Sum(-(w(j, theta) ** 2) / (2 * s), weights))
        .eq(
            d * log(c) - squares / (2 * s),
            by=(use(rules.constant_factor, c=1 / s), use(rules.constant_factor, c=-half)),
        )
        .qed("log-prior", "The log of the prior")
    )


@cache
def penalised() -> Proof:
    loss = -log(L(theta)) + squares / (2 * s)
    return (
        chain(ArgMax(L(theta) * prior(theta), (theta, Theta)), any_likelihood)
        .by(back(rules.argmax_of_log))
        .by(rules.log_of_two_factors)
        .by(log_prior())
        .eq(ArgMax(-loss, (theta, Theta)), by=use(rules.argmax_of_shifted, c=d * log(c)))
        .by(use(rules.argmax_of_negative, f=Lambda(theta, loss)))
        .qed("penalised", "The most probable parameter minimises a penalised loss")
    )


@cache
def log_likelihood() -> Proof:
    return (
        chain(log(L(theta)), Given((*a_number(n), Lt(0, b), Lt(0, v)), (of_data,)))
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
        chain(ArgMax(L(theta) * prior(theta), (theta, Theta)), gaussian)
        .by(back(rules.argmax_of_log))
        .by(rules.log_of_two_factors)
        .by(log_prior())
        .by(log_likelihood())
        .by(use(rules.argmax_of_shifted, c=d * log(c)), use(rules.argmax_of_shifted, c=n * log(b)))
        .by(use(rules.argmax_of_negative, f=Lambda(theta, loss / (2 * v))))
        .by(use(rules.argmin_of_scaled, c=1 / (2 * v), f=Lambda(theta, loss)))
        .qed("ridge", "With Gaussian observations: ridge regression")
    )


PROOFS = (log_prior, penalised, log_likelihood, ridge)
NOTATION = {
    "w": {"subscripts": 1},
    "mu": {"latex": r"\mu", "text": "μ", "subscripts": 1},
    "s": {"latex": r"\tau^2", "text": "τ²"},
    "v": {"latex": r"\sigma^2", "text": "σ²"},
}
MEANINGS = {"prior": "the density of the prior", "L": "the likelihood"}


def document() -> Document:
    return Document("penalty", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
