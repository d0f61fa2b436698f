"""What was derived of a likelihood, shown, as code and drawn."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any

from sympy import Symbol

from .derived import Derived

if TYPE_CHECKING:
    from .array_code import ArrayCode
    from .code import Code

SCORES = "Here eta is x @ b; the gradient in b is x.T @ (the gradient in eta), one row of x for each observation."


@dataclass(frozen=True)
class Loss(Derived):
    """−log L = (factor) · loss + (constants), and what follows, with the ways to show it."""

    def __str__(self) -> str:
        from .report import as_text

        return as_text(self)

    __repr__ = __str__  # at the prompt

    def _repr_markdown_(self) -> str:
        from .report import as_markdown

        return as_markdown(self)

    def to_tex(self) -> str:
        """A LaTeX article with what `str` says (`mlce loss --format tex`)."""
        from .pages import as_tex

        return as_tex(self)

    def to_html(self) -> str:
        """The same as an HTML page."""
        from .pages import as_html

        return as_html(self)

    def to_json(self) -> str:
        """The loss as JSON (`mlce loss --json`)."""
        from .report import as_json

        return as_json(self)

    def code(self, target: str = "numpy") -> str:
        """A module with `loss`, `gradient` and `hessian` of one observation, for "numpy" (with SciPy), "python",
        "torch" or "jax". Raises NoSuchName for another library, or for one that lacks a function."""
        from .report import formulas

        return self._code(formulas(self)).module(target)

    def plot(self) -> Any:
        """A figure of Matplotlib: the loss of one observation, its slope, the log-likelihood of a sample. Raises
        NoSuchName where Matplotlib is not installed (`pip install 'mlce-sym[plot]'`), or nothing can be drawn."""
        from .plots import figure

        return figure(self)

    def function(self) -> ModuleType:
        """That module for NumPy, to be called: `loss("poisson").function().gradient(y, rate)`. Raises NoSuchName where
        NumPy and SciPy are not installed."""
        from .functions import functions

        return functions(self._code("").module("numpy"), re.sub(r"\W", "_", self.family.name))

    def _code(self, about: str) -> Code | ArrayCode:
        from .array_code import array_code
        from .code import code_of

        if self.scored is not None:
            output = next((one.symbol for one in self.scored.parameters if one.each), None) if self.solving else None
            return code_of(self.scored, f"{about}\n\n{SCORES}", output)
        scalars = all(isinstance(one.symbol, Symbol) for one in self.family.parameters)
        return code_of(self.family, about) if scalars else array_code(self, about)
