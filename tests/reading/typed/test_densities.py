"""A declared name is always that symbol, in both syntaxes; what is declared has to fit together."""

import pytest
from sympy import E, I, Symbol, exp, gamma, pi

from mlce_sym.reading.typed.declared import density

from .common import names, refusal

y, k = Symbol("y"), Symbol("k")
LIKE_PYTHON = (
    "i",
    "e",
    "E",
    "S",
    "I",
    "N",
    "O",
    "Q",
    "C",
    "lambda",
    "pi",
    "gamma",
    "beta",
    "zeta",
    "Gamma",
    "B",
    "Max",
)


@pytest.mark.parametrize("name", [*LIKE_PYTHON, "is", "None", "Piecewise", "exp", "I_0", "oo_1"])
def test_a_declared_name_is_that_symbol_in_plain_text(name):
    declared = names("y > 0", f"{name} > 0")
    assert density(f"{name}*y - 2*{name}**y", declared) == Symbol(name) * y - 2 * Symbol(name) ** y


@pytest.mark.parametrize("name", LIKE_PYTHON)
def test_a_declared_name_is_that_symbol_in_latex(name):
    declared = names("y > 0", f"{name} > 0")
    latex, symbol = declared[1].latex, Symbol(name)
    assert density(rf"{latex} y^{{-{latex}}}\,{latex}(1-y)", declared) == symbol * y**-symbol * symbol * (1 - y)


def test_a_function_is_not_a_declared_number():
    assert density("gamma(k)", names("k > 0")) == gamma(k)
    assert refusal("gamma(k)", "k > 0", "gamma > 0") == (
        "1:1: gamma is declared as a number, no function; write gamma*(…)"
    )
    assert density(r"\gamma(1-k)", names("k > 0", r"\gamma > 0")) == Symbol("gamma") * (1 - k)
    assert density(r"\Gamma(k)", names("k > 0", r"\Gamma > 0")) == Symbol("Gamma") * k
    assert density(r"I_0(k)\,", names("k > 0", "I_0 > 0")) == Symbol("I_0") * k
    assert density(r"\mathrm{B}(k)", names("k > 0", "B > 0")) == Symbol("B") * k


def test_e_and_pi_are_constants_unless_they_are_declared():
    assert density(r"e^{-\pi y}", names("y > 0")) == exp(-pi * y)
    assert density("e^(-pi*y)*E", names("y > 0")) == exp(-pi * y) * E
    e, p = Symbol("e"), Symbol("pi")
    assert density(r"e^{-\pi y}", names("y > 0", "e > 0", r"\pi > 0")) == e ** (-p * y)
    assert not density("I*y", names("y > 0", "I > 0")).has(I)


def test_both_syntaxes_have_the_same_names():
    declared = names("y > 0", "x_min > 0", r"\lambda > 0", "s1 > 0", "rate > 0", "beta_left > 0")
    latex = r"\lambda x_{\min} s_1 \mathrm{rate}\,\beta_{\mathrm{left}} y"
    assert density(latex, declared) == density("λ*x_min*s1*rate*beta_left*y", declared)
    assert {symbol.name for symbol in density(latex, declared).free_symbols} == {
        "lambda", "x_min", "s1", "rate", "beta_left", "y",
    }  # fmt: skip


def test_a_word_is_a_product_of_letters_unless_it_is_declared():
    a, b, ab = Symbol("a"), Symbol("b"), Symbol("ab")
    assert density(r"ab\,y", names("a > 0", "b > 0", "y > 0")) == a * b * y
    assert density(r"ab^y\,", names("a > 0", "b > 0", "y > 0")) == a * b**y
    assert density(r"ab^y\,", names("ab > 0", "y > 0")) == ab**y
    assert density(r"rate_0 y\,", names("rate_0 > 0", "y > 0")) == Symbol("rate_0") * y
    assert density(r"x_min^y\,", names("x_min > 0", "y > 0")) == Symbol("x_min") ** y
    assert refusal(r"ab\,", "a > 0", "b > 0", "ab > 0") == (
        r"1:1: 'ab' has two readings: did you mean '\mathrm{ab}' or 'a \cdot b'?"
    )
    assert refusal(r"\theta y^ab", r"\theta > 0", "y > 0", "ab > 0") == (
        r"1:10: nothing says what a is; declare it with --parameter 'a \in \mathbb{R}' or --known '…'"
    )


@pytest.mark.parametrize(
    "declared, message",
    [
        (("y > 0", "y < 1"), "y is declared twice; declare it once"),
        (("x1 > 0", "x_1 < 1"), "x_1 is declared twice; declare it once"),
        ((r"\sigma > 0", r"\sigma^2 > 0"), r"\sigma^2 is declared twice; declare it once"),
        ((r"\sigma^2 > 0", "sigma > 0"), r"\sigma is declared twice; declare it once"),
        ((r"\sigma^2 > 0", "sigma2 > 0"), r"\sigma^2 is declared twice; declare it once"),
        (("y > x_m",), "the domain of y speaks of x_m, of which nothing says what it is; declare it, too"),
        (("y > e",), "the domain of y speaks of e, of which nothing says what it is; declare it, too"),
        (("y < 2*pi", "pi > 0"), r"\pi is declared, but the domain of y means the number; choose another name"),
    ],
)
def test_declarations_have_to_fit_together(declared, message):
    assert refusal("1", *declared) == f"1:1: {message}"


def test_the_option_is_said():
    with pytest.raises(ValueError, match=r"^--mass:1:1: nothing says what k is; "):
        density("k", [], "--mass")
