"""The gradient of the loss is Xᵀ(p − y): its entry l is Σ_i x_il (p_i − y_i), the slope where w_l moves alone."""

from functools import cache

from sympy import KroneckerDelta, Lambda, S, Sum

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import derivative
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..models.setting import j, x
from .setting import ell, i, is_feature, l, observations, on_a_line, p, sizes, t, v, y
from .slopes import slope_on_a_line


@cache
def gradient() -> Proof:
    unit = {v: Lambda(j, KroneckerDelta(j, l))}
    given = Given((*sizes, is_feature(l)), tuple(q.instance(unit) for q in on_a_line.definitions))
    return (
        chain(derivative(ell(t), t, S.Reals, at=0), given)
        .by(use(slope_on_a_line(), t=0, v=unit[v]))
        .eq(Sum(x[i, l] * (p(i, 0) - y[i]), observations), by=rules.sifting)
        .qed(
            "gradient",
            "The gradient is $X^T (p - y)$",
            r"The weight $w_l$ moves alone, and $p_i(0)$ is the probability at $w$: so $\partial\ell/\partial w_l = "
            r"\sum_i x_{i,l} (p_i - y_i)$, and $\nabla\ell = X^T (p - y)$ where the rows of $X$ are the inputs.",
        )
    )
