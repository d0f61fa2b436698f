r"""One theorem gives the loss of every density $h(y) \exp(\eta(\theta) T(y) - a(\theta))$, and what is dropped.

The data enter through the mean of $T$ alone: the loss is $a(\theta) - \eta(\theta) \bar T$. Dropped are the base
measure, $\sum_i \log h(y_i)$, and the factor $n$. The estimates are global maximisers, by the tangent of the
logarithm or by a square; they exist where the value named lies in $\Theta$, which for the Poisson and the
exponential family excludes $\bar y = 0$.
"""

from mlce_sym.prover.document import Document, Notation

from .exponential import below_in_exponential, exponential_estimate
from .gaussian import below_in_gaussian, gaussian_estimate
from .one_loss import log_likelihood, same_optimum
from .poisson import below_in_poisson, poisson_estimate

TITLE = "Exponential families and their losses"
SUMMARY = (
    "exponential families: loss, what is dropped, and the estimates of the Poisson, exponential and Gaussian families"
)

PROOFS = (
    *(log_likelihood, same_optimum),
    *(below_in_poisson, poisson_estimate, below_in_exponential, exponential_estimate),
    *(below_in_gaussian, gaussian_estimate),
)
NOTATION: Notation = {
    "f": {"parameters": 1},
    "v": {"latex": r"\sigma^2", "text": "σ²"},
    "eta": {"latex": r"\eta", "text": "η"},
    "Tbar": {"latex": r"\bar T", "text": "T̄"},
}
MEANINGS = {"f": "the density", "L": "the likelihood", "Tbar": "the mean of the sufficient statistic"}


def document() -> Document:
    return Document("families", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
