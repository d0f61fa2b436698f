"""`python -m benchmarks second`: does latex2sympy2 read the corpus alike, as far as it is asked?

The corpus is the one of `benchmarks check`, or the folder that is given. Exit status 1 where the two readers differ.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from mlce_sym.certificate.writing import plain
from mlce_sym.documents.text.blocks import blocks
from mlce_sym.documents.text.places import Files
from mlce_sym.documents.text.sources import syntax_of
from mlce_sym.reading import ReadingError, Scope, names, read
from mlce_sym.reading.back.comparison import same, text
from mlce_sym.reading.back.engine import Engine
from mlce_sym.reading.back.second import Core, answered, cores
from mlce_sym.reading.signs.tree import Unread

from .check import BESIDE, SUFFIXES


def main(arguments: list[str]) -> None:
    """Print how many numbers are asked about, and each that is read otherwise."""
    folder = Path(*arguments[:1]) if arguments else BESIDE / "corpus"
    paths = sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES)
    asked = {(core.latex, core.term): core for path in paths for core in _cores(path)}
    engine = Engine()
    engine.read(core.latex for core in asked.values())
    counts = Counter(_agreement(core, engine) for core in asked.values())
    print(f"{len(asked)} numbers: {dict(counts)}")
    sys.exit(0 if set(counts) <= {"alike"} else 1)


def _cores(path: Path) -> Iterator[Core]:
    """The numbers of the formulas of a page, in their likeliest reading."""
    for block in blocks(Files().add(str(path), path.read_text(encoding="utf-8")), syntax_of(path.name), {}):
        trees = [part.tree for chain in block.chains for part in chain.parts if part.tree is not None]
        scope = Scope().seeing(*map(names, trees))
        for left, right in pairwise(trees):
            try:
                yield from cores(read((left, right), scope)[0])
            except ReadingError:
                continue


def _agreement(core: Core, engine: Engine) -> str:
    answer = engine.known[core.latex]
    try:
        other = answer if isinstance(answer, Unread) else answered(core, answer)
    except Unread as lost:
        other = lost
    if not isinstance(other, Unread) and same(other, plain(core.term)):
        return "alike"
    print(
        f"{core.latex}: {text(plain(core.term))}; by latex2sympy2 {other if isinstance(other, Unread) else text(other)}"
    )
    return "otherwise"
