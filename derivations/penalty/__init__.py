r"""The most probable parameter under a prior minimises the negative log-likelihood plus $\lambda \sum_j g(w_j)$: a
prior is a penalty.

The prior of each weight is $c \exp(-\lambda g(w))$, for any function $g$: with $g(w) = w^2$ and $\lambda =
1/(2\tau^2)$ it is Gaussian, and the penalty is L2; with $g(w) = \lvert w \rvert$ and $\lambda = 1/\beta$ it is
Laplace's, and the penalty is L1. For Gaussian observations of variance $\sigma^2$ the weights of the penalties
beside the sum of squares are $\sigma^2/\tau^2$ and $2\sigma^2/\beta$. What is dropped: the constants, and the
factor $2\sigma^2$.
"""

from mlce_sym.prover.document import Document, Notation

from .any_prior import log_prior, penalised
from .gaussian_likelihood import log_likelihood
from .gaussian_prior import gaussian_penalty
from .laplace_prior import laplace_penalty
from .ridge_and_lasso import lasso, ridge

TITLE = "A prior is a penalty"
SUMMARY = (
    r"a prior is a penalty: Gaussian, L2 of weight $1/(2\tau^2)$, and $\sigma^2/\tau^2$ in ridge regression; "
    r"Laplace, L1 of weight $1/\beta$, and $2\sigma^2/\beta$ in the lasso"
)
PROOFS = (log_prior, penalised, gaussian_penalty, laplace_penalty, log_likelihood, ridge, lasso)
NOTATION: Notation = {
    "w": {"subscripts": 1},
    "mu": {"latex": r"\mu", "text": "μ", "subscripts": 1},
    "s": {"latex": r"\tau^2", "text": "τ²"},
    "v": {"latex": r"\sigma^2", "text": "σ²"},
    "abs": {"latex": r"\lvert #1 \rvert", "text": "|#1|"},
}
MEANINGS = {"prior": "the prior, up to a constant", "L": "the likelihood"}


def document() -> Document:
    return Document("penalty", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
