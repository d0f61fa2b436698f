"""Probability models: one declaration per family. Each family is a model by its name, at its parameters and constants.

>>> from sympy import symbols
>>> from mlce_sym.families import Poisson, data, likelihood
>>> likelihood(Poisson(symbols("r")), data("y"))
Product(r**y[i]*exp(-r)/factorial(y[i]), (i, 1, n))
"""

from functools import partial
from typing import Any

from .bernoulli import Bernoulli
from .model import Data, Model, data, hypotheses, likelihood, model_of

__all__ = ["Bernoulli", "Data", "Model", "data", "hypotheses", "likelihood"]


def __getattr__(name: str) -> Any:
    from .families import FAMILIES

    for family in FAMILIES:
        if "".join(map(str.capitalize, family.name.split("-"))) == name:
            return partial(model_of, family)
    raise AttributeError(f"there is no family {name}")
