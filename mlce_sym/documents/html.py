"""A page with each formula of a document beside its verdict, as the document has it; it needs no script and no net."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from ..terms.errors import Malformed
from ..writers.mathml import mathml
from .checked import Checked, summary
from .equations.links import ASSUMPTION, DEFINITION, FAILS, FOLLOWS, PROVED, REFUTED, UNKNOWN, Link

MARKS = {PROVED: "✓", FOLLOWS: "✓", REFUTED: "✗", FAILS: "✗", DEFINITION: "≔", ASSUMPTION: "•", UNKNOWN: "?"}
SIGNS = {
    **{"<=": r"\leq", ">=": r"\geq", "!=": r"\neq", ":=": ":=", "∝": r"\propto", "≈": r"\approx", "∼": r"\sim"},
    **{"∈": r"\in", "≡": r"\equiv"},
}
STYLE = """
body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; font: 16px/1.5 Georgia, serif; }
h1 { font-size: 1.4rem; } h2 { font-size: 1rem; color: #666; margin: 1.6rem 0 .3rem; font-weight: normal; }
.link { display: grid; grid-template-columns: 3.5rem minmax(0, 3fr) minmax(0, 2fr); gap: 1rem; padding: .5rem .6rem;
  border-left: 4px solid #bbb; margin: .25rem 0; background: #fafafa; align-items: center; }
.link > .at { color: #888; font-size: .8rem; } .formula { overflow-x: auto; overflow-y: hidden; }
.proved, .follows { border-color: #2a8a3e; } .refuted, .does-not-follow { border-color: #c22; background: #fff3f2; }
.unknown { border-color: #d9a400; } .definition, .assumption { border-color: #5577bb; }
.verdict b { font-variant: small-caps; } .verdict p { margin: .15rem 0; font-size: .9rem; color: #444; }
table { border-collapse: collapse; font-size: .9rem; margin: .3rem 0; } td, th { border: 1px solid #ddd;
  padding: .1rem .6rem; text-align: left; font-weight: normal; } code { white-space: pre-wrap; font-size: .85rem; }
math { font-size: 1.1rem; } footer { color: #888; margin-top: 2rem; font-size: .85rem; }
@media (max-width: 45rem) { .link { grid-template-columns: 1fr; gap: .2rem; } }
"""


def page(checked: Iterable[Checked]) -> str:
    """One page for all documents."""
    listed = [*checked]
    body = "\n".join(map(_document, listed))
    title = ", ".join(one.name for one in listed)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f'<meta name="viewport" content="width=device-width">\n<style>{STYLE}</style>\n</head>\n<body>\n'
        f"{body}\n</body>\n</html>\n"
    )


def links(checked: Checked, level: int = 2) -> str:
    """The formulas of one document, with headings of that level; what a part of a page is made of."""
    return "\n".join(_links(checked, level))


def _document(checked: Checked) -> str:
    return f"<h1>{escape(checked.name)}</h1>\n<p>{escape(summary(checked.counts))}</p>\n{links(checked)}"


def _links(checked: Checked, level: int) -> Iterator[str]:
    for block, found in groupby(checked.links, key=lambda link: (link.place.file, link.block)):
        yield f"<h{level}>{escape(block[1])}</h{level}>"
        yield from map(_link, found)
    yield from (f"<footer>{escape(note)}</footer>" for note in checked.notes)


def _link(link: Link) -> str:
    status = link.verdict.status
    return (
        f'<div class="link {status.replace(" ", "-")}"><span class="at">line {link.place.line}</span>'
        f'<div class="formula">{_formula(link)}</div><div class="verdict">{_verdict(link)}</div></div>'
    )


def _formula(link: Link) -> str:
    """The link typeset; what cannot be, as it is written."""
    left, right = link.expanded or (link.lhs, link.rhs)
    try:
        if link.relation:
            return mathml(f"{left} {SIGNS.get(link.relation, link.relation)} {right}", display=True)
    except Malformed:
        pass
    written = f"{link.lhs} {link.relation} {link.rhs}".strip()
    return f"<code>{escape(written)}</code>"


def _verdict(link: Link) -> str:
    verdict = link.verdict
    found = [f"<b>{MARKS[verdict.status]} {escape(verdict.status)}</b>"]
    found += [f"<p>{escape(line)}</p>" for line in (verdict.reason, *verdict.hints) if line]
    if verdict.counterexample:
        rows = "".join(
            f"<tr><td>{escape(one)}</td><td>{escape(value)}</td></tr>" for one, value in verdict.counterexample.items()
        )
        sides = zip(("left side", "right side"), verdict.values or (), strict=False)
        rows += "".join(f"<tr><th>{which}</th><td>{escape(value)}</td></tr>" for which, value in sides)
        found.append(f"<table>{rows}</table>")
    if verdict.conditions and not verdict.counterexample:
        found.append(f"<p>where {escape('; '.join(verdict.conditions))}</p>")
    found += [f"<p>reading: {escape(reading)}</p>" for reading in verdict.readings]
    return "".join(found)
