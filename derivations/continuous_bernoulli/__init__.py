r"""For labels between 0 and 1 the formula $p^y (1 - p)^{1 - y}$ is no density: its integral over $[0, 1]$ is at most
$1/2$.

For it is a weighted geometric mean of $p$ and $1 - p$, and lies below the arithmetic one, which has the integral
$1/2$. No weight $h(y) \ge 0$ mends that: $p^y (1 - p)^{1 - y}$ is strictly concave in $p$, so that with the weight
the integral is 1 for two values of $p$ at most, unless all mass is at 0 and 1. So no density on $[0, 1]$ has the
cross-entropy for its loss.

Normalised for each $p$, it is the density of the continuous Bernoulli distribution (Loaiza-Ganem and Cunningham,
"The continuous Bernoulli: fixing a pervasive error in variational autoencoders", NeurIPS 2019). Its negative
log-likelihood is not the cross-entropy, which the soft labels' own chapter treats, and it has another optimum.
"""

from mlce_sym.prover.document import Document, Notation

from .any_density import lead_of_the_total, no_density, positive_and_more
from .any_weight import never_negative, weighted_at_a_point, weighted_never_negative
from .at_most_half import below_half, integral_of_the_lead, integral_of_the_mean, lead_at_half
from .concave_in_p import concave_in_p, first_part, second_part
from .concave_log import CONCAVE_LOG
from .concave_total import concave_total, positive_integral
from .log_likelihood import negative_log_likelihood
from .normalisation import at_better, at_label, normalised, the_normaliser
from .optimum import another_optimum, lower
from .tangent_in_p import below_the_tangent
from .total import sum_of_integrals
from .two_means import below_the_mean, not_above_the_mean, weaker
from .value import even, the_integral

TITLE = "Soft labels have no Bernoulli density: the continuous Bernoulli distribution"
SUMMARY = (
    "yet $p^y (1-p)^{1-y}$ is no density on [0, 1], for its integral is at most 1/2, and with no weight is it one for "
    "all $p$; normalised, it has another loss than the cross-entropy, and another optimum"
)

PROOFS = (
    *(*CONCAVE_LOG, weaker, positive_and_more),
    *(the_integral, even, below_the_mean, not_above_the_mean),
    *(integral_of_the_mean, lead_at_half, integral_of_the_lead, below_half),
    *(below_the_tangent, first_part, second_part, concave_in_p, never_negative),
    *(weighted_never_negative, weighted_at_a_point, sum_of_integrals, positive_integral, concave_total),
    *(lead_of_the_total, no_density),
    *(normalised, the_normaliser, negative_log_likelihood, at_label, at_better, lower, another_optimum),
)
NOTATION: Notation = {
    "B": {"parameters": 1},
    "logit": {"latex": r"\operatorname{logit}"},
    "CE": {"latex": r"\mathrm{CE}"},
}
MEANINGS = {
    "B": "the formula of the Bernoulli probability, for any number $t$",
    "M": "the arithmetic mean of $p$ and $1 - p$ with the weights $t$ and $1 - t$",
    "m": "the integral of the formula with the weight $h$",
    "logit": "the log-odds",
    "C": "the normalising constant",
    "L": "the likelihood of the labels $y_i$",
    "CE": "the mean cross-entropy, in nats",
    "N": "the negative log-likelihood of a single label $2/3$",
}


def document() -> Document:
    return Document("continuous-bernoulli", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
