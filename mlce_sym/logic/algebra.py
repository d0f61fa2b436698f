"""Equal up to algebra (`docs/certificate.md`, Up to algebra): terms as quotients of polynomials in their atoms.

Atoms and exponents are canonical terms, so that p^y · p^(1−y) adds exponents to p^1. An integer prime, or a whole base
that is no plain atom, is an atom only under a fractional or symbolic exponent; it is multiplied out as soon as a
product makes the exponent whole.

>>> x, y = "x", "y"
>>> equal(("Mul", ("Pow", x, y), ("Pow", x, ("Add", 1, ("Mul", -1, y)))), x)
True
>>> half = ("Rational", 1, 2)
>>> equal(("Pow", ("Pow", x, 2), half), x), equal(("Pow", ("exp", y), half), ("exp", ("Mul", y, half)))
(False, True)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import reduce
from math import floor
from typing import Any

from ..functions import FUNCTIONS, Function
from ..terms.caching import lru_cache
from ..terms.errors import TooLarge
from ..terms.terms import Compound, Term, alpha, canonical_scope, children, compound, is_a, is_binder, number, rebuilt
from . import exact
from .polynomials import (
    EMPTY,
    MOST_BITS,
    MOST_TERMS,
    UNIT,
    Monomial,
    Poly,
    Quotient,
    added,
    constant,
    content_of,
    monomial_content,
    ordered,
    primes,
    primitive,
    proportion,
    scaled,
    short,
    single,
    stripped,
    term_of,
)

LARGEST_POWER = 40
E: Term = ("exp", 1)


def plus(a: Quotient, b: Quotient) -> Quotient:
    if a.bottom == b.bottom:
        return _reduced(added(a.top, b.top), a.bottom)
    top = plus(_product(a.top, b.bottom), _product(b.top, a.bottom))
    return times(top, inverse(_product(a.bottom, b.bottom)))


def times(a: Quotient, b: Quotient) -> Quotient:
    top, bottom = _product(a.top, b.top), _product(a.bottom, b.bottom)
    return _over(top, bottom)


def _over(a: Quotient, b: Quotient) -> Quotient:
    if b.rational() == 1:
        return a
    if a.bottom == UNIT and b.bottom == UNIT:
        return _reduced(a.top, b.top)
    return _over(_product(a.top, b.bottom), _product(a.bottom, b.top))


def minus(a: Quotient, b: Quotient) -> Quotient:
    return plus(a, times(constant(-1), b))


def inverse(a: Quotient) -> Quotient:
    return _reduced(a.bottom, a.top)


def _reduced(top: Poly, bottom: Poly) -> Quotient:
    """The quotient, without the monomial that divides the bottom, and with the bottom's first coefficient 1."""
    if not bottom:
        raise ZeroDivisionError("division by zero")
    if bottom == UNIT or not top:
        return Quotient(top)
    first = ordered(bottom)[0][1]
    if first != 1:
        top, bottom = scaled(top, Fraction(1) / first), scaled(bottom, Fraction(1) / first)
    content = monomial_content(bottom)
    if content:
        powers = (_power_of_atom(a, _multiple(e, -1)) for a, e in sorted(content, key=repr))
        one_over = reduce(times, powers, constant(1))
        left, right = _product(top, one_over.top), _product(stripped(bottom, content), one_over.bottom)
        return _over(left, right)
    common, core = primitive(top)
    ratio = proportion(core, bottom)
    return Quotient(top, bottom) if ratio is None else times(constant(ratio), Quotient({common: 1}))


def _product(a: Poly, b: Poly) -> Quotient:
    if a == UNIT or b == UNIT:
        return Quotient(b if a == UNIT else a)
    if len(a) * len(b) > MOST_TERMS:
        raise TooLarge("a product of too many terms")
    plain: Poly = {}
    unfolded = []
    for left, c in a.items():
        for right, d in b.items():
            monomial, factors = _joined(left, right)
            if factors:
                unfolded.append(reduce(times, factors, Quotient({monomial: c * d})))
            else:
                plain[monomial] = plain.get(monomial, 0) + c * d
    return reduce(plus, unfolded, Quotient({m: short(c) for m, c in plain.items() if c}))


def _joined(left: Monomial, right: Monomial) -> tuple[Monomial, list[Quotient]]:
    """The product of two monomials, and the factors whose exponents became whole."""
    if not left or not right:
        return left or right, []
    powers, factors = dict(left), []
    for atom, exponent in right:
        if atom not in powers:
            powers[atom] = exponent
            continue
        own = powers.pop(atom)
        total = own + exponent if type(own) is int and type(exponent) is int else canonical(("Add", own, exponent))
        if _is_whole_base(atom):
            factors.append(_power_of_whole(atom, total))
        elif total != 0:
            powers[atom] = total
    return frozenset(powers.items()), factors


