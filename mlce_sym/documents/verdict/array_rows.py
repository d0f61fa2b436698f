r"""Rows of solved equations between vectors or matrices: does an equation follow from a row above?

From A = B there follows L = R if L - R = c (A - B), or that transposed; and if P (L - R) is that, where P is a matrix
of which an inverse is written, or such an inverse. The number c is guessed from what stands before the terms, and the
identity is proved by entries. Nothing is said not to follow: a text may mean matrices of which more is known.

>>> from mlce_sym.documents.walking import checked
>>> text = r"We solve $$\mathbf{A} \mathbf{w} - \mathbf{b} = 0$$ and get $$\mathbf{w} = \mathbf{A}^{-1} \mathbf{b}.$$"
>>> [link.verdict.status for link in checked(text)]
['assumption', 'follows']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import Any

from ...border.encoding import decode, encode
from ...certificate.names import renamed
from ...terms.terms import Term, children, compound, free, is_a, rebuilt
from ..equations.arrays import GRADIENT
from ..equations.links import ASSUMPTION, FOLLOWS, PROVED, Verdict
from ..equations.meaning import meaning_of
from ..equations.mentions import subterms
from ..equations.roles import stem, subscripts
from ..equations.symmetric import factors, has_arrays, is_array
from ..in_force.context import Context
from ..in_force.defining import defining
from ..in_force.derivatives import is_slope, moved_in
from ..text.blocks import Chain
from ..text.vocabulary import SOLVE
from .conditions import solved_below
from .identity import of_entries
from .question import asked
from .rows import SET_TO_ZERO
from .solved import FAILURES

SAME = "the same equation"
FIRST: tuple[Term, ...] = (1, -1)


def is_in_vector(term: Term) -> bool:
    """Is it the gradient of something, or a derivative in a vector?"""
    if is_a(term, "Apply") and term[1] == "gradient":
        return str(compound(term)[2]).startswith(GRADIENT)
    return is_slope(term) and is_array(compound(term)[-1] if is_a(term, "Apply") else moved_in(term))


def array_row(
    context: Context, opaques: Set[str], left: Term, right: Term, said: str, line: int
) -> tuple[Context, Verdict] | None:
    """What is in force after an equation between vectors or matrices, and the verdict on it, if it is one to be solved,
    or follows from such an equation; else None."""
    of_slope, rows = False, context.array_rows
    if not rows and context.array_slope is not None and (said == SOLVE or _is_zero(left, right)):
        of_slope, rows = True, (("Eq", context.array_slope, 0),)
    for row in dict.fromkeys(shorter for one in reversed(rows) for shorter in (one, _shortened(one))):
        verdict = _followed(context, opaques, left, right, _renamed(row, left, right))
        if verdict is not None:
            reason = SET_TO_ZERO if of_slope else verdict.reason
            return _after(context, rows, left, right, line), replace(verdict, reason=reason)
    if said == SOLVE and _is_zero(left, right):
        context = replace(context.without_rows(), array_rows=(("Eq", left, right),))
        return context, Verdict(ASSUMPTION, "an equation to be solved")
    return None


def open_row(
    context: Context, left: Term, right: Term, below: Sequence[Chain], verdict: Verdict
) -> tuple[Context, Verdict]:
    """What is in force after an equation that is not proved, and what becomes of the verdict: it is to be solved if it
    says that something is 0, and an unknown in it is said to be something below; else it is another row, from which
    the next one may follow."""
    names = frozenset[str]().union(*(free(side) | free(context.unfolded(side)[0]) for side in (left, right)))
    row: Term = ("Eq", left, right)
    if _is_zero(left, right) and solved_below(below, names):
        context = replace(context.without_rows(), array_rows=(row,))
        return context, Verdict(ASSUMPTION, "an equation to be solved")
    return replace(context, array_rows=(*context.array_rows, row)) if context.array_rows else context, verdict


def _shortened(row: Term) -> Term:
    """Without an inverse that is the last factor, or the first one, of both sides."""
    if not all(is_a(side, "Apply") and compound(side)[1] == "matrix_product" for side in compound(row)[1:]):
        return row
    one, other = (factors(side) for side in compound(row)[1:])
    for place in (0, -1):
        if len(one) > 1 and len(other) > 1 and one[place] == other[place] and _base(one[place]) is not None:
            del one[place], other[place]
    return ("Eq", *(side[0] if len(side) == 1 else ("Apply", "matrix_product", *side) for side in (one, other)))


def _after(context: Context, rows: tuple[Term, ...], left: Term, right: Term, line: int) -> Context:
    """With another row, and what a name is that it solves."""
    context = replace(context, array_rows=(*rows, ("Eq", left, right)))
    meaning = meaning_of(left, right, line) if isinstance(left, str) else None
    return context if meaning is None else defining(context, replace(meaning, soft=True, solved=True))


def _is_zero(left: Term, right: Term) -> bool:
    return any(side == 0 or (isinstance(side, str) and stem(side) == "0") for side in (left, right))


def _renamed(row: Term, left: Term, right: Term) -> Term:
    """The row with the solution's name for the unknown, as of w^*, where that is all that the left side is."""
    if not isinstance(left, str) or left in free(row):
        return row
    plain = [other for other in free(row) - free(right) if is_array(other) and stem(other) == stem(left)]
    plain = [other for other in plain if subscripts(other) <= subscripts(left)]
    return renamed(row, {plain[0]: left}) if len(plain) == 1 else row


