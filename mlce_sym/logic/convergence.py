"""Which infinite sums and integrals are seen to converge absolutely (`docs/certificate.md`, Convergence).

An integral is one of a continuous function over an open interval. The body is brought to a sum of products, and each
of them is compared at each end: a factorial in the denominator wins over geometric terms, these and exponentials over
powers; else the total power decides. A continuous body that is defined at a finite end is bounded beside it. Whatever
else moves is not seen through; a product that is given to converge does.

>>> from mlce_sym.logic.given import assumed
>>> given = assumed((("Lt", 0, "a"), ("Lt", "a", 1)), ())
>>> converges(given, ("Converges", "k", ("From", 0), ("Mul", "k", ("Pow", "a", "k"))))
True
>>> converges(given, ("Converges", "u", ("Above", 1), ("Pow", "u", ("Mul", -1, "a"))))
False
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

from ..terms.caching import lru_cache
from ..terms.terms import Compound, Term, children, compound, free, is_a, is_binder, rebuilt, substitute
from .algebra import E, equal, normal
from .entailment import holds, sign
from .given import UNREADABLE, Given, opened_as, readable, supposing
from .polynomials import UNIT, Monomial, Poly, Quotient, term_of
from .signs import NEGATIVE, NONNEGATIVE, NONZERO, POSITIVE
from .smoothness import continuous

INFINITE, MINUS_INFINITE = "#oo", "#-oo"  # ends that no term is


class Unseen(Exception):
    """What the comparison does not see through."""


@dataclass(frozen=True)
class Order:
    """How fast |f| grows at an end: like x^power, times factorials and exponentials at infinity."""

    power: tuple[Term, ...] = ()
    rates: tuple[tuple[int, Term, Term], ...] = ()  # degree n, coefficient c, base b: a factor b^(c xⁿ)
    factorials: int = 0

    def times(self, other: Order) -> Order:
        return Order((*self.power, *other.power), (*self.rates, *other.rates), self.factorials + other.factorials)


@lru_cache(maxsize=1500)
def converges(given: Given, statement: Term) -> bool:
    """Is the sum or integral of the body's absolute value seen to be finite, where the body is defined?"""
    binder = compound(statement)
    inside, variable, (body,) = opened_as(given, binder)
    problem = _Problem(given, inside, variable, binder[2])
    try:
        return all(problem.converges_at(end, body) for end in _ends(binder[2]))
    except (Unseen, *UNREADABLE):
        return False


def _ends(domain: Term) -> tuple[Term, ...]:
    if domain == "Reals":
        return (MINUS_INFINITE, INFINITE)
    if is_a(domain, "Interval"):
        return tuple(domain[1:])
    if is_a(domain, "From"):
        return (INFINITE,)
    if is_a(domain, "Above", "Below"):
        return (domain[1], INFINITE if domain[0] == "Above" else MINUS_INFINITE)
    raise Unseen


@dataclass(frozen=True)
class _Problem:
    """What is given outside and inside of a sum or integral, its variable and its domain."""

    given: Given
    inside: Given
    variable: str
    domain: Term

    def converges_at(self, end: Term, body: Term) -> bool:
        """Does it converge beside one end? Every product that is not given to converge has to be seen to."""
        scale = _Scale(self.inside, self.variable, end)
        if not scale.at_infinity and self._continuous(body) and _defined_at(self.given, body, self.variable, end):
            return True  # it is bounded there
        top, bottom = normal(body)
        products = [term_of(Quotient({m: c}, bottom)) for m, c in top.items()]
        return all(self._stated(m, bottom) or self._seen(scale, p) for m, p in zip(top, products, strict=True))

    def _continuous(self, body: Term) -> bool:
        return is_a(self.domain, "From") or continuous(self.inside, self.variable, self.domain, body)

    def _stated(self, monomial: Monomial, bottom: Poly) -> bool:
        moving = frozenset(pair for pair in monomial if self.variable in free(pair[0]) | free(pair[1]))
        body = term_of(Quotient({moving: 1}, bottom))
        return readable(("Converges", self.variable, self.domain, body)) in self.inside.stated

    def _seen(self, scale: _Scale, product: Term) -> bool:
        if not self._continuous(product):
            return False
        if scale.at_infinity:
            product = _without_bars(self.inside, product, self.variable, scale.end)
        top, bottom = normal(product)
        return all(_product_converges(scale, monomial, bottom) for monomial in top)


def _defined_at(given: Given, term: Term, variable: str, end: Term) -> bool:
    """Is it defined at a finite end? What moves in an exponent is no integer there, with which more would be."""
    from .definedness import undefined  # which asks what converges

    return undefined(supposing(given, ("Eq", "#end", end)), substitute(term, {variable: "#end"})) is None


