"""`prove` and `verify`: a theorem with its proof, checked twice, in every format it can be written in.

Nothing comes out of `prove` that the kernel has not made, and made again from the certificate, and that has not been
evaluated.

>>> from sympy import log, symbols
>>> a, b = symbols("a b")
>>> print(prove(log(a * b), log(a) + log(b), given=[a > 0, b > 0]).report)
Checked: 1 theorem, 1 step, 2 conditions discharged, 4 numeric instances tried.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from sympy import Basic

from ..border.encoding import decode
from ..border.given import Given
from ..border.nodes import both_sides
from ..certificate.checked import Report, check
from ..figures.gallery import pictures
from ..kernel.theorem import Theorem
from ..prover import Chain
from ..prover.derivation import Derivation
from ..prover.document import Document, Line, Proof, certificate, lemmas
from ..prover.seconds import SECONDS
from ..terms.errors import NoSuchName, Refused

if TYPE_CHECKING:
    from ..verdicts.judge import Verdict

WRITERS = {"text": "text", "tex": "latex", "md": "markdown", "html": "html"}
COLUMNS = 100  # of text that is not for a terminal
FORMATS = (*WRITERS, "fragment", "json", "coq")


@dataclass(frozen=True)
class Proved:
    """A document whose every step has been made by the kernel and checked again; `report` has the counts."""

    document: Document
    report: Report

    @cached_property
    def certificate(self) -> dict[str, Any]:
        """The document as plain data (`docs/certificate.md`)."""
        return certificate(self.document)

    def write(self, form: str = "text", *, full: bool = False, columns: int = COLUMNS) -> str:
        """The document in one of `FORMATS`; `full` has a line for every rule, otherwise there is one for every idea.
        Text has that many columns."""
        return written(self.certificate, form, full=full, report=str(self.report), columns=columns)

    def __str__(self) -> str:
        return self.write()

    __repr__ = __str__  # at the prompt

    def _repr_markdown_(self) -> str:
        return self.write("md")

    def _repr_latex_(self) -> str | None:
        from ..prover.shown import as_latex

        last = self.document.proofs[-1]
        return as_latex(last.theorem, last.lines or tuple(map(Line, range(1, len(last.theorem.steps) + 1))))


def written(data: dict[str, Any], form: str, *, full: bool = False, report: str = "", columns: int = COLUMNS) -> str:
    """A certificate in one of `FORMATS`. Raises NoSuchName for another one."""
    if form == "json":
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    if form == "coq":
        from ..coq.document import document

        return document(data)
    if form == "fragment":
        from ..writers import latex

        return latex.fragment(data, full=full)
    if form not in WRITERS:
        raise NoSuchName(f"{form!r} is no format; there are {', '.join(FORMATS)}")
    writer = import_module(f"..writers.{WRITERS[form]}", __package__)
    own: dict[str, Any] = {"columns": columns} if form == "text" else {}
    if form == "html":
        own = {"pictures": pictures(data["name"])}
    text: str = writer.document(data, full=full, report=report, **own)
    return text


def prove(what: Any, rhs: Any = None, given: Iterable[Any] = (), seconds: float | None = SECONDS) -> Proved:
    """A document of the book by its name, a chain or finished proof, or an equation `prove(lhs, rhs, given=[…])` or
    `prove(Eq(lhs, rhs), given=[…])`, proved and checked. The search for a proof of an equation stops after `seconds`.

    Raises NoSuchName for a name that the book does not have, Refused where there is no proof, and Rejected where the
    replay or the evaluation does not agree, each an MlceError that says why.
    """
    is_equation = rhs is not None or isinstance(what, Basic | bool)
    return _checked(_equation(what, rhs, given, seconds) if is_equation else _document(what))


def proof_of(verdict: Verdict) -> Proved:
    """The proof behind a verdict, checked. Raises Refused where there is none, and Rejected as `prove` does."""
    return _checked(_judged(verdict))


def _checked(document: Document) -> Proved:
    data = certificate(document)
    proved = Proved(document, check(data))
    proved.__dict__["certificate"] = data
    return proved


def verify(data: Any) -> Report:
    """Replay a certificate, and evaluate its steps. Raises Rejected (an MlceError), saying where and why."""
    return check(data)


def _document(what: Any) -> Document:
    if isinstance(what, str):
        from ..derivations import document

        found: Document = document(what)
        return found
    if isinstance(what, Document):
        return what
    if isinstance(what, Chain):
        return _document(what.qed("theorem"))
    if isinstance(what, Theorem):
        return _document(Derivation(Given(), decode(what.lhs), decode(what.rhs), what))
    if isinstance(what, Derivation):
        return _document(Proof(what.named(what.name or "theorem")))
    if isinstance(what, Proof):
        from ..prover.shortening import ideas

        before = (Proof(lemma, lines=ideas(lemma), role="lemma") for lemma in lemmas(what.derivation))
        return Document(what.name, what.title or "A proof", (*before, what))
    raise TypeError(f"{what!r} is nothing to prove: give the name of a document, a chain, or two sides")


def _equation(lhs: Any, rhs: Any, given: Iterable[Any], seconds: float | None) -> Document:
    from ..verdicts.judge import judge

    return _judged(judge(*both_sides(lhs, rhs), given, seconds))


def _judged(verdict: Verdict) -> Document:
    from ..prover.shortening import ideas, shortened

    if verdict.derivation is None:
        raise Refused(str(verdict))
    theorem = shortened(verdict.derivation).named("theorem")
    return _document(Proof(theorem, lines=ideas(theorem)))
