r"""Permuting the hidden units of a network changes nothing: not its output, nor the likelihood, nor the cross-entropy.

This holds at every $\theta$, not only at minima. So whatever minimises the cross-entropy does so with the hidden units
in any order. If the $m$ units differ pairwise, the $m!$ orders are $m!$ different points; and a minimiser with two
different units is not alone.
"""

from mlce_sym.prover.document import Document, Notation

from .. import models
from .another_order import sum_in_another_order
from .closed_under_permutation import minimisers
from .different_copies import DIFFERENT
from .not_alone import another_point, not_alone
from .same_values import same_cross_entropy, same_likelihood, same_output
from .the_inverse import INVERSE

TITLE = "Permuting the hidden units of a network"
SUMMARY = (
    r"permuting the hidden units changes neither likelihood nor cross-entropy, at every $\theta$; units that differ "
    "pairwise have $m!$ different copies, and a minimiser with two different units is not alone"
)

PROOFS = (
    *(*INVERSE, sum_in_another_order, same_output, same_likelihood, same_cross_entropy),
    *(minimisers, *DIFFERENT, another_point, not_alone),
)
NOTATION: Notation = {
    **models.NOTATION,
    "rho": {"latex": r"\rho", "text": "ρ"},
    "perm": {"latex": r"\pi", "text": "π"},
    "inverse": {"latex": r"\pi^{-1}", "text": "π⁻¹"},
}
MEANINGS = {**models.MEANINGS, "D": "the squared distance of two units"}


def document() -> Document:
    return Document("permutation", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
