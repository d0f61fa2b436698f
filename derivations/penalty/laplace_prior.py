"""Laplace's prior of scale β: g(w) = |w| and λ = 1/β. Nothing about |·| is used but that it is a function."""

from functools import cache

from sympy import Lambda, log

from mlce_sym.border.nodes import ArgMin
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import Theta, theta
from .any_prior import penalised
from .setting import L, absolute, beta, laplace_prior, most_probable, sizes, u

laplace = {"g": Lambda(u, absolute(u)), "lambda": 1 / beta}


@cache
def laplace_penalty() -> Proof:
    loss = -log(L(theta)) + sizes / beta
    return (
        chain(most_probable, laplace_prior)
        .eq(ArgMin(loss, (theta, Theta)), by=use(penalised(), **laplace))
        .qed(
            "laplace-prior",
            "A Laplace prior adds an L1 penalty",
            "Nothing about the absolute value is used: any function can stand in its place.",
        )
    )
