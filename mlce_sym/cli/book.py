"""The book: every document proved, checked, and written as one LaTeX document (`make book`).

`python -m mlce_sym.cli.book FOLDER` writes book.tex and book.pdf.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from shutil import copytree, ignore_patterns

from ..derivations import NAMES, PARTS, index, introduction, page
from ..figures.gallery import DRAWN, pictures
from ..prompt.prove import Proved, prove
from ..writers.book import Front, document
from . import files

REPORT = (
    "Every step was made by a small kernel, which admits the rules at the end of this book, definitions, hypotheses, "
    "earlier theorems and algebra. Every proof has been replayed from its certificate, and both sides of every step "
    "have been evaluated at random numbers by code that shares nothing with the kernel."
)


def book(documents: Iterable[Proved]) -> str:
    """The text of the book of these documents. To have been proved is to have been checked."""
    return document([proved.certificate for proved in documents], report=REPORT, front=front())


def front() -> Front:
    """What stands before the theorems: each document's own words open its chapter."""
    openings = {name: paragraphs(page(name).__doc__) for name in NAMES}
    parts = {names[0]: part for part, names in PARTS}
    drawn = {name: pictures(name) for name in NAMES}
    words = {word: places(word) for word in index.words()}
    return Front(version("mlce-sym"), paragraphs(introduction.__doc__ or ""), openings, parts, drawn, words)


def places(word: str) -> tuple[tuple[str, str], ...]:
    """The documents that a word of the index leads to, each with its first theorem that has it in its title, or "".

    >>> places("ridge")
    (('strong-convexity', ''), ('penalty', 'ridge'))
    """
    return tuple((name, own[0] if own else "") for name, own in index.found(word))


def paragraphs(words: str) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in words.strip().split("\n\n"))


def _proved(chapter: tuple[int, str]) -> Proved:
    """A chapter; on a terminal it is said which one."""
    number, name = chapter
    if sys.stderr.isatty():
        print(
            f"\r{number}/{len(NAMES)} {name}\x1b[K",
            end="" if number < len(NAMES) else "\n",
            file=sys.stderr,
            flush=True,
        )
    return prove(name)


def main(folder: Path) -> int:
    """Write the book into a folder, and typeset it."""
    path = folder / "book.tex"
    text = book(map(_proved, enumerate(NAMES, 1)))
    try:
        files.write(path, text)
        print(f"{path}: {len(NAMES)} chapters")
        copytree(DRAWN, folder / "figures", ignore=ignore_patterns("*.svg"), dirs_exist_ok=True)
        print(files.typeset(path, folder / "figures"))
    except files.Trouble as trouble:
        print(f"mlce: {trouble}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(*sys.argv[1:2])))
