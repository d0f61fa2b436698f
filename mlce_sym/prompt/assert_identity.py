"""`assert_identity`, for any project's tests: it passes for what is proved, and its message says what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

from sympy import Basic

from ..border.nodes import both_sides
from ..prover.apart import first_difference, parted
from ..prover.hypotheses import essential
from ..prover.seconds import SECONDS, within
from ..prover.understood import understood
from ..terms.errors import MlceError
from ..verdicts.judge import Verdict, judge
from .kept import is_kept, keep, key_of


def assert_identity(
    lhs: Any, rhs: Any = None, given: Iterable[Any] = (), seconds: float | None = SECONDS, kept: Path | None = None
) -> None:
    """Pass only if lhs = rhs, or an equation Eq(lhs, rhs), is proved. The AssertionError shows the counterexample, or
    why the answer is unknown; no MlceError is raised. In the folder `kept` the proof is left, for the kernel to replay
    it the next time.

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
    __tracebackhide__ = True  # pytest then shows the line of the test, and not this function
    lhs, rhs = both_sides(lhs, rhs)
    said = tuple(given) if isinstance(given, Iterator) else given
    key = key_of(lhs, rhs, said) if kept else ""
    if kept and key and is_kept(key, kept):
        return
    verdict = judge(lhs, rhs, said, seconds)
    if verdict.derivation is None:
        raise AssertionError(_message(lhs, rhs, said, verdict, seconds))
    if kept and key:
        keep(key, verdict.derivation, kept)


def _message(left: Basic, right: Basic, given: Iterable[Any], verdict: Verdict, seconds: float | None) -> str:
    values = [v if v.startswith("≈") else f"= {v}" for v in verdict.values or ()]
    sides = (" ".join(words) for words in zip_longest(map(str, (left, right)), values, fillvalue=""))
    lines = [
        str(verdict),
        *(f"  {side:<7}{said}".rstrip() for side, said in zip(("left:", "right:"), sides, strict=True)),
    ]
    here, there = _parted(left, right, given, seconds)
    if here != there and (here, there) != (left, right):  # they are alike where a condition alone is missing
        lines.append(f"  first difference: {here} against {there}")
    return "\n".join(lines)


def _parted(left: Basic, right: Basic, given: Iterable[Any], seconds: float | None) -> tuple[Basic, Basic]:
    """Where the sides part, where they are defined."""
    try:
        with within(seconds):
            read = understood(given, left, right)
            read = read.where(essential(read.given, read.unmet_at_points))
            lhs, rhs = read.terms
            found = parted(lhs, rhs, read.given)
            return (left, right) if found == (lhs, rhs) else found
    except (MlceError, RecursionError):
        return first_difference(left, right)
