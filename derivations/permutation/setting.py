"""A permutation π of 1, …, m with its inverse, and the parameter T(θ) whose hidden units are those of θ, permuted."""

from sympy import Basic, Function, symbols

from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Equals, ForAll, IndexRange, Member

from ..bernoulli.setting import Theta, theta
from ..models import setting as models
from ..models.setting import a_number, d, h, j, m, u, v

g = symbols("g")
move, perm, inverse = map(Function, ("T", "perm", "inverse"))
units = (h, 1, m)
ALL_UNITS = IndexRange(1, m)

undone, redone = ForAll(Equals(inverse(perm(h)), h), units), ForAll(Equals(perm(inverse(h)), h), units)
is_a_permutation = (
    *a_number(m),
    ForAll(Member(perm(h), ALL_UNITS), units),
    ForAll(Member(inverse(h), ALL_UNITS), units),
    *(undone, redone),
)
permuted = (
    Member(move(theta), Theta),
    ForAll(Equals(v(h, move(theta)), v(perm(h), theta)), units),
    ForAll(ForAll(Equals(u(h, j, move(theta)), u(perm(h), j, theta)), (j, 1, d)), units),
)
at_theta = Member(theta, Theta)


def given(*more: Basic) -> Given:
    """The network, a permutation of its hidden units, and what it makes of a parameter."""
    return models.given(models.network, *a_number(d), *is_a_permutation, *permuted, *more)
