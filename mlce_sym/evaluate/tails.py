"""How fast a term grows where its variable runs to an end, enclosed by hulls: bounds of what is left of a sum or
integral, and proofs that nothing bounds it.

With s = (log |f|)', the rate of f: if s ≤ −c < 0 beyond R, then ∫_R^∞ |f| ≤ |f(R)|/c, and Σ_{k≥K} |f(k)| is at most
|f(K)|/(1 − e^−c); if x s ≤ −1 − d < −1, then ∫_R^∞ |f| ≤ R |f(R)|/d; if x s ≥ −1, the integral is infinite. Beside a
point a, with e = (x − a) s: if e ≥ −1 + d up to the distance δ, then ∫ |f| ≤ δ |f(a ± δ)|/d; if e ≤ −1, it is infinite
(Hardy, A Course of Pure Mathematics, sections 185 to 188). No zero or pole lies where a rate is enclosed.

>>> from mlce_sym.evaluate.meaning import NOWHERE
>>> far = Region("x", Hull(arb(10), INFINITE, False, True), 1, NOWHERE, {})
>>> round(float(far.rate(("Mul", "x", ("exp", ("Mul", -2, "x")))).high), 3)
-1.9
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

from flint import arb

from .differentials import differentiated
from .hulls import EVERYTHING, INFINITE, Hull, _down, _hull, _logarithm, _plus, _point, _reciprocal, _times, _up
from .plain import SCOPES, Compound, Term, free_names, is_a
from .reals import Real, Undefined, Undetermined, ball, equal
from .world import Bound, World, number

MOST_SUMMANDS = 40


@dataclass(frozen=True)
class Region:
    """Where a variable lies, and the term w by which rates are multiplied: 1, or x, or x − a."""

    variable: str
    hull: Hull
    weight: Term
    world: World
    bound: Bound

    def of(self, term: Term) -> Hull:
        return _hull(term, {self.variable: self.hull}, self.world, self.bound)

    def moves(self, term: Term) -> bool:
        return self.variable in free_names(term)

    def slope(self, term: Term) -> Hull:
        """w times the derivative; that of a logarithm is a rate, which is enclosed better than w times a quotient."""
        found = affine(term, self.variable, self.world, self.bound)
        if found is not None:
            return _times(_point(found[1]), self.of(self.weight))
        if is_a(term, "log"):
            return self.rate(term[1])
        if is_a(term, "Add"):
            return reduce(_plus, map(self.slope, term[1:]))
        if is_a(term, "Mul") and len(moving := [part for part in term[1:] if self.moves(part)]) == 1:
            fixed = (self.of(part) for part in term[1:] if part is not moving[0])
            return reduce(_times, fixed, self.slope(moving[0]))
        if is_a(term, "Pow") and type(term[2]) is int and term[2] > 0:
            return _times(self.of(("Mul", term[2], ("Pow", term[1], term[2] - 1))), self.slope(term[1]))
        try:
            plain = self.of(("Mul", self.weight, differentiated(term, self.variable)))
        except Undefined as missing:  # as log 0 in the slope of 0^x, which is defined: nothing is known of the term
            raise Undetermined(str(missing)) from None
        return _both(plain, self._by_rate(term)) if is_a(term, "Pow") else plain

    def _by_rate(self, term: Term) -> Hull:
        """w f' as f times w f'/f, in which w may have cancelled."""
        try:
            return _times(self.of(term), self.rate(term))
        except Undetermined:
            return EVERYTHING

    def rate(self, term: Term) -> Hull:
        """w (log |term|)'. Raises Undetermined where it is not enclosed, or the term may be 0."""
        if not self.moves(term):
            return _point(0)
        self.world.spend(1)
        if is_a(term, *RATES):
            found: Hull = RATES[term[0]](self, term)
            return found
        return self._by_definition(term)

    def _by_definition(self, term: Term) -> Hull:
        """Of c + d x, where w is d' + x: d (d' + x)/(c + d x) = 1 + (d d' − c)/(c + d x)."""
        found = affine(term, self.variable, self.world, self.bound)
        weight = affine(self.weight, self.variable, self.world, self.bound)
        if found is None or weight is None or weight[1] == 0:
            return _times(self.slope(term), _nonzero_reciprocal(self.of(term)))
        rest = found[1] * weight[0] - found[0]
        if equal(rest, 0) is True:
            return _point(1)
        return _plus(_point(1), _times(_point(rest), _nonzero_reciprocal(self.of(term))))


