"""The book: every document proved, checked, and written as one LaTeX document (`make book`).

`python -m mlce_sym.cli.book FOLDER` writes book.tex and book.pdf.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from ..derivations import NAMES
from ..prompt.prove import Proved, prove
from ..writers.book import document
from . import files

REPORT = (
    "Every step was made by a small kernel, which admits the rules at the end of this book, definitions, hypotheses, "
    "earlier theorems and algebra. Every proof has been replayed from its certificate, and both sides of every step "
    "have been evaluated at random numbers by code that shares nothing with the kernel."
)


def book(documents: Iterable[Proved]) -> str:
    """The text of the book of these documents. To have been proved is to have been checked."""
    return document([proved.certificate for proved in documents], report=REPORT)


def main(folder: Path) -> int:
    """Write the book into a folder, and typeset it."""
    path = folder / "book.tex"
    text = book(map(prove, NAMES))
    try:
        files.write(path, text)
        print(f"{path}: {len(NAMES)} chapters")
        print(files.typeset(path))
    except files.Trouble as trouble:
        print(f"mlce: {trouble}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(*sys.argv[1:2])))
