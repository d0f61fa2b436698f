"""What a term needs to be defined: each head, what is missing, and that it is enough where it is given."""

from __future__ import annotations

import pytest

from mlce_sym.logic.definedness import missing, undefined
from mlce_sym.logic.given import Definition, assumed

NOTHING = assumed((), ())
UNIT = ("Interval", 0, 1)
NEEDS = [
    (("log", "x"), ("Lt", 0, "x")),
    (("Pow", "x", "k"), ("Lt", 0, "x")),
    (("Pow", "x", -1), ("Ne", "x", 0)),
    (("Derivative", "t", ("Near", UNIT, "x"), "t"), ("Member", "x", UNIT)),
    (("Integral", "t", ("Between", "a", "b"), "t"), ("Le", "a", "b")),
]


@pytest.mark.parametrize(("term", "needed"), NEEDS)
def test_what_a_term_needs(term, needed):
    assert undefined(NOTHING, term) == needed
    assert undefined(assumed((needed,), ()), term) is None


@pytest.mark.parametrize("term", [("Pow", "x", 2), ("Pow", "x", 0), ("exp", "x"), ("KroneckerDelta", "x", "y")])
def test_what_needs_nothing(term):
    assert undefined(NOTHING, term) is None


def test_the_point_of_a_derivative_lies_in_the_set_and_not_at_its_end():
    assert undefined(NOTHING, ("Derivative", "t", ("Near", UNIT, ("Rational", 1, 2)), "t")) is None
    for outside in (0, 1, 2):
        assert undefined(NOTHING, ("Derivative", "t", ("Near", UNIT, outside), "t")) == ("Member", outside, UNIT)


PROBABILITIES = [("Entropy", 1), ("CrossEntropy", 2), ("KLDivergence", 2)]


@pytest.mark.parametrize(("head", "count"), PROBABILITIES)
def test_what_is_averaged_may_be_zero_and_what_a_logarithm_is_taken_of_may_not(head, count):
    domain = ("Range", 1, 2)
    bodies = (("Apply", "p", "i"), ("Apply", "q", "i"))[:count]
    term = (head, "i", domain, *bodies)
    least = [("Le", 0, bodies[0]), *(("Lt", 0, body) for body in bodies[1:])]
    for number, needed in enumerate(least):
        known = (("ForAll", "i", domain, condition) for condition in least[:number])
        assert undefined(assumed(tuple(known), ()), term) == ("ForAll", "i", domain, needed)
    assert undefined(assumed(tuple(("ForAll", "i", domain, condition) for condition in least), ()), term) is None


def test_everything_that_is_missing_is_said_once_and_in_order():
    term = ("Add", ("log", "x"), ("Pow", "y", -1), ("log", "x"), ("Pow", ("log", "x"), "k"))
    positive = ("Lt", 0, "x")
    assert missing(NOTHING, term) == (positive, ("Ne", "y", 0), ("Lt", 0, ("log", "x")))
    assert missing(assumed((positive,), ()), term) == (("Ne", "y", 0), ("Lt", 0, ("log", "x")))
    assert missing(NOTHING, 3) == missing(NOTHING, "x") == ()


def test_what_runs_on_for_ever_has_to_converge():
    whole, line = ("From", 1), "Reals"
    for head, domain, body in (
        ("Sum", whole, ("Pow", "t", -1)),
        ("ImproperIntegral", ("Above", 1), ("Pow", "t", -1)),
        ("ImproperIntegral", line, "t"),
    ):
        assert missing(NOTHING, (head, "t", domain, body)) == (("Converges", "t", domain, body),)
    assert missing(NOTHING, ("Sum", "t", ("Range", 1, 2), ("Pow", "t", -1))) == ()
    backward = ("ImproperIntegral", "t", ("Interval", 1, 0), "t")
    assert missing(NOTHING, backward) == (("Le", 1, 0),)


def test_the_base_of_a_power_may_be_0_where_the_exponent_is_positive():
    power = ("Pow", "x", "k")
    assert missing(assumed((("Lt", 0, "k"),), ()), power) == (("Le", 0, "x"),)
    assert missing(assumed((("Le", 0, "k"),), ()), power) == (("Lt", 0, "x"),)
    assert missing(assumed((("Member", "k", "Integers"),), ()), power) == (("Ne", "x", 0),)
    assert missing(assumed((("Member", "k", ("From", 0)),), ()), power) == ()


def test_a_range_needs_whole_ends_that_are_at_most_one_apart_the_wrong_way():
    whole = [("Member", "a", "Integers"), ("Member", "b", "Integers")]
    assert missing(NOTHING, ("Range", "a", "b")) == (*whole, ("Le", ("Add", "a", -1), "b"))
    assert missing(NOTHING, ("Range", 3, "b")) == (whole[1], ("Le", 2, "b"))
    assert missing(NOTHING, ("Range", 1, 0)) == () and missing(NOTHING, ("Range", 1, -1)) == (("Le", 0, -1),)


def test_a_body_is_asked_about_for_every_element():
    domain = ("Range", 1, 3)
    term = ("Sum", "i", domain, ("Mul", ("log", "x"), ("Pow", ("Add", "i", -2), -1), ("Pow", "i", -1)))
    assert missing(NOTHING, term) == (("Lt", 0, "x"), ("ForAll", "i", domain, ("Ne", ("Add", "i", -2), 0)))
    about_i = assumed((("Lt", 0, "i"),), ())
    assert missing(about_i, ("ArgMax", "i", "A", ("log", "i"))) == (("ForAll", "i_1", "A", ("Lt", 0, "i_1")),)


def test_a_defined_name_needs_what_its_body_needs():
    given = assumed((), (Definition("", "D", (), ("log", "v")), Definition("Apply", "f", ("t",), ("Pow", "t", -1))))
    assert missing(given, "D") == (("Lt", 0, "v"),)
    assert missing(given, ("Apply", "f", "D")) == (("Lt", 0, "v"), ("Ne", "D", 0))


def test_what_is_not_seen_to_be_smooth():
    near = ("Near", "Reals", 0)
    delta = ("KroneckerDelta", "t", 0)
    assert missing(NOTHING, ("Derivative", "t", near, delta)) == (("Smooth", "t", "Reals", delta),)
    assert missing(NOTHING, ("Derivative", "t", near, ("exp", "t"))) == ()
    between = ("Between", 0, 1)
    assert missing(NOTHING, ("Integral", "t", between, delta)) == (("Smooth", "t", "Reals", delta),)
    assert missing(NOTHING, ("Integral", "t", between, ("exp", "t"))) == ()
    assert missing(NOTHING, ("Sum", "t", ("Range", 0, 1), delta)) == ()
