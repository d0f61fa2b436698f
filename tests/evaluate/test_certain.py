"""Only what is certain is a counterexample: both sides defined, the hypotheses met, and the values told apart."""

from __future__ import annotations

import pytest

from mlce_sym.evaluate.numeric import Agreement, Checked, Difference, Unevaluated, check_document, compare
from mlce_sym.evaluate.outcomes import Disagreement, Doubt, Undefinedness
from mlce_sym.evaluate.plain import NotATerm, TooDeep, plain
from mlce_sym.evaluate.reals import Undefined, Undetermined

from .worlds import Table, value

T, HALF, LOG2 = "t", ["Rational", 1, 2], ["log", 2]
NOTHING = ["log", 0]  # no number
ZERO = ["Add", ["log", 6], ["Mul", -1, LOG2], ["Mul", -1, ["log", 3]]]  # 0, which balls cannot know


def neg(term):
    return ["Mul", -1, term]


def less_by(term, part):
    return ["Add", term, neg(part)]


def derivative(body, point, domain="Reals"):
    return ["Derivative", T, ["Near", domain, point], body]


UNDEFINED = [
    ["Mul", 0, NOTHING],
    ["Mul", NOTHING, 0],
    ["Mul", 0, ["Pow", 0, -1]],
    ["Mul", 0, ["Pow", 0, -1], ZERO],
    ["Pow", NOTHING, 0],
    ["Pow", 0, ["Rational", -1, 3]],
    ["Pow", 0, neg(LOG2)],
    ["Pow", -8, ["Rational", 1, 3]],
    ["Pow", 1, NOTHING],
    ["KroneckerDelta", NOTHING, NOTHING],
    ["KroneckerDelta", 1, NOTHING],
    ["Sum", "i", ["Range", 3, 1], 1],
    ["Product", "i", ["Range", 3, 1], 1],
    ["Sum", "i", ["Range", HALF, 2], 0],
    ["Sum", "i", ["Range", 1, NOTHING], 0],
    ["Product", "i", ["Range", 0, 1], ["Mul", "i", ["log", ["Add", "i", -1]]]],
    ["Product", "i", ["Range", 0, 1], ["Mul", "i", ["log", neg("i")]]],
    ["Sum", "i", ["Range", 1, 1], ["Sum", "i", ["Range", "i", -1], 1]],
    ["Entropy", "k", ["Range", 1, -1], HALF],
    ["Entropy", "k", ["Range", 0, 0], neg(1)],
    ["CrossEntropy", "k", ["Range", 0, 0], 1, 0],
    ["CrossEntropy", "k", ["Range", 0, 0], 0, 0],
    ["Mul", 0, ["log", 0]],
    derivative(["log", T], -1),
    derivative(["log", T], 0),
    derivative(["log", -1], 1),
    derivative(["Pow", T, HALF], -1),
    derivative(["Pow", T, -1], 0),
    derivative(T, 2, ["Interval", 0, 1]),
    derivative(T, 0, ["Above", 0]),
    derivative(T, NOTHING),
    derivative(derivative(["log", T], T), -1),
    ["Integral", T, ["Between", 0, 0], ["Pow", T, -1]],
    ["Integral", T, ["Between", 1, 0], T],
    ["Integral", T, ["Between", -2, -1], ["log", T]],
    ["Integral", T, ["Between", 0, 1], NOTHING],
    ["Apply", "g", 1],
    ["Mul", 0, ["Apply", "g", 1]],
    ["Apply", "constant", NOTHING],
    ["Finite", 0, NOTHING],
    ["Interval", 0, NOTHING],
    ["Without", ["Finite", 1], NOTHING],
    ["ArgMax", T, ["Finite", 0], ["log", T]],
    ["ArgMin", T, ["Finite", 0, 1], ["Mul", 0, ["Pow", T, -1]]],
    ["ForAll", T, ["Finite", 1, 0], ["Lt", ["log", T], 0]],
    ["Member", NOTHING, ["Empty"]],
    ["Eq", NOTHING, NOTHING],
]
DEFINITIONS = {
    ("Apply", "g"): (("u",), ("log", ("Add", "u", -1))),
    ("Apply", "constant"): (("u",), 1),
    ("Apply", "unused"): (("u",), ("log", 0)),
}


