"""Which infinite sums and integrals are seen to converge absolutely (`docs/certificate.md`, Convergence).

An integral is one of a continuous function over an open interval. The body is brought to a sum of products, and each
of them is compared at each end: a factorial in the denominator wins over geometric terms, these and exponentials over
powers; else the total power decides. A continuous body that is defined at a finite end is bounded beside it. Whatever
else moves is not seen through, if not with e^x or log x for x; a product that is given to converge does.

>>> from mlce_sym.logic.definedness import follows
>>> from mlce_sym.logic.given import assumed
>>> given = assumed((("Lt", 0, "a"), ("Lt", "a", 1)), ())
>>> follows(given, ("Converges", "k", ("From", 0), ("Mul", "k", ("Pow", "a", "k"))))
True
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial, reduce
from typing import TypeAlias

from ..terms.caching import lru_cache
from ..terms.terms import Compound, Names, Term, children, compound, free, fresh, is_a, is_binder, rebuilt, substitute
from .algebra import E, canonical, equal, normal
from .entailment import holds, sign
from .given import UNREADABLE, Given, assumed, opened_as, readable, supposing
from .polynomials import EMPTY, Monomial, Poly, Quotient, term_of
from .signs import NEGATIVE, NONNEGATIVE, NONZERO, POSITIVE, ZERO
from .smoothness import continuous

INFINITE, MINUS_INFINITE = "#oo", "#-oo"  # ends that no term is
Undefined: TypeAlias = Callable[[Given, Term], "Term | None"]  # what a term's being defined needs that is not shown
Rate: TypeAlias = tuple[Term, Term, Term]  # degree p, coefficient c and base b of a factor b^(c x^p)


class Unseen(Exception):
    """What the comparison does not see through."""


@dataclass(frozen=True)
class Order:
    """How fast |f| grows at an end: like x^power, times factorials and exponentials of what is not bounded there."""

    power: tuple[Term, ...] = ()
    rates: tuple[Rate, ...] = ()
    factorials: tuple[Term, ...] = ()  # exponents of x!

    def times(self, other: Order) -> Order:
        return Order((*self.power, *other.power), (*self.rates, *other.rates), (*self.factorials, *other.factorials))


@lru_cache(maxsize=600)
def converges(given: Given, statement: Term, undefined: Undefined) -> bool:
    """Is the sum or integral of the body's absolute value seen to be finite, where the body is defined?"""
    _, x, domain, body = compound(statement)
    if is_a(body, "Add") and all(converges(given, ("Converges", x, domain, term), undefined) for term in body[1:]):
        return True
    return any(_seen(given, compound(one), undefined) for one in (statement, *_substituted(x, domain, body)))


def _substituted(x: str, domain: Term, body: Term) -> Iterator[Term]:
    """Over x > 0, with e^x for x; over the line, or a half-line, with log x for x, or −log x."""
    if domain == ("Above", 0):
        yield ("Converges", x, "Reals", ("Mul", substitute(body, {x: ("exp", x)}), ("exp", x)))
    if domain == "Reals" or is_a(domain, "Above", "Below"):
        e = -1 if is_a(domain, "Below") else 1
        over = ("Above", 0 if domain == "Reals" else ("exp", ("Mul", e, domain[1])))
        yield ("Converges", x, over, ("Mul", substitute(body, {x: ("Mul", e, ("log", x))}), ("Pow", x, -1)))


def _seen(given: Given, binder: Compound, undefined: Undefined) -> bool:
    inside, variable, (body,) = opened_as(given, binder)
    problem = _Problem(inside, variable, binder[2], undefined)
    try:
        return all(problem.converges_at(end, body) for end in _ends(binder[2]))
    except (Unseen, *UNREADABLE):
        return False


def smooth(given: Given, moving: Names, binder: Compound, undefined: Undefined) -> bool:
    """Is a sum or integral smooth in what moves, t, where each of its terms is so? It is, if these are b(t)^e(u) h(u)
    exp(Σ a(t) T(u)), but for factors without u, and convergence is seen for all t: by strict inequalities, which hold
    beside t with the same bounds, and for derivatives, too, where T(u), like a power or a logarithm, is a factor."""
    own = assumed(tuple(h for h in given.hypotheses if not is_a(h, "Converges")), given.definitions)
    _, variable, (body,) = opened_as(own, binder)
    try:
        top, bottom = normal(body)
        pairs = [pair for monomial in top for pair in monomial]
        forms = [normal(exponent) for _, exponent in pairs]
    except UNREADABLE:
        return False
    inner = [("Pow", *pair) for form in forms for monomial in form.top for pair in monomial]
    below = [term_of(Quotient(poly)) for poly in (bottom, *(form.bottom for form in forms))]
    parts: list[Term] = [*(atom for atom, _ in pairs), *inner, *below]
    apart = all(variable not in free(part) or moving.isdisjoint(free(part)) for part in parts)
    return apart and converges(own, ("Converges", *binder[1:3], binder[-1]), undefined)


