r"""The cross-entropy of two distributions on the classes $1, \dots, K$ is the entropy of the first, and the divergence
of Kullback and Leibler. That is never negative, and 0 for equal distributions alone: Gibbs' inequality.

The divergence is a sum of weighted gaps between the logarithm and its tangent: take $x = q_k/p_k$ in $\log x \le x
- 1$ and weight with $p_k$; where $p_k = 0$, the gap is $q_k$. So the cross-entropy of $p$ and any $q$ is at least
the entropy of $p$, and maximum likelihood is minimum divergence from the empirical distribution, whether or not
each class has been seen.
"""

from mlce_sym.prover.document import Document, Notation

from .. import general
from .different import DIFFERENT
from .entropy_and_divergence import EXCESS
from .equality_case import EQUALITY
from .gap_by_cases import GAP_BY_CASES
from .gaps import GAPS
from .gibbs_inequality import gap_of_a_class, not_negative
from .least_divergence import least_value, same_optimum
from .positive_gap import POSITIVE_GAP
from .sizes import SIZES

TITLE = "Cross-entropy, entropy and divergence"
SUMMARY = (
    r"$H(p,q) = H(p) + \mathrm{KL}(p \Vert q)$, Gibbs' inequality for $K$ classes, of which some may have the "
    "probability 0; minimum divergence"
)

STRICT = (*EXCESS, *GAPS, *SIZES, gap_of_a_class, *POSITIVE_GAP, *DIFFERENT)
PROOFS = (*STRICT, *GAP_BY_CASES, *EQUALITY, not_negative, least_value, same_optimum)
NOTATION: Notation = {**general.NOTATION, **{name: {"support": general.ALPHABET} for name in ("p", "q")}}
MEANINGS = general.MEANINGS


def document() -> Document:
    quoted = tuple(proof().as_lemma() for proof in (*general.QUOTED, *general.PROOFS))
    return Document("divergence", TITLE, (*quoted, *(proof() for proof in PROOFS)), NOTATION, MEANINGS)