@pytest.mark.parametrize("term", UNDEFINED, ids=str)
def test_what_has_an_undefined_part_has_no_value(term):
    with pytest.raises(Undefined):
        value(term, Table(definitions=DEFINITIONS))


@pytest.mark.parametrize("term", [part for part in UNDEFINED if part[0] not in ("Finite", "Interval", "Without")])
@pytest.mark.parametrize("strict", (True, False))
def test_what_is_undefined_differs_from_nothing(term, strict):
    other = {"ArgMax": ["Empty"], "ArgMin": ["Empty"], "ForAll": ["True"], "Member": ["True"], "Eq": ["True"]}
    definitions = [{"left": ["Apply", "g", "u"], "right": ["log", ["Add", "u", -1]]}]
    definitions += [{"left": ["Apply", "constant", "u"], "right": 1}]
    for sides in ((term, other.get(term[0], 7)), (other.get(term[0], 7), term)):
        found = compare(*sides, [], definitions, strict_domain=strict)
        assert isinstance(found, Undefinedness) if strict else found == Agreement(0)


@pytest.mark.parametrize("hypothesis", [["Lt", -1, ["Mul", 0, ["log", "a"]]], ["Ne", ["Pow", "a", -1], 0]])
def test_a_hypothesis_is_not_met_where_a_part_is_undefined(hypothesis):
    assert isinstance(compare("a", ["Add", "a", ["KroneckerDelta", "a", 0]], [hypothesis], tries=30), Agreement)


def test_a_hypothesis_over_an_infinite_set_is_not_met_where_it_is_undefined_off_the_grid():
    hole = ["Mul", 0, ["Pow", less_by(T, ["Rational", 1, 7]), -1]]
    holds = ["ForAll", T, "Reals", ["Lt", 0, ["Add", ["Apply", "f", T], hole]]]
    assert compare(["Apply", "f", 1], 7, [holds]) == Agreement(0)
    assert isinstance(compare(["Apply", "f", 1], 7, [["ForAll", T, "Reals", ["Lt", 0, ["Apply", "f", T]]]]), Difference)


def test_edges_have_their_values():
    assert value(["Sum", "i", ["Range", 1, 0], NOTHING]) == 0
    assert value(["Pow", 0, 0]) == value(["Pow", -5, 0]) == value(["Pow", LOG2, 0]) == 1
    assert value(["Entropy", "k", ["Range", 0, 1], "k"]) == 0
    assert value(["Entropy", "k", ["Range", 1, 1], 1]) == 0  # K = 1
    assert value(derivative(["Pow", T, 2], 0)) == 0
    assert value(derivative(["Pow", 3, ["Mul", 0, T]], 0)) == 0
    assert value(["ForAll", T, ["Empty"], ["Lt", NOTHING, 0]]) is True
    assert value(["Integral", T, ["Between", 2, 2], ["Pow", T, -1]]) == 0


ROUGH = [  # the rules of calculus give a value, or none, though at this point they do not apply
    derivative(["Pow", T, ["Rational", 3, 2]], 0),
    derivative(["Pow", ["Pow", T, 2], ["Rational", 3, 4]], 0),
    derivative(["Pow", 0, T], 1),
    derivative(["Pow", -2, T], 2),
    derivative(["Pow", T, ["Mul", 2, HALF]], 0),
]


@pytest.mark.parametrize("term", ROUGH, ids=str)
def test_where_a_term_is_not_seen_to_be_smooth_its_derivative_is_not_known(term):
    with pytest.raises(Undetermined):
        value(term)


def test_a_hypothesis_may_tell_the_slope_of_an_unknown_function():
    f, slope = ["Apply", "f", T], derivative(["Apply", "f", T], 1)
    assert isinstance(compare(slope, 0), Difference)
    assert isinstance(compare(slope, 0, [["ForAll", T, "Reals", ["Lt", 0, f]]]), Difference)
    assert compare(slope, 0, [["ForAll", T, "Reals", ["Eq", f, 0]]]) == Agreement(0)


