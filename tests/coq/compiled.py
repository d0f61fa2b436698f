"""Runs `coqc` on a text that requires the libraries, which are compiled once for all who ask, also in parallel."""

from __future__ import annotations

import os
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from mlce_sym.coq.names import LIBRARIES, library

needs_coqc = pytest.mark.usefixtures("coqc")


@dataclass(frozen=True)
class Answer:
    """What `coqc` says of a text: whether it accepts it, and what it prints."""

    accepted: bool
    output: str


def compiled(text: str, seconds: float = 60) -> Answer:
    """The text as a Coq file; one that takes longer is not accepted."""
    with tempfile.TemporaryDirectory(prefix="mlce-") as folder:
        return _coqc(Path(folder), "certificate", text, "-Q", str(library_folder()), "", seconds=seconds)


@cache
def library_folder() -> Path:
    """A folder with the compiled libraries: whoever finds none makes it, and the first to be ready puts it in place."""
    version = subprocess.run(["coqc", "--version"], capture_output=True, text=True, check=True).stdout
    root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mlce-sym-tests"
    place = root / sha256("".join([version, *map(library, LIBRARIES)]).encode()).hexdigest()
    if not place.exists():
        root.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=root))
        for name in LIBRARIES:
            answer = _coqc(made, name, library(name), seconds=120)
            assert answer.accepted, answer.output
        with suppress(OSError):  # another process was faster
            made.rename(place)
    return place


def _coqc(folder: Path, name: str, text: str, *options: str, seconds: float) -> Answer:
    (folder / f"{name}.v").write_text(text, encoding="utf-8")
    command = ["coqc", "-q", *options, f"{name}.v"]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return Answer(False, f"stopped after {seconds} s")
    return Answer(done.returncode == 0, done.stdout + done.stderr)
