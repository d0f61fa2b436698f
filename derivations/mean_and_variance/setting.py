"""n observations of a Gaussian with the mean m and the variance s; their mean ȳ and variance V. Of c = 1/√(2π) only the
sign is used."""

from sympy import Basic, Expr, Function, Product, Rational, Sum, exp, symbols

from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Lt
from mlce_sym.families import data

from ..models.setting import a_number

c, m, s, ybar, V = symbols("c m s ybar V")
L, half = Function("L"), Rational(1, 2)
y = data("y")
i, n, observations = y.index, y.n, y.limit


def squares(about: Expr) -> Expr:
    """Σ_i (y_i − a)²"""
    return Sum((y[i] - about) ** 2, observations)


density = c * s**-half * exp(-((y[i] - m) ** 2) / (2 * s))
likelihood = Definition(L(m, s), Product(density, observations))
mean, variance = Definition(ybar, Sum(y[i], observations) / n), Definition(V, squares(ybar) / n)
sample = Given(a_number(n), (likelihood, mean, variance))
both_positive = Given((*sample.hypotheses, Lt(0, c), Lt(0, s), Lt(0, V)), sample.definitions)
apart = Lt(0, (m - ybar) ** 2 + (s - V) ** 2)  # m and s are not both those of the observations


def and_also(*facts: Basic) -> Given:
    return Given((*both_positive.hypotheses, *facts), both_positive.definitions)
