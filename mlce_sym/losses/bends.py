"""Where a loss is seen to bend: the sign of its second derivative at values, and a chord that lies below it.

>>> from mlce_sym.families.families import family
>>> found = seen(Setting(family("gaussian-mean-variance")), Symbol("sigma2"))
>>> found.negative, found.bad.low, found.bad.high
(True, 1/10, 8)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sympy import Expr, Interval, Rational, S, Set, Symbol

from ..border.binding import in_sympys_nodes
from ..evidence import Undecided, ball
from ..evidence.balls import rebuilt, told
from ..evidence.samples import outcomes, samples
from ..families.family import Family
from .setting import Setting
from .slopes import slope_of_one

GRID = tuple(Rational(*pair) for pair in ((1, 10), (1, 2), (1, 1), (2, 1), (8, 1)))
WIDE = tuple(map(Rational, (-8, -2, -1, 0, 1, 3, 8)))
INSIDE = tuple(Rational(n, 10) for n in (1, 3, 5, 7, 9))
SHARES = (2, 8, 64)  # of the way to the nearest end
MOST_VALUES, MOST_OUTCOMES = 3, 5
Values = Mapping[Symbol, Expr]


@dataclass(frozen=True)
class NotConvex:
    """The loss of one observation with these values is greater at (low + high)/2 than the mean of that at low and at
    high."""

    at: Mapping[Symbol, Expr]
    low: Expr
    high: Expr

    says = "not convex"
    word = "refuted by values"


@dataclass(frozen=True)
class Seen:
    """Of the second derivative of the loss of one observation: whether it is negative somewhere, or 0; and a chord that
    shows that the loss is not convex."""

    negative: bool = False
    zero: bool = False
    bad: NotConvex | None = None


@dataclass(frozen=True)
class Among:
    """The values of a parameter beside these of everything else: with them the observation is in the support, and what
    is given holds, where either speaks of the parameter."""

    family: Family
    at: Values
    p: Symbol

    def has(self, point: Expr) -> bool:
        family, values = self.family, {**self.at, self.p: point}
        support: Any = rebuilt(family.data.domain, values) if self.p in family.moving else None
        inside = support is None or support.contains(values[family.data.symbol]) == S.true
        about = (fact for fact in family.given if self.p in fact.free_symbols)
        return inside and all(told(fact, values) for fact in about)


def seen(setting: Setting, p: Symbol) -> Seen:
    """What values show, at points where the observation is in the support and what is given holds; nothing where they
    cannot be had."""
    loss, support, found = in_sympys_nodes(setting.parts.loss), setting.family.data.domain, Seen()
    second, smooth = slope_of_one(setting, (p, p))
    try:
        for at, domain in _places(setting, p):
            among = Among(setting.family, at, p)
            points = list(filter(among.has, _points(domain)))
            chord = next(_bad_chords(loss, among, points), None)
            asked = points if second.has(p) else points[:1]
            signs = [(point, _sign(second, {**at, p: point})) for point in asked if smooth and chord is None]
            down = [point for point, sign in signs if sign == -1]
            chord = chord or next((c for point in down for c in _beside(loss, among, point, domain)), None)
            found = Seen(found.negative or bool(down), found.zero or any(sign == 0 for _, sign in signs))
            if chord is not None:
                told = loss.free_symbols | (support.free_symbols and {setting.z})
                return Seen(True, bad=NotConvex({s: v for s, v in at.items() if s in told}, *chord))
    except Undecided:
        pass
    return found


def _places(setting: Setting, p: Symbol) -> Iterator[tuple[dict[Symbol, Expr], Any]]:
    """Values of everything else, with the domain of the parameter there."""
    family = setting.family
    domain = next(one.domain for one in family.parameters if one.symbol == p)
    numbers = (*family.known, *(one for one in family.parameters if one.symbol != p))
    for others in samples({one.symbol: one.domain for one in numbers}, MOST_VALUES):
        moving: Any = rebuilt(domain, others)
        typical = _middle(_points(moving)) if p in family.moving else [S.Zero]
        for y in _some([y for point in typical for y in outcomes(rebuilt(family.data.domain, {**others, p: point}))]):
            at = {**others, setting.z: y}
            if all(told(fact, at) for fact in family.given if p not in fact.free_symbols):
                yield at, moving


def _sign(second: Expr, at: Values) -> int | None:
    """Of the second derivative there, where it is certain."""
    try:
        value = ball(second, at)
    except Undecided:
        return None
    return 1 if value > 0 else -1 if value < 0 else 0 if value == 0 else None


def _beside(loss: Expr, among: Among, point: Expr, domain: Any) -> Iterator[tuple[Expr, Expr]]:
    """Chords around the point, shorter and shorter ones, that lie below the loss there."""
    widest = min([1 + abs(point), *(abs(point - end) for end in (domain.inf, domain.sup) if end.is_finite)])
    for width in (widest / share for share in SHARES):
        yield from _bad_chords(loss, among, [point - width, point + width])


def _middle(found: list[Expr]) -> list[Expr]:
    return found[len(found) // 2 :][:1]


def _some(found: list[Expr]) -> list[Expr]:
    """A few of them, from one end to the other."""
    return found[:: max(1, len(found) // MOST_OUTCOMES)]


def _bad_chords(loss: Expr, among: Among, points: list[Expr]) -> Iterator[tuple[Expr, Expr]]:
    """The pairs of points half-way between which the loss is certainly greater than on their average."""
    values: dict[Expr, Any] = {}

    def value(point: Expr) -> Any:
        if point not in values:
            values[point] = ball(loss, {**among.at, among.p: point})
        return values[point]

    for place, low in enumerate(points):
        for high in points[place + 1 :]:
            allowed = all(map(among.has, (low, (low + high) / 2, high)))
            if allowed and value((low + high) / 2) > (value(low) + value(high)) / 2:
                yield low, high


def _points(domain: Set) -> list[Expr]:
    if not isinstance(domain, Interval):
        return list(WIDE) if domain == S.Reals else []
    low, high = domain.start, domain.end
    if low.is_finite and high.is_finite:
        return [low + share * (high - low) for share in INSIDE]
    return [low + step for step in GRID] if low.is_finite else list(WIDE)
