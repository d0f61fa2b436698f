"""What a term needs to be defined: each head, what is missing, and that it is enough where it is given."""

from __future__ import annotations

import pytest

from mlce_sym.logic.definedness import undefined
from mlce_sym.logic.given import assumed

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
