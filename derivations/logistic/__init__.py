r"""In logistic regression the gradient is $X^{\mathsf T} (p - y)$, the Hessian $X^{\mathsf T} D X$, and the loss is
convex.

The weights move along a line, $w_j + t v_j$. The slope is $\sum_i (p_i - y_i)\, x_i^{\mathsf T} v$, so its gradient
is $X^{\mathsf T} (p - y)$; a second direction gives the Hessian, $X^{\mathsf T} D X$ with $p_i (1 - p_i)$ on the
diagonal of $D$. The curvature is a sum of squares with positive weights: never negative, so that the loss is
convex, and positive as soon as $x_m^{\mathsf T} v \ne 0$ for some observation $m$. That is so for every $v \ne 0$
if $X$ has full column rank: then the loss is strictly convex.
"""

from mlce_sym.prover.document import Document, Notation

from ..softmax_gradient.two_classes import success
from .convexity import convex, never_negative
from .curvature import curvature_on_a_line
from .gradient_vector import gradient
from .hessian_matrix import hessian, hessian_form
from .observation import complement, failure, one_label
from .slopes import loss_on_a_line, loss_on_a_plane, slope_on_a_line, slope_on_a_plane
from .strict_convexity import positive, strictly_convex

TITLE = "Logistic regression: gradient, Hessian, convexity"
SUMMARY = (
    "logistic regression: gradient $X^T(p - y)$, Hessian $X^T D X$; convex, and strictly so if $X$ has full column rank"
)

LEMMAS = (failure, complement, one_label, loss_on_a_line)
PROOFS = (
    *(*LEMMAS, slope_on_a_line, curvature_on_a_line, never_negative, convex, positive, strictly_convex, gradient),
    *(loss_on_a_plane, slope_on_a_plane, hessian_form, hessian),
)
NOTATION: Notation = {
    "sigma": {"latex": r"\sigma", "text": "σ"},
    "eta": {"latex": r"\eta", "text": "η", "subscripts": 1},
    "p": {"subscripts": 1},
    "ell": {"latex": r"\ell", "text": "ℓ"},
}
MEANINGS = {
    "sigma": "the logistic function",
    "eta": "the output at observation $i$",
    "p": "the probability that $y_i = 1$",
    "ell": "the negative log-likelihood",
}


def document() -> Document:
    proofs = (success().as_lemma(), *(proof() for proof in PROOFS))
    return Document("logistic", TITLE, proofs, NOTATION, MEANINGS)
