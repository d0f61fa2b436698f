"""Theorems with what a reader needs, as documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..certificate.writing import FORMAT, VERSION, record
from ..kernel.theorem import Theorem
from ..terms.errors import Refused
from .derivation import Derivation

Notation = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Line:
    """A line of the brief proof: the expression after that many steps, and why (None: the rules' own names)."""

    step: int
    reason: str | None = None


@dataclass(frozen=True)
class Proof:
    """A theorem with what a reader needs: a title, words, the lines of its brief proof, and the idea of that."""

    derivation: Derivation
    title: str = ""
    words: str = ""
    lines: tuple[Line, ...] = ()
    role: str = "theorem"
    idea: str = ""

    @property
    def theorem(self) -> Theorem:
        return self.derivation.theorem

    @property
    def name(self) -> str:
        return self.derivation.name

    def __repr__(self) -> str:
        return f"{self.name}: {self.theorem}"

    def as_lemma(self) -> Proof:
        return replace(self, role="lemma")


@dataclass(frozen=True)
class Document:
    """Theorems in the order in which they rest on each other. `notation` and `meanings` (of defined names) are for
    readers."""

    name: str
    title: str
    proofs: tuple[Proof, ...]
    notation: Notation = field(default_factory=dict)
    meanings: Mapping[str, str] = field(default_factory=dict)


def lemmas(derivation: Derivation) -> Iterator[Derivation]:
    """The theorems that a derivation rests on, each once, after those that it rests on itself. Refused where two have
    one name."""
    seen: dict[str, Theorem] = {}
    for step in derivation.steps:
        own = (step.by,) if isinstance(step.by, Derivation) else ()
        for used in (*own, *(item.derivation for item in step.evidence)):
            for lemma in (*lemmas(used), used):
                if lemma.name not in seen:
                    yield lemma
                if seen.setdefault(lemma.name, lemma.theorem) != lemma.theorem:
                    raise Refused(f"two different theorems are called {lemma.name!r}: name them apart")


def certificate(document: Document) -> dict[str, Any]:
    """The document as plain data (`docs/certificate.md`). Raises Malformed for what plain data cannot say."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "name": document.name,
        "title": document.title,
        "notation": {name: dict(how) for name, how in document.notation.items()},
        "theorems": [_record(proof, document.meanings) for proof in document.proofs],
    }


def _record(proof: Proof, meanings: Mapping[str, str]) -> dict[str, Any]:
    lines = [(line.step, line.reason) for line in proof.lines]
    said = {"title": proof.title, "words": proof.words, "role": proof.role, "idea": proof.idea}
    return record(proof.theorem, lines, meanings, **said)