def test_no_name_of_a_definition_is_captured():
    times_t = [{"left": ["Apply", "h", "u"], "right": ["Mul", "u", T]}]
    inner = derivative(["Apply", "h", T], T)
    assert isinstance(compare(inner, T, [], times_t), Agreement)
    assert compare(inner, T, [["Eq", T, 5]], times_t) == Agreement(8)
    twice = ["Derivative", "s", ["Near", "Reals", T], ["Mul", "s", derivative(["Mul", T, T, "s"], "s")]]
    assert compare(twice, ["Mul", 6, ["Pow", T, 2]]) == Agreement(8)
    same = ["Derivative", T, ["Near", "Reals", "x"], ["Mul", T, derivative(["Pow", T, 3], T)]]
    assert compare(same, ["Mul", 9, ["Pow", "x", 2]]) == Agreement(8)
    sums = derivative(["Sum", T, ["Range", 1, 2], ["Pow", T, 2]], 3)
    assert compare(sums, 0) == Agreement(8)


SIGMOID = ["Pow", ["Add", 1, ["exp", neg(T)]], -1]


def test_optima_are_compared_at_the_points_where_both_are_known():
    """At t = 100, log(1 - σ(t)) is too near to log 0 for balls; log(1/(1 + eᵗ)) is not."""
    left = ["ArgMax", T, "Reals", ["log", less_by(1, SIGMOID)]]
    right = ["ArgMax", T, "Reals", neg(["log", ["Add", 1, ["exp", T]]])]
    assert compare(left, right, grids=True) == compare(right, left, grids=True) == Agreement(8)
    assert compare(left, right) == Agreement(0)
    assert isinstance(compare(left, ["ArgMin", *right[1:]], grids=True), Doubt)


def test_an_optimum_is_refuted_only_where_its_function_is_defined_everywhere():
    hill = ["Mul", T, less_by(1, T)]
    hole = ["Mul", 0, ["Pow", less_by(T, ["Rational", 1, 7]), -1]]
    third = ["Finite", ["Rational", 1, 3]]
    for domain in (["Interval", 0, 1], "Reals"):
        assert isinstance(compare(["ArgMax", T, domain, hill], third), Difference)
        assert compare(["ArgMax", T, domain, ["Add", hill, hole]], third) == Agreement(0)
        assert compare(["Member", 2, ["ArgMax", T, domain, ["Add", hill, hole]]], ["True"]) == Agreement(0)
    assert compare(["ForAll", T, "Reals", ["Lt", 0, ["Add", T, hole]]], ["True"]) == Agreement(0)
    assert isinstance(compare(["ForAll", T, "Reals", ["Lt", 0, ["Add", T, hole]]], ["True"], grids=True), Doubt)
    assert compare(["ForAll", T, "Reals", ["Lt", 0, ["Add", T, hole]]], ["False"]) == Agreement(8)
    slope = derivative(derivative(["log", ["Add", 1, ["exp", T]]], T), T)
    assert isinstance(compare(["ForAll", T, "Reals", ["Lt", HALF, slope]], ["True"]), Difference)
    bernoulli = ["Add", ["Mul", 2, ["log", T]], ["log", less_by(1, T)]]
    assert isinstance(compare(["ArgMax", T, ["Interval", 0, 1], bernoulli], third), Difference)
    assert compare(["ArgMax", T, ["Interval", 0, 1], bernoulli], ["Finite", ["Rational", 2, 3]]) == Agreement(8)


