"""Infinite sums and improper integrals, enclosed in balls: a finite part, and a bound of the rest (`tails.py`).

They are undefined where that is proved, and undetermined where neither is.

>>> from mlce_sym.evaluate.meaning import NOWHERE
>>> geometric = ("Sum", "k", ("From", 0), ("Pow", ("Rational", 1, 3), "k"))
>>> infinite_sum(geometric, NOWHERE, {}).contains(fmpq(3, 2))
True
>>> gaussian = ("ImproperIntegral", "u", "Reals", ("exp", ("Mul", -1, ("Pow", "u", 2))))
>>> improper_integral(gaussian, NOWHERE, {}).overlaps(arb.pi().sqrt())
True
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from flint import arb, arb_series, fmpq

from .differentials import differentiated
from .hulls import INFINITE, Hull, _down, _up
from .integrals import integrated
from .plain import SCOPES, Compound, Term, free_names, is_a
from .reals import Real, Truth, Undefined, Undetermined, ball, equal, exponential, integer, less
from .tails import Region, replaced, summands, without_bars
from .world import Bound, World, decided, definition_of, number

TINY = arb(2) ** -48
PRECISE = arb("1e-12")
MOST_PIECES = 120
CHUNK = 2  # of the logarithm of a distance
STEPS = tuple(2**n for n in range(3, 11))


def first(domain: Compound, world: World, bound: Bound) -> int:
    """The least of the integers in a From."""
    low = integer(number(domain[1], world, bound))
    if low is None:
        raise Undefined("a range whose bound is not an integer")
    return low


def convergent(term: Compound, world: World, bound: Bound) -> Truth:
    """Does the sum or integral converge absolutely?"""
    _, variable, domain, body = term
    try:
        value = infinite_sum if domain[0] == "From" else improper_integral
        value(("Converges", variable, domain, body), world, bound)
    except Diverges:
        return False
    return True


class Diverges(Undefined):
    """The sum or integral of the absolute value is infinite."""


@dataclass(frozen=True)
class Moving:
    """A body, and what it is a function of."""

    body: Term
    variable: str
    world: World
    bound: Bound

    def at(self, x: Real) -> Real:
        return number(self.body, self.world, {**self.bound, self.variable: x})

    def region(self, hull: Hull, weight: Term) -> Region:
        return Region(self.variable, hull, weight, self.world, self.bound)

    def is_zero(self) -> bool:
        """Is it 0, whatever the variable is?"""
        fixed = self.variable not in free_names(self.body)
        return fixed and equal(number(self.body, self.world, self.bound), 0) is True

    def other(self, body: Term) -> Moving:
        return Moving(body, self.variable, self.world, self.bound)


def _moving(term: Compound, world: World, bound: Bound) -> Moving:
    """The body of a sum or integral, in which no unknown function moves, for of that no more than some values can be
    known."""
    _, variable, domain, body = term
    return Moving(_unfolded(body, variable, domain, world), variable, world, bound)


def _unfolded(term: Term, variable: str, domain: Term, world: World) -> Term:
    """With the definitions of the functions that move; derivatives on the line, or on the domain, are worked out."""
    if not isinstance(term, tuple) or variable not in free_names(term):
        return term
    if term[0] == "Derivative" and (term[2][1] == "Reals" or term[2] == ("Near", domain, variable)):
        _, moved, (_, _, point), body = term
        body = _unfolded(body, moved, term[2][1], world)
        slope = ("Add", ("Mul", 0, body), differentiated(body, moved))  # which is defined where the body is
        return _unfolded(replaced(slope, moved, point), variable, domain, world)
    if term[0] in SCOPES:
        raise Undetermined("a sum or integral inside of another one")
    head, *inside = term
    if head not in ("Apply", "Indexed"):
        return (head, *(_unfolded(part, variable, domain, world) for part in inside))
    parts = tuple(_unfolded(part, variable, domain, world) for part in inside[1:])
    known = definition_of(head, term[1], world)
    if known is None or len(known[0]) != len(parts):
        raise Undetermined("an infinite sum or integral of an unknown function")
    meant = known[1]
    for parameter in known[0]:
        meant = replaced(meant, parameter, f"{parameter}''")  # no other name is like it
    for parameter, part in zip(known[0], parts, strict=True):
        meant = replaced(meant, f"{parameter}''", part)
    return meant


def infinite_sum(term: Compound, world: World, bound: Bound) -> Real:
    """The sum of the terms up to some K, and a bound of the others."""
    low, moving = first(term[2], world, bound), _moving(term, world, bound)
    if moving.is_zero():
        return 0
    best: tuple[int, arb] | None = None
    for step in STEPS:
        rest = _rest(moving, partial(_rest_of_sum, start=max(low, 0) + step))
        if rest is not None and (best is None or rest < best[1]):
            best = (max(low, 0) + step, rest)
        if best is not None and best[1] < TINY:
            break
    if best is None:
        raise Undetermined("an infinite sum whose rest is not bounded")
    total = arb(0)
    for k in range(low, best[0]):
        total += ball(moving.at(k))
    return total + arb(0, best[1])


def _rest(moving: Moving, of: Callable[[Moving], arb]) -> arb | None:
    """A bound of what is left of the sum or integral, as it stands or multiplied out. Raises Diverges where it is
    infinite."""
    try:
        return of(moving)
    except Undetermined:
        pass
    try:
        parts = [moving.other(part) for part in summands(moving.body)]
        return None if len(parts) == 1 else sum(map(of, parts), arb(0)).upper()
    except (Undetermined, Diverges):
        return None


def _nothing(term: Term) -> bool:
    """Is it a product with 0? Of that, where it is defined, nothing is left."""
    return is_a(term, "Mul") and 0 in term[1:]


def _far(moving: Moving, start: int) -> tuple[Hull, Moving]:
    """The numbers from there on, where the body is defined, and the body without absolute values."""
    hull = Hull(arb(start), INFINITE, False, True)
    plain = moving.other(without_bars(moving.body, moving.region(hull, 1)))
    plain.region(hull, 1).of(plain.body)  # that is, it is defined
    return hull, plain


def _without_signs(moving: Moving, term: Term) -> Term:
    """A product with |b|^k for its factors b^k, which makes no difference to its absolute value; that the exponents are
    integers where b < 0 is seen at the first two of them."""
    if is_a(term, "Mul"):
        return ("Mul", *(_without_signs(moving, part) for part in term[1:]))
    if not is_a(term, "Pow") or moving.variable in free_names(term[1]) or moving.variable not in free_names(term[2]):
        return term
    negative = less(number(term[1], moving.world, moving.bound), 0)
    return ("Pow", ("Mul", -1, term[1]), term[2]) if negative else term


def _rest_of_sum(moving: Moving, start: int) -> arb:
    hull, plain = _far(moving.other(_without_signs(moving, moving.body)), start)
    if _nothing(plain.body):
        return arb(0)
    size = abs(ball(plain.at(start)))
    rate = _tried(plain.region(hull, 1), plain.body)
    if rate is not None and rate.high < 0:
        return _bounded(size / (1 - rate.high.exp()))
    if rate is not None and rate.low >= 0 and not size.contains(0):
        raise Diverges("an infinite sum that does not converge")
    by_power = plain.region(hull, plain.variable).rate(plain.body)
    if by_power.high < -1:
        return _bounded(size + start * size / (-1 - by_power.high))
    if by_power.low >= -1 and not size.contains(0):
        raise Diverges("an infinite sum that does not converge")
    raise Undetermined("an infinite sum whose rest is not bounded")


def _tried(region: Region, body: Term) -> Hull | None:
    try:
        return region.rate(body)
    except Undetermined:
        return None


def _bounded(size: arb) -> arb:
    if not size.is_finite():
        raise Undetermined("a rest that is not bounded")
    return size.upper()


def _rest_of_integral(moving: Moving, start: int) -> arb:
    hull, plain = _far(moving, start)
    if _nothing(plain.body):
        return arb(0)
    size = abs(ball(plain.at(start)))
    rate = _tried(plain.region(hull, 1), plain.body)
    if rate is not None and rate.high < 0:
        return _bounded(size / -rate.high)
    by_power = plain.region(hull, plain.variable).rate(plain.body)
    if by_power.high < -1:
        return _bounded(start * size / (-1 - by_power.high))
    if by_power.low >= -1 and not size.contains(0):
        raise Diverges("an integral that does not converge")
    raise Undetermined("an integral whose rest is not bounded")


def improper_integral(term: Compound, world: World, bound: Bound) -> Real:
    """The integral over an open interval, cut into a part beside each end and what lies between."""
    moving = _moving(term, world, bound)
    low, high = _ends(term[2], world, bound)
    if low is not None and high is not None and decided(less(high, low)):
        raise Undefined("an interval that ends before it begins")
    if moving.is_zero():
        return 0
    if low is None:
        mirrored = moving.other(replaced(moving.body, moving.variable, ("Mul", -1, moving.variable)))
        if high is None:
            return _from_zero(moving) + _from_zero(mirrored)
        return _upwards(mirrored, -high)
    if high is None:
        return _upwards(moving, low)
    return arb(0) if decided(equal(low, high)) else _between(moving, low, high)


def _ends(domain: Term, world: World, bound: Bound) -> tuple[Real | None, Real | None]:
    if domain == "Reals":
        return None, None
    if not isinstance(domain, tuple) or domain[0] not in ("Interval", "Above", "Below"):
        raise Undetermined("an integral over a set that is no interval")
    ends = [number(part, world, bound) for part in domain[1:]]
    if domain[0] == "Interval":
        return ends[0], ends[1]
    return (ends[0], None) if domain[0] == "Above" else (None, ends[0])


def _from_zero(moving: Moving) -> arb:
    """From 0 to infinity, where 0 is no end of its own."""
    far, rest = _cut(moving, 1)
    return _smooth(moving, 0, 1) + _outwards(moving, 1, far) + arb(0, rest)


def _upwards(moving: Moving, low: Real) -> arb:
    """From `low` to infinity."""
    above = integer(ball(low).upper().ceil())
    if above is None:
        raise Undetermined("too large an end")
    start = max(1, above + 1)
    far, rest = _cut(moving, start)
    return _between(moving, low, start) + _outwards(moving, start, far) + arb(0, rest)


def _outwards(moving: Moving, start: int, far: int) -> arb:
    """From one positive number to another, far one, in x = e^v."""
    total, low, high = arb(0), arb(start).log(), arb(far).log()
    count = int(float((high - low).mid()) / CHUNK) + 1

    def scaled(v: Real) -> Real:
        step = exponential(v)
        return moving.at(step) * step

    for k in range(count):
        begin, end = (low + (high - low) * arb(fmpq(k + i, count)) for i in (0, 1))
        total += integrated(scaled, begin, end, MOST_PIECES, PRECISE / count)
    return total


def _cut(moving: Moving, start: int) -> tuple[int, arb]:
    """A number beyond which little is left, and how much."""
    best: tuple[int, arb] | None = None
    for step in (1, *STEPS, *(2**n for n in range(12, 60, 6))):
        rest = _rest(moving, partial(_rest_of_integral, start=start * step))
        if rest is not None and (best is None or rest < best[1]):
            best = (start * step, rest)
        if best is not None and best[1] < TINY:
            break
    if best is None:
        raise Undetermined("an integral whose rest is not bounded")
    return best


def _smooth(moving: Moving, low: Real, high: Real) -> arb:
    return integrated(moving.at, low, high, MOST_PIECES, PRECISE)


def _is_closed(moving: Moving, end: Real, width: arb) -> bool:
    """Is the body seen to be smooth on a little piece with the end in it?"""
    here = (ball(end) + width / 1024).union(ball(end))
    series: Any = arb_series([here, 1], prec=3)
    try:
        return moving.at(series) is not None
    except (Undetermined, Undefined):
        return False


def _between(moving: Moving, low: Real, high: Real) -> arb:
    """Between two finite ends, at which the body may be undefined or infinite."""
    width = ball(high) - ball(low)
    closed = _is_closed(moving, low, width), _is_closed(moving, high, -width)
    if all(closed):
        return _smooth(moving, low, high)
    middle, total = fmpq(1, 2) * (low + high), arb(0)
    for end, sign, is_closed in ((low, 1, closed[0]), (high, -1, closed[1])):
        part = _smooth(moving, end, middle) * sign if is_closed else _beside(moving, end, middle, sign)
        total += part
    return total


def _beside(moving: Moving, end: Real, middle: Real, sign: int) -> arb:
    """From an end to the middle: in x = end ± e^(−v), up to a distance at which little is left."""
    width = ball(middle - end) * sign
    start, total = -width.log(), arb(0)
    distance, rest = _little(_distances(moving, end, sign, width))

    def scaled(v: Real) -> Real:
        step = exponential(-v)
        return moving.at(end + sign * step) * step

    last = -distance.log()
    count = int(float((last - start).mid()) / CHUNK) + 1
    for k in range(count):
        low, high = (start + (last - start) * arb(fmpq(k + i, count)) for i in (0, 1))
        total += integrated(scaled, low, high, MOST_PIECES // 8, PRECISE / count)
    return total + arb(0, rest)


def _little(distances: Iterator[tuple[arb, arb]]) -> tuple[arb, arb]:
    """The first distance with so little left that it does not matter, or the last one. Raises Undetermined."""
    found = None
    for found in distances:
        if found[1] < TINY:
            break
    if found is None:
        raise Undetermined("an integral whose part beside an end is not bounded")
    return found


def _distances(moving: Moving, end: Real, sign: int, width: arb) -> Iterator[tuple[arb, arb]]:
    """Distances from an end, and how much of the integral is left there."""
    for exponent in (1, 4, 16, 24, 32, 48, 64, 100, 150, 200, 300, 400, 600, 900):
        distance = (width.mid() * arb(2) ** -exponent).mid()
        rest = _rest(moving, partial(_rest_beside, end=end, sign=sign, distance=distance))
        if rest is not None:
            yield distance, rest


def _rest_beside(moving: Moving, end: Real, sign: int, distance: arb) -> arb:
    a, far = ball(end), ball(end) + sign * distance
    low, high = (a, far) if sign > 0 else (far, a)
    hull = Hull(_down(low), _up(high), sign > 0 and a.is_exact(), sign < 0 and a.is_exact())
    name = f"{moving.variable}'"  # no other name is like it
    away = ("Add", moving.variable, ("Mul", -1, name))
    inside = Moving(moving.body, moving.variable, moving.world, {**moving.bound, name: end})
    region = inside.region(hull, away)
    region.of(moving.body)
    if _nothing(moving.body):
        return arb(0)
    power, size = region.rate(moving.body), abs(ball(moving.at(far)))
    if power.low > -1:
        return _bounded(distance * size / (1 + power.low))
    if power.high <= -1 and not size.contains(0):
        raise Diverges("an integral that does not converge")
    raise Undetermined("an integral whose part beside an end is not bounded")
