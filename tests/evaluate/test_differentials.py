"""Formal derivatives against mpmath's numeric ones, at random."""

from __future__ import annotations

import mpmath
import pytest
from flint import arb, fmpq
from hypothesis import assume, given, settings

from mlce_sym.evaluate.differentials import differentiated
from mlce_sym.evaluate.meaning import NOWHERE
from mlce_sym.evaluate.numeric import Agreement, Difference, compare
from mlce_sym.evaluate.plain import plain
from mlce_sym.evaluate.reals import Undefined, Undetermined
from mlce_sym.evaluate.world import number

from .test_values import by_mpmath, terms


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(terms)
def test_it_is_the_slope(term):
    try:
        formal = differentiated(plain(term), "x")
        with mpmath.workdps(60):
            here = mpmath.mpf(3) / 7
            slope = mpmath.diff(lambda z: by_mpmath(term, {"x": z}), here)
            value = mpmath.mpf(str(at_x(formal)))
    except (ValueError, ZeroDivisionError, OverflowError, Undefined, Undetermined):
        assume(False)
    assert abs(value - slope) <= 1e-12 * max(1, abs(value)) and abs(value) < 1e30


def at_x(term):
    """The value at x = 3/7, by ball arithmetic."""
    ball = arb(number(term, NOWHERE, {"x": fmpq(3, 7)}))
    return ball.mid().str(30, radius=False)


X_I = ["Indexed", "x", "i"]


def at(body, point="x", domain="Reals"):
    return ["Derivative", "t", ["Near", domain, point], body]


@pytest.mark.parametrize(
    "body, slope",
    [
        (
            ["Product", "i", ["Range", 1, 3], ["Add", "i", "t"]],
            ["Add", 11, ["Mul", 12, "x"], ["Mul", 3, ["Pow", "x", 2]]],
        ),
        (["Mul", 5, "t"], 5),
        (["Derivative", "s", ["Near", "Reals", "t"], ["Mul", "t", ["Pow", "s", 2]]], ["Mul", 4, "x"]),
        (["Sum", "i", ["Range", 1, 2], ["Apply", "h", "i", "t"]], ["Mul", 2, "x", ["Sum", "i", ["Range", 1, 2], X_I]]),
        (["Apply", "g", ["Pow", "t", 2]], ["Mul", 2, "x", ["exp", ["Pow", "x", 2]]]),
    ],
)
def test_it_sees_through_products_derivatives_and_definitions(body, slope):
    square = {"left": ["Apply", "h", "i", "u"], "right": ["Mul", X_I, ["Pow", "u", 2]]}  # not smooth in the index
    definitions = [{"left": ["Apply", "g", "u"], "right": ["exp", "u"]}, square]
    assert compare(at(body), slope, [], definitions) == Agreement(8)
    assert isinstance(compare(at(body), ["Add", 1, slope], [], definitions), Difference)


def test_the_derivative_of_an_unknown_function_is_another_one():
    f = ["Apply", "f", "t"]
    chain_rule = ["Mul", 2, ["Apply", "f", "x"], at(f)]
    assert isinstance(compare(at(["Pow", f, 2]), chain_rule), Agreement)
    assert isinstance(compare(at(f), 0), Difference)


@pytest.mark.parametrize(
    "body",
    (
        ["KroneckerDelta", "t", 1],
        ["Indexed", "y", "t"],
        ["Sum", "i", ["Range", 1, "t"], "i"],
        ["Integral", "s", ["Between", 0, "t"], "s"],
    ),
)
def test_what_jumps_has_no_derivative_and_no_integral_is_differentiated(body):
    with pytest.raises(Undetermined):
        differentiated(plain(body), "t")
