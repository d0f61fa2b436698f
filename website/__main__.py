"""`python -m website FOLDER`: the site in that folder; status 1, with the links that lead nowhere, if there are any."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from mlce_sym.derivations import NAMES
from sphinx.application import Sphinx

from mlce_sym import prove
from mlce_sym.figures.gallery import DRAWN

from . import notebooks
from .atlas import atlas
from .chapters import book
from .guides import guides
from .links import broken

HERE = Path(__file__).parent


def pages(folder: Path) -> Iterator[tuple[str, str]]:
    """Every page as Markdown, by its place; the pictures of losses are put into the folder."""
    yield from guides(NAMES)
    yield from notebooks.pages()
    yield from book([prove(name).certificate for name in NAMES])
    yield from atlas(os.cpu_count() or 1, folder)


def written(folder: Path) -> None:
    """The pages as files, and the figures beside them."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in pages(folder):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copytree(DRAWN, folder / "figures", ignore=shutil.ignore_patterns("*.pdf"))


def main(site: Path, work: Path) -> int:
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    written(work / "source")
    shutil.rmtree(site, ignore_errors=True)
    shutil.rmtree(work / "doctrees", ignore_errors=True)
    sphinx = Sphinx(
        work / "source", HERE, site, work / "doctrees", "html", status=None, warningiserror=True, freshenv=True
    )
    sphinx.build()
    shutil.rmtree(site / ".buildinfo", ignore_errors=True)
    wrong = list(broken(site.resolve()))
    print(*wrong, sep="\n", end="\n" if wrong else "")
    count = len(list(site.rglob("*.html")))
    print(f"{site}: {count} pages" if not (wrong or sphinx.statuscode) else f"{site}: {len(wrong)} broken links")
    return 1 if wrong or sphinx.statuscode else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path("build/site-work")))
