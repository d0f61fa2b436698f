r"""An equation that is typed in, in LaTeX or as in Python, with what is given, as SymPy terms for `judge` and `prove`.

>>> left, right, given = equation(r"\log(ab) = \log a + \log b", ["a > 0", "0 < b <= 1"])
>>> left, right, given
(log(a*b), log(a) + log(b), (0 < a, 0 < b, b <= 1))
>>> equation("x/x = 1", ["x != 0"])[:2]
(1, 1)
>>> equation("x/x = 1")
Traceback (most recent call last):
mlce_sym.terms.errors.Refused: unknown: it says something where x ≠ 0, and nothing given says so
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from sympy import Basic

from ..border.encoding import decode, encode
from ..documents.judging import spoken, undefined
from ..documents.wording import said
from ..reading import Part, ReadingError, Scope, names, parse_any, propositions, read
from ..terms.errors import Malformed, MlceError, Refused
from ..terms.terms import Term


def equation(text: str, given: Iterable[str] = ()) -> tuple[Basic, Basic, tuple[Basic, ...]]:
    """Both sides, and the hypotheses. Raises ReadingError for what cannot be read, and Malformed for what is no
    equation, or has two readings, and Refused for what is not seen to be defined."""
    parts = _chain(text)
    if [part.relation for part in parts[1:]] != ["="]:
        raise Malformed(f"{text!r} is no equation; write both sides with one = between them")
    conditions = [_chain(one) for one in given]
    trees = [part.tree for chain in (parts, *conditions) for part in chain if part.tree is not None]
    scope = Scope().seeing(*map(names, trees))
    first, *others = read([part.tree for part in parts if part.tree is not None], scope)
    if others:
        raise Malformed(f"{text!r} has two readings ({'; '.join(others[0].doubts)}); write brackets")
    if first.unjudged:
        raise Malformed(f"{text!r}: {first.unjudged[0]} is outside the language of theorems")
    hypotheses = [one for chain in conditions for one in _said(chain, scope)]
    for side in first.terms:
        _defined(side, tuple(hypotheses))
    left, right = map(spoken, first.terms)
    return left, right, tuple(map(decode, hypotheses))


def _defined(side: Term, facts: tuple[Term, ...]) -> None:
    """Of what SymPy makes another term of, such as x/x, what it needs has to be given: the other term needs less."""
    try:
        same = encode(decode(side)) == side
    except MlceError:
        same = True  # then it is refused where it is judged
    unmet = () if same else undefined((side,), facts)
    if unmet:
        raise Refused(f"unknown: it says something where {said(unmet[0])}, and nothing given says so")


def _chain(text: str) -> tuple[Part, ...]:
    """The formulas of one line, and the relations between them."""
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
