r"""Nothing in the theorem is about labels. Here observation $i$ has a density $f_i(y; \theta)$ of its own, which may
depend on covariates $x_i$ in any way.

The cross-entropy of the data and the model is the mean of $-\log f_i(y_i; \theta)$, where each observation has the
weight $1/n$; of labels it is that of their shares and the model, as the next chapter shows. Only positivity on
the support $Y$ is used, so densities serve as well as probabilities.
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
MEANINGS = {"L": "the likelihood", "CE": "the cross-entropy of the data and the model, in nats"}


def document() -> Document:
    return Document("conditional", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
