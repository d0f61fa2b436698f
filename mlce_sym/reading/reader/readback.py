"""Reading back what was printed: every formula's LaTeX must give the formula's own expression.

What reads gets the LaTeX, the notation, and the names that the theorem speaks of; never the expression.

>>> empty = {"steps": [], "lines": [], "definitions": []}
>>> theorem = {"name": "t", "lhs": "x", "rhs": "x", "hypotheses": [["Lt", 0, "x"]], **empty}
>>> read_back({"theorems": [theorem], "notation": {}}) if installed() else 5
5
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .arithmetic import letter
from .comparison import conjuncts, same, text
from .engine import Engine, NoReader, installed
from .formulas import HYPOTHESES, Formula, formulas
from .statements import statement
from .tokens import Unread, tree

__all__ = ["Engine", "NoReader", "Unread", "installed", "matches", "parsed", "read", "read_back", "texts"]

Data = Any


def read_back(certificate: Mapping[str, Any], engine: Engine | None = None) -> int:
    """Reads back every formula of the document and returns their number. Raises Unread at the first that differs."""
    printed = list(formulas(certificate))
    said: dict[str, set[int]] = {}
    for formula, data in zip(printed, read(printed, engine or Engine()), strict=True):
        said.setdefault(formula.place, set()).update(matches(formula, data))
    for theorem in certificate["theorems"]:
        place = f"theorem {theorem['name']}, {HYPOTHESES}"
        for number, hypothesis in enumerate(theorem["hypotheses"]):
            if number not in said.get(place, ()):
                raise Unread(f"{place}: {text(hypothesis)} is not printed")
    return len(printed)


def matches(formula: Formula, data: Data) -> set[int]:
    """Which of the expected terms the formula says. Raises Unread if it says anything else."""
    found = set()
    for part in conjuncts(data, formula.noun):
        place = next((k for k, expected in enumerate(formula.expected) if same(part, expected)), None)
        if place is None:
            wanted = " or ".join(map(text, formula.expected))
            raise Unread(f"{formula.place}: {formula.latex} is printed, {text(part)} was read, {wanted} was expected")
        found.add(place)
    return found


def read(printed: Sequence[Formula], engine: Engine) -> list[Data]:
    """What each formula says, as plain data. Raises Unread at the first that cannot be read, and NoReader."""
    said = [parsed(formula) for formula in printed]
    answers = engine.read([core for data in said for core in texts(data)])
    return [_answered(formula, data, answers) for formula, data in zip(printed, said, strict=True)]


def parsed(formula: Formula) -> Data:
    """What the formula says, down to the arithmetic that is left for latex2sympy2. Raises Unread."""
    try:
        return statement(tree(formula.latex), formula.vocabulary)
    except Unread as reason:
        raise _unread(formula, reason) from None


def _answered(formula: Formula, data: Data, answers: Mapping[str, Data | Unread]) -> Data:
    try:
        return _resolved(data, answers)
    except Unread as reason:
        raise _unread(formula, reason) from None


def _unread(formula: Formula, reason: Unread) -> Unread:
    return Unread(f"{formula.place}: {formula.latex} is printed, and cannot be read: {reason}")


def texts(data: Data) -> Iterator[str]:
    """The texts for latex2sympy2."""
    if isinstance(data, list):
        if data[0] == "Core":
            yield data[1]
        for part in data[2] if data[0] == "Core" else data[1:]:
            yield from texts(part)


def _resolved(data: Data, answers: Mapping[str, Data | Unread]) -> Data:
    """The data with what latex2sympy2 has read, and each letter in that replaced by its atom.

    A letter stands for what was printed at its place, so a bound variable's scope is that of its printed name.
    """
    if not isinstance(data, list):
        return data
    if data[0] != "Core":
        return [data[0], *(_resolved(part, answers) for part in data[1:])]
    _, core, atoms = data
    answer = answers[core]
    if isinstance(answer, Unread):
        raise answer
    letters = {letter(k): _resolved(atom, answers) for k, atom in enumerate(atoms)}
    if set(_letters(answer)) != set(letters):
        raise Unread(f"latex2sympy2 has lost a part of {core}")
    return _spelled_out(answer, letters)


def _letters(term: Data) -> Iterator[str]:
    if isinstance(term, str):
        yield term
    for part in term[1:] if isinstance(term, list) else ():
        yield from _letters(part)


def _spelled_out(term: Data, letters: Mapping[str, Data]) -> Data:
    if isinstance(term, str):
        return letters[term]
    return [term[0], *(_spelled_out(part, letters) for part in term[1:])] if isinstance(term, list) else term
