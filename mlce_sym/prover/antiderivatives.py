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

from sympy import Add, Basic, Dummy, Expr, Integer, Interval, Pow, S, Symbol, cancel, erf, exp, log, pi, sqrt

from .. import rules
from ..border.binding import Scope, children, fresh, names, occurrences, opened, renamed
from ..border.given import Given
from ..border.nodes import Above, Below, DerivativeAt, ImproperIntegral, Lt, Near
from ..border.places import Place, replaced
from ..terms.errors import Refused
from .calculus import worked_out
from .derivation import Derivation, reflexivity
from .justification import at_place, first_place, onto, use
from .logic import equal, holds
from .weights import Term, Weight, coefficients, terms


def by_antiderivative(theorem: Derivation) -> Derivation | None:
    """One of the finite integrals by what its integrand is the derivative of, or None."""
    for place, scope in _finite_integrals(theorem.rhs, ()):
        if isinstance(scope.bodies[0], DerivativeAt):  # of a function that only has a name
            longer = at_place(theorem, place, use(rules.fundamental_theorem_on_open_interval))
            if longer is not None:
                return longer
        for made in MADE:
            found = made(scope.bodies[0], scope.variable)
            over = S.Reals if found is None or made in OVER_THE_LINE else _where_positive(theorem.given, scope, found)
            longer = None if found is None or over is None else _by_derivative(theorem, place, scope, found, over)
            if longer is not None:
                return longer
    return None


def _where_positive(given: Given, scope: Scope, found: Expr) -> Basic | None:
    """The half-line on which the linear function that stands in powers and logarithms is positive, if the interval
    lies within, too."""
    line = _line(next(iter(_bases(found, scope.variable))), scope.variable)
    if line is None:
        return None
    e, d = line
    low, high = scope.domain.args[:2]
    if holds(given, Lt(0, e)) and holds(given, Lt(-d / e, low)):
        return Above(-d / e)
    return Below(-d / e) if holds(given, Lt(e, 0)) and holds(given, Lt(high, -d / e)) else None


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
    """Of a sum of terms c v^p, or c v^p log v, where v = e u + d > 0 is the same in all; None for others."""
    bases = _bases(body, u)
    if len(bases) != 1 or not isinstance(body, Expr):
        return None
    (v,) = bases
    held, line = Dummy(), _line(v, u)
    found = terms(body.xreplace({v: held}), held)
    weights = (Weight(), Weight(others=(log(held),)))
    if line is None or found is None or any(term.weight not in weights for term in found):
        return None
    slope, _ = line
    return Add(*(t.constant / slope * _of_power(t.power + 1, bool(t.weight.others), v) for t in found))


def _line(v: Expr, u: Symbol) -> tuple[Expr, Expr] | None:
    """e and d, where v is e u + d."""
    known = coefficients(v, u) or {}
    return (known[1], known.get(0, S.Zero)) if 1 in known and set(known) <= {0, 1} else None


def _of_power(p: Expr, with_log: bool, v: Expr) -> Expr:
    """∫ v^(p − 1), or ∫ v^(p − 1) log v."""
    if p == 0:
        return log(v) ** 2 / 2 if with_log else log(v)
    return v**p * log(v) / p - v**p / p**2 if with_log else v**p / p


def _bases(body: Basic, u: Symbol) -> set[Expr]:
    """The numbers that move in its powers and logarithms."""
    found = {part.args[0] for part in occurrences(body) if isinstance(part, (Pow, log)) and u in names(part)}
    return found or {u}


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


@lru_cache(maxsize=1000)
def of_bells(body: Basic, u: Symbol) -> Expr | None:
    """Of a sum of terms c uⁿ e^(β u − α u²); None for others."""
    found = terms(body, u) if isinstance(body, Expr) else None
    if not found or not all(isinstance(t.power, Integer) and 0 <= t.power < 10 and _is_bell(t.weight) for t in found):
        return None
    return Add(*(t.constant * _of_bell(int(t.power), t.weight, _rate(t.weight), u) for t in found))


OVER_THE_LINE = (antiderivative, of_exponentials, of_bells)
MADE = (*OVER_THE_LINE, of_powers)


def _is_bell(weight: Weight) -> bool:
    degrees = {degree for degree, _ in weight.rates}
    return not weight.others and 2 in degrees and degrees <= {1, 2}


def _of_bell(power: int, weight: Weight, beta: Expr, u: Symbol) -> Expr:
    """∫ uⁿ w = −uⁿ⁻¹ w/(2α) + ((n − 1) ∫ uⁿ⁻² w + β ∫ uⁿ⁻¹ w)/(2α), for the weight w = e^(β u − α u²); that of w
    itself is an error function."""
    alpha = -dict(weight.rates)[2]
    if power == 0:
        return sqrt(pi / alpha) / 2 * exp(beta**2 / (4 * alpha)) * erf(sqrt(alpha) * u - beta / (2 * sqrt(alpha)))
    own = beta * _of_bell(power - 1, weight, beta, u) - u ** (power - 1) * weight.at(u)
    rest = (power - 1) * _of_bell(power - 2, weight, beta, u) if power > 1 else S.Zero
    return (own + rest) / (2 * alpha)


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
