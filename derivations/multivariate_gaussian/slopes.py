"""The gradient of half the loss at m is A (m − ȳ), as its derivatives on the lines m + t u show.

Of the loss only the squared distance of ȳ depends on t. The derivative has two terms, equal since A is symmetric, which
make Σ_jk u_j A_jk (m_k + t u_k − ȳ_k). A partial derivative is the one at t = 0 with u_j = δ_jl.
"""

from functools import cache

from sympy import Lambda, S, Sum

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import IndexRange, Member, derivative
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import k, theta
from ..models.setting import d, j
from .setting import DEFINITIONS, A, columns, ell, form, l, m, mu, rows, smooth, spread, t, u, unit, ybar
from .spread_and_distance import decomposition
from .symmetric_form import symmetry

line = Lambda((j, theta), m[j] + theta * u[j])
on_a_line = Given(smooth.hypotheses, tuple(definition.instance({mu: line}) for definition in DEFINITIONS))
one_coordinate = Given(
    (*smooth.hypotheses, Member(l, IndexRange(1, d))),
    tuple(definition.instance({u: unit}) for definition in on_a_line.definitions),
)


@cache
def along_a_line() -> Proof:
    direction, ahead = Lambda(j, u[j]), Lambda(j, m[j] + t * u[j] - ybar(j))
    at_t = chain(derivative(ell(t) / 2, t, S.Reals), on_a_line).by(use(decomposition(), theta=t, mu=line))
    written_out = derivative((form(ahead, ahead) + spread) / 2, t, S.Reals)
    return (
        at_t.eq(written_out, by=on_a_line.definitions[-1])
        .differentiate()
        .eq(Sum(Sum(u[j] * A[j, k] * ahead(k) + ahead(j) * A[j, k] * u[k], columns), rows) / 2)
        .by(rules.sum_of_sum, rules.sum_of_sum)
        .eq(form(direction, ahead), by=use(symmetry(), f=ahead, g=direction))
        .qed(
            "along-a-line",
            "The derivative of half the loss on the line $m + t u$",
            idea="Only the distance of the mean moves; it is a quadratic polynomial in $t$.",
        )
    )


@cache
def gradient() -> Proof:
    return (
        chain(derivative(ell(t) / 2, t, S.Reals, at=0), one_coordinate)
        .by(use(along_a_line(), t=0, u=unit))
        .eq(Sum(A[l, k] * (m[k] - ybar(k)), columns), by=(use(rules.constant_factor, c=unit(j)), rules.sifting))
        .qed(
            "gradient",
            r"The partial derivative of half the loss at $m$: the gradient is $A (m - \bar y)$",
            r"The coordinate $\mu_l$ moves alone: $\partial(\ell/2)/\partial\mu_l = \sum_k A_{l,k} (m_k - \bar y_k)$.",
        )
    )
