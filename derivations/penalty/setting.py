"""A likelihood L(θ) > 0 and a prior of d independent weights w_j(θ), each with the density c exp(−λ g(w)) or one of its
kind."""

from sympy import Function, Product, Sum, exp, symbols

from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import ArgMax, ForAll, Lt

from ..bernoulli.setting import Theta, theta
from ..models.setting import a_number, d, j, w

c, rate, s, beta, u = symbols("c lambda s beta u")
L, prior, g, absolute = map(Function, ("L", "prior", "g", "abs"))
weights = (j, 1, d)
weight = w(j, theta)
squares, sizes = Sum(weight**2, weights), Sum(absolute(weight), weights)
most_probable = ArgMax(L(theta) * prior(theta), (theta, Theta))

constants = (*a_number(d), Lt(0, c))
positive = ForAll(Lt(0, L(theta)), (theta, Theta))
of_weights = Definition(prior(theta), Product(c * exp(-rate * g(weight)), weights))
of_gaussian_weights = Definition(prior(theta), Product(c * exp(-(weight**2) / (2 * s)), weights))
of_laplace_weights = Definition(prior(theta), Product(c * exp(-absolute(weight) / beta), weights))
gaussian_prior = Given((*constants, Lt(0, s), positive), (of_gaussian_weights,))
laplace_prior = Given((*constants, Lt(0, beta), positive), (of_laplace_weights,))
