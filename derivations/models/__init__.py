r"""Models of the probability come by substitution alone: any with a logistic output, be it a logistic regression, or a
deep, convolutional or recurrent network.

The parameter $\theta$ is a point of any set $\Theta$; the weights are functions of it, $w_j(\theta)$, of which
nothing is assumed. The general theorem holds for every $p_i(\theta)$ between 0 and 1, so all that is used is that
the logistic function lies there: $p_i(\theta) = \sigma(\eta_i(\theta))$ for any $\eta$.
"""

from mlce_sym.prover.document import Document, Notation

from .. import bernoulli
from .instances import any_output, logistic_regression, neural_network

TITLE = "Any model with a logistic output: logistic regression and neural networks"
SUMMARY = (
    r"$p_i(\theta) = \sigma(\eta_i(\theta))$ with any $\eta$: logistic regression, and networks of every kind, as "
    "instances by substitution alone"
)

PROOFS = (any_output, logistic_regression, neural_network)
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
