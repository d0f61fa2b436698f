"""What is printed is not ambiguous: read by the plain conventions, the LaTeX of a random term has the term's value."""

from __future__ import annotations

import cmath
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mlce_sym.writers import latex, text
from mlce_sym.writers.latex_terms import BREAK, breakable

from .plain_reading import value_of_term, value_of_tex

VALUES: dict[str, Any] = {"a": 1.3, "b": 0.7, "n": 2.1, "theta": 0.6, "x": [0, 0.4, 1.7, 2.2], "y": [0, 1.1, 0.3, 0.8]}
names = st.sampled_from(["a", "b", "n", "theta"])
numbers = st.integers(-3, 4)
exponents = st.one_of(st.integers(-2, 3), st.sampled_from([["Rational", 1, 2], ["Rational", -3, 2]]), names)
entries = st.sampled_from([["Indexed", "x", "i"], ["Indexed", "y", "i"], ["Indexed", "x", 2]])
leaves = st.one_of(
    names, numbers, st.sampled_from([["Rational", -2, 3], ["Rational", 1, 2], ["Constant", "pi"]]), entries
)


def _bigger(terms: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(terms, min_size=2, max_size=3)
    return st.one_of(
        st.builds(lambda head, parts: [head, *parts], st.sampled_from(["Add", "Mul"]), several),
        st.builds(lambda a: ["Mul", -1, a], terms),
        st.builds(lambda a, b: ["Pow", a, b], terms, exponents),
        st.builds(lambda head, a: [head, a], st.sampled_from(["log", "exp"]), terms),
        st.builds(lambda head, a: [head, "i", ["Range", 1, 3], a], st.sampled_from(["Sum", "Product"]), terms),
    )


terms = st.recursive(leaves, _bigger, max_leaves=7)


def _value(term: Any) -> complex:
    try:
        value = value_of_term(term, {**VALUES, "i": 1})
    except (ZeroDivisionError, OverflowError, ValueError):
        value = complex(cmath.inf)
    assume(cmath.isfinite(value) and abs(value) < 1e6)
    return value


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(terms)
def test_the_latex_has_the_value_of_the_term(term: Any) -> None:
    value = _value(term)
    read = value_of_tex(latex.term(term), {**VALUES, "i": 1})
    assert cmath.isclose(read, value, rel_tol=1e-6, abs_tol=1e-9), latex.term(term)


@given(terms)
@settings(max_examples=100, deadline=None)
def test_breaks_are_in_no_printed_term(term: Any) -> None:
    assert BREAK not in latex.term(term) + text.term(term)
    assert breakable(term).replace(BREAK, "") == latex.term(term)


@pytest.mark.parametrize(
    ("tex", "value"),
    [
        (r"a - b + n", 2.7),
        (r"\sum_{i=1}^{3} x_i + a", 5.6),
        (r"\sum_{i=1}^{3} (x_i + a)", 8.2),
        (r"\log\prod_{i=1}^{3} x_i", cmath.log(0.4 * 1.7 * 2.2)),
        (r"x_2^{3/2}", 1.7**1.5),
    ],
)
def test_the_reader_reads(tex: str, value: complex) -> None:
    assert cmath.isclose(value_of_tex(tex, VALUES), value)
