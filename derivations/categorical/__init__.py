r"""With $K$ classes in place of two, the negative log-likelihood of one-hot labels is the categorical cross-entropy.
Softmax is an instance.

The label $y_i$ is one of $1, \dots, K$, and its indicators $\delta_{k, y_i}$ are the one-hot label. For softmax the
cross-entropy is the mean of $\log \sum_k \exp z_k$ minus the logit of the label, and with $K = 2$ softmax is the
logistic function.
"""

from mlce_sym.prover.document import Document, Notation

from .maximum_likelihood import log_likelihood, same_optimum
from .of_softmax import log_sum_exp, softmax_regression
from .softmax_of_two import two_classes

TITLE = "Categorical cross-entropy and softmax"
SUMMARY = "one-hot labels and $K$ classes: the categorical cross-entropy; softmax, and $K = 2$"

PROOFS = (log_likelihood, same_optimum, softmax_regression, log_sum_exp, two_classes)
NOTATION: Notation = {"p": {"subscripts": 2}, "z": {"subscripts": 2}, "CE": {"latex": r"\mathrm{CE}"}}
MEANINGS = {"L": "the likelihood", "CE": "the mean categorical cross-entropy, in nats"}


def document() -> Document:
    return Document("categorical", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