def _nonzero_reciprocal(hull: Hull) -> Hull:
    if hull.is_positive or hull.negated().is_positive:
        return _reciprocal(hull) if hull.is_positive else _reciprocal(hull.negated()).negated()
    raise Undetermined("is it 0 somewhere?")


def affine(term: Term, variable: str, world: World, bound: Bound) -> tuple[Real, Real] | None:
    """c and d of c + d x, where the term is seen to be that."""
    if variable not in free_names(term):
        return number(term, world, bound), 0
    if term == variable:
        return 0, 1
    if not is_a(term, "Add", "Mul"):
        return None
    parts = [affine(part, variable, world, bound) for part in term[1:]]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    total: tuple[Real, Real] = (0, 0) if is_a(term, "Add") else (1, 0)
    for c, d in known:
        if is_a(term, "Add"):
            total = total[0] + c, total[1] + d
        elif d != 0 and total[1] != 0:
            return None
        else:
            total = total[0] * c, total[1] * c + total[0] * d
    return total


def _of_product(region: Region, term: Compound) -> Hull:
    """Γ(x + a) and 1/Γ(x + b), whose rates have no bounds, are taken together."""
    gammas = [(part, known) for part in term[1:] if (known := _gamma(region, part)) is not None]
    above, below = ([pair for pair in gammas if pair[1][1] == sign] for sign in (1, -1))
    found, paired = _point(0), []
    for (one, (a, _)), (other, (b, _)) in zip(above, below, strict=False):
        found = _plus(found, _of_quotient(region, a, b))
        paired += [one, other]
    return reduce(_plus, (region.rate(part) for part in term[1:] if part not in paired), found)


def _gamma(region: Region, term: Term) -> tuple[Real, int] | None:
    """a and 1 of Γ(x + a), a and −1 of its reciprocal, where x is an index; (x + a)! is Γ(x + a + 1)."""
    sign = -1 if is_a(term, "Pow") and term[2] == -1 else 1
    inside = term[1] if is_a(term, "Pow") and sign == -1 else term
    if region.weight != 1 or not is_a(inside, "gamma", "factorial") or not region.moves(inside):
        return None
    found = affine(inside[1], region.variable, region.world, region.bound)
    return (found[0] + (inside[0] == "factorial"), sign) if found is not None and found[1] == 1 else None


def _of_quotient(region: Region, a: Real, b: Real) -> Hull:
    """Of Γ(x + a)/Γ(x + b): ψ(x + a) − ψ(x + b) is a − b times a value of ψ′ in between, and ψ′ decreases."""
    least = region.hull.low + (a if a < b else b)
    if not least > 0:
        raise Undetermined("how does it grow?")
    size = _up(arb(2).zeta(least) * abs(ball(a - b)))
    return Hull(-size, size)


def _of_power(region: Region, term: Compound) -> Hull:
    _, base, exponent = term
    if not region.moves(exponent):
        return _times(region.of(exponent), region.rate(base))
    by_exponent = _times(region.slope(exponent), _logarithm(region.of(base)))
    return _plus(by_exponent, _times(region.of(exponent), region.rate(base))) if region.moves(base) else by_exponent


def _of_log(region: Region, term: Compound) -> Hull:
    return _times(region.rate(term[1]), _nonzero_reciprocal(region.of(term)))


def _of_sum(region: Region, term: Compound) -> Hull:
    """Of a sum of positive terms, a mean of theirs, in which each weighs what part of the sum it is."""
    hulls = [region.of(part) for part in term[1:]]
    if affine(term, region.variable, region.world, region.bound) is not None or not all(h.is_positive for h in hulls):
        return region._by_definition(term)
    rates = [region.rate(part) for part in term[1:]]
    least = sum((h.low for h in hulls), arb(0)).lower()
    most = [_least(_up(h.high / least), arb(1)) if least > 0 and h.high != INFINITE else arb(1) for h in hulls]
    weighed = _point(0)
    for own, rate in zip(most, rates, strict=True):
        others = sum(most, arb(0)) - own
        low = (1 - others).lower()
        weighed = _plus(weighed, _times(Hull(low if low > 0 else arb(0), own), rate))
    low, high = _lowest(rates), _highest(rates)
    return Hull(weighed.low if weighed.low >= low else low, weighed.high if weighed.high <= high else high)


