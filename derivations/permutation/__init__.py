r"""Permuting the hidden units of a network changes nothing: not its output, nor the likelihood, nor the cross-entropy.

This holds at every $\theta$, not only at minima. So whatever minimises the cross-entropy does so with the hidden units
in any order, and a network has no unique minimiser that tells its units apart.
"""

from mlce_sym.prover.document import Document, Notation

from .. import models
from .another_order import sum_in_another_order
from .closed_under_permutation import minimisers, the_equation
from .different_copies import another_weight, different_copies
from .same_values import same_cross_entropy, same_likelihood, same_output

TITLE = "Permuting the hidden units of a network"
SUMMARY = r"permuting the hidden units changes neither likelihood nor cross-entropy, at every $\theta$"

PROOFS = (
    *(sum_in_another_order, same_output, same_likelihood, same_cross_entropy),
    *(the_equation, minimisers, another_weight, different_copies),
)
NOTATION: Notation = {
    **models.NOTATION,
    "rho": {"latex": r"\rho", "text": "ρ"},
    "perm": {"latex": r"\pi", "text": "π"},
    "inverse": {"latex": r"\pi^{-1}", "text": "π⁻¹"},
}
MEANINGS = models.MEANINGS


def document() -> Document:
    return Document("permutation", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
