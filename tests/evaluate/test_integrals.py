"""Integrals by the checker: enclosures against mpmath's quadrature at random, and where an integral is defined."""

from __future__ import annotations

import mpmath
import pytest
from flint import arb
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mlce_sym.evaluate.numeric import Agreement, Difference, compare
from mlce_sym.evaluate.plain import plain
from mlce_sym.evaluate.reals import Undefined, Undetermined
from mlce_sym.logic.definedness import undefined
from mlce_sym.logic.entailment import holds
from mlce_sym.logic.given import Definition, assumed, under
from mlce_sym.terms.terms import Malformed, parse

from .test_values import by_mpmath, terms
from .worlds import Table, value


def over(body, low=0, high=1, variable="x"):
    return ["Integral", variable, ["Between", low, high], body]


def slope(body, domain="Reals", point="x"):
    return ["Derivative", "x", ["Near", domain, point], body]


LOG_X, F_X = ["log", "x"], ["Apply", "f", "x"]


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(terms, st.integers(1, 3), st.integers(0, 2))
def test_the_ball_holds_what_quadrature_finds(term, low, length):
    try:
        found = value(over(term, low, low + length))
        with mpmath.workdps(30):
            sought = mpmath.quad(lambda x: by_mpmath(term, {"x": x}), [low, low + length])
    except (ValueError, ZeroDivisionError, OverflowError, Undefined, Undetermined):
        assume(False)
    ball = arb(found)
    slack = 1e-9 * max(1, abs(float(sought)))
    assert abs(float(ball.mid()) - float(sought)) <= float(ball.rad()) + slack


@pytest.mark.parametrize(
    "term, known",
    [
        (over(["exp", "x"]), ["Add", ["exp", 1], -1]),
        (over(["Pow", "x", -1], 1, 3), ["log", 3]),
        (over(LOG_X, 1, ["exp", 1]), 1),
        (over(["Pow", "x", ["Rational", -1, 2]], 1, 4), 2),
        (over(["Pow", ["Rational", 1, 3], "x"], -1, 1), ["Mul", ["Rational", 8, 3], ["Pow", ["log", 3], -1]]),
        (over(LOG_X, 2, 2), 0),
        (over(7, -1, ["Constant", "pi"]), ["Mul", 7, ["Add", 1, ["Constant", "pi"]]]),
        (over(["Sum", "i", ["Range", 1, 4], ["Mul", "i", ["Pow", "x", ["Add", "i", -1]]]]), 4),
        (over(["Product", "i", ["Range", 1, 2], ["Add", "i", "x"]]), ["Rational", 23, 6]),
        (over(slope(["exp", ["Mul", 2, "x"]])), ["Add", ["exp", 2], -1]),
        (over(["Apply", "g", ["Pow", "x", 2]], 0, 2), ["Add", ["Rational", 8, 3], 2]),
        (over(over("y", 0, 2, "y")), 2),
        (over(["KroneckerDelta", "x", 5]), 0),
        (["Sum", "i", ["Range", 0, 2], over(["Pow", "x", 2], 0, "i")], 3),
    ],
    ids=str,
)
def test_known_integrals(term, known):
    definition = {"left": ["Apply", "g", "u"], "right": ["Add", 1, "u"]}
    assert isinstance(compare(term, known, [], [definition]), Agreement)
    assert compare(term, known, [], [definition]).tried > 0
    assert isinstance(compare(term, ["Add", known, ["Pow", 10, -12]], [], [definition]), Difference)


@pytest.mark.parametrize(
    "term",
    (
        over("x", 1, 0),
        over(LOG_X, -1, 1),
        over(["Pow", "x", -1], -1, 1),
        over(["log", ["Add", "x", -9]]),
        over(["Sum", "i", ["Range", 1, "x"], 1], 1, 2),
        over(["Pow", ["Add", "x", -2], "x"], 0, 1),
    ),
)
def test_what_is_undefined_somewhere_has_no_integral(term):
    with pytest.raises(Undefined):
        value(term)


@pytest.mark.parametrize(
    "term",
    (
        over(F_X),
        over(LOG_X),
        over(["Pow", ["Add", "x", -1], -2], 0, 3),
        over(["KroneckerDelta", "x", ["Rational", 1, 3]]),
        over(over("y", 0, "x", "y")),
        over("x", ["log", 2], ["log", 2]),
    ),
    ids=str,
)
def test_what_no_ball_encloses_is_not_guessed(term):
    with pytest.raises(Undetermined):
        value(term, Table({}))


GIVEN = assumed(
    (("Lt", 0, "a"), ("Le", "a", "b"), ("Lt", 0, "x")), (Definition("Apply", "h", ("u",), plain(["log", "u"])),)
)


@pytest.mark.parametrize(
    "term",
    (
        over(["Pow", "x", -1], "a", "b"),
        over(["Apply", "h", "x"], "a", "b"),
        over(slope(LOG_X, ["Above", 0]), "a", "b"),
        over(LOG_X, "x", ["Add", "x", 1]),
        over(["Mul", "x", ["Apply", "f", "b"]], "a", "a"),
    ),
    ids=str,
)
def test_an_integral_of_what_is_smooth_on_the_interval_is_defined(term):
    assert undefined(GIVEN, plain(term)) is None


@pytest.mark.parametrize(
    "term",
    (
        over(LOG_X, 0, "b"),
        over("x", "b", "a"),
        over(F_X, "a", "b"),
        over(["Apply", "h", "x"], -1, "b"),
        over(["KroneckerDelta", "x", 1], "a", "b"),
        over(["Indexed", "y", "x"], "a", "b"),
        over(["Sum", "i", ["Range", 1, "x"], "a"], 1, 2),
        over(over("y", 0, "x", "y"), "a", "b"),
        over(slope(LOG_X, ["Above", 1]), 1, 2),
        ["Derivative", "b", ["Near", ["Above", "a"], "b"], over("x", "a", "b")],
    ),
    ids=str,
)
def test_no_other_integral_is(term):
    assert undefined(GIVEN, plain(term)) is not None


def test_the_ends_are_known_of_the_variable_unless_they_speak_of_another_one():
    assert under(GIVEN, "t", ("Between", "a", "b")).hypotheses[-2:] == (("Le", "a", "t"), ("Le", "t", "b"))
    assert under(GIVEN, "a", ("Between", "a", "b")).hypotheses == (("Lt", 0, "x"),)


@pytest.mark.parametrize(
    "term, signs",
    [
        (over(["exp", "x"]), ("Lt", "Le", "Ne")),
        (over(["exp", "x"], "a", "b"), ("Le",)),
        (over("x", 1, 2), ("Lt", "Le", "Ne")),
        (over("x"), ("Le",)),
        (over("x", -1, 1), ()),
    ],
    ids=str,
)
def test_the_sign_of_an_integral(term, signs):
    assert tuple(head for head in ("Lt", "Le", "Ne") if holds(GIVEN, (head, 0, plain(term)))) == signs


@pytest.mark.parametrize(
    "data",
    (
        over("x")[:3],
        ["Integral", "x", ["Interval", 0, 1], "x"],
        ["Integral", "x", ["Near", "Reals", 0], "x"],
        ["Sum", "i", ["Between", 0, 1], "i"],
        ["Member", "x", ["Between", 0]],
    ),
)
def test_an_integral_runs_over_a_closed_interval(data):
    with pytest.raises(Malformed):
        parse(data)
