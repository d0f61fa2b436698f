r"""The logistic loss is strongly convex with an L2 penalty, or where the outputs are bounded; not everywhere. A
function is strongly convex with the constant $\mu > 0$ if on every line $w + t v$ its second derivative in $t$ is at
least $\mu \|v\|^2$.

A penalty $\frac{\lambda}{2} \sum_j w_j^2$ adds $\lambda \sum_j v_j^2$ to the curvature. Without it, $p (1 - p) \ge
e^B/(1 + e^B)^2$ where the outputs lie between $-B$ and $B$, which gives the constant $\mu e^B/(1 + e^B)^2$ there,
with the least eigenvalue $\mu$ of $X^{\mathsf T} X$. On all weights there is no such constant, whatever the data:
on the ray $t v$ the curvature is below $4n/t^2$.
"""

from mlce_sym.prover.document import Document, Notation

from .. import logistic
from ..logistic.curvature import curvature_on_a_line
from ..logistic.slopes import slope_on_a_line
from ..softmax_gradient.two_classes import success
from .half_an_output import below_exponential, below_one, minus_below_exponential, quotient_below_one
from .label_variance import above_e_to_the_minus_B, below_e_to_the_B, least_variance, two_numbers
from .not_everywhere import no_constant, not_strongly_convex
from .on_a_ray import curvature_on_a_ray, output_on_a_ray, term_on_a_ray
from .squared_output import below_four
from .sums_of_squares import all_observations, least_eigenvalue, one_observation, weighted_squares
from .where_almost_straight import bound_there, far_enough, far_out
from .where_bounded import strongly_convex_where_bounded, variance_at_one
from .with_penalty import penalised_curvature, strongly_convex

TITLE = "Strong convexity of the logistic loss"
SUMMARY = (
    r"with an L2 penalty $\frac{\lambda}{2} \sum_j w_j^2$ the loss is strongly convex with the constant "
    r"$\lambda$; without, where the outputs are bounded, but not everywhere, whatever the data"
)

PROOFS = (
    *(penalised_curvature, strongly_convex, two_numbers, below_e_to_the_B, above_e_to_the_minus_B, least_variance),
    *(one_observation, all_observations, least_eigenvalue, weighted_squares),
    *(variance_at_one, strongly_convex_where_bounded),
    *(below_exponential, minus_below_exponential, below_one, quotient_below_one, below_four),
    *(output_on_a_ray, term_on_a_ray, curvature_on_a_ray),
    *(far_enough, bound_there, far_out, no_constant, not_strongly_convex),
)
NOTATION: Notation = {
    **logistic.NOTATION,
    "kappa": {"latex": r"\kappa", "text": "κ"},
    "lambda": {"latex": r"\lambda", "text": "λ"},
    "mu": {"latex": r"\mu", "text": "μ"},
}
MEANINGS = {**logistic.MEANINGS, "J": "the loss with an L2 penalty"}


def document() -> Document:
    quoted = (success, *logistic.LEMMAS, slope_on_a_line, curvature_on_a_line)
    proofs = (*(proof().as_lemma() for proof in quoted), *(proof() for proof in PROOFS))
    return Document("strong-convexity", TITLE, proofs, NOTATION, MEANINGS)
