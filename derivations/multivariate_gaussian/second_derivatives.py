"""The Hessian of half the loss is A: the second derivative along two directions u and v is Σ_jk u_j A_jk v_k.

It has two terms, equal since A is symmetric. The entry in row l and column h is the case u_j = δ_jl, v_j = δ_jh.
"""

from functools import cache

from sympy import Expr, IndexedBase, KroneckerDelta, Lambda, S, Sum, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import IndexRange, Member, derivative
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import k
from ..models.setting import d, j
from .setting import A, columns, form, i, l, m, n, observations, rows, smooth, t, u, unit, y
from .symmetric_form import symmetry

h, s = symbols("h s")
v = IndexedBase("v")


def second_derivative(u: Lambda, v: Lambda) -> Expr:
    """Of half the loss at m, along u and v."""
    r = Lambda(j, y.base[i, j] - m[j] - s * u(j) - t * v(j))
    half_the_loss = Sum(form(r, r), observations) / (2 * n)
    return derivative(derivative(half_the_loss, t, S.Reals, at=0), s, S.Reals, at=0)


@cache
def hessian() -> Proof:
    direction, other = Lambda(j, u[j]), Lambda(j, v[j])
    return (
        chain(second_derivative(direction, other), smooth)
        .differentiate()
        .by(rules.sum_of_constant)
        .eq(Sum(Sum(u[j] * A[j, k] * v[k] + v[j] * A[j, k] * u[k], columns), rows) / 2)
        .by(rules.sum_of_sum, rules.sum_of_sum)
        .eq(form(direction, other), by=use(symmetry(), f=other, g=direction))
        .qed(
            "hessian",
            "The second derivative of half the loss along two directions",
            idea="The loss is a quadratic polynomial in $s$ and $t$, of which the mixed coefficient is left.",
        )
    )


@cache
def entry() -> Proof:
    other = Lambda(j, KroneckerDelta(j, h))
    two_coordinates = Given((*smooth.hypotheses, *(Member(index, IndexRange(1, d)) for index in (l, h))))
    return (
        chain(second_derivative(unit, other), two_coordinates)
        .by(use(hessian(), u=unit, v=other))
        .eq(A[l, h], by=(use(rules.constant_factor, c=unit(j)), rules.sifting, rules.sifting))
        .qed("hessian-entry", "The second partial derivatives: the Hessian is $A$")
    )
