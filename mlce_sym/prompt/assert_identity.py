"""`assert_identity`, for any project's tests: it passes for what is proved, and its message says what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import Any

from sympy import Add, Basic, Indexed, Mul
from sympy.core.function import AppliedUndef

from ..border.binding import children, opened, renamed
from ..border.given import Given, head_of
from ..border.nodes import as_term
from ..prover.derivation import reflexivity
from ..prover.logic import equal
from ..prover.tactics import common_form
from ..terms.errors import Refused
from .judge import PROVED, Verdict, judge
from .seconds import SECONDS


def assert_identity(lhs: Any, rhs: Any, given: Iterable[Any] = (), seconds: float | None = SECONDS) -> None:
    """Pass only if lhs = rhs is proved. The AssertionError shows the counterexample, or why the answer is unknown;
    no MlceError is raised.

    >>> from sympy import symbols
    >>> a, b = symbols("a b")
    >>> assert_identity((a + b)**2, a**2 + 2*a*b + b**2)
    >>> assert_identity((a + b)**2, a**2 + b**2)
    Traceback (most recent call last):
    AssertionError: refuted: the values differ: 121/36 and 85/36, where a = 1/3, b = 3/2
      left:  (a + b)**2 = 121/36
      right: a**2 + b**2 = 85/36
      first difference: 2*a*b against 0
    """
    verdict = judge(lhs, rhs, given, seconds)
    if verdict.status == PROVED:
        return
    sides = as_term(lhs), as_term(rhs)
    values = [v if v.startswith("≈") else f"= {v}" for v in verdict.values or ()]
    left, right = (" ".join(words) for words in zip_longest(map(str, sides), values, fillvalue=""))
    here, there = first_difference(*_comparable(*sides, verdict))
    lines = (str(verdict), f"  left:  {left}", f"  right: {right}", f"  first difference: {here} against {there}")
    raise AssertionError("\n".join(line.rstrip() for line in lines))


def _comparable(left: Basic, right: Basic, verdict: Verdict) -> tuple[Basic, Basic]:
    """The two sides; brought as far as the rules go, where they have nothing in common before that."""
    if type(left) is type(right):
        return left, right
    try:
        forms = [common_form(reflexivity(Given(verdict.conditions), side)).rhs for side in (left, right)]
    except (Refused, ValueError):
        return left, right
    return forms[0], forms[1]


def first_difference(left: Basic, right: Basic) -> tuple[Basic, Basic]:
    """The subterms, from outside in, down to where more than one part differs.

    >>> from sympy import Sum, log, symbols
    >>> i, j, n, x, y = symbols("i j n x y")
    >>> first_difference(Sum(i * log(x), (i, 1, n)), Sum(j * log(x + y), (j, 1, n)))
    (x, x + y)
    """
    apart = [pair for pair in _pairs(left, right) if not equal(*pair)]
    return first_difference(*apart[0]) if len(apart) == 1 else (left, right)


def _pairs(left: Basic, right: Basic) -> list[tuple[Basic, Basic]]:
    """Parts that correspond; none where the heads differ."""
    if isinstance(left, (Add, Mul)) and type(left) is type(right):
        return _uncommon(left, right)
    one, other = opened(left), opened(right)
    if one and other and one.head is other.head:
        bodies = (renamed(body, other.variable, one.variable) for body in other.bodies)
        return [(one.domain, other.domain), *zip(one.bodies, bodies, strict=True)]
    parts = children(left), children(right)
    same = type(left) is type(right) and len(parts[0]) == len(parts[1]) > 0
    renamed_head = isinstance(left, (AppliedUndef, Indexed)) and head_of(left) != head_of(right)
    return list(zip(*parts, strict=True)) if same and not renamed_head else []


def _uncommon(left: Basic, right: Basic) -> list[tuple[Basic, Basic]]:
    """The terms or factors that the two do not share, if there are some that they do."""
    rest = [a for a in left.args if a not in right.args], [b for b in right.args if b not in left.args]
    shared = len(rest[0]) < len(left.args)
    return [(left.func(*rest[0]), right.func(*rest[1]))] if shared else []
