"""Two distributions p and q on the classes 1, …, K, positive everywhere, and the divergence of q from p."""

from sympy import Expr, Function, S, Sum, log

from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Equals, ForAll, KLDivergence, Le, Lt, Member

from ..general.setting import K, classes, k

p, q = map(Function, ("p", "q"))

size = (Member(K, S.Integers), Le(1, K))
sums_to_one = (Equals(Sum(p(k), classes), 1), Equals(Sum(q(k), classes), 1))
positive = (ForAll(Lt(0, p(k)), classes), ForAll(Lt(0, q(k)), classes))
distributions = Given((*size, *positive, *sums_to_one))

divergence = KLDivergence(p(k), q(k), classes)


def gap(j: Expr) -> Expr:
    """How far the tangent lies above the logarithm at q_j/p_j, weighted with p_j."""
    x = q(j) / p(j)
    return p(j) * (x - 1 - log(x))
