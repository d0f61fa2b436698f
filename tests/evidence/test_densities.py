"""Is it a density: the common families are, spoiled ones are told with the value, and nothing else is claimed."""

import pytest
import sympy as sp
from sympy import Abs, And, Eq, Interval, Ne, Or, Piecewise, Rational, S, Symbol, cos, exp, log, oo, pi, sqrt

from mlce_sym.evidence import ball, is_density

from .families import FAMILIES, LINE, POSITIVE, SCALE, UNIT, a, b, gauss, k, m, n, p, s, y


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in FAMILIES if name not in ("Student", "beta", "von Mises")])
def test_families_agree(name):
    assert is_density(*FAMILIES[name][:1], y, *FAMILIES[name][1:]).kind == "agrees"


SPOILED = {
    "Gaussian without its constant": (exp(-((y - m) ** 2) / (2 * s**2)), LINE, {m: S.Reals, **SCALE}, sqrt(2 * pi) * s),
    "Laplace with 1/b": (exp(-Abs(y - m) / b) / b, LINE, {m: S.Reals, b: POSITIVE}, S(2)),
    "exponential without λ": (exp(-a * y), Interval(0, oo), {a: POSITIVE}, 1 / a),
    "Poisson without e^-λ": (a**y / sp.factorial(y), S.Naturals0, {a: POSITIVE}, exp(a)),
    "gamma without Γ": (y ** (a - 1) * exp(-y), POSITIVE, {a: POSITIVE}, sp.gamma(a)),
    "geometric from 0": (p * (1 - p) ** (y - 1), S.Naturals0, {p: UNIT}, 1 / (1 - p)),
    "Bernoulli over [0, 1]": (p**y * (1 - p) ** (1 - y), Interval(0, 1), {p: UNIT}, (2 * p - 1) / log(p / (1 - p))),
    "Rayleigh with σ": (y / s * exp(-(y**2) / (2 * s**2)), POSITIVE, SCALE, s),
    "binomial without its coefficient": (p**y * (1 - p) ** (n - y), sp.Range(0, n + 1), {n: S.Naturals, p: UNIT}, None),
    "Gaussian with σ for σ²": (exp(-(y**2) / (2 * s)) / sqrt(2 * pi * s**2), LINE, SCALE, 1 / sqrt(s)),
    "no parameter": (1 / (1 + y**2), LINE, {}, pi),
}


@pytest.mark.parametrize("name", SPOILED)
def test_spoiled_densities_are_told_with_the_right_total(name):
    density, support, domains, true = SPOILED[name]
    found = is_density(density, y, support, domains)
    assert found.kind == "differs" and not found.value.contains(1)
    if true is not None:
        assert found.value.overlaps(ball(true, dict(found.at)))
        for value in (Rational(3, 7), Rational(2, 9)) if found.suggestion is not None else ():
            at = dict.fromkeys(domains, value)
            assert ball(found.suggestion, at).overlaps(ball(true, at))


@pytest.mark.slow
def test_most_of_them_get_a_closed_form():
    found = [is_density(density, y, support, domains) for density, support, domains, true in SPOILED.values() if true]
    assert sum(one.suggestion is not None for one in found) >= 5


def test_the_words_of_a_difference():
    assert str(is_density(exp(-a * y), y, Interval(0, oo), {a: POSITIVE})) == (
        "differs: at a = 3/2 the total is 0.666667, not 1; it seems to be 1/a"
    )


@pytest.mark.parametrize(
    "density, support, domains",
    [
        (a * exp(a * y), POSITIVE, {a: POSITIVE}),
        (exp(y**2 / (2 * s**2)) / sqrt(2 * pi * s**2), LINE, SCALE),
        (a * y ** (-a - 1), POSITIVE, {a: POSITIVE}),
        (y ** (-a) / k, Interval(0, 1), {a: Interval.open(1, 2), k: POSITIVE}),
    ],
    ids=str,
)
def test_a_wrong_sign_makes_it_infinite(density, support, domains):
    found = is_density(density, y, support, domains)
    assert found.kind == "differs" and found.value > 10**9 and "infinite" in str(found)


def test_negative_values_are_told():
    found = is_density(Rational(3, 4) * a * (1 - y**2 + y), y, Interval(-1, 1), {a: POSITIVE})
    assert found.kind == "negative" and found.value < 0 and "the value at" in str(found)
    assert ball(Rational(3, 4) * a * (1 - y**2 + y), {**dict(found.at), y: found.outcome}).overlaps(found.value)