def _ends(domain: Term) -> tuple[Term, ...]:
    if domain == "Reals":
        return (MINUS_INFINITE, INFINITE)
    if is_a(domain, "Interval", "From"):
        return tuple(domain[1:]) if domain[0] == "Interval" else (INFINITE,)
    if is_a(domain, "Above", "Below"):
        return (domain[1], INFINITE if domain[0] == "Above" else MINUS_INFINITE)
    raise Unseen


@dataclass(frozen=True)
class _Problem:
    """What is given inside of a sum or integral, its variable and its domain."""

    inside: Given
    variable: str
    domain: Term
    undefined: Undefined

    def converges_at(self, end: Term, body: Term) -> bool:
        """Does it converge beside one end? Every product that is not given to converge has to be seen to."""
        scale = _Scale(self.inside, self.variable, end, self.undefined)
        if not scale.at_infinity and self._continuous(body) and scale.defined_at_end(body):
            return True  # it is bounded there
        top, bottom = normal(body)
        products = [term_of(Quotient({m: c}, bottom)) for m, c in top.items()]
        return all(self._stated(m, bottom) or self._seen(scale, p) for m, p in zip(top, products, strict=True))

    def _continuous(self, body: Term) -> bool:
        series = partial(smooth, undefined=self.undefined)
        return is_a(self.domain, "From") or continuous(self.inside, self.variable, self.domain, body, series)

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
        orders = (_order(scale, [pair for pair in monomial if any(map(scale.moves, pair))]) for monomial in top)
        return all(any(_small(scale, order.times(under)) for under in _bottoms(scale, bottom)) for order in orders)


def _without_bars(given: Given, term: Term, variable: str, end: Term) -> Term:
    """|c x + d| as what it is for large x or −x, and likewise the larger or smaller of two such numbers."""
    if variable not in free(term) or is_binder(term) or type(term) is str:
        return term
    if is_a(term, "abs", "max", "min"):
        larger, smaller = term[1], ("Mul", -1, term[1]) if term[0] == "abs" else term[-1]
        slopes = _powers(("Add", larger, ("Mul", -1, smaller)), variable)
        signs = sign(given, slopes.get(1, 0))
        if set(slopes) <= {0, 1} and signs in (POSITIVE, NEGATIVE):
            upwards = ((signs == POSITIVE) == (end == INFINITE)) == (term[0] != "min")
            return larger if upwards else smaller
    return rebuilt(term, (_without_bars(given, part, variable, end) for part in children(term)))


def _powers(term: Term, variable: str, positive: Given | None = None) -> dict[Term, Term]:
    """The coefficients of a polynomial in the variable; where that is given to be positive, of a sum of any powers of
    it. Raises Unseen where it is none."""
    top, bottom = normal(term)
    found: dict[Term, Term] = {}
    if variable in free(term_of(Quotient(bottom))):
        raise Unseen
    for monomial, coefficient in top.items():
        moving = frozenset(pair for pair in monomial if variable in free(pair[0]) | free(pair[1]))
        factors: list[Term] = [term_of(Quotient({monomial - moving: coefficient}, bottom))]
        powers: list[Term] = [0, 0]
        for atom, e in moving:
            if variable in free(e) or not (positive or (type(e) is int and e > 0)):
                raise Unseen
            p, c = _power(atom, variable, positive)
            powers.append(("Mul", p, e))
            factors.append(("Pow", c, e))
        power = canonical(("Add", *powers))
        found[power] = canonical(("Add", found.get(power, 0), ("Mul", 1, *factors)))
    return found


def _power(atom: Term, variable: str, positive: Given | None) -> tuple[Term, Term]:
    """p and c > 0 of an atom c x^p. Raises Unseen where it is none."""
    if atom == variable:
        return 1, 1
    found = list(_powers(atom, variable, positive).items()) if positive and is_a(atom, "Mul", "Pow") else []
    if positive is None or len(found) != 1 or sign(positive, found[0][1]) != POSITIVE:
        raise Unseen
    return found[0]


