"""Poisson and gamma observations with the means e^{m_i(θ)}: the model gives the logarithm of the mean.

What of the densities does not depend on θ, 1/y! or y^{k−1} k^k/Γ(k), is dropped, whatever it is: h_i > 0.
"""

from functools import cache

from sympy import Function, S, exp, log, symbols

from mlce_sym.border.nodes import ForAll, Lt
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import theta
from .instance import Instance
from .setting import h, i, m_i, observations, positive_base, y_i

k = symbols("k")
PL, HD = Function("PL")(theta), Function("HD")(theta)
mu = exp(m_i)
half_deviance = y_i * exp(-m_i) - 1 - (log(y_i) - m_i)

poisson = Instance(
    name="poisson-loss",
    density=h(i) * exp(y_i * m_i - mu),
    loss=PL,
    of_each=mu - y_i * m_i,
    factor=S.One,
    base=h(i),
    facts=(positive_base,),
)
gamma = Instance(
    name="gamma-deviance",
    density=h(i) * exp(-k * m_i - k * y_i * exp(-m_i)),
    loss=HD,
    of_each=half_deviance,
    factor=k,
    base=h(i) * exp(-k) * y_i**-k,
    facts=(ForAll(Lt(0, y_i), observations), positive_base, Lt(0, k)),
)


@cache
def poisson_log_likelihood() -> Proof:
    return poisson.log_likelihood("The Poisson log-likelihood with log link")


@cache
def poisson_loss() -> Proof:
    return poisson.same_optimum("Poisson observations with log link: Poisson loss")


@cache
def gamma_log_likelihood() -> Proof:
    return gamma.log_likelihood("The gamma log-likelihood with log link")


@cache
def gamma_deviance() -> Proof:
    return gamma.same_optimum("Gamma observations with log link: deviance")
