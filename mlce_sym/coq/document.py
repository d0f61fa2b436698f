"""A certificate as a Coq file that needs only its libraries: one section for each theorem, in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..certificate.document import parse_document
from ..writers.certified import heads, note, uncertified
from ..writers.layout import rows
from ..writers.prose import in_text, plain
from ..writers.text_terms import term as in_words
from .names import LIBRARIES, comment, declared_in, identifier, names_in, reserved, safe_names, with_names
from .terms import FUNCTIONS
from .theorem import section, setting_of
from .used import Known

Plain = Mapping[str, Any]
INHABITED = re.compile(r"^Lemma (\w+_inhabited) :", re.M)


def document(certificate: Plain) -> str:
    """The certificate as the text of a Coq file. Raises Malformed where it is no certificate."""
    theorems = parse_document(certificate)
    names = safe_names(name for theorem in theorems for name in names_in(theorem))
    taken = {*reserved(), *names.values()}
    labels = {t["name"]: f"{t['role'].capitalize()} {k}" for k, t in enumerate(certificate["theorems"], 1)}
    earlier: dict[str, Known] = {}
    claims: list[str] = []
    parts = [comment(f"{plain(certificate['title'])}. Made from the certificate {certificate['name']}.")]
    lacking = uncertified(certificate)
    needed = libraries(t for t in certificate["theorems"] if t["name"] not in lacking)
    parts.append(f"Require Import {' '.join(needed)}.")
    for theorem, data in zip(theorems, certificate["theorems"], strict=True):
        if theorem.name in lacking:
            parts.append(comment(f"{labels[theorem.name]}. {note(lacking[theorem.name])}"))
            continue
        name = identifier(theorem.name, taken)
        taken.add(name)
        setting = setting_of(with_names(theorem, names), name)
        title = f"{labels[theorem.name]}. {plain(data['title'])}"
        parts.append(section(setting, title, _lines(data, labels, certificate["notation"]), earlier))
        earlier[theorem.name] = setting.known
        claims += [*setting.lemmas, *INHABITED.findall(parts[-1])]
    return "\n\n".join([*parts, *_assumptions(claims)]) + "\n"


def libraries(theorems: Iterable[Plain]) -> tuple[str, ...]:
    """The libraries that theorems need: up to the last one that declares the Coq name of a head."""
    names = {FUNCTIONS.get(head, head) for theorem in theorems for head in heads(theorem)}
    needed = [number for number, name in enumerate(LIBRARIES) if names & declared_in(name)]
    return LIBRARIES[: max(needed, default=0) + 1]


def _lines(theorem: Plain, labels: Mapping[str, str], notation: Plain) -> list[str]:
    """The lines of the proof in words, one for each step, the left side first."""
    shown = rows(theorem, labels, full=True)
    reasons = [f"{in_words(row.expression, notation)}   ({in_text(row.reason, notation)})" for row in shown]
    return [in_words(theorem["lhs"], notation), *(f"= {line}" for line in reasons)]


def _assumptions(names: Sequence[str]) -> list[str]:
    """What Coq is asked at the end: on which axioms all of this rests."""
    if not names:
        return []
    claims = "".join(f"\n  let _ := {name} in" for name in names)
    return [f"Definition all_theorems :={claims}\n  tt.", "Print Assumptions all_theorems."]
