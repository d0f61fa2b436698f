"""Losses with one kink at the observation."""

import pytest
from sympy import Abs, Max, Piecewise, Rational, S, cos, exp, log, symbols

from mlce_sym.families.families import FAMILIES
from mlce_sym.families.family import Family, Named
from mlce_sym.losses.kinks import at_quantiles, status
from mlce_sym.losses.setting import Setting

y, mu, a, b = symbols("y mu a b")
POSITIVE = FAMILIES[3].parameters[0].domain


def levels(loss, *known):
    family = Family("any", "Any", exp(-loss), Named(y, S.Reals), (Named(mu, S.Reals),), known)
    return at_quantiles(Setting(family))


known = (Named(a, POSITIVE), Named(b, POSITIVE))


@pytest.mark.parametrize(
    "loss, level",
    [
        (Abs(y - mu), Rational(1, 2)),
        (3 * a * Abs(y - mu) + b, Rational(1, 2)),
        (Max(3 * (y - mu), mu - y), Rational(3, 4)),
        (Piecewise((a * (y - mu), y > mu), (b * (mu - y), True)), a / (a + b)),
        (Abs(y - mu) + (y - mu) / 2, Rational(3, 4)),
    ],
)
def test_the_level(loss, level):
    assert levels(loss, *known) == {mu: level}


@pytest.mark.parametrize(
    "loss",
    [
        (y - mu) ** 2,
        Abs(y - mu) ** 3,
        Abs(y - 2 * mu),
        Abs(y - mu) + mu**2,
        -Abs(y - mu),
        2 * (y - mu),
        log(1 + Abs(y - mu)),
        cos(y - mu),
        Piecewise(((y - mu), y > mu), (1 + mu - y, True)),
        Piecewise((Abs(y - mu), y > 0), (2 * Abs(y - mu), True)),
    ],
)
def test_what_has_no_such_kink_has_no_level(loss):
    assert levels(loss) == {}


def test_a_parameter_that_cannot_be_every_observation_has_no_level():
    density = exp(-Abs(y - mu)) / 2
    assert at_quantiles(Setting(Family("any", "Any", density, Named(y, S.Reals), (Named(mu, POSITIVE),)))) == {}


def test_only_absolute_errors_among_the_families():
    found = {f.name for f in FAMILIES if at_quantiles(Setting(f))}
    assert found == {"laplace", "laplace-location-scale", "asymmetric-laplace"}


def test_what_is_said():
    assert status({}) == ""
    assert status({mu: a / (a + b)}) == "mu: the loss is least at every sample quantile of level a/(a + b) (not proved)"
