"""Integrals with another variable: e^u for u where log u stands in an exponent, log u where e^u does (log(1 + u) over
u > 0), and u^(1/c) where u^c stands in a power of a sum, in its logarithm, or in an exponent.

>>> from sympy import Integral, exp, log, oo, symbols
>>> from mlce_sym.border.given import Given
>>> from mlce_sym.prover.derivation import reflexivity
>>> u = symbols("u")
>>> further(reflexivity(Given(), Integral(exp(-log(u)**2), (u, 0, oo)))).rhs
ImproperIntegral(exp(u)*exp(-log(exp(u))**2), (u, Reals))
>>> further(reflexivity(Given(), Integral(exp(-u - exp(-u)), (u, -oo, oo)))).rhs
ImproperIntegral(exp(-1/u)/u**2, (u, Above(0)))
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sympy import Add, Basic, Expr, Pow, S, Symbol, exp, log

from .. import rules
from ..border.binding import Scope, children, names, occurrences, rebuilt, substitute
from ..border.nodes import Above, ImproperIntegral
from .antiderivatives import is_finite
from .derivation import Derivation
from .justification import Use, use
from .series import Part, stepped


def further(theorem: Derivation) -> Derivation | None:
    """One of the integrals with another variable, or None."""
    return stepped(theorem, _fits, ways)


def _fits(scope: Scope) -> bool:
    over = scope.domain
    one_sided = isinstance(over, Above) or (is_finite(over) and over.args[0] == 0)
    return scope.head is ImproperIntegral and (over == S.Reals or one_sided)


def ways(part: Part) -> Iterator[Use]:
    u = part.variable
    if part.domain == Above(0) and log(u) in _within_exponents(part.body, u):
        yield use(rules.half_line_by_exponential)
    elif part.domain == Above(0):
        yield from _of_growth(part)
    elif part.domain == S.Reals and any(isinstance(one, exp) for one in _within_exponents(part.body, u)):
        plain = _of_powers(substitute(part.body, {u: log(u)}), u)
        yield use(rules.half_line_by_exponential, backward=True, f=part.function(plain / u))
    elif part.domain != S.Reals:
        rule = rules.half_line_by_power if isinstance(part.domain, Above) else rules.interval_by_power
        for power in dict.fromkeys(_inner_powers(part.body, u)):
            yield use(rule, c=1 / power)


def _of_growth(part: Part) -> Iterator[Use]:
    """Where e^(b u) stands in an exponent: with u/b for u, and then with log(1 + u) for u."""
    u = part.variable
    inner: list[Any] = sorted((one for one in _within_exponents(part.body, u) if isinstance(one, exp)), key=str)
    rates = {one.exp.coeff(u) for one in inner}
    if len(rates) != 1 or any(u in names((one.exp - u * one.exp.coeff(u)).expand()) for one in inner):
        return
    (b,) = rates
    if b != 1:
        yield use(rules.half_line_scaled, c=1 / b)
        return
    plain = _of_powers(substitute(part.body, {u: log(u)}), u) / u
    below = _expanded(substitute(plain, {u: 1 + u}))
    yield use(rules.half_line_by_growth, backward=True, f=part.function(below))


def _expanded(term: Any) -> Any:
    """With the exponents multiplied out."""
    plain = rebuilt(term, tuple(map(_expanded, children(term))))
    return exp(plain.exp.expand()) if isinstance(plain, exp) else plain


def _within_exponents(body: Expr, u: Symbol) -> set[Basic]:
    """The parts of its exponents that move."""
    powers = (part for part in occurrences(body) if isinstance(part, exp) and u in names(part))
    return {inner for power in powers for inner in occurrences(power.exp) if u in names(inner)}


def _of_powers(term: Any, u: Symbol) -> Any:
    """With e^d u^c for e^(c log u + d)."""
    plain = rebuilt(term, tuple(_of_powers(part, u) for part in children(term)))
    if not isinstance(plain, exp):
        return plain
    exponent: Any = plain.exp.expand()
    c = exponent.coeff(log(u))
    rest = (exponent - c * log(u)).expand()
    return plain if log(u) in occurrences(rest) else exp(rest) * u**c


def _inner_powers(body: Expr, u: Symbol) -> Iterator[Expr]:
    """The exponents c of u^c in sums of which there are powers or logarithms, and in exponents."""
    for part in occurrences(body):
        if isinstance(part, exp) or (isinstance(part, (Pow, log)) and isinstance(part.args[0], Add)):
            powers = (one for one in occurrences(part.args[0]) if type(one) is Pow and one.base == u)
            yield from (one.exp for one in powers if u not in names(one.exp))
