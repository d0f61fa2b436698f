r"""What a person types on the command line, as SymPy terms: declarations of names, and a density or mass function, in
LaTeX or in SymPy's syntax. Text is never evaluated.

The way of a text: `latex` or `plain` cuts it into tokens, `brackets` pairs brackets and bars, `grammar` makes a small
tree that is the same for both syntaxes, `doubts` refuses what has two readings, `terms` and `sets` build SymPy objects.

>>> names = [declaration("y >= 0"), declaration(r"\lambda > 0")]
>>> names[1]
Declared(symbol=lambda, latex='\\lambda', domain=Interval.open(0, oo))
>>> density(r"\lambda e^{-\lambda y}", names) == density("lambda*exp(-lambda*y)", names)
True
>>> density(r"\lambda e^{-\mu y}", names)
Traceback (most recent call last):
mlce_sym.reading.typed.mistyped.Mistyped: --density:1:13: nothing says what \mu is; declare it with --parameter '\mu \in \mathbb{R}' or --known '…'
"""  # noqa: E501

from .densities import density, given
from .mistyped import Mistyped
from .names import Declared
from .sets import declaration

__all__ = ["Declared", "Mistyped", "declaration", "density", "given"]
