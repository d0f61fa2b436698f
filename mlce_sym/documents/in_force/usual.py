r"""What was said above of σ, where a text does not say what that is, in a reading as the logistic function.

>>> from mlce_sym.documents.walking import checked
>>> text = r"Let $\ell(z) = \log\sigma(z)$. Then $$\ell'(z) = 1 - \sigma(z).$$"
>>> [link.verdict.status for link in checked(text)]
['definition', 'proved']
"""

from __future__ import annotations

from functools import lru_cache

from ...reading.walk.laws import formula_of
from ...reading.walk.readings import Reading, read
from ..equations.meaning import Meaning
from ..equations.mentions import applied
from .context import Context
from .defining import defining

WRITTEN = {"sigma": r"\sigma(x)"}


def with_usual(context: Context, reading: Reading) -> Context:
    """With what such a function is in a reading, which has put that for it in the formulas that it read."""
    for key, taken in reading.chosen:
        kind, name = key if isinstance(key, tuple) and len(key) == 2 else ("", "")
        if kind == "function" and taken and name in WRITTEN and name in context.scope.unsaid:
            context = defining(context, _usual(name))
    return context


def with_usual_in_defined(context: Context, reading: Reading) -> Context | None:
    """With what such a function is, where what is defined above speaks of it, and the equation itself does not; None
    if that does not speak of it, either."""
    written = {name for term in reading.terms for name in applied(term)}
    spoken = {name for term in reading.terms for name in applied(context.unfolded(term)[0])} - written
    names = sorted(spoken & {*WRITTEN} & context.scope.unsaid)
    for name in names:
        context = defining(context, _usual(name))
    return context if names else None


@lru_cache(maxsize=4)
def _usual(name: str) -> Meaning:
    return Meaning(("Apply", name, "x"), ("x",), read(formula_of(WRITTEN[name]))[1].terms[0])
