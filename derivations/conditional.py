"""Conditional models: observation i has its own density f_i(y; θ), which may depend on covariates x_i in any way.

The log-likelihood of independent observations is −n times a cross-entropy over the observations, where each of them has
the weight 1/n. Only positivity on the support Y is used, so densities serve as well as probabilities.
"""

from functools import cache

from sympy import Function, IndexedBase, Lambda, Product, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Definition, Given
from mlce_sym.models import data
from mlce_sym.nodes import ArgMax, ArgMin, CrossEntropy, ForAll, Lt, Member
from mlce_sym.prover import back, chain, use

from .bernoulli import CE, L, Theta, theta
from .models import a_number

TITLE = "Maximum likelihood is minimum cross-entropy for conditional models"

z, Y, c, X = symbols("z Y c X")
f, r = map(Function, ("fi", "r"))
x = IndexedBase("x")
y = data("y")
i, n, observations = y.index, y.n, y.limit

likelihood = Definition(L(theta), Product(f(i, y[i], theta), observations))
cross_entropy = Definition(CE(theta), CrossEntropy(1 / n, f(i, y[i], theta), observations))
DEFINITIONS = (likelihood, cross_entropy)

in_support = (*a_number(n), ForAll(Member(y[i], Y), observations))
positive = ForAll(ForAll(ForAll(Lt(0, f(i, z, theta)), (z, Y)), observations), (theta, Theta))
for_all_theta = Given((*in_support, positive), DEFINITIONS)
for_one_theta = Given((*for_all_theta.hypotheses, Member(theta, Theta)), DEFINITIONS)

with_covariates = Lambda((i, z, theta), r(z, x[i], theta))
positive_with_covariates = (
    ForAll(Member(x[i], X), observations),
    ForAll(ForAll(ForAll(Lt(0, r(z, c, theta)), (z, Y)), (c, X)), (theta, Theta)),
)


@cache
def log_likelihood() -> Proof:
    return (
        chain(log(L(theta)), for_one_theta)
        .unfold(L, reason="independent observations")
        .by(rules.log_of_product)
        .eq(-n * CE(theta), by=(cross_entropy, rules.cross_entropy, use(rules.constant_factor, c=1 / n)))
        .qed("log-likelihood", r"The log-likelihood is $-n$ times the cross-entropy")
    )


@cache
def same_optimum() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), for_all_theta)
        .by(back(rules.argmax_of_log))
        .by(log_likelihood())
        .by(rules.argmax_of_negative)
        .by(rules.argmin_of_scaled)
        .qed("same-optimum", "The same optimum")
    )


@cache
def covariates() -> Proof:
    definitions = tuple(definition.instance({f: with_covariates}) for definition in DEFINITIONS)
    return (
        chain(ArgMax(L(theta), (theta, Theta)), Given((*in_support, *positive_with_covariates), definitions))
        .eq(ArgMin(CE(theta), (theta, Theta)), by=use(same_optimum(), fi=with_covariates))
        .qed("covariates", "With covariates")
    )


PROOFS = (log_likelihood, same_optimum, covariates)
NOTATION = {
    "fi": {"latex": "f", "text": "f", "subscripts": 1, "parameters": 1},
    "r": {"parameters": 1},
    "CE": {"latex": r"\mathrm{CE}"},
}
MEANINGS = {"L": "the likelihood", "CE": "the mean negative log-likelihood, as a cross-entropy over the observations"}


def document() -> Document:
    return Document("conditional", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
