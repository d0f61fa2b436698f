"""Evaluation by brute force, for tests: SymPy terms by their definitions, at one point.

What is rational is exact (a `Fraction`); everything else is a number of mpmath, with the digits of `DIGITS`. It shares
nothing with the project but the classes of its nodes, by their names, nor with SymPy's own `subs` and `doit`.
"""

from .numbers import CLOSE, DIGITS, OutOfReach, Undefined, differ, same
from .propositions import holds
from .terms import value

__all__ = ["CLOSE", "DIGITS", "OutOfReach", "Undefined", "differ", "holds", "same", "value"]
