"""Expectations in closed form: those of textbooks are found, and wrong claims are refuted by numbers."""

import pytest
import sympy as sp
from sympy import Interval, S, diff, exp, expand_log, log, oo, pi

from mlce_sym.evidence import agrees, expected
from mlce_sym.evidence.moments import by_scores

from .families import FAMILIES, a, b, k, m, n, p, r, s, y

INFORMATION = {
    ("Gaussian", m): 1 / s**2,
    ("Gaussian", s): 2 / s**2,
    ("Poisson", a): 1 / a,
    ("Bernoulli", p): 1 / (p * (1 - p)),
    ("binomial", p): n / (p * (1 - p)),
    ("geometric", p): 1 / (p**2 * (1 - p)),
    ("negative binomial", p): r / (p**2 * (1 - p)),
    ("exponential", a): 1 / a**2,
    ("gamma", a): sp.polygamma(1, a),
    ("gamma", b): a / b**2,
    ("Weibull", s): k**2 / s**2,
    ("Pareto", a): 1 / a**2,
    ("Rayleigh", s): 4 / s**2,
    ("Laplace", b): 1 / b**2,
    ("logistic", m): 1 / (3 * s**2),
}


def information(name, parameter):
    """-∂² log f/∂θ²; `force` is right here, for every factor is positive."""
    return -diff(expand_log(log(FAMILIES[name][0]), force=True), parameter, 2)


@pytest.mark.slow
@pytest.mark.parametrize("name, parameter", INFORMATION, ids=str)
def test_fisher_information(name, parameter):
    density, support, domains = FAMILIES[name]
    found = expected(information(name, parameter), density, y, support, domains)
    assert sp.simplify(found - INFORMATION[name, parameter]) == 0


@pytest.mark.slow
def test_a_claim_is_checked_by_numbers():
    density, support, domains = FAMILIES["sech"]
    g = information("sech", m)
    assert agrees(pi**2 / (8 * s**2), g, density, y, support, domains) is True
    assert agrees(pi**2 / (4 * s**2), g, density, y, support, domains) is False
    student, line, wide = FAMILIES["Student"]
    assert agrees((k + 1) / (k + 3), information("Student", m), student, y, line, wide) is True
    assert agrees(S(1), sp.Function("h")(y), density, y, support, domains) is None


def test_a_moving_support_does_not_fool_the_scores():
    """Uniform on [0, b]: the identity E[∂ log f/∂b] = 0 fails, it says -1/b = 0; nothing comes of it."""
    f, support, domains = 2 * y / b**2, Interval(0, b), {b: Interval.open(0, oo)}
    assert expected(y, f, y, support, domains) == 2 * b / 3
    shifted = exp(-(y - m))
    assert by_scores(y, shifted, y, Interval(m, oo), {m: S.Reals}) is None
    assert expected(y * m, shifted, y, Interval(m, oo), {m: S.Reals}) is None
