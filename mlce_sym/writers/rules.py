"""The rules, for reading: each with its name, statement, side conditions, words and reference.

>>> from mlce_sym.kernel.rule_table import rows
>>> print(rules_table([rows()["log of a power"]]))
log of a power
    log(a^b) = b log a
    needs a positive base: a > 0
    By definition a^b = exp(b log a) for a > 0.
    Rudin, Principles of Mathematical Analysis, 3rd edition, 8.6 (43)
<BLANKLINE>
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from . import latex_terms, text_terms
from .arrange import is_proposition
from .prose import github, in_markdown, in_text
from .words import Prose, clauses, is_clause, listed

Plain = Mapping[str, Any]


def statement(row: Plain, spell: Callable[[Any], str], iff: str) -> str:
    """A rule as an equation, an equivalence, or a claim."""
    if row["rhs"] in (["True"], ["False"]):
        return spell(row["lhs"] if row["rhs"] == ["True"] else ["Not", row["lhs"]])
    return f"{spell(row['lhs'])} {iff if is_proposition(row['lhs']) else '='} {spell(row['rhs'])}"


def conditions(row: Plain) -> Prose:
    """The side conditions as formulas: a > 0 and b > 0."""
    return listed([is_clause(clause) for clause in clauses(row["conditions"])])


def rules_table(rows: Iterable[Plain], form: str = "text") -> str:
    """Every rule, as text for the terminal or as a Markdown table ("md")."""
    if form == "md":
        return "\n".join((*HEAD, *map(_table_row, rows))) + "\n"
    return "\n".join(map(_paragraph, rows))


def _paragraph(row: Plain) -> str:
    needs = f"needs {row['needs']}: {in_text(conditions(row), {})}" if row["conditions"] else "always holds"
    lines = (statement(row, text_terms.term, "⇔"), needs, row["words"], row["reference"])
    return "\n    ".join((row["name"], *lines)) + "\n"


HEAD = ("| Rule | Statement | Condition | Why | Reference |", "| --- | --- | --- | --- | --- |")


def _table_row(row: Plain) -> str:
    needs = f"{in_markdown((row['needs'],), {})}: {in_markdown(conditions(row), {})}" if row["conditions"] else "–"
    formula = github(statement(row, latex_terms.term, r"\iff")).strip()
    cells = (row["name"], f"${formula}$", needs, in_markdown((row["words"],), {}), in_markdown((row["reference"],), {}))
    return f"| {' | '.join(cells)} |"
