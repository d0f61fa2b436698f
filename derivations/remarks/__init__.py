r"""What the factor $1/n$ and the minus sign do, and how likelihood and cross-entropy order the parameters.

Dropping $1/n$ multiplies the cross-entropy by $n$ and leaves its arg min. Dropping the minus sign does not leave it:
what minimises $-\mathrm{CE}$ is what minimises the likelihood. For the two labels 0 and 1, the minimiser of
$\mathrm{CE}$ is 1/2, which does not minimise $-\mathrm{CE}$.
"""

from mlce_sym.prover.document import Document

from .. import gibbs, iid
from ..closed_form.mean_label import below_all_others, excess, minimiser
from .optimal_parameters import optimal
from .order_of_parameters import log_optimum, order
from .sign_in_general import minus_sign, rising_log
from .with_sign import mean_of_two, not_all, some_of_each, with_the_sign
from .without_sign import a_greater_value, without_the_sign
from .without_the_factor import factor, factor_and_optimum

TITLE = "What the factor and the sign of the cross-entropy do"
SUMMARY = "what happens without $1/n$, and without the minus sign"

PROOFS = (
    *(factor, factor_and_optimum, log_optimum, order, optimal, rising_log, minus_sign),
    *(mean_of_two, some_of_each, not_all, with_the_sign),
    *(a_greater_value, without_the_sign),
)


def document() -> Document:
    rest = (excess(), below_all_others(), minimiser())
    quoted = (*iid.to_the_binary_form(), *(proof() for proof in gibbs.PROOFS), *rest)
    proofs = (*(proof.as_lemma() for proof in quoted), *(proof() for proof in PROOFS))
    notation = {**iid.NOTATION, "theta_star": {"latex": r"\theta^*", "text": "θ*"}}
    return Document("remarks", TITLE, proofs, notation, iid.MEANINGS)
