"""Closed forms that agree with numbers at all samples: c p^a q^b with a simple c, or a sum that is written out.

SymPy's own integrals and sums are not asked for: they may take for ever, and with a time limit the same input would not
always give the same output.

>>> from sympy import Interval, S, exp, oo, symbols
>>> y, s = symbols("y sigma")
>>> closed_form(exp(-(y**2) / (2 * s**2)), y, S.Reals, {s: Interval.open(0, oo)})
sqrt(2)*sqrt(pi)*sigma
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from math import log

import sympy as sp
from flint import arb
from sympy import Basic, Dummy, Expr, FiniteSet, Interval, Range, Rational, S, Set, Symbol

from .balls import Undecided, ball, rebuilt, working
from .estimates import estimate
from .halflines import Total
from .samples import COUNT, samples
from .totals import total

CLOSE = arb(10) ** -6
ROUGHLY, TINY = 1e-2, 1e-9  # estimates may be as wrong as that
FEW = 2  # samples where a claim is confirmed rigorously, once estimates agree at all of them
Domains = Mapping[Symbol, Basic]


def close(a: arb, b: arb) -> bool:
    """Do the balls overlap, and are they small enough for that to say something?"""
    with working():
        small = a.rad() + b.rad() < CLOSE * (1 + abs(a.mid()))
        return bool(a.is_finite() and b.is_finite() and small and a.overlaps(b))


def agrees_everywhere(
    claimed: Expr, f: Expr, y: Symbol, support: Basic, domains: Domains, count: int = COUNT
) -> bool | None:
    """Is Σ or ∫ f = `claimed` at every sample: True, False if a rigorous ball says no, None if something is open."""
    open_ = False
    for values in samples(domains, count):
        try:
            number, claim = total(f, y, support, values), ball(claimed, values)
        except Undecided:
            open_ = True
            continue
        if number.rigorous and not number.value.overlaps(claim):
            return False
        open_ = open_ or not (number.rigorous and close(number.value, claim))
    return None if open_ else True


def confirmed(claimed: Expr, f: Expr, y: Symbol, support: Basic, domains: Domains) -> bool:
    """Does Σ or ∫ f agree with the claim: roughly at all samples, where that is quick to see, then rigorously."""
    try:
        pairs = [(estimate(f, y, support, at), float(ball(claimed, at).mid())) for at in samples(domains)]
    except Undecided:
        pairs = [(None, 0.0)]
    known = [(one, other) for one, other in pairs if one is not None]
    if any(abs(one - other) > ROUGHLY * (abs(one) + abs(other)) + TINY for one, other in known):
        return False
    rigorous = FEW if len(known) == len(pairs) else COUNT
    return bool(agrees_everywhere(claimed, f, y, support, domains, rigorous))


def closed_form(f: Expr, y: Symbol, support: Basic, domains: Domains) -> Expr | None:
    """An expression in the symbols that agrees with Σ or ∫ f at all samples."""
    for candidate in _candidates(f, y, support, domains):
        if candidate is not None and confirmed(candidate, f, y, support, domains):
            return candidate
    return None


def _candidates(f: Expr, y: Symbol, support: Basic, domains: Domains) -> Iterator[Expr | None]:
    if isinstance(support, FiniteSet):
        yield sp.Add(*(rebuilt(f, {y: outcome}) for outcome in support.args))
    try:
        yield monomial(f, y, support, domains)
    except Undecided:
        yield None


def monomial(f: Expr, y: Symbol, support: Basic, domains: Domains) -> Expr | None:
    """c Π p^e, where each e is seen by changing its symbol alone."""
    first = samples(domains, 1)[0]
    if not _may_be_monomial(f, y, support, domains, first):
        return None
    here = _number(total(f, y, support, first))
    powers: dict[Symbol, Expr] = {}
    for symbol, domain in domains.items():
        there = first | {symbol: _moved(first[symbol], domain)}
        step = ball(sp.log(abs(there[symbol] / first[symbol])))
        power = _simple((_number(total(f, y, support, there)) / here).log() / step, (1, 2))
        if power is None:
            return None
        powers[symbol] = power
    shape = sp.Mul(*(symbol**power for symbol, power in powers.items()))
    constant = _constant(here / ball(shape, first))
    return None if constant is None else constant * shape


def _may_be_monomial(f: Expr, y: Symbol, support: Basic, domains: Domains, first: dict[Symbol, Rational]) -> bool:
    """Whether the exponents are roughly halves of integers, as far as that is quick to see."""
    here = estimate(f, y, support, first)
    for symbol, domain in domains.items() if here is not None else ():
        there = first | {symbol: _moved(first[symbol], domain)}
        number, step = estimate(f, y, support, there), log(abs(there[symbol] / first[symbol]))
        if number is None or here is None:
            continue
        if number * here <= 0:
            return False
        power = 2 * log(number / here) / step
        if abs(power - round(power)) > ROUGHLY:
            return False
    return True


def _number(found: Total) -> arb:
    if not (found.rigorous and found.value > 0):
        raise Undecided("no positive number")
    return found.value


def _moved(value: Rational, domain: Basic) -> Rational:
    """Another value in the domain, not of the same size."""
    for other in (2 * value, value / 2, value + 1):
        inside = isinstance(domain, Set) and domain.contains(other) == S.true
        if isinstance(other, Rational) and abs(other) != abs(value) and inside:
            return other
    raise Undecided("no second value")


def _simple(x: arb, denominators: tuple[int, ...]) -> Rational | None:
    """The rational number with such a denominator that x is, as far as can be seen."""
    for bottom in denominators:
        top = (x.mid() * bottom + arb(0.5)).floor().unique_fmpz()
        if top is not None and close(x * bottom, arb(top)):
            return Rational(int(top), bottom)
    return None


def _constant(x: arb) -> Expr | None:
    for half_pi, half_two in product((0, 1, -1, 2, -2, 3, -3, 4, -4), range(2)):
        unit = sp.sqrt(sp.pi) ** half_pi * sp.sqrt(2) ** half_two
        found = _simple(x / ball(unit), tuple(range(1, 13)))
        if found:
            return found * unit
    return None


def typed(symbol: Symbol, domain: Basic) -> Dummy:
    whole = isinstance(domain, Range) or domain in (S.Naturals, S.Naturals0, S.Integers) or None
    naturals: dict[Basic, Expr] = {S.Naturals: S.One, S.Naturals0: S.Zero}
    low = domain.start if isinstance(domain, (Interval, Range)) else naturals.get(domain)
    positive = True if low is not None and (low.is_positive or (low == 0 and not whole)) else None
    nonnegative = True if low is not None and low.is_nonnegative else None
    return Dummy(symbol.name, real=True, integer=whole, positive=positive, nonnegative=nonnegative)
