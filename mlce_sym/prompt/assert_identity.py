"""`assert_identity`, for any project's tests: it passes for what is proved, and its message says what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import Any

from sympy import Basic

from ..border.given import Given
from ..border.nodes import as_term
from ..prover.apart import first_difference
from ..prover.derivation import reflexivity
from ..prover.seconds import SECONDS
from ..prover.tactics import common_form
from ..terms.errors import Refused
from ..verdicts.judge import PROVED, Verdict, judge


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
