r"""Where all observations have one density or mass function, the cross-entropy can be taken over the observations or
over the classes.

The sum runs over the observations, where each of them has the weight $1/n$, or over the classes $1, \dots, K$,
where the empirical distribution has mass $N_k/n$ at the class $k$. Which sum runs over what is a matter of
exchanging two sums.
"""

from mlce_sym.prover.document import Document, Notation

from .. import conditional
from ..conditional.maximum_likelihood import log_likelihood as conditional_log_likelihood
from ..conditional.maximum_likelihood import same_optimum as conditional_same_optimum
from .maximum_over_classes import log_likelihood_of_classes, over_classes, same_optimum_of_classes
from .one_density import log_likelihood, same_optimum
from .sums_over_classes import class_counts

TITLE = "One density for all observations: cross-entropy over observations and over classes"
SUMMARY = "the i.i.d. case as an instance; a sum over observations as a sum over classes"

QUOTED = (conditional_log_likelihood, conditional_same_optimum)
PROOFS = (
    *(log_likelihood, same_optimum),
    *(class_counts, over_classes, log_likelihood_of_classes, same_optimum_of_classes),
)
ALPHABET = ["Range", 1, "K"]
NOTATION: Notation = {
    **conditional.NOTATION,
    "f": {"parameters": 1, "support": ALPHABET},
    "phat": {"latex": r"\hat p", "text": "p̂", "support": ALPHABET},
    "N": {"subscripts": 1},
    "CE": {"latex": r"\mathrm{CE}"},
}
MEANINGS = {
    "L": "the likelihood",
    "CE": "the cross-entropy of the data and the model, in nats",
    "N": "the number of observations in the class $k$",
    "phat": "the share of the class $k$ in the data",
}


def document() -> Document:
    quoted = tuple(proof().as_lemma() for proof in QUOTED)
    return Document("general", TITLE, (*quoted, *(proof() for proof in PROOFS)), NOTATION, MEANINGS)