def _followed(context: Context, opaques: Set[str], left: Term, right: Term, row: Term) -> Verdict | None:
    """The verdict on an equation that follows from a row; None if it is not seen to."""
    above, here = compound(row)[1:], (left, right)
    if {*above} == {*here}:
        return Verdict(FOLLOWS, SAME)
    opaques = opaques | {"matrix_product", "matrix_power", "transpose"}
    for sides in _multiplied(here, above):
        for factor in _factors(sides, above):
            for whole in (_difference(above), ("Apply", "transpose", _difference(above))):
                question = asked(_difference(sides), ("Mul", factor, whole), context)
                found = of_entries(question, opaques, context, None)
                if found is not None and found.status == PROVED:
                    return Verdict(FOLLOWS, "", found.conditions)
    return None


def _difference(sides: tuple[Term, ...]) -> Term:
    left, right = sides
    return ("Add", left, ("Mul", -1, right)) if not _is_zero(right, 1) else left


def _multiplied(here: tuple[Term, ...], above: tuple[Term, ...]) -> Iterator[tuple[Term, ...]]:
    """Both sides, and these multiplied, from the left and from the right, by what has an inverse."""
    yield here
    powers = dict.fromkeys(one for side in (*here, *above) for one in subterms(side) if _base(one) is not None)
    for power in powers:
        for matrix in (compound(power)[2], power):
            yield tuple(_times(matrix, side) for side in here)
            yield tuple(_times(matrix, side, from_left=False) for side in here)


def _base(term: Term) -> Term | None:
    """Of what it is an inverse."""
    is_inverse = is_a(term, "Apply") and compound(term)[1] == "matrix_power" and compound(term)[3] == -1
    return compound(term)[2] if is_inverse else None


def _times(matrix: Term, term: Term, from_left: bool = True) -> Term:
    """The product, with sums and numbers outside of it."""
    if _is_zero(term, 1):
        return 0
    if is_a(term, "Add"):
        return rebuilt(term, (_times(matrix, part, from_left) for part in children(term)))
    if is_a(term, "Mul"):
        places = [place for place, part in enumerate(children(term)) if has_arrays(part)]
        place = (places[0] if from_left else places[-1]) if places else -1
        parts = enumerate(children(term))
        return rebuilt(term, (_times(matrix, part, from_left) if at == place else part for at, part in parts))
    return ("Apply", "matrix_product", *((matrix, term) if from_left else (term, matrix)))


def _factors(here: tuple[Term, ...], above: tuple[Term, ...]) -> Iterator[Term]:
    """Guesses of the number c: what stands before a term here, divided by what stands before one above."""
    ours, theirs = ([*map(_number_before, _terms(sides))] for sides in (here, above))
    found: dict[Term, None] = dict.fromkeys(FIRST)
    try:
        for one in dict.fromkeys(ours):
            for other in dict.fromkeys(theirs):
                ratio: Any = decode(("Mul", one, ("Pow", other, -1)))
                found |= dict.fromkeys((encode(ratio), encode(-ratio)))
    except FAILURES:
        pass
    yield from found


def _terms(sides: tuple[Term, ...]) -> Iterator[Term]:
    for side in sides:
        yield from (part for part in (children(side) if is_a(side, "Add") else (side,)) if has_arrays(part))


def _number_before(term: Term) -> Term:
    numbers = [part for part in children(term) if not has_arrays(part)] if is_a(term, "Mul") else []
    return ("Mul", *numbers) if len(numbers) > 1 else numbers[0] if numbers else 1
