"""SymPy's `Piecewise` as cases with one condition each, which nothing evaluates.

Its branches are tried in order; "and", "or" and "not" become cases of their own. Where no branch holds there is no
value.

>>> from sympy import Piecewise, Symbol
>>> x = Symbol("x")
>>> nested(Piecewise((1, x > 0), (0, True)))
(1 if 0 < x, else 0)
>>> nested(Piecewise((x, (0 < x) & (x < 1))))
((x if x < 1) if 0 < x)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import islice
from typing import Any

from sympy import (
    And,
    Basic,
    Contains,
    FiniteSet,
    GreaterThan,
    Interval,
    LessThan,
    Not,
    Or,
    Piecewise,
    S,
    StrictGreaterThan,
    StrictLessThan,
)
from sympy.core.relational import Relational

from .names import NotPlain
from .nodes import Cases, Equals, Le, Lt, Member, Undefined

MOST_CASES = 60  # "and" and "or" repeat what is in their cases


def nested(term: Piecewise) -> Basic:
    """The same cases, one condition at a time. Raises NotPlain for a condition that is no comparison, membership, or
    made of such ones by "and", "or" and "not"."""
    found: Basic = Undefined()
    for value, condition in reversed(term.args):
        found = _where(condition, value, found)
        if next(islice(_cases_in(found), MOST_CASES, None), None) is not None:
            raise NotPlain(f"{term} has too many cases for the language of theorems")
    return found


def _cases_in(term: Basic) -> Iterator[Basic]:
    if isinstance(term, Cases):
        yield term
        for part in term.args:
            yield from _cases_in(part)


def _where(condition: Basic, then: Basic, otherwise: Basic) -> Basic:
    if condition in (S.true, S.false):
        return then if condition == S.true else otherwise
    if isinstance(condition, Not):
        return _where(condition.args[0], otherwise, then)
    if isinstance(condition, And):
        return _where_all(condition.args, then, otherwise)
    if isinstance(condition, Or):
        return _where_any(condition.args, then, otherwise)
    if isinstance(condition, Contains):
        element, domain = condition.args
        return _where_in(element, domain, then, otherwise)
    if not isinstance(condition, (Relational, Member)):
        raise NotPlain(f"{condition} ({type(condition).__name__}) is no condition of the language of theorems")
    return Cases(_turned(condition), then, otherwise)


def _where_all(conditions: Sequence[Basic], then: Basic, otherwise: Basic) -> Basic:
    return reduce(lambda found, one: _where(one, found, otherwise), reversed(conditions), then)


def _where_any(conditions: Sequence[Basic], then: Basic, otherwise: Basic) -> Basic:
    return reduce(lambda found, one: _where(one, then, found), reversed(conditions), otherwise)


def _where_in(element: Any, domain: Basic, then: Basic, otherwise: Basic) -> Basic:
    """Membership of an interval or a finite set by comparisons; of another set as it is."""
    if isinstance(domain, FiniteSet):
        return _where_any([Equals(element, value) for value in domain.args], then, otherwise)
    if not isinstance(domain, Interval):
        return Cases(Member(element, domain), then, otherwise)
    low, high = domain.args[:2]
    bounds = [] if low == S.NegativeInfinity else [(Lt if domain.left_open else Le)(low, element)]
    bounds += [] if high == S.Infinity else [(Lt if domain.right_open else Le)(element, high)]
    if not bounds:
        return Cases(Member(element, S.Reals), then, otherwise)
    return _where_all(bounds, then, otherwise)


def _turned(condition: Basic) -> Basic:
    """b > a as a < b."""
    if isinstance(condition, (StrictGreaterThan, GreaterThan)):
        return (Lt if isinstance(condition, StrictGreaterThan) else Le)(*reversed(condition.args))
    if isinstance(condition, (StrictLessThan, LessThan)):
        return (Lt if isinstance(condition, StrictLessThan) else Le)(*condition.args)
    return condition
