r"""Where the covariance is known, the loss of the multivariate Gaussian is the mean squared Mahalanobis distance, and
the estimate of its mean the mean of the observations.

The observations are $y_i = (y_{i1}, \dots, y_{id})$, the mean is a point of $\Theta$ with the coordinates
$\mu_j(\theta)$, and $A$ is the precision matrix, the inverse of the covariance. That the density $c \exp(-\frac12
\sum_{jk} (y_j - \mu_j) A_{jk} (y_k - \mu_k))$ is one for $c = \sqrt{\det A / (2\pi)^d}$ is used nowhere, and not
shown: determinants and integrals are not in the language. Dropped are $n \log c$ and the factor $n/2$. Derivatives
are taken on a line $m + t u$; a partial derivative is the one with $u_j = \delta_{jl}$.
"""

from typing import Any

from mlce_sym.prover.document import Document

from .least_distance import log_likelihood, same_optimum
from .mean_of_observations import below_all_others, estimate
from .positive_definite import POSITIVE
from .residuals import deviations, products
from .second_derivatives import entry, hessian
from .slopes import along_a_line, gradient
from .spread_and_distance import decomposition
from .symmetric_form import symmetry

TITLE = "The multivariate Gaussian"
SUMMARY = (
    r"a mean in $\mathbb{R}^d$: the loss is the mean squared Mahalanobis distance; gradient, Hessian, and the "
    "mean as only maximiser"
)

PROOFS = (
    *(log_likelihood, same_optimum, deviations, products, decomposition),
    *(*POSITIVE, below_all_others, estimate),
    *(symmetry, along_a_line, gradient, hessian, entry),
)
NOTATION: dict[str, dict[str, Any]] = {
    **{name: {"subscripts": 1} for name in ("Q", "f", "g")},
    "mu": {"latex": r"\mu", "text": "μ", "subscripts": 1},
    "ybar": {"latex": r"\bar y", "text": "ȳ", "subscripts": 1},
    "ell": {"latex": r"\ell", "text": "ℓ"},
}
MEANINGS = {
    "L": "the likelihood",
    "Q": "the squared Mahalanobis distance of the observation $i$ from the mean",
    "ell": "the mean squared Mahalanobis distance",
    "ybar": "the mean of the observations",
    "D": r"the squared Mahalanobis distance of $\bar y$ from the mean",
    "E": r"the squared Euclidean distance of $\bar y$ from the mean",
}


def document() -> Document:
    return Document("multivariate-gaussian", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
