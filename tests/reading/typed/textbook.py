"""The densities of `textbook.txt`: for each its name, the data, a value for each parameter, LaTeX and plain text."""

from pathlib import Path
from typing import NamedTuple


class Entry(NamedTuple):
    name: str
    data: str
    parameters: dict[str, float]
    latex: str
    plain: str


def _entry(block: str) -> Entry:
    name, data, values, latex, plain = block.splitlines()
    pairs = [] if values == "-" else [pair.split(" = ") for pair in values.split(", ")]
    return Entry(name, data, {parameter: float(value) for parameter, value in pairs}, latex, plain)


TEXTBOOK = [
    _entry(block) for block in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").strip().split("\n\n")
]