def _is_whole_base(atom: Term) -> bool:
    return type(atom) is int or is_a(atom, "Add", "Mul", "Pow", "Rational")


def _power_of_atom(atom: Term, exponent: Term) -> Quotient:
    if _is_whole_base(atom):
        return _power_of_whole(atom, exponent)
    return single(atom, exponent) if exponent != 0 else constant(1)


def _power_of_whole(base: Term, exponent: Term) -> Quotient:
    """base^exponent with the whole part of the exponent multiplied out, so that b^(1/2)·b^(1/2) = b."""
    form = normal(exponent)
    whole = floor(form.top.get(EMPTY, 0)) if form.bottom == UNIT and (base != 0 or form.rational()) else 0  # 0^0 is 1
    rest = term_of(minus(form, constant(whole)))
    power = _integer_power(normal(base), whole)
    return times(power, single(base, rest)) if rest != 0 else power


def _integer_power(a: Quotient, exponent: int) -> Quotient:
    if exponent < 0:
        return _integer_power(inverse(a), -exponent)
    if len(a.top) == 1 and a.bottom == UNIT:
        ((monomial, coefficient),) = a.top.items()
        bits, unit = max(abs(coefficient.numerator), coefficient.denominator).bit_length(), abs(coefficient) == 1
        if bits * exponent > 2 * MOST_BITS and not unit:
            raise TooLarge("a power of a number is too long")
        value = coefficient ** (exponent % 2 if unit else exponent)
        factors = (_power_of_atom(b, _multiple(e, exponent)) for b, e in sorted(monomial, key=repr))
        return reduce(times, factors, constant(value))
    if exponent > LARGEST_POWER:
        raise TooLarge("a sum to a high power")
    return reduce(times, [a] * exponent, constant(1))


def _multiple(exponent: Term, factor: int) -> Term:
    if type(exponent) is int:
        product = exponent * factor
        if product.bit_length() > MOST_BITS:
            raise TooLarge("an exponent is too long")
        return product
    return canonical(("Mul", factor, exponent))


def power(a: Quotient, exponent: Term) -> Quotient:
    """a^exponent for a canonical exponent, where it is defined."""
    if type(exponent) is int:
        return _integer_power(a, exponent)
    scale = content_of(a.top)
    core = times(a, constant(Fraction(1) / scale))
    numbers = [_power_of_whole(prime, canonical(("Mul", count, exponent))) for prime, count in primes(scale)]
    return reduce(times, [*numbers, _power_of_core(core, exponent)], constant(1))


def _power_of_core(core: Quotient, exponent: Term) -> Quotient:
    """The power of a quotient: exponentials get the exponent on their own, and so does a power that is at least 0 only
    where its base is."""
    if core.bottom == UNIT and len(core.top) == 1:
        ((monomial, coefficient),) = core.top.items()
        certain = {(b, e) for b, e in monomial if b == E}
        rest = monomial - certain
        odd = all(is_a(e, "Rational") or (type(e) is int and e % 2) for _, e in rest)
        if coefficient == 1 and len(rest) == 1 and odd:
            certain, rest = set(monomial), EMPTY
        wholes = [(b, canonical(("Mul", e, exponent))) for b, e in sorted(certain, key=repr)]
        powers = [exponential(normal(e)) if b == E else _power_of_atom(b, e) for b, e in wholes]
        left = Quotient({rest: coefficient})
        last = constant(1) if left.rational() == 1 else _power_of_whole(term_of(left), exponent)
        return reduce(times, powers, last)
    return _power_of_whole(term_of(core), exponent)


def exponential(a: Quotient) -> Quotient:
    """e^a, where e^(m·log x) = x^m."""
    if a.bottom != UNIT:
        return single(E, term_of(a))
    factors, plain = [], {}
    for monomial, coefficient in ordered(a.top):
        logs = sorted((atom for atom, e in monomial if e == 1 and is_a(atom, "log")), key=repr)
        if logs:
            rest = term_of(Quotient({monomial - {(logs[0], 1)}: coefficient}))
            factors.append(power(normal(logs[0][1]), rest))
        else:
            plain[monomial] = coefficient
    return reduce(times, factors, single(E, term_of(Quotient(plain))) if plain else constant(1))


