"""Runs `coqc` on the Coq file of a certificate, bounded in time and memory; a library is compiled once and kept.

The text is meant to be what `document` makes: a Coq file from elsewhere may do what it likes to the machine, and is not
for `certify`.

>>> print(NotAccepted("Error: Not convertible.", "likelihood_step_1", 69))
coqc rejects likelihood_step_1 (line 69): Error: Not convertible.
"""

from __future__ import annotations

import hashlib
import os
import re
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten
from typing import Any

from ..terms.errors import MlceError
from ..writers.certified import uncertified
from .document import document
from .names import LIBRARIES, library, required

SECONDS = 600.0  # for a file; the library has as many for itself
MEMORY = 4 * 2**30
LONGEST_MESSAGE = 240
# What the real numbers of Coq's standard library rest on.
AXIOMS = (
    "ClassicalDedekindReals.sig_not_dec",
    "ClassicalDedekindReals.sig_forall_dec",
    "FunctionalExtensionality.functional_extensionality_dep",
    "Classical_Prop.classic",
)
HEADINGS = ("Axioms:", "Closed under the global context")
REQUIRE = "Require Import MLCE"
NO_INSTANCE = re.compile(r"^\(\* No instance was found that meets the hypotheses of (\w+)\. \*\)$", re.MULTILINE)
ERROR = re.compile(r'^File "[^"\n]*", line (\d+), characters [^\n]*\n(Error:.*)', re.MULTILINE | re.DOTALL)
MISSING = re.compile(r"^Error:[^:]*\bCoquelicot\b", re.MULTILINE)
SENTENCE = re.compile(r"^[A-Z][a-z]+ [a-z]", re.MULTILINE)
HEAD = re.compile(r"(?:Lemma|Theorem|Section|Definition) (\w+)")


class NoCoq(MlceError):
    """There is no `coqc` that runs on this machine; the message says what to install."""


class NotAccepted(MlceError):
    """Coq does not accept a file: why, and, where that is known, in which lemma and line."""

    def __init__(self, message: str, lemma: str = "", line: int = 0) -> None:
        place = f"{lemma} (line {line})" if lemma else f"line {line}"
        super().__init__(f"coqc rejects {place}: {message}" if line else message)
        self.message, self.lemma, self.line = message, lemma, line


@dataclass(frozen=True)
class Accepted:
    """What Coq has accepted, how many theorems, and the axioms they rest on; how long it took."""

    version: str
    theorems: int
    axioms: tuple[str, ...]
    seconds: float
    library_seconds: float
    cached: bool

    def __str__(self) -> str:
        theorems = f"{self.theorems} theorem{'' if self.theorems == 1 else 's'}"
        library_ = f"library {self.library_seconds:.1f} s{', cached' if self.cached else ''}"
        axioms = f"axioms: {', '.join(name.split('.')[-1] for name in self.axioms)}" if self.axioms else "no axioms"
        return f"Coq {self.version}: accepted, {theorems}, in {self.seconds:.1f} s ({library_}); {axioms}"


def certified(certificate: Mapping[str, Any], seconds: float = SECONDS) -> Accepted:
    """What Coq says of a certificate that the checker has accepted. Raises NotAccepted where a theorem of it has no
    formal proof, too."""
    lacking = "; ".join(f"{name}: {steps}" for name, steps in uncertified(certificate).items())
    if lacking:
        raise NotAccepted(f"there is no formal proof of every theorem ({lacking})")
    try:
        text = document(certificate)
    except ValueError as reason:
        raise NotAccepted(f"no Coq file can be made of the certificate: {_brief(str(reason))}") from None
    empty = NO_INSTANCE.search(text)
    if empty is not None:
        raise NotAccepted(f"no instance was found that meets the hypotheses of {empty[1]}; it may speak of nothing")
    return certify(text, seconds)


def certify(text: str, seconds: float = SECONDS) -> Accepted:
    """What Coq says of the text of a certificate's file. Raises NotAccepted, and NoCoq where there is no `coqc`."""
    version = _coqc("--version").output
    with tempfile.TemporaryDirectory(prefix="mlce-") as name:
        folder = Path(name)
        _write(folder, "certificate", text)
        ready = _ready(text, folder, version)
        done = _coqc("certificate.v", folder=folder, seconds=seconds)
        if ready.cached and _cannot_load(text, done):
            ready = _ready(text, folder, version, anew=True)
            done = _coqc("certificate.v", folder=folder, seconds=seconds)
    _raise_if_rejected(text, done)
    theorems = len(re.findall(r"^Theorem ", text, re.MULTILINE))
    return Accepted(_number(version), theorems, _axioms(done.output), done.seconds, ready.seconds, ready.cached)


# Running coqc


@dataclass(frozen=True)
class Done:
    """How a run of `coqc` ended, and what it printed."""

    status: int
    output: str
    errors: str
    seconds: float


def program() -> str:
    """The path of `coqc`. Raises NoCoq."""
    found = shutil.which("coqc")
    if found is None:
        packages = "(Debian: apt install coq libcoq-coquelicot)"
        raise NoCoq(f"coqc is not installed, and Coq cannot check anything without it {packages}")
    return os.path.abspath(found)


