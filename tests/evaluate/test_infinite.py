"""Infinite sums and improper integrals in balls: known values, and what is undefined or not told."""

import flint
import pytest
from flint import arb, fmpq

from mlce_sym.evaluate.infinite import convergent, improper_integral, infinite_sum
from mlce_sym.evaluate.meaning import Universe
from mlce_sym.evaluate.plain import plain
from mlce_sym.evaluate.reals import Undefined, Undetermined, ball

ZERO, ONE, LINE, HALF_LINE, UNIT = ["From", 0], ["From", 1], "Reals", ["Above", 0], ["Interval", 0, 1]
K, U = "k", "u"


def q(a, b):
    return ["Rational", a, b]


def power(a, b):
    return ["Pow", a, b]


def mul(*parts):
    return ["Mul", *parts]


def add(*parts):
    return ["Add", *parts]


def exp(a):
    return ["exp", a]


def beta(a, b):
    return mul(power(U, add(a, -1)), power(add(1, mul(-1, U)), add(b, -1)))


def gamma(a, b):
    return mul(power(U, add(a, -1)), exp(mul(-1, b, U)))


def value(domain, body):
    term = plain(["Converges", K if domain in (ZERO, ONE) else U, domain, body])
    with flint.ctx.workprec(128):
        return (infinite_sum if domain in (ZERO, ONE) else improper_integral)(term, Universe(), {})


LOG_TWO = arb(2).log()
VALUES = [
    (ZERO, mul(power(3, K), power(["factorial", K], -1)), arb(3).exp()),
    (ZERO, power(q(1, 2), K), 2),
    (ZERO, power(q(-1, 2), K), fmpq(2, 3)),
    (ZERO, mul(power(-2, K), power(["factorial", K], -1)), arb(-2).exp()),
    (ONE, mul(K, power(q(9, 10), add(K, -1))), 100),
    (ONE, mul(power(q(1, 2), K), power(K, -1)), LOG_TWO),
    (ZERO, mul(["binomial", add(K, q(3, 2)), K], power(q(2, 3), K)), arb(3) ** arb(fmpq(5, 2))),
    (ONE, power(K, -2), arb.pi() ** 2 / 6),
    (LINE, exp(mul(q(-1, 2), power(U, 2))), (2 * arb.pi()).sqrt()),
    (LINE, mul(U, exp(mul(-50, power(add(U, -10), 2)))), 10 * (arb.pi() / 50).sqrt()),
    (LINE, exp(mul(-2, ["abs", add(U, q(1, 3))])), 1),
    (LINE, power(add(1, power(U, 2)), -1), arb.pi()),
    (HALF_LINE, gamma(q(7, 2), 2), arb(fmpq(7, 2)).gamma() / arb(2) ** arb(fmpq(7, 2))),
    (HALF_LINE, gamma(q(1, 2), 1), arb.pi().sqrt()),
    (UNIT, beta(q(1, 2), q(1, 2)), arb.pi()),
    (UNIT, beta(3, 4), fmpq(1, 60)),
    (UNIT, ["log", U], -1),
    (["Below", 2], exp(U), arb(2).exp()),
    (["Above", 2], power(U, -2), fmpq(1, 2)),
    (["Interval", 1, 1], U, 0),
    (LINE, mul(0, 1), 0),
]


@pytest.mark.parametrize("domain, body, known", VALUES)
def test_a_ball_holds_the_value(domain, body, known):
    found = ball(value(domain, body))
    assert found.overlaps(ball(known)) and found.rad() < arb("0.01")


DIVERGENT = [
    (ZERO, power(2, K)),
    (ZERO, power(1, K)),
    (ZERO, power(-1, K)),
    (ONE, power(K, -1)),
    (HALF_LINE, gamma(-1, 1)),
    (HALF_LINE, gamma(1, -1)),
    (UNIT, power(U, -1)),
    (LINE, mul(U, power(add(1, power(U, 2)), -1))),
]


@pytest.mark.parametrize("domain, body", DIVERGENT)
def test_what_diverges_is_undefined(domain, body):
    with pytest.raises(Undefined):
        value(domain, body)
    term = plain(["Converges", K if domain in (ZERO, ONE) else U, domain, body])
    assert convergent(term, Universe(), {}) is False


UNKNOWN = [
    (UNIT, ["log", add(U, q(-1, 2))]),
    (LINE, ["Apply", "f", U]),
    (ZERO, ["Indexed", "y", K]),
    (ZERO, power(q(-1, 2), ["Indexed", "y", K])),
    ("S", U),
    (ONE, add(power(0, mul(2, K)), power(K, -2))),
    (UNIT, add(power(0, U), power(U, q(3, 2)))),
]


@pytest.mark.parametrize("domain, body", UNKNOWN)
def test_what_is_not_told_is_undetermined(domain, body):
    """Nor is it undefined: 0^x is defined for x > 0, though its slope is not."""
    with pytest.raises(Undetermined):
        value(domain, body)


def test_an_interval_does_not_end_before_it_begins():
    with pytest.raises(Undefined):
        value(["Interval", 1, 0], U)


def slope(domain, body):
    """The derivative of the body in u, at v, as a function of v over the domain."""
    return ["Derivative", U, ["Near", domain, "v"], body]


@pytest.mark.parametrize(
    "domain, body, change",
    [
        (["Above", 0], mul(add(mul(-1, U), -1), exp(mul(-1, U))), 1),
        (["Above", 1], mul(["log", U], power(U, -1)), 0),
        (["Below", 0], exp(U), 1),
        (["Interval", 0, 1], mul(U, ["log", U]), 0),
    ],
)
def test_the_integral_of_a_derivative_on_its_interval_is_the_change_from_end_to_end(domain, body, change):
    term = plain(["ImproperIntegral", "v", domain, slope(domain, body)])
    found = ball(improper_integral(term, Universe(), {}))
    assert found.overlaps(ball(change)) and found.rad() < arb("0.01")


def test_a_derivative_on_another_set_is_not_told():
    term = plain(["ImproperIntegral", "v", HALF_LINE, slope(["Interval", 0, 1], power(U, 2))])
    with pytest.raises(Undetermined):
        improper_integral(term, Universe(), {})


def test_what_falls_faster_than_any_power_by_its_logarithm_is_bounded():
    lognormal = exp(mul(q(-1, 2), power(["log", U], 2)))
    assert ball(value(HALF_LINE, lognormal)).overlaps((2 * arb.pi()).sqrt() * arb("0.5").exp())
