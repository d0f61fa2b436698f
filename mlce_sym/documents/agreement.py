"""Do two sides agree in values, and with which premise that texts leave unsaid? That suggests what a text means, and
proves nothing.

>>> double = ("Mul", 2, "a")
>>> agree(double, ("Add", "a", "a"), ()), agree(double, "a", ())
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterator

from ..certificate.writing import plain
from ..evaluate.numeric import compare
from ..evaluate.outcomes import Agreement
from ..evaluate.plain import NotATerm, TooDeep
from ..terms.terms import Compound, Term, children, free, is_a
from . import judging
from .premises import normalised, premises

ENOUGH = 3  # agreements that make a premise worth saying


def needed(left: Term, right: Term, facts: tuple[Term, ...], told: tuple[Term, ...]) -> str:
    """The words of a premise that texts leave unsaid, with which the two sides agree; "" where there is none. Of data
    whose range is told nothing else is supposed."""
    spoken = frozenset[str]().union(*map(free, told))
    for statements, words in premises((left, right), spoken):
        if agree(left, right, (*facts, *statements)) and not differ(left, right, facts, statements):
            return words
    ones = normalised(left), normalised(right)
    if ones != (left, right) and agree(*ones, facts):
        return "that a density or mass function adds up to 1"
    return ""


def differ(left: Term, right: Term, facts: tuple[Term, ...], statements: tuple[Term, ...]) -> bool:
    """Do the sides differ where a premise holds, of two data at least? Of one alone too much holds."""
    ranges = {part[2] for one in statements for part in _sums(one)}
    several = tuple(sorted(("Le", 2, high) for _, low, high in ranges if low == 1 and isinstance(high, str)))
    return bool(several) and judging.differ(left, right, (*facts, *statements, *several), told=False) is not None


def _sums(term: Term) -> Iterator[Compound]:
    if is_a(term, "Sum") and is_a(term[2], "Range"):
        yield term
    for part in children(term):
        yield from _sums(part)


def agree(left: Term, right: Term, facts: tuple[Term, ...]) -> bool:
    try:
        tries = ENOUGH if judging.is_long(left) or judging.is_long(right) else 8
        found = compare(plain(left), plain(right), [plain(fact) for fact in facts], tries=tries, told=False)
    except (NotATerm, TooDeep, RecursionError):
        return False
    return isinstance(found, Agreement) and found.tried >= ENOUGH
