"""What a function does far out: bounds of ∫_R^∞ |f| and of the ratio f(k+1)/f(k), and proofs that ∫_R^∞ f = ∞.

With s = (log |f|)', where the bounds hold for every y ≥ R:
  s ≤ -c < 0           gives  ∫_R^∞ |f| ≤ |f(R)| / c          (f falls at least like e^{-cy});
  y s ≤ -1 - d < -1    gives  ∫_R^∞ |f| ≤ R |f(R)| / d        (at least like y^{-1-d});
  y s ≥ -1, f(R) ≠ 0   gives  ∫_R^∞ |f| = ∞                   (at most like 1/y).
They follow from integrating s. A zero or a pole of f in between would make s unbounded, on the side that is bounded.
Source: Hardy, A Course of Pure Mathematics, sections 185 to 188.

>>> from sympy import Symbol, exp
>>> y = Symbol("y", positive=True)
>>> print(bound(tail(y * exp(-2 * y), y), arb(10)).str(3, radius=False), bound(tail(1 / y, y), arb(10)))
1.08e-8 None
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce

import sympy as sp
from flint import acb, arb
from sympy import Dummy, Expr, Poly, Rational, S, Symbol

from .balls import Node, Undecided, compiled, rebuilt
from .spans import Span, above, log_terms, plus, span


@dataclass(frozen=True)
class Tail:
    """f, the summands of s = (log |f|)', and those of y s."""

    f: Node
    y: Symbol
    slope: tuple[Expr, ...]
    elasticity: tuple[Expr, ...]


def tail(f: Expr, y: Symbol) -> Tail:
    """f for y > 0, whose only symbol is y, prepared for `bound` and `diverges`.

    Raises Undecided where f may jump, for derivatives say nothing of jumps."""
    if f.has(sp.Piecewise, sp.sign):
        raise Undecided("an integrand that may jump far out")
    slopes = [derivative(term, y) for term in log_terms(f)]
    rational = _divided(sp.Add(*(s for s in slopes if s.is_rational_function(y))), y)
    others = [_in_small_exponentials(s, y) for s in slopes if not s.is_rational_function(y)]
    return Tail(compiled(f, y, {}), y, (rational, *others), (_divided(y * rational, y), *(y * s for s in others)))


def derivative(f: Expr, y: Symbol) -> Expr:
    """df/dy. SymPy's own asks of every part of it whether it is 0, which takes far longer than the rest.

    >>> y = Symbol("y", positive=True)
    >>> derivative(sp.log(y) * sp.exp(-(y**2)) / y, y)
    -2*exp(-y**2)*log(y) - exp(-y**2)*log(y)/y**2 + exp(-y**2)/y**2
    """
    if y not in f.free_symbols:
        return S.Zero
    if f == y:
        return S.One
    if f.is_Add:
        return sp.Add(*(derivative(term, y) for term in f.args))
    if f.is_Mul:
        slopes = ((place, derivative(factor, y)) for place, factor in enumerate(f.args))
        return sp.Add(*(sp.Mul(*f.args[:place], s, *f.args[place + 1 :]) for place, s in slopes))
    if isinstance(f, sp.Pow) and y not in f.exp.free_symbols:
        return f.exp * f.base ** (f.exp - 1) * derivative(f.base, y)
    if isinstance(f, sp.exp):
        return f * derivative(f.args[0], y)
    if isinstance(f, sp.log):
        return derivative(f.args[0], y) / f.args[0]
    return sp.diff(f, y)


def _divided(rational: Expr, y: Symbol) -> Expr:
    """A quotient of polynomials as a polynomial and what vanishes far out, which bounds (y + c)/y close to 1."""
    factor, top, bottom = sp.cancel(rational.as_numer_denom())
    whole, rest = sp.div(factor * top, bottom, y)
    return whole + rest / bottom


