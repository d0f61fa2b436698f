"""What is wrong in a line that is refuted, as a tutor would say it: the usual slips, undone one at a time.

>>> squares = ("Add", ("Pow", "a", 2), ("Mul", -1, ("Pow", "b", 2)))
>>> wrong = ("Mul", ("Add", "a", "b"), ("Add", "a", "b"))
>>> [words for words, term in undone(wrong) if term == ("Mul", ("Add", "a", "b"), ("Add", "a", ("Mul", -1, "b")))]
['the sign of b']
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from ...prover.seconds import Over
from ...terms.terms import CALLS, Term, children, free, is_a, is_binder, number, rebuilt
from .roles import SIZES
from .values import is_long
from .wording import said

MOST = 120
FEWER = 12  # where integrals or infinite sums take long to evaluate
Slip = tuple[str, Term]
FACTORS: tuple[Term, ...] = (2, ("Rational", 1, 2), "n", ("Pow", "n", -1))


def undone(term: Term) -> Iterator[Slip]:
    """The term with one thing changed at one place, and what that is."""
    yield from _here(term)
    if is_a(term, *CALLS):
        return
    parts = children(term)
    first = 1 if is_binder(term) else 0
    for place in range(first, len(parts)):
        for words, other in undone(parts[place]):
            yield words, rebuilt(term, (*parts[:place], other, *parts[place + 1 :]))


def _here(term: Term) -> Iterator[Slip]:
    if is_a(term, "Add"):
        summands = term[1:]
        for place, summand in enumerate(summands):
            yield f"the sign of {said(_positive(summand))}", _with(term, place, _turned(summand))
        for place, summand in enumerate(summands):
            if len(summands) > 1:
                yield from _with_factors(term, place, summand)
                kept = (*summands[:place], *summands[place + 1 :])
                yield f"the term {said(summand)}, which is too much", kept[0] if len(kept) == 1 else ("Add", *kept)
    if is_a(term, "Mul"):
        for place, factor in enumerate(term[1:]):
            kept = (*term[1 : place + 1], *term[place + 2 :])
            if factor != -1 and kept:
                yield f"the factor {said(factor)}, which is too much", kept[0] if len(kept) == 1 else ("Mul", *kept)
    if is_a(term, "Pow") and isinstance(exponent := term[2], int):
        for other in (exponent - 1, exponent + 1, -exponent):
            yield f"the exponent of {said(term[1])}, which would be {other}", ("Pow", term[1], other)
    elif is_a(term, "Pow"):
        for one in (-1, 1):
            more = added(term[2], one)
            yield f"the exponent of {said(term[1])}, which would be {said(more)}", ("Pow", term[1], more)


def added(term: Term, one: int) -> Term:
    """One more or less, where that is in the sum."""
    parts = list(term[1:]) if is_a(term, "Add") else [term]
    kept = [part for part in parts if part != -one]
    parts = kept if len(kept) < len(parts) else [*parts, one]
    return parts[0] if len(parts) == 1 else ("Add", *parts)


def _with_factors(term: Term, place: int, summand: Term) -> Iterator[Slip]:
    """With a factor of one term, which a sum of equal terms has."""
    for factor in (*sorted(SIZES & free(term)), ("Rational", 1, 2), 2):
        words = f"a factor {said(factor)} of the term {said(_positive(summand))}, which is missing"
        yield words, _with(term, place, ("Mul", factor, summand))


def _with(term: Term, place: int, part: Term) -> Term:
    parts = children(term)
    return rebuilt(term, (*parts[:place], part, *parts[place + 1 :]))


def _turned(term: Term) -> Term:
    """The term with the other sign."""
    if is_a(term, "Mul") and term[1] == -1:
        rest = children(term)[1:]
        return rest[0] if len(rest) == 1 else ("Mul", *rest)
    value = number(term)
    return ("Mul", -1, term) if value is None or not isinstance(term, int) else -term


def _positive(term: Term) -> Term:
    return _turned(term) if is_a(term, "Mul") and term[1] == -1 else term


def missing(left: Term, right: Term) -> Iterator[Slip]:
    """The right side with another sign, with a factor, or with a summand of the left side that it has not."""
    yield "the sign of the whole", ("Mul", -1, right)
    for factor in FACTORS:
        if not free(factor) <= free(left):
            continue
        yield f"a factor {said(factor)}, which is missing", ("Mul", factor, right)
    here = right[1:] if is_a(right, "Add") else (right,)
    for summand in left[1:] if is_a(left, "Add") else ():
        if summand not in here:
            yield f"the term {said(summand)}, which is missing", ("Add", right, summand)


def hints(left: Term, right: Term, holds: Callable[[Term, Term], bool]) -> tuple[str, ...]:
    """What may be wrong: the first change of the right side with which the sides agree."""
    most = FEWER if any(map(is_long, (left, right))) else MOST
    tried = islice((*missing(left, right), *undone(right)), most)
    try:
        found = next((words for words, other in tried if holds(left, other)), None)
    except Over:
        return ()  # the line is refuted all the same
    return (f"It would hold but for {found}.",) if found else ()
