"""Exponential families: one theorem gives the loss of every density h(y) exp(η(θ) T(y) − a(θ)), and what is dropped.

The data enter through the mean of T alone: the loss is a(θ) − η(θ) T̄. Dropped are the base measure, Σ log h(y_i), and
the factor n. The estimates are global maximisers, by the tangent of the logarithm or by a square; they exist where the
value named lies in Θ, which for the Poisson and the exponential family excludes ȳ = 0.
"""

from functools import cache

from sympy import Basic, Function, Lambda, Product, S, Sum, exp, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Definition, Given
from mlce_sym.models import data
from mlce_sym.nodes import ArgMax, ForAll, Lt, Member, Without
from mlce_sym.prover import back, chain, use

from .bernoulli import Theta, theta
from .models import a_number

TITLE = "Exponential families and their losses"

z, Y, Tbar, c, v = symbols("z Y Tbar c v")
L, f, h, T, eta, a = map(Function, ("L", "f", "h", "T", "eta", "a"))
y = data("y")
i, n, observations = y.index, y.n, y.limit

density = Definition(f(z, theta), h(z) * exp(eta(theta) * T(z) - a(theta)))
likelihood = Definition(L(theta), Product(f(y[i], theta), observations))
mean = Definition(Tbar, Sum(T(y[i]), observations) / n)
DEFINITIONS = (density, likelihood, mean)
loss = a(theta) - eta(theta) * Tbar

sample = (*a_number(n), ForAll(Member(y[i], Y), observations))
base = ForAll(Lt(0, h(z)), (z, Y))
family = Given((*sample, base), DEFINITIONS)


@cache
def log_likelihood() -> Proof:
    logs = Sum(log(h(y[i])), observations)
    return (
        chain(log(L(theta)), family)
        .unfold(L, reason="independent observations")
        .by(rules.log_of_product)
        .unfold(f)
        .by(rules.log_of_two_factors)
        .by(rules.sum_of_sum)
        .eq(logs + Sum(eta(theta) * T(y[i]) - a(theta), observations))
        .eq(
            logs + eta(theta) * Sum(T(y[i]), observations) - n * a(theta),
            by=(rules.sum_of_sum, use(rules.constant_factor, c=eta(theta)), rules.sum_of_constant),
        )
        .eq(logs - n * loss, by=mean)
        .qed("family-log-likelihood", "The log-likelihood of an exponential family")
    )


@cache
def same_optimum() -> Proof:
    logs = Sum(log(h(y[i])), observations)
    return (
        chain(ArgMax(L(theta), (theta, Theta)), family)
        .by(back(rules.argmax_of_log))
        .by(log_likelihood())
        .by(use(rules.argmax_of_shifted, c=logs))
        .by(use(rules.argmax_of_negative, f=Lambda(theta, n * loss)))
        .by(use(rules.argmin_of_scaled, c=n, f=Lambda(theta, loss)))
        .qed("family", "The loss of an exponential family")
    )


def member(right: Basic, *more: Basic) -> Given:
    """The sample with this density, and the mean of the observations."""
    own = (Definition(f(z, theta), right), likelihood, Definition(Tbar, Sum(y[i], observations) / n))
    return Given((*sample, *more), own)


def at_another(given: Given, estimate: Basic) -> Given:
    return Given((*given.hypotheses, Member(theta, Without(Theta, estimate))), given.definitions)


positive = ForAll(Lt(0, theta), (theta, Theta))
poisson = member(h(z) * theta**z * exp(-theta), base, positive, Member(Tbar, Theta))
exponential = member(theta * exp(-theta * z), positive, Lt(0, Tbar), Member(1 / Tbar, Theta))
gaussian = member(c * exp(-((z - theta) ** 2) / (2 * v)), Lt(0, c), Lt(0, v), Member(Tbar, Theta))

