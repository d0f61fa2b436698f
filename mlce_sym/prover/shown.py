"""A chain as a person sees it at the prompt: each expression with the reason for it, as text or as LaTeX."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sympy import Basic
from sympy.logic.boolalg import Boolean

from ..border.encoding import NotPlain, encode
from ..border.given import Definition
from ..certificate.theorems import Line
from ..oracle.kernel import Algebra, Hypothesis, Rule, Step, Theorem
from ..writers import latex, text


def as_text(theorem: Theorem, lines: Sequence[Line]) -> str:
    """One line for each expression, the reasons in a column at the right."""
    sign = "⇔" if isinstance(theorem.lhs, Boolean) else "="
    rows = [(f"  {sign} {_plain_text(term)}", reason) for term, reason in _rows(theorem, lines)]
    width = max((len(row) for row, _ in rows), default=0)
    return "\n".join([_plain_text(theorem.lhs), *(f"{row:<{width}}   {reason}" for row, reason in rows)])


def as_latex(theorem: Theorem, lines: Sequence[Line]) -> str | None:
    """An `aligned` block, or None where a name has no LaTeX form."""
    sign = r"\iff" if isinstance(theorem.lhs, Boolean) else "="
    try:
        rows = [rf"&{sign} {latex.term(encode(t))} && \text{{{reason}}}" for t, reason in _rows(theorem, lines)]
        first = latex.term(encode(theorem.lhs))
    except NotPlain:
        return None
    aligned = "\\\\\n".join([rf"{first} {rows[0]}", *rows[1:]] if rows else [first])
    return f"$$\n\\begin{{aligned}}\n{aligned}\n\\end{{aligned}}\n$$"


def _plain_text(term: Basic) -> str:
    try:
        return text.term(encode(term))
    except NotPlain:
        return str(term)


def _rows(theorem: Theorem, lines: Sequence[Line]) -> Iterator[tuple[Basic, str]]:
    start = 0
    for line in lines:
        steps, start = theorem.steps[start : line.step], line.step
        several = sum(map(_differentiates, steps)) > 1
        reasons = ("differentiation" if several and _differentiates(step) else _reason(step) for step in steps)
        yield steps[-1].after, line.reason or ", ".join(dict.fromkeys(reasons))


def _differentiates(step: Step) -> bool:
    return isinstance(step.by, Rule) and step.by.name.startswith("derivative ")


def _reason(step: Step) -> str:
    if isinstance(step.by, Definition):
        return f"definition of {step.by.head}"
    if isinstance(step.by, Algebra):
        return "algebra"
    if isinstance(step.by, Hypothesis):
        return "hypothesis"
    name: Any = step.by.name
    return str(name)
