"""Roots as people write them: equal to what they are made of, and left alone where there is one."""

import pytest
from sympy import Symbol, cos, exp, pi, sqrt, symbols

from mlce_sym.border.encoding import encode
from mlce_sym.certificate.writing import certified
from mlce_sym.losses.report import as_text
from mlce_sym.losses.roots import in_one_root
from mlce_sym.writers import text_terms
from tests.losses.numbers import found

x, s, v = symbols("x s v")

WRITTEN = [
    (exp(x) / sqrt(2 * pi * v), "exp(x)/√(2 π v)"),
    (x / (s * sqrt(2 * pi)), "x/(s √(2 π))"),
    (sqrt(s / x**3) / sqrt(2 * pi), "√(s/(2 π x³))"),
    (sqrt(2 / pi) * x, "x √(2/π)"),
    (sqrt(2) * x / 2, "√2 x/2"),
    (3 * sqrt(x), "3 √x"),
    (-sqrt(2) * sqrt(x), None),
]


@pytest.mark.parametrize("term, text", WRITTEN)
def test_products_of_roots(term, text):
    joined = in_one_root(term)
    at = {x: 1.3, s: 0.7, v: 2.1}
    assert abs(joined.subs(at).evalf() - term.subs(at).evalf()) < 1e-12
    if text is not None:
        assert text_terms.term(certified(encode(joined))) == text


def test_what_has_no_roots_is_left():
    assert in_one_root(cos(x) * exp(s)) == cos(x) * exp(s)
    assert in_one_root(Symbol("x") > 0) == (x > 0)


def test_the_gaussian_density_is_whole():
    assert "density      (1/√(2 π σ²)) exp(−(y − μ)²/(2 σ²))   for y ∈ ℝ" in as_text(found("gaussian"))
