r"""A point, its permuted copy, and what lies between them show that the loss of a network with a hidden layer is not
convex.

One observation with the label 1 is enough, with any input $x \ne 0$, any number $m \ge 2$ of hidden units, and any
activation $\varphi$ that is not constant, the identity included. Two units have the input weights $a + r$ and $a -
r$ along $x$, where $\varphi$ differs, and the output weights $c$ and $-c$, such that the output is $\log 3$; the
others have the output weight 0. Exchanging the two leaves the loss $\log(4/3)$ as it is. Half-way the output is 0,
and the loss $\log 2$, which is larger. A convex function of the weights would be at most half the sum there.
"""

from mlce_sym.prover.document import Document, Notation

from .. import models
from .above_the_chord import larger_half_way
from .half_way import inputs_half_way, network_larger_half_way, network_not_convex, outputs_half_way
from .logistic_units import in_numbers
from .one_observation import along_the_input, loss_of_the_network, output_of_the_network
from .three_points import at_the_copy, at_the_point, half_way, output

TITLE = "The loss of a network with a hidden layer is not convex"
SUMMARY = (
    r"the loss of a network of $m \ge 2$ hidden units, at any input $x \ne 0$ and with any activation that is not "
    "constant, is not convex: it is larger half-way to a permuted copy"
)

PROOFS = (
    *(output, at_the_point, at_the_copy, half_way, larger_half_way),
    *(along_the_input, output_of_the_network, loss_of_the_network),
    *(outputs_half_way, inputs_half_way, network_larger_half_way, network_not_convex, in_numbers),
)
NOTATION: Notation = {
    **models.NOTATION,
    "ell": {"latex": r"\ell", "text": "ℓ"},
    "e": {"subscripts": 1},
}
MEANINGS = {
    **models.MEANINGS,
    "ell": "the loss of two units at one observation",
    "c": "the output weight",
    "g": "the loss on the line through a point and its copy",
    "q": "the squared length of the input",
    "e": "the direction of the input, such that $x_1 \\cdot e = 1$",
}


def document() -> Document:
    return Document("nonconvex", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
