"""Total mass and expectations: sums and integrals over a support, in balls that certainly contain them.

>>> from sympy import Interval, S, exp, oo, symbols
>>> y, rate = symbols("y lambda")
>>> total(exp(-rate * y), y, Interval(0, oo), {rate: S(3)})
about 0.3333333333
>>> total(1 / (y * sp.log(y) ** 2), y, Interval(3, oo))
about 0.9102392266
>>> total(1 / y, y, Interval(1, oo))
infinite
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from itertools import pairwise

import sympy as sp
from sympy import Basic, Expr, Interval, Range, S, Symbol

from .balls import Undecided, Values, compiled, rebuilt, working, zeros
from .halflines import Total, beside, exactly, far_out
from .series import from_zero, listed

FAILURES = (sp.PolynomialError, NotImplementedError, TypeError, ValueError, ArithmeticError, RecursionError)
MOST_OUTCOMES = 20_000


def total(density: Expr, y: Symbol, support: Basic, values: Values | None = None) -> Total:
    """The sum (over a finite set, a Range, or the integers) or integral (over an Interval) of the density.

    `values` gives a rational number for every other symbol. The mass of single points of an Interval is 0. Raises
    Undecided where there is not even an estimate.
    """
    f, outcomes = rebuilt(density, values or {}), rebuilt(support, values or {})
    unknown = (f.free_symbols | outcomes.free_symbols) - {y}
    if unknown:
        raise Undecided(f"{min(map(str, unknown))} has no value")
    try:
        with working():
            compiled(f, y, {})  # what is not understood is named as it was written
            return _total(f, y, outcomes)
    except FAILURES as reason:
        raise Undecided(f"SymPy does not get on with {density}: {reason}") from None


def expectation(g: Expr, density: Expr, y: Symbol, support: Basic, values: Values | None = None) -> Total:
    """E[g(Y)] = ∫ g(y) f(y) dy, or the sum; see `total`."""
    return total(g * density, y, support, values)


def _total(f: Expr, y: Symbol, support: Basic) -> Total:
    if f == 0:
        return exactly(0)
    if isinstance(support, sp.FiniteSet):
        return listed(f, y, tuple(support))
    if support in (S.Naturals0, S.Naturals):
        return from_zero(f, y, int(support is S.Naturals))
    if support is S.Integers:
        return from_zero(f, y, 0) + from_zero(rebuilt(f, {y: -y}), y, 1)
    if isinstance(support, Range):
        return _over_range(f, y, support)
    if support is S.Reals:
        support = Interval(-sp.oo, sp.oo)
    if not isinstance(support, Interval):
        raise Undecided(f"no sum or integral over {support}: give an Interval, a Range, a finite set or whole numbers")
    found = reduce(lambda a, b: a + b, _pieces(f, y, support))
    if found.value.is_nan():
        raise Undecided("the integral is infinite above and below 0: it has no value")
    return found


def _over_range(f: Expr, y: Symbol, support: Range) -> Total:
    if support.step < 0:
        support = support.reversed
    if support.stop is not S.Infinity:
        if not (support.size <= MOST_OUTCOMES):
            raise Undecided(f"{support.size} outcomes are too many to add up")
        return listed(f, y, tuple(support))
    if support.step != 1 or support.start is S.NegativeInfinity:
        raise Undecided(f"no sum over {support}")
    return from_zero(f, y, int(support.start))


def _pieces(f: Expr, y: Symbol, support: Interval) -> Iterator[Total]:
    """Between neighbouring cuts from both ends to the middle, and beyond the last cuts; `f` may have kinks, jumps and
    poles at the cuts."""
    ends = cuts(f, y, support)
    if support.start is S.NegativeInfinity:
        yield beside(f, y, ends[0], -1, S.One)
        yield far_out(f, y, ends[0], -1)
    for low, high in pairwise(ends):
        yield beside(f, y, low, 1, (high - low) / 2)
        yield beside(f, y, high, -1, (high - low) / 2)
    if support.end is S.Infinity:
        yield beside(f, y, ends[-1], 1, S.One)
        yield far_out(f, y, ends[-1], 1)


def cuts(f: Expr, y: Symbol, support: Interval) -> list[Expr]:
    """The finite ends of the support, and the kinks of f inside, in order; at least one."""
    ends = {end for end in (support.start, support.end) if end.is_finite}
    inside = {c for kink in _kinks(f) for c in zeros(kink, y) if support.start < c and c < support.end}
    return sorted(ends | inside or {S.Zero}, key=lambda c: sp.N(c, 30))


def _kinks(f: Expr) -> Iterator[Expr]:
    """Expressions at whose zeros f may have a kink, a jump or a pole."""
    for part in sp.preorder_traversal(f):
        if isinstance(part, (sp.Abs, sp.sign)):
            yield part.args[0]
        elif isinstance(part, (sp.Max, sp.Min)):
            yield from (part.args[0] - other for other in part.args[1:])
        elif isinstance(part, sp.core.relational.Relational):
            yield from _unfolded(part.lhs - part.rhs)
        elif isinstance(part, sp.Pow) and not part.exp.is_nonnegative:
            yield part.base
        elif isinstance(part, sp.log):
            yield part.args[0]


def _unfolded(expr: Expr) -> Iterator[Expr]:
    """The expression with |u| read as u and as -u."""
    inner = next(iter(sorted(expr.atoms(sp.Abs), key=sp.default_sort_key)), None)
    if inner is None:
        yield expr
    else:
        for u in (inner.args[0], -inner.args[0]):
            yield from _unfolded(rebuilt(expr, {inner: u}))
