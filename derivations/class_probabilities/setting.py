"""The probabilities p_k(θ) of the classes 1, …, K at the points of Θ, and n observations of m trials each.

In the observation i the class k came up y_ik times; r_k is the share of the class k in all n m trials.
"""

from typing import Any

from sympy import Basic, Function, IndexedBase, Product, Sum, symbols

from mlce_sym.border.given import Definition
from mlce_sym.border.nodes import Different, Equals, ForAll, IndexRange, Le, Lt, Member, Without

from ..general.setting import K, L, Theta, classes, f, i, k, n, observations, theta
from ..models.setting import a_number

a, m = symbols("a m")
c, r = map(Function, ("c", "r"))
b, y = map(IndexedBase, ("b", "y"))

others = (theta, Without(Theta, a))
probabilities = (
    ForAll(ForAll(Lt(0, f(k, theta)), classes), (theta, Theta)),
    ForAll(Equals(Sum(f(k, theta), classes), 1), (theta, Theta)),
)


def told_apart(of: Any) -> tuple[Basic, ...]:
    """The shares are positive, those of a point a of Θ, and of no other point."""
    return (
        Member(a, Theta),
        ForAll(Lt(0, of(k)), classes),
        ForAll(Equals(of(k), f(k, a)), classes),
        ForAll(Member(c(theta), IndexRange(1, K)), others),
        ForAll(Different(of(c(theta)), f(c(theta), theta)), others),
    )


powers = Product(f(k, theta) ** y[i, k], classes)
likelihood = Definition(L(theta), Product(b[i] * powers, observations))
seen = Definition(r(k), Sum(y[i, k], observations) / (n * m))
trials = (
    *(*a_number(n), *a_number(K), Lt(0, m), ForAll(Lt(0, b[i]), observations)),
    ForAll(ForAll(Le(0, y[i, k]), classes), observations),
    ForAll(Equals(Sum(y[i, k], classes), m), observations),
)
