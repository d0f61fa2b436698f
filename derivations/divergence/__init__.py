"""Cross-entropy, entropy and KL divergence on the classes 1, …, K, and Gibbs' inequality with its equality case.

The divergence is a sum of weighted gaps between the logarithm and its tangent: take x = q_k/p_k in log x ≤ x − 1 and
weight with p_k. Maximum likelihood is therefore minimum divergence from the empirical distribution.
"""

from mlce_sym.prover.document import Document, Notation

from .. import general
from .equality_case import gap_where_different, positive_where_different, zero_where_equal
from .gibbs_inequality import gap_of_a_class, not_negative, weighted_gaps
from .least_divergence import excess, same_optimum

TITLE = "Cross-entropy, entropy and divergence"
SUMMARY = r"$H(p,q) = H(p) + \mathrm{KL}(p \Vert q)$, Gibbs' inequality for $K$ classes; minimum divergence"

PROOFS = (
    *(excess, weighted_gaps, gap_of_a_class, not_negative),
    *(gap_where_different, positive_where_different, zero_where_equal, same_optimum),
)
NOTATION: Notation = {**general.NOTATION, **{name: {"support": general.ALPHABET} for name in ("p", "q")}}
MEANINGS = general.MEANINGS


def document() -> Document:
    quoted = tuple(proof().as_lemma() for proof in (*general.QUOTED, *general.PROOFS))
    return Document("divergence", TITLE, (*quoted, *(proof() for proof in PROOFS)), NOTATION, MEANINGS)
