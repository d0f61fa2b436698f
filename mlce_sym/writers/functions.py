"""The declared functions, for reading: how each is written, where it is defined, what Coq calls it, and its source.

>>> from mlce_sym.functions import FUNCTIONS
>>> print(functions_table(FUNCTIONS.values()).splitlines()[2])
| `abs` | `Abs` | $\\lvert x \\rvert$ | – | `Rabs` | Rudin, Principles of Mathematical Analysis, 3rd edition, 1.32 |
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..functions import Function
from . import latex_terms
from .prose import github, in_markdown
from .words import clauses, is_clause, listed

HEAD = ("| Head | In SymPy | Written | Defined | In Coq | Source |", "| --- | --- | --- | --- | --- | --- |")


def functions_table(functions: Iterable[Function]) -> str:
    """A Markdown table with a row for each function."""
    return "\n".join((*HEAD, *map(_row, functions))) + "\n"


def _row(declared: Function) -> str:
    written = github(latex_terms.term(_data(declared.applied)))
    stated = listed([is_clause(clause) for clause in clauses([_data(item) for item in declared.where])])
    defined = f"where {in_markdown(stated, {})}" if declared.where else "–"
    called = (
        f"{declared.sympy}({', '.join((*map(str, declared.leading), '…'))})" if declared.leading else declared.sympy
    )
    coq = f"`{declared.coq}`" if declared.coq else f"no: {declared.uncertified}"
    return f"| `{declared.name}` | `{called}` | ${written}$ | {defined} | {coq} | {declared.source} |"


def _data(term: Any) -> Any:
    return [_data(part) for part in term] if isinstance(term, tuple) else term
