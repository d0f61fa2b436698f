"""Student's t, whose tails are heavy, gives the logarithm of 1 + u²/(ν s²) as the loss of a residual u.

The constant of the density depends on the scale and the degrees of freedom alone.
"""

from functools import cache

from sympy import Function, exp, log, symbols

from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Lt
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import theta
from .instance import Instance
from .setting import a, m_i, s, y_i

nu, u = symbols("nu u")
TL = Function("TL")(theta)
tail = 1 + (y_i - m_i) ** 2 / (nu * s**2)


@cache
def as_exponential() -> Proof:
    return (
        chain(u ** (-(nu + 1) / 2), Given((Lt(0, u),)))
        .eq(exp(-(nu + 1) / 2 * log(u)))
        .qed("power-as-exponential", "A power as an exponential", role="lemma")
    )


@cache
def student() -> Instance:
    return Instance(
        name="student-loss",
        density=a * tail ** (-(nu + 1) / 2),
        loss=TL,
        of_each=log(tail),
        factor=(nu + 1) / 2,
        base=a,
        facts=(Lt(0, nu), Lt(0, s), Lt(0, a)),
        first=(use(as_exponential(), u=tail),),
        idea="A power of a positive number is an exponential of its log, so that the density is one of a loss.",
    )


@cache
def student_log_likelihood() -> Proof:
    return student().log_likelihood("The log-likelihood of Student's t")


@cache
def student_loss() -> Proof:
    return student().same_optimum("Observations with heavy tails, Student's t: a logarithmic loss")
