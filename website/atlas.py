"""The loss atlas: a page for each family, with its loss, what is dropped, slopes, estimate, code and theorems."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from mlce_sym import loss, prove
from mlce_sym.families.families import ALIASES, FAMILIES
from mlce_sym.losses.pages import table
from mlce_sym.losses.plots import save
from mlce_sym.losses.vector_families import VECTORS
from mlce_sym.terms.errors import MlceError, NoSuchName
from mlce_sym.writers.layout import sections

from .chapters import own_links, raw, theorems

TITLE = """# The loss atlas

A likelihood on the left, its loss on the right: each family with the loss that its density gives, every constant and
factor that is dropped, gradient and Hessian, the estimate where there is a closed form, code that neither overflows
nor cancels, and the theorems behind it. `mlce loss NAME` derives any of these pages anew, and `mlce loss --density …`
one for a density of your own.
"""
CODE = "## Code\n\nFor NumPy; `--code python`, `torch` and `jax` write the others."


def families() -> list[Any]:
    return [*FAMILIES, *(vectors.family for vectors in VECTORS.values())]


def atlas(processes: int, folder: Path) -> Iterator[tuple[str, str]]:
    """The pages, derived by several processes, which put the pictures into the folder."""
    known = families()
    rows = (f"| [{f.name}]({f.name}.md) | {f.title} | {f.called or '–'} |" for f in known)
    listed = "\n".join(("```{toctree}", ":hidden:", "", *(f.name for f in known), "```"))
    yield (
        "atlas/index.md",
        "\n".join((TITLE, "| Name | Likelihood | Loss |", "| --- | --- | --- |", *rows, "", listed, "")),
    )
    with Pool(processes) as pool:
        yield from pool.imap(partial(_page, folder), [family.name for family in known])


def _page(folder: Path, name: str) -> tuple[str, str]:
    family = next(family for family in families() if family.name == name)
    found = loss(name)
    proved = prove(found.document)
    certificate = proved.certificate
    also = " ".join(word for word, plain in ALIASES.items() if plain == name)
    parts = (
        f'---\nmyst:\n  html_meta:\n    keywords: "{name} {also} {family.called}"\n---\n',
        f"# {family.title}\n",
        f"`mlce loss {name}`{f' (also: {also})' if also else ''}\n",
        *_plot(found, folder / "atlas" / f"{name}.svg"),
        raw(table(found)),
        *_code(found),
        *theorems(f"loss-{name}", certificate, sections(certificate), own_links(f"loss-{name}", certificate)),
    )
    return f"atlas/{name}.md", "\n".join((*parts, ""))


def _plot(found: Any, path: Path) -> Iterator[str]:
    """The picture of the loss, where there is one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(MlceError):
        save(found, path)
        words = "The loss of one observation, its slope, and the log-likelihood of a sample."
        yield f"```{{image}} {path.name}\n:alt: {words}\n:class: plot\n```\n"


def _code(found: Any) -> Iterator[str]:
    with suppress(NoSuchName):  # families of vectors have none yet
        yield f"\n{CODE}\n\n```python\n{found.code('numpy').strip()}\n```\n"
