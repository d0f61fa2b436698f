"""A certificate as a Coq file that needs only its libraries: one section for each theorem, in order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ..certificate.document import parse_document
from ..writers.certified import note, uncertified
from ..writers.layout import rows
from ..writers.prose import in_text, plain
from ..writers.text_terms import term as in_words
from .names import LIBRARIES, comment, identifier, names_in, reserved, safe_names, with_names
from .needs import OF_FUNCTIONS
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
    libraries = LIBRARIES[: 2 if _has_calculus(certificate["theorems"]) else 1]
    parts.append(f"Require Import {' '.join(libraries)}.")
    lacking = uncertified(certificate)
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


def _has_calculus(data: Any) -> bool:
    """Does a term in plain data have a derivative or an integral?"""
    if isinstance(data, Mapping):
        return any(map(_has_calculus, data.values()))
    if not isinstance(data, (list, tuple)):
        return False
    return any(head in data[:1] for head in OF_FUNCTIONS) or any(map(_has_calculus, data))


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
