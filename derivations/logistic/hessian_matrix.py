"""The Hessian of the loss is XᵀDX, with p_i (1 − p_i) on the diagonal of D.

The slope in the direction v has the derivative Σ_i p_i (1 − p_i) x_iᵀu x_iᵀv in the direction u; the entry (k, l) is
the one where w_k and w_l move alone.
"""

from functools import cache

from sympy import KroneckerDelta, Lambda, S, Sum, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import derivative
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..models.setting import j, x
from .observation import complement
from .setting import along, ell, i, is_feature, l, observations, on_a_plane, s, sizes, spread, t, u, v
from .slopes import slope_on_a_plane

k = symbols("k")


@cache
def hessian_form() -> Proof:
    return (
        chain(derivative(derivative(ell(s, t), t, S.Reals), s, S.Reals), on_a_plane)
        .by(slope_on_a_plane())
        .by(on_a_plane.definitions[2], complement())
        .differentiate(
            Sum(spread(s, t) * along(u) * along(v), observations), by=(on_a_plane.definitions[2], complement())
        )
        .qed("hessian-form", "The mixed second derivative")
    )


@cache
def hessian() -> Proof:
    units = {u: Lambda(j, KroneckerDelta(j, k)), v: Lambda(j, KroneckerDelta(j, l))}
    given = Given((*sizes, *map(is_feature, (k, l))), tuple(q.instance(units) for q in on_a_plane.definitions))
    return (
        chain(derivative(derivative(ell(s, t), t, S.Reals, at=0), s, S.Reals, at=0), given)
        .by(use(hessian_form(), s=0, t=0, u=units[u], v=units[v]))
        .eq(Sum(x[i, k] * spread(0, 0) * x[i, l], observations), by=rules.sifting)
        .qed(
            "hessian",
            "The Hessian is $X^T D X$",
            r"So $\partial^2\ell/\partial w_k \partial w_l = \sum_i x_{i,k} x_{i,l} p_i (1 - p_i)$, and "
            r"$\nabla^2\ell = X^T D X$ with the diagonal matrix $D$ of $p_i (1 - p_i)$.",
        )
    )
