"""Observations y_1, …, y_n, a model m_i(θ) of which nothing is assumed, and independent observations whose densities
depend on it."""

from sympy import Expr, Function, Sum, symbols

from mlce_sym.border.nodes import ForAll, Lt, Member
from mlce_sym.families import data

from ..bernoulli.setting import Theta, theta
from ..models.setting import a_number

a, c, v, s = symbols("a c v s")
h, ell, m = map(Function, ("h", "ell", "m"))
y = data("y")
i, n, observations = y.index, y.n, y.limit
y_i, m_i = y[i], m(i, theta)

somewhere = Member(theta, Theta)
positive_base = ForAll(Lt(0, h(i)), observations)
exponential_of_loss = (*a_number(n), Lt(0, c), positive_base)


def mean(of_each: Expr) -> Expr:
    """(1/n) Σ_i of a term of each observation."""
    average: Expr = Sum(of_each, observations) / n
    return average
