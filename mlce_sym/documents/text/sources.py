"""Files as text: .tex, Markdown, notebooks; each whole, in UTF-8, and of moderate size.

>>> from mlce_sym.documents.text.places import Files
>>> notebook = '{"cells": [{"cell_type": "markdown", "source": ["$a = a$"]}, {"cell_type": "code", "source": "1"}]}'
>>> [text.text for text in texts_of("a.ipynb", notebook, Files())]
['$a = a$']
"""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any

from ...terms.errors import MlceError
from .pieces import MARKDOWN, TEX
from .places import Files, Text

LARGEST = 5_000_000  # bytes
SUFFIXES = {**dict.fromkeys((".tex", ".ltx", ".latex"), TEX), **dict.fromkeys((".md", ".markdown"), MARKDOWN)}
NOTEBOOK = ".ipynb"
INPUTENC = re.compile(
    rb"\\usepackage\s*\[([a-z0-9]+)\]\s*\{inputenc\}"
)  # the encoding that a LaTeX document says it has
ENCODINGS = {b"latin1": "latin-1", b"latin9": "iso8859-15", b"ansinew": "cp1252", b"cp1252": "cp1252"}
DEEPEST = 10  # files in files


class Unreadable(MlceError):
    """A document that cannot be read; the message says which, why, and what to do."""


def syntax_of(name: str) -> str:
    """The syntax of a file by its name, or of what is read from standard input. Raises Unreadable."""
    suffix = PurePath(name).suffix.casefold()
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    if suffix in (NOTEBOOK, "", ".txt"):
        return MARKDOWN
    raise Unreadable(f"{name}: it is not known how to read {suffix} files; give a .tex, .md or .ipynb file")


def is_path(text: str) -> bool:
    """Is it the name of a file and no text?

    >>> is_path("notes/homework.tex"), is_path("We see $a.md$")
    (True, False)
    """
    return not re.search(r"[\s$]", text) and PurePath(text).suffix.casefold() in (*SUFFIXES, NOTEBOOK)


def syntax_seen(text: str) -> str:
    """The syntax of a text that has no name: LaTeX where it has a command that only documents have."""
    return TEX if "\\documentclass" in text or "\\section" in text or "\\begin{proof}" in text else MARKDOWN


def read_file(path: Path) -> str:
    """What stands in a file. Raises Unreadable."""
    try:
        data = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError as error:
        raise Unreadable(f"{path}: cannot be read ({error.strerror})") from None
    if data is None:
        raise Unreadable(f"{path}: is larger than {LARGEST:,} bytes; split it")
    return decoded(data, str(path))


def included(folder: Path | None, name: str, depth: int) -> Path:
    r"""The file that a document in a folder names with \input, if it lies there. Raises Unreadable."""
    if folder is None or depth >= DEEPEST:
        why = "files read each other" if folder else "no file says in which folder it lies"
        raise Unreadable(f"{name} is not read, for {why}")
    path = folder / (name if name.endswith(".tex") else f"{name}.tex")
    if not path.resolve().is_relative_to(folder.resolve()):
        raise Unreadable(f"{name} is not read, for it lies outside of the document's folder")
    return path


def decoded(data: bytes, name: str) -> str:
    """UTF-8, or the encoding that it says itself, as text, with line feeds at the ends of lines. Raises Unreadable.

    >>> decoded(b"\\\\usepackage[latin1]{inputenc} \\xe9t\\xe9", "a.tex")[-3:]
    'été'
    """
    if len(data) > LARGEST:
        raise Unreadable(f"{name}: is larger than {LARGEST:,} bytes; split it")
    try:
        text = data.decode(_encoding(data))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Unreadable(f"{name}:{line}: is not {error.encoding.upper()} there; save it in UTF-8") from None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise Unreadable(f"{name}:{line}: has a null byte; is it a text?")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _encoding(data: bytes) -> str:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    said = INPUTENC.search(data)
    return ENCODINGS.get(said[1], "utf-8-sig") if said else "utf-8-sig"


def texts_of(name: str, text: str, files: Files) -> Iterator[Text]:
    """The text of a document, or of each Markdown cell of a notebook. Raises Unreadable."""
    if PurePath(name).suffix.casefold() != NOTEBOOK:
        yield files.add(name, text)
        return
    for number, cell in enumerate(_cells(name, text), 1):
        source = cell.get("source", "")
        if cell.get("cell_type") == "markdown":
            yield files.add(f"{name}[{number}]", source if isinstance(source, str) else "".join(map(str, source)))


def _cells(name: str, text: str) -> list[dict[str, Any]]:
    try:
        cells = json.loads(text)["cells"]
    except (ValueError, KeyError, TypeError, RecursionError):
        cells = None
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        raise Unreadable(f"{name}: is no notebook; it is JSON with a list of cells")
    return cells
