"""Losses with one kink at the observation."""

from random import Random

import pytest
from sympy import Abs, IndexedBase, Interval, Max, Piecewise, Rational, S, Symbol, cos, exp, log, oo, sqrt, symbols

from mlce_sym import loss
from mlce_sym.evidence import ball
from mlce_sym.families.families import FAMILIES, family
from mlce_sym.families.family import Family, Named
from mlce_sym.losses.kinks import at_quantiles, best_quantiles, status
from mlce_sym.losses.setting import Setting

y, mu, a, b = symbols("y mu a b")
POSITIVE = Interval.open(0, oo)


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
        (sqrt((y - mu) ** 2), Rational(1, 2)),
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


def test_that_the_quantile_is_a_possible_parameter_is_a_condition():
    density = exp(-Abs(y - mu)) / 2
    found = best_quantiles(Setting(Family("any", "Any", density, Named(y, S.Reals), (Named(mu, POSITIVE),))))
    inside, *counts = (str(claim.value) for claim in found[mu].conditions)
    assert inside == "m in Above(0)" and len(counts) == 2


@pytest.mark.slow
def test_only_absolute_errors_among_the_families():
    found = {f.name for f in FAMILIES if at_quantiles(Setting(f))}
    assert found == {"laplace", "laplace-location-scale", "asymmetric-laplace"}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["laplace", "laplace-location-scale", "asymmetric-laplace"])
def test_every_sample_quantile_is_best_by_a_theorem(name):
    f = family(name)
    (best,) = best_quantiles(Setting(f)).values()
    theorem = best.proofs[-1].theorem
    assert str(theorem) == "ell(m) <= ell(mu) = True"
    chosen = Random(name)
    for _ in range(4):
        numbers = [Rational(chosen.randint(-4, 4), 2) for _ in range(chosen.randint(1, 6))]
        at = {s: Rational(chosen.randint(1, 3), 4) for s in f.density.free_symbols - {y, mu}}
        for m in numbers:
            if all(holds(claim.value, best.m, m, numbers, at) for claim in best.conditions):
                assert all(
                    nll(f, m, numbers, at) <= nll(f, Rational(other, 4), numbers, at) for other in range(-20, 21)
                )
    assert all(claim.word == "proved" for claim in best.conditions)


def holds(condition, name, m, numbers, at):
    """A bound on a sum over the observations."""
    i, n, where = Symbol("i"), Symbol("n"), {name: m, **at}
    total, bound = condition.args
    terms = (total.function.subs({**where, IndexedBase("y")[i]: number}) for number in numbers)
    return sum(terms) <= bound.subs({n: len(numbers), **where})


def nll(f, m, numbers, at):
    each = (ball(-log(f.density.xreplace({y: number, mu: m, **at}))) for number in numbers)
    return round(sum(float(one.mid()) for one in each), 9)


@pytest.mark.slow
def test_cases_and_the_larger_of_two_numbers_are_read_as_absolute_values():
    found = loss(
        density="q*(1 - q)*exp(-Max(q*(y - m), (q - 1)*(y - m)))", data="y in R", parameters="m in R", known="0 < q < 1"
    )
    assert found.estimate_status == "proved: every sample quantile of level q is a maximiser"
    assert "m = m_1, a sample quantile of level q: any with" in str(found)


def test_what_is_said():
    assert status({}, alone=True) == ""
    found = best_quantiles(Setting(family("laplace-location-scale")))
    assert status(found, alone=False) == "mu: every sample median is best (proved)"
    assert status(found, alone=True) == "proved: every sample median is a maximiser"


@pytest.mark.slow
def test_the_median_of_a_function_of_the_observation():
    """The log-Laplace distribution: the median of log y."""
    found = loss(
        density=r"\frac{1}{2by} e^{-|\ln y - \mu|/b}", data="y > 0", parameters=[r"\mu \in \mathbb{R}", "b > 0"]
    )
    best = found.quantiles[Symbol("mu")]
    assert best.level == Rational(1, 2) and "log(y[i])" in str(best.conditions[0].value)
    assert "sign(mu - log(y[i]))" in str(found.gradient[Symbol("mu")].value)
