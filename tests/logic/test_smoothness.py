"""Which functions are seen to be smooth: each head, and the corners that are not."""

from __future__ import annotations

import pytest

from mlce_sym.logic.given import Definition, assumed
from mlce_sym.logic.smoothness import rough

NOTHING = assumed((), ())
N = ("Range", 1, "n")
HALF = ("Rational", 1, 2)
DELTA = ("KroneckerDelta", "t", 0)
SMOOTH = [
    "t",
    "x",
    ("Add", "t", ("Mul", "t", "x")),
    ("Pow", "t", 2),
    ("log", ("exp", "t")),
    ("Sum", "i", N, ("Mul", "t", "i")),
    ("Product", "i", N, ("exp", "t")),
    ("Sum", "t", N, ("KroneckerDelta", "t", "i")),
    ("KroneckerDelta", "x", 0),
    ("Apply", "g", "x"),
    ("Derivative", "s", ("Near", "Reals", ("Mul", 2, "t")), ("Mul", "s", "t")),
    ("Sum", "i", N, ("Derivative", "s", ("Near", ("Above", "x"), "t"), ("exp", ("Mul", "s", "i")))),
]
NOT_SMOOTH = [
    DELTA,
    ("Add", "t", DELTA),
    ("Mul", DELTA, "t"),
    ("exp", DELTA),
    ("Sum", "i", N, DELTA),
    ("Sum", "i", ("Range", 1, "t"), "i"),
    ("Apply", "g", "t"),
    ("Indexed", "y", "t"),
    ("Entropy", "i", N, "t"),
    ("Derivative", "s", ("Near", ("Above", "t"), "x"), "s"),
    ("Derivative", "s", ("Near", "Reals", DELTA), "s"),
    ("Derivative", "s", ("Near", "Reals", "x"), ("Mul", "s", DELTA)),
    ("Derivative", "t", ("Near", "Reals", DELTA), "t"),
    ("Product", "i", ("Range", "t", 5), "i"),
    ("Integral", "s", ("Between", 0, 1), "t"),
    ("Pow", "x", DELTA),
]


def differentiable(given, binder):
    return not list(rough(given, binder))


def derivative(body, domain="Reals"):
    return ("Derivative", "t", ("Near", domain, HALF), body)


@pytest.mark.parametrize("body", SMOOTH)
def test_smooth(body):
    assert differentiable(NOTHING, derivative(body))
    assert differentiable(NOTHING, ("Integral", "t", ("Between", 0, 1), body))


@pytest.mark.parametrize("body", NOT_SMOOTH)
def test_not_smooth(body):
    assert not differentiable(NOTHING, derivative(body))
    assert not differentiable(NOTHING, ("Integral", "t", ("Between", 0, 1), body))


def test_a_derivative_is_on_an_open_set():
    for domain in ("Reals", ("Interval", 0, 1), ("Above", 0)):
        assert differentiable(NOTHING, derivative("t", domain))
    for domain in ("Integers", ("Finite", HALF), N, ("Without", ("Finite", HALF), 0)):
        assert not differentiable(NOTHING, derivative("t", domain))


def test_a_definition_is_as_smooth_as_what_it_stands_for():
    smooth = assumed((), (Definition("Apply", "g", ("u", "v"), ("Mul", "u", ("KroneckerDelta", "v", 0))),))
    assert differentiable(smooth, derivative(("Apply", "g", "t", "x")))
    assert not differentiable(smooth, derivative(("Apply", "g", "x", "t")))
    assert not differentiable(smooth, derivative(("Apply", "g", DELTA, "x")))
    assert not differentiable(smooth, derivative(("Apply", "g", "t")))
