"""The curvature of the loss along a line is Σ_i p_i (1 − p_i) (x_iᵀv)²: the slope, differentiated once more."""

from functools import cache

from sympy import Sum

from mlce_sym.prover import chain
from mlce_sym.prover.document import Proof

from .observation import complement
from .setting import along, curvature, observations, on_a_line, spread, t, v
from .slopes import slope_on_a_line


@cache
def curvature_on_a_line() -> Proof:
    return (
        chain(curvature, on_a_line)
        .by(slope_on_a_line())
        .by(on_a_line.definitions[2], complement())
        .differentiate(Sum(spread(t) * along(v) ** 2, observations), by=(on_a_line.definitions[2], complement()))
        .qed("curvature", "The curvature along a line")
    )
