"""The checker's meaning of every node, against values by hand."""

from __future__ import annotations

import math

import pytest
from flint import arb, fmpq

from mlce_sym.evaluate.plain import NotATerm, plain
from mlce_sym.evaluate.reals import Undefined, Undetermined
from mlce_sym.evaluate.sets import Optimum, Points

from .worlds import Table, value

HALF = ["Rational", 1, 2]
LOG2 = ["log", 2]


def near(found, number):
    return abs(float(found) - number) < 1e-12


EXACT = [
    (["Add", 1, HALF, -2], fmpq(-1, 2)),
    (["Mul", 3, HALF, HALF], fmpq(3, 4)),
    (["Mul", 0, LOG2], 0),
    (["Pow", 0, 0], 1),
    (["Pow", 0, 3], 0),
    (["Pow", 0, HALF], 0),
    (["Pow", -2, 3], -8),
    (["Pow", -2, -1], fmpq(-1, 2)),
    (["Pow", -2, ["Mul", 2, HALF]], -2),
    (["Pow", ["Rational", 4, 9], ["Rational", -3, 2]], fmpq(27, 8)),
    (["log", 1], 0),
    (["exp", 0], 1),
    (["KroneckerDelta", 2, ["Add", 1, 1]], 1),
    (["KroneckerDelta", 2, LOG2], 0),
    (["Sum", "i", ["Range", 1, 4], "i"], 10),
    (["Sum", "i", ["Range", 1, 0], ["log", -1]], 0),
    (["Product", "i", ["Range", 2, 4], "i"], 24),
    (["Product", "i", ["Range", 5, 4], "i"], 1),
    (["Product", "i", ["Range", 0, 2], ["Mul", "i", ["log", ["Add", "i", 2]]]], 0),
    (["CrossEntropy", "k", ["Range", 0, 1], "k", 1], 0),
    (["Entropy", "k", ["Range", 0, 1], "k"], 0),
    (["KLDivergence", "k", ["Range", 0, 1], "k", ["Add", 2, ["Mul", -1, "k"]]], 0),
]


@pytest.mark.parametrize("term, expected", EXACT)
def test_exact_values(term, expected):
    found = value(term)
    assert not isinstance(found, arb) and found == expected


BALLS = [
    (LOG2, 0.6931471805599453),
    (["exp", 1], 2.718281828459045),
    (["Constant", "pi"], 3.141592653589793),
    (["Pow", 2, HALF], 1.4142135623730951),
    (["Pow", ["exp", 1], -2], 0.1353352832366127),
    (["Pow", LOG2, LOG2], math.log(2) ** math.log(2)),
    (["Sum", "i", ["Range", 1, 3], ["log", "i"]], 1.791759469228055),
    (["Entropy", "k", ["Range", 0, 1], HALF], 0.6931471805599453),
    (["CrossEntropy", "k", ["Range", 1, 2], HALF, ["Rational", 1, 4]], 1.3862943611198906),
    (["KLDivergence", "k", ["Range", 1, 2], HALF, ["Rational", 1, 4]], 0.6931471805599453),
    (["KLDivergence", "k", ["Range", 0, 1], "k", HALF], 0.6931471805599453),
]


@pytest.mark.parametrize("term, expected", BALLS)
def test_balls(term, expected):
    assert near(value(term), expected)


UNDEFINED = [
    ["log", 0],
    ["log", -1],
    ["log", ["Add", LOG2, -1]],
    ["Pow", 0, -1],
    ["Pow", 0, ["Rational", -1, 2]],
    ["Pow", -1, HALF],
    ["Pow", -1, LOG2],
    ["Mul", 0, ["log", 0]],
    ["Sum", "i", ["Range", 1, -1], "i"],
    ["Sum", "i", ["Range", 1, HALF], "i"],
    ["Sum", "i", ["Range", 1, LOG2], "i"],
    ["Sum", "i", ["Range", 0, 2], ["log", "i"]],
    ["Entropy", "k", ["Range", 0, 1], ["Mul", -1, "k"]],
    ["CrossEntropy", "k", ["Range", 0, 1], 0, "k"],
    ["KLDivergence", "k", ["Range", 0, 1], 1, "k"],
    ["ArgMax", "t", ["Finite", 0, 1], ["log", "t"]],
    ["ArgMax", "t", ["Interval", 0, 1], ["log", ["Add", "t", ["Mul", -1, HALF]]]],
    ["Lt", 0, ["log", 0]],
]


