"""A permutation π of 1, …, m with its inverse, and the parameter T(θ) whose hidden units are those of θ, permuted."""

from sympy import Basic, Function, KroneckerDelta, symbols

from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Equals, ForAll, IndexRange, Member

from ..bernoulli.setting import Theta, theta
from ..models import setting as models
from ..models.setting import a_number, d, h, j, m, u, v

g = symbols("g")
move, perm, inverse = map(Function, ("T", "perm", "inverse"))
units = (h, 1, m)
ALL_UNITS = IndexRange(1, m)

is_a_permutation = (
    *a_number(m),
    ForAll(Member(perm(h), ALL_UNITS), units),
    ForAll(Member(inverse(h), ALL_UNITS), units),
    ForAll(ForAll(Equals(KroneckerDelta(g, perm(h)), KroneckerDelta(h, inverse(g))), units), (g, 1, m)),
)
permuted = (
    ForAll(Member(move(theta), Theta), (theta, Theta)),
    ForAll(ForAll(Equals(v(h, move(theta)), v(perm(h), theta)), units), (theta, Theta)),
    ForAll(ForAll(ForAll(Equals(u(h, j, move(theta)), u(perm(h), j, theta)), (j, 1, d)), units), (theta, Theta)),
)
at_theta = Member(theta, Theta)


def given(*more: Basic) -> Given:
    """The network, a permutation of its hidden units, and what it makes of a parameter."""
    return models.given(models.network, *a_number(d), *is_a_permutation, *permuted, *more)
