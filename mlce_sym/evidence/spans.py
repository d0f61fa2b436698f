"""Bounds of an expression on a whole half-line [R, ∞]: intervals whose ends may be infinite.

>>> from sympy import Symbol
>>> y = Symbol("y", positive=True)
>>> print(span(-5 * y / (3 + y**2) - 2, y, above(arb(10))))
[-2.50000, -2.00000]

A sum of powers of y is bounded with its leading power taken out, for y - y² is [-∞, ∞] term by term. A bound may be too
wide, never too narrow; what is not understood is bounded by nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce

import sympy as sp
from flint import acb, arb
from sympy import Expr, S, Symbol

from ..terms.caching import lru_cache
from .balls import Undecided, ball, compiled

INF, NEG_INF = arb.pos_inf(), arb.neg_inf()


@dataclass(frozen=True)
class Span:
    """The numbers from `low` to `high`; the ends are exact, or infinite."""

    low: arb
    high: arb

    def __str__(self) -> str:
        return f"[{_end(self.low)}, {_end(self.high)}]"


def _end(x: arb) -> str:
    return x.str(6, radius=False) if x.is_finite() else ("∞" if x > 0 else "-∞")


WHOLE = Span(NEG_INF, INF)


def above(low: arb) -> Span:
    return Span(low, INF)


def _span(low: arb, high: arb) -> Span:
    """Rounded outwards; an end that is not known is infinite."""
    return Span(NEG_INF if low.is_nan() else low.lower(), INF if high.is_nan() else high.upper())


def _least(numbers: list[arb]) -> arb:
    return reduce(lambda a, b: b if b < a else a, numbers)


def _greatest(numbers: list[arb]) -> arb:
    return reduce(lambda a, b: b if b > a else a, numbers)


def plus(a: Span, b: Span) -> Span:
    return _span(a.low + b.low, a.high + b.high)


def times(a: Span, b: Span) -> Span:
    corners = [_corner(x, y) for x in (a.low, a.high) for y in (b.low, b.high)]
    return Span(_least([c.lower() for c in corners]), _greatest([c.upper() for c in corners]))


def _corner(x: arb, y: arb) -> arb:
    """A product of ends, where 0·∞ is 0: an infinite end is not a number of the span but a bound of its numbers."""
    return arb(0) if x == 0 or y == 0 else x * y


def inverse(a: Span) -> Span:
    if a.low > 0:
        return _span(1 / a.high, 1 / a.low)
    if a.high < 0:
        return _span(1 / a.high, 1 / a.low)
    if a.low == 0 and a.high > 0:
        return _span(1 / a.high, INF)
    return WHOLE


def increasing(f: Callable[[arb], arb], a: Span) -> Span:
    return _span(f(a.low), f(a.high))


def power(a: Span, exponent: Expr) -> Span:
    """a^e for a number e: of any numbers where e is a whole number, else of positive numbers."""
    if exponent.is_negative:
        return inverse(power(a, -exponent))
    if exponent.is_Integer and not a.low >= 0:
        return _whole_power(a, int(exponent))
    if not a.low >= 0:
        return WHOLE
    e = ball(exponent)
    return (
        increasing(lambda x: arb(0) if x == 0 else (x**e if x.is_finite() else x), a) if e > 0 else Span(arb(1), arb(1))
    )


def _whole_power(a: Span, n: int) -> Span:
    low, high = a.low**n, a.high**n
    if n % 2:
        return _span(low, high)
    top = _greatest([low.upper(), high.upper()])
    return Span(arb(0), top) if a.high >= 0 else _span(high, low)


@lru_cache(maxsize=600)  # asked again and again, at other places
def leading(expr: Expr, y: Symbol) -> tuple[Expr, Expr]:
    """p and r with expr = y^p r for y > 0, where r has a finite limit at ∞ if expr is made of sums of powers of y."""
    if expr.is_Add:
        powers = [term.as_coeff_exponent(y) for term in expr.args]
        if all(y not in c.free_symbols and e.is_real and e.is_number for c, e in powers):
            top = sp.Max(*(e for _, e in powers))
            return top, sp.Add(*(c * y ** (e - top) for c, e in powers))
    if expr.is_Mul:
        parts = [leading(part, y) for part in expr.args]
        return sp.Add(*(p for p, _ in parts)), sp.Mul(*(r for _, r in parts))
    if isinstance(expr, sp.Pow) and expr.exp.is_real and expr.exp.is_number:
        p, rest = leading(expr.base, y)
        return p * expr.exp, rest**expr.exp
    return (S.One, S.One) if expr == y else (S.Zero, expr)


def span(expr: Expr, y: Symbol, at: Span) -> Span:
    """Numbers between which `expr`, whose only symbol is y, stays for y in `at`, a set of positive numbers."""
    try:
        exponent, rest = leading(expr, y)
        found = times(power(at, exponent), _plain(rest, y, at))
        return found if found.high - found.low < INF else _falling(exponent, rest, y, at) or found
    except Undecided:
        return WHOLE


def _falling(p: Expr, rest: Expr, y: Symbol, at: Span) -> Span | None:
    """c y^p e^u, whose factors run apart: where its logarithm is known to fall, it is greatest at first."""
    c, tail = rest.as_independent(y, as_Add=False)
    if not isinstance(tail, sp.exp) or not span(p / y + sp.diff(tail.args[0], y), y, at).high <= 0:
        return None
    first = compiled(c * y**p * tail, y, {})(acb(at.low), False)
    return times(_span(first.real, first.real), Span(arb(0), arb(1))) if first.is_finite() else None


def log_terms(f: Expr) -> list[Expr]:
    """Summands of log f, as far as f is a product: they may be complex, their derivatives are not."""
    if f.is_Mul:
        return [term for factor in f.args for term in log_terms(factor)]
    if isinstance(f, sp.exp):
        return list(sp.Add.make_args(f.args[0]))
    if isinstance(f, sp.Pow):
        return [f.exp * term for term in log_terms(f.base)]
    return log_terms(f.rewrite(sp.gamma)) if isinstance(f, (sp.binomial, sp.beta)) else [sp.log(f)]


def _plain(expr: Expr, y: Symbol, at: Span) -> Span:
    if y not in expr.free_symbols:
        return _fixed(expr)
    if expr == y:
        return at
    if expr.is_Add:
        return reduce(plus, (span(part, y, at) for part in _grouped(expr, y)))
    if expr.is_Mul:
        return reduce(times, (_plain(part, y, at) if part.is_Add else span(part, y, at) for part in expr.args))
    if isinstance(expr, sp.Pow) and expr.exp.is_number:
        return power(_plain(expr.base, y, at), expr.exp)
    if type(expr) in _FUNCTIONS:
        return _FUNCTIONS[type(expr)](span(expr.args[-1], y, at), expr)
    return _finite(expr, y, at)


@lru_cache(maxsize=600)
def _fixed(number: Expr) -> Span:
    value = ball(number)
    return _span(value, value)


@lru_cache(maxsize=600)
def _grouped(expr: Expr, y: Symbol) -> tuple[Expr, ...]:
    """The terms of a sum, those that are powers of y in one group, unless all are."""
    alone = [term for term in expr.args if y in term.as_coeff_exponent(y)[0].free_symbols]
    return (*alone, sp.Add(*(term for term in expr.args if term not in alone))) if alone else expr.args


def _finite(expr: Expr, y: Symbol, at: Span) -> Span:
    """Any function on a bounded set, in one ball."""
    if not (at.low.is_finite() and at.high.is_finite()):
        return WHOLE
    value = compiled(expr, y, {})(acb(at.low.union(at.high)), False)
    return _span(value.real, value.real) if value.is_finite() and value.imag == 0 else WHOLE


def _logarithm(a: Span, _: Expr) -> Span:
    return increasing(lambda x: NEG_INF if x == 0 else x.log(), a) if a.low >= 0 else WHOLE


def _even(name: str) -> Callable[[Span, Expr], Span]:
    """A function such as cosh, that increases on the positive numbers."""

    def bounds(a: Span, _: Expr) -> Span:
        size = _absolute(a, _)
        return increasing(lambda x: getattr(x, name)(), size)

    return bounds


def _absolute(a: Span, _: Expr) -> Span:
    if a.low >= 0:
        return a
    return Span(-a.high, -a.low) if a.high <= 0 else Span(arb(0), _greatest([-a.low, a.high]))


def _sign(a: Span, _: Expr) -> Span:
    return Span(arb(1 if a.low > 0 else -1), arb(-1 if a.high < 0 else 1))


def _digamma(a: Span, expr: Expr) -> Span:
    if expr.args[0] != 0 or not a.low > 0:
        return WHOLE
    return increasing(lambda x: x.digamma() if x.is_finite() else x, a)


def _monotone(name: str) -> Callable[[Span, Expr], Span]:
    return lambda a, _: increasing(lambda x: getattr(x, name)(), a)


def _wave(name: str) -> Callable[[Span, Expr], Span]:
    def bounds(a: Span, _: Expr) -> Span:
        bounded = a.low.is_finite() and a.high.is_finite()
        value = getattr(a.low.union(a.high), name)() if bounded else arb(0, 1)
        return _span(value, value)

    return bounds


_FUNCTIONS: dict[type, Callable[[Span, Expr], Span]] = {
    sp.exp: _monotone("exp"),
    sp.tanh: _monotone("tanh"),
    sp.log: _logarithm,
    sp.Abs: _absolute,
    sp.sign: _sign,
    sp.cosh: _even("cosh"),
    sp.sech: lambda a, e: inverse(_even("cosh")(a, e)),
    sp.polygamma: _digamma,
    sp.cos: _wave("cos"),
    sp.sin: _wave("sin"),
}
