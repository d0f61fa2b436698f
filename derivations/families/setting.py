"""A sample with a density f(y; θ), its likelihood, and the mean T̄ of T(y_i); which member of the family it is."""

from sympy import Basic, Expr, Function, Product, Sum, exp, symbols

from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import ForAll, Lt, Member, Without
from mlce_sym.families import data

from ..bernoulli.setting import Theta, theta
from ..models.setting import a_number

z, Y, Tbar = symbols("z Y Tbar")
L, f, h, T, eta, a = map(Function, ("L", "f", "h", "T", "eta", "a"))
y = data("y")
i, n, observations = y.index, y.n, y.limit

density = Definition(f(z, theta), h(z) * exp(eta(theta) * T(z) - a(theta)))
likelihood = Definition(L(theta), Product(f(y[i], theta), observations))
mean = Definition(Tbar, Sum(T(y[i]), observations) / n)
DEFINITIONS = (density, likelihood, mean)

sample = (*a_number(n), ForAll(Member(y[i], Y), observations))
base = ForAll(Lt(0, h(z)), (z, Y))
family = Given((*sample, base), DEFINITIONS)
positive = ForAll(Lt(0, theta), (theta, Theta))


def member(right: Expr, *more: Basic) -> Given:
    """The sample with this density, and the mean of the observations."""
    own = (Definition(f(z, theta), right), likelihood, Definition(Tbar, Sum(y[i], observations) / n))
    return Given((*sample, *more), own)


def at_another(given: Given, estimate: Expr) -> Given:
    return Given((*given.hypotheses, Member(theta, Without(Theta, estimate))), given.definitions)
