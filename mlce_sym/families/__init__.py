"""Probability models: one declaration per family."""

from .bernoulli import Bernoulli
from .model import Data, Model, data, hypotheses, likelihood

__all__ = ["Bernoulli", "Data", "Model", "data", "hypotheses", "likelihood"]
