"""Laplace densities give the mean absolute error, and asymmetric ones the quantile loss.

The quantile loss of level τ is τ u for a residual u ≥ 0 and (τ − 1) u for u < 0: the larger of the two.
"""

from functools import cache

from sympy import Abs, Function, Max, exp, symbols

from mlce_sym.border.nodes import Lt
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import theta
from .instance import Instance
from .setting import m_i, s, y_i

tau = symbols("tau")
MAE, QL = Function("MAE")(theta), Function("QL")(theta)
residual = y_i - m_i
pinball = Max(tau * residual, (tau - 1) * residual)

laplace = Instance(
    name="absolute-error",
    density=exp(-Abs(residual) / s) / (2 * s),
    loss=MAE,
    of_each=Abs(residual),
    factor=1 / s,
    base=1 / (2 * s),
    facts=(Lt(0, s),),
)
asymmetric = Instance(
    name="quantile-loss",
    density=tau * (1 - tau) / s * exp(-pinball / s),
    loss=QL,
    of_each=pinball,
    factor=1 / s,
    base=tau * (1 - tau) / s,
    facts=(Lt(0, s), Lt(0, tau), Lt(tau, 1)),
)


@cache
def laplace_log_likelihood() -> Proof:
    return laplace.log_likelihood("The Laplace log-likelihood and the mean absolute error")


@cache
def absolute_error() -> Proof:
    return laplace.same_optimum("Laplace observations: mean absolute error")


@cache
def quantile_log_likelihood() -> Proof:
    return asymmetric.log_likelihood("The asymmetric Laplace log-likelihood and the quantile loss")


@cache
def quantile_loss() -> Proof:
    return asymmetric.same_optimum("Asymmetric Laplace observations: quantile loss")
