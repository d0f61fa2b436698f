"""The decision procedure "algebra": two terms are equal as rational functions of their atoms.

A term is brought to a quotient of polynomials with rational coefficients.
Atoms are variables, entries, applied functions, logarithms, binders (with canonical bound names). Exponents are
normal forms themselves, so p^y · p^(1−y) = p. Sound wherever both terms are defined (`docs/certificate.md`,
Definedness); in particular a non-integer power needs a positive base, and (x²)^(1/2) is left alone.

>>> from sympy import Sum, sqrt, symbols
>>> x, i, j, n = symbols("x i j n")
>>> equal(x * (Sum(i, (i, 1, n)) + 1) - x, x * Sum(j, (j, 1, n)))
True
>>> equal(sqrt(x**2), x)
False
"""

from __future__ import annotations

from collections.abc import Hashable
from fractions import Fraction
from functools import cache, lru_cache, reduce

from sympy import Add, Basic, Dummy, Indexed, Interval, KroneckerDelta, Mul, Pow, Rational, S, Symbol, exp, log
from sympy.core.function import AppliedUndef
from sympy.core.relational import Relational

from ..border.binding import children, opened, renamed
from .quotients import (
    UNIT,
    Monomial,
    Quotient,
    TooLarge,
    as_exponent,
    as_quotient,
    atom,
    minus,
    monomial_of,
    number,
    plus,
    primes,
    product,
    repr_of,
    times,
    to_power,
)


def _exponential(a: Quotient) -> Quotient:
    """e^a, where e^(m·log x) = x^m."""
    if a.bottom != UNIT:
        return monomial_of(frozenset({("e", as_exponent(a))}))
    return reduce(times, (_exponential_of_term(m, c) for m, c in a.top), number(1))


def _exponential_of_term(monomial: Monomial, coefficient: Fraction) -> Quotient:
    logs = [base for base, e in monomial if e == 1 and isinstance(base, tuple) and base[0] == "log"]
    term = Quotient(frozenset({(monomial, coefficient)}), UNIT)
    if not logs:
        return monomial_of(frozenset({("e", as_exponent(term))}))
    chosen = min(logs, key=repr_of)
    rest = Quotient(frozenset({(monomial - {(chosen, 1)}, coefficient)}), UNIT)
    return to_power(chosen[1], rest)


def _logarithm(a: Quotient) -> Quotient:
    constant = a.constant()
    if constant is not None and constant > 0:
        logs = [times(number(e), atom(("log", number(prime)))) for prime, e in primes(constant)]
        return reduce(plus, logs, number(0))
    if len(a.top) == 1 and a.bottom == UNIT:
        ((monomial, coefficient),) = a.top
        if coefficient == 1 and len(monomial) == 1:
            ((base, exponent),) = monomial
            if base == "e":
                return as_quotient(exponent)
    return atom(("log", a))


def _delta(first: Quotient, second: Quotient) -> Quotient:
    difference = minus(first, second).constant()
    if difference is None:
        return atom(("KroneckerDelta", frozenset({first, second})))
    return number(0 if difference else 1)


def _height(term: Basic) -> int:
    inside = max((_height(part) for part in children(term)), default=0)
    return inside + 1 if opened(term) else inside


@cache
def _bound(height: int) -> Dummy:
    """The one name of the bound variables of that height, which is nobody else's name."""
    return Dummy(f"#{height}")


def _key(term: Basic) -> Hashable:
    """What identifies an atom, a set or a proposition: its head and the normal forms of its parts."""
    if scope := opened(term):
        canonical = _bound(_height(term))
        bodies = (renamed(body, scope.variable, canonical) for body in scope.bodies)
        return (scope.head.__name__, normal(scope.domain), *(normal(body) for body in bodies))
    if isinstance(term, Symbol):
        return ("variable", term)
    return (*_head(term), *(normal(part) for part in children(term)))


def _head(term: Basic) -> tuple[Hashable, ...]:
    if isinstance(term, Indexed):
        return ("entry", term.base)
    if isinstance(term, AppliedUndef):
        return ("function", term.func)
    if isinstance(term, Interval):
        return ("Interval", term.left_open, term.right_open)
    return (type(term).__name__,) if term.args else ("constant", term)


@lru_cache(maxsize=20_000)
def normal(term: Basic) -> Quotient:
    """The normal form of a term: equal normal forms mean equal terms, wherever both are defined."""
    if isinstance(term, Rational):
        return number(Fraction(int(term.p), int(term.q)))
    try:
        return _combined(term)
    except (TooLarge, ZeroDivisionError):
        return atom(("held", _key(term)))


def _combined(term: Basic) -> Quotient:
    if isinstance(term, exp) or term is S.Exp1:
        return _exponential(normal(term.exp) if isinstance(term, exp) else number(1))
    combine = {Add: plus, Mul: times, Pow: to_power, KroneckerDelta: _delta}.get(type(term))
    if combine:
        return reduce(combine, map(normal, term.args[:2] if combine is _delta else term.args))
    if isinstance(term, log):
        inside = term.args[0]
        return normal(inside.exp) if isinstance(inside, exp) else _logarithm(normal(inside))
    return atom(_key(term))


def equal(a: Basic, b: Basic) -> bool:
    """Are two terms equal up to algebra? True is certain; False may also mean that algebra is not enough."""
    if a == b:
        return True
    if isinstance(a, Relational) and type(a) is type(b):
        return all(map(equal, a.args, b.args))
    left, right = normal(a), normal(b)
    if left == right or (left.bottom == UNIT and right.bottom == UNIT):
        return left == right
    try:
        return product(left.top, right.bottom) == product(right.top, left.bottom)
    except TooLarge:
        return False


@lru_cache(maxsize=20_000)
def difference(a: Basic, b: Basic) -> Quotient:
    """The normal form of b − a."""
    try:
        return minus(normal(b), normal(a))
    except TooLarge:
        return atom(("difference", _key(b), _key(a)))
