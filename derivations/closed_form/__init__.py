r"""The closed form: the unique maximiser of the Bernoulli likelihood is $\hat\theta = \bar y$; on the open interval if
$0 < \bar y < 1$, on the closed one for every data set.

For $0 < \bar y < 1$ and $\theta$ in $(0, 1)$, $\mathrm{CE}(\theta) - \mathrm{CE}(\bar y) = \mathrm{KL}(\bar y \|
\theta)$, which is positive for $\theta \ne \bar y$ by Gibbs' inequality. If all labels agree, the likelihood only
tends to its supremum as $\theta$ goes to an end of $(0, 1)$, and the arg max is empty. On $[0, 1]$ the supremum is
attained: with $n_1$ ones and $n_0$ zeros the likelihood is $\theta^{n_1} (1 - \theta)^{n_0}$, where $0^0 = 1$, and is
largest at $n_1/n$, since $x^s e^{-x}$ is largest at $x = s$.
"""

from mlce_sym.prover.document import Document, Notation

from .. import gibbs, iid
from .all_labels_agree import all_ones, all_zeros
from .closed_interval import EVERY_DATA_SET
from .mean_label import below_all_others, excess, maximiser, minimiser
from .one_count import ONE_COUNT
from .two_counts import TWO_COUNTS

TITLE = "The maximum-likelihood estimate in the Bernoulli model"
SUMMARY = (
    r"for $0 < \bar y < 1$ the unique maximiser is $\bar y$; for $\bar y = 0$ and $\bar y = 1$ there is none in "
    "$(0, 1)$; in $[0, 1]$ it is so for every data set"
)

PROOFS = (
    *(excess, below_all_others, minimiser, maximiser, all_ones, all_zeros),
    *(*ONE_COUNT, *TWO_COUNTS, *EVERY_DATA_SET),
)
NOTATION: Notation = {
    **iid.NOTATION,
    "ones": {"latex": "n_1", "text": "n₁"},
    "zeros": {"latex": "n_0", "text": "n₀"},
}
MEANINGS = {**iid.MEANINGS, "ones": "the number of ones", "zeros": "the number of zeros"}


def document() -> Document:
    quoted = (*iid.to_the_binary_form(), *(proof() for proof in gibbs.PROOFS))
    proofs = (*(proof.as_lemma() for proof in quoted), *(proof() for proof in PROOFS))
    return Document("closed-form", TITLE, proofs, NOTATION, MEANINGS)
