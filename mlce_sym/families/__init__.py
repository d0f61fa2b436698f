"""Probability models: one declaration per family."""

from .bernoulli import Bernoulli
from .model import Data, Model, assumptions, data, likelihood

__all__ = ["Bernoulli", "Data", "Model", "assumptions", "data", "likelihood"]
