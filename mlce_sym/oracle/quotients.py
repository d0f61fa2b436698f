"""Quotients of polynomials with rational coefficients, whose indeterminates are atoms raised to powers.

An atom is any key that can be compared and hashed; exponents are integers or
quotients.

>>> x, y = atom("x"), atom("y")
>>> times(plus(x, y), minus(x, y)) == minus(times(x, x), times(y, y))
True
>>> times(to_power(x, y), to_power(x, minus(number(1), y))) == x
True
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import floor, gcd
from typing import Any

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


def atom(key: Hashable) -> Quotient:
    """The indeterminate with that key."""
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
    top = plus(product(a.top, b.bottom), product(b.top, a.bottom))
    return times(top, inverse(product(a.bottom, b.bottom)))


def minus(a: Quotient, b: Quotient) -> Quotient:
    return plus(a, times(number(-1), b))


def times(a: Quotient, b: Quotient) -> Quotient:
    top, bottom = product(a.top, b.top), product(a.bottom, b.bottom)
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
        return product(top, frozenset({(_power_of_monomial(monomial, -1), 1 / coefficient)}))
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


def product(a: Polynomial, b: Polynomial) -> Quotient:
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
            powers[base] = as_exponent(plus(as_quotient(powers[base]), as_quotient(exponent)))
        else:
            powers[base] = exponent
    composite = [b for b in touched if isinstance(b, (Quotient, Fraction)) and powers[b] != 0]
    factors = [_power_of_base(base, as_quotient(powers.pop(base))) for base in composite]
    return frozenset((b, e) for b, e in powers.items() if e != 0), factors


def as_quotient(exponent: int | Quotient) -> Quotient:
    return number(exponent) if isinstance(exponent, int) else exponent


def as_exponent(value: Quotient) -> int | Quotient:
    constant = value.constant()
    return value if constant is None or constant.denominator != 1 else int(constant)


def _power_of_monomial(monomial: Monomial, exponent: int) -> Monomial:
    powers = ((base, as_exponent(times(as_quotient(e), number(exponent)))) for base, e in monomial)
    return frozenset((base, power) for base, power in powers if power != 0)


def _integer_power(a: Quotient, exponent: int) -> Quotient:
    if exponent < 0:
        return _integer_power(inverse(a), -exponent)
    if len(a.top) == 1 and a.bottom == UNIT:
        ((monomial, coefficient),) = a.top
        if abs(exponent) > 10_000 and coefficient not in (1, -1):
            raise TooLarge(f"a number to the power {exponent}")
        return times(
            Quotient(frozenset({(ONE, coefficient**exponent)}), UNIT),
            monomial_of(_power_of_monomial(monomial, exponent)),
        )
    if exponent > 60:
        raise TooLarge(f"a sum to the power {exponent}")
    return reduce(times, [a] * exponent, number(1))


def monomial_of(monomial: Monomial) -> Quotient:
    """A monomial whose composite bases may have to be multiplied out."""
    plain = frozenset((b, e) for b, e in monomial if not isinstance(b, (Quotient, Fraction)))
    powers = [_power_of_base(b, as_quotient(e)) for b, e in monomial if isinstance(b, (Quotient, Fraction))]
    return reduce(times, powers, Quotient(frozenset({(plain, Fraction(1))}), UNIT))


def _power_of_base(base: Hashable, exponent: Quotient) -> Quotient:
    """base^exponent with the whole part of the exponent multiplied out, so that b^(1/2)·b^(1/2) = b."""
    whole = floor(dict(exponent.top).get(ONE, Fraction(0))) if exponent.bottom == UNIT else 0
    rest = as_exponent(minus(exponent, number(whole)))
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
    powers = [_power_of_base(prime, times(number(e), exponent)) for prime, e in primes(scale)]
    return reduce(times, [*powers, _power_of_core(core, exponent)], number(1))


def _power_of_core(core: Quotient, exponent: Quotient) -> Quotient:
    if core == number(1):
        return core
    if len(core.top) == 1 and core.bottom == UNIT:
        ((monomial, coefficient),) = core.top
        if coefficient == 1 and len(monomial) == 1:
            ((base, inner),) = monomial
            if inner == 1 or not (isinstance(inner, int)) or base == "e":
                power = as_exponent(times(as_quotient(inner), exponent))
                return monomial_of(frozenset({(base, power)}))
    return _power_of_base(core, exponent)


def _content(top: Polynomial) -> Fraction:
    """The positive rational number that divides every coefficient."""
    coefficients = [c for _, c in top]
    if not coefficients:
        return Fraction(1)
    numerator = reduce(gcd, (abs(c.numerator) for c in coefficients))
    return Fraction(numerator, reduce(lambda x, y: x * y // gcd(x, y), (c.denominator for c in coefficients)))


def primes(value: Fraction) -> list[tuple[Fraction, int]]:
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


def ratio_of(a: Quotient, b: Quotient) -> Fraction | None:
    """The rational number c with a = c·b, or None."""
    if not b.top or a.bottom != b.bottom or {m for m, _ in a.top} != {m for m, _ in b.top}:
        return None
    first, second = dict(a.top), dict(b.top)
    ratios = {first[m] / second[m] for m in first}
    return ratios.pop() if len(ratios) == 1 else None
