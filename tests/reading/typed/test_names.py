"""A name's LaTeX says the name, and is read back as it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Symbol

from mlce_sym.reading.signs.commands import GREEK, UNICODE_LETTERS
from mlce_sym.reading.typed.declared import declaration, density
from mlce_sym.reading.typed.spelling import latex_of

WORDS = st.sampled_from([*GREEK, "k", "Z", "rate", "x"])
SCRIPTS = st.sampled_from(["0", "12", "m", "min", "left", "mu", "T"])
NAMES = st.one_of(WORDS, st.builds("{}_{}".format, WORDS, SCRIPTS), st.builds("{}_{}".format, st.just("a"), WORDS))


@given(NAMES)
def test_the_latex_of_a_name_is_read_as_the_name(name):
    declared = declaration(f"{name} > 0")
    assert declared.symbol == Symbol(name)
    assert declaration(rf"{declared.latex} \in \R").symbol == Symbol(name)
    assert density(rf"2{declared.latex}\,", [declared]) == 2 * Symbol(name)


@given(NAMES, NAMES)
def test_two_names_are_not_printed_alike(first, second):
    assert (latex_of(first) == latex_of(second)) == (first == second)


@pytest.mark.parametrize(
    "name, latex",
    [("sigma", r"\sigma"), ("x1", "x_1"), ("x_1", "x_1"), ("rate", r"\mathrm{rate}"), ("a_b_c", r"a_{b,c}")],
)
def test_the_latex_of_a_name(name, latex):
    assert latex_of(name) == latex


def test_letters_are_known_names():
    assert set(UNICODE_LETTERS.values()) <= set(GREEK)
    assert UNICODE_LETTERS["λ"] == "lambda" and UNICODE_LETTERS["Ω"] == "Omega"
    assert len(set(GREEK)) == len(GREEK)
