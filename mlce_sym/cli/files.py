"""Reading and writing files: whole or not at all, and a TeX engine where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from ..certificate.reading import LARGEST, decode
from ..terms.errors import Malformed, MlceError

ENGINES = {
    "latexmk": ("-pdf", "-interaction=nonstopmode", "-halt-on-error", "-quiet"),
    "pdflatex": ("-interaction=nonstopmode", "-halt-on-error"),
    "tectonic": (),
}
SECONDS, COLUMNS = 120, 100


class Trouble(MlceError):
    """A file that cannot be read, written or typeset; the message says which, why, and what to do."""


def target(output: Path | None, name: str, *, default: bool) -> Path | None:
    """Where to write: a file as named, a folder with the given name in it; None is the standard output, as is -."""
    if output is None or str(output) == "-":
        return Path(name) if default else None
    if is_device(output):
        return output
    is_folder = output.is_dir() or str(output).endswith(("/", os.sep)) or not output.suffix
    return output / name if is_folder else output


def columns(target: Path | None) -> int:
    """How wide text is: as the terminal where it is shown on one, or as COLUMNS says; else always the same."""
    shown = target is None and (sys.stdout.isatty() or "COLUMNS" in os.environ)
    return shutil.get_terminal_size((COLUMNS, 24)).columns if shown else COLUMNS


def is_device(path: Path) -> bool:
    """Is it something like /dev/null, which no file can take the place of?"""
    return path.exists() and not path.is_file() and not path.is_dir()


def write(path: Path, text: str) -> None:
    """Write a file whole: to a temporary file beside it, then renamed. Folders are made."""
    try:
        if is_device(path):
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".mlce-") as folder:
            draft = Path(folder, path.name)
            draft.write_text(text, encoding="utf-8", newline="\n")
            os.replace(draft, path)
    except OSError as error:
        raise Trouble(f"{path}: cannot be written ({error.strerror}); choose another place with -o") from None


def certificate_of(path: Path) -> dict[str, Any]:
    """The certificate in a JSON file, `-` being the standard input; of a file that is too large no more is read."""
    try:
        if str(path) == "-":
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
        return decode(data)
    except OSError as error:
        raise Trouble(f"{path}: cannot be read ({error.strerror})") from None
    except Malformed as problem:
        hint = f" (`mlce check {path}` judges a document)" if path.suffix in (".tex", ".md", ".ipynb") else ""
        raise Trouble(f"{path}: {problem}{hint}") from None


def typeset(path: Path, *beside: Path) -> str:
    """Make the PDF beside a LaTeX document, with latexmk, pdflatex or tectonic; says what was made, or that there
    is no engine. The folders `beside` hold what the document reads."""
    engine = next((name for name in ENGINES if shutil.which(name)), None)
    if engine is None:
        engines = ", ".join(ENGINES)
        return f"{path}: no PDF, for none of {engines} is installed (Debian: apt install texlive-latex-recommended)"
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".mlce-") as folder:
        for needed in beside:
            shutil.copytree(needed, Path(folder, needed.name))
        _run(engine, path, Path(folder))
        made = Path(folder, path.stem + ".pdf")
        if not made.is_file():
            raise Trouble(f"{path}: {engine} made no PDF")
        pdf = path.with_suffix(".pdf")
        os.replace(made, pdf)
    return f"{pdf}: made with {engine}"


def _run(engine: str, path: Path, folder: Path) -> None:
    """Twice for pdflatex, whose second run knows the references of the first."""
    shutil.copyfile(path, folder / path.name)
    for _ in range(2 if engine == "pdflatex" else 1):
        try:
            done = subprocess.run(
                (engine, *ENGINES[engine], path.name), cwd=folder, capture_output=True, timeout=SECONDS, check=False
            )
        except subprocess.TimeoutExpired:
            raise Trouble(f"{path}: {engine} did not end within {SECONDS} seconds") from None
        if done.returncode:
            log = done.stdout.decode("utf-8", "replace").splitlines()
            wrong = next((line for line in log if line.startswith("!")), f"exit status {done.returncode}")
            raise Trouble(f"{path}: {engine} failed: {wrong}")
