"""Sums over finitely many outcomes, and over all whole numbers from some on.

With r = sup_{k ≥ N} |f(k+1)/f(k)| < 1 the rest Σ_{k > N} |f(k)| is at most |f(N)| r/(1 - r). Where f falls more slowly,
and decreases for real k ≥ N, the rest is between ∫_{N+1}^∞ f and ∫_N^∞ f. Source: Knopp, Theory and Application of
Infinite Series, sections 11, 13 and 23.

>>> from sympy import Symbol, factorial
>>> from mlce_sym.evidence.balls import working
>>> k = Symbol("k")
>>> with working():
...     print(from_zero(3**k / factorial(k), k, 0), "and", from_zero(1 / k**2, k, 1))
about 20.08553692 and about 1.6449341
"""

from __future__ import annotations

from collections.abc import Iterable

from flint import acb, arb
from sympy import Dummy, Expr, Symbol

from .balls import Node, Undecided, ball, compiled, real_value, rebuilt
from .halflines import TINY, Total, half_line, infinite
from .spans import above, span
from .tails import falls, ratio, tail

STARTS = tuple(2**j for j in range(1, 15))
FEW = 2**12  # terms that are added where the rest falls slowly


def listed(f: Expr, y: Symbol, outcomes: Iterable[Expr]) -> Total:
    """The sum over these outcomes."""
    node = compiled(f, y, {})
    return Total(sum((_term(node, ball(outcome)) for outcome in outcomes), arb(0)))


def _term(node: Node, k: arb) -> arb:
    return real_value(node(acb(k), False), f"the value at {k.str(8, radius=False)}")


def from_zero(f: Expr, y: Symbol, first: int) -> Total:
    """The sum over first, first + 1, …"""
    k = Dummy("k", positive=True)
    shifted = rebuilt(f, {y: y + first})
    node, later = compiled(shifted, y, {}), rebuilt(shifted, {y: k})
    return _geometric(node, later, k) or _between_integrals(node, later, k)


def _geometric(node: Node, f: Expr, k: Symbol) -> Total | None:
    """The first terms, and a geometric series that is above the others, or below them and without limit."""
    change, enough = ratio(f, k), None
    for start in STARTS:
        at, last = span(change, k, above(arb(start))), _term(node, arb(start))
        if at.low >= 1 and not last.contains(0):
            return infinite(1 if last > 0 else -1)
        size = abs(at.high.max(-at.low))
        if size < 1:
            enough = start, (abs(last) * size / (1 - size)).upper()
            if enough[1] < TINY:
                break
    return None if enough is None else _with_rest(node, enough[0], Total(arb(0, enough[1])))


def _with_rest(node: Node, last: int, rest: Total) -> Total:
    return Total(sum((_term(node, arb(j)) for j in range(last + 1)), arb(0))) + rest


def _between_integrals(node: Node, f: Expr, k: Symbol) -> Total:
    if not falls(tail(f, k), arb(FEW)):
        raise Undecided("a series whose rest could not be bounded")
    above_it, below_it = (half_line(f, k, arb(FEW + j)) for j in (0, 1))
    if above_it.infinite:
        return above_it
    rest = above_it.value.union(below_it.value)
    return _with_rest(node, FEW, Total(rest, above_it.rigorous and below_it.rigorous))
