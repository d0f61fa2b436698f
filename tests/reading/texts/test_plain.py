"""Plain text is read as what LaTeX says in more words."""

import pytest

from mlce_sym.reading import ReadingError, parse, parse_any, read
from mlce_sym.terms.words import in_words

SAME = {
    "k*y^(k-1)": r"k y^{k-1}",
    "2*rate^-x_1!": r"2 \mathrm{rate}^{-x_1!}",
    "a^b^c": r"a^{b^c}",
    "exp(-y)**2": r"\left(\exp(-y)\right)^2",
    "1/2*x": r"\frac{1}{2} x",
    "sqrt(2*pi*sigma^2)": r"\sqrt{2\pi\sigma^2}",
    "gamma(k)^2 + beta(a, b) + binomial(n, k)": r"\left(\Gamma(k)\right)^2 + \mathrm{B}(a, b) + \binom{n}{k}",
    "Sum(y[i] + 1, (i, 1, n))": r"\sum_{i=1}^n (y_i + 1)",
    "Product(p_i*(1 - q), (i, 1, n))": r"\prod_{i=1}^n (p_i (1 - q))",
    "Sum(a[i, j], (i, 1, j), (j, 1, n))": r"\sum_{j=1}^n \sum_{i=1}^j a_{ij}",
    "Integral(exp(-x), (x, 0, oo))": r"\int_0^\infty e^{-x} \, dx",
    "Derivative(f(x), x)": r"\frac{d}{dx} f(x)",
    "Derivative(f(x), (x, 2))": r"\frac{d^2}{dx^2} f(x)",
    "log(x, 2)": r"\log_2 x",
    "Max(0, 1 - x) + Abs(x)": r"\max(0, 1 - x) + |x|",
    "λ^y exp(−λ)/y!": r"\lambda^y \exp(-\lambda) / y!",
    "Σ_{i=1}^{n} log(y_i!)": r"\sum_{i=1}^n \log(y_i!)",
    "x² ≤ 1e-3": r"x^2 \le 1 \cdot 10^{-3}",
    "factorial(n)": "n!",
}


def terms(rows):
    return [reading.terms for row in rows for reading in read([part.tree for part in row])]


@pytest.mark.parametrize("text", SAME)
def test_plain_text_says_what_latex_says(text):
    assert terms(parse_any(text)) == terms(parse(SAME[text]))[:1]
    assert [part.relation for part in parse_any(text)[0]] == [part.relation for part in parse(SAME[text])[0]]


def test_a_word_is_one_name():
    ((left, right),) = parse_any("rate*x_min = scale")
    assert [in_words(term) for term in read((left.tree, right.tree))[0].terms] == ["rate*x_min", "scale"]


@pytest.mark.parametrize(
    "text, place, construct",
    [
        ("x @ y", 2, "the character '@'"),
        ("Sum(x)", 0, "Sum"),
        ("Sum(x, (1, 2))", 0, "Sum"),
        ("Derivative(x^2)", 0, "Derivative"),
        ("Derivative(x^2, (x, n))", 0, "Derivative"),
        ("sqrt(a, b)", 0, "sqrt"),
        ("exp(x", 3, "'('"),
        ("x**", 3, "'^'"),
        ("x" * 30_000, 20_000, "a long formula"),
    ],
)
def test_an_error_names_the_construct_and_the_place(text, place, construct):
    with pytest.raises(ReadingError) as error:
        terms(parse_any(text))
    assert (error.value.place, error.value.construct) == (place, construct)
