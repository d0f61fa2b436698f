"""A certificate as text for the terminal, at most 100 characters wide.

>>> print(display([Display("a", "=", "b", "by symmetry"), Display("", "=", "c", "by hypothesis")]))
    a = b   by symmetry
      = c   by hypothesis
<BLANKLINE>
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

from .context import Notation
from .fit import BREAK, Display, broken, hung, room
from .layout import Entry, Section, hypotheses_used, rules_used, sections, verdict
from .prose import in_text, joined, plain
from .rules import statement
from .safe import check
from .text_terms import breakable, term
from .words import Prose, is_clause

__all__ = ["document", "term"]

WIDTH, COLUMN, LEFT, INDENT = 100, 59, 30, 4
ACCENTS = "\u0302\u0303\u0304"


def document(certificate: Mapping[str, Any], *, full: bool = False, report: str = "") -> str:
    """The certificate as text: settings, theorems with proofs, hypotheses and rules used, and the report."""
    check(certificate)
    notation = certificate["notation"]
    title = plain(certificate["title"])
    parts = [
        f"{title}\n{'=' * int(width(title))}\n",
        *(_section(section, notation) for section in sections(certificate, full=full)),
        _hypotheses(certificate),
        _rules(certificate),
        _wrapped(report) if report else "",
    ]
    return "\n".join(part for part in parts if part)


def width(text: str) -> float:
    """The number of columns: an accent takes none."""
    return len(text.replace(BREAK, "")) - sum(map(text.count, ACCENTS))


def _paragraph(fragments: Prose, notation: Notation) -> str:
    """Prose in lines that end in no formula."""
    return _wrapped(_whole_formulas(fragments, notation))


def _whole_formulas(fragments: Prose, notation: Notation) -> str:
    """The prose with spaces in its formulas at which no line ends."""
    return joined(fragments, lambda data: term(data, notation).replace(" ", "\u00a0"), plain)


def _wrapped(text: str, first: str = "", then: str = "") -> str:
    lines = textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=then, break_long_words=False)
    return "\n".join(lines).replace("\u00a0", " ") + "\n"


# Displays


def display(lines: Sequence[Display]) -> str:
    """Aligned lines with the reasons in a column at the right, a line lower where the formula reaches into it."""
    whole = (
        not any(line.reason for line in lines) and max(width(f"{d.left}{d.right}") for d in lines) < WIDTH - INDENT - 3
    )
    hanging = list(lines) if whole else hung(lines, LEFT, "  ", width)
    space = room(hanging, WIDTH - INDENT - 2, width)
    left = max(width(line.left) for line in hanging)
    shown = [(_rows(line, left, space), line.reason) for line in hanging]
    widths = [width(row) for rows, _ in shown for row in rows]
    column = max((w for w in widths if w <= COLUMN), default=COLUMN) + 3
    return "\n".join(row for rows, reason in shown for row in _beside(rows, reason, column)) + "\n"


def _rows(line: Display, left: float, space: float) -> list[str]:
    first, *rest = broken(line.right, space, width)
    start = " " * int(INDENT + left - width(line.left)) + line.left
    gap = " " * (len(start) + len(line.sign) + 4)
    lead = " " if left else ""
    relation = f"{lead}{line.sign} " if line.sign.strip() else line.sign or lead
    return [f"{start}{relation}{first}", *(f"{gap}{row}" for row in rest)]


def _beside(rows: Sequence[str], reason: str, column: float) -> list[str]:
    """The reason, in lines of its own column, begins beside the last row, or below it."""
    reasons = textwrap.wrap(reason, int(WIDTH - column), break_long_words=False)
    above, last = (rows[:-1], rows[-1:]) if width(rows[-1]) + 3 <= column else (rows, [])
    pairs = zip_longest(last, reasons, fillvalue="")
    beside = (f"{row}{' ' * int(column - width(row))}{words}".rstrip() for row, words in pairs)
    return [*above, *(line.replace("\u00a0", " ") for line in beside)]


# The parts


def _section(section: Section, notation: Notation) -> str:
    definitions = [
        Display(term(d["left"], notation), "=", breakable(d["right"], notation), plain(d["words"]))
        for d in section.definitions
    ]
    write = " Write" if section.setting else "Write"
    setting = (*section.setting, *((write,) if definitions else ()))
    head = f"{section.heading}\n{'-' * len(section.heading)}\n\n{_paragraph(setting, notation)}" if setting else ""
    return "\n".join(
        (head, *([display(definitions)] if definitions else []), *(_theorem(e, notation) for e in section.entries))
    )


def _theorem(entry: Entry, notation: Notation) -> str:
    title = entry.theorem["title"]
    heading: Prose = (f"{entry.label}{f' ({title})' if title else ''}.",)
    for said in ((entry.theorem["words"],), entry.supposed):
        heading = (*heading, " ", *said) if any(said) else heading
    parts = [_paragraph(heading, notation), _statement(entry, notation), f"Proof.\n{_proof(entry, notation)}"]
    return "\n".join([*parts, *([_wrapped(entry.note)] if entry.note else [])])


def _statement(entry: Entry, notation: Notation) -> str:
    if entry.statement is not None:
        return display([Display("", "", breakable(entry.statement, notation), "")])
    left, right = (breakable(entry.theorem[side], notation) for side in ("lhs", "rhs"))
    return display([Display(left.replace(BREAK, ""), "⇔" if entry.sign == "iff" else "=", right, "")])


def _proof(entry: Entry, notation: Notation) -> str:
    lines: list[Display] = []
    for row in entry.rows:
        words = verdict(row.expression, alone=len(entry.rows) == 1)
        sign = "" if words else "⇔" if entry.sign == "iff" else "="
        left = "" if lines else term(entry.theorem["lhs"], notation)
        right = words or breakable(row.expression, notation)
        lines.append(Display(left, sign, right, _whole_formulas(row.reason, notation)))
    return display([*lines[:-1], lines[-1]._replace(reason=f"{lines[-1].reason}  ∎")])


def _hypotheses(certificate: Mapping[str, Any]) -> str:
    items = [
        _wrapped(
            f"{in_text(is_clause(clause), certificate['notation'])}{f' ({users})' if users else ''}", "  - ", "    "
        )
        for clause, users in hypotheses_used(certificate)
    ]
    return "Hypotheses used\n---------------\n\n" + "".join(items) if items else ""


def _rules(certificate: Mapping[str, Any]) -> str:
    rows = rules_used(certificate)
    if not rows:
        return ""
    return "Rules used\n----------\n\n" + "".join(map(_rule, rows))


def _rule(row: Mapping[str, Any]) -> str:
    needs = f" ({row['needs']})" if row["needs"] else ""
    formula = statement(row, term, "⇔")
    return f"  {row['name']}{needs}\n      {formula}\n{_wrapped(row['reference'], '      ', '      ')}"
