"""Sums and integrals: the ball contains the true value; what is not known for certain is not called rigorous."""

import pytest
import sympy as sp
from sympy import Abs, FiniteSet, Interval, Piecewise, Range, Rational, S, Symbol, exp, factorial, log, oo, pi, sqrt

from mlce_sym.evidence import Undecided, ball, expectation, total
from mlce_sym.evidence.samples import samples

from .families import FAMILIES, y

HALF, FAR = Rational(1, 2), 10**6


@pytest.mark.slow
@pytest.mark.parametrize("name", FAMILIES)
def test_the_total_of_every_family_is_one(name):
    density, support, domains = FAMILIES[name]
    for values in samples(domains, 3):
        found = total(density, y, support, values)
        assert found.rigorous and found.value.contains(1) and found.value.rad() < 1e-9, values


EXACT = {
    "continuous Bernoulli": (3**-y, Interval(0, 1), 2 / (3 * log(3))),
    "far spike": (exp(-(((y - FAR) * 1000) ** 2)), S.Reals, sqrt(pi) / 1000),
    "far spike on an interval": (exp(-(((y - FAR) * 1000) ** 2)), Interval(0, 10 * FAR), sqrt(pi) / 1000),
    "slow tail": (1 / (y * log(y) ** 2), Interval(3, oo), 1 / log(3)),
    "slow pole": (1 / (y * log(y) ** 2), Interval(0, HALF), 1 / log(2)),
    "shape near 0": (y ** Rational(-99, 100), Interval(0, 1), S(100)),
    "tail near 1": (y ** Rational(-101, 100), Interval(1, oo), S(100)),
    "two poles": ((y * (1 - y)) ** Rational(-19, 20), Interval(0, 1), sp.beta(Rational(1, 20), Rational(1, 20))),
    "pole inside": (1 / sqrt(Abs(y - Rational(1, 3))), Interval(-1, 1), 2 * (2 + sqrt(2)) / sqrt(3)),
    "jump": (Piecewise((1, y < 0), (2, y < Rational(1, 3)), (0, True)), Interval(-1, 5), Rational(5, 3)),
    "folded": (Piecewise((1, Abs(y - 1) < 2), (0, True)), S.Reals, S(4)),
    "mixture": (exp(-(y**2)) + exp(-((y - 3) ** 2) / 4), S.Reals, 3 * sqrt(pi)),
    "log-Laplace": (exp(-2 * Abs(log(y) - HALF)) / y, Interval(0, oo), S.One),
    "distant kink": (exp(-Abs(y - 3000)), S.Naturals0, 2 / (1 - exp(-1)) - 1 - exp(-3001) / (1 - exp(-1))),
    "zeta": (1 / y**2, S.Naturals, pi**2 / 6),
    "late ratio": (exp(-y / 1000), S.Naturals0, 1 / (1 - exp(-Rational(1, 1000)))),
    "ratio turns at 300": (300**y / factorial(y), S.Naturals0, exp(300)),
    "both ways": (2 ** -Abs(y), S.Integers, S(3)),
    "range from a number": (2**-y, Range(3, oo), Rational(1, 4)),
    "finite": (y**2, Range(5, 0, -2), S(35)),
    "points": (1 / y, FiniteSet(1, 2, sp.E), Rational(3, 2) + exp(-1)),
    "nothing": (S.Zero, S.Reals, S.Zero),
}  # fmt: skip


@pytest.mark.parametrize("name", EXACT)
def test_known_totals(name):
    f, support, value = EXACT[name]
    found = total(f, y, support)
    assert found.rigorous and found.value.overlaps(ball(value))
    assert found.value.rad() < 1e-7 * (1 + abs(found.value.mid()))


@pytest.mark.parametrize(
    "f, support",
    [
        (exp(y**2), S.Reals),
        (1 / y, Interval(1, oo)),
        (1 / y, Interval(0, 1)),
        (1 / (1 - y), Interval(0, 1)),
        (1 / (y * log(y)), Interval(2, oo)),
        (S.One, S.Reals),
        (1 / y, S.Naturals),
        (2**y, S.Naturals0),
        (Abs(y) ** Rational(-1, 3), S.Reals),
    ],
)
def test_divergence_is_told(f, support):
    found = total(f, y, support)
    assert found.rigorous and found.infinite and found.value > 0 and str(found) == "infinite"
    assert total(-f, y, support).value < 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "f, support, says",
    [
        (1 / (y * log(y) * log(log(y)) ** 2), Interval(20, oo), "tail could not be bounded"),
        (Piecewise((exp(-y), exp(y) < 1000), (1000 * exp(-y), True)), Interval(0, oo), "jump"),
        (sp.sin(y), Interval(0, oo), "could not be bounded"),
        (1 / y, Interval(-1, 1), "above and below"),
        (1 / (exp(y) - 2), Interval(0, 1), "does not enclose"),
        ((2 + sp.cos(y)) / y**2, S.Naturals, "rest could not be bounded"),
        (sp.Function("h")(y), S.Reals, "no ball arithmetic for h"),
        (exp(-y), sp.Union(Interval(0, 1), Interval(2, 3)), "give an Interval"),
        (Symbol("c") * exp(-y), Interval(0, oo), "c has no value"),
        (exp(-y), Range(0, 10**9), "too many"),
        (exp(-y), Range(0, oo, 2), "no sum over"),
        (log(y), Interval(-1, 1), None),
    ],
)
def test_what_is_not_known_is_not_claimed(f, support, says):
    try:
        found = total(f, y, support)
    except Undecided as reason:
        assert says is None or says in str(reason)
    else:
        assert not found.rigorous or (not found.value.is_finite() and not found.infinite)


def test_an_estimate_says_that_it_is_one():
    found = total((1 + sp.cos(y)) * exp(-y), y, Interval(0, oo))
    assert (
        not found.rigorous and found.value.overlaps(ball(Rational(3, 2)) + found.value * 0) and "estimate" in str(found)
    )


def test_expectations():
    density, support, domains = FAMILIES["gamma"]
    a, b = domains
    values = {a: Rational(1, 3), b: S(5)}
    for g, true in ((y, a / b), (y**2, a * (a + 1) / b**2), (log(y), sp.digamma(a) - log(b))):
        found = expectation(g, density, y, support, values)
        assert found.rigorous and found.value.overlaps(ball(true, values)) and found.value.rad() < 1e-10
    cauchy, line, _ = FAMILIES["Cauchy"]
    assert expectation(y**2, cauchy, y, line, {s: S(1) for s in cauchy.free_symbols - {y}}).infinite
