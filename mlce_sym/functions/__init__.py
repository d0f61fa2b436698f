"""The functions of the language, by their heads. A function is declared in a file of this room and named nowhere else.

>>> sorted(FUNCTIONS)[:4]
['abs', 'asinh', 'besseli', 'beta']
>>> FUNCTIONS["gamma"].where
(('Lt', 0, 'x'),)
"""

from . import elementary, gamma
from .declaration import Abbreviation, Function, Sign

__all__ = ["ABBREVIATIONS", "FUNCTIONS", "Abbreviation", "Function", "Sign"]

_DECLARED = [item for room in (elementary, gamma) for item in vars(room).values()]

FUNCTIONS: dict[str, Function] = {item.name: item for item in _DECLARED if isinstance(item, Function)}
ABBREVIATIONS: dict[str, Abbreviation] = {item.sympy: item for item in _DECLARED if isinstance(item, Abbreviation)}