@pytest.mark.slow
@pytest.mark.parametrize(
    "density, domains, says",
    [
        (sp.Function("h")(y), {}, "no ball arithmetic for h"),
        (gauss, {m: S.Reals}, "sigma has no value"),
        (gauss, {m: S.Reals, s: S.Complexes}, "domain Complexes of sigma"),
        ((2 + cos(exp(y))) * exp(-(y**2)), {}, ""),
    ],
    ids=str,
)
def test_what_cannot_be_decided_says_why(density, domains, says):
    found = is_density(density, y, LINE, domains)
    assert found.kind == "undecided" and found.why and says in found.why


@pytest.mark.slow
def test_a_total_within_an_estimate_of_one_is_not_agreement():
    """Far out something could still be: here 1/5 of the mass is where no bound reaches."""
    found = is_density(Rational(2, 3) * (1 + cos(y)) * exp(-y), y, Interval(0, oo), {})
    assert found.kind == "undecided" and "could not be bounded" in found.why


@pytest.mark.parametrize(
    "cases, support, kind",
    [
        (((p, Eq(y, 0)), (2 * y * (1 - p), True)), Interval(0, 1), "agrees"),
        (((p, Eq(y, 0)), (3 * y * (1 - p), True)), Interval(0, 1), "differs"),
        (((p, y <= 0), ((1 - p) * exp(-y), True)), Interval(0, oo), "agrees"),
        (((p, y < 0), ((1 - p) * exp(-y), True)), Interval(0, oo), "differs"),  # of no observation
        (((p, Eq(y, 0)), ((1 - p) * exp(-y), True)), Interval.open(0, oo), "differs"),  # 0 is none
        (((1, Eq(y, 0)), (exp(-y), True)), Interval(0, oo), "agrees"),  # a value that is filled in
    ],
)
def test_probabilities_of_single_numbers(cases, support, kind):
    assert is_density(Piecewise(*cases), y, support, {p: Interval.open(0, 1)}).kind == kind


def test_known_constants_are_drawn_too():
    density, support, domains = FAMILIES["binomial"]
    assert is_density(density, y, support, {p: domains[p]}, {n: domains[n]}).kind == "agrees"


def test_what_is_given_of_parameters_and_of_the_observation():
    low, high = sp.symbols("low high")
    pareto = a * low**a * y ** (-a - 1) / (1 - (low / high) ** a)
    positive = Interval.open(0, oo)
    known = {low: positive, high: positive}

    def found(density, given):
        return is_density(density, y, Interval.open(low, high), {a: positive}, known, given)

    assert found(pareto, (low < high,)).kind == "agrees"
    other = found(2 * pareto, (low < high,))
    assert other.kind == "differs" and dict(other.at)[low] < dict(other.at)[high] and other.suggestion is None
    assert found(pareto, (low < high, high < low)).why == "values that meet what is given were not found"
    assert is_density(S.One, y, S.Reals, {}, given=(y > 0, y < 1)).kind == "agrees"
    other = is_density(S.One, y, S.Reals, {}, given=(y > 0, y < 2))  # which may be said of some data
    assert str(other) == "undecided: the total is 2.00000 where what is given holds"


def test_powers_of_powers_are_not_worked_out():
    k, q = sp.symbols("k q")
    mass = q ** (k**4) - q ** ((k + 1) ** 4)  # at k = 1000 a number of 10^12 digits
    assert is_density(mass, k, sp.S.Naturals0, {q: sp.Interval.open(0, 1)}).kind in ("agrees", "undecided")


q, HALF = Symbol("q"), Interval(0, oo)
SHARE, OPEN = {q: Interval.open(0, 1)}, (1 - q) * exp(-y)


@pytest.mark.parametrize(
    "cases, support, kind",
    [
        (((q, Eq(y, 0)), (OPEN, True)), HALF, "agrees"),
        (((OPEN, y > 0), (q, Eq(y, 0))), HALF, "agrees"),
        (((OPEN, Ne(y, 0)), (q, True)), HALF, "agrees"),
        (((OPEN, y > 0), (2 * q, True)), HALF, "differs"),
        (((exp(-y), y < 3), (exp(-3), True)), Interval(0, 3), "agrees"),
        (((q / 2, Or(Eq(y, 0), Eq(y, 1))), (1 - q, True)), Interval(0, 1), "agrees"),
        (((1 - q, And(y > 0, y < 1)), (q / 2, True)), Interval(0, 1), "agrees"),
        (((exp(y), y < 0), (exp(-y), True)), S.Reals, "differs"),  # one side of 0 has it, too
        (((q, Eq(Abs(y), 0)), (OPEN / 2, y > 0), ((1 - q) * exp(y) / 2, True)), S.Reals, "undecided"),
    ],
)
def test_masses_of_single_numbers(cases, support, kind):
    assert is_density(Piecewise(*cases), y, support, SHARE).kind == kind