def _in_small_exponentials(term: Expr, y: Symbol) -> Expr:
    """A rational function of e^{cy}, for commensurable c, as a reduced one of w = e^{-qy}, which is small far out."""
    written = term.rewrite(sp.exp)
    exponents = {e: e.args[0].as_poly(y) for e in sorted(written.atoms(sp.exp), key=sp.default_sort_key)}
    if not exponents or not all(u and u.degree() == 1 for u in exponents.values()):
        return term
    first = abs(next(iter(exponents.values())).LC())
    rates = {e: sp.cancel(u.LC() / first) for e, u in exponents.items()}
    fractions = [rate for rate in rates.values() if isinstance(rate, Rational)]
    if len(fractions) < len(rates):
        return term
    steps, w = sp.ilcm(1, *(rate.q for rate in fractions)), Dummy("w", positive=True)
    inside = rebuilt(written, {e: sp.exp(exponents[e].TC()) * w ** (-rate * steps) for e, rate in rates.items()})
    return rebuilt(sp.cancel(inside), {w: sp.exp(-first / steps * y)}) if inside.is_rational_function(w, y) else term


def bound(far: Tail, start: arb) -> arb | None:
    """A number that ∫_start^∞ |f| is certainly at most, or None."""
    slope, elasticity = (_total(terms, far.y, start).high for terms in (far.slope, far.elasticity))
    size = far.f(acb(start), False).abs_upper()
    found = [size / -slope] if slope < 0 else []
    found += [size * start / (-1 - elasticity)] if elasticity < -1 else []
    finite = [number.upper() for number in found if number.is_finite()]
    return reduce(lambda a, b: b if b < a else a, finite) if finite else None


def diverges(far: Tail, start: arb) -> int:
    """1 or -1 where ∫_start^∞ f is certainly ∞ or -∞, else 0."""
    value = far.f(acb(start), False).real
    if not value.is_finite() or value.contains(0) or not _total(far.elasticity, far.y, start).low >= -1:
        return 0
    return 1 if value > 0 else -1


def falls(far: Tail, start: arb) -> bool:
    """Does |f| certainly not increase from here on?"""
    return any(_total(terms, far.y, start).high <= 0 for terms in (far.slope, far.elasticity))


def _total(terms: tuple[Expr, ...], y: Symbol, start: arb) -> Span:
    return reduce(plus, (span(term, y, above(start)) for term in terms))


def ratio(f: Expr, k: Symbol) -> Expr:
    """f(k + 1)/f(k), where the gamma functions of a product are quotients of polynomials.

    >>> k = Symbol("k", positive=True)
    >>> ratio(3**k / sp.factorial(k), k)
    3/(k + 1)
    """
    parts = list(_ratios(f, k))
    rational = _divided(sp.Mul(*(r for r in parts if r.is_rational_function(k))), k)
    return sp.Mul(rational, *(r for r in parts if not r.is_rational_function(k)))


def _ratios(f: Expr, k: Symbol) -> Iterator[Expr]:
    if k not in f.free_symbols:
        return
    if f.is_Mul:
        for factor in f.args:
            yield from _ratios(factor, k)
    elif isinstance(f, (sp.factorial, sp.binomial, sp.beta)):
        yield from _ratios(f.rewrite(sp.gamma), k)
    elif isinstance(f, sp.gamma) and (step := _difference(f.args[0], k)).is_Integer:
        yield _rising(f.args[0], int(step))
    elif isinstance(f, sp.exp):
        yield sp.exp(_difference(f.args[0], k))
    elif isinstance(f, sp.Pow) and k not in f.base.free_symbols:
        yield f.base ** _difference(f.exp, k)
    elif isinstance(f, sp.Pow) and k not in f.exp.free_symbols:
        yield sp.Mul(*_ratios(f.base, k)) ** f.exp
    else:
        yield rebuilt(f, {k: k + 1}) / f


def _difference(u: Expr, k: Symbol) -> Expr:
    change = rebuilt(u, {k: k + 1}) - u
    return Poly(change, k).as_expr() if change.is_polynomial(k) else change


def _rising(u: Expr, step: int) -> Expr:
    """Γ(u + step)/Γ(u)."""
    if step < 0:
        return 1 / _rising(u + step, -step)
    return sp.Mul(*(u + i for i in range(step))) if step else S.One
