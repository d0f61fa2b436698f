"""Models of the probability by substitution alone: logistic regression, and a network with one hidden layer.

The parameter θ is a point of any set Θ; the weights are functions of it, w_j(θ), of which nothing is assumed. The
general theorem holds for every p_i(θ) between 0 and 1, so all that is used is that the logistic function lies there.
"""

from mlce_sym.prover.document import Document, Notation

from .. import bernoulli
from .instances import logistic_regression, neural_network

TITLE = "Logistic regression and a neural network as instances"
SUMMARY = "logistic regression, and a network with one hidden layer, as instances by substitution alone"

PROOFS = (logistic_regression, neural_network)
NOTATION: Notation = {
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
