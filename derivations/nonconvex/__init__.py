r"""The loss of a network with a hidden layer is not convex: a point, its permuted copy, and what lies between them.

One observation $x = y = 1$ and two hidden units are enough, with any activation $\varphi$ that is not constant. The
units have the input weights $a + r$ and $a - r$, where $\varphi$ differs, and the output weights $c$ and $-c$, such
that the output is $\log 3$. Exchanging the units leaves the loss $\log(4/3)$ as it is. Half-way the output is 0, and
the loss $\log 2$, which is larger.
"""

from mlce_sym.prover.document import Document, Notation

from .. import models
from .above_the_chord import larger_half_way, not_convex
from .logistic_units import in_numbers
from .one_observation import loss_of_one_observation
from .three_points import at_the_copy, at_the_point, half_way, output

TITLE = "The loss of a network with a hidden layer is not convex"
SUMMARY = (
    "the loss of two hidden units with any activation that is not constant is not convex: it is larger "
    "half-way to a permuted copy"
)

PROOFS = (
    *(loss_of_one_observation, output, at_the_point, at_the_copy, half_way),
    *(larger_half_way, not_convex, in_numbers),
)
NOTATION: Notation = {**models.NOTATION, "ell": {"latex": r"\ell", "text": "ℓ"}}
MEANINGS = {
    **models.MEANINGS,
    "ell": "the loss of two units at one observation",
    "c": "the output weight",
    "g": "the loss on the line through a point and its copy",
}


def document() -> Document:
    return Document("nonconvex", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
