"""Gradients of typed densities where a part of them is 0/0, ∞/∞ or 1 − 1 in floats: numbers from mpmath."""

import types
from functools import cache

import mpmath
import pytest

from mlce_sym.losses.code import code_of
from mlce_sym.prompt.loss import Typed, _typed

DIGITS = 800
LABEL, REAL = r"y \in \{0, 1\}", r"z \in \mathbb{R}"
MIXTURE = r"(1-p)\frac{1}{\sqrt{2\pi}}e^{-y^2/2}+p\frac{1}{\sqrt{2\pi}}e^{-(y-m)^2/2}"
STUDENT = r"\frac{\Gamma((v+1)/2)}{\Gamma(v/2)\sqrt{v\pi}\,s}\left(1+\frac{(y-m)^2}{v s^2}\right)^{-(v+1)/2}"
BETA = r"\frac{y^{\mu v-1}(1-y)^{(1-\mu) v-1}}{B(\mu v,(1-\mu) v)}"


def below(z):
    """Φ(z)."""
    return mpmath.erfc(-z / mpmath.sqrt(2)) / 2


CASES = [  # a density with its data, parameters and known numbers; the log of it, up to a constant; values to be tried
    (
        r"\Phi(z)^y (1-\Phi(z))^{1-y}",
        (LABEL, (REAL,)),
        lambda y, z: mpmath.log(below(z if y else -z)),
        [(0, 30.0), (1, -30.0), (0, 8.0), (1, 0.0), (1, 30.0)],
    ),
    (
        r"(1-e^{-e^z})^y (e^{-e^z})^{1-y}",
        (LABEL, (REAL,)),
        lambda y, z: mpmath.log(-mpmath.expm1(-mpmath.exp(z))) if y else -mpmath.exp(z),
        [(1, -800.0), (1, 0.5), (0, 3.0), (1, 600.0)],
    ),
    (
        r"\left(\frac{1+\tanh(z)}{2}\right)^{y}\left(\frac{1-\tanh(z)}{2}\right)^{1-y}",
        (LABEL, (REAL,)),
        lambda y, z: -mpmath.log1p(mpmath.exp(-2 * z if y else 2 * z)),
        [(0, 800.0), (1, -800.0), (1, 37.5), (0, 0.1)],
    ),
    (
        MIXTURE,
        (r"y \in \mathbb{R}", ("0 < p < 1", r"m \in \mathbb{R}")),
        lambda y, p, m: mpmath.log((1 - p) * mpmath.exp(-y * y / 2) + p * mpmath.exp(-((y - m) ** 2) / 2)),
        [(-800.0, 0.25, -37.5), (0.25, 1e-8, 800.0), (-800.0, 1e-300, 0.5), (0.5, 0.5, 1.0)],
    ),
    (
        r"\frac{m^y}{y! (e^m-1)}",
        (r"y \in \{1, 2, \dots\}", ("m > 0",)),
        lambda y, m: y * mpmath.log(m) - m - mpmath.log1p(-mpmath.exp(-m)),
        [(5, 1e9), (2, 0.5), (10**9, 1e-8)],
    ),
    (
        r"a b y^{a-1}(1-y^a)^{b-1}",
        ("0 < y < 1", ("a > 0", "b > 0")),
        lambda y, a, b: mpmath.log(a * b) + a * mpmath.log(y) + (b - 1) * mpmath.log(1 - y**a),
        [(1 - 2.0**-53, 1e-8, 0.75), (0.25, 1e-8, 37.5), (1e-300, 37.5, 2.0)],
    ),
    (
        r"c k y^{c-1}(1+y^c)^{-k-1}",
        ("y > 0", ("c > 0", "k > 0")),
        lambda y, c, k: mpmath.log(c * k) + c * mpmath.log(y) - (k + 1) * mpmath.log1p(y**c),
        [(1e9, 37.5, 0.75), (1e-300, 37.5, 2.0), (2.0, 1.0, 1.0)],
    ),
    (
        STUDENT,
        (r"y \in \mathbb{R}", (r"m \in \mathbb{R}", "s > 0"), ("v > 0",)),
        lambda y, m, s, v: -mpmath.log(s) - (v + 1) / 2 * mpmath.log1p((y - m) ** 2 / (v * s * s)),
        [(1e200, 0.5, 0.75, 3.0), (-800.0, 0.5, 1e-150, 0.5), (1.0, 1.0, 2.0, 3.0)],
    ),
    (
        BETA,
        ("0 < y < 1", (r"0 < \mu < 1",), ("v > 0",)),
        lambda y, u, v: u * v * mpmath.log(y / (1 - y)) - mpmath.loggamma(u * v) - mpmath.loggamma((1 - u) * v),
        [(0.25, 0.5, 2.0), (1e-300, 0.25, 37.5)],
    ),
]


@cache
def code(density, said):
    data, parameters, known = (*said, ())[:3]
    return code_of(_typed(Typed(density, data, parameters, known, ())))


def module(density, said, target):
    found = code(density, said)
    assert all(form.proved for form in found.forms.values())
    made = types.ModuleType(target)
    exec(compile(found.module(target), target, "exec"), made.__dict__)
    return made, len(said[1])


@cache
def slope(log_density, point, place):
    """−∂/∂θ of it at the number of that place."""
    with mpmath.workdps(DIGITS):
        here = list(map(mpmath.mpf, point))
        step = mpmath.mpf(10) ** -350 * (abs(here[place]) or 1)
        low, high = ([*here[:place], here[place] + s, *here[place + 1 :]] for s in (-step, step))
        return (log_density(*low) - log_density(*high)) / (2 * step)


@pytest.mark.slow
@pytest.mark.parametrize("density, said, log_density, points", CASES)
@pytest.mark.parametrize("target", ["numpy", "python"])
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_gradients_are_those_of_the_density_where_floats_are_at_their_end(density, said, log_density, points, target):
    made, count = module(density, said, target)
    for point in points:
        found = made.gradient(*point)
        found = found if isinstance(found, tuple) else (found,)
        for place, value in enumerate(found, 1):
            true = slope(log_density, point, place)
            assert abs(float(value) - true) <= 1e-12 * abs(true) + 1e-290, (point, place, value, true)
        assert len(found) == count
