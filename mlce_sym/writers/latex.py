r"""A certificate as a LaTeX article, for the packages of a plain Debian TeX (texlive-latex-recommended, lmodern).

>>> print(display([Display("a", "=", "b", "since $a = b$")]))
\begin{flalign*}
\quad a &= b && \why{since $a = b$}
\end{flalign*}
<BLANKLINE>
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from .context import Notation
from .fit import BREAK, Display, beside, broken, hung, prose_width, room, tex_width
from .latex_terms import breakable, term
from .layout import Entry, Section, hypotheses_used, rules_used, sections, verdict
from .prose import escape, in_latex, small
from .rules import statement
from .safe import check
from .words import is_clause, sentence

__all__ = ["document", "term"]

GAP, LEFT = 1.4, 10.5  # in em: the space around reasons, and the longest left side

NEEDED = "4cm"  # the room that a theorem with the first line of its proof takes, or a heading with its table
HEADING, DEFINITION, MOST_DEFINITIONS = 5, 1, 3  # the room of a setting and what begins after it, in cm

PACKAGES = r"""\usepackage[utf8]{inputenc}
\usepackage[T1]{fontenc}
\usepackage{lmodern}
\usepackage[a4paper,textwidth=16.6cm,textheight=24cm]{geometry}
\usepackage{amsmath,amssymb,amsthm}
\usepackage{array,booktabs,longtable}
\usepackage{microtype}
"""
COMMANDS = r"""\newtheorem{lemma}[theorem]{Lemma}
\newcommand{\need}[1]{\par\penalty-100\relax\dimen0=\pagegoal\advance\dimen0-\pagetotal
  \ifdim\dimen0>0pt\ifdim\dimen0<#1\relax\newpage\fi\fi}
\newenvironment{derivation}{\par\nopagebreak\noindent\textit{Proof.}\nopagebreak[4]}{\par\medskip}
\newcommand{\setting}[1]{\par\bigskip\noindent\textbf{#1}\quad\ignorespaces}
\newcommand{\why}[1]{\parbox[t]{5.2cm}{\raggedright\footnotesize #1}}
\newcommand{\below}[1]{\hspace*{-5.8cm}\raisebox{0.8ex}[0pt]{\parbox[t]{11cm}{\raggedleft\footnotesize #1}}}
\newcommand{\atright}{\hspace*{0pt plus 1filll}}
\newcommand{\wide}[1]{\rlap{$\displaystyle #1$}}
\newcommand{\atonce}[1]{#1\nobreak\hfill$\square$}
\newcommand{\done}{\unskip\nobreak\hspace*{0.5em}\hfill\nobreak\normalsize$\square$}
\emergencystretch=3em
\allowdisplaybreaks
"""
PREAMBLE = rf"""\documentclass[11pt,a4paper]{{article}}
{PACKAGES}\newtheorem{{theorem}}{{Theorem}}
{COMMANDS}"""
FRAGMENT = r"""% In the preamble: \usepackage{amsmath,amssymb,amsthm}
\providecommand{\need}[1]{}
\providecommand{\setting}[1]{\par\bigskip\noindent\textbf{#1}\quad\ignorespaces}
\providecommand{\why}[1]{\parbox[t]{0.313\linewidth}{\raggedright\footnotesize #1}}
\providecommand{\below}[1]{\hspace*{-0.35\linewidth}\raisebox{0.8ex}[0pt]{%
  \parbox[t]{0.663\linewidth}{\raggedleft\footnotesize #1}}}
\providecommand{\atright}{\hspace*{0pt plus 1filll}}
\providecommand{\wide}[1]{\rlap{$\displaystyle #1$}}
\providecommand{\atonce}[1]{#1\nobreak\hfill$\square$}
\providecommand{\done}{\unskip\nobreak\hspace*{0.5em}\hfill\nobreak\normalsize$\square$}
\makeatletter
\@ifundefined{theorem}{\newtheorem{theorem}{Theorem}}{}
\@ifundefined{lemma}{\newtheorem{lemma}[theorem]{Lemma}}{}
\@ifundefined{derivation}{\newenvironment{derivation}{\par\noindent\textit{Proof.}}{\par\medskip}}{}
\makeatother

"""


class Style(NamedTuple):
    """How wide text and reasons are, in em, and what stands behind the head of a theorem: in a book its anchor."""

    line: float = 42.6
    reason: float = 13.6
    mark: Callable[[Entry], str] = lambda entry: ""


ARTICLE, PAPER = Style(), Style(33.8, 10.8)  # our own, and the one of the class article, into which a fragment is read


def document(certificate: Mapping[str, Any], *, full: bool = False, report: str = "") -> str:
    """The certificate as an article: settings, theorems with proofs, hypotheses and rules used, and the report."""
    check(certificate)
    notation = certificate["notation"]
    parts = [
        PREAMBLE,
        f"\\begin{{document}}\n\n\\begin{{center}}\n\\LARGE {escape(certificate['title'])}\n\\end{{center}}\n",
        *in_order(sections(certificate, full=full), notation),
        _hypotheses(certificate),
        _rules(certificate),
        f"\\section*{{Checks}}\n\n{escape(report)}\n" if report else "",
        r"\end{document}",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def fragment(certificate: Mapping[str, Any], *, full: bool = False) -> str:
    """The settings and theorems alone, for `\\input`; what they need of commands they bring where it is missing."""
    check(certificate)
    return FRAGMENT + "\n".join(in_order(sections(certificate, full=full), certificate["notation"], PAPER)) + "\n"


# Displays


def display(lines: Sequence[Display], style: Style = ARTICLE) -> str:
    """Aligned lines with the reasons in a column at the right, a line lower where the formula leaves them no room."""
    reasons = any(line.reason for line in lines)
    whole = not reasons and beside(lines, style.line, tex_width)
    hanging = list(lines) if whole else hung(lines, LEFT if reasons else 0, r"\quad ", tex_width)
    space = room(hanging, style.line - (GAP if reasons else 0), tex_width)
    rows = [row for line in hanging for row in _rows(line, space, space - style.reason if reasons else space)]
    environment = "flalign*" if reasons else "align*"
    indented = rows if not reasons else [rf"\quad {row}" for row in rows]
    return f"\\begin{{{environment}}}\n" + " \\\\\n".join(indented) + f"\n\\end{{{environment}}}\n"


def _rows(line: Display, space: float, narrow: float) -> list[str]:
    """The rows of a line, one that takes more than the narrow width without its width, and the reason at their end.

    Rather than to push its reason down, a formula takes one row more where it may be broken.
    """
    cells, _ = _cells(line, space, narrow, space)
    broken_once_more = _beside_reason(line, space, narrow, narrow)
    rows = _beside_reason(line, space, narrow, space)
    if not rows and 0 < len(broken_once_more) <= len(cells) + 1:
        rows = broken_once_more
    return rows or [*_with_left(line, cells), rf"& && \below{{{line.reason}}}"]


def _beside_reason(line: Display, space: float, narrow: float, width: float) -> list[str]:
    """The rows of a line that is broken to a width, with its reason on the last one; none where that has no room."""
    cells, last = _cells(line, space, narrow, width)
    *before, end = _with_left(line, cells)
    if not line.reason:
        return [*before, end]
    if last <= narrow:
        return [*before, rf"{end} && \why{{{line.reason}}}"]
    if last + prose_width(line.reason) < space:
        return [*before, rf"{end} && \why{{\atright {line.reason}}}"]
    return []


def _cells(line: Display, space: float, narrow: float, width: float) -> tuple[list[str], float]:
    """What stands in the rows of a line that is broken to a width, and how wide the last of them is."""
    indent = r"\qquad \quad {}" if line.sign.startswith(r"\quad") else r"\qquad {}"
    first, *rest = broken(line.right, width, tex_width)
    cells = [first if line.sign else _unary(first), *(indent + row for row in rest)]
    return [cell if tex_width(cell) <= narrow else rf"\wide{{{cell}}}" for cell in cells], tex_width(cells[-1])


def _with_left(line: Display, cells: Sequence[str]) -> list[str]:
    return [f"{line.left} &{line.sign} {cells[0]}", *(f"&{cell}" for cell in cells[1:])]


def _unary(tex: str) -> str:
    """A minus sign that begins a line is no subtraction."""
    return "{-}" + tex[1:] if tex.startswith("-") else tex


def in_order(found: Sequence[Section], notation: Notation, style: Style = ARTICLE) -> Iterator[str]:
    """Each setting, with its theorems and their proofs; a short setting stands on the page of the first of them."""
    headed = next((section for section in found if section.setting), None)
    for number, section in enumerate(found):
        length = HEADING + DEFINITION * min(len(section.definitions), MOST_DEFINITIONS)
        head = _setting(section, notation, style, first=section is headed) if section.setting else ""
        theorems = "\n".join(_theorem(entry, notation, style) for entry in section.entries)
        yield (f"\\need{{{length:g}cm}}\n" if number and head else "") + f"{head}\n\\medskip\n{theorems}"


def _setting(section: Section, notation: Notation, style: Style, *, first: bool) -> str:
    """What is supposed and named, below a heading, or behind one where it is not the first."""
    definitions = [
        Display(term(d["left"], notation), "=", breakable(d["right"], notation), escape(d["words"]))
        for d in section.definitions
    ]
    heading = f"\\section*{{{section.heading}}}\n\n" if first else rf"\setting{{{section.heading}.}} "
    return f"{heading}{in_latex(section.setting, notation)}\n{display(definitions, style) if definitions else ''}"


def _theorem(entry: Entry, notation: Notation, style: Style) -> str:
    role = entry.theorem["role"]
    title = escape(entry.theorem["title"])
    title = f"[{{{title}}}]" if "]" in title else title and f"[{title}]"
    shared = f"\\noindent {in_latex(entry.shared, notation)}\\par\\medskip\n" if entry.shared else ""
    before = in_latex(entry.supposed, notation)
    before += "\n" if before else ""
    proof = f"\\begin{{derivation}}\n{_proof(entry, notation, style)}\\end{{derivation}}\n"
    remark = f"\\noindent\\textit{{Remark.}} {escape(entry.remark)}\\par\\medskip\n" if entry.remark else ""
    note = f"{escape(entry.note)}\n" if entry.note else ""
    head = f"\\need{{{NEEDED}}}\n{shared}\\begin{{{role}}}{title}{style.mark(entry)}\n"
    return f"{head}{before}{_statement(entry, notation, style)}\\end{{{role}}}\n\n{proof}{remark}{note}"


def _statement(entry: Entry, notation: Notation, style: Style) -> str:
    if entry.statement is not None:
        return display([Display("", "", breakable(entry.statement, notation) + ".", "")], style)
    sign = r"\iff" if entry.sign == "iff" else "="
    left, right = (breakable(entry.theorem[side], notation) for side in ("lhs", "rhs"))
    return display([Display(left.replace(BREAK, ""), sign, right + ".", "")], style)


def _proof(entry: Entry, notation: Notation, style: Style) -> str:
    if len(entry.rows) == 1:  # which would write the theorem again
        return f"\\atonce{{{in_latex(sentence(entry.rows[0].reason), notation)}}}\n"
    left = term(entry.theorem["lhs"], notation)
    lines: list[Display] = []
    for row in entry.rows:
        words = verdict(row.expression)
        sign = "" if words else r"\iff" if entry.sign == "iff" else "="
        right = rf"\quad \text{{{words}}}" if words else breakable(row.expression, notation)
        lines.append(Display("" if lines else left, sign, right, in_latex(row.reason, notation)))
    idea = f"{escape(entry.idea)}\n" if entry.idea else ""
    return idea + display([*lines[:-1], lines[-1]._replace(reason=rf"{lines[-1].reason} \done")], style)


# The end


def _hypotheses(certificate: Mapping[str, Any]) -> str:
    items = [
        f"\\item {in_latex(is_clause(clause), certificate['notation'])}{f' ({escape(users)})' if users else ''}"
        for clause, users in hypotheses_used(certificate)
    ]
    if not items:
        return ""
    return (
        "\\section*{Hypotheses used}\n\n\\begin{itemize}\n\\setlength{\\itemsep}{2pt}\n"
        + "\n".join(items)
        + "\n\\end{itemize}\n"
    )


def _rules(certificate: Mapping[str, Any]) -> str:
    rows = rules_used(certificate)
    if not rows:
        return ""
    columns = "".join(
        rf">{{\raggedright\arraybackslash}}p{{{width}}}" for width in ("2.8cm", "5.3cm", "2.8cm", "4.2cm")
    )
    head = rf"\begin{{longtable}}{{@{{}}{columns}@{{}}}}"
    titles = "\\toprule\nRule & Statement & Condition & Reference \\\\\n\\midrule\n\\endhead\n\\bottomrule\n\\endfoot"
    body = " \\\\\n\\addlinespace\n".join(" & ".join(_rule_cells(row)) for row in rows)
    table = f"{head}\n{titles}\n{body} \\\\\n\\end{{longtable}}"
    return f"\\need{{{NEEDED}}}\n\\section*{{Rules used}}\n\n{{\\footnotesize\n{table}}}\n"


def _rule_cells(row: Mapping[str, Any]) -> Iterable[str]:
    formula = small(statement(row, term, r"\iff"))
    return escape(row["name"]), f"${formula}$", escape(row["needs"] or "–"), escape(row["reference"])
