"""A certificate as text for the terminal, as wide as it is, or 100 characters.

>>> print(display([Display("a", "=", "b", "by symmetry"), Display("", "=", "c", "by hypothesis")]))
    a = b   by symmetry
      = c   by hypothesis
<BLANKLINE>
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

from .context import Notation
from .fit import BREAK, Display, broken, hung, room
from .layout import Entry, Section, hypotheses_used, rules_used, sections, verdict
from .prose import in_text, joined, plain
from .rules import statement
from .safe import check
from .text_terms import breakable, term
from .words import Prose, is_clause, sentence

__all__ = ["document", "term"]

INDENT, NARROWEST = 4, 48
ACCENTS = "\u0302\u0303\u0304"


class Page(NamedTuple):
    """Its width, the column before which reasons begin, and the longest left side that formulas stand beside."""

    width: int = 100
    column: int = 59
    left: int = 30


PAGE = Page()


def document(certificate: Mapping[str, Any], *, full: bool = False, report: str = "", columns: int = 100) -> str:
    """The certificate as text: settings, theorems with proofs, hypotheses and rules used, and the report."""
    check(certificate)
    wide = max(columns, NARROWEST)
    page = Page(wide, wide * PAGE.column // PAGE.width, wide * PAGE.left // PAGE.width)
    notation = certificate["notation"]
    title = plain(certificate["title"])
    parts = [
        f"{title}\n{'=' * int(width(title))}\n",
        *(_section(section, notation, page) for section in sections(certificate, full=full)),
        _hypotheses(certificate, page),
        _rules(certificate, page),
        _wrapped(report, page) if report else "",
    ]
    return "\n".join(part for part in parts if part)


def width(text: str) -> float:
    """The number of columns: an accent takes none."""
    return len(text.replace(BREAK, "")) - sum(map(text.count, ACCENTS))


def _paragraph(fragments: Prose, notation: Notation, page: Page) -> str:
    """Prose in lines that end in no formula."""
    return _wrapped(_whole_formulas(fragments, notation), page)


def _whole_formulas(fragments: Prose, notation: Notation) -> str:
    """The prose with spaces in its formulas at which no line ends."""
    return joined(fragments, lambda data: term(data, notation).replace(" ", "\u00a0"), plain)


def _wrapped(text: str, page: Page, first: str = "", then: str = "") -> str:
    lines = textwrap.wrap(text, page.width, initial_indent=first, subsequent_indent=then, break_long_words=False)
    return "\n".join(lines).replace("\u00a0", " ") + "\n"


# Displays


def display(lines: Sequence[Display], page: Page = PAGE) -> str:
    """Aligned lines with the reasons in a column at the right, a line lower where the formula reaches into it."""
    longest = max(width(f"{d.left}{d.right}") for d in lines)
    whole = not any(line.reason for line in lines) and longest < page.width - INDENT - 3
    hanging = list(lines) if whole else hung(lines, page.left, "  ", width)
    space = room(hanging, page.width - INDENT - 2, width)
    left = max(width(line.left) for line in hanging)
    shown = [(_rows(line, left, space), line.reason) for line in hanging]
    widths = [width(row) for rows, _ in shown for row in rows]
    column = max((w for w in widths if w <= page.column), default=page.column) + 3
    return "\n".join(row for rows, reason in shown for row in _beside(rows, reason, column, page)) + "\n"


def _rows(line: Display, left: float, space: float) -> list[str]:
    first, *rest = broken(line.right, space, width)
    start = " " * int(INDENT + left - width(line.left)) + line.left
    gap = " " * (len(start) + len(line.sign) + 4)
    lead = " " if left else ""
    relation = f"{lead}{line.sign} " if line.sign.strip() else line.sign or lead
    return [f"{start}{relation}{first}", *(f"{gap}{row}" for row in rest)]


def _beside(rows: Sequence[str], reason: str, column: float, page: Page) -> list[str]:
    """The reason, in lines of its own column, begins beside the last row, or below it."""
    reasons = textwrap.wrap(reason, int(page.width - column), break_long_words=False)
    above, last = (rows[:-1], rows[-1:]) if width(rows[-1]) + 3 <= column else (rows, [])
    pairs = zip_longest(last, reasons, fillvalue="")
    beside = (f"{row}{' ' * int(column - width(row))}{words}".rstrip() for row, words in pairs)
    return [*above, *(line.replace("\u00a0", " ") for line in beside)]


# The parts


def _section(section: Section, notation: Notation, page: Page) -> str:
    definitions = [
        Display(term(d["left"], notation), "=", breakable(d["right"], notation), plain(d["words"]))
        for d in section.definitions
    ]
    rule = "-" * len(section.heading)
    head = f"{section.heading}\n{rule}\n\n{_paragraph(section.setting, notation, page)}" if section.setting else ""
    shown = [display(definitions, page)] if definitions else []
    return "\n".join((head, *shown, *(_theorem(entry, notation, page) for entry in section.entries)))


def _theorem(entry: Entry, notation: Notation, page: Page) -> str:
    title = entry.theorem["title"]
    heading: Prose = (f"{entry.label}{f' ({title})' if title else ''}.",)
    heading = (*heading, " ", *entry.supposed) if entry.supposed else heading
    said_there, proof = _statement(entry, notation, page), _proof(entry, notation, page)
    shared = [_paragraph(entry.shared, notation, page)] if entry.shared else []
    remark = [_paragraph(("Remark. ", entry.remark), notation, page)] if entry.remark else []
    note = [_wrapped(entry.note, page)] if entry.note else []
    return "\n".join([*shared, _paragraph(heading, notation, page), said_there, proof, *remark, *note])


def _statement(entry: Entry, notation: Notation, page: Page) -> str:
    if entry.statement is not None:
        return display([Display("", "", breakable(entry.statement, notation), "")], page)
    left, right = (breakable(entry.theorem[side], notation) for side in ("lhs", "rhs"))
    return display([Display(left.replace(BREAK, ""), "⇔" if entry.sign == "iff" else "=", right, "")], page)


def _proof(entry: Entry, notation: Notation, page: Page) -> str:
    if len(entry.rows) == 1:  # which would write the theorem again
        return _paragraph(("Proof. ", *sentence(entry.rows[0].reason), " ∎"), notation, page)
    lines: list[Display] = []
    for row in entry.rows:
        words = verdict(row.expression)
        sign = "" if words else "⇔" if entry.sign == "iff" else "="
        left = "" if lines else term(entry.theorem["lhs"], notation)
        right = words or breakable(row.expression, notation)
        lines.append(Display(left, sign, right, _whole_formulas(row.reason, notation)))
    opened = _paragraph(("Proof. ", entry.idea), notation, page) if entry.idea else "Proof.\n"
    return f"{opened}{display([*lines[:-1], lines[-1]._replace(reason=f'{lines[-1].reason}  ∎')], page)}"


def _hypotheses(certificate: Mapping[str, Any], page: Page) -> str:
    items = [
        _wrapped(
            f"{in_text(is_clause(clause), certificate['notation'])}{f' ({users})' if users else ''}",
            page,
            "  - ",
            "    ",
        )
        for clause, users in hypotheses_used(certificate)
    ]
    return "Hypotheses used\n---------------\n\n" + "".join(items) if items else ""


def _rules(certificate: Mapping[str, Any], page: Page) -> str:
    rows = rules_used(certificate)
    if not rows:
        return ""
    return "Rules used\n----------\n\n" + "".join(_rule(row, page) for row in rows)


def _rule(row: Mapping[str, Any], page: Page) -> str:
    needs = f" ({row['needs']})" if row["needs"] else ""
    formula = statement(row, term, "⇔")
    return f"  {row['name']}{needs}\n      {formula}\n{_wrapped(row['reference'], page, '      ', '      ')}"
