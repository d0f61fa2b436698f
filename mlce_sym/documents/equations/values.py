"""What values say of terms: where two of them agree or differ, and whether something can hold at all.

Values refute, and suggest what a text means; they prove nothing.

>>> double = ("Mul", 2, "a")
>>> agree(double, ("Add", "a", "a"), ()), agree(double, "a", ())
(True, False)
>>> difference(double, "a", (("Lt", 0, "a"),)).values, can_hold((("Lt", "a", "b"), ("Lt", "b", "a")))
({'a': 1}, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ...certificate.writing import plain
from ...evaluate.instances import instances
from ...evaluate.numeric import compare
from ...evaluate.outcomes import Agreement, Difference, Disagreement
from ...evaluate.plain import NotATerm, TooDeep
from ...evaluate.problem import problem_of
from ...logic.definedness import missing
from ...logic.given import assumed
from ...terms.caching import lru_cache
from ...terms.errors import MlceError
from ...terms.terms import Term, free, is_a
from .converging import enough
from .mentions import has, leaves
from .roles import general

ENOUGH = 3  # agreements that make it worth saying
TRIES, SEEDS, MET = 12, 8, 3
FEW, AGREED = 4, 2  # where integrals or infinite sums take long to evaluate
SIMPLE: tuple[Term, ...] = (1, 2, ("Rational", 1, 2), 0, -1)


def compared(left: Term, right: Term, facts: Iterable[Term], **how: Any) -> Agreement | Disagreement | None:
    """The outcome at some values at which the facts hold; None for what has none."""
    try:
        return compare(plain(left), plain(right), [*map(plain, facts)], **how)
    except (NotATerm, TooDeep, RecursionError):
        return None


def agree(left: Term, right: Term, facts: tuple[Term, ...], tries: int = 0, enough: int = ENOUGH) -> bool:
    """Have both sides the same values wherever it was tried, and is that often enough?"""
    tries = tries or (ENOUGH if is_long(left) or is_long(right) else 8)
    found = compared(left, right, facts, tries=tries, told=False)
    return isinstance(found, Agreement) and found.tried >= enough


def can_hold(propositions: Iterable[Term], unless: bool = False) -> bool:
    """Are values found at which all of them hold? `unless` is the answer where none can be looked for."""
    found = _held(tuple(propositions))
    return unless if found is None else isinstance(found, Agreement) and found.tried > 0


@lru_cache(maxsize=500)
def _held(propositions: tuple[Term, ...]) -> Agreement | Disagreement | None:
    return compared("True", "True", propositions, tries=2, enough=1)


def failing(statement: Term, facts: Iterable[Term]) -> Difference | None:
    """Values at which the facts hold, and the statement certainly does not."""
    found = compared("True", "True", facts, tries=12, conditions=[plain(statement)])
    return found if isinstance(found, Difference) else None


def difference(left: Term, right: Term, facts: Iterable[Term]) -> Difference | None:
    """Values at which the facts hold, both sides are defined, and they certainly differ: the shortest of several, or
    the first short ones where it takes long to evaluate."""
    known = tuple(facts)
    short = (*known, *roundly((left, right)))
    if is_long(left) or is_long(right):
        return differ(left, right, short, tries=1) or differ(left, right, known)
    first = differ(left, right, known)
    if first is None:
        return None
    found = (compared(left, right, short, tries=2, seed=seed) for seed in range(SEEDS))
    return min((*(one for one in found if isinstance(one, Difference)), first), key=_size)


def differ(left: Term, right: Term, facts: tuple[Term, ...], tries: int = 0, told: bool = True) -> Difference | None:
    """The first values that are found of that kind: that there are some may be all that is to be told."""
    slow = is_long(left) or is_long(right)
    tries, enough = tries or (FEW if slow else TRIES), AGREED if slow else None
    if not can_be_met(facts):
        return None
    found = compared(left, right, facts, tries=tries, told=told, enough=enough)
    if isinstance(found, Agreement) and found.tried < tries // 2 and (more := natural((left, right), facts)):
        found = compared(left, right, (*facts, *more), tries=tries, told=told, enough=enough)  # often undefined
    return found if isinstance(found, Difference) else None


@lru_cache(maxsize=500)
def can_be_met(facts: tuple[Term, ...]) -> bool:
    """Are values found at which the facts hold, without much ado? Else no values refute anything, and nothing is
    proved, for from what contradicts itself everything would follow."""
    if any(has(fact, "Converges") for fact in facts):  # of an unknown function, which has to be thought of
        return True
    try:
        return next(instances(problem_of([*map(plain, facts)]), tries=MET), None) is not None
    except (NotATerm, TooDeep, RecursionError):
        return False


def is_long(term: Term) -> bool:
    """Does it take long to evaluate?"""
    return has(term, "ImproperIntegral", "Integral", "From")


def _size(apart: Difference) -> int:
    """How much there is to write, and to put in."""
    digits = re.findall(r"\d+", str(apart.values))
    return sum(map(int, digits)) + 2 * len(digits)


def roundly(terms: Iterable[Term]) -> Iterator[Term]:
    """That the names have values that are easily put in."""
    for part in dict.fromkeys(leaf for term in terms for leaf in leaves(term)):
        one, quantified = general(part)
        yield quantified(("Member", one, ("Finite", *SIMPLE)))


def natural(terms: Iterable[Term], facts: tuple[Term, ...]) -> tuple[Term, ...]:
    """What the terms need to be defined, as far as that is seen."""
    try:
        needed = undefined(terms, facts)
        own = tuple(one for one in needed if not taken_for_granted(one))
        return (*own, *(where for one in needed for where in enough(one, (*facts, *own))))
    except (MlceError, ZeroDivisionError, RecursionError):
        return ()


def undefined(terms: Iterable[Term], facts: tuple[Term, ...]) -> tuple[Term, ...]:
    """What the terms need to be defined, and does not follow."""
    given = assumed(facts, ())
    return tuple(dict.fromkeys(condition for term in terms for condition in missing(given, term)))


def taken_for_granted(condition: Term) -> bool:
    """Is it that the ends of a sum are integers, or that it converges, unless someone says otherwise?"""
    is_whole = is_a(condition, "Member") and condition[2] == "Integers" and bool(free(condition))
    return is_whole or is_a(condition, "Converges")
