r"""An equation that is typed in, in LaTeX or as in Python, with what is given, as SymPy terms for `judge` and `prove`.

>>> typed = equation(r"\log(ab) = \log a + \log b", ["a > 0", "0 < b <= 1"])
>>> typed.left, typed.right, typed.given
(log(a*b), log(a) + log(b), (0 < a, 0 < b, b <= 1))
>>> print(verdict("x/x = 1"))
unknown: it holds where x ≠ 0, and nothing given says so
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from sympy import Basic

from ..border.encoding import decode, encode
from ..documents.judging import cancelled
from ..documents.modulo import applied
from ..documents.premises import premises
from ..documents.slopes import spoken
from ..prover.seconds import SECONDS
from ..reading import Part, Reading, ReadingError, Scope, names, parse_any, propositions, read
from ..terms.errors import Malformed
from ..terms.terms import Term, is_a
from ..verdicts.judge import PROVED, REFUTED, UNKNOWN, Verdict, judge


class Equation(NamedTuple):
    """Both sides, as SymPy's terms and as they are written (SymPy has 1 for x/x), and what is given."""

    left: Basic
    right: Basic
    given: tuple[Basic, ...]
    written: tuple[Term, ...]
    doubt: str = ""

    def unmet(self, conditions: Iterable[Term]) -> str:
        """What the sides as they are written need to be defined, and does not follow from the conditions."""
        known = (*map(encode, self.given), *conditions)
        return "; ".join(filter(None, (cancelled(side, known) for side in self.written)))

    def means(self) -> dict[Basic, str]:
        """That a number with a bar is the mean of the entries of its name, with the words for it."""
        found = {said: words for (said, *_), words in premises(self.written)}
        return {decode(said): words for said, words in found.items() if is_a(said, "Eq") and type(said[1]) is str}

    @property
    def one_sided(self) -> tuple[str, ...]:
        """The functions that stand on one side alone, as they are written."""
        first, second = (frozenset(applied(side)) for side in self.written)
        return tuple(sorted(first ^ second))


def equation(text: str, given: Iterable[str] = ()) -> Equation:
    """Raises ReadingError for what cannot be read, and Malformed for what is no equation, or has two readings."""
    found, *others = readings(text, given)
    if others:
        raise Malformed(f"{text!r} has two readings: {' or '.join(one.doubt for one in (found, *others))}")
    return found


def verdict(text: str, given: Iterable[str] = (), seconds: float | None = SECONDS) -> Verdict:
    """Is it proved, refuted, or unknown, in each way in which it may be read? Raises ReadingError and Malformed."""
    found = {read.doubt: _judged(read, seconds) for read in readings(text, given)}
    if len(set(map(str, found.values()))) == 1:
        return next(iter(found.values()))
    each = "".join(f"\n  {doubt}: {one}" for doubt, one in found.items())
    return Verdict(UNKNOWN, f"it may be read in two ways, which are not judged alike{each}")


def _judged(read: Equation, seconds: float | None) -> Verdict:
    """The verdict; what the sides as they are written need to be defined is a condition of it. Nothing is refuted by
    values of what only one side speaks of, or of a bar that is no mean."""
    found, reason = judge(read.left, read.right, read.given, seconds), ""
    if found.status == PROVED and (unmet := read.unmet(map(encode, found.conditions))):
        reason = f"it holds where {unmet}, and nothing given says so"
    if found.status == REFUTED:
        means = read.means()
        if read.one_sided:
            reason = f"nothing given says what {' and '.join(read.one_sided)} is"
        elif means and judge(read.left, read.right, (*read.given, *means), seconds).status != REFUTED:
            reason = f"it needs {' and '.join(means.values())}, which is not given"
    return replace(found, status=UNKNOWN, reason=reason) if reason else found


def readings(text: str, given: Iterable[str] = ()) -> tuple[Equation, ...]:
    """Each way in which it may be read. Raises ReadingError and Malformed, as `equation` does."""
    parts = _chain(text)
    if [part.relation for part in parts[1:]] != ["="]:
        raise Malformed(f"{text!r} is no equation; write both sides with one = between them")
    said = [_chain(one) for one in given]
    trees = [part.tree for chain in (parts, *said) for part in chain if part.tree is not None]
    scope = Scope().seeing(*map(names, trees))
    hypotheses = tuple(decode(one) for chain in said for one in _said(chain, scope))
    return tuple(
        _equation(text, one, hypotheses) for one in read([part.tree for part in parts if part.tree is not None], scope)
    )


def _equation(text: str, reading: Reading, hypotheses: tuple[Basic, ...]) -> Equation:
    if reading.unjudged:
        raise Malformed(f"{text!r}: {reading.unjudged[0]} is outside the language of theorems")
    left, right = map(spoken, reading.terms)
    return Equation(left, right, hypotheses, reading.terms, "; ".join(reading.doubts))


def _chain(text: str) -> tuple[Part, ...]:
    """The formulas of one line, and the relations between them."""
    if not all(side.strip() for side in text.split("=")):
        raise ReadingError(0, "", f"{text!r}: a side of it is empty; write both")
    parts = tuple(part for row in parse_any(text) for part in row)
    if len(parts) < 2 or any(part.tree is None for part in parts) or any(not part.relation for part in parts[1:]):
        raise ReadingError(0, "", f"{text!r} is no relation; write one, such as 'x > 0'")
    return parts


def _said(parts: tuple[Part, ...], scope: Scope) -> list[Term]:
    found: list[Term] = []
    for left, right in pairwise(parts):
        if left.tree is not None and right.tree is not None:
            found.extend(propositions(right.relation, left.tree, right.tree, scope))
    return found
