"""The derivatives of log Σ_k exp z_k − z_y, the loss of softmax, with respect to its logits.

With the probabilities p_k = exp z_k / Σ_l exp z_l the first is p_j − δ_{j,y}, and the second p_j (δ_{j,h} − p_h). A
logit is moved by t: the partial derivative is the derivative in t at 0.
"""

from functools import cache

from sympy import Expr, IndexedBase, KroneckerDelta, Lambda, S, Sum, exp, log, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import IndexRange, Member, derivative
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..general.setting import K, classes, k
from ..models.setting import a_number

h, j, s, t, label = symbols("h j s t y_0")
z = IndexedBase("z")
logits = Given((*a_number(K), *(Member(index, IndexRange(1, K)) for index in (h, j, label))))


def softmax_loss(*moved: tuple[Expr, Expr]) -> Expr:
    """log Σ_k exp z_k − z_y, where some of the logits are moved by some numbers."""

    def logit(k: Expr) -> Expr:
        return z[k] + sum((step * KroneckerDelta(k, index) for step, index in moved), S.Zero)

    return log(Sum(exp(logit(k)), classes)) - logit(label)


@cache
def slope_in_a_logit() -> Proof:
    return (
        chain(derivative(softmax_loss((t, j)), t, S.Reals, at=0), logits)
        .differentiate()
        .by(rules.sifting)
        .qed(
            "slope-in-a-logit",
            "The partial derivative with respect to a logit is the probability minus the label",
            r"With the loss $\ell$ of one label and softmax $p$: $\partial\ell/\partial z_j = p_j - \delta_{j y_0}$.",
        )
    )


@cache
def curvature_in_logits() -> Proof:
    both = derivative(derivative(softmax_loss((s, h), (t, j)), t, S.Reals, at=0), s, S.Reals, at=0)
    twice = use(rules.sifting, c=j, f=Lambda(k, KroneckerDelta(k, h) * exp(z[k])))
    total = Sum(exp(z[k]), classes)
    of_j, of_h = exp(z[j]) / total, exp(z[h]) / total
    return (
        chain(both, logits)
        .differentiate()
        .by(twice, rules.sifting)
        .eq(of_j * (KroneckerDelta(j, h) - of_h))
        .qed(
            "curvature-in-logits",
            "The second derivative with respect to two logits",
            r"So $\partial^2\ell/\partial z_h \partial z_j = p_j (\delta_{h j} - p_h)$: the Hessian is the diagonal "
            r"matrix of $p$ less $p p^T$.",
        )
    )