def _both(one: Hull, other: Hull) -> Hull:
    """What lies in both."""
    return Hull(-_least(-one.low, -other.low), _least(one.high, other.high))


def _least(a: arb, b: arb) -> arb:
    return a if a <= b else b


def _lowest(hulls: list[Hull]) -> arb:
    return reduce(_least, (h.low for h in hulls))


def _highest(hulls: list[Hull]) -> arb:
    return -reduce(_least, (-h.high for h in hulls))


def _of_factorial(region: Region, term: Compound) -> Hull:
    """ψ increases."""
    inside = _plus(region.of(term[1]), _point(1 if term[0] == "factorial" else 0))
    if not inside.low > 0:
        raise Undetermined("is it positive everywhere?")
    high = INFINITE if inside.high == INFINITE else _up(inside.high.digamma())
    return _times(region.slope(term[1]), Hull(_down(inside.low.digamma()), high))


def _of_binomial(region: Region, term: Compound) -> Hull:
    """Of C(x + c, x + d), which is Γ(x + c + 1)/Γ(x + d + 1) and a constant."""
    n, k = (affine(part, region.variable, region.world, region.bound) for part in term[1:])
    if n is None or k is None or n[1] != 1 or k[1] != 1 or region.weight != 1:
        raise Undetermined("how does it grow?")
    return _of_quotient(region, n[0] + 1, k[0] + 1)


RATES = {
    "Mul": _of_product,
    "Pow": _of_power,
    "exp": lambda region, term: region.slope(term[1]),
    "log": _of_log,
    "Add": _of_sum,
    "factorial": _of_factorial,
    "gamma": _of_factorial,
    "binomial": _of_binomial,
}


def without_bars(term: Term, region: Region) -> Term:
    """The term with p or −p for |p|. Raises Undetermined where p changes its sign."""
    if not isinstance(term, tuple) or not region.moves(term) or term[0] in SCOPES:
        return term
    parts = tuple(without_bars(part, region) for part in term[1:])
    if term[0] != "abs":
        return (term[0], *parts)
    inside = region.of(parts[0])
    if not (inside.low >= 0 or inside.high <= 0):
        raise Undetermined("an absolute value that changes its sign")
    return parts[0] if inside.low >= 0 else ("Mul", -1, parts[0])


def replaced(term: Term, name: str, value: Term) -> Term:
    """The term with a value for a variable. Raises Undetermined where a binder is in the way."""
    if name not in free_names(term):
        return term
    if not isinstance(term, tuple):
        return value
    if term[0] in SCOPES:
        raise Undetermined("a sum or integral inside of another one")
    head, *parts = term
    own, parts = (parts[:1], parts[1:]) if head in ("Apply", "Indexed") else ([], parts)
    return (head, *own, *(replaced(part, name, value) for part in parts))


def summands(term: Term) -> tuple[Term, ...]:
    """The term multiplied out: products that add up to it."""
    if not isinstance(term, tuple):
        return (term,)
    if term[0] == "Add":
        return tuple(part for summand in term[1:] for part in summands(summand))
    if term[0] == "Pow" and isinstance(term[2], int) and 1 < term[2] < 8 and len(summands(term[1])) > 1:
        return summands(("Mul", *[term[1]] * term[2]))
    if term[0] != "Mul":
        return (term,)
    found: list[tuple[Term, ...]] = [()]
    for factor in term[1:]:
        found = [(*chosen, part) for chosen in found for part in summands(factor)]
        if len(found) > MOST_SUMMANDS:
            raise Undetermined("too many summands")
    return tuple(chosen[0] if len(chosen) == 1 else ("Mul", *chosen) for chosen in found)
