"""One theorem for every density: where the logarithm of each is −c times a loss, and a constant, the likelihood and the
mean loss have the same optimum.

The factors h_i do not depend on θ: their logarithms are dropped, and so is the factor n c.
"""

from functools import cache

from sympy import Expr, Lambda, Product, Sum, exp, log

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import Theta, theta
from .setting import c, ell, exponential_of_loss, h, i, mean, n, observations, somewhere

product = Product(h(i) * exp(-c * ell(i, theta)), observations)
logs = Sum(log(h(i)), observations)
mean_loss: Expr = mean(ell(i, theta))


@cache
def log_likelihood() -> Proof:
    return (
        chain(log(product), Given((*exponential_of_loss, somewhere)))
        .by(rules.log_of_product)
        .by(rules.log_of_two_factors)
        .eq(logs + Sum(-c * ell(i, theta), observations), by=rules.sum_of_sum)
        .eq(logs - n * c * mean_loss, by=use(rules.constant_factor, c=-c, f=Lambda(i, ell(i, theta))))
        .qed(
            "density-and-loss",
            "The log-likelihood of a density that is the exponential of a loss",
            idea="The log turns the product into a sum, and each exponential into its exponent.",
        )
    )


@cache
def same_optimum() -> Proof:
    return (
        chain(ArgMax(product, (theta, Theta)), Given(exponential_of_loss))
        .by(back(rules.argmax_of_log))
        .by(log_likelihood())
        .by(use(rules.argmax_of_shifted, c=logs))
        .by(use(rules.argmax_of_negative, f=Lambda(theta, n * c * mean_loss)))
        .by(use(rules.argmin_of_scaled, c=n * c, f=Lambda(theta, mean_loss)))
        .qed(
            "which-density-gives-which-loss",
            "Which density gives which loss",
            idea="The factors $h_i$ have no parameter in them, and a positive factor moves no optimum.",
        )
    )
