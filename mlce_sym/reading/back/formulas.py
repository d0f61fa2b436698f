r"""Every formula that a certificate's document prints, and what it is to say.

>>> empty = {"steps": [], "lines": [], "hypotheses": [], "definitions": []}
>>> theorem = {"name": "t", "lhs": ["log", "x"], "rhs": ["log", "x"], **empty}
>>> [(formula.where, formula.latex) for formula in formulas({"theorems": [theorem], "notation": {}})][1:]
[('line 0 (brief)', '\\log x'), ('line 1 (brief)', '\\log x')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ...writers import latex
from ...writers.arrange import is_proposition
from ...writers.context import Unprintable
from ...writers.layout import FALSE, lines_of, rules_used
from ...writers.words import clauses
from ..signs.tree import ReadingError, Unread
from .vocabulary import Notation, Vocabulary, vocabulary

Data = Any
Plain = Mapping[str, Any]
Printed = tuple[str, Data, str, tuple[Data, ...]]  # where, what, the noun after it, and the terms of which it says some
HYPOTHESES = "hypotheses"  # where the clauses of the setting stand


class Formula(NamedTuple):
    """A printed formula: of what, where, its LaTeX, the noun after it, and the terms of which it says some."""

    of: str
    where: str
    latex: str
    noun: str
    expected: tuple[Data, ...]
    vocabulary: Vocabulary

    @property
    def place(self) -> str:
        return f"{self.of}, {self.where}"


def formulas(certificate: Plain) -> Iterator[Formula]:
    """The hypotheses, definitions, statements and lines, of the brief form and of the full one, and the rules used."""
    notation = certificate["notation"]
    for theorem in certificate["theorems"]:
        printed = (*_hypotheses(theorem), *_single(_lines(theorem)))
        yield from _formulas(f"theorem {theorem['name']}", printed, tuple(_terms(theorem)), notation)
    for row in rules_used(certificate):
        yield from _formulas(f"rule {row['name']}", _single(_sides(row)), (row["lhs"], row["rhs"]), {})


def _formulas(of: str, printed: Iterable[Printed], terms: Iterable[Data], notation: Notation) -> Iterator[Formula]:
    try:
        v = vocabulary(tuple(terms), notation)
    except ReadingError as reason:
        raise Unread(f"{of}: {reason}") from None
    for where, data, noun, expected in printed:
        try:
            yield Formula(of, where, latex.term(data, notation), noun, expected, v)
        except Unprintable as reason:
            raise Unread(f"{of}, {where}: cannot be printed: {reason}") from None


def _terms(theorem: Plain) -> Iterator[Data]:
    yield from (theorem["lhs"], theorem["rhs"], *theorem["hypotheses"])
    yield from (definition[side] for definition in theorem["definitions"] for side in ("left", "right"))
    yield from (step[side] for step in theorem["steps"] for side in ("before", "after"))


def _hypotheses(theorem: Plain) -> Iterator[Printed]:
    """The clauses of the setting, which together say all hypotheses."""
    hypotheses = tuple(theorem["hypotheses"])
    for clause in clauses(hypotheses):
        yield HYPOTHESES, clause.maths, clause.noun, hypotheses


def _single(terms: Iterator[tuple[str, Data]]) -> Iterator[Printed]:
    return ((where, data, "", (data,)) for where, data in terms)


def _lines(theorem: Plain) -> Iterator[tuple[str, Data]]:
    for number, hypothesis in enumerate(theorem["hypotheses"]):
        yield f"hypothesis {number}", hypothesis
    for number, definition in enumerate(theorem["definitions"]):
        yield from ((f"{side} side of definition {number}", definition[side]) for side in ("left", "right"))
    yield from _denial(theorem)
    for form in ("full", "brief"):
        for number, data in enumerate(lines_of(theorem, full=form == "full")):
            yield f"line {number} ({form})", data


def _sides(row: Plain) -> Iterator[tuple[str, Data]]:
    yield from ((f"{side} of the statement", row[side]) for side in ("lhs", "rhs"))
    yield from _denial(row)


def _denial(claim: Plain) -> Iterator[tuple[str, Data]]:
    if is_proposition(claim["lhs"]) and claim["rhs"] == FALSE:
        yield "statement", ["Not", claim["lhs"]]
