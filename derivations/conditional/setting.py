"""Independent observations y_1, …, y_n in Y, each with a density f_i(y; θ) of its own: the likelihood and the loss."""

from sympy import Function, Product, Sum, log, symbols

from mlce_sym.border.given import Definition
from mlce_sym.border.nodes import ForAll, Member
from mlce_sym.families import data

from ..bernoulli.setting import CE, L, theta
from ..models.setting import a_number

z, Y = symbols("z Y")
f = Function("fi")
y = data("y")
i, n, observations = y.index, y.n, y.limit

likelihood = Definition(L(theta), Product(f(i, y[i], theta), observations))
cross_entropy = Definition(CE(theta), -Sum(log(f(i, y[i], theta)), observations) / n)
DEFINITIONS = (likelihood, cross_entropy)

in_support = (*a_number(n), ForAll(Member(y[i], Y), observations))
