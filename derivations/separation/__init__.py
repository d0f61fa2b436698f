r"""Where a direction tells the labels apart, the logistic loss has no minimiser: the weights grow without end.

If the direction $v$ separates the labels, $(2 y_i - 1)\, x_i^{\mathsf T} v > 0$ for every observation $i$, then $w
+ v$ is better than $w$, whatever $w$ is. So no $w$ is a best point of a set that holds $w + v$ too, and on every
line in the direction $v$ there is no best point at all: maximum likelihood has no answer, and the weights of a good
fit grow without end.
"""

from mlce_sym.prover.document import Document, Notation

from .. import logistic
from ..logistic.observation import failure, one_label
from ..softmax_gradient.two_classes import success
from .better_weights import better, better_term, output_beyond
from .margins import in_margins, loss_in_margins, two_forms
from .minimisers import better_on_a_line, no_best_point, no_minimiser

TITLE = "Separable data: the logistic loss has no minimiser"
SUMMARY = "separable data: $w + v$ is better than $w$, so that there is no minimiser"

PROOFS = (
    *(two_forms, in_margins, loss_in_margins, output_beyond, better_term, better, no_best_point),
    *(better_on_a_line, no_minimiser),
)
NOTATION: Notation = {**logistic.NOTATION, "w": {"subscripts": 1}, "theta_1": {"latex": r"\theta_1", "text": "θ_1"}}
MEANINGS = logistic.MEANINGS


def document() -> Document:
    quoted = (success, failure, one_label)
    proofs = (*(proof().as_lemma() for proof in quoted), *(proof() for proof in PROOFS))
    return Document("separation", TITLE, proofs, NOTATION, MEANINGS)
