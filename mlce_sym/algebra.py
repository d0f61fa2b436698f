"""The decision procedure "algebra": two terms are equal as rational functions of their atoms.

May import nodes and binding. A term is brought to a quotient of polynomials with rational coefficients. Atoms are variables, entries,
applied functions, logarithms, binders (with canonical bound names). Exponents are normal forms themselves, so p^y · p^(1−y) = p.
Sound wherever both terms are defined (`docs/certificate.md`, Definedness); in particular a non-integer power needs a positive base,
and (x²)^(1/2) is left alone.

>>> from sympy import Sum, sqrt, symbols
>>> x, i, j, n = symbols("x i j n")
>>> equal(x * (Sum(i, (i, 1, n)) + 1) - x, x * Sum(j, (j, 1, n)))
True
>>> equal(sqrt(x**2), x)
False
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, reduce
from math import floor, gcd
from typing import Any

from sympy import Add, Basic, Indexed, KroneckerDelta, Mul, Pow, Rational, Symbol, exp, log
from sympy.core.function import AppliedUndef

from .binding import children, opened, renamed

Exponent = "int | Quotient"
Monomial = frozenset[Any]  # of (base, exponent)
Polynomial = frozenset[tuple[Monomial, Fraction]]  # of (monomial, coefficient that is not 0)

ONE: Monomial = frozenset()
MOST_TERMS = 3000


class TooLarge(ValueError):
    """A power or product would multiply out to more than `MOST_TERMS` terms."""


@dataclass(frozen=True)
class Quotient:
    """top / bottom, each a set of (monomial, coefficient) pairs; bottom is 1 unless a sum of terms was divided by."""

    top: Polynomial
    bottom: Polynomial

    def constant(self) -> Fraction | None:
        """The rational number that this is, or None."""
        if not self.top:
            return Fraction(0)
        if self.bottom == UNIT and len(self.top) == 1:
            ((monomial, coefficient),) = self.top
            return coefficient if monomial == ONE else None
        return None


UNIT = frozenset({(ONE, Fraction(1))})


def number(value: int | Fraction) -> Quotient:
    return Quotient(frozenset({(ONE, Fraction(value))}) if value else frozenset(), UNIT)


def _atom(key: Hashable) -> Quotient:
    return Quotient(frozenset({(frozenset({(key, 1)}), Fraction(1))}), UNIT)


def _collected(pairs: Iterable[tuple[Monomial, Fraction]]) -> Polynomial:
    terms: dict[Monomial, Fraction] = {}
    for monomial, coefficient in pairs:
        terms[monomial] = terms.get(monomial, Fraction(0)) + coefficient
    if len(terms) > MOST_TERMS:
        raise TooLarge(f"more than {MOST_TERMS} terms")
    return frozenset((m, c) for m, c in terms.items() if c)


def plus(a: Quotient, b: Quotient) -> Quotient:
    if a.bottom == b.bottom:
        return _reduced(_collected([*a.top, *b.top]), a.bottom)
    top = plus(_product(a.top, b.bottom), _product(b.top, a.bottom))
    return times(top, inverse(_product(a.bottom, b.bottom)))


def minus(a: Quotient, b: Quotient) -> Quotient:
    return plus(a, times(number(-1), b))


def times(a: Quotient, b: Quotient) -> Quotient:
    top, bottom = _product(a.top, b.top), _product(a.bottom, b.bottom)
    return Quotient(top.top, UNIT) if bottom == number(1) and top.bottom == UNIT else _divided(top, bottom)


def _divided(a: Quotient, b: Quotient) -> Quotient:
    if a.bottom == UNIT and b.bottom == UNIT:
        return _reduced(a.top, b.top)
    return times(Quotient(a.top, UNIT), times(inverse(Quotient(a.bottom, UNIT)), inverse(b)))


def _reduced(top: Polynomial, bottom: Polynomial) -> Quotient:
    """top / bottom, with a bottom of one term divided out, and a bottom of more terms made monic."""
    if bottom == UNIT or not top:
        return Quotient(top, UNIT)
    if top == bottom:
        return number(1)
    monomial, coefficient = next(iter(bottom)) if len(bottom) == 1 else min(bottom, key=repr_of)
    if len(bottom) == 1:
        return _product(top, frozenset({(_power_of_monomial(monomial, -1), 1 / coefficient)}))
    scale = 1 / coefficient
    return Quotient(frozenset((m, c * scale) for m, c in top), frozenset((m, c * scale) for m, c in bottom))


def repr_of(item: object) -> str:
    """An order for sets that does not depend on hashes."""
    if isinstance(item, frozenset):
        return "{" + ",".join(sorted(map(repr_of, item))) + "}"
    if isinstance(item, tuple):
        return "(" + ",".join(map(repr_of, item)) + ")"
    if isinstance(item, Quotient):
        return repr_of((item.top, item.bottom))
    return repr(item)


def inverse(a: Quotient) -> Quotient:
    if not a.top:
        raise ZeroDivisionError("division by zero")
    return _reduced(a.bottom, a.top)


def _product(a: Polynomial, b: Polynomial) -> Quotient:
    if len(a) * len(b) > MOST_TERMS:
        raise TooLarge(f"more than {MOST_TERMS} terms")
    if a == UNIT or b == UNIT:
        return Quotient(b if a == UNIT else a, UNIT)
    plain: list[tuple[Monomial, Fraction]] = []
    unfolded: list[Quotient] = []
    for left, c in a:
        for right, d in b:
            monomial, factors = _joined(left, right)
            if factors:
                unfolded.append(reduce(times, factors, Quotient(frozenset({(monomial, c * d)}), UNIT)))
            else:
                plain.append((monomial, c * d))
    return reduce(plus, unfolded, Quotient(_collected(plain), UNIT))


def _joined(left: Monomial, right: Monomial) -> tuple[Monomial, list[Quotient]]:
    """The product of two monomials, and the factors that became more than a power of an atom."""
    powers = dict(left)
    touched = []
    for base, exponent in right:
        if base in powers:
            touched.append(base)
            powers[base] = _exponent(plus(_quotient(powers[base]), _quotient(exponent)))
        else:
            powers[base] = exponent
    composite = [b for b in touched if isinstance(b, (Quotient, Fraction)) and powers[b] != 0]
    factors = [_power_of_base(base, _quotient(powers.pop(base))) for base in composite]
    return frozenset((b, e) for b, e in powers.items() if e != 0), factors


def _quotient(exponent: int | Quotient) -> Quotient:
    return number(exponent) if isinstance(exponent, int) else exponent


def _exponent(value: Quotient) -> int | Quotient:
    constant = value.constant()
    return value if constant is None or constant.denominator != 1 else int(constant)


def _power_of_monomial(monomial: Monomial, exponent: int) -> Monomial:
    return frozenset((base, _exponent(times(_quotient(e), number(exponent)))) for base, e in monomial)


def _integer_power(a: Quotient, exponent: int) -> Quotient:
    if exponent < 0:
        return _integer_power(inverse(a), -exponent)
    if len(a.top) == 1 and a.bottom == UNIT:
        ((monomial, coefficient),) = a.top
        if abs(exponent) > 10_000 and coefficient not in (1, -1):
            raise TooLarge(f"a number to the power {exponent}")
        return times(Quotient(frozenset({(ONE, coefficient**exponent)}), UNIT), _atoms(_power_of_monomial(monomial, exponent)))
    if exponent > 60:
        raise TooLarge(f"a sum to the power {exponent}")
    return reduce(times, [a] * exponent, number(1))


def _atoms(monomial: Monomial) -> Quotient:
    """A monomial whose composite bases may have to be multiplied out."""
    plain = frozenset((b, e) for b, e in monomial if not isinstance(b, (Quotient, Fraction)))
    powers = [_power_of_base(b, _quotient(e)) for b, e in monomial if isinstance(b, (Quotient, Fraction))]
    return reduce(times, powers, Quotient(frozenset({(plain, Fraction(1))}), UNIT))


def _power_of_base(base: Hashable, exponent: Quotient) -> Quotient:
    """base^exponent with the whole part of the exponent multiplied out, so that b^(1/2)·b^(1/2) = b."""
    whole = floor(dict(exponent.top).get(ONE, Fraction(0))) if exponent.bottom == UNIT else 0
    rest = _exponent(minus(exponent, number(whole)))
    value = number(base) if isinstance(base, Fraction) else base
    assert isinstance(value, Quotient)
    power = _integer_power(value, whole) if whole else number(1)
    if rest == 0:
        return power
    return times(power, Quotient(frozenset({(frozenset({(base, rest)}), Fraction(1))}), UNIT))


def to_power(a: Quotient, exponent: Quotient) -> Quotient:
    """a^exponent, under the conditions of definedness."""
    constant = exponent.constant()
    if constant is not None and constant.denominator == 1:
        return _integer_power(a, int(constant))
    scale = _content(a.top)
    core = times(a, number(1 / scale))
    powers = [_power_of_base(prime, times(number(e), exponent)) for prime, e in _primes(scale)]
    return reduce(times, [*powers, _power_of_core(core, exponent)], number(1))


def _power_of_core(core: Quotient, exponent: Quotient) -> Quotient:
    if core == number(1):
        return core
    if len(core.top) == 1 and core.bottom == UNIT:
        ((monomial, coefficient),) = core.top
        if coefficient == 1 and len(monomial) == 1:
            ((base, inner),) = monomial
            if inner == 1 or not (isinstance(inner, int)) or base == "e":
                power = _exponent(times(_quotient(inner), exponent))
                return _atoms(frozenset({(base, power)}))
    return _power_of_base(core, exponent)


def _content(top: Polynomial) -> Fraction:
    """The positive rational number that divides every coefficient."""
    coefficients = [c for _, c in top]
    if not coefficients:
        return Fraction(1)
    numerator = reduce(gcd, (abs(c.numerator) for c in coefficients))
    return Fraction(numerator, reduce(lambda x, y: x * y // gcd(x, y), (c.denominator for c in coefficients)))


def _primes(value: Fraction) -> list[tuple[Fraction, int]]:
    """A positive rational number as prime powers; a large factor is kept whole."""
    found = []
    for part, sign in ((value.numerator, 1), (value.denominator, -1)):
        divisor = 2
        while divisor * divisor <= part and divisor < 1000:
            count = 0
            while part % divisor == 0:
                part, count = part // divisor, count + 1
            if count:
                found.append((Fraction(divisor), sign * count))
            divisor += 1
        if part > 1:
            found.append((Fraction(part), sign))
    return found


def _exponential(a: Quotient) -> Quotient:
    """e^a, where e^(m·log x) = x^m."""
    if a.bottom != UNIT:
        return _atoms(frozenset({("e", _exponent(a))}))
    return reduce(times, (_exponential_of_term(m, c) for m, c in a.top), number(1))


def _exponential_of_term(monomial: Monomial, coefficient: Fraction) -> Quotient:
    logs = [base for base, e in monomial if e == 1 and isinstance(base, tuple) and base[0] == "log"]
    term = Quotient(frozenset({(monomial, coefficient)}), UNIT)
    if not logs:
        return _atoms(frozenset({("e", _exponent(term))}))
    chosen = min(logs, key=repr_of)
    rest = Quotient(frozenset({(monomial - {(chosen, 1)}, coefficient)}), UNIT)
    return to_power(chosen[1], rest)


def _logarithm(a: Quotient) -> Quotient:
    constant = a.constant()
    if constant is not None and constant > 0:
        logs = [times(number(e), _atom(("log", number(prime)))) for prime, e in _primes(constant)]
        return reduce(plus, logs, number(0))
    if len(a.top) == 1 and a.bottom == UNIT:
        ((monomial, coefficient),) = a.top
        if coefficient == 1 and len(monomial) == 1:
            ((base, exponent),) = monomial
            if base == "e":
                return _quotient(exponent)
    return _atom(("log", a))


def _delta(first: Quotient, second: Quotient) -> Quotient:
    difference = minus(first, second).constant()
    if difference is None:
        return _atom(("KroneckerDelta", frozenset({first, second})))
    return number(0 if difference else 1)


def _height(term: Basic) -> int:
    inside = max((_height(part) for part in children(term)), default=0)
    return inside + 1 if opened(term) else inside


def _key(term: Basic) -> Hashable:
    """What identifies an atom, a set or a proposition: its head and the normal forms of its parts."""
    if scope := opened(term):
        canonical = Symbol(f"#{_height(term)}")
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
    return (type(term).__name__,) if term.args else ("constant", term)


@lru_cache(maxsize=20_000)
def normal(term: Basic) -> Quotient:
    """The normal form of a term: equal normal forms mean equal terms, wherever both are defined."""
    if isinstance(term, Rational):
        return number(Fraction(int(term.p), int(term.q)))
    try:
        return _combined(term)
    except (TooLarge, ZeroDivisionError):
        return _atom(("held", _key(term)))


def _combined(term: Basic) -> Quotient:
    if isinstance(term, exp):
        return _exponential(normal(term.exp))
    combine = {Add: plus, Mul: times, Pow: to_power, KroneckerDelta: _delta}.get(type(term))
    if combine:
        return reduce(combine, map(normal, term.args[:2] if combine is _delta else term.args))
    return _logarithm(normal(term.args[0])) if isinstance(term, log) else _atom(_key(term))


def equal(a: Basic, b: Basic) -> bool:
    """Are two terms equal up to algebra? True is certain; False may also mean that algebra is not enough."""
    if a == b:
        return True
    left, right = normal(a), normal(b)
    if left == right or (left.bottom == UNIT and right.bottom == UNIT):
        return left == right
    try:
        return _product(left.top, right.bottom) == _product(right.top, left.bottom)
    except TooLarge:
        return False


def difference(a: Basic, b: Basic) -> Quotient:
    """The normal form of b − a."""
    return minus(normal(b), normal(a))