def test_sets_that_balls_do_not_tell_apart_agree_as_numbers_do():
    tie = ["ArgMin", T, ["Finite", 0, 1], ["Mul", T, ZERO]]
    assert compare(tie, tie) == compare(["log", 6], ["Add", LOG2, ["log", 3]]) == Agreement(8)
    assert compare(tie, ["Finite", 0, 1]) == Agreement(8)
    assert compare(tie, ["Finite", 0]) == Agreement(0)  # is 1 in it?
    assert isinstance(compare(tie, ["Finite", 2]), Difference)
    assert compare(["Finite", ["log", 6]], ["Finite", ["Add", LOG2, ["log", 3]]]) == Agreement(8)
    wide = ["Mul", ["exp", 400], ZERO]
    assert compare(["ArgMin", T, ["Finite", 0, 1], ["Mul", T, wide]], ["Finite", 0, 1]) == Agreement(0)
    one = ["ArgMax", T, ["Finite", 3], ZERO]  # of one point
    assert compare(one, ["Finite", 3]) == Agreement(8)
    circle = ["Interval", neg(["Constant", "pi"]), ["Constant", "pi"]]
    assert compare(circle, circle) == Agreement(8)
    assert isinstance(compare(circle, ["Interval", 0, circle[2]]), Difference)
    assert compare(circle, [*circle[:2], ["Add", circle[2], wide]]) == Agreement(0)
    cosines = [["ArgMax", T, circle, ["Mul", k, ["cos", T]]] for k in (1, 2, -1)]
    assert compare(cosines[0], cosines[1], grids=True) == Agreement(8)
    assert isinstance(compare(cosines[0], cosines[2], grids=True), Doubt)


def document(lhs, rhs, hypotheses=()):
    return {
        "theorems": [{"name": "t", "hypotheses": [*hypotheses], "definitions": [], "lhs": lhs, "rhs": rhs, "steps": []}]
    }


def test_a_document_tells_apart_why_a_step_was_not_checked():
    assert check_document(document("a", "a", [["Lt", "a", "a"]])) == Checked(0, (), ("t",))
    found = check_document(document(["Pow", ["exp", 1000], ["exp", 1000]], 1))
    assert found.unmet == () and isinstance(found.unevaluated[0], Unevaluated) and found.unevaluated[0].reason
    assert type(check_document(document(["log", -1], 1))) is Undefinedness
    assert type(check_document(document(2, 1))) is Difference
    left, right = (["ArgMax", T, "Reals", body] for body in (neg(["Pow", T, 2]), neg(["Pow", less_by(T, 1), 2])))
    assert type(check_document(document(left, right))) is Doubt


@pytest.mark.slow
def test_a_function_that_is_known_at_a_shifted_point_is_drawn_to_comply():
    shifted = ["Apply", "f", ["Add", 1, "a"]]
    given = [["ForAll", "a", ["Above", 0], ["Lt", 0, shifted]], ["Lt", 0, "a"]]
    assert compare(["Lt", 0, shifted], ["True"], given, tries=20) == Agreement(20)
    assert isinstance(compare(["Lt", 1, shifted], ["True"], given, tries=20), Difference)
    two = [["ForAll", "a", "Reals", ["Eq", shifted, ["Add", 1, ["Apply", "f", "a"]]]]]
    assert not isinstance(compare(["Apply", "f", 2], ["Add", 2, ["Apply", "f", 0]], two, tries=20), Disagreement)
    moved = [["ForAll", "a", "Reals", ["Eq", ["Sum", "j", ["Range", 0, 1], ["Apply", "f", ["Add", "a", "j"]]], 0]]]
    assert not isinstance(compare(["Apply", "f", 2], ["Apply", "f", 0], moved, tries=20), Disagreement)


def test_what_is_too_deep_is_told_apart_from_what_is_no_term():
    deep = "x"
    for _ in range(5000):
        deep = ["exp", deep]
    with pytest.raises(TooDeep):
        compare(deep, 1)
    two = ["Add", ["Indexed", "y", 1], ["Indexed", "y", 1, 1]]
    for bad in (two, ["Foo", 1], ["Add", ["Empty"], 1], ["Apply", "f'0", 1], ["At", "x", 1, 1]):
        with pytest.raises(NotATerm) as caught:
            compare(bad, 1)
        assert not isinstance(caught.value, TooDeep)
    assert plain("x") == "x"