def _without_bars(given: Given, term: Term, variable: str, end: Term) -> Term:
    """|c x + d| as what it is for large x or −x."""
    if variable not in free(term) or is_binder(term) or type(term) is str:
        return term
    if is_a(term, "abs"):
        slope = _coefficients(term[1], variable).get(1, 0)
        signs = sign(given, slope)
        if set(_coefficients(term[1], variable)) <= {0, 1} and signs in (POSITIVE, NEGATIVE):
            upwards = (signs == POSITIVE) == (end == INFINITE)
            return term[1] if upwards else ("Mul", -1, term[1])
    return rebuilt(term, (_without_bars(given, part, variable, end) for part in children(term)))


def _coefficients(term: Term, variable: str) -> dict[int, Term]:
    """The coefficients of a polynomial in the variable. Raises Unseen where it is none."""
    top, bottom = normal(term)
    found: dict[int, Poly] = {}
    if any(variable in free(atom) or variable in free(e) for m in bottom for atom, e in m):
        raise Unseen
    for monomial, coefficient in top.items():
        power = next((e for atom, e in monomial if atom == variable), 0)
        rest = frozenset(pair for pair in monomial if pair[0] != variable)
        if type(power) is not int or power < 0 or any(variable in free(atom) | free(e) for atom, e in rest):
            raise Unseen
        found.setdefault(power, {})[rest] = coefficient
    return {power: term_of(Quotient(poly, bottom)) for power, poly in found.items()}


@dataclass(frozen=True)
class _Scale:
    """An end, and what is given of the variable that goes there."""

    given: Given
    variable: str
    end: Term

    @property
    def at_infinity(self) -> bool:
        return self.end in (INFINITE, MINUS_INFINITE)

    def moves(self, term: Term) -> bool:
        return self.variable in free(term)


def _product_converges(scale: _Scale, monomial: Monomial, bottom: Poly) -> bool:
    moving = [(atom, e) for atom, e in monomial if scale.moves(atom) or scale.moves(e)]
    above = _order(scale, moving)
    return any(_small(scale, above.times(below)) for below in _bottoms(scale, bottom))


def _bottoms(scale: _Scale, bottom: Poly) -> Iterator[Order]:
    """What 1 over the denominator is at most like: where all its terms are at least 0, 1 over each of them that is
    more; of a polynomial, beside a point or at infinity, by the first coefficient there that is not 0."""
    if not any(scale.moves(atom) or scale.moves(e) for m in bottom for atom, e in m):
        yield Order()
        return
    zeros = _zeros(scale, term_of(Quotient(bottom)))
    if zeros is not None:
        yield Order((-zeros,))
    elif all(sign(scale.given, term_of(Quotient({m: c}))) <= NONNEGATIVE for m, c in bottom.items()):
        for monomial in bottom:
            moving = [(atom, e) for atom, e in monomial if scale.moves(atom) or scale.moves(e)]
            fixed = term_of(Quotient({monomial.difference(moving): 1}))
            plain = all(atom == scale.variable or not scale.moves(atom) for atom, _ in moving)
            if plain and sign(scale.given, fixed) <= NONZERO:
                yield _order(scale, [(atom, _negated(e)) for atom, e in moving])


def _zeros(scale: _Scale, term: Term) -> int | None:
    """How often a denominator is 0 at a point, or of what degree it is at infinity, where that is seen."""
    if not scale.at_infinity:
        at_end = substitute(term, {scale.variable: scale.end})
        if sign(scale.given, at_end) <= NONZERO and _defined_at(scale.given, term, scale.variable, scale.end):
            return 0
        term = substitute(term, {scale.variable: ("Add", scale.end, scale.variable)})
    try:
        around = _coefficients(term, scale.variable)
    except Unseen:
        return None
    degrees = sorted(around, reverse=scale.at_infinity)
    degree = next((d for d in degrees if not equal(around[d], 0)), None)
    return degree if degree is not None and sign(scale.given, around[degree]) <= NONZERO else None


def _negated(exponent: Term) -> Term:
    return -exponent if type(exponent) is int else ("Mul", -1, exponent)


def _order(scale: _Scale, factors: Iterable[tuple[Term, Term]]) -> Order:
    return reduce(Order.times, (_of_factor(scale, atom, e) for atom, e in factors), Order())


def _of_factor(scale: _Scale, atom: Term, exponent: Term) -> Order:
    """How atom^exponent grows. Raises Unseen."""
    if scale.moves(exponent):
        return _of_exponential(scale, atom, exponent)
    if not scale.at_infinity:
        return Order((_power_beside(scale, atom, exponent),))
    if atom == scale.variable:
        return Order((exponent,))
    if is_a(atom, "Add", "Mul") and type(exponent) is not int:
        coefficients = _coefficients(atom, scale.variable)
        degree = max(coefficients, default=0)
        if coefficients and sign(scale.given, coefficients[degree]) <= NONZERO:
            return Order((("Mul", degree, exponent),))
    if type(exponent) is int and is_a(atom, "factorial", "gamma"):
        return _of_factorial(scale, atom, exponent)
    if type(exponent) is int and exponent > 0 and is_a(atom, "log", "abs", "binomial"):
        return Order((("Mul", exponent, AT_INFINITY[atom[0]](scale, *atom[1:])),))
    raise Unseen


