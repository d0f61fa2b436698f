"""Integrals of smooth functions over closed intervals, enclosed in balls.

The interval is cut into pieces. On the piece with midpoint m and half-width h, Taylor's theorem says
f(m + s) = c_0 + c_1 s + … + c_19 s¹⁹ + c_20(s) s²⁰, where c_20(s) is the coefficient at some point of
the piece, so that

    ∫ f = 2h (c_0 + c_2 h²/3 + … + c_18 h¹⁸/19 + c_20 h²⁰/21)  for c_20 at some point of the piece.

The coefficients are those of f of a power series around m, and, for c_20, around the whole piece as a ball (Rudin,
Principles of Mathematical Analysis, 5.15 and 6.12; W. Tucker, Validated Numerics, 2011, 5.3).

>>> eighth = integrated(lambda t: t**7, 0, 1)
>>> eighth.contains(fmpq(1, 8)), eighth.rad() < arb("1e-20")
(True, True)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias

import flint
from flint import arb, arb_series, fmpq

from .reals import Real, Undetermined, ball, coefficient, finite

Function: TypeAlias = Callable[[Real], Real]  # of a power series
LAST = 20  # of 8 terms a smooth integrand needs twenty times as long
MOST_PIECES = 32
PRECISE = arb("1e-20")


@dataclass(frozen=True)
class Piece:
    """The part of the unit interval around `middle`, and an enclosure of the integral over it; None: not found."""

    middle: fmpq
    half: fmpq
    value: arb | None

    @property
    def error(self) -> float:
        return float("inf") if self.value is None else float(self.value.rad())


def integrated(function: Function, low: Real, high: Real, most: int = MOST_PIECES, precise: arb = PRECISE) -> arb:
    """The integral from `low` to `high`, where `function` takes a power series of the variable to that of the value.

    Raises Undetermined where no enclosure is found, and Undefined where the function is undefined at some point.
    """
    with _terms(LAST + 1):
        pieces = [_piece(function, low, high, fmpq(1, 2), fmpq(1, 2))]
        while len(pieces) < most and not _precise(pieces, precise):
            worst = max(range(len(pieces)), key=lambda place: pieces[place].error)
            middle, half = pieces[worst].middle, pieces[worst].half / 2
            pieces[worst : worst + 1] = [_piece(function, low, high, middle + side * half, half) for side in (-1, 1)]
        return _total(pieces)


@contextmanager
def _terms(count: int) -> Iterator[None]:
    """Power series are calculated to that many terms."""
    before, flint.ctx.cap = flint.ctx.cap, count
    try:
        yield
    finally:
        flint.ctx.cap = before


def _precise(pieces: list[Piece], precise: arb) -> bool:
    if any(piece.value is None for piece in pieces):
        return False
    total = _total(pieces)
    return bool(total.rad() < precise * (1 + abs(total.mid())))


def _total(pieces: list[Piece]) -> arb:
    total = arb(0)
    for piece in pieces:
        if piece.value is None:
            raise Undetermined("an integral that balls do not enclose")
        total += piece.value
    return total


def _piece(function: Function, low: Real, high: Real, middle: fmpq, half: fmpq) -> Piece:
    start, width = ball(low), ball(high) - ball(low)
    here, h = start + width * arb(middle), width * arb(half)
    everywhere = start + width * arb(arb(middle), arb(half))
    try:
        near, rest = _around(function, here), _around(function, everywhere)
        terms = [coefficient(near, k) * h**k / (k + 1) for k in range(0, LAST, 2)]
        total = sum(terms, coefficient(rest, LAST) * h**LAST / (LAST + 1))
        return Piece(middle, half, finite(2 * h * total))
    except Undetermined:
        return Piece(middle, half, _roughly(function, everywhere, h))


def _roughly(function: Function, everywhere: arb, h: arb) -> arb | None:
    """By the values alone, where the function may have a kink."""
    try:
        return finite(2 * h * ball(function(everywhere)))
    except Undetermined:
        return None


def _around(function: Function, point: arb) -> Real:
    """The power series of the function around a point, or around every point of a ball."""
    series: Any = arb_series([point, 1], prec=LAST + 1)
    return function(series)
