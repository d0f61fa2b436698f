"""Whether hypotheses hold at a point; one whose own terms are undefined there does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from sympy import And, Basic, Contains, Eq, FiniteSet, Ge, Gt, Interval, Le, Lt, Ne, Not, Or, S

from .numbers import Number, OutOfReach, Undefined, compared
from .terms import value

Env = Mapping[Any, Any]
RELATIONS = {
    Lt: lambda sign: sign < 0,
    Le: lambda sign: sign <= 0,
    Gt: lambda sign: sign > 0,
    Ge: lambda sign: sign >= 0,
    Eq: lambda sign: sign == 0,
    Ne: lambda sign: sign != 0,
}
SAMPLES = [Fraction(k, 7) for k in range(-21, 36, 4)]  # of a set that is not finite
FAR = 7  # of an infinite range


def holds(proposition: Basic, env: Env) -> bool:
    """Raises OutOfReach where numbers cannot say. "For all" is tried at some elements where there are too many."""
    try:
        return _holds(proposition, env)
    except Undefined:
        return False


def _holds(proposition: Any, env: Env) -> bool:
    if proposition in (S.true, S.false, True, False):
        return bool(proposition)
    if type(proposition) in RELATIONS:
        left, right = (value(side, env) for side in proposition.args)
        return RELATIONS[type(proposition)](compared(left, right))
    if isinstance(proposition, (And, Or)):
        return (all if isinstance(proposition, And) else any)(_holds(part, env) for part in proposition.args)
    if isinstance(proposition, Not):
        return not _holds(proposition.args[0], env)
    kind = type(proposition).__name__
    if kind == "ForAll":
        variable, body = proposition.variable, proposition.bodies[0]
        return all(_holds(body, {**env, variable: x}) for x in _elements(proposition.domain, env))
    if kind == "Member" or isinstance(proposition, Contains):
        element, domain = proposition.args
        return contains(domain, value(element, env), env)
    raise OutOfReach(f"{kind} cannot be decided here")


def contains(domain: Basic, x: Number, env: Env) -> bool:
    kind, parts = type(domain).__name__, domain.args
    if domain == S.Reals:
        return True
    if isinstance(domain, FiniteSet):
        return any(compared(x, value(part, env)) == 0 for part in parts)
    if kind == "Without":
        return contains(parts[0], x, env) and compared(x, value(parts[1], env)) != 0
    if isinstance(domain, Interval):
        above = compared(x, value(domain.start, env)) if domain.start != S.NegativeInfinity else 1
        below = compared(value(domain.end, env), x) if domain.end != S.Infinity else 1
        return above >= int(bool(domain.left_open)) and below >= int(bool(domain.right_open))
    if kind in ("Above", "Below"):
        return compared(x, value(parts[0], env)) == (1 if kind == "Above" else -1)
    if kind in ("IndexRange", "From") or domain in (S.Integers, S.Naturals, S.Naturals0):
        return compared(x, Fraction(round(x))) == 0 and all(
            compared(x, low) >= 0 and (high is None or compared(x, high) <= 0) for low, high in _bounds(domain, env)
        )
    raise OutOfReach(f"{domain} cannot be decided here")


def _bounds(domain: Basic, env: Env) -> Iterator[tuple[Number, Number | None]]:
    if domain in (S.Naturals, S.Naturals0):
        yield Fraction(int(domain == S.Naturals)), None
    elif domain != S.Integers:
        low, *more = (value(part, env) for part in domain.args)
        yield low, more[0] if more else None


def _elements(domain: Basic, env: Env) -> list[Number]:
    """The elements of a finite set, or some of another one."""
    kind = type(domain).__name__
    if isinstance(domain, FiniteSet):
        return [value(part, env) for part in domain.args]
    if kind == "IndexRange":
        low, high = (value(part, env) for part in domain.args)
        if compared(high, low - 1) < 0 or low.denominator != 1 or high.denominator != 1:
            raise Undefined("a range that makes no sense")
        return [Fraction(k) for k in range(int(low), int(high) + 1)]
    if kind == "From":
        low = value(domain.args[0], env)
        return [low + k for k in range(FAR)]
    if domain == S.Integers:
        return [Fraction(k) for k in range(-FAR, FAR + 1)]
    return [x for x in SAMPLES if contains(domain, x, env)]
