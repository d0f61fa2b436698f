r"""Labels are zeros and ones, and a model gives the probability that a label is 1. Then its likelihood and its
cross-entropy have the same optimum: the likelihood's logarithm is $-n$ times the cross-entropy.

Observation $i$ has success probability $p_i(\theta)$, any function with $0 < p_i(\theta) < 1$ for $\theta$ in any
set $\Theta$: a constant, a logistic regression, a neural network. Nothing about the form of $p$ is assumed.
"""

from mlce_sym.prover.document import Document, Notation, Proof

from .likelihood import the_likelihood, two_cases
from .mean_over_observations import mean_of_cross_entropies
from .optimum import log_likelihood, negative_log_likelihood, same_optimum

TITLE = "Maximising the Bernoulli likelihood is minimising the cross-entropy"
SUMMARY = (
    r"the theorem on the likelihood, and that CE is the mean of the cross-entropies $H(\delta_{y_i}, P_i)$, by the "
    "definition of $H$"
)

PROOFS = (
    *(the_likelihood, two_cases),
    *(log_likelihood, negative_log_likelihood, mean_of_cross_entropies, same_optimum),
)
NOTATION: Notation = {
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
    return Document("bernoulli", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
