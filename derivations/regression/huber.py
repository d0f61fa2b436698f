"""Huber's density gives the Huber loss, a square near 0 and straight beyond, so that an outlier moves it little.

The constant of the density depends on the threshold δ alone.
"""

from functools import cache

from sympy import Abs, Function, S, exp, symbols

from mlce_sym.border.nodes import Cases, Le, Lt
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import theta
from .instance import Instance
from .setting import a, m_i, y_i

delta = symbols("delta")
HL = Function("HL")(theta)
residual = y_i - m_i
square_or_line = Cases(Le(Abs(residual), delta), residual**2 / 2, delta * (Abs(residual) - delta / 2))

huber = Instance(
    name="huber-loss",
    density=a * exp(-square_or_line),
    loss=HL,
    of_each=square_or_line,
    factor=S.One,
    base=a,
    facts=(Lt(0, delta), Lt(0, a)),
)


@cache
def huber_log_likelihood() -> Proof:
    return huber.log_likelihood("The log-likelihood of Huber's density")


@cache
def huber_loss() -> Proof:
    return huber.same_optimum("Huber's density: Huber loss")
