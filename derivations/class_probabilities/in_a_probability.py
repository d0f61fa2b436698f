"""The derivatives of −Σ_k w_k log p_k with respect to one probability p_j: −w_j/p_j, and w_j/p_j² the second time.

In the sum only the term of the class j depends on p_j: put it in front of the others, and call its probability x.
"""

from functools import cache

from sympy import Expr, IndexedBase, KroneckerDelta, Sum, log, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Above, ForAll, IndexRange, Lt, Member, derivative
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..general.setting import K, classes, k
from ..models.setting import a_number

j, x = symbols("j x")
p, w = map(IndexedBase, ("p", "w"))
positive = ForAll(Lt(0, p[k]), classes)
one_class = Given((*a_number(K), Member(j, IndexRange(1, K)), positive))


def with_own_term(own: Expr) -> Expr:
    """−Σ_k w_k log p_k with the term of the class j outside of the sum, as −w_j log(own)."""
    return -w[j] * log(own) - Sum((1 - KroneckerDelta(k, j)) * w[k] * log(p[k]), classes)


@cache
def term_of_a_class() -> Proof:
    return (
        chain(with_own_term(p[j]), one_class)
        .eq(-w[j] * log(p[j]) - Sum(w[k] * log(p[k]) - KroneckerDelta(k, j) * w[k] * log(p[k]), classes))
        .by(rules.sum_of_sum, use(rules.constant_factor, c=-1))
        .by(rules.sifting)
        .qed("term-of-a-class", "The term of one class", "The sum that is left does not depend on $p_j$.")
    )


@cache
def slope() -> Proof:
    return (
        chain(derivative(with_own_term(x), x, Above(0), at=p[j]), one_class)
        .differentiate()
        .eq(-w[j] / p[j])
        .qed("slope", r"The partial derivative of $-\sum_k w_k \log p_k$ with respect to $p_j$")
    )


@cache
def curvature() -> Proof:
    return (
        chain(derivative(-w[j] / x, x, Above(0), at=p[j]), one_class)
        .differentiate()
        .eq(w[j] / p[j] ** 2)
        .qed("curvature", "The second derivative; the others are 0, for the slope has no other $p_k$ in it")
    )
