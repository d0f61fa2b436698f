"""The guides and the reference: sections of the README, and the files of `docs/`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .links import relinked

ROOT = Path(__file__).parent.parent
PAGES = Path(__file__).with_name("pages")

# The sections of the README that are guides, by their headings.
SECTIONS = {
    "On the command line": "command-line",
    "The loss of a likelihood": "loss",
    "Checking what you write": "checking",
    "At the prompt": "prompt",
    "In tests": "tests",
    "Why believe it": "believe",
}
TOP = ("index", "playground", "checker", "api")  # the pages of PAGES that are no guides
REFERENCE = ("check", "reading", "rules", "functions", "certificate", "coq", "mutations")
FILES = {
    **{f"docs/{name}.md": f"reference/{name}.md" for name in REFERENCE},
    **{"CONTRIBUTING.md": "reference/contributing.md", "CHANGELOG.md": "reference/changes.md"},
}


def pages(documents: tuple[str, ...]) -> dict[str, str]:
    """The page of each file of the checkout that has one."""
    return {**FILES, **{f"output/{name}.md": f"book/{name}.md" for name in documents}, "README.md": "index.md"}


def guides(documents: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    known = pages(documents)
    for path in sorted(PAGES.iterdir()):
        yield path.name if path.stem in TOP else f"guides/{path.name}", path.read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for heading, name in SECTIONS.items():
        page = f"guides/{name}.md"
        body = readme.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
        yield page, relinked(f"# {heading}\n{body}", "README.md", page, known)
    for file, page in FILES.items():
        text = (ROOT / file).read_text(encoding="utf-8")
        title = "" if text.startswith("#") else f"# {Path(file).stem.capitalize()}\n\n"  # a table alone
        yield page, relinked(f"{title}{text}", file, page, known)
