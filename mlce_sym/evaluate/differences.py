"""Do two values differ, for certain? And how a value is written.

>>> differ(fmpq(1, 2), fmpq(1, 3))
'the values differ'
>>> differ(Points((1, 2)), Points((2,)))
'1 is in the left set alone'
>>> differ(True, True) is None
True
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any, TypeAlias

from flint import arb, fmpq

from .meaning import Value
from .reals import Exact, Real, Truth, Undetermined, close, equal, label
from .sets import Infinite, Onward, Optimum, Points, Region, Span, Whole, beaten, contains, grid, optima, survey

Specials: TypeAlias = Callable[[], tuple[Exact, ...]]  # points that a grid should try


MOST_DIGITS = 15


class Seeming(str):
    """Why two values seem to differ: on the points of a grid, which tell nothing certain about an infinite set."""


def differ(left: Value, right: Value, specials: Specials = tuple, *, grids: bool = False) -> str | None:
    """Why two values of the same kind differ, or None where they agree. Raises Undetermined where neither is known.

    The difference is certain, but for a `Seeming` one, which only `grids` gives: they compare optima over infinite
    sets on finite grids. There the two sides of a true identity agree as well, while an equation that holds over the
    whole set alone may seem to differ.
    """
    if isinstance(left, (int, fmpq, arb)) and isinstance(right, (int, fmpq, arb)) and not isinstance(left, bool):
        return _differ_as_numbers(left, right)
    if left is None or right is None or isinstance(left, bool) or isinstance(right, bool):
        return _differ_as_truths(left, right, grids)
    if isinstance(left, (int, fmpq, arb)) or isinstance(right, (int, fmpq, arb)):
        raise Undetermined("a number and a set")
    return _differ_as_sets(left, right, specials, grids)


def _differ_as_numbers(left: Real, right: Real) -> str | None:
    same = equal(left, right)
    if same is None and not close(left, right):
        raise Undetermined("the balls are too wide")
    return "the values differ" if same is False else None


def _differ_as_truths(left: object, right: object, grids: bool) -> str | None:
    """With grids, a proposition about an infinite set that no grid point refutes agrees with a true one."""
    if left is None or right is None:
        if grids and (left is True or right is True):
            return None
        raise Undetermined("a proposition that is not decided")
    return None if left == right else "one side is true, the other false"


def _differ_as_sets(left: Region, right: Region, specials: Specials, grids: bool) -> str | None:
    if isinstance(left, Points) and isinstance(right, Points):
        return _differ_as_points(left, right)
    if isinstance(left, Optimum) and isinstance(right, Points):
        return _optimum_is_not(left, right, specials(), grids)
    if isinstance(left, Points) and isinstance(right, Optimum):
        return _optimum_is_not(right, left, specials(), grids)
    if isinstance(left, Optimum) and isinstance(right, Optimum):
        return _differ_on_grid(left, right, specials(), grids)
    if isinstance(left, Optimum) or isinstance(right, Optimum):
        raise Undetermined("an optimum over an infinite set")
    return _differ_as_domains(left, right)


def _differ_as_points(left: Points, right: Points) -> str | None:
    for here, there, side in ((left, right, "left"), (right, left, "right")):
        for x in here.sure:
            inside = contains(x, there)
            if inside is False:
                return f"{shown(x)} is in the {side} set alone"
            if inside is None and not any(close(x, y) for y in (*there.sure, *there.maybe)):
                raise Undetermined("the balls are too wide")
    possible = ((x, there) for here, there in ((left, right), (right, left)) for x in here.maybe)
    if not (left.tied and right.tied) or any(contains(x, there) is False for x, there in possible):
        raise Undetermined("which points are in the set?")
    return None


def _optimum_is_not(optimum: Optimum, points: Points, specials: tuple[Exact, ...], grids: bool) -> str | None:
    """Why the claimed points are not the optimum: one is beaten, or another is as good."""
    if not points.sure:
        return _optimum_exists(optimum, points, specials, grids)
    exact = tuple(x for x in points.sure if isinstance(x, (int, fmpq)))
    why = _not_optimal(optimum, points, grid(optimum.base, (*specials, *exact)))
    if why is None or optimum.is_total():
        return why
    return _seeming(why, grids)


def _not_optimal(optimum: Optimum, points: Points, tried: tuple[Exact, ...]) -> str | None:
    for x in points.sure:
        if beaten(optimum, x, tried):
            return f"{shown(x)} is no optimum"
    best = optimum.value(points.sure[0])
    for y, value in survey(optimum, tried):
        if optimum.worse(value, best) is False and contains(y, points) is False:
            return f"{shown(y)} is as good as {shown(points.sure[0])}"
    return None


def _seeming(why: str | None, grids: bool) -> Seeming | None:
    if why is not None and not grids:
        raise Undetermined("what a grid tells about an infinite set")
    return None if why is None else Seeming(why)


def _optimum_exists(optimum: Optimum, points: Points, specials: tuple[Exact, ...], grids: bool) -> str | None:
    """Against the empty set: is a best point of a grid still the best on a finer one, with its neighbours?"""
    if points.maybe or not grids:
        raise Undetermined("is there an optimum?")
    best = _on_grid(optimum, grid(optimum.base, specials))
    neighbours = (x + step for x in best.sure if isinstance(x, (int, fmpq)) for step in (-1, 1))
    fine = grid(optimum.base, (*specials, *neighbours), fine=True)
    unbeaten = [x for x in best.sure if not beaten(optimum, x, fine)]
    for x in unbeaten:
        value, others = optimum.value(x), dict(survey(optimum, (y for y in fine if y != x)))
        beside = {y for y in (x - 1, x + 1) if y in fine} if isinstance(x, (int, fmpq)) else set()
        if beside <= others.keys() and all(optimum.worse(value, other) is False for other in others.values()):
            return Seeming(f"{shown(x)} seems to be an optimum")
    if unbeaten:
        raise Undetermined("balls cannot tell whether a point is the best")
    return None


def _on_grid(optimum: Optimum, tried: Iterable[Exact]) -> Points:
    return _best(optimum, tuple(survey(optimum, tried)))


def _best(optimum: Optimum, found: tuple[tuple[Exact, Real], ...]) -> Points:
    return optima(Points(tuple(x for x, _ in found)), tuple(value for _, value in found), optimum.worse)


def _differ_on_grid(left: Optimum, right: Optimum, specials: tuple[Exact, ...], grids: bool) -> str | None:
    if not grids or _differ_as_domains(left.base, right.base) is not None:
        raise Undetermined("two optima over infinite sets")
    tried = grid(left.base, specials)
    known = [{label(x): (x, value) for x, value in survey(optimum, tried)} for optimum in (left, right)]
    both = known[0].keys() & known[1].keys()  # a point at which one side alone is known says nothing of the other
    if not both:
        raise Undetermined("no point at which both optima can be told")
    one, other = (tuple(of[x] for x in of if x in both) for of in known)
    return _seeming(_differ_as_points(_best(left, one), _best(right, other)), grids)


def _differ_as_domains(left: Points | Infinite, right: Points | Infinite) -> str | None:
    if left == right:
        return None
    if isinstance(left, Points) or isinstance(right, Points):
        return "one set is finite, the other infinite"
    if isinstance(left, Span) and isinstance(right, Span):
        ends = ((left.low, right.low), (left.high, right.high))
        if any(_ends_agree(*pair) is False for pair in ends):
            return "the intervals differ"
        if all(_ends_agree(*pair) for pair in ends):
            return None
    elif any(isinstance(a, Span) and isinstance(b, Whole | Onward) for a, b in ((left, right), (right, left))):
        return "the integers are no interval"
    raise Undetermined("two infinite sets")


def _ends_agree(a: Real | None, b: Real | None) -> Truth:
    """Are they the same end, as far as balls tell? None where they are too wide."""
    if a is None or b is None:
        return a is b
    return False if equal(a, b) is False else equal(a, b) or close(a, b) or None


def shown(value: Value) -> str:
    """A value in plain text; a ball, or a number of many digits, as its first ones."""
    if value is None:
        return "undecided"
    if isinstance(value, (bool, int, fmpq)):
        is_long = not isinstance(value, bool) and max(abs(fmpq(value).p), fmpq(value).q) > 10**MOST_DIGITS
        return shown(arb(value)) if is_long else str(value).lower()
    if isinstance(value, arb):
        if value.rel_accuracy_bits() > 30:
            return "≈ " + value.str(10, radius=False)
        middle = "0" if value.contains(0) else value.mid().str(5, radius=False)
        return f"≈ {middle} ± {value.rad().str(2, radius=False)}"
    if isinstance(value, Points):
        return "{" + ", ".join(map(shown, value.sure)) + (", …" if value.maybe else "") + "}"
    if isinstance(value, Span):
        return "the reals" if value.low is None or value.high is None else f"({shown(value.low)}, {shown(value.high)})"
    if isinstance(value, (Whole, Onward)):
        return f"the integers from {value.low} on" if isinstance(value, Onward) else "the integers"
    return "the optimal points" if isinstance(value, Optimum) else f"{shown(value.base)} without {shown(value.point)}"


def readable(value: Exact) -> Any:
    """An int where it is one, else a Fraction."""
    fraction = Fraction(int(fmpq(value).p), int(fmpq(value).q))
    return fraction.numerator if fraction.denominator == 1 else fraction
