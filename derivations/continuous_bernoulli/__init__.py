"""Soft labels have no Bernoulli density: $p^y (1 - p)^{1 - y}$ has an integral below 1 over $[0, 1]$.

Normalised, it is the density of the continuous Bernoulli distribution (Loaiza-Ganem and Cunningham, "The continuous
Bernoulli: fixing a pervasive error in variational autoencoders", NeurIPS 2019). Its negative log-likelihood is not the
cross-entropy, which the soft labels' own chapter treats, and it has another optimum.
"""

from mlce_sym.prover.document import Document, Notation

from .log_likelihood import negative_log_likelihood
from .no_density import above_half, below_half, tangent
from .normalisation import at_better, at_label, normalised, the_normaliser
from .optimum import another_optimum, lower
from .symmetry import odd, symmetric
from .value import even, the_integral

TITLE = "Soft labels have no Bernoulli density: the continuous Bernoulli distribution"
SUMMARY = (
    "yet $p^y (1-p)^{1-y}$ is no density on [0, 1], for its integral is below 1; normalised, it has another "
    "loss than the cross-entropy, and another optimum"
)

PROOFS = (
    *(the_integral, odd, symmetric, tangent, above_half, below_half, even),
    *(normalised, the_normaliser, negative_log_likelihood, at_label, at_better, lower, another_optimum),
)
NOTATION: Notation = {
    "B": {"parameters": 1},
    "logit": {"latex": r"\operatorname{logit}"},
    "CE": {"latex": r"\mathrm{CE}"},
}
MEANINGS = {
    "B": "the formula of the Bernoulli probability, for any number $t$",
    "logit": "the log-odds",
    "C": "the normalising constant",
    "L": "the likelihood of the labels $y_i$",
    "CE": "the mean cross-entropy, in nats",
    "N": "the negative log-likelihood of a single label $2/3$",
}


def document() -> Document:
    return Document("continuous-bernoulli", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
