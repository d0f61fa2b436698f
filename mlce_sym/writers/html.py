r"""A certificate as one HTML page that needs nothing else: formulas are MathML, and there is no script.

Each line of a proof opens to its steps: the rule with its conditions and what meets them, its source, and its lemma in
Coq or why there is none.

>>> print(prose(("a < b where $n$",), {}))
a &lt; b where <math><mrow><mi>n</mi></mrow></math>
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from ..kernel.rule_table import rows as rule_rows
from .certified import numbered
from .context import Notation
from .fit import BREAK, Display, beside, broken, hung, room, tex_width
from .latex_terms import breakable, term
from .layout import Entry, Row, Section, hypotheses_used, rules_used, sections, verdict
from .mathml import mathml
from .pictures import Picture, in_html
from .prose import joined
from .rules import conditions, statement
from .safe import check
from .words import Prose, is_clause, said, sentence

__all__ = ["Part", "document", "page", "parts", "prose"]

Plain = Mapping[str, Any]
WIDTH, LEFT, REASON = 42.0, 10.0, 13.0  # in em: of a line, a left side beside its line, and a reason
INSET = 2.0  # of a statement
STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --soft: #5b5b5b; --line: #d9d9d9; --paper: #fff; --tint: #f6f5f1; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e6e1; --soft: #a8a49c; --line: #44423e; --paper: #1b1a18; --tint: #26241f; }
}
body { background: var(--paper); color: var(--ink); font: 1.06rem/1.55 Georgia, "Times New Roman", serif; margin: 0; }
main { margin: 0 auto; max-width: 60rem; padding: 2rem 1.2rem 4rem; }
h1 { font-size: 1.9rem; font-weight: normal; line-height: 1.2; text-align: center; }
h2 { border-bottom: 1px solid var(--line); font-size: 1.25rem; margin-top: 2.6rem; }
h3 { font-size: 1.06rem; margin: 1.8rem 0 .3rem; }
math { font-size: 1.04em; }
nav ol { columns: 22rem; padding-left: 2.2rem; }
a { color: inherit; text-decoration-color: var(--soft); }
.statement { background: var(--tint); border-radius: .3rem; margin: .6rem 0; overflow-x: auto; padding: .5rem 1rem; }
.wide { overflow-x: auto; }
table.chain { border-collapse: collapse; margin: .3rem 0; }
table.chain > tbody > tr > td { padding: .3rem .3rem; vertical-align: baseline; white-space: nowrap; }
table.chain > tbody > tr > td.why { color: var(--soft); font-size: .92rem; padding-left: 1.6rem; white-space: normal;
  min-width: 15rem; }
@media (max-width: 46rem) {
  table.chain, table.chain > tbody { display: block; }
  table.chain > tbody > tr { align-items: baseline; display: flex; flex-wrap: wrap; }
  table.chain > tbody > tr > td { min-width: 0; overflow-x: auto; overflow-y: hidden; }
  table.chain > tbody > tr > td:empty { display: none; }
  table.chain > tbody > tr > td.why { flex-basis: 100%; padding-left: 2rem; }
}
.proof { margin: .6rem 0; }
.more { padding: .4em 0 0 1.5em; }
summary { cursor: pointer; }
details ul { margin: .3rem 0; padding-left: 1.1rem; }
.note { color: var(--soft); }
figure { margin: 1.6rem auto; max-width: 36rem; text-align: center; }
figure img { max-width: 100%; }
figcaption { color: var(--soft); font-size: .95rem; }
table.rules { border-collapse: collapse; font-size: .95rem; width: 100%; }
table.rules th, table.rules td { border-top: 1px solid var(--line); padding: .4rem .5rem; text-align: left;
  vertical-align: top; }
"""


def document(certificate: Plain, *, full: bool = False, report: str = "", pictures: Sequence[Picture] = ()) -> str:
    """The certificate as a page: contents, pictures, settings, theorems with proofs, hypotheses, rules, the report."""
    check(certificate)
    return page(certificate["title"], _body(certificate, full, report, pictures))


def page(title: str, body: str) -> str:
    """A whole page around what stands in it; the title is prose."""
    head = '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    shown = prose((title,), {})
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{head}<title>{escape(title.replace("$", ""))}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{shown}</h1>\n{body}</main>\n</body>\n</html>\n"
    )


def _body(certificate: Plain, full: bool, report: str, pictures: Sequence[Picture]) -> str:
    notation = certificate["notation"]
    found = sections(certificate, full=full)
    labels = {name: _link(name, label) for name, label in numbered(certificate["theorems"]).items()}
    body = (
        _contents(found, notation),
        *(in_html(picture, _words(picture.caption)) for picture in pictures),
        *(_section(section, notation, labels) for section in found),
        _hypotheses(certificate),
        _rules(certificate),
        f"<h2>Checks</h2>\n<p>{escape(report)}</p>\n" if report else "",
    )
    return "".join(body)