@pytest.mark.parametrize("term", UNDEFINED)
def test_what_has_no_real_value_is_undefined(term):
    with pytest.raises(Undefined):
        value(term)


ZERO = ["Add", ["log", 6], ["Mul", -1, LOG2], ["Mul", -1, ["log", 3]]]  # 0, which balls cannot know
UNDETERMINED = [
    ["log", ZERO],
    ["Pow", ZERO, -1],
    ["Pow", ZERO, HALF],
    ["Pow", -1, ["Add", 2, ZERO]],
    ["KroneckerDelta", 0, ZERO],
    ["Sum", "i", ["Range", 1, ["Add", 2, ZERO]], "i"],
    ["exp", ["exp", ["exp", 1000]]],
    ["Sum", "i", ["Range", 1, 10**30], "i"],
    ["Sum", "i", ["Range", 1, 500], ["Sum", "j", ["Range", 1, 500], ["Mul", "i", "j"]]],
    ["Pow", LOG2, 10**100],
    "x",
    ["Apply", "f", 1],
]


@pytest.mark.parametrize("term", UNDETERMINED)
def test_what_balls_or_bounded_effort_cannot_tell(term):
    with pytest.raises(Undetermined):
        value(term)


NO_TERMS = [["Foo", 1], [], ["Add", 1], ["Sum", 3, ["Range", 1, 2], 1], 1.5, True, None, ["Rational", 1, 0]]


@pytest.mark.parametrize("term", NO_TERMS)
def test_what_is_no_term_is_refused(term):
    with pytest.raises(NotATerm):
        plain(term)


def test_too_deep_a_term_is_refused():
    term = "x"
    for _ in range(5000):
        term = ["exp", term]
    with pytest.raises(NotATerm, match="nested too deeply"):
        plain(term)


WRONG_KIND = [
    ["Lt", ["True"], 1],
    ["Add", ["Empty"], 1],
    ["Member", 1, ["Add", 1, 1]],
    ["Sum", "i", ["Finite", 1], "i"],
]


@pytest.mark.parametrize("term", WRONG_KIND)
def test_the_wrong_kind_of_term_is_refused(term):
    with pytest.raises(NotATerm):
        value(term)


PROPOSITIONS = [
    (["Lt", 1, 2], True),
    (["Lt", 2, 2], False),
    (["Le", 2, 2], True),
    (["Eq", HALF, ["Mul", 2, ["Rational", 1, 4]]], True),
    (["Ne", 0, LOG2], True),
    (["Eq", 0, ZERO], None),
    (["Lt", 0, ZERO], None),
    (["True"], True),
    (["False"], False),
    (["Member", 2, ["Range", 1, 3]], True),
    (["Member", HALF, ["Range", 0, 3]], False),
    (["Member", HALF, "Integers"], False),
    (["Member", LOG2, "Integers"], False),
    (["Member", LOG2, "Reals"], True),
    (["Member", LOG2, ["Interval", 0, 1]], True),
    (["Member", 0, ["Interval", 0, 1]], False),
    (["Member", HALF, ["Interval", 1, 0]], False),
    (["Member", 1, ["Finite", 0, 1]], True),
    (["Member", 1, ["Empty"]], False),
    (["Member", 1, ["Without", ["Finite", 0, 1], 1]], False),
    (["Member", HALF, ["Without", ["Interval", 0, 1], HALF]], False),
    (["Member", LOG2, ["Without", ["Interval", 0, 1], HALF]], True),
    (["Member", 1, ["Finite", ["Add", 1, ZERO]]], None),
    (["ForAll", "i", ["Range", 1, 3], ["Lt", 0, "i"]], True),
    (["ForAll", "i", ["Range", 1, 0], ["False"]], True),
    (["ForAll", "i", ["Range", 1, 3], ["Lt", "i", 3]], False),
    (["ForAll", "t", ["Interval", 0, 1], ["Lt", "t", HALF]], False),
    (["ForAll", "t", ["Interval", 0, 1], ["Lt", ["Mul", "t", ["Add", 1, ["Mul", -1, "t"]]], ["Rational", 1, 2]]], None),
    (["ForAll", "t", ["Interval", 0, 1], ["Lt", "t", 1]], True),
    (["ForAll", "t", ["Interval", 0, 1], ["Le", 0, "t"]], True),
    (["ForAll", "t", ["Interval", -1, 0], ["Ne", "t", 0]], True),
    (["ForAll", "t", ["Interval", -1, 1], ["Ne", "t", ["Rational", 1, 97]]], None),
    (["ForAll", "t", ["Above", 0], ["ForAll", "i", ["Range", 1, 3], ["Lt", 0, ["Mul", "i", "t"]]]], True),
    (["ForAll", "t", ["Above", 0], ["ForAll", "i", ["Range", -1, 3], ["Lt", 0, ["Add", "i", "t"]]]], False),
    (["Smooth", "t", "Reals", ["exp", ["Apply", "f", "t"]]], True),
    (["Smooth", "t", ["Above", 0], ["log", "t"]], True),
    (["Smooth", "t", "Reals", ["Pow", ["Pow", "t", 2], ["Rational", 1, 2]]], None),
    (["Smooth", "t", "Reals", ["abs", "t"]], None),
    (["Smooth", "t", ["Finite", 1], "t"], None),
    (["ForAll", "t", "Reals", ["Lt", "t", 50]], False),
    (["ForAll", "t", "Reals", ["Lt", ["Pow", ["Add", "t", ZERO], -1], HALF]], False),  # what is it at 0?
    (["ForAll", "t", "Reals", ["Lt", ["Pow", ["Add", "t", ZERO], -1], 50]], None),
    (["Member", HALF, ["ArgMax", "t", ["Interval", 0, 1], "t"]], False),
    (["Member", HALF, ["ArgMax", "t", ["Interval", 0, 1], ["Mul", "t", ["Add", 1, ["Mul", -1, "t"]]]]], None),
    (["Member", 2, ["ArgMax", "t", ["Interval", 0, 1], "t"]], False),
]


