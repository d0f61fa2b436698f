r"""An equation that is typed in, in LaTeX or as in Python, with what is given, as SymPy terms for `judge` and `prove`.

>>> typed = equation(r"\log(ab) = \log a + \log b", ["a > 0", "0 < b <= 1"])
>>> typed.left, typed.right, typed.given
(log(a*b), log(a) + log(b), (0 < a, 0 < b, b <= 1))
>>> equation("x/x = 1").unmet(())
'x ≠ 0'
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from sympy import Basic

from ..border.encoding import decode, encode
from ..documents.judging import cancelled
from ..documents.modulo import applied
from ..documents.premises import premises
from ..documents.slopes import spoken
from ..reading import Part, Reading, ReadingError, Scope, names, parse_any, propositions, read
from ..terms.errors import Malformed
from ..terms.terms import Term, is_a


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
