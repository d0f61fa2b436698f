r"""What the playground is asked, and what it answers: JSON in, JSON out, so that nothing else passes between Python
and the page. It imports what a question needs, and so needs no SymPy to check a certificate.

>>> json.loads(answer('{"kind": "identity", "text": "(a+b)^2 = a^2 + b^2", "given": ""}'))["says"]
'refuted: the values differ: 121/36 and 85/36, where a = 1/3, b = 3/2'
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any, NamedTuple

from mlce_sym.terms.errors import MlceError


class Answer(NamedTuple):
    """One sentence; what is shown below it, as HTML; and the certificate behind it, if any."""

    says: str
    html: str = ""
    certificate: str = ""


def answer(request: str) -> str:
    """The answer to a question with its kind and what has been typed; bad input is answered in words, too."""
    asked = json.loads(request)
    try:
        found = KINDS[asked.pop("kind")](**asked)
    except MlceError as problem:
        found = Answer(f"not understood: {problem}")
    return json.dumps(found._asdict())


def ready(kind: str) -> None:
    """Import what questions of a kind need."""
    if kind == "certificate":
        import mlce_sym.certificate.checked
        import mlce_sym.evaluate.numeric  # noqa: F401
    else:
        answer('{"kind": "identity", "text": "a = a", "given": ""}')


def identity(text: str, given: str) -> Answer:
    """A verdict on an equation with its proof, or how it was read."""
    from mlce_sym.prompt.prove import proof_of
    from mlce_sym.prompt.typed import readings, verdict
    from mlce_sym.verdicts.judge import PROVED

    facts = _lines(given)
    found = verdict(text, facts, None)
    if found.status != PROVED:
        return Answer(str(found), "".join(_read_as(one.written) for one in readings(text, facts)))
    proof = proof_of(found)
    return Answer(f"proved. {proof.report}", theorems(proof.certificate), proof.write("json"))


def density(text: str, data: str, parameters: str, known: str, given: str) -> Answer:
    """The loss of a density, as a table, as code, and with its theorems."""
    from mlce_sym.losses.pages import table
    from mlce_sym.prompt.loss import loss
    from mlce_sym.prompt.prove import prove

    names, constants, facts = map(_lines, (parameters, known, given))
    found = loss(density=text, data=data.strip(), parameters=names, known=constants, given=facts)
    proof = prove(found.document)
    none = found.density.kind in ("differs", "negative")
    says = f"this is no density: {str(found.density).partition(': ')[2]}" if none else f"The loss. {proof.report}"
    code = f"<details><summary>Code for NumPy</summary><pre>{escape(found.code('numpy'))}</pre></details>"
    behind = f"<details><summary>Theorems</summary>{theorems(proof.certificate)}</details>"
    return Answer(says, table(found) + code + behind, proof.write("json"))


def derivation(text: str) -> Answer:
    """A verdict on each equation of a text in LaTeX or Markdown."""
    from mlce_sym.documents.checked import summary
    from mlce_sym.documents.html import links
    from mlce_sym.prompt.check import check

    found = check(text, seconds=None)
    return Answer(summary(found.counts), links(found, 3))


def certificate(text: str) -> Answer:
    """Whether every step of a certificate can be taken again; with what it proves."""
    from mlce_sym.certificate.checked import Rejected, check
    from mlce_sym.certificate.reading import decode

    data = decode(text.encode())
    try:
        report = check(data)
    except Rejected as reason:
        return Answer(f"rejected: {reason}")
    return Answer(f"accepted. {report}", theorems(data))


KINDS: Mapping[str, Callable[..., Answer]] = {
    "identity": identity,
    "density": density,
    "derivation": derivation,
    "certificate": certificate,
}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _read_as(sides: tuple[Any, ...]) -> str:
    from mlce_sym.certificate.writing import certified
    from mlce_sym.writers.latex_terms import term
    from mlce_sym.writers.mathml import mathml

    tex = " = ".join(term(certified(side), {}) for side in sides)
    return f'<p>It was read as</p><div class="wide">{mathml(tex, display=True)}</div>'


def theorems(data: Mapping[str, Any]) -> str:
    """The theorems of a certificate with their proofs."""
    from mlce_sym.writers.safe import check

    check(data)
    return "".join(_theorems(data))


def _theorems(data: Mapping[str, Any]) -> Iterator[str]:
    from mlce_sym.writers.certified import numbered
    from mlce_sym.writers.html import parts, prose
    from mlce_sym.writers.layout import sections

    labels = dict(numbered(data["theorems"]))
    for section in sections(data):
        for part in parts(section, data["notation"], labels):
            yield f"<h3>{prose(part.title, data['notation'])}</h3>\n{part.body}"