@pytest.mark.parametrize("term, expected", PROPOSITIONS)
def test_propositions(term, expected):
    assert value(term) is expected


@pytest.mark.parametrize("exponent", [1, 2, 3, 8])
def test_powers_of_a_ball_around_zero(exponent):
    found = value(["Pow", ZERO, exponent])
    assert found.contains(0) and found.rad() < 1e-30


def test_optima_over_finite_sets_with_ties():
    square = ["Pow", "t", 2]
    assert value(["ArgMax", "t", ["Finite", -2, 1, 2], square]) == Points((-2, 2))
    assert value(["ArgMin", "t", ["Finite", -2, 1, 2], square]) == Points((1,))
    assert value(["ArgMin", "t", ["Empty"], square]) == Points()
    undecided = value(["ArgMin", "t", ["Finite", 0, 1], ["Mul", "t", ZERO]])
    assert undecided.sure == () and undecided.maybe == (0, 1)


def test_an_optimum_over_an_interval_is_described():
    assert isinstance(value(["ArgMax", "t", ["Interval", 0, 1], ["log", "t"]]), Optimum)


def test_nested_sums_with_shadowed_indices():
    """At p = (1, 5), y = (2, 3), A = 5 and B = 8."""
    world = Table({("p", 1): 1, ("p", 2): 5, ("y", 1): 2, ("y", 2): 3})
    gap = ["Add", ["Indexed", "p", "i"], ["Mul", -1, ["Indexed", "y", "i"]]]
    total = ["Sum", "i", ["Range", 1, 2], ["Indexed", "y", "i"]]
    assert value(["Sum", "i", ["Range", 1, 2], ["Mul", gap, total]], world) == 5
    both = ["Sum", "i", ["Range", 1, 2], ["Sum", "i", ["Range", 1, 2], ["Mul", gap, ["Indexed", "y", "i"]]]]
    assert value(both, world) == 8


def test_a_definition_sees_its_parameters_and_the_free_names_alone():
    definitions = {("Apply", "g"): (("i",), ("Add", "i", "c")), ("Variable", "c"): ((), ("Mul", 2, "d"))}
    world = Table({("d",): 5}, definitions=definitions)
    assert value(["Sum", "c", ["Range", 1, 2], ["Apply", "g", "c"]], world) == 1 + 10 + 2 + 10
    assert near(value(["Apply", "g", LOG2], world), 10.693147180559945)
    with pytest.raises(NotATerm):
        value(["Apply", "g", 1, 2], world)


def test_sets_that_variables_stand_for():
    world = Table(sets={"A": Points((1, 2, 3))})
    assert value(["ForAll", "t", ["Without", "A", 3], ["Lt", "t", 3]], world) is True
    assert value(["ArgMax", "t", "A", ["Mul", -1, "t"]], world) == Points((1,))


def test_an_undefined_function_needs_an_exact_argument():
    with pytest.raises(Undetermined):
        value(["Apply", "f", LOG2], Table({("f", 0): 1}))
