r"""Conditional models: observation $i$ has its own density $f_i(y; \theta)$, which may depend on covariates $x_i$ in
any
way.

The log-likelihood of independent observations is $-n$ times a cross-entropy over the observations, where each of them
has the weight $1/n$. Only positivity on the support $Y$ is used, so densities serve as well as probabilities.
"""

from mlce_sym.prover.document import Document, Notation

from .maximum_likelihood import log_likelihood, same_optimum
from .with_covariates import covariates

TITLE = "Maximum likelihood is minimum cross-entropy for conditional models"
SUMMARY = r"every density or mass function $f_i(y;\theta)$, with covariates in any way"

PROOFS = (log_likelihood, same_optimum, covariates)
NOTATION: Notation = {
    "fi": {"latex": "f", "text": "f", "subscripts": 1, "parameters": 1},
    "r": {"parameters": 1},
    "CE": {"latex": r"\mathrm{CE}"},
}
MEANINGS = {"L": "the likelihood", "CE": "the mean negative log-likelihood, as a cross-entropy over the observations"}


def document() -> Document:
    return Document("conditional", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
