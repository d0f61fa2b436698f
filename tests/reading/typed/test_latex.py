"""How LaTeX and plain text are cut into tokens."""

import pytest

from mlce_sym.reading.typed import latex, plain
from mlce_sym.reading.typed.mistyped import Source
from mlce_sym.reading.typed.names import spelled


def cut(text, module=latex, known=()):
    found = module.tokens(Source("--density", text), {spelled(name): name for name in known})
    return [(token.type, str(token)) for token in found]


@pytest.mark.parametrize(
    "text, tokens",
    [
        (r"\left( \bigl[ \Bigg\{ (", [("LPAR", "("), ("LPAR", "["), ("LPAR", "{"), ("LPAR", "(")]),
        (r"\right) \bigr] \} )", [("RPAR", ")"), ("RPAR", "]"), ("RPAR", "}"), ("RPAR", ")")]),
        (r"\left| \lvert \bigl|", [("_LBAR", "|")] * 3),
        (r"\right| \rvert \Biggr|", [("_RBAR", "|")] * 3),
        (r"| \vert \big|", [("BAR", "|")] * 3),
        (r"\frac12", [("_FRAC", "frac"), ("NUMBER", "1"), ("NUMBER", "2")]),
        (r"\sqrt23", [("_ROOT", "sqrt"), ("NUMBER", "2"), ("NUMBER", "3")]),
        (r"x_{\min}x_\mu", [("NAME", "x_min"), ("NAME", "x_mu")]),
        (r"\mathrm{rate}_0 \text{ if }", [("NAME", "rate_0"), ("_IF", "if")]),
        (r"\mathrm{B}(", [("NAMED", "B"), ("LPAR", "(")]),
        (r"\Gamma\left(I_2[", [("NAMED", "Gamma"), ("LPAR", "("), ("NAMED", "I_2"), ("LPAR", "[")]),
        (r"B \Gamma I_2", [("NAME", "B"), ("NAME", "Gamma"), ("NAME", "I_2")]),
        (r"\lambday", None),
        (r"a\\[3pt]&", [("NAME", "a"), ("_ROW", r"\\[3pt]"), ("_AMP", "&")]),
    ],
)  # fmt: skip
def test_latex(text, tokens):
    if tokens is None:
        with pytest.raises(ValueError, match="is not understood"):
            cut(text)
    else:
        assert cut(text) == tokens


def test_declared_words_of_latex():
    assert cut("ab a", known=["ab"]) == [("NAME", "ab"), ("NAME", "a")]
    assert cut("ab", known=["a", "b"]) == [("NAME", "a"), ("NAME", "b")]
    assert cut(r"\Gamma(", known=["Gamma"]) == [("NAME", "Gamma"), ("LPAR", "(")]


@pytest.mark.parametrize(
    "text, tokens",
    [
        ("2**x^y", [("NUMBER", "2"), ("_POWER", "^"), ("NAME", "x"), ("_POWER", "^"), ("NAME", "y")]),
        ("1.5e-3", [("NUMBER", "1.5e-3")]),
        ("2e", [("NUMBER", "2"), ("NAME", "e")]),
        ("exp (x)", [("FUNCTION", "exp"), ("LPAR", "("), ("NAME", "x"), ("RPAR", ")")]),
        ("exp", [("NAME", "exp")]),
        ("ln(Abs(", [("FUNCTION", "log"), ("LPAR", "("), ("FUNCTION", "abs"), ("LPAR", "(")]),
        ("x_m*λ_0", [("NAME", "x_m"), ("TIMES", "*"), ("NAME", "lambda_0")]),
        ("<= ≥ != ==", [("RELATION", "<="), ("RELATION", ">="), ("RELATION", "!="), ("RELATION", "=")]),
    ],
)
def test_plain_text(text, tokens):
    assert cut(text, plain) == tokens


def test_declared_words_of_plain_text():
    assert cut("exp(True)", plain, ["exp", "True"]) == [("NAME", "exp"), ("LPAR", "("), ("NAME", "True"), ("RPAR", ")")]