def logarithm(a: Quotient) -> Quotient:
    value = a.rational()
    if value is not None and value > 0:
        return reduce(plus, (times(constant(e), single(("log", prime))) for prime, e in primes(value)), constant(0))
    if a.bottom == UNIT and len(a.top) == 1:
        ((monomial, coefficient),) = a.top.items()
        if coefficient == 1 and len(monomial) == 1 and next(iter(monomial))[0] == E:
            return normal(next(iter(monomial))[1])
    return single(("log", term_of(a)))


def _delta(a: Term, b: Term) -> Quotient:
    difference = minus(normal(a), normal(b)).rational()
    if difference is None:
        return single(("KroneckerDelta", *sorted((canonical(a), canonical(b)), key=repr)))
    return constant(0 if difference else 1)


@lru_cache(maxsize=600)
def normal(term: Term) -> Quotient:
    """The normal form of a term. Raises TooLarge, or ZeroDivisionError for a division by what is 0 identically."""
    value = number(term)
    if value is not None:
        return constant(value)
    if type(term) is str:
        return single(term)
    head, *parts = compound(term)
    if head == "Add":
        return _sum(map(normal, _addends(term)))
    if head == "Mul":
        return reduce(times, map(normal, parts))
    if head == "Pow":
        return power(normal(parts[0]), canonical(parts[1]))
    if head == "exp":
        return exponential(normal(parts[0]))
    if head == "log":
        return normal(parts[0][1]) if is_a(parts[0], "exp") else logarithm(normal(parts[0]))
    if head in FUNCTIONS:
        return _applied(FUNCTIONS[head], compound(term))
    return _delta(*parts) if head == "KroneckerDelta" else single(_key(term))


def _applied(declared: Function, term: Compound) -> Quotient:
    """A declared function: its value at numbers where that is known, else one of f(x) and ±f(−x), as an atom."""
    values = [normal(part).rational() for part in term[1:]]
    if declared.exact and None not in values:
        value = getattr(exact, declared.exact)(*values)
        if value is not None:
            return constant(value)
    return _even_or_odd(term[0], term[1], declared.parity) if declared.parity else single(_key(term))


def _even_or_odd(head: str, argument: Term, parity: int) -> Quotient:
    """f(x) and f(−x) by the one of them whose argument comes first."""
    plain, turned = canonical(argument), canonical(("Mul", -1, argument))
    if repr(plain) <= repr(turned):
        return single((head, plain))
    return times(constant(parity), single((head, turned)))


def _addends(term: Term) -> Iterator[Term]:
    for part in children(term):
        yield from _addends(part) if is_a(part, "Add") else (part,)


def _sum(parts: Iterable[Quotient]) -> Quotient:
    """Those with one denominator first, so that neither order nor brackets tell which factors cancel."""
    groups: dict[frozenset[tuple[Monomial, Any]], Quotient] = {}
    for part in parts:
        bottom = frozenset(part.bottom.items())
        groups[bottom] = plus(groups[bottom], part) if bottom in groups else part
    return reduce(plus, sorted(groups.values(), key=lambda total: repr(ordered(total.bottom))))


def _key(term: Term) -> Term:
    """An atom, a set or a proposition with canonical parts and bound names."""
    if is_binder(term):
        domain, variable, bodies = canonical_scope(term)
        return (term[0], variable, canonical(domain), *map(canonical, bodies))
    parts: Iterable[Term] = map(canonical, children(term))
    if is_a(term, *FUNCTIONS) and FUNCTIONS[term[0]].symmetric:
        parts = sorted(parts, key=repr)
    return rebuilt(term, sorted(set(parts), key=repr) if is_a(term, "Finite") else parts)


@lru_cache(maxsize=600)
def canonical(term: Term) -> Term:
    """The term that writes the normal form. Equal canonical terms are equal wherever both terms are defined."""
    return term_of(normal(term)) if type(term) not in (int, str) else term


@lru_cache(maxsize=600)
def equal(a: Term, b: Term) -> bool:
    """Are two terms equal up to algebra? True is certain; False may also mean: not by algebra."""
    if a == b:
        return True
    if is_a(a, "Lt", "Le", "Ne", "Eq") and is_a(b, a[0]):
        return equal(a[1], b[1]) and equal(a[2], b[2])
    try:
        left, right = normal(a), normal(b)
        return bool(left == right or _product(left.top, right.bottom) == _product(right.top, left.bottom))
    except (TooLarge, ZeroDivisionError):
        return bool(alpha(a) == alpha(b))
