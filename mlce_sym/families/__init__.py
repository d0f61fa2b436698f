"""Probability models: one declaration per family. Each family is a model by its name, at its parameters and constants.

>>> from sympy import symbols
>>> from mlce_sym.families import Poisson, data, likelihood
>>> likelihood(Poisson(symbols("r")), data("y"))
Product(r**y[i]*exp(-r)/factorial(y[i]), (i, 1, n))
"""

from functools import cache
from typing import Any

from .bernoulli import Bernoulli
from .model import Data, Model, ModelOf, data, hypotheses, likelihood

__all__ = ["Bernoulli", "Data", "Model", "data", "hypotheses", "likelihood"]


@cache
def models() -> dict[str, ModelOf]:
    """Every family as a model, by the name that it has in Python: the Student-t family is StudentT.

    >>> models()["NegativeBinomial"]
    NegativeBinomial(p, r)
    """
    from .families import FAMILIES

    named = {"".join(map(str.capitalize, family.name.split("-"))): family for family in FAMILIES}
    return {name: ModelOf(name, family) for name, family in named.items() if name != Bernoulli.__name__}


def __getattr__(name: str) -> Any:
    if name in models():
        return models()[name]
    raise AttributeError(f"there is no family {name}")
