r"""A certificate as GitHub-flavoured Markdown, which Jupyter shows as well: formulas stand in `$…$` and `$$…$$`.

>>> print(display([Display("a", "=", "b", r"\text{since }a = b")]))
$$
\begin{aligned}
a &= b && \text{since }a = b
\end{aligned}
$$
<BLANKLINE>
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .context import Notation
from .fit import BREAK, Display, beside, broken, hung, room, tex_width
from .latex_terms import breakable, term
from .layout import Entry, Section, hypotheses_used, rules_used, sections, verdict
from .prose import github, in_formula, in_markdown
from .rules import statement
from .safe import check
from .words import is_clause, sentence

__all__ = ["document", "term"]

LINE, LEFT = 52.0, 10.5  # in em: the page, and the longest left side


def document(certificate: Mapping[str, Any], *, full: bool = False, report: str = "") -> str:
    """The certificate as Markdown: settings, theorems with proofs, hypotheses and rules used, and the report."""
    check(certificate)
    notation = certificate["notation"]
    parts = [
        f"# {in_markdown((certificate['title'],), {})}\n",
        *(_section(section, notation) for section in sections(certificate, full=full)),
        _hypotheses(certificate),
        _rules(certificate),
        f"## Checks\n\n{in_markdown((report,), {})}\n" if report else "",
    ]
    return "\n".join(part for part in parts if part)


def display(lines: Sequence[Display]) -> str:
    """Aligned lines, with the reasons at the right, or below their lines where these are too long."""
    widest = max(tex_width(line.reason) for line in lines)
    hanging = hung(lines, LEFT, r"\quad ", tex_width) if widest or not beside(lines, LINE, tex_width) else list(lines)
    side = beside(hanging, LINE - widest - 2, tex_width)
    space = room(hanging, LINE - (widest + 2 if side else 0), tex_width)
    rows = [row for line in hanging for row in _rows(line, space, side)]
    if len(rows) == 1 and not widest:
        return _block(rows[0].replace("&", ""))
    return _block("\\begin{aligned}\n" + " \\\\\n".join(rows) + "\n\\end{aligned}")


def _block(tex: str) -> str:
    return f"$$\n{github(tex).strip()}\n$$\n"


def _rows(line: Display, space: float, side: bool) -> list[str]:
    first, *rest = broken(line.right, space, tex_width)
    rows = [f"{line.left} &{line.sign} {first}".lstrip(), *(rf"&\qquad {{}}{row}" for row in rest)]
    if not line.reason:
        return rows
    return [*rows[:-1], f"{rows[-1]} && {line.reason}"] if side else [*rows, rf"&\qquad {line.reason}"]


def _section(section: Section, notation: Notation) -> str:
    definitions = [
        Display(term(d["left"], notation), "=", breakable(d["right"], notation), in_formula((d["words"],), notation))
        for d in section.definitions
    ]
    setting = in_markdown(section.setting, notation)
    head = f"## {section.heading}\n\n{setting}\n" if setting else ""
    return "\n".join(
        (head, *([display(definitions)] if definitions else []), *(_theorem(e, notation) for e in section.entries))
    )


def _theorem(entry: Entry, notation: Notation) -> str:
    title = in_markdown((entry.theorem["title"],), notation)
    label = f"**{entry.label}{f' ({title})' if title else ''}.**"
    heading = " ".join(part for part in (label, in_markdown(entry.supposed, notation)) if part)
    shared = f"{in_markdown(entry.shared, notation)}\n\n" if entry.shared else ""
    remark = f"\n*Remark.* {in_markdown((entry.remark,), notation)}\n" if entry.remark else ""
    note = f"\n{in_markdown((entry.note,), notation)}\n" if entry.note else ""
    proof = f"*Proof.*{_proof(entry, notation)}"
    return f"{shared}{heading}\n\n{_statement(entry, notation)}\n{proof}{remark}{note}"


def _statement(entry: Entry, notation: Notation) -> str:
    if entry.statement is not None:
        return _block(term(entry.statement, notation) + ".")
    left, right = (breakable(entry.theorem[side], notation) for side in ("lhs", "rhs"))
    return display([Display(left.replace(BREAK, ""), r"\iff" if entry.sign == "iff" else "=", right + ".", "")])


def _proof(entry: Entry, notation: Notation) -> str:
    if len(entry.rows) == 1:  # which would write the theorem again
        return f" {in_markdown(sentence(entry.rows[0].reason), notation)} □\n"
    lines: list[Display] = []
    for row in entry.rows:
        words = verdict(row.expression)
        sign = "" if words else r"\iff" if entry.sign == "iff" else "="
        right = rf"\quad \text{{{words}}}" if words else breakable(row.expression, notation)
        left = "" if lines else term(entry.theorem["lhs"], notation)
        lines.append(Display(left, sign, right, in_formula(row.reason, notation)))
    shown = display([*lines[:-1], lines[-1]._replace(reason=rf"{lines[-1].reason} \quad\square")])
    idea = f" {in_markdown((entry.idea,), notation)}" if entry.idea else ""
    return f"{idea}\n\n{shown}"


def _hypotheses(certificate: Mapping[str, Any]) -> str:
    items = [
        f"- {in_markdown(is_clause(clause), certificate['notation'])}{f' ({users})' if users else ''}"
        for clause, users in hypotheses_used(certificate)
    ]
    return "\n".join(("## Hypotheses used\n", *items)) + "\n" if items else ""


def _rules(certificate: Mapping[str, Any]) -> str:
    rows = [_rule(row) for row in rules_used(certificate)]
    head = ("## Rules used\n", "| Rule | Statement | Condition | Reference |", "| --- | --- | --- | --- |")
    return "\n".join((*head, *rows)) + "\n" if rows else ""


def _rule(row: Mapping[str, Any]) -> str:
    formula = github(statement(row, term, r"\iff")).strip()
    needs, reference = (in_markdown((row[key] or "–",), {}) for key in ("needs", "reference"))
    return f"| {row['name']} | ${formula}$ | {needs} | {reference} |"
