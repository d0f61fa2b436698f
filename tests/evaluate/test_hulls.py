"""Random terms: what is shown to be defined everywhere is; and substitution in terms against values put for names."""

from __future__ import annotations

import pytest
from flint import fmpq
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mlce_sym.evaluate.hulls import defined_everywhere
from mlce_sym.evaluate.meaning import Universe
from mlce_sym.evaluate.plain import plain
from mlce_sym.evaluate.reals import Undefined, Undetermined, equal
from mlce_sym.evaluate.sets import INTEGERS, REALS, Span
from mlce_sym.evaluate.world import number
from mlce_sym.terms.terms import substitute

NAMES = ("t", "x", "i", "i_1")
leaves = st.one_of(
    st.integers(-3, 3),
    st.sampled_from(NAMES),
    st.builds(lambda p, q: ["Rational", p, q], st.sampled_from((-3, -1, 1, 5)), st.sampled_from((2, 4))),
)


def binders(inner):
    index, high = st.sampled_from(NAMES), st.integers(0, 3)
    return st.one_of(
        st.builds(lambda v, n, a: ["Sum", v, ["Range", 1, n], a], index, high, inner),
        st.builds(lambda v, n, a: ["Product", v, ["Range", 1, n], a], index, high, inner),
        st.builds(lambda v, a, f: ["Derivative", v, ["Near", "Reals", a], f], index, inner, inner),
    )


def grown(inner):
    return st.one_of(
        st.builds(lambda head, a, b: [head, a, b], st.sampled_from(("Add", "Mul")), inner, inner),
        st.builds(lambda a, b: ["Pow", a, b], inner, st.sampled_from((-1, 0, 1, 2, 3, ["Rational", 1, 2]))),
        st.builds(lambda a: ["exp", a], inner),
        st.builds(lambda a: ["log", a], inner),
        st.builds(lambda a, b: ["KroneckerDelta", a, b], inner, inner),
        st.builds(lambda a: ["Apply", "g", a], inner),
        binders(inner),
    )


terms = st.recursive(leaves, grown, max_leaves=9)
values = st.builds(fmpq, st.integers(-9, 9), st.integers(1, 6))
DEFINITIONS = {("Apply", "g"): (("u",), ("Add", ("Pow", "u", 2), "x"))}  # x is free in it


class Line(Universe):
    """A world that knows its variables."""

    def __init__(self, known):
        super().__init__(DEFINITIONS)
        self.known = known

    def entry(self, kind, name, arguments):
        return self.known[name]


def found(term, known, bound):
    try:
        return number(term, Line(known), bound)
    except (Undefined, Undetermined) as reason:
        return type(reason)


SETS = [
    (REALS, None),
    (INTEGERS, None),
    (Span(0, 1), (0, 1)),
    (Span(0, None), (0, None)),
    (Span(-2, fmpq(1, 2)), (-2, 1)),
]


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(terms, st.sampled_from(SETS), st.lists(values, min_size=3, max_size=8), values)
def test_what_is_shown_to_be_defined_everywhere_is_undefined_nowhere(data, pair, points, other):
    term, (over, ends) = plain(data), pair
    known = dict.fromkeys(NAMES, other)
    assume(defined_everywhere(term, "t", over, Line(known), {}))
    for x in (*points, 0, 1, -1, fmpq(1, 1000), fmpq(999, 1000), 50, -50):
        low, high = ends or (None, None)
        inside = (low is None or x > low) and (high is None or x < (fmpq(1, 2) if low == -2 else high))
        if inside and (over is not INTEGERS or fmpq(x).q == 1):
            assert found(term, known, {"t": x}) is not Undefined


SHOWN = [
    ("Pow", ("Add", 1, ("Pow", "t", 2)), -1),
    ("Pow", ("Add", 1, ("exp", "t")), ("Rational", -1, 2)),
    ("log", ("Add", 1, ("Mul", -1, ("Pow", ("Add", 1, ("exp", ("Mul", -1, "t"))), -1)))),
    ("Sum", "t", ("Range", 1, 2), ("log", "t")),
    ("Apply", "g", ("Mul", 0, "t")),
]
NOT_SHOWN = [
    ("log", "t"),
    ("Pow", "t", -1),
    ("Pow", ("Pow", "t", 2), -1),
    ("Mul", 0, ("Pow", ("Mul", 0, "t"), -1)),
    ("Pow", ("Mul", "t", 0), ("Rational", -1, 2)),
    ("Sum", "i", ("Range", 1, "t"), 1),
    ("Pow", ("exp", ("Mul", -1, "t")), ("log", "t")),
]


@pytest.mark.parametrize("term", (*SHOWN, *NOT_SHOWN))
def test_on_the_line(term):
    assert defined_everywhere(term, "t", REALS, Line({"x": 1}), {}) is (term in SHOWN)


def test_on_half_a_line_and_between():
    assert defined_everywhere(("log", "t"), "t", Span(0, None), Line({}), {})
    assert defined_everywhere(("log", ("Add", 1, ("Mul", -1, "t"))), "t", Span(0, 1), Line({}), {})
    assert not defined_everywhere(("log", ("Add", "t", ("Rational", -1, 7))), "t", Span(0, 1), Line({}), {})
    assert defined_everywhere(("Pow", "t", -1), "t", Span(-1, 0), Line({}), {})
    assert not defined_everywhere(("Pow", "t", -1), "t", Span(-1, 1), Line({}), {})


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(terms, st.lists(terms, min_size=2, max_size=2), st.lists(values, min_size=4, max_size=4))
def test_substitution_in_terms_is_the_value_at_the_values(data, put, numbers):
    """The substitution of the logic renames what would capture; here nothing is substituted, and values are bound."""
    term, known = plain(data), dict(zip(NAMES, numbers, strict=True))
    inside = dict(zip(("t", "i"), map(plain, put), strict=True))
    at = {name: found(value, known, {}) for name, value in inside.items()}
    assume(not any(isinstance(value, type) for value in at.values()))
    one, other = found(substitute(term, inside), known, {}), found(term, known, at)
    assume(Undetermined not in (one, other))
    if isinstance(one, type) or isinstance(other, type):
        assert one is other
    else:
        assert equal(one, other) is not False


def test_an_entry_is_there_for_every_integer_alone():
    entry = ("Lt", 0, ("Indexed", "y", "t", 2))
    assert defined_everywhere(entry, "t", INTEGERS, Line({}), {})
    assert not defined_everywhere(entry, "t", REALS, Line({}), {})
    assert not defined_everywhere(("Indexed", "y", "t", ("Rational", 1, 2)), "t", INTEGERS, Line({}), {})
