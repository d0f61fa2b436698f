"""Pages with theorems: a heading for each, with its statement and proof as the writer of HTML has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from mlce_sym.derivations import PARTS, index, introduction, page
from mlce_sym.derivations.aliases import ALIASES

from mlce_sym.cli.book import paragraphs, places
from mlce_sym.figures.gallery import FIGURES
from mlce_sym.writers.book import Chapter, chapters
from mlce_sym.writers.certified import numbered
from mlce_sym.writers.html import parts
from mlce_sym.writers.index import heading
from mlce_sym.writers.layout import Section, sections

Plain = Mapping[str, Any]
Pages = Iterator[tuple[str, str]]


def book(certificates: Sequence[Plain]) -> Pages:
    """The chapters, each theorem under the number that it has in the printed book, and their contents."""
    yield "book/index.md", contents()
    found = chapters(certificates)
    homes = {label: home for chapter in found for label, home in _own(chapter)}
    yield "book/words.md", words({str(chapter.certificate["name"]): chapter.labels for chapter in found})
    for chapter in found:
        yield f"book/{chapter.certificate['name']}.md", _chapter(chapter, homes)


def contents() -> str:
    """The parts, with the introduction before them."""
    lines = ["# The book", "", paragraphs(introduction.__doc__ or ""), ""]
    for part, names in PARTS:
        lines += [f"## {part}", "", *_listed(names)]
    lines += ["## Index", "", *_listed(("words",))]
    return "\n".join(lines)


def _listed(names: Iterable[str]) -> tuple[str, ...]:
    return ("```{toctree}", ":maxdepth: 1", "", *names, "```", "")


def words(labels: Mapping[str, Mapping[str, str]]) -> str:
    """The index: by each word the theorems that have it in their titles, or the chapters that it leads to."""
    lines = ["# What is treated where", ""]
    for word in sorted(index.words(), key=lambda word: heading(word).casefold()):
        known = [place for place in places(word) if place[0] in labels]
        lines += [f"- {heading(word)}: {', '.join(_place(labels, *place) for place in known)}"] if known else []
    return "\n".join((*lines, ""))


def _place(labels: Mapping[str, Mapping[str, str]], name: str, theorem: str) -> str:
    label = labels[name].get(theorem)
    return f"{{ref}}`{label} <{anchor(name, theorem)}>`" if label else f"[{page(name).TITLE}]({name}.md)"


def _own(chapter: Chapter) -> Iterator[tuple[str, str]]:
    name = chapter.certificate["name"]
    own = ((theorem, label) for theorem, label in chapter.labels.items() if theorem not in chapter.elsewhere)
    yield from ((label, f"{name}.html#{anchor(name, theorem)}") for theorem, label in own)


def _chapter(chapter: Chapter, homes: Mapping[str, str]) -> str:
    certificate = chapter.certificate
    name = str(certificate["name"])
    links = {t: link(homes[label].removeprefix(f"{name}.html"), label) for t, label in chapter.labels.items()}
    found = sections(certificate, labels=chapter.labels, elsewhere=chapter.elsewhere)
    head = f'---\nmyst:\n  html_meta:\n    keywords: "{ALIASES[name]}"\n---\n'
    opening = paragraphs(page(name).__doc__ or "")
    ends = f"`mlce prove {name}` proves this chapter anew; `--format tex`, `md`, `html`, `json` and `coq` write it.\n"
    return "\n".join(
        (
            head,
            f"# {page(name).TITLE}\n",
            opening,
            "",
            *_figures(name),
            *theorems(name, certificate, found, links),
            ends,
        )
    )


def _figures(name: str) -> Iterator[str]:
    for figure in (figure for figure in FIGURES if figure.document == name):
        alt = figure.shows.replace("\n", " ")
        yield f"```{{figure}} ../figures/{figure.svg.name}\n:alt: {alt}\n\n{figure.caption}\n```\n"


def theorems(page_name: str, certificate: Plain, found: Iterable[Section], links: Mapping[str, str]) -> Iterator[str]:
    """The sections of a page, as Markdown around the HTML of their formulas."""
    for section in found:
        for part in parts(section, certificate["notation"], links):
            target = f"({anchor(page_name, part.name)})=\n" if part.name else ""
            yield f"{target}## {''.join(map(str, part.title))}\n\n{raw(part.body)}"


def own_links(page_name: str, certificate: Plain) -> dict[str, str]:
    """The theorems of a page that is alone."""
    known = numbered(certificate["theorems"])
    return {name: link(f"#{anchor(page_name, name)}", label) for name, label in known.items()}


def link(target: str, label: str) -> str:
    return f'<a href="{escape(target)}">{label}</a>'


def anchor(page_name: str, theorem: str) -> str:
    return f"{page_name}-{theorem}".lower().replace("_", "-").replace(" ", "-")


def raw(html: str) -> str:
    """HTML as it stands."""
    return f"````{{raw}} html\n{html.strip()}\n````\n"
