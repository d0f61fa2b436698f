"""Maximum likelihood is the least mean squared Mahalanobis distance of the observations from the mean.

The log-likelihood is n log c minus n/2 times it. The constant is dropped, and so is the factor.
"""

from functools import cache

from sympy import Lambda, Rational, Sum, log

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax, Lt
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import Theta, theta
from .setting import DEFINITIONS, L, Q, c, ell, i, loss, n, observations, sizes

half = Rational(1, 2)
model = Given((*sizes, Lt(0, c)), DEFINITIONS)


@cache
def log_likelihood() -> Proof:
    return (
        chain(log(L(theta)), model)
        .unfold(L, reason="independent observations")
        .by(rules.log_of_product)
        .by(rules.log_of_two_factors)
        .by(rules.sum_of_sum, rules.sum_of_constant)
        .eq(n * log(c) + Sum(-Q(i, theta) / 2, observations))
        .eq(n * log(c) - Sum(Q(i, theta), observations) / 2, by=use(rules.constant_factor, c=-half))
        .eq(n * log(c) - n / 2 * ell(theta), by=loss)
        .qed(
            "log-likelihood",
            "The log-likelihood of the multivariate Gaussian",
            r"Here $A$ stands for the inverse of the covariance, and $c$ for the square root of the determinant of "
            r"$A / (2\pi)$, which makes the density one; neither is used.",
            idea="The log turns the product into a sum, and the exponential into the quadratic form.",
        )
    )


@cache
def same_optimum() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), model)
        .by(back(rules.argmax_of_log))
        .by(log_likelihood())
        .by(use(rules.argmax_of_shifted, c=n * log(c)))
        .by(use(rules.argmax_of_negative, f=Lambda(theta, n / 2 * ell(theta))))
        .by(use(rules.argmin_of_scaled, c=n / 2, f=Lambda(theta, ell(theta))))
        .qed(
            "same-optimum",
            "Maximum likelihood is the least mean squared Mahalanobis distance",
            r"Dropped are the constant $n\log c$ and the factor $n/2$.",
            idea="The normalising constant has no parameter in it, and a positive factor moves no optimum.",
        )
    )