def prose(fragments: Prose, notation: Notation) -> str:
    """Prose with its formulas."""
    return joined(fragments, lambda data: _inline(data, notation), _words)


def _inline(data: Any, notation: Notation) -> str:
    return mathml(term(data, notation))


def _words(text: str) -> str:
    pieces = text.split("$")
    return "".join(mathml(piece) if k % 2 else escape(piece, quote=False) for k, piece in enumerate(pieces))


def _link(name: str, label: str) -> str:
    return f'<a href="#{escape(name)}">{label}</a>'


def _contents(found: Sequence[Section], notation: Notation) -> str:
    entries = [e for section in found for e in section.entries if e.theorem["title"]]
    items = (
        f"<li>{_link(e.theorem['name'], e.label)}: {prose((e.theorem['title'],), notation)}</li>\n" for e in entries
    )
    return f"<nav>\n<ol>\n{''.join(items)}</ol>\n</nav>\n" if len(entries) > 1 else ""


class Part(NamedTuple):
    """A setting, which has no name, or a theorem with its proof: its title is prose, and what is below it HTML."""

    name: str
    title: Prose
    body: str


def parts(section: Section, notation: Notation, labels: Mapping[str, str]) -> Iterator[Part]:
    """A section part by part. The labels are links to the theorems, by their names."""
    if shown := _setting(section, notation):
        yield Part("", (section.heading,), shown)
    for entry in section.entries:
        title = entry.theorem["title"]
        named = (entry.label, *((" (", title, ")") if title else ()))
        yield Part(entry.theorem["name"], named, _theorem(entry, notation, labels))


def _section(section: Section, notation: Notation, labels: Mapping[str, str]) -> str:
    return "".join(f"{_head(part, notation)}{part.body}" for part in parts(section, notation, labels))


def _head(part: Part, notation: Notation) -> str:
    title = prose(part.title, notation)
    return f'<h3 id="{escape(part.name)}">{title}</h3>\n' if part.name else f"<h2>{title}</h2>\n"


def _setting(section: Section, notation: Notation) -> str:
    definitions = [
        Display(term(d["left"], notation), "=", breakable(d["right"], notation), prose((d["words"],), notation))
        for d in section.definitions
    ]
    setting = prose(section.setting, notation)
    return f"<p>{setting}</p>\n{_chain(definitions) if definitions else ''}" if setting else ""


def _theorem(entry: Entry, notation: Notation, labels: Mapping[str, str]) -> str:
    """What it says, and its proof."""
    before = prose(entry.supposed, notation)
    shared = f"<p>{prose(entry.shared, notation)}</p>\n" if entry.shared else ""
    remark = f"<p><em>Remark.</em> {prose((entry.remark,), notation)}</p>\n" if entry.remark else ""
    note = f'<p class="note">{prose((entry.note,), notation)}</p>\n' if entry.note else ""
    words = f"<p>{before}</p>\n" if before else ""
    proof = _proof(entry, notation, labels)
    return f'{shared}{words}<div class="statement">{_statement(entry, notation)}</div>\n{proof}{remark}{note}'


def _statement(entry: Entry, notation: Notation) -> str:
    if entry.statement is not None:
        return _rows(breakable(entry.statement, notation) + ".", WIDTH - INSET)
    sign = r"\iff" if entry.sign == "iff" else "="
    left, right = (breakable(entry.theorem[side], notation) for side in ("lhs", "rhs"))
    return _rows(f"{left} {BREAK}{sign} {right}.", WIDTH - INSET)


def _proof(entry: Entry, notation: Notation, labels: Mapping[str, str]) -> str:
    if len(entry.rows) == 1:  # which would write the theorem again
        row = entry.rows[0]._replace(reason=sentence(entry.rows[0].reason))
        opened = _why(row, entry, notation, labels, " □").replace("<summary>", "<summary><em>Proof.</em> ", 1)
        return f'<div class="proof">{opened}</div>\n'
    sign = r"\iff" if entry.sign == "iff" else "="
    lines = []
    for number, row in enumerate(entry.rows):
        words = verdict(row.expression)
        left = "" if number else term(entry.theorem["lhs"], notation)
        right = rf"\text{{{words}}}" if words else breakable(row.expression, notation)
        end = " □" if number == len(entry.rows) - 1 else ""
        lines.append(Display(left, "" if words else sign, right, _why(row, entry, notation, labels, end)))
    space = room(lines, WIDTH - REASON, tex_width)
    whole = all(tex_width(line.right) <= space for line in lines)
    shown = _chain(lines if whole else hung(lines, LEFT, r"\quad ", tex_width))
    idea = f" {prose((entry.idea,), notation)}" if entry.idea else ""
    return f"<p><em>Proof.</em>{idea}</p>\n{shown}"


