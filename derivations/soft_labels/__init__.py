"""Soft labels: for 0 < q < 1 the cross-entropy −q log t − (1 − q) log(1 − t) is least at t = q, and only there.

No probability model of q is needed: the excess over the least value is the divergence of two distributions on {0, 1},
which Gibbs' inequality keeps positive. So the cross-entropy is a proper scoring rule.
"""

from mlce_sym.prover.document import Document, Notation

from .. import gibbs
from .proper_scoring_rule import below_all_others, excess, proper

TITLE = "Soft labels: the cross-entropy is a proper scoring rule"
SUMMARY = "for a label between 0 and 1 the cross-entropy is least at that label alone: a proper scoring rule"

PROOFS = (excess, below_all_others, proper)
NOTATION: Notation = {"Q": {"parameters": 1, "support": ["Range", 0, 1]}}
MEANINGS = {"C": "the cross-entropy of the soft label $q$, in nats", "Q": "the probability of the label $k$"}


def document() -> Document:
    quoted = tuple(proof().as_lemma() for proof in gibbs.PROOFS)
    return Document("soft-labels", TITLE, (*quoted, *(proof() for proof in PROOFS)), NOTATION, MEANINGS)
