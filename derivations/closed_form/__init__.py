r"""Where the probability of the label 1 is itself the parameter, the estimate can be written down. For $0 < \bar y < 1$
the unique maximiser of the likelihood is $\hat\theta = \bar y$; for $\bar y = 0$ or $1$ there is none in $(0, 1)$.

$\mathrm{CE}(\theta) - \mathrm{CE}(\bar y) = \mathrm{KL}(\bar y \| \theta)$, which is positive for $\theta \ne \bar
y$ by Gibbs' inequality. If all labels agree, the likelihood only tends to its supremum as $\theta$ goes to an end
of $(0, 1)$, and the arg max is empty.
"""

from mlce_sym.prover.document import Document

from .. import gibbs, iid
from .all_labels_agree import all_ones, all_zeros
from .mean_label import below_all_others, excess, maximiser, minimiser

TITLE = "The maximum-likelihood estimate in the Bernoulli model"
SUMMARY = (
    r"for $0 < \bar y < 1$ the unique maximiser is $\bar y$; for $\bar y = 0$ and $\bar y = 1$ there is none in "
    "$(0, 1)$"
)

PROOFS = (excess, below_all_others, minimiser, maximiser, all_ones, all_zeros)


def document() -> Document:
    quoted = (*iid.to_the_binary_form(), *(proof() for proof in gibbs.PROOFS))
    proofs = (*(proof.as_lemma() for proof in quoted), *(proof() for proof in PROOFS))
    return Document("closed-form", TITLE, proofs, iid.NOTATION, iid.MEANINGS)
