"""Two permutations π and ρ of the hidden units, what they make of θ, T(θ) and W(θ), and units that differ.

D(g, h) is the squared distance of two units: of their output weights, and of all their input weights.
"""

from typing import Any

from sympy import Basic, Expr, Function, Sum, symbols

from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Different, Equals, ForAll, Lt, Member, Without

from ..bernoulli.setting import theta
from ..models.setting import a_number, d, h, j, m, u, v
from .setting import ALL_UNITS, g, move, perm, units

k, t = symbols("k t")
other_move, other_perm, D = map(Function, ("W", "rho", "D"))
inputs = (j, 1, d)


def moved(to: Any, by: Any) -> tuple[Basic, Basic]:
    """The weights of the units of a permuted copy of θ."""
    output = ForAll(Equals(v(h, to(theta)), v(by(h), theta)), units)
    return output, ForAll(ForAll(Equals(u(h, j, to(theta)), u(by(h), j, theta)), inputs), units)


def squares(first: Any, second: Any) -> Expr:
    """The squared distance of two units, by what gives their output weight and their input weights."""
    found: Expr = (first(v) - second(v)) ** 2 + Sum((first(u, j) - second(u, j)) ** 2, inputs)
    return found


distance = Definition(D(g, h), squares(lambda w, *j: w(g, *j, theta), lambda w, *j: w(h, *j, theta)))
weights = (*moved(move, perm), *moved(other_move, other_perm))
among_units = tuple(ForAll(Member(by(h), ALL_UNITS), units) for by in (perm, other_perm))
all_differ = ForAll(ForAll(Lt(0, D(g, h)), (g, Without(ALL_UNITS, h))), units)
sizes = (*a_number(m), *a_number(d), *among_units, Member(k, ALL_UNITS))
differ_there = Given((*sizes, Lt(0, D(perm(k), other_perm(k))), *weights), (distance,))
differ_pairwise = Given((*sizes, all_differ, *weights, Different(perm(k), other_perm(k))), (distance,))


def gap(at: Expr) -> Expr:
    """The squared distance of unit k of a parameter from that of W(θ)."""
    return squares(lambda w, *j: w(k, *j, at), lambda w, *j: w(k, *j, other_move(theta)))
