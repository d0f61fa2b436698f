"""Finite integrals by an antiderivative: SymPy guesses it, the rules of calculus differentiate it, and the fundamental
theorem of calculus does the rest. Only the kernel's steps count.

>>> from sympy import Integral, exp, symbols
>>> from mlce_sym.border.given import Given
>>> from mlce_sym.border.nodes import Lt
>>> from mlce_sym.prover.derivation import reflexivity
>>> t, u = symbols("t u")
>>> by_antiderivative(reflexivity(Given((Lt(0, t),)), Integral(exp(-u), (u, 0, t)))).rhs
1 - exp(-t)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sympy import Add, Basic, Expr, Integer, Interval, S, Symbol, cancel, exp, log

from .. import rules
from ..border.binding import Scope, children, fresh, names, opened, renamed
from ..border.nodes import Above, DerivativeAt, ImproperIntegral, Lt, Near
from ..border.places import Place, replaced
from ..terms.errors import Refused
from .calculus import worked_out
from .derivation import Derivation, reflexivity
from .justification import first_place, onto, use
from .logic import equal, holds
from .weights import Term, Weight, coefficients, terms


def by_antiderivative(theorem: Derivation) -> Derivation | None:
    """One of the finite integrals by what its integrand is the derivative of, or None."""
    for place, scope in _finite_integrals(theorem.rhs, ()):
        for over, made in ((S.Reals, antiderivative), (S.Reals, of_exponentials), (Above(0), of_powers)):
            found = made(scope.bodies[0], scope.variable)
            if found is not None and (over == S.Reals or holds(theorem.given, Lt(0, scope.domain.args[0]))):
                longer = _by_derivative(theorem, place, scope, found, over)
                if longer is not None:
                    return longer
    return None


def is_finite(domain: Basic) -> bool:
    """Is it an open interval with two ends? (SymPy's real numbers are an interval, too.)"""
    return isinstance(domain, Interval) and domain != S.Reals


def _finite_integrals(term: Basic, place: Place) -> Iterator[tuple[Place, Scope]]:
    scope = opened(term)
    if scope is not None and scope.head is ImproperIntegral and is_finite(scope.domain):
        yield place, scope
    for number, part in enumerate(children(term)):
        yield from _finite_integrals(part, (*place, number))


def _by_derivative(theorem: Derivation, place: Place, scope: Scope, found: Expr, over: Basic) -> Derivation | None:
    """By the function that was found, which is smooth over a set in which the interval lies."""
    u, t = scope.variable, fresh(scope.variable, names(found) | names(theorem.rhs) | {scope.variable})
    slope = DerivativeAt(renamed(found, u, t), (t, Near(over, u)))
    whole = ImproperIntegral(slope, (u, scope.domain))
    try:
        other = worked_out(reflexivity(theorem.given, replaced(theorem.rhs, place, whole)))
        if not equal(other.rhs, theorem.rhs):
            return None
        longer = onto(theorem, other)
    except Refused:
        return None
    return first_place(longer, use(rules.fundamental_theorem_on_open_interval))


@lru_cache(maxsize=1000)
def antiderivative(body: Basic, u: Symbol) -> Expr | None:
    """Of a sum of terms c uⁿ e^(b u) or c uⁿ a^u, by parts; None for others."""
    found = terms(body, u) if isinstance(body, Expr) else None
    if found is None or not all(map(_is_plain, found)):
        return None
    return Add(*(term.constant * _of_term(int(term.power), term.weight, _rate(term.weight), u) for term in found))


@lru_cache(maxsize=1000)
def of_powers(body: Basic, u: Symbol) -> Expr | None:
    """Of a sum of terms c u^p, where u > 0; None for others."""
    found = terms(body, u) if isinstance(body, Expr) else None
    if found is None or any(term.weight != Weight() for term in found):
        return None
    powers = ((term.constant, term.power + 1) for term in found)
    return Add(*(c * (log(u) if p == 0 else u**p / p) for c, p in powers))


@lru_cache(maxsize=1000)
def of_exponentials(body: Basic, u: Symbol) -> Expr | None:
    """Of c g'(u) e^g(u), where g is a polynomial; None for others."""
    for power in sorted((one for one in body.atoms(exp) if u in names(one)), key=str):
        known = coefficients(power.exp, u)
        slope = Add(*(degree * c * u ** (degree - 1) for degree, c in (known or {}).items()))
        constant = cancel(body / power / slope) if slope != 0 and isinstance(body, Expr) else u
        if u not in names(constant):
            found: Expr = constant * power
            return found
    return None


def _is_plain(term: Term) -> bool:
    weight = term.weight
    plain = not weight.others and {degree for degree, _ in weight.rates} <= {1}
    return plain and isinstance(term.power, Integer) and bool(0 <= term.power < 10)


def _rate(weight: Weight) -> Expr:
    """b of e^(b u); a^u is e^(u log a)."""
    return dict(weight.rates).get(1, S.Zero) + (log(weight.ratio) if weight.ratio != 1 else 0)


def _of_term(power: int, weight: Weight, rate: Expr, u: Symbol) -> Expr:
    """∫ uⁿ e^(b u) = uⁿ e^(b u)/b − (n/b) ∫ uⁿ⁻¹ e^(b u)."""
    if rate == 0:
        return u ** (power + 1) / (power + 1)
    own: Expr = u**power * weight.at(u) / rate
    return own - power / rate * _of_term(power - 1, weight, rate, u) if power else own
