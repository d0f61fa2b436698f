"""Reading back what was printed: every formula's LaTeX must give the formula's own expression, and latex2sympy2 must
read the arithmetic in it alike.

What reads gets the LaTeX, the notation, and the names that the theorem speaks of; never the expression.

>>> empty = {"steps": [], "lines": [], "definitions": []}
>>> theorem = {"name": "t", "lhs": "x", "rhs": "x", "hypotheses": [["Lt", 0, "x"]], **empty}
>>> read_back({"theorems": [theorem], "notation": {}}) if installed() else 5
5
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ...certificate.writing import plain
from ..signs.tree import ReadingError, Unread
from ..walk.readings import Reading
from .comparison import conjuncts, same, text
from .engine import Engine, NoReader, installed
from .formulas import HYPOTHESES, Formula, formulas
from .printed import said
from .second import Core, answered, cores

__all__ = ["Engine", "NoReader", "Unread", "confirm", "installed", "matches", "read", "read_back"]

Data = Any


def read_back(certificate: Mapping[str, Any], engine: Engine | None = None) -> int:
    """Reads back every formula of the document and returns their number. Raises Unread at the first that differs."""
    printed = list(formulas(certificate))
    readings = list(_readings(printed))
    found: dict[str, set[int]] = {}
    for formula, reading in zip(printed, readings, strict=True):
        found.setdefault(formula.place, set()).update(matches(formula, reading))
    for theorem in certificate["theorems"]:
        place = f"theorem {theorem['name']}, {HYPOTHESES}"
        for number, hypothesis in enumerate(theorem["hypotheses"]):
            if number not in found.get(place, ()):
                raise Unread(f"{place}: {text(hypothesis)} is not printed")
    confirm(printed, readings, engine or Engine())
    return len(printed)


def _readings(printed: Iterable[Formula]) -> Iterator[Reading]:
    """What each of them says; in one theorem, which has one vocabulary, equal formulas are read once."""
    known: dict[tuple[str, int], Reading] = {}
    for formula in printed:
        key = formula.latex, id(formula.vocabulary)
        if key not in known:
            known[key] = read(formula)
        yield known[key]


def read(formula: Formula) -> Reading:
    """What the formula says. Raises Unread."""
    try:
        return said(formula.latex, formula.vocabulary)
    except ReadingError as reason:
        raise _unread(formula, reason) from None


def matches(formula: Formula, reading: Reading) -> set[int]:
    """Which of the expected terms the formula says. Raises Unread if it says anything else."""
    found = set()
    for part in conjuncts(plain(reading.terms[0]), formula.noun):
        place = next((k for k, expected in enumerate(formula.expected) if same(part, expected)), None)
        if place is None:
            wanted = " or ".join(map(text, formula.expected))
            raise Unread(f"{formula.place}: {formula.latex} is printed, {text(part)} was read, {wanted} was expected")
        found.add(place)
    return found


def confirm(printed: Sequence[Formula], readings: Sequence[Reading], engine: Engine) -> None:
    """Raises Unread at the first formula whose arithmetic latex2sympy2 reads otherwise, and NoReader."""
    given = [(formula, core) for formula, reading in zip(printed, readings, strict=True) for core in cores(reading)]
    answers = engine.read([core.latex for _, core in given])
    agreed: set[tuple[str, Any]] = set()
    for formula, core in given:
        key = (core.latex, (core.term, tuple(core.letters.values())))
        if key not in agreed:
            _compare(formula, core, answers[core.latex])
            agreed.add(key)


def _compare(formula: Formula, core: Core, answer: Data | Unread) -> None:
    if isinstance(answer, Unread):
        raise _unread(formula, answer)
    other = answered(core, answer)
    if not same(other, plain(core.term)):
        read_ = f"{text(plain(core.term))} was read, and {text(other)} by latex2sympy2"
        raise Unread(f"{formula.place}: {formula.latex} is printed, {read_}")


def _unread(formula: Formula, reason: Exception) -> Unread:
    return Unread(f"{formula.place}: {formula.latex} is printed, and cannot be read: {reason}")
