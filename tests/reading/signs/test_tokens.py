"""How LaTeX and plain text are cut into tokens."""

import pytest

from mlce_sym.reading.signs.tokens import tokens
from mlce_sym.reading.texts.plain import plain_tokens

FRAC = ("FRAC", "frac")


def cut(found):
    return [(token.type, str(token)) for token in found if token.type != "SPACE"]


@pytest.mark.parametrize(
    "text, wanted",
    [
        (r"\bigl[ \Bigg\{ (", [("LB", "["), ("LB", "{"), ("LB", "(")]),
        (r"\bigr] \} )", [("RB", "]"), ("RB", "}"), ("RB", ")")]),
        (r"\left| \lvert \bigl| \right|", [("LB", "|")] * 3 + [("RB", "|")]),
        (r"\rvert \Biggr|", [("RB", "|")] * 2),
        (r"| \vert \big|", [("BAR", "|")] * 3),
        (r"\frac12", [("FRAC", "frac"), ("NUMBER", "1"), ("NUMBER", "2")]),
        (r"\frac123", [("FRAC", "frac"), ("NUMBER", "1"), ("NUMBER", "2"), ("NUMBER", "3")]),
        (r"\frac{1}23", [FRAC, ("LBRACE", "{"), ("NUMBER", "1"), ("RBRACE", "}"), ("NUMBER", "2"), ("NUMBER", "3")]),
        (r"\sqrt23", [("ROOT", "sqrt"), ("NUMBER", "2"), ("NUMBER", "3")]),
        (r"x^12", [("NAME", "x"), ("SUP", "^"), ("NUMBER", "1"), ("NUMBER", "2")]),
        (r"x_{\min}", [("NAME", "x"), ("SUB", "_"), ("LBRACE", "{"), ("FUNC", "min"), ("RBRACE", "}")]),
        (r"\mathrm{rate}_0 \text{ if }", [("NAME", "rate"), ("SUB", "_"), ("NUMBER", "0"), ("PROSE", "if")]),
        (r"B \Gamma I_2", [("NAME", "B"), ("NAME", "Gamma"), ("NAME", "I"), ("SUB", "_"), ("NUMBER", "2")]),
        (r"x^\left(2\right)y", cut(tokens(r"x^{\left(2\right)}y", {}))),
        (r"x_\left( 2^\left[3\right] \right )", cut(tokens(r"x_{\left( 2^{\left[3\right]} \right )}", {}))),
        (r"x^(\left(y\right))", [("NAME", "x"), ("SUP", "^"), *cut(tokens("((y))", {}))]),
        (r"a\\[3pt]&", [("NAME", "a"), ("ROW", "\\\\"), ("AMP", "&")]),
    ],
)  # fmt: skip
def test_latex(text, wanted):
    assert cut(tokens(text, {})) == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("2Var(X)", ["2", "Var", "(", "X", ")"]),
        ("aVar[X]", ["a", "Var", "[", "X", "]"]),
        ("n log p", ["n", "log", "p"]),
        (r"nlog\lambda", ["n", "log", "lambda"]),
        ("lnL(a)", ["ln", "L", "(", "a", ")"]),
        ("-2AIC", ["-", "2", "AIC"]),
        # what may be a product stays one
        ("E x p", ["E", "x", "p"]),
        ("Var", ["V", "a", "r"]),
        ("nln(x)", ["n", "l", "n", "(", "x", ")"]),
        ("ABC", ["A", "B", "C"]),
        ("lo g(x)", ["l", "o", "g", "(", "x", ")"]),
        (r"\frac ln(x)", ["frac", "l", "n", "(", "x", ")"]),
        ("exp x", ["e", "x", "p", "x"]),
    ],
)
def test_words_that_are_typed_as_letters(text, wanted):
    assert [str(token) for token in tokens(text, {})] == wanted


@pytest.mark.parametrize("text", [r"\lambday", r"\left(y)", r"(y\right)"])
def test_what_is_no_token_is_kept_with_its_error(text):
    assert "UNREAD" in [kind for kind, _ in cut(tokens(text, {}))]


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("2e", [("NUMBER", "2"), ("NAME", "e")]),
        ("exp (x)", ["FUNC", "LB", "NAME", "RB"]),
        ("exp x", ["FUNC", "NAME"]),
        ("E[X] + y[i]", ["NAME", "LB", "NAME", "RB", "SIGN", "NAME", "SUB", "NAME"]),
        ("ln(Abs(", ["FUNC", "LB", "FUNC", "LB"]),
        ("<= ≥ != ==", [("REL", "<="), ("REL", ">="), ("REL", "!="), ("REL", "=")]),
        ("E", [("NAME", "e")]),
        ("x_1x_2", ["NAME", "SUB", "NUMBER", "NAME", "SUB", "NUMBER"]),
        ("x_iy_i", ["NAME", "SUB", "NAME", "NAME", "SUB", "NAME"]),
        ("x1x2 + x1", [("NAME", "x1"), ("NAME", "x2"), ("SIGN", "+"), ("NAME", "x1")]),
        ("x_ij + a_1b", ["NAME", "SUB", "NAME", "SIGN", "NAME", "SUB", "NAME"]),
    ],
)
def test_plain_text(text, wanted):
    found = [one for one in cut(plain_tokens(text)) if one[0] not in ("LBRACE", "RBRACE")]
    assert (found if isinstance(wanted[0], tuple) else [kind for kind, _ in found]) == wanted


def test_a_capital_e_is_a_name_where_it_is_one():
    assert cut(plain_tokens("E", frozenset("E"))) == [("NAME", "E")]


def test_a_word_that_is_declared_is_no_product():
    assert cut(plain_tokens("x1x2", frozenset(("x1x2",)))) == cut(plain_tokens("x1x2", None)) == [("NAME", "x1x2")]


def test_a_function_is_a_name_where_it_is_declared_as_one():
    assert cut(plain_tokens("log", frozenset(("log",)))) == cut(plain_tokens("log", None)) == [("NAME", "log")]


def test_a_word_that_is_read_apart_is_its_letters():
    assert [str(one) for one in plain_tokens("2ab_1", apart=frozenset(("ab",)))] == ["2", "a", "b", "_", "{", "1", "}"]