def _chain(lines: Sequence[Display]) -> str:
    """Aligned lines with the reasons at the right, or below their lines where these leave them no room."""
    side = beside(lines, WIDTH - REASON, tex_width)
    space = room(lines, WIDTH - (REASON if side else 0), tex_width)
    rows = "".join(_row(line, space, side) for line in lines)
    return f'<div class="wide"><table class="chain" role="presentation"><tbody>\n{rows}</tbody></table></div>\n'


def _row(line: Display, space: float, side: bool) -> str:
    if not (line.left or line.sign or line.reason):  # a left side that stands alone
        return f'<tr><td colspan="4">{_rows(line.right, WIDTH)}</td></tr>\n'
    cells = (*(mathml(tex, display=True) if tex else "" for tex in (line.left, line.sign)), _rows(line.right, space))
    between = "" if side or not line.reason else '</tr>\n<tr><td colspan="2"></td>'
    return f'<tr>{"".join(f"<td>{cell}</td>" for cell in cells)}{between}<td class="why">{line.reason}</td></tr>\n'


def _rows(tex: str, width: float) -> str:
    """A formula in as many rows as it takes."""
    first, *more = (mathml(row, display=True) for row in broken(tex, width, tex_width))
    return first + "".join(f'<div class="more">{row}</div>' for row in more)


# Why a line holds


def _why(row: Row, entry: Entry, notation: Notation, labels: Mapping[str, str], end: str) -> str:
    steps = "".join(f"<li>{_step(step, entry.theorem, notation, labels)}</li>" for step in row.steps)
    return f"<details><summary>{prose(row.reason, notation)}{end}</summary><ul>{steps}</ul></details>"


def _step(step: Plain, theorem: Plain, notation: Notation, labels: Mapping[str, str]) -> str:
    by = step["by"]
    backward = ", from right to left" if step["direction"] == "backward" else ""
    if "rule" in by:
        return _rule_step(by["rule"], step, notation, labels) + backward
    if "definition" in by:
        return f"the definition of {_inline(by['definition'], notation)}{backward}"
    if "hypothesis" in by:
        return f"the hypothesis {prose(said(theorem['hypotheses'][by['hypothesis']]), notation)}{backward}"
    return f"{_theorem_named(by['theorem'], labels)}{backward}" if "theorem" in by else "algebra"


def _theorem_named(name: str, labels: Mapping[str, str]) -> str:
    return labels.get(name, f"the theorem {escape(name)}")


def _rule_step(name: str, step: Plain, notation: Notation, labels: Mapping[str, str]) -> str:
    row = rule_rows().get(name)
    if row is None:
        return f"the rule “{escape(name)}”, which is not of the shipped table"
    formula = mathml(statement(row, term, r"\iff"))
    met = "; ".join(_met(condition, notation, labels) for condition in step["conditions"])
    lemma = f"Coq: <code>{row['lemma']}</code>" if row.get("lemma") else f"not in Coq: {escape(row['uncertified'])}"
    return f"{escape(name)}: {formula}{f', since {met}' if met else ''} ({escape(row['reference'])}; {lemma})"


def _met(condition: Plain, notation: Notation, labels: Mapping[str, str]) -> str:
    by = condition["by"]
    shown = prose(said(condition["prop"]), notation)
    return shown if by == "entailed" else f"{shown} by {_theorem_named(by['theorem'], labels)}"


# The end of the page


def _hypotheses(certificate: Plain) -> str:
    items = [
        f"<li>{prose(is_clause(clause), certificate['notation'])}{f' ({users})' if users else ''}</li>\n"
        for clause, users in hypotheses_used(certificate)
    ]
    return f"<h2>Hypotheses used</h2>\n<ul>\n{''.join(items)}</ul>\n" if items else ""


def _rules(certificate: Plain) -> str:
    found = rules_used(certificate)
    head = "<tr><th>Rule</th><th>Statement</th><th>Condition</th><th>Reference</th></tr>\n"
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in _rule(row))}</tr>\n" for row in found)
    return (
        f'<h2>Rules used</h2>\n<div class="wide"><table class="rules">\n{head}{rows}</table></div>\n' if found else ""
    )


def _rule(row: Plain) -> tuple[str, ...]:
    needs = prose(conditions(row), {}) if row["conditions"] else "–"
    return escape(row["name"]), mathml(statement(row, term, r"\iff")), needs, prose((row["reference"],), {})
