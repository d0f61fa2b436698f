r"""The gradient of the cross-entropy in the logits is $p - y$, what the model says less what was observed: for softmax
with any labels, and for the logistic function.

The logits move along a line, $z_k + t v_k$. The derivative in $t$ is $\sum_k (p_k - y_k) v_k$ in every direction
$v$, so that at $t = 0$ the partial derivative with respect to the logit $z_j$ is $p_j - y_j$. Of the labels only
their sum is used: they may be soft, and a class $c$ is the instance $y_k = \delta_{kc}$.
"""

from mlce_sym.prover.document import Document, Notation

from .line import along_a_line, log_sum_exp
from .partial_derivatives import gradient, one_class, one_hot_labels
from .two_classes import binary, success

TITLE = "The gradient of softmax and cross-entropy"
SUMMARY = (
    "the gradient in the logits is $p - y$, for softmax with soft or one-hot labels, and for the logistic function"
)

PROOFS = (log_sum_exp, along_a_line, gradient, one_hot_labels, one_class, success, binary)
NOTATION: Notation = {
    "p": {"subscripts": 1},
    "sigma": {"latex": r"\sigma", "text": "σ"},
}
MEANINGS = {
    "p": "softmax of the logits at $t$",
    "C": "the cross-entropy of the labels at the logits $z + t v$, in nats",
    "sigma": "the logistic function",
}


def document() -> Document:
    return Document("softmax-gradient", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
