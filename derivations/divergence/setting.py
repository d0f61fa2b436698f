"""Two distributions p and q on the classes 1, …, K, where q is positive and p may be 0, and the divergence of q from p.

One term of them is about two numbers u ≥ 0 and v > 0, and given by what it is where u = 0, and where it is not.
"""

from typing import Any

from sympy import Basic, Expr, Function, Lambda, S, Sum, log, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Cases, Different, Equals, ForAll, KLDivergence, Le, Lt, Member
from mlce_sym.prover import Chain, back, chain
from mlce_sym.prover.document import Proof

from ..general.setting import K, classes, k

p, q = map(Function, ("p", "q"))
c, u, v = symbols("c u v")

size = (Member(K, S.Integers), Le(1, K))
signs = (*size, ForAll(Le(0, p(k)), classes), ForAll(Lt(0, q(k)), classes))
sums_to_one = (Equals(Sum(p(k), classes), 1), Equals(Sum(q(k), classes), 1))
distributions = Given((*signs, *sums_to_one))
divergence = KLDivergence(p(k), q(k), classes)

unseen, seen = Equals(u, 0), Different(u, 0)
own = Cases(unseen, 0, u * log(u))
apart = Cases(unseen, 0, u * log(u / v))
below_tangent = v / u - 1 - log(v / u)  # how far the tangent lies above the logarithm at v/u
gap = Cases(unseen, v, u * below_tangent)
of_a_class: dict[str, Any] = {"u": p(k), "v": q(k)}


def at(term: Expr, j: Expr) -> Expr:
    """The term of the class j."""
    applied: Expr = Lambda((u, v), term)(p(j), q(j))
    return applied


def of_numbers(*more: Basic) -> Given:
    return Given((Le(0, u), Lt(0, v), *more))


def either_way(term: Expr, one: Proof, other: Proof) -> Chain:
    """A term by what it is where u = 0, and by what it is where u is positive."""
    begun = chain(term, of_numbers()).by(back(rules.alike_by_equality, a=term, u=u, v=0))
    return begun.by(one, other).by(rules.alike_by_equality)
