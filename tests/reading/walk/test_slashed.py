"""Derivatives on one line mean what the fraction means; what is no derivative stays a quotient."""

import pytest

from mlce_sym.reading.texts.rows import parse
from mlce_sym.reading.walk.readings import read


def term(text):
    return read((parse(text)[0][0].tree,))[0].terms[0]


@pytest.mark.parametrize(
    ("line", "fraction"),
    [
        (r"\partial f(a, b)/\partial a", r"\frac{\partial f(a, b)}{\partial a}"),
        (r"\partial^2 f(a, b)/\partial a^2", r"\frac{\partial^2 f(a, b)}{\partial a^2}"),
        (r"d/dx\, x^4", r"\frac{d}{dx} x^4"),
        (r"2 \partial f(a)/\partial a \cdot b", r"2 \frac{\partial f(a)}{\partial a} b"),
    ],
)
def test_a_derivative_on_one_line(line, fraction):
    assert term(line) == term(fraction)


@pytest.mark.parametrize("line", ["d/2", "d x/2", "d/e"])
def test_no_derivative(line):
    assert "Derivative" not in str(term(line))
