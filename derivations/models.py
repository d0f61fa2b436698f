"""Models of the probability by substitution alone: logistic regression, and a network with one hidden layer.

The parameter θ is a point of any set Θ; the weights are functions of it, w_j(θ), of which nothing is assumed. The
general theorem holds for every p_i(θ) between 0 and 1, so all that is used is that the logistic function lies there.
"""

from functools import cache

from sympy import Basic, Function, IndexedBase, Lambda, S, Sum, exp, symbols

from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Definition, Given
from mlce_sym.nodes import ArgMax, ArgMin, Le, Member
from mlce_sym.prover import chain, use

from . import bernoulli
from .bernoulli import CE, L, Theta, i, theta

TITLE = "Logistic regression and a neural network as instances"

j, h, d, m, z = symbols("j h d m z")
x = IndexedBase("x")
sigma, eta, phi, u, v, w = map(Function, ("sigma", "eta", "phi", "u", "v", "w"))

logistic = Definition(sigma(z), 1 / (1 + exp(-z)))
probability = Lambda((i, theta), sigma(eta(i, theta)))

linear = Sum(x[i, j] * w(j, theta), (j, 1, d))
hidden = phi(Sum(x[i, j] * u(h, j, theta), (j, 1, d)))
network = Sum(v(h, theta) * hidden, (h, 1, m))


def a_number(size: Basic) -> tuple[Basic, Basic]:
    return Member(size, S.Integers), Le(1, size)


def given(output: Basic, *sizes: Basic) -> Given:
    """The setting of the general theorem with p_i(θ) = σ(η_i(θ)), where η is the output of the model."""
    known = bernoulli.for_all_theta()
    facts = tuple(fact for fact in known.hypotheses if not fact.has(bernoulli.p))
    instances = tuple(definition.instance({bernoulli.p: probability}) for definition in known.definitions)
    return Given((*facts, *sizes), (logistic, Definition(eta(i, theta), output), *instances))


def _same_optimum(known: Given, name: str, title: str) -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), known)
        .eq(
            ArgMin(CE(theta), (theta, Theta)),
            by=use(bernoulli.same_optimum(), p=probability),
            reason="the general theorem",
        )
        .qed(name, title)
    )


@cache
def logistic_regression() -> Proof:
    return _same_optimum(given(linear, *a_number(d)), "logistic-regression", "Logistic regression")


@cache
def neural_network() -> Proof:
    known = given(network, *a_number(d), *a_number(m))
    return _same_optimum(known, "neural-network", "A network with one hidden layer")


PROOFS = (logistic_regression, neural_network)
NOTATION = {
    **bernoulli.NOTATION,
    "sigma": {"latex": r"\sigma", "text": "σ"},
    "phi": {"latex": r"\varphi", "text": "φ"},
    "eta": {"latex": r"\eta", "text": "η", "subscripts": 1},
    **{"w": {"subscripts": 1}, "v": {"subscripts": 1}, "u": {"subscripts": 2}},
}
MEANINGS = {**bernoulli.MEANINGS, "sigma": "the logistic function", "eta": "the output of the model at observation $i$"}


def document() -> Document:
    quoted = tuple(proof.as_lemma() for proof in bernoulli.to_the_optimum())
    return Document("models", TITLE, (*quoted, *(proof() for proof in PROOFS)), NOTATION, MEANINGS)
