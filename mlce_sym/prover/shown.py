"""A derivation as a person sees it at the prompt: each expression with the reason for it, as text or as LaTeX."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..certificate.writing import record
from ..kernel.theorem import Theorem
from ..terms.errors import Malformed
from ..writers import latex, layout, text
from ..writers.arrange import is_proposition
from ..writers.prose import in_formula, in_text

if TYPE_CHECKING:
    from .document import Line


def as_text(theorem: Theorem, lines: Sequence[Line]) -> str:
    """One line for each expression, the reasons in a column at the right."""
    try:
        said = _record(theorem, lines)
    except Malformed:  # a name that cannot be printed otherwise
        return repr(theorem)
    sign = "⇔" if is_proposition(said["lhs"]) else "="
    rows = [(f"  {sign} {text.term(row.expression)}", in_text(row.reason, {})) for row in layout.rows(said, {})]
    width = max((len(row) for row, _ in rows), default=0)
    shown = [text.term(said["lhs"]), *(f"{row:<{width}}   {reason}" for row, reason in rows)]
    return "\n".join([*shown, *beyond(theorem)])


def as_latex(theorem: Theorem, lines: Sequence[Line]) -> str | None:
    """An `aligned` block, or None where a name has no LaTeX form."""
    try:
        said = _record(theorem, lines)
    except Malformed:
        return None
    sign = r"\iff" if is_proposition(said["lhs"]) else "="
    reasons = [(rf"&{sign} {latex.term(row.expression)}", row.reason) for row in layout.rows(said, {})]
    reasons += [("&", (line,)) for line in beyond(theorem)]
    rows = [f"{shown} && {in_formula(reason, {})}" for shown, reason in reasons]
    first = latex.term(said["lhs"])
    aligned = "\\\\\n".join([rf"{first} {rows[0]}", *rows[1:]] if rows else [first])
    return f"$$\n\\begin{{aligned}}\n{aligned}\n\\end{{aligned}}\n$$"


def beyond(theorem: Theorem) -> list[str]:
    """What is said of a theorem that rests on rules that are not of the shipped table."""
    return [f"It rests on a rule that is not in the table: {name}" for name in sorted(theorem.beyond)]


def _record(theorem: Theorem, lines: Sequence[Line]) -> dict[str, Any]:
    return record(theorem, [(line.step, line.reason) for line in lines], {})
