r"""The estimates of the probabilities of $K$ classes are the shares of the classes in the data, for single labels and
for multinomial counts.

The probabilities are those of a point of $\Theta$, $p_k(\theta)$. That the estimate is the only maximiser needs
that each class was seen, that $\Theta$ has a point $a$ whose probabilities are the shares, and that every other
point has other ones: in the class $c(\theta)$, say. Of the multinomial coefficient $b_i$ the sign alone
is used.
"""

from mlce_sym.prover.document import Document, Notation

from .. import divergence, general
from .categorical_shares import categorical_estimate, shares_sum_to_one
from .in_a_probability import curvature, slope, term_of_a_class
from .in_the_logits import curvature_in_logits, slope_in_a_logit
from .least_cross_entropy import below_all_others, least
from .multinomial_likelihood import multinomial_log_likelihood, multinomial_same_optimum
from .multinomial_shares import multinomial_estimate, trials_sum_to_one

TITLE = "The estimates of class probabilities"
SUMMARY = (
    "probabilities of $K$ classes and multinomial counts: the observed shares are the only maximiser; slopes "
    "in probabilities and logits"
)

QUOTED = (*general.QUOTED, *general.PROOFS, *divergence.STRICT)
PROOFS = (
    *(below_all_others, least, shares_sum_to_one, categorical_estimate),
    *(multinomial_log_likelihood, multinomial_same_optimum, trials_sum_to_one, multinomial_estimate),
    *(term_of_a_class, slope, curvature, slope_in_a_logit, curvature_in_logits),
)
NOTATION: Notation = {
    **general.NOTATION,
    **{name: {"support": general.ALPHABET} for name in ("p", "q")},
    "r": {"subscripts": 1},
}
MEANINGS = {**general.MEANINGS, "r": "the share of the class $k$ in all trials"}


def document() -> Document:
    quoted = tuple(proof().as_lemma() for proof in QUOTED)
    return Document("class-probabilities", TITLE, (*quoted, *(proof() for proof in PROOFS)), NOTATION, MEANINGS)
