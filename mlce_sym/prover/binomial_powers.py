"""Integrals of a power of u times one of d + b u^c: over u > 0 by the beta integral, over the line in two halves, about
the point where a square has its least value.

>>> from sympy import Integral, oo, symbols
>>> from mlce_sym.border.given import Given
>>> from mlce_sym.border.nodes import Lt
>>> from mlce_sym.prover.derivation import reflexivity
>>> from mlce_sym.prover.improper import further
>>> a, b, u = symbols("a b u")
>>> positive = Given((Lt(0, a), Lt(0, b)))
>>> further(reflexivity(positive, Integral(u ** (a - 1) / (1 + u) ** (a + b), (u, 0, oo)))).rhs
gamma(a)*gamma(b)/gamma(a + b)
"""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Add, Expr, Pow, S, Symbol, cancel

from .. import rules
from ..border.binding import names, occurrences
from .bells import closing
from .justification import Use, use
from .series import Part
from .weights import Term, coefficients, terms


def over_half_line(part: Part, term: Term) -> Iterator[Use]:
    """By the beta integral, where the term is such a product."""
    u, weight = part.variable, term.weight
    if weight.rates or weight.ratio != 1 or len(weight.others) != 1:
        return
    base, exponent = weight.others[0].as_base_exp()
    known = _binomial(base, u)
    if known is not None and u not in names(exponent):
        d, b, c = known
        plain = u**term.power * (d + b * u**c) ** exponent
        a = term.power + 1
        bindings = {"a": a, "b": b, "c": c, "d": d, "m": cancel(-exponent - a / c)}
        yield closing(part, term.constant, plain, rules.beta_integral_over_half_line, **bindings)


def over_line(part: Part) -> Iterator[Use]:
    """In two halves, where the body is made of powers of u and of d + b u²; for d + b (u − m)² from m on."""
    u = part.variable
    for base in sorted(set(_squares(part.body, u)), key=str):
        known = coefficients(base, u)
        if known is None or max(known) != 2:
            continue
        m = cancel(-known.get(1, S.Zero) / (2 * known[2]))
        yield use(rules.line_in_two_parts, c=S.Zero) if m == 0 else use(rules.line_shifted, a=m)


def _squares(body: Expr, u: Symbol) -> Iterator[Expr]:
    """The sums of which there are powers that are no whole ones."""
    for part in occurrences(body):
        if isinstance(part, Pow) and isinstance(part.base, Add) and u in names(part.base) - names(part.exp):
            yield part.base


def _binomial(base: Expr, u: Symbol) -> tuple[Expr, Expr, Expr] | None:
    """d, b and c, where it is d + b u^c."""
    found = terms(base, u)
    if found is None or len(found) != 2 or any(term.weight.at(u) != 1 for term in found):
        return None
    fixed, moving = sorted(found, key=lambda term: term.power != 0)
    return (fixed.constant, moving.constant, moving.power) if fixed.power == 0 else None
