r"""A soft label is a number $q$ between 0 and 1. Its cross-entropy $-q \log t - (1 - q) \log(1 - t)$ is least at $t =
q$ alone.

No probability model of $q$ is needed: the excess over the least value is the divergence of two distributions on
$\{0, 1\}$, which Gibbs' inequality keeps positive. So the logarithmic score is strictly proper. For a data set of
soft labels and any model, the cross-entropy is the mean divergence of the model from the labels, and a constant.
"""

from mlce_sym.prover.document import Document, Notation

from .. import gibbs
from ..divergence.entropy_and_divergence import EXCESS
from ..general import ALPHABET
from .data_set import least_mean_divergence, mean_divergence
from .proper_scoring_rule import below_all_others, excess, proper

TITLE = "Soft labels: the cross-entropy is a proper scoring rule"
SUMMARY = (
    "for a label between 0 and 1 the cross-entropy is least at that label alone: a proper scoring rule; for a data set "
    "of soft labels, minimum cross-entropy is minimum mean divergence"
)

PROOFS = (excess, below_all_others, proper, mean_divergence, least_mean_divergence)
NOTATION: Notation = {
    "Q": {"parameters": 1, "support": ["Range", 0, 1]},
    "P": {"subscripts": 1, "parameters": 1, "support": ALPHABET},
    **{name: {"support": ALPHABET} for name in ("p", "q")},
    "CE": {"latex": r"\mathrm{CE}"},
}
MEANINGS = {
    "CE": "the mean cross-entropy of the labels and the model, in nats",
    "C": "the cross-entropy of the soft label $q$, in nats",
    "Q": "the probability of the label $k$",
}


def document() -> Document:
    quoted = tuple(proof().as_lemma() for proof in (*gibbs.PROOFS, *EXCESS))
    return Document("soft-labels", TITLE, (*quoted, *(proof() for proof in PROOFS)), NOTATION, MEANINGS)
