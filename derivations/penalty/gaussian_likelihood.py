"""Gaussian observations of variance σ²: the logarithm of the likelihood is a sum of squares and a constant."""

from functools import cache

from sympy import Function, Product, Rational, Sum, exp, log, symbols

from mlce_sym import rules
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Lt
from mlce_sym.families import data
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import theta
from ..models.setting import a_number
from .setting import L

b, v = symbols("b v")
y, mu, half = data("y"), Function("mu"), Rational(1, 2)
i, n, observations = y.index, y.n, y.limit
square = (y[i] - mu(i, theta)) ** 2
residuals = Sum(square, observations)
likelihood = Definition(L(theta), Product(b * exp(-square / (2 * v)), observations))
observed = Given((*a_number(n), Lt(0, b), Lt(0, v)), (likelihood,))


@cache
def log_likelihood() -> Proof:
    taken_out = (use(rules.constant_factor, c=1 / v), use(rules.constant_factor, c=-half))
    return (
        chain(log(L(theta)), observed)
        .unfold(L)
        .by(rules.log_of_product)
        .by(rules.log_of_two_factors)
        .by(rules.sum_of_sum, rules.sum_of_constant)
        .eq(n * log(b) + Sum(-square / (2 * v), observations))
        .eq(n * log(b) - residuals / (2 * v), by=taken_out)
        .qed(
            "log-likelihood",
            "The log of a Gaussian likelihood",
            idea="The log turns the product into a sum, and each exponential into a square.",
        )
    )
