"""The Bernoulli family: one observation y in {0, 1}."""

from __future__ import annotations

from typing import Any

from sympy import FiniteSet, Lambda

from ..border.nodes import Lt, as_term
from .model import Model, outcome_variable


def Bernoulli(theta: Any) -> Model:
    """P(k) = θ^k (1 − θ)^(1−k) for k in {0, 1}, where 0 < θ < 1; θ may be any term, such as p(i, θ) or a network's
    output.

    Source: Bishop, Pattern Recognition and Machine Learning, (2.2).

    >>> from sympy import Symbol
    >>> Bernoulli(Symbol("theta")).probability(1)
    theta
    """
    theta = as_term(theta)
    k = outcome_variable(theta)
    mass = Lambda((k,), theta**k * (1 - theta) ** (1 - k))
    return Model("Bernoulli", FiniteSet(0, 1), mass, (Lt(0, theta), Lt(theta, 1)))
