"""Gaussian densities with the means m_i(θ) and a common variance σ² give the mean squared error.

With a known variance σ_i² for each observation they give squares that are weighted by 1/σ_i².
"""

from functools import cache

from sympy import Function, IndexedBase, S, exp

from mlce_sym.border.nodes import ForAll, Lt
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import theta
from .instance import Instance
from .setting import a, h, i, m_i, observations, positive_base, v, y_i

MSE, WSE = Function("MSE")(theta), Function("WSE")(theta)
of_each = IndexedBase("v")[i]
residual = y_i - m_i

common = Instance(
    name="squared-error",
    density=a * exp(-(residual**2) / (2 * v)),
    loss=MSE,
    of_each=residual**2,
    factor=1 / (2 * v),
    base=a,
    facts=(Lt(0, v), Lt(0, a)),
)
own = Instance(
    name="weighted-squared-error",
    density=h(i) * exp(-(residual**2) / (2 * of_each)),
    loss=WSE,
    of_each=residual**2 / of_each,
    factor=S.Half,
    base=h(i),
    facts=(ForAll(Lt(0, of_each), observations), positive_base),
)


@cache
def gaussian_log_likelihood() -> Proof:
    return common.log_likelihood("The Gaussian log-likelihood and the mean squared error")


@cache
def squared_error() -> Proof:
    return common.same_optimum(
        "Gaussian observations: mean squared error",
        r"The constant of the Gaussian density is $1/\sqrt{2\pi\sigma^2}$; that it is positive is all that is used.",
    )


@cache
def weighted_squared_error() -> Proof:
    return own.same_optimum("Gaussian observations of known variances: weighted squared error")