def _of_exponential(scale: _Scale, base: Term, exponent: Term) -> Order:
    """Of a base that does not move: at infinity by the exponent's degree; beside a point it is bounded."""
    if scale.moves(base):
        raise Unseen
    if base != E and sign(scale.given, base) != POSITIVE:
        base = ("abs", base)  # the absolute value of the power has this base
    coefficients = _coefficients(exponent, scale.variable)
    if not scale.at_infinity:
        return Order()
    return Order(rates=tuple((n, c, base) for n, c in coefficients.items() if n > 0))


def _shift(scale: _Scale, argument: Term) -> Term:
    """c of x + c. Raises Unseen."""
    coefficients = _coefficients(argument, scale.variable)
    if coefficients.get(1) != 1 or not set(coefficients) <= {0, 1}:
        raise Unseen
    return coefficients.get(0, 0)


def _of_factorial(scale: _Scale, atom: Compound, exponent: int) -> Order:
    """(x + c)! is like x! x^c, and Γ(x + c) like x! x^(c − 1)."""
    shift = _shift(scale, atom[1])
    return Order((("Mul", exponent, ("Add", shift, -1 if atom[0] == "gamma" else 0)),), factorials=exponent)


def _of_log(scale: _Scale, argument: Term) -> Term:
    """log x is less than any power, and log of an exponential like its exponent: here the power that |log| is below."""
    top, bottom = normal(argument)
    if len(top) != 1 or bottom != UNIT:
        raise Unseen
    degrees = [0]
    for atom, exponent in next(iter(top)):
        if scale.moves(exponent):
            degrees.append(max(_coefficients(exponent, scale.variable), default=0))
        if not scale.moves(atom):
            continue
        if scale.moves(exponent):
            raise Unseen
        if is_a(atom, "factorial", "gamma"):
            _shift(scale, atom[1])
            degrees.append(2)
        elif atom != scale.variable:
            raise Unseen
    return max(degrees)


def _of_binomial(scale: _Scale, n: Term, k: Term) -> Term:
    """C(x + c, x + d) is at most like x^(c − d), C(x + c, k) like x^k, and C(n, x + d) like x^(−n − 1)."""
    if not scale.moves(k):
        _shift(scale, n)
        return k
    if not scale.moves(n):
        _shift(scale, k)
        return ("Add", ("Mul", -1, n), -1)
    return ("Add", _shift(scale, n), ("Mul", -1, _shift(scale, k)))


def _of_absolute(scale: _Scale, argument: Term) -> Term:
    return max(_coefficients(argument, scale.variable), default=0)


AT_INFINITY: dict[str, Callable[..., Term]] = {"log": _of_log, "binomial": _of_binomial, "abs": _of_absolute}


def _power_beside(scale: _Scale, atom: Term, exponent: Term) -> Term:
    """The power of x − a that atom^exponent is like, beside a; 0 where it is bounded, or less than a logarithm."""
    at_end = substitute(atom, {scale.variable: scale.end})
    if (atom == scale.variable or is_a(atom, "Add", "Mul")) and set(_coefficients(atom, scale.variable)) <= {0, 1}:
        if equal(at_end, 0):
            return exponent
        if sign(scale.given, at_end) <= (NONZERO if type(exponent) is int else POSITIVE):
            return 0
    if type(exponent) is int and exponent > 0 and _defined_at(scale.given, atom, scale.variable, scale.end):
        return 0
    if type(exponent) is int and exponent > 0 and is_a(atom, "log"):
        _coefficients(atom[1], scale.variable)  # like a power, where it is 0; what is no polynomial may be less
        return 0
    raise Unseen


def _small(scale: _Scale, order: Order) -> bool:
    """Small enough to converge? A logarithm more makes no difference."""
    power = ("Add", 0, 0, *order.power)
    if not scale.at_infinity:
        return holds(scale.given, ("Lt", -1, power))
    degree = max((n for n, _, _ in order.rates), default=0)
    if order.factorials < 0 and degree <= 1:
        return True
    if order.factorials > 0:
        return False
    if degree == 0:
        return holds(scale.given, ("Lt", power, -1))
    leading = [(c, base) for n, c, base in order.rates if n == degree]
    downwards = scale.end == INFINITE or degree % 2 == 0
    return _falls(scale, leading if downwards else [(_negated(c), base) for c, base in leading])


def _falls(scale: _Scale, leading: list[tuple[Term, Term]]) -> bool:
    """Is the product of the b^c below 1?"""
    logs = [c if base == E else ("Mul", c, ("log", base)) for c, base in leading]
    if sign(scale.given, ("Add", 0, 0, *logs)) <= NEGATIVE:
        return True
    return holds(scale.given, ("Lt", ("Mul", 1, 1, *(("Pow", base, c) for c, base in leading)), 1))
