r"""The documents as one LaTeX book: contents, notation, the theorems by chapters, and the rule reference.

A theorem that several documents have, up to its role, stands in the first of them alone; the later ones refer to it by
its number.

>>> one = {"title": "One", "notation": {}, "theorems": [{"name": "t", "role": "lemma", "steps": []}]}
>>> two = {"title": "Two", "notation": {}, "theorems": [{"name": "t", "role": "theorem", "steps": []}]}
>>> [(chapter.labels, chapter.elsewhere) for chapter in chapters([one, two])]
[({'t': 'Theorem 1.1'}, frozenset()), ({'t': 'Theorem 1.1'}, frozenset({'t'}))]
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from .bibliography import bibliography, cited
from .index import index
from .latex import COMMANDS, PACKAGES, Style, in_order
from .latex_terms import term
from .layout import Entry, rules_used, sections
from .notation_page import notation_page
from .pictures import Picture, in_latex
from .prose import escape, plain, small
from .rules import statement
from .safe import check

Plain = Mapping[str, Any]

TITLE, SUBTITLE = "Maximum likelihood and cross-entropy", "Theorems with proofs that a machine has checked"
AUTHORS, LICENCE = "The mlce_sym authors", "under the MIT licence"
QUESTION = "People say that maximising the likelihood is minimising the cross-entropy. Is there a proof?"

# A statement stays with the proof below it; so a page that has little left need not be ended before them.
PAGES = r"""\makeatletter
\@endparpenalty=10000
\g@addto@macro\th@plain{\interlinepenalty=10000\interdisplaylinepenalty=10000\postdisplaypenalty=10000}
\makeatother
\let\roomfor\need
\renewcommand{\need}[1]{\roomfor{0.6\dimexpr#1\relax}}
"""
# Chapters follow one another without a new page; a page where one begins has no running head.
PREAMBLE = rf"""\documentclass[11pt,a4paper]{{report}}
{PACKAGES}\usepackage{{color,graphicx,multicol}}
\usepackage[unicode,colorlinks]{{hyperref}}
\newtheorem{{theorem}}{{Theorem}}[chapter]
{COMMANDS}{PAGES}\definecolor{{link}}{{rgb}}{{0.1,0.2,0.5}}
\hypersetup{{allcolors=link,bookmarksnumbered,bookmarksdepth=1,pdftitle={{{TITLE}}},pdfauthor={{{escape(AUTHORS)}}}}}
\pagestyle{{headings}}
\renewcommand{{\chaptermark}}[1]{{\markright{{\thechapter\quad #1}}}}
\newcommand{{\unnumbered}}[1]{{\chapter*{{#1}}\markright{{#1}}}}
\newcommand{{\listed}}[1]{{\unnumbered{{#1}}\addcontentsline{{toc}}{{chapter}}{{#1}}}}
\makeatletter
\renewcommand{{\chapter}}{{\need{{7cm}}\thispagestyle{{plain}}\vspace{{1.5cm}}\@afterindentfalse\secdef\@chapter\@schapter}}
\newcommand{{\opening}}[2]{{\nobreak{{\parindent0pt\raggedright#1\LARGE\bfseries#2\par}}\nobreak\vspace{{0.5cm}}}}
\renewcommand{{\@makechapterhead}}[1]{{\opening{{\large Chapter \thechapter\par\nobreak\vspace{{0.2cm}}}}{{#1}}}}
\renewcommand{{\@makeschapterhead}}[1]{{\opening{{}}{{#1}}}}
\graphicspath{{{{figures/}}{{../mlce_sym/figures/drawn/}}}}
\newcommand{{\drawing}}[2]{{\begin{{center}}\begin{{minipage}}{{\textwidth}}\centering\includegraphics{{#1}}\par\medskip
\refstepcounter{{figure}}\parbox{{12cm}}{{\small\textbf{{Figure \thefigure.}} #2}}\end{{minipage}}\end{{center}}}}
\newcommand{{\byrule}}[2]{{{{\hypersetup{{linkcolor=black}}\hyperlink{{rule:#1}}{{#2}}}}}}
\newcommand{{\target}}[1]{{\hypertarget{{work:#1}}{{[#1]}}}}
\newcommand{{\work}}[1]{{\hyperlink{{work:#1}}{{[#1]}}}}
\newcommand{{\indexed}}[1]{{\par\hangindent1em\let\before\@empty#1}}
\newcommand{{\at}}[1]{{\edef\here{{\getpagerefnumber{{#1}}}}\ifx\here\before\else,~\pageref{{#1}}\fi\let\before\here}}
\setcounter{{tocdepth}}{{0}}
\newcommand{{\contents}}{{\unnumbered{{Contents}}{{\hypersetup{{linkcolor=black}}\@starttoc{{toc}}}}}}
\newcommand{{\bookpart}}[1]{{\addtocontents{{toc}}{{\protect\partline{{#1}}}}}}
\newcommand{{\partline}}[1]{{\addpenalty{{-\@highpenalty}}\addvspace{{0.8em}}\noindent\textbf{{#1}}\par\nobreak}}
\renewcommand{{\l@chapter}}{{\@dottedtocline{{0}}{{0em}}{{2em}}}}
\makeatother
"""

RULES = (
    "The rules that the proofs use, in the order of the alphabet. Every variable and function in a rule is schematic: "
    "it stands for any number, set or function for which both sides are defined and the condition holds. The name in "
    "typewriter letters is that of the rule's lemma in Coq."
)


class Front(NamedTuple):
    """What the book has beside the theorems: its version, an introduction, and by the names of documents the words that
    open each chapter, the parts that begin with one, and the pictures; and the words of the index, with the documents
    and theorems that each leads to."""

    version: str = ""
    introduction: str = ""
    openings: Mapping[str, str] = {}
    parts: Mapping[str, str] = {}
    pictures: Mapping[str, Sequence[Picture]] = {}
    words: Mapping[str, Sequence[tuple[str, str]]] = {}


NOTHING = Front()


class Chapter(NamedTuple):
    """A document in the book, the labels of its theorems, and the names of those that an earlier chapter has."""

    certificate: Plain
    labels: Mapping[str, str]
    elsewhere: frozenset[str]


def document(certificates: Sequence[Plain], *, report: str = "", front: Front = NOTHING) -> str:
    """The book of the documents, in their order; `report` says on the title page how they were checked."""
    for certificate in certificates:
        check(certificate)
    book = chapters(certificates)
    used = {str(row["name"]): row for certificate in certificates for row in rules_used(certificate)}
    parts = (
        PREAMBLE,
        "\\begin{document}\n",
        _title_page(book, report, front.version),
        "\\contents\n\\clearpage\n\\pagenumbering{arabic}\n",
        f"\\listed{{Introduction}}\n\n{escape(front.introduction)}\n" if front.introduction else "",
        f"\\listed{{Notation}}\n\n{notation_page(certificates)}\n",
        *(_chapter(chapter, front, used) for chapter in book),
        _rule_reference(used),
        f"\\listed{{Bibliography}}\n\n{bibliography()}",
        _index(book, front),
        "\\end{document}",
    )
    return "\n".join(parts) + "\n"


# Which theorem stands where


def chapters(certificates: Sequence[Plain]) -> tuple[Chapter, ...]:
    """The documents, with the labels that their theorems have in the book."""
    roles = _roles(certificates)
    labels: dict[str, str] = {}
    found = []
    for number, certificate in enumerate(certificates, 1):
        keys = {theorem["name"]: _key(theorem) for theorem in certificate["theorems"]}
        elsewhere = frozenset(name for name, key in keys.items() if key in labels)
        new = [key for key in keys.values() if key not in labels]
        labels |= {key: f"{roles[key].capitalize()} {number}.{k}" for k, key in enumerate(new, 1)}
        known = {name: labels[key] for name, key in keys.items()}
        found.append(Chapter(_with_roles(certificate, roles), known, elsewhere))
    return tuple(found)


def _key(theorem: Plain) -> str:
    """A theorem up to its role."""
    return json.dumps({field: value for field, value in theorem.items() if field != "role"}, sort_keys=True)


def _roles(certificates: Iterable[Plain]) -> dict[str, str]:
    """What is a theorem in one document is none the less one for being quoted as a lemma in others."""
    roles: dict[str, str] = {}
    for theorem in (theorem for certificate in certificates for theorem in certificate["theorems"]):
        key = _key(theorem)
        roles[key] = "theorem" if "theorem" in (theorem["role"], roles.get(key)) else theorem["role"]
    return roles


def _with_roles(certificate: Plain, roles: Mapping[str, str]) -> Plain:
    return {**certificate, "theorems": [{**t, "role": roles[_key(t)]} for t in certificate["theorems"]]}


# Chapters


def _chapter(chapter: Chapter, front: Front, rules: Iterable[str]) -> str:
    certificate = chapter.certificate
    name = str(certificate["name"])
    opening = f"{escape(front.openings[name])}\n\n" if name in front.openings else ""
    part = rf"\bookpart{{{escape(front.parts[name])}}}" + "\n" if name in front.parts else ""
    found = sections(certificate, labels=chapter.labels, elsewhere=chapter.elsewhere)
    body = "\n".join(in_order(found, certificate["notation"], Style(mark=_mark)))
    heading = f"{part}\\chapter{{{_heading(certificate['title'])}}}\\label{{chapter:{name}}}\n\n"
    pictures = "\n".join(map(in_latex, front.pictures.get(name, ())))
    known = _any_of(rules)
    linked = AT_ONCE.sub(lambda line: _linked(line[0], known), DISPLAY.sub(lambda d: _together(d, known), body))
    return f"{heading}{opening}{pictures}{linked}"


def _mark(entry: Entry) -> str:
    """The anchor of a theorem, and its line in the contents, which leave the lemmas out."""
    number = entry.label.split()[-1]
    line = rf"\addcontentsline{{toc}}{{section}}{{\protect\numberline{{{number}}}{_heading(entry.theorem['title'])}}}"
    return rf"\label{{{number}}}" + (line if entry.theorem["role"] == "theorem" else "")


def _heading(title: str) -> str:
    """A title, and where it has formulas, the words that PDF bookmarks have for them."""
    tex, words = escape(title), re.sub("([&%#_{}])", r"\\\1", plain(title).replace("^T", "'"))
    words = words.replace("^", r"\textasciicircum ")
    return rf"\texorpdfstring{{{tex}}}{{{words}}}" if "$" in tex else tex


DISPLAY = re.compile(r"(?<=\\begin\{flalign\*\}\n).*?(?=\n\\end\{flalign\*\})", re.DOTALL)
CONTINUED = r"\quad &"  # a row that goes on with the line above it, or gives its reason
AT_ONCE = re.compile(r"(?m)^\\atonce\{.*")
LABEL = re.compile(r"\b(Theorem|Lemma) (\d+\.\d+)")
ARTICLE = re.compile(r"^(a|an|the) ")  # which is not what a rule is looked for by
SHORT = re.compile(r" (\$[^$]{1,9}\$)")  # a short formula stays with the word before it


def _any_of(rules: Iterable[str]) -> re.Pattern[str]:
    """The names of rules in a reason: at its beginning, where it may be a sentence, or after a comma."""
    names = sorted((escape(name) for name in rules), key=len, reverse=True)
    either = "|".join(f"[{n[0].upper()}{n[0]}]{re.escape(n[1:])}" for n in names)
    return re.compile(rf"(?<=[{{ ])(?<!\w )({either})(?=[ ,.}}])")


def _together(display: re.Match[str], rules: re.Pattern[str]) -> str:
    """The display with its references as links, and no page ended where that would be a pity."""
    rows = [_referring(row, rules) for row in display[0].split(" \\\\\n")]
    stated = r"\why" not in display[0]  # a statement, of one piece
    free = [not stated and 1 < k < len(rows) - 1 and not row.startswith(CONTINUED) for k, row in enumerate(rows)]
    ends = [" \\\\\n" if may else " \\\\*\n" for may in free]
    return "".join(end + row for end, row in zip(ends, rows, strict=True)).removeprefix(ends[0])


def _referring(row: str, rules: re.Pattern[str]) -> str:
    before, formula, reason = row.partition("&& ")
    return before + formula + _linked(reason, rules)


def _linked(reason: str, rules: re.Pattern[str]) -> str:
    """A reason with its rules and theorems as links."""
    at_rules = rules.sub(lambda m: rf"\byrule{{{_anchor(m[0])}}}{{{m[0]}}}", reason)
    return LABEL.sub(r"\\hyperref[\2]{\1~\2}", SHORT.sub(r"~\1", at_rules))


def _anchor(rule: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", rule.lower())


# Before and after


def _title_page(book: Sequence[Chapter], report: str, version: str) -> str:
    printed = [t for c in book for t in c.certificate["theorems"] if t["name"] not in c.elsewhere]
    counts = f"{len(book)} chapters, {len(printed)} theorems and lemmas, {sum(len(t['steps']) for t in printed)} steps."
    return (
        "\\pagenumbering{roman}\n\\thispagestyle{empty}\n\\begin{center}\n\\vspace*{5cm}\n"
        f"{{\\Huge\\bfseries {escape(TITLE)}\\par}}\n\\bigskip\n{{\\Large {escape(SUBTITLE)}\\par}}\n"
        f"\\bigskip\n{escape(AUTHORS)}{f', version {version}' if version else ''}; {LICENCE}\n"
        f"\\vspace{{2cm}}\n\n\\textit{{{escape(QUESTION)}}}\n"
        f"\\vfill\n\\parbox{{12cm}}{{\\small\\raggedright {counts} {escape(report)}}}\n\\vspace*{{2cm}}\n"
        "\\end{center}\n\\clearpage\n"
    )


def _rule_reference(rules: Mapping[str, Plain]) -> str:
    widths = ("3.7cm", "5.0cm", "2.7cm", "3.9cm")
    columns = "".join(rf">{{\raggedright\arraybackslash\lineskiplimit2pt\lineskip2pt}}p{{{width}}}" for width in widths)
    titles = "\\toprule\nRule & Statement & Condition & Reference \\\\\n\\midrule\n\\endhead\n\\bottomrule\n\\endfoot"
    ordered = sorted(rules.values(), key=lambda row: ARTICLE.sub("", str(row["name"]).lower()))
    body = " \\\\\n\\addlinespace\n".join(" & ".join(_cells(row)) for row in ordered)
    table = f"\\begin{{longtable}}{{@{{}}{columns}@{{}}}}\n{titles}\n{body} \\\\\n\\end{{longtable}}"
    return f"\\listed{{Rule reference}}\n\n{escape(RULES)}\n\n{{\\footnotesize\n{table}}}\n"


def _cells(row: Plain) -> Iterator[str]:
    lemma_name = escape(row["lemma"]).replace(r"\_", r"\_\allowbreak ")
    lemma = rf"\texttt{{{lemma_name}}}" if row["lemma"] else escape(f"no lemma: {row['uncertified']}")
    formula = small(statement(row, term, r"\iff")).replace(r"\bigr) \sum", r"\bigr) \allowbreak \sum")
    name = escape(ARTICLE.sub("", row["name"]))
    yield rf"\hypertarget{{rule:{_anchor(escape(row['name']))}}}{{{name}}} \newline {{\scriptsize {lemma}}}"
    yield f"${formula}$"
    yield escape(row["needs"] or "–")
    yield cited(row["reference"])


def _index(book: Sequence[Chapter], front: Front) -> str:
    """Each word with the place of a theorem in a chapter, or else of the chapter."""
    names = {str(chapter.certificate["name"]): chapter.labels for chapter in book}
    places = {
        word: [_place(names[name], name, theorem) for name, theorem in found if name in names]
        for word, found in front.words.items()
    }
    known = {word: labels for word, labels in places.items() if labels}
    return f"\\listed{{Index}}\n\n{index(known)}" if known else ""


def _place(labels: Mapping[str, str], name: str, theorem: str) -> str:
    return labels[theorem].split()[-1] if theorem in labels else f"chapter:{name}"
