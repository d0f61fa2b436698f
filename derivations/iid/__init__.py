r"""In the plain Bernoulli case $p_i(\theta) = \theta$ is the same for all observations. The general theorem holds, and
the cross-entropy has a form in class counts.

The empirical distribution $\hat p(k)$ is the share of the label $k$, so $\hat p(1) = \bar y$; the mean
cross-entropy is the cross-entropy of $\hat p$ and the model.
"""

from mlce_sym.prover.document import Document, Notation, Proof

from .. import bernoulli
from .binary_form import in_terms_of_the_mean
from .empirical_distribution import class_counts, share_of_ones
from .optimum import same_optimum

TITLE = "The i.i.d. case: cross-entropy from class counts"
SUMMARY = (
    r"the case $p_i(\theta) = \theta$ as an instance; in class counts, $\mathrm{CE} = H(\hat p, Q)$ with the "
    "empirical distribution"
)

PROOFS = (same_optimum, share_of_ones, class_counts, in_terms_of_the_mean)
NOTATION: Notation = {
    **bernoulli.NOTATION,
    "Q": {"parameters": 1, "support": ["Range", 0, 1]},
    "phat": {"latex": r"\hat p", "text": "p̂", "support": ["Range", 0, 1]},
    "ybar": {"latex": r"\bar y", "text": "ȳ"},
}
MEANINGS = {
    **bernoulli.MEANINGS,
    "Q": "the probability of the label $k$",
    "ybar": "the mean label",
    "phat": "the share of the label $k$ in the data",
}


def to_the_binary_form() -> tuple[Proof, ...]:
    """The equality of optima and the form in terms of the mean, after the theorems that they rest on."""
    return (*bernoulli.to_the_optimum(), same_optimum(), in_terms_of_the_mean())


def document() -> Document:
    quoted = tuple(proof.as_lemma() for proof in bernoulli.to_the_optimum())
    return Document("iid", TITLE, (*quoted, *(proof() for proof in PROOFS)), NOTATION, MEANINGS)