@dataclass(frozen=True)
class _Scale:
    """An end, and what is given of the variable that goes there."""

    given: Given
    variable: str
    end: Term
    undefined: Undefined

    @property
    def at_infinity(self) -> bool:
        return self.end in (INFINITE, MINUS_INFINITE)

    def moves(self, term: Term) -> bool:
        return self.variable in free(term)

    def defined_at_end(self, term: Term) -> bool:
        """Is it, at a finite end? What moves in an exponent is no integer there, with which more would be."""
        end = fresh("#end", self.given.names)  # for this may be asked inside of another such question
        there = supposing(self.given, ("Eq", end, self.end))
        return self.undefined(there, substitute(term, {self.variable: end})) is None

    def powers(self, term: Term) -> dict[Term, Term]:
        is_positive = sign(self.given, self.variable) == POSITIVE
        return _powers(term, self.variable, self.given if is_positive else None)

    def unbounded(self, term: Term) -> Iterator[tuple[Term, Term]]:
        """The terms c x^p, as p and c, of a sum of powers that are not bounded at the end. Raises Unseen for others."""
        end = ZERO if self.at_infinity else sign(self.given, self.end)
        for power, c in self.powers(term).items():
            if not (end <= NONZERO or holds(self.given, ("Le", power, 0) if self.at_infinity else ("Le", 0, power))):
                if end != ZERO:
                    raise Unseen  # it is bounded there, if that is another point
                yield power, c

    def faster(self, power: Term, other: Term) -> bool:
        """Does x^power grow faster at the end than another power?"""
        return holds(self.given, ("Lt", other, power) if self.at_infinity else ("Lt", power, other))


def _bottoms(scale: _Scale, bottom: Poly) -> Iterator[Order]:
    """What 1 over the denominator is at most like: where all its terms are at least 0, 1 over each of them that is
    more; of a polynomial, beside a point or at infinity, by the first coefficient there that is not 0."""
    power = _leading(scale, term_of(Quotient(bottom)))
    if power is not None:
        yield Order((("Mul", -1, power),))
    elif all(sign(scale.given, term_of(Quotient({m: c}))) <= NONNEGATIVE for m, c in bottom.items()):
        for monomial in bottom:
            moving = [pair for pair in monomial if any(map(scale.moves, pair))]
            fixed = term_of(Quotient({monomial.difference(moving): 1}))
            plain = all(atom == scale.variable or not scale.moves(atom) for atom, _ in moving)
            if plain and sign(scale.given, fixed) <= NONZERO:
                yield _order(scale, [(atom, canonical(("Mul", -1, e))) for atom, e in moving])


def _leading(scale: _Scale, term: Term) -> Term | None:
    """The power of x, or of x − a beside a, that a term is like at the end, where that is seen."""
    around, beside = scale.variable, not scale.at_infinity and scale.end != 0
    try:
        if not scale.at_infinity:
            at_end = substitute(term, {around: scale.end})
            if sign(scale.given, at_end) <= NONZERO and scale.defined_at_end(term):
                return 0
            if beside and equal(at_end, 0) and len(scale.powers(term)) == 2 and sign(scale.given, scale.end) <= NONZERO:
                return 1  # c x^p + d x^q
        shifted = substitute(term, {around: ("Add", scale.end, around)}) if beside else term
        found = _powers(shifted, around) if beside else scale.powers(term)
    except Unseen:
        return None
    known = [power for power, c in found.items() if not equal(c, 0)]
    first = (p for p in known if all(p == other or scale.faster(p, other) for other in known))
    return next((p for p in first if len(known) == 1 or sign(scale.given, found[p]) <= NONZERO), None)


def _order(scale: _Scale, factors: Iterable[tuple[Term, Term]]) -> Order:
    return reduce(Order.times, (_of_factor(scale, atom, e) for atom, e in factors), Order())


def _of_factor(scale: _Scale, atom: Term, exponent: Term) -> Order:
    """How atom^exponent grows. Raises Unseen."""
    if scale.moves(exponent):
        if scale.moves(atom):
            raise Unseen
        base = atom if atom == E or sign(scale.given, atom) == POSITIVE else ("abs", atom)  # that of |the power|
        return Order(rates=tuple((power, c, base) for power, c in scale.unbounded(exponent)))
    power = _leading(scale, atom) if atom == scale.variable or is_a(atom, "Add", "Mul", "Pow") else None
    if power is not None:
        return Order((("Mul", power, exponent),))
    if not scale.at_infinity:
        return Order((_power_beside(scale, atom, exponent),))
    if is_a(atom, "factorial", "gamma"):
        return _of_factorial(scale, atom, exponent)
    if type(exponent) is int and exponent > 0 and is_a(atom, "log", "abs", "binomial"):
        return Order((("Mul", exponent, _of_call(scale, *atom)),))
    raise Unseen


def _of_call(scale: _Scale, head: str, *parts: Term) -> Term:
    """The power that a logarithm, an absolute value or a binomial coefficient is at most like, at infinity."""
    if head == "abs":
        return max((p for p in _powers(parts[0], scale.variable) if type(p) is int), default=0)
    return _of_log(scale, *parts) if head == "log" else _of_binomial(scale, *parts)


def _shift(scale: _Scale, argument: Term) -> Term:
    """c of x + c. Raises Unseen."""
    coefficients = _powers(argument, scale.variable)
    if coefficients.get(1) != 1 or not set(coefficients) <= {0, 1}:
        raise Unseen
    return coefficients.get(0, 0)


