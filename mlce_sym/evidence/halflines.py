"""Integrals up to infinity, and beside a point where the integrand may be infinite.

>>> from sympy import S, Symbol, sqrt
>>> from mlce_sym.evidence.balls import working
>>> y = Symbol("y")
>>> with working():
...     print(beside(1 / sqrt(y), y, S.Zero, 1, S.One), "and", far_out(1 / (1 + y**2), y, S.Zero, 1))
about 2.000000000 and about 0.7853981634

∫_c^∞ f = ∫_{log c}^{log R} f(e^u) e^u du + ∫_R^∞ f: the first is Arb's, the second bounded by `tails`. Beside a point a
where f is not finite, ∫_0^w f(a ± t) dt = ∫_{1/w}^∞ f(a ± 1/s) s^{-2} ds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import sympy as sp
from flint import acb, arb
from sympy import Dummy, Expr, Symbol

from .balls import Node, Undecided, ball, compiled, rebuilt
from .tails import Tail, bound, diverges, tail

TINY = arb(2) ** -56  # what an integral aims at
DOUBLINGS = (*range(8), *(step * 2**j for j in range(2, 12) for step in (2, 3)))  # log2 of the R that are tried
EVALUATIONS = 60_000
LIKELY = 3  # starts that are tried first
T, U = Dummy("t", positive=True), Dummy("u", real=True)  # the same ones each time, so that SymPy remembers them


@dataclass(frozen=True)
class Total:
    """A number, in a ball: `rigorous` if the ball certainly contains it, else only an estimate. It may be infinite."""

    value: arb
    rigorous: bool = True

    def __add__(self, other: Total) -> Total:
        return Total(self.value + other.value, self.rigorous and other.rigorous)

    @property
    def infinite(self) -> bool:
        return bool(self.value == arb.pos_inf() or self.value == arb.neg_inf())

    def __str__(self) -> str:
        if self.infinite:
            return "infinite"
        return f"about {self.value.str(10, radius=False)}{'' if self.rigorous else ' (an estimate)'}"

    __repr__ = __str__


def exactly(number: int) -> Total:
    return Total(arb(number))


def infinite(sign: int) -> Total:
    return Total(arb.pos_inf() if sign > 0 else arb.neg_inf())


def integral(f: Node, low: arb, high: arb) -> Total:
    """∫_low^high f by Arb, which is rigorous for every f that tells where it is analytic."""
    found = acb.integral(f, acb(low), acb(high), rel_tol=TINY, abs_tol=TINY, eval_limit=EVALUATIONS)
    if not (found.is_finite() and found.imag.contains(0)):
        raise Undecided("an integral that ball arithmetic does not enclose")
    return Total(found.real)


def beside(f: Expr, y: Symbol, at: Expr, side: int, width: Expr) -> Total:
    """The integral of f from `at` to `at + side·width`."""
    moved, far = compiled(rebuilt(f, {y: at + side * T}), T, {}), ball(width)
    if moved(acb((far / 1024).union(arb(0))), False).is_finite():
        return integral(moved, arb(0), far)
    return half_line(rebuilt(f, {y: at + side / T}) / T**2, T, 1 / far)


def far_out(f: Expr, y: Symbol, at: Expr, side: int) -> Total:
    """The integral of f from `at + side` to side·∞."""
    ahead = side * at
    if ahead.is_nonnegative and not f.has(sp.Abs, sp.Max, sp.Min, sp.Piecewise, sp.sign):
        return half_line(rebuilt(f, {y: side * T}), T, ball(ahead + 1))  # as it was written: log y, not log(a + t)
    return half_line(rebuilt(f, {y: at + side * T}), T, arb(1))


def half_line(f: Expr, t: Symbol, low: arb) -> Total:
    """∫_low^∞ f(t) dt, where f is understood for t > 0."""
    if f == 0:
        return exactly(0)
    node, whole = _logarithmic(f, t), tail(f, t)
    return (
        _bounded(node, [whole], low)
        or _bounded(node, [tail(term, t) for term in _terms(f)], low)
        or _beyond_logarithms(f, t, low)
        or _infinite(node, whole, low)
        or _estimate(node, low)
    )


def _logarithmic(f: Expr, t: Symbol) -> Node:
    """f(e^u) e^u as a function of u. SymPy writes powers of e^u as exponentials, which have no cut."""
    return compiled(rebuilt(f, {t: sp.exp(U)}) * sp.exp(U), U, {})


def _terms(f: Expr) -> list[Expr]:
    """f, or summands of it: each has a tail of its own."""
    if f.is_Mul:
        sums = [factor for factor in f.args if factor.is_Add and factor.has(sp.exp)]
        if sums:
            rest = sp.Mul(*(factor for factor in f.args if factor is not sums[0]))
            return [rest * term for term in sums[0].args]
    return list(f.args) if f.is_Add else [f]


def _bounded(node: Node, tails: list[Tail], low: arb) -> Total | None:
    """∫_low^R + the rest, with R far enough out that little is left."""
    best: tuple[arb, arb] | None = None
    for start in (*_likely(tails, low), *_starts(low)):
        rest = _rest(tails, start)
        if rest is not None and (best is None or rest < best[1]):
            best = start, rest
        if best is not None and best[1] < TINY:
            break
    if best is None:
        return None
    return up_to(node, low, best[0]) + Total(arb(0, best[1]))


def _likely(tails: list[Tail], low: arb) -> list[arb]:
    """The first starts where every tail is so small that little may be left: values are quicker to have than bounds."""
    small = (start for start in _starts(low) if all(_is_small(far, start) for far in tails))
    return list(islice(small, LIKELY))


def _is_small(far: Tail, start: arb) -> bool:
    return bool(far.f(acb(start), False).abs_upper() * start < TINY)


def _rest(tails: list[Tail], start: arb) -> arb | None:
    parts = [bound(far, start) for far in tails]
    known = [part for part in parts if part is not None]
    return sum(known, arb(0)).upper() if len(known) == len(parts) else None


def _starts(low: arb) -> Iterator[arb]:
    return (low.upper() * arb(2) ** j for j in DOUBLINGS)


def up_to(node: Node, low: arb, high: arb) -> Total:
    """∫_low^high f for 0 < low < high, in logarithms, for the ends may be orders of magnitude apart."""
    return integral(node, low.log(), high.log())


def _beyond_logarithms(f: Expr, t: Symbol, low: arb) -> Total | None:
    """Once more with t = e^u, for what falls hardly faster than 1/t, such as 1/(t (log t)²)."""
    start = arb(8).max(low.upper())
    inside = rebuilt(f, {t: sp.exp(t)}) * sp.exp(t)
    node, far = _logarithmic(inside, t), tail(inside, t)
    rest = _bounded(node, [far], start.log()) or _infinite(node, far, start.log())
    return None if rest is None else up_to(_logarithmic(f, t), low, start) + rest


def _infinite(node: Node, far: Tail, low: arb) -> Total | None:
    """The integral is ±∞ if f stays above 1/t, or below -1/t."""
    for start in _starts(low):
        if sign := diverges(far, start):
            return up_to(node, low, start) + infinite(sign)
    return None


def _estimate(node: Node, low: arb) -> Total:
    """The integrals up to two far ends, where they agree: no proof that nothing is beyond."""
    near, far = (up_to(node, low, low * arb(2) ** j).value for j in (24, 36))
    if not abs(near - far) < abs(far) * arb(2) ** -20:
        raise Undecided("an integral to infinity whose tail could not be bounded")
    return Total(far.union(near), rigorous=False)
