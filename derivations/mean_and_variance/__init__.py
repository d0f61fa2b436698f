"""Where both the mean and the variance of a Gaussian are unknown, those of the observations are the only maximiser of
both together.

The variance of the observations has the divisor $n$. It has to be positive: if all observations are equal, the
likelihood has no bound where the variance goes to 0.
"""

from mlce_sym.prover.document import Document, Notation

from .excess import excess
from .gaps import gap_of_another_variance, one_positive, the_other
from .global_maximum import GLOBAL_MAXIMUM
from .log_likelihood import deviations, log_likelihood, squares_about
from .one_of_both import ONE_OF_BOTH

TITLE = "The Gaussian: mean and variance together"
SUMMARY = (
    "the Gaussian with both unknown: the mean and the variance (divisor $n$) of the observations are the only "
    "maximiser of both together"
)

PROOFS = (
    *(deviations, squares_about, log_likelihood, excess),
    *(gap_of_another_variance, one_positive, the_other, *ONE_OF_BOTH, *GLOBAL_MAXIMUM),
)
NOTATION: Notation = {
    "m": {"latex": r"\mu", "text": "μ"},
    "s": {"latex": r"\sigma^2", "text": "σ²"},
    "mean": {"latex": "u", "text": "u"},
    "variance": {"latex": "v", "text": "v"},
}
MEANINGS = {
    "L": "the likelihood",
    "ybar": "the mean of the observations",
    "V": "their variance",
}


def document() -> Document:
    return Document("mean-and-variance", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
