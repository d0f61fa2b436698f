"""The sentences of a Coq file outside its comments, read by a small grammar of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

PARTS = re.compile(r"(\(\*|\*\)|\")")
NAME = r"[A-Za-z][A-Za-z0-9_]*"
# What a file may say outside of proofs.
SENTENCE = re.compile(
    rf"Require Import MLCE( MLCE_Derivatives( MLCE_Limits( MLCE_Gamma)?)?)?"
    rf"|Section {NAME}|End {NAME}|Variable {NAME} : .*|Let {NAME}( \(.*\))? : R := .*"
    rf"|Hypothesis {NAME} : .*|(Lemma|Theorem) {NAME} : .*|Proof|Proof using All|Qed"
    rf"|Definition all_theorems :=( let _ := {NAME} in)* tt|Print Assumptions all_theorems"
)
DECLARED = re.compile(rf"(Variable|Let|Hypothesis|Lemma|Theorem|Definition) ({NAME})")


def code(text: str) -> str:
    """A file without its comments, which may be nested. There is no string: Coq reads those in comments, too."""
    kept, depth = [], 0
    for part in PARTS.split(text):
        assert part != '"', "a string"
        depth += {"(*": 1, "*)": -1}.get(part, 0)
        assert depth >= 0, "a comment that ends before it begins"
        kept += [part] if depth == 0 and part != "*)" else []
    assert depth == 0, "a comment without an end"
    return "".join(kept)


def sentences(text: str) -> list[str]:
    """What ends with a full stop before a space; in one line each."""
    *whole, rest = re.split(r"\.(?=\s|$)", code(text))
    assert not rest.strip(), "a sentence without an end"
    return [" ".join(sentence.split()) for sentence in whole]


def outside_proofs(text: str) -> Iterator[str]:
    """The sentences of a file without those of its proofs."""
    inside = False
    for sentence in sentences(text):
        inside = inside and sentence != "Qed"
        if not inside:
            yield sentence
        inside = inside or sentence in ("Proof", "Proof using All")


def strange(text: str) -> list[str]:
    """The sentences outside proofs that no certificate's file should have."""
    return [sentence for sentence in outside_proofs(text) if not SENTENCE.fullmatch(sentence)]


def declared_twice(text: str) -> list[str]:
    """The names that Coq would not take. What is proved keeps its name; what is supposed, until the section ends."""
    kept, supposed, twice = set[str](), set[str](), []
    for sentence in outside_proofs(text):
        if sentence.startswith("End "):
            supposed = set()
        elif found := DECLARED.match(sentence):
            own = supposed if found[1] in ("Variable", "Let", "Hypothesis") else kept
            twice += [found[2]] if found[2] in supposed or (own is kept and found[2] in kept) else []
            own.add(found[2])
    return twice
