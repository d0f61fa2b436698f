"""Polynomials and their quotients, as plain data: what needs no normal form of a term.

A polynomial is a dict from monomials to nonzero rational coefficients; a monomial is a set of
(atom, exponent) pairs, both of them canonical terms.

>>> x = frozenset((("x", 1),))
>>> primitive({x: 2, frozenset((("x", 2),)): 1}) == (x, {EMPTY: 2, x: 1})
True
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm
from typing import NamedTuple, TypeAlias

from ..terms.caching import lru_cache
from ..terms.errors import TooLarge
from ..terms.terms import Term, written

Monomial: TypeAlias = frozenset[tuple[Term, Term]]
Poly: TypeAlias = dict[Monomial, Fraction | int]

MOST_TERMS, MOST_BITS, LARGEST_DIVISOR = 1000, 4096, 1000
EMPTY: Monomial = frozenset()
UNIT: Poly = {EMPTY: 1}


class Quotient(NamedTuple):
    """top / bottom, never changed once made. The bottom is 1, or has two or more terms, the first of coefficient 1."""

    top: Poly
    bottom: Poly = UNIT

    def rational(self) -> Fraction | int | None:
        """The rational number that this is, or None."""
        if not self.top:
            return 0
        return self.top[EMPTY] if self.bottom == UNIT and self.top.keys() == {EMPTY} else None


def constant(value: Fraction | int) -> Quotient:
    return Quotient({EMPTY: short(value)} if value else {})


def short(value: Fraction | int) -> Fraction | int:
    if max(value.numerator.bit_length(), value.denominator.bit_length()) > MOST_BITS:
        raise TooLarge("a number is too long")
    return value


def single(atom: Term, exponent: Term = 1) -> Quotient:
    return Quotient({frozenset(((atom, exponent),)): 1})


def ordered(poly: Poly) -> list[tuple[Monomial, Fraction | int]]:
    """The terms of a polynomial in an order that depends on nothing but the polynomial."""
    return sorted(poly.items(), key=lambda item: _spelled(item[0])) if len(poly) > 1 else list(poly.items())


@lru_cache(maxsize=1500)
def _spelled(monomial: Monomial) -> list[str]:
    return sorted(map(repr, monomial))


def added(a: Poly, b: Poly) -> Poly:
    result = dict(a)
    for monomial, coefficient in b.items():
        total = result.get(monomial, 0) + coefficient
        if total:
            result[monomial] = total
        else:
            result.pop(monomial, None)
    if len(result) > MOST_TERMS:
        raise TooLarge("a sum of too many terms")
    return result


def scaled(a: Poly, factor: Fraction | int) -> Poly:
    return {m: c * factor for m, c in a.items()} if factor else {}


def proportion(a: Poly, b: Poly) -> Fraction | int | None:
    """The rational number c with a = c·b, or None."""
    if a.keys() != b.keys() or not b:
        return None
    monomial = next(iter(b))
    ratio = Fraction(a[monomial]) / b[monomial]
    return ratio if all(a[m] == ratio * c for m, c in b.items()) else None


def monomial_content(poly: Poly) -> Monomial:
    """The monomial that divides every term: equal powers of an atom, or the least of its integer exponents."""
    powers = [dict(monomial) for monomial in poly]
    atoms = set().union(*powers)
    found = {atom: _least([p.get(atom, 0) for p in powers]) for atom in atoms}
    return frozenset((atom, exponent) for atom, exponent in found.items() if exponent != 0)


def _least(exponents: list[Term]) -> Term:
    if all(e == exponents[0] for e in exponents):
        return exponents[0]
    return min(exponents) if all(type(e) is int for e in exponents) else 0


def stripped(poly: Poly, content: Monomial) -> Poly:
    """The polynomial divided by the monomial that divides every term."""
    return {_divided(monomial, content): coefficient for monomial, coefficient in poly.items()}


def _divided(monomial: Monomial, divisor: Monomial) -> Monomial:
    powers = dict(monomial)
    for atom, exponent in divisor:
        own = powers.pop(atom, 0)
        if own != exponent:
            assert type(own) is int and type(exponent) is int  # of different exponents the least is a number
            powers[atom] = own - exponent
    return frozenset((atom, exponent) for atom, exponent in powers.items() if exponent != 0)


def primitive(poly: Poly) -> tuple[Monomial, Poly]:
    """The monomial that divides every term, and what is left of the polynomial."""
    content = monomial_content(poly)
    return content, stripped(poly, content) if content else poly


def content_of(top: Poly) -> Fraction:
    """The positive rational number that divides every coefficient."""
    if not top:
        return Fraction(1)
    return Fraction(gcd(*(abs(c.numerator) for c in top.values())), lcm(*(c.denominator for c in top.values())))


@lru_cache(maxsize=2000)
def primes(value: Fraction | int) -> tuple[tuple[int, int], ...]:
    """A positive rational number as powers of primes; a factor without small divisors is kept whole."""
    found = []
    for part, sign in ((value.numerator, 1), (value.denominator, -1)):
        divisor = 2
        while divisor <= LARGEST_DIVISOR and divisor * divisor <= part:
            count = 0
            while part % divisor == 0:
                part, count = part // divisor, count + 1
            if count:
                found.append((divisor, sign * count))
            divisor += 1
        if part > 1:
            found.append((part, sign))
    return tuple(found)


def term_of(a: Quotient) -> Term:
    top = _sum(a.top)
    return top if a.bottom == UNIT else ("Mul", top, ("Pow", _sum(a.bottom), -1))


def _sum(poly: Poly) -> Term:
    parts = [_monomial(monomial, coefficient) for monomial, coefficient in ordered(poly)]
    return parts[0] if len(parts) == 1 else ("Add", *parts) if parts else 0


def _monomial(monomial: Monomial, coefficient: Fraction | int) -> Term:
    factors = [
        atom if e == 1 else ("Pow", atom, e)
        for atom, e in (sorted(monomial, key=repr) if len(monomial) > 1 else monomial)
    ]
    if coefficient != 1 or not factors:
        factors.insert(0, written(coefficient))
    return factors[0] if len(factors) == 1 else ("Mul", *factors)
