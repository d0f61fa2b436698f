"""A Gaussian prior of variance τ²: g(w) = w² and λ = 1/(2τ²)."""

from functools import cache

from sympy import Lambda, log

from mlce_sym.border.nodes import ArgMin
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import Theta, theta
from .any_prior import penalised
from .setting import L, gaussian_prior, most_probable, s, squares, u

gaussian = {"g": Lambda(u, u**2), "lambda": 1 / (2 * s)}


@cache
def gaussian_penalty() -> Proof:
    loss = -log(L(theta)) + squares / (2 * s)
    return (
        chain(most_probable, gaussian_prior)
        .eq(ArgMin(loss, (theta, Theta)), by=use(penalised(), **gaussian))
        .qed("gaussian-prior", "A Gaussian prior adds an L2 penalty")
    )
