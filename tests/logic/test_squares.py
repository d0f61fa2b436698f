"""Signs of polynomials in one atom: known answers, what is not so, and a comparison with values."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from random import Random

import pytest

from mlce_sym.logic.entailment import interval, sign
from mlce_sym.logic.given import assumed
from mlce_sym.logic.signs import ANY, NEGATIVE, NONNEGATIVE, POSITIVE, ZERO
from mlce_sym.logic.squares import by_atom


def minus(*factors):
    return ("Mul", -1, *factors)


def square(a):
    return ("Pow", a, 2)


R, X, Y, Z = "r", "x", "y", "z"
CORRELATION = (("Lt", -1, R), ("Lt", R, 1))
CIRCLE = ("Add", 1, square(R), ("Mul", -2, R, ("cos", X)))
ONE_LESS = ("Add", 1, minus(square(X), square(Y)))
SIGNS = [
    ((), ("Add", square(X), ("Mul", 2, X), 5), POSITIVE),
    ((), ("Add", square(X), ("Mul", 2, X), 1), NONNEGATIVE),
    ((), ("Add", square(X), ("Mul", 2, X)), ANY),
    ((), ("Add", minus(square(X)), X, -1), NEGATIVE),
    ((), ("Add", square(X), minus(X, Y), square(Y)), NONNEGATIVE),
    ((("Ne", Y, 0),), ("Add", square(X), minus(X, Y), square(Y)), POSITIVE),
    (CORRELATION, CIRCLE, POSITIVE),
    ((), CIRCLE, NONNEGATIVE),
    ((("Le", R, 1), ("Le", 0, R)), CIRCLE, NONNEGATIVE),
    (CORRELATION, ("Add", square(X), ("Mul", -2, R, X, Y), square(Y), 1), POSITIVE),
    (CORRELATION, ("Add", square(X), ("Mul", -2, R, X, Y), square(Y)), NONNEGATIVE),
    ((), ("Add", square(X), ("Mul", -2, R, X, Y), square(Y), 1), ANY),
    ((("Lt", 0, Y), ("Lt", X, ("Pow", Y, -1)), ("Lt", minus(("Pow", Y, -1)), X)), ONE_LESS, POSITIVE),
    ((("Lt", 0, Y), ("Lt", X, ("Pow", Y, -1))), ONE_LESS, ANY),
    ((("Le", X, Y), ("Le", minus(Y), X)), ("Add", square(Y), minus(square(X))), NONNEGATIVE),
    ((("Lt", X, Y),), ("Add", square(Y), minus(square(X))), ANY),
    (
        (("Le", -1, X), ("Le", -2, Y), ("Le", Y, 0), ("Le", 0, Z), ("Le", Z, 1), ("Le", X, Y)),
        ("Add", -3, ("Mul", 5, X), ("Mul", 3, Z), minus(Y, Z), minus(X, Y, Z)),
        ZERO | NEGATIVE,
    ),
    # whose quotient is too long a number
    ((("Lt", 1, X),), ("Add", ("Mul", ("Pow", 2, -3000), square(X)), minus(("Pow", 2, 3000))), ANY),
]


@pytest.mark.parametrize("given, term, expected", SIGNS, ids=str)
def test_known_signs(given, term, expected):
    assert sign(assumed(given, ()), term) == expected


def test_a_number_that_may_be_negative_is_no_square():
    below = assumed((("Lt", Y, 0),), ())
    assert by_atom(partial(sign, below), partial(interval, below, ()), ("Add", square(X), minus(Y)), 3) == POSITIVE


@pytest.mark.slow
def test_the_values_have_the_signs_that_are_said():
    """Of random polynomials of x and y, where x lies between two numbers, both attained or neither."""
    random, told = Random(1), 0
    for _ in range(300):
        powers = [(random.randint(-4, 4), i, j) for i in range(3) for j in range(3) if random.random() < 0.6]
        terms = [("Mul", c, ("Pow", X, i), ("Pow", Y, j)) for c, i, j in powers]
        low, high = sorted(random.sample(range(-3, 4), 2))
        strict = random.random() < 0.5
        head = "Lt" if strict else "Le"
        given = assumed(((head, low, X), (head, X, high)), ())
        signs = by_atom(partial(sign, given), partial(interval, given, ()), ("Add", *terms, 0), 3)
        told += signs != ANY
        inner = [low + Fraction(n, 4) * (high - low) for n in range(5)][strict : 5 - strict]
        for x in inner:
            for y in (Fraction(n, 2) for n in range(-8, 9)):
                value = sum(c * x**i * y**j for c, i, j in powers)
                assert (value > 0) - (value < 0) in signs
    assert told > 15
