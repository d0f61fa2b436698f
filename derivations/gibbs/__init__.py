r"""Gibbs' inequality for two distributions on $\{0, 1\}$: $\mathrm{KL}(p \| q) > 0$ unless $p = q$.

The logarithm lies below its tangent, $\log x < x - 1$ for $x \ne 1$. Take $x = b/a$ and $x = (1 - b)/(1 - a)$, weight
with $a$ and $1 - a$, and add.
"""

from mlce_sym.prover.document import Document, Notation

from .gaps import weighted_gaps, written_out
from .positive import gap_at_one, gap_at_zero, inequality

TITLE = "Gibbs' inequality for two Bernoulli distributions"
SUMMARY = "Gibbs' inequality for two labels, on which the closed form rests"

PROOFS = (written_out, weighted_gaps, gap_at_one, gap_at_zero, inequality)
NOTATION: Notation = {"Q": {"parameters": 1, "support": ["Range", 0, 1]}}
MEANINGS = {"Q": "the probability of the label $k$"}


def document() -> Document:
    return Document("gibbs", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
