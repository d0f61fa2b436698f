"""The values of terms, nested limits from the outermost inward."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import mpmath
from sympy import Add, Basic, E, Indexed, Mul, Pow, Product, Rational, S, Sum, Symbol, pi
from sympy.core.function import AppliedUndef, Derivative, Subs
from sympy.functions import Piecewise
from sympy.integrals.integrals import Integral

from . import limits
from .functions import applied
from .numbers import Number, OutOfReach, Undefined, added, as_number, compared, multiplied, power, within_reach

Env = Mapping[Any, Any]
LONGEST = 200  # of a range


def value(term: Basic, env: Env) -> Number:
    """The value where env gives symbols Fractions, and entries "x" and functions "f" functions of their arguments."""
    if isinstance(term, Rational):
        return Fraction(int(term.p), int(term.q))
    if isinstance(term, Symbol):
        return as_number(env[term])
    if term in (E, pi):
        return +(mpmath.e if term == E else mpmath.pi)
    if isinstance(term, (Indexed, AppliedUndef)):
        name, places = (term.base.label, term.indices) if isinstance(term, Indexed) else (term.func, term.args)
        return as_number(env[str(name)](*(value(place, env) for place in places)))
    if isinstance(term, (Add, Mul)):
        return (added if isinstance(term, Add) else multiplied)([value(part, env) for part in term.args])
    if isinstance(term, Pow) and term.base != E:
        return power(value(term.base, env), value(term.exp, env))
    if isinstance(term, Piecewise):
        return _cases(term, env)
    if isinstance(term, (Sum, Product, Integral, Derivative, Subs)) or hasattr(term, "bodies"):
        return _bound(term, env)
    return applied(type(term).__name__, [value(part, env) for part in term.args])


def _cases(term: Basic, env: Env) -> Number:
    from .propositions import holds

    for body, condition in term.args:
        if holds(condition, env):
            return value(body, env)
    raise Undefined("no case holds")


def _bound(term: Basic, env: Env) -> Number:
    if isinstance(term, (Sum, Product)):
        return _series(term, env)
    if isinstance(term, Integral):
        body, (variable, low, high) = inner(term), term.limits[-1]
        return _integral(body, variable, low, high, env)
    if isinstance(term, Derivative):
        return _slope(term.expr, list(term.variable_count), env)
    if isinstance(term, Subs):
        points = {v: value(p, env) for v, p in zip(term.variables, term.point, strict=True)}
        return value(term.expr, {**env, **points})
    return _node(term, env)


def _node(term: Any, env: Env) -> Number:
    """A derivative or integral of the project's, by the names of their classes."""
    kind, domain = type(term).__name__, term.domain
    (body,) = term.bodies
    if kind == "DerivativeAt":
        point = value(domain.args[1], env)
        return limits.derivative(lambda x: value(body, {**env, term.variable: x}), point, 1)
    if kind in ("IntegralOver", "ImproperIntegral"):
        low, high = ends(domain)
        return _integral(body, term.variable, low, high, env)
    raise OutOfReach(f"{kind} has no value here")


def ends(domain: Basic) -> tuple[Basic, Basic]:
    """The ends of an interval of any kind."""
    kind = type(domain).__name__
    if kind in ("Between", "Interval"):
        return domain.args[0], domain.args[1]
    if domain == S.Reals:
        return S.NegativeInfinity, S.Infinity
    assert kind in ("Above", "Below"), domain
    return (domain.args[0], S.Infinity) if kind == "Above" else (S.NegativeInfinity, domain.args[0])


def inner(term: Any) -> Any:
    """A sum, product or integral without its outermost limit."""
    limits_inside = term.limits[:-1]
    return type(term)(term.function, *limits_inside) if limits_inside else term.function


def _series(term: Any, env: Env) -> Number:
    variable, low, high = term.limits[-1]
    body = inner(term)
    first = _whole(value(low, env))

    def at(k: Number) -> Number:
        return value(body, {**env, variable: k})

    if high == S.Infinity and isinstance(term, Sum):
        return limits.series(first, at)
    last = _whole(value(high, env))
    if last < first - 1:
        raise Undefined("a range that makes no sense")
    if last - first > LONGEST:
        raise OutOfReach("a long range")
    parts = [at(Fraction(i)) for i in range(first, last + 1)]
    return added(parts) if isinstance(term, Sum) else multiplied(parts)


def _whole(bound: Number) -> int:
    nearest = round(within_reach(bound))
    if compared(bound, Fraction(int(nearest))) != 0:
        raise Undefined("a bound that is no integer")
    return int(nearest)


def _integral(body: Basic, variable: Basic, low: Basic, high: Basic, env: Env) -> Number:
    first = None if low == S.NegativeInfinity else value(low, env)
    last = None if high == S.Infinity else value(high, env)
    known = [x for x in env.values() if isinstance(x, Fraction)]
    kinks = {Fraction(0), Fraction(1), *known, *(-x for x in known)}
    return limits.integral(first, last, lambda x: value(body, {**env, variable: x}), kinks)


def _slope(body: Basic, variables: list[Any], env: Env) -> Number:
    if not variables:
        return value(body, env)
    *before, (variable, count) = variables
    if not isinstance(variable, Symbol):
        raise OutOfReach("a derivative in what is no symbol")
    return limits.derivative(lambda x: _slope(body, before, {**env, variable: x}), env[variable], int(count))