def _coqc(argument: str, folder: Path | None = None, seconds: float = SECONDS) -> Done:
    """In a process group of its own, which is ended with all that is in it when the time is over."""
    start = time.perf_counter()
    try:
        child = subprocess.Popen(
            (program(), "-q", argument),
            cwd=folder,
            env={name: value for name, value in os.environ.items() if name not in ("COQPATH", "ROCQPATH")},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
            preexec_fn=_limit_memory,
        )
    except OSError as error:
        raise NoCoq(f"coqc cannot be run ({error.strerror})") from None
    try:
        output, errors = child.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise NotAccepted(f"coqc did not end within {seconds:g} s") from None
    finally:
        _end(child)
    return Done(child.returncode, output, errors, time.perf_counter() - start)


def _limit_memory() -> None:
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
    resource.setrlimit(resource.RLIMIT_AS, (limit, most))


def _end(child: subprocess.Popen[str]) -> None:
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
        child.communicate()


def _number(version: str) -> str:
    found = re.search(r"version (\S+)", version)
    return found[1] if found else "of unknown version"


# The libraries


@dataclass(frozen=True)
class Ready:
    """How long the libraries took, and whether all were there from an earlier run."""

    seconds: float
    cached: bool


def _ready(text: str, folder: Path, version: str, *, anew: bool = False) -> Ready:
    """Puts the compiled libraries that a file requires beside it: from an earlier run, or else by compiling them."""
    found = Ready(0.0, True)
    for name in required(text):
        kept = _kept(name, version)
        own = (None if anew else _fetched(kept, folder)) or _built(name, kept, folder, version)
        found = Ready(found.seconds + own.seconds, found.cached and own.cached)
    return found


def _kept(name: str, version: str) -> Path:
    """Where a compiled library is kept between runs, for its content, what it needs, and this Coq."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"))
    texts = [library(one) for one in LIBRARIES[: LIBRARIES.index(name) + 1]]
    content = hashlib.sha256("".join([*texts, version]).encode()).hexdigest()
    return cache / "mlce-sym" / content / f"{name}.vo"


def _fetched(kept: Path, folder: Path) -> Ready | None:
    start = time.perf_counter()
    if not kept.is_absolute():
        return None
    try:
        shutil.copyfile(kept, folder / kept.name)
    except OSError:
        return None
    return Ready(time.perf_counter() - start, True)


def _built(name: str, kept: Path, folder: Path, version: str) -> Ready:
    """Compiles a library in the folder, and keeps it where it can be kept."""
    _write(folder, name, library(name))
    done = _coqc(f"{name}.v", folder=folder)
    if MISSING.search(done.errors):
        raise NoCoq(
            "Coq has no Coquelicot, and needs it for derivatives and integrals (Debian: apt install libcoq-coquelicot)"
        )
    try:
        _raise_if_rejected(library(name), done)
    except NotAccepted as reason:
        why = f"in the library {name}.v, with Coq {_number(version)}: {reason.message}"
        raise NotAccepted(why, reason.lemma, reason.line) from None
    if kept.is_absolute():
        _keep(folder / kept.name, kept)
    return Ready(done.seconds, False)


def _keep(made: Path, kept: Path) -> None:
    """Whole, or not at all: other runs may be doing the same."""
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept.parent, prefix=".mlce-") as draft:
            os.replace(shutil.copyfile(made, Path(draft, made.name)), kept)
    except OSError:
        pass  # the next run compiles it again


def _write(folder: Path, name: str, text: str) -> None:
    Path(folder, f"{name}.v").write_text(text, encoding="utf-8", newline="\n")


# What coqc says


def _cannot_load(text: str, done: Done) -> bool:
    """Whether a kept library is damaged, or was made by another build of the same version of Coq."""
    found = ERROR.search(done.errors)
    return found is not None and text.split("\n")[int(found[1]) - 1].startswith(REQUIRE)


def _raise_if_rejected(text: str, done: Done) -> None:
    if not done.status:
        return
    found = ERROR.search(done.errors)
    if found is None:
        raise NotAccepted(f"coqc failed: {_brief(done.errors) or f'exit status {done.status}'}")
    line = int(found[1])
    raise NotAccepted(_brief(found[2]), _lemma(text, line), line)


def _lemma(text: str, line: int) -> str:
    """The lemma, or else the section, that an erroneous line belongs to."""
    heads = (HEAD.match(one) for one in reversed(text.split("\n")[:line]))
    return next((head[1] for head in heads if head), "")


def _brief(message: str) -> str:
    """A message in one line, without the list of what is known at that place."""
    known = message.partition("In environment")[2]
    sentence = SENTENCE.search(known)
    return shorten(f"Error: {known[sentence.start() :]}" if sentence else message, LONGEST_MESSAGE, placeholder=" …")


def _axioms(output: str) -> tuple[str, ...]:
    """The axioms that `Print Assumptions` has named. Raises NotAccepted for one too many, or without an answer."""
    lines = [line for line in output.splitlines() if line.strip() and not line[0].isspace()]
    if not set(HEADINGS) & set(lines):
        raise NotAccepted("coqc does not say on which axioms the theorems rest")
    names = [line.split()[0] for line in lines if line not in HEADINGS]
    strange = next((name for name in names if name not in AXIOMS), None)
    if strange is not None:
        raise NotAccepted(f"the theorems rest on {strange}, which is no axiom of Coq's real numbers")
    return tuple(name for name in AXIOMS if name in names)
