"""Losses in means of statistics, and where their slope is 0."""

import pytest
from sympy import Abs, S, cosh, exp, log, sqrt, symbols

from mlce_sym.losses.means import in_means, stationary

a, y, k, s, q, w = symbols("a y k s q w", positive=True)  # positive, so that SymPy can say whether two terms are equal
T, U = symbols("T_1 T_2")


@pytest.mark.parametrize(
    "loss, means, statistics",
    [
        (a * y - log(a), a * T - log(a), {T: y}),
        ((y - a) ** 2, T - 2 * a * U + a**2, {T: y**2, U: y}),
        (-y * log(a) - (1 - y) * log(1 - a), -T * log(a) - log(1 - a) + T * log(1 - a), {T: y}),
        (Abs(y - k) / a + log(a), T / a + log(a), {T: Abs(k - y)}),
        (a * log(y) - a * log(k) - log(a), a * T - log(a), {T: log(y / k)}),
        (a * (log(y) - log(k)) - log(a), a * T - a * log(k) - log(a), {T: log(y)}),
        (exp((a - y) / s) - a / s, T * exp(a / s) - a / s, {T: exp(-y / s)}),
        (3 * k * exp((a - y) / s) - a / s, 3 * k * T * exp(a / s) - a / s, {T: exp(-y / s)}),
        (exp(a) - 2 * a, exp(a) - 2 * a, {}),
        ((y / a) ** k, T * a ** (-k), {T: y**k}),
    ],
)
def test_a_loss_in_means(loss, means, statistics):
    found = in_means(loss, a, {y})
    names = {name: next(t for t, what in statistics.items() if what == here) for name, here in found.statistics.items()}
    assert len(found.statistics) == len(statistics)
    assert (found.loss.xreplace(names) - means).expand() == 0
    one = found.loss.xreplace(found.statistics) - loss  # with one observation, the means are the statistics
    assert abs(one.subs({a: 0.3, y: 0.7, k: 1.3, s: 2.1}).evalf()) < 1e-12


@pytest.mark.parametrize("loss", [log(cosh(y - a)), log(1 + (y - a) ** 2), Abs(y - a)])
def test_a_loss_that_is_no_sum_of_products_is_left(loss):
    assert in_means(loss, a, {y}) is None


def test_a_minus_sign_stays_with_the_observation():
    z, p = symbols("z p")
    assert list(in_means((-z / p) ** k, p, {z}).statistics.values()) == [(-z) ** k]


def test_names_that_are_taken_are_left_out():
    assert set(in_means(a * y - log(a), a, {y}, frozenset({"T_1", "T_2"})).statistics) == set(symbols("T_3,"))


@pytest.mark.parametrize(
    "loss, points",
    [
        (a * T - log(a), [1 / T]),
        (a**2 - 2 * a * T, [T]),
        (T / a + log(a), [T]),
        (exp(a) - a * T, [log(T)]),
        (log(1 + exp(a)) - a * T, [log(T / (1 - T))]),
        (T * exp(a / s) - a / s, [s * log(1 / T)]),
        (T * a ** (-k) + k * log(a), [T ** (1 / k)]),
        (a ** (2 - q) / (2 - q) - T * a ** (1 - q) / (1 - q), [T]),
        (-T * log(1 - exp(-exp(a))) + (1 - T) * exp(a), [log(log(1 / (1 - T)))]),
        (a * T + 1 / a, [sqrt(1 / T), -sqrt(1 / T)][:1]),
    ],
)
def test_where_the_slope_is_0(loss, points):
    found = list(stationary(loss, a))
    assert found == points
    for point in found:
        at = {a: point, T: S(37) / 100, k: S(5) / 2, s: S(3) / 2, q: S(7) / 5}
        assert abs(loss.diff(a).subs(at).subs(at).evalf()) < 1e-12


def test_two_roots_and_none():
    assert len(list(stationary(a**3 / 3 - a**2 * T + a * U, a))) == 2
    assert list(stationary(exp(a) + a**2 - a * T, a)) == []
    assert list(stationary(log(a), a)) == []  # its slope 1/a is no equation
