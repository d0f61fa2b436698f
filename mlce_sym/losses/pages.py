r"""A loss as a page: a LaTeX article or an HTML page of its own, with the rows of the report.

>>> print(in_tex(r"∂/∂$\mu$: 5 %"))
$\partial/\partial$$\mu$: 5 \%
"""

from __future__ import annotations

from collections.abc import Iterator

from ..writers import html, latex
from ..writers.prose import escape
from .derived import Derived
from .report import with_formulas

# What stands between formulas, and has no place in the fonts of LaTeX.
SIGNS = {
    "∂²/∂": r"$\partial^2\!/\partial$",
    "∂/∂": r"$\partial/\partial$",
    "∂": r"$\partial$",
    "∈ ℝ": r"$\in \mathbb{R}$",
    "→": r"$\to$",
}
HEAD = r"""\begin{document}
\begin{center}
\LARGE %s
\end{center}
\bigskip
\begin{longtable}{@{}>{\raggedright}p{2.4cm}>{\raggedright\arraybackslash}p{13.6cm}@{}}
"""
STYLE = """<style>
table.loss :is(td, th) { padding: .45rem .8rem .45rem 0; text-align: left; vertical-align: top; }
table.loss th { font-weight: normal; }
</style>
"""


def as_tex(found: Derived) -> str:
    """A LaTeX article."""
    rows = (rf"{label} & {in_tex(_displayed(content))} \\[4pt]" for label, content in _labelled(found))
    end = "\\end{longtable}\n\\end{document}\n"
    return latex.PREAMBLE + HEAD % escape(found.family.title) + "\n".join(rows) + "\n" + end


def as_html(found: Derived) -> str:
    """An HTML page that needs nothing else."""
    return html.page(found.family.title, STYLE + table(found))


def table(found: Derived) -> str:
    """The rows of the report as a table of HTML."""
    rows = (
        f"<tr>{_heading(label)}<td>{html.prose((content,), found.forms)}</td></tr>"
        for label, content in _labelled(found)
    )
    return '<table class="loss">\n' + "\n".join(rows) + "\n</table>\n"


def _heading(label: str) -> str:
    return f'<th scope="row">{label}</th>' if label else "<td></td>"


def _labelled(found: Derived) -> Iterator[tuple[str, str]]:
    """The rows, each label once."""
    before = ""
    for label, content in with_formulas(found):
        yield label if label != before else "", content
        before = label


def _displayed(content: str) -> str:
    """Formulas as large as in a display."""
    pieces = content.split("$")
    return "$".join(rf"\displaystyle {piece}" if place % 2 else piece for place, piece in enumerate(pieces))


def in_tex(text: str) -> str:
    """Words with formulas between dollar signs, as LaTeX."""
    pieces = text.split("$")
    for place in range(0, len(pieces), 2):
        for sign, written in SIGNS.items():
            pieces[place] = pieces[place].replace(sign, written)
    return escape("$".join(pieces))
