"""Readable random numbers to try as values, within what is known of them.

Everything follows from the `Random` that is passed in.

>>> first = next(guesses(Random(1), Hint(low=0, high=1)))
>>> 0 < first < 1
True
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from flint import fmpq

from .reals import Exact

Numbers: TypeAlias = tuple[Exact, ...]
TURNS = 30


@dataclass(frozen=True)
class Hint:
    """What a hypothesis says about a value that is to be drawn, as far as is easily seen."""

    low: Exact | None = None
    high: Exact | None = None
    values: tuple[Exact, ...] | None = None
    whole: bool = False


def combined(hints: Iterable[Hint]) -> Hint:
    """What several hints say together. A list of values is only what to try: every value is tested afterwards."""
    known = tuple(hints)
    lows = [hint.low for hint in known if hint.low is not None]
    highs = [hint.high for hint in known if hint.high is not None]
    values = next((hint.values for hint in known if hint.values is not None), None)
    return Hint(max(lows, default=None), min(highs, default=None), values, any(hint.whole for hint in known))


def _q(*pairs: tuple[int, int]) -> Numbers:
    return tuple(fmpq(p, q) for p, q in pairs)


UNIT: Numbers = _q(
    (1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5), (4, 5), (1, 10), (3, 10), (7, 10), (9, 10)
)
POSITIVE: Numbers = (*UNIT[:9], 1, 1, 2, 3, 4, *_q((3, 2), (5, 2), (4, 3), (1, 10)))
SIGNED: Numbers = (
    0,
    0,
    1,
    1,
    -1,
    -1,
    2,
    -2,
    3,
    -3,
    4,
    *_q((1, 2), (-1, 2), (1, 3), (-2, 3), (3, 2), (-5, 2), (3, 4), (-1, 4)),
)
STYLES: tuple[Numbers, ...] = (UNIT, SIGNED, POSITIVE, UNIT)


def guess_set(random: Random, *, first: bool) -> tuple[Exact, ...]:
    """A small finite set: one point at first, now and then none."""
    size = 1 if first else random.choice((2, 3, 2, 3, 1, 0))
    pool = dict.fromkeys(random.choice(STYLES))
    return tuple(sorted(random.sample(tuple(pool), size)))


def guesses(
    random: Random,
    known: Hint,
    others: Sequence[Exact] = (),
    *,
    first: bool = False,
    small: bool = False,
    schematic: bool = False,
) -> Iterator[Exact]:
    """Values to try, in turn. The `first` instance takes the least integers, a `small` one mostly; `others` are worth
    repeating."""
    if known.values is not None:
        yield from random.sample(known.values, len(known.values))
    elif known.whole:
        for turn in range(TURNS):
            steps = turn if first else random.choice((0, 0, 0, 1)) if small else random.randrange(4)
            yield _whole(random, known, steps, wide=schematic or turn > TURNS // 2)
    elif known.low is None or known.high is None or known.low <= known.high:
        for _ in range(TURNS):
            yield _guess(random, known, others)


def _guess(random: Random, known: Hint, others: Sequence[Exact]) -> Exact:
    low, high = known.low, known.high
    edge = random.random() < 0.1
    if low is not None and high is not None:
        return random.choice((low, high)) if edge else low + (high - low) * random.choice(UNIT)
    if low is not None:
        return low if edge else low + random.choice(POSITIVE)
    if high is not None:
        return high if edge else high - random.choice(POSITIVE)
    return random.choice(others if others and random.random() < 0.3 else SIGNED)


def _whole(random: Random, known: Hint, steps: int, *, wide: bool) -> int:
    if known.low is not None:
        return int(fmpq(known.low).ceil()) + steps
    if known.high is not None:
        return int(fmpq(known.high).floor()) - steps
    return random.randrange(-2, 5) if wide else 1 + steps