def _of_factorial(scale: _Scale, atom: Compound, exponent: Term) -> Order:
    """(m x + c)! is like x!^m m^(m x) x^(c + (1 − m)/2), and Γ(x) x is x!."""
    m = _powers(atom[1], scale.variable).get(1)
    if type(m) is not int or m < 1:
        raise Unseen
    shift = _shift(scale, ("Add", atom[1], ("Mul", 1 - m, scale.variable)))
    power = ("Add", shift, ("Mul", ("Rational", 1, 2), 1 - m), -1 if atom[0] == "gamma" else 0)
    times = ("Mul", m, exponent)
    return Order((("Mul", exponent, power),), ((1, times, m),) if m > 1 else (), (times,))


def _of_log(scale: _Scale, argument: Term) -> Term:
    """log x is less than any power, and log of an exponential like its exponent: here the power that |log| is below."""
    top, bottom = normal(argument)
    powers: list[Term] = [0, 0]
    whole, first = term_of(Quotient(top)), next(iter(top), EMPTY)
    rest = canonical(("Mul", whole, ("Pow", term_of(Quotient({first: 1})), -1)))
    factors = ((whole, 1),) if scale.moves(term_of(Quotient(normal(rest).bottom))) else (*first, (rest, 1))
    for atom, exponent in (*factors, (term_of(Quotient(bottom)), 1)):
        found = [power for power, _ in scale.unbounded(exponent)] if scale.moves(exponent) else []
        if (scale.moves(exponent) and scale.moves(atom)) or not all(scale.faster(power, 0) for power in found):
            raise Unseen
        powers += found
        if scale.at_infinity and is_a(atom, "factorial", "gamma") and scale.moves(atom):
            _shift(scale, atom[1])
            powers.append(2)
        else:
            list(scale.unbounded(atom))  # like a power, where it is 0 or infinite
    return ("Add", *powers)


def _of_binomial(scale: _Scale, n: Term, k: Term) -> Term:
    """C(x + c, x + d) is at most like x^(c − d), C(x + c, k) like x^k, and C(n, x + d) like x^(−n − 1)."""
    if not scale.moves(k):
        _shift(scale, n)
        return k
    if not scale.moves(n):
        _shift(scale, k)
        return ("Add", ("Mul", -1, n), -1)
    return ("Add", _shift(scale, n), ("Mul", -1, _shift(scale, k)))


def _power_beside(scale: _Scale, atom: Term, exponent: Term) -> Term:
    """The power of x − a that atom^exponent is like, beside a; 0 where it is bounded, or less than a logarithm."""
    if type(exponent) is int and exponent > 0 and scale.defined_at_end(atom):
        return 0
    if type(exponent) is int and exponent > 0 and is_a(atom, "log"):
        return ("Mul", exponent, _of_log(scale, atom[1]))
    raise Unseen


def _small(scale: _Scale, order: Order) -> bool:
    """Small enough to converge? A logarithm more makes no difference."""
    given, power, factorials = scale.given, ("Add", 0, 0, *order.power), ("Add", 0, 0, *order.factorials)
    if (falls := holds(given, ("Lt", factorials, 0))) and all(holds(given, ("Le", p, 1)) for p, _, _ in order.rates):
        return True
    if not (falls or equal(factorials, 0)):  # what is at most 0 may be more beside
        return False
    if order.rates:
        return any(_leads(scale, order.rates, degree) for degree, _, _ in order.rates)
    return holds(given, ("Lt", power, -1) if scale.at_infinity else ("Lt", -1, power))


def _leads(scale: _Scale, rates: tuple[Rate, ...], degree: Term) -> bool:
    """Do the exponentials of this degree fall, and of the others those that do not grow more slowly?"""
    alike = [rate for rate in rates if equal(rate[0], degree)]
    others = [rate for rate in rates if rate not in alike and not scale.faster(degree, rate[0])]
    return scale.faster(degree, 0) and _fall(scale, alike) and all(_fall(scale, [other]) for other in others)


def _fall(scale: _Scale, rates: list[Rate]) -> bool:
    """Is the product of the b^(c x^p) below 1, where p is the same?"""
    degree = rates[0][0]
    turned = scale.end == MINUS_INFINITE and not (type(degree) is int and degree % 2 == 0)
    signed = [(("Mul", -1, c) if turned else c, base) for _, c, base in rates]
    logs = [c if base == E else ("Mul", c, ("log", base)) for c, base in signed]
    if sign(scale.given, ("Add", 0, 0, *logs)) <= NEGATIVE:
        return True
    return holds(scale.given, ("Lt", ("Mul", 1, 1, *(("Pow", base, c) for c, base in signed)), 1))