of_poisson = {"eta": Lambda(theta, log(theta)), "T": Lambda(z, z), "a": Lambda(theta, theta)}
of_exponential = {
    **{"h": Lambda(z, 1), "eta": Lambda(theta, -theta)},
    **{"T": Lambda(z, z), "a": Lambda(theta, -log(theta))},
}
of_gaussian = {
    **{"h": Lambda(z, c * exp(-(z**2) / (2 * v))), "eta": Lambda(theta, theta / v)},
    **{"T": Lambda(z, z), "a": Lambda(theta, theta**2 / (2 * v))},
}


def poisson_loss(at: Basic) -> Basic:
    return at - Tbar * log(at)


def exponential_loss(at: Basic) -> Basic:
    return at * Tbar - log(at)


def gaussian_loss(at: Basic) -> Basic:
    return at**2 / (2 * v) - at * Tbar / v


@cache
def below_in_poisson() -> Proof:
    gap = theta / Tbar - 1 - log(theta / Tbar)
    return (
        chain(Lt(poisson_loss(Tbar), poisson_loss(theta)), at_another(poisson, Tbar))
        .by(rules.order_by_difference)
        .eq(Lt(0, Tbar * gap), by=rules.log_of_quotient)
        .by(use(rules.order_of_multiples, c=Tbar, u=S.Zero, v=gap))
        .by(rules.log_below_tangent)
        .qed("poisson-below", "The Poisson loss at the mean", role="lemma")
    )


@cache
def poisson_estimate() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), poisson)
        .by(use(same_optimum(), **of_poisson), reason="the loss of the Poisson family")
        .by(use(rules.unique_minimiser, a=Tbar, because=(below_in_poisson(), theta)))
        .qed("poisson", "Poisson: the estimate of the rate is the mean")
    )


@cache
def below_in_exponential() -> Proof:
    x = theta * Tbar
    return (
        chain(Lt(exponential_loss(1 / Tbar), exponential_loss(theta)), at_another(exponential, 1 / Tbar))
        .by(rules.order_by_difference)
        .by(use(rules.log_of_power, a=Tbar, b=S.NegativeOne))
        .eq(Lt(0, x - 1 - log(x)), by=rules.log_of_two_factors)
        .by(rules.log_below_tangent)
        .qed("exponential-below", "The exponential loss at the inverse of the mean", role="lemma")
    )


@cache
def exponential_estimate() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), exponential)
        .by(use(same_optimum(), **of_exponential), reason="the loss of the exponential family")
        .by(use(rules.unique_minimiser, a=1 / Tbar, because=(below_in_exponential(), theta)))
        .qed("exponential", "Exponential: the estimate of the rate is the inverse of the mean")
    )


@cache
def below_in_gaussian() -> Proof:
    square = (theta - Tbar) ** 2
    return (
        chain(Lt(gaussian_loss(Tbar), gaussian_loss(theta)), at_another(gaussian, Tbar))
        .by(rules.order_by_difference)
        .eq(Lt(0, 1 / (2 * v) * square))
        .by(use(rules.order_of_multiples, c=1 / (2 * v), u=S.Zero, v=square))
        .by(rules.positive_square)
        .qed("gaussian-below", "The Gaussian loss at the mean", role="lemma")
    )


@cache
def gaussian_estimate() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), gaussian)
        .by(use(same_optimum(), **of_gaussian), reason="the loss of the Gaussian family")
        .by(use(rules.unique_minimiser, a=Tbar, because=(below_in_gaussian(), theta)))
        .qed("gaussian", "Gaussian with known variance: the estimate of the mean is the mean")
    )


PROOFS = (
    *(log_likelihood, same_optimum),
    *(below_in_poisson, poisson_estimate, below_in_exponential, exponential_estimate),
    *(below_in_gaussian, gaussian_estimate),
)
NOTATION = {
    "f": {"parameters": 1},
    "v": {"latex": r"\sigma^2", "text": "σ²"},
    "eta": {"latex": r"\eta", "text": "η"},
    "Tbar": {"latex": r"\bar T", "text": "T̄"},
}
MEANINGS = {"f": "the density", "L": "the likelihood", "Tbar": "the mean of the sufficient statistic"}


def document() -> Document:
    return Document("families", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
