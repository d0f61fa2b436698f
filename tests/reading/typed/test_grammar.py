"""What is no formula, in either syntax, and what is said of it."""

import subprocess
import sys

import pytest

from mlce_sym.reading.texts.rows import is_latex

from .common import read, refusal


@pytest.mark.parametrize("text", [r"\theta", "y^{2}", "y_{2}", r"y\,"])
def test_latex(text):
    assert is_latex(text)


@pytest.mark.parametrize("text", ["theta", "y^2", "y_2*(1-y)", "y > 0", ""])
def test_plain_text(text):
    assert not is_latex(text)


REFUSED = [
    ("", "1:1: nothing is written; write a formula, such as 'exp(-y)' or 'y > 0'"),
    (" \n ", "1:1: nothing is written; write a formula, such as 'exp(-y)' or 'y > 0'"),
    ("\\ \n", "1:1: nothing is written; write a formula, such as 'exp(-y)' or 'y > 0'"),
    ("a + * b", "1:5: '*': a factor is missing beside it"),
    ("a +", "1:4: '+': the formula ends too early after it"),
    ("a + (b", "1:5: '(': it is not closed; add ')'"),
    ("(a]", "1:1: '(': it is closed by ']'; close it by its own kind"),
    ("a)", "1:2: ')': it closes nothing; remove it, or add what it closes"),
    ("()", "1:1: '()': nothing stands in the bracket"),
    ("0,5*y", "1:2: ',' is not expected here; write one expression"),
    ("f = y", "1:5: '=' is not expected here; write the density alone, without '=' or '<' (and without 'f(y) =')"),
    ("y!!", "1:1: '!': write what the factorial is of in brackets, as in (x^2)! and (n!)!"),
    ("y_", "1:3: '_': the formula ends too early after it"),
    ("y^k}", "1:4: '}': it closes nothing; remove it, or add what it closes"),
    (r"\frac{a}{b", "1:9: '{': it is not closed; add '}'"),
    (r"\frac{a}", "1:9: '}': the formula ends too early after it"),
    (r"\frac{}{a}", "1:1: nothing: a number is needed"),
    (r"a^b^k\,", "1:5: a second power: write in brackets what each belongs to, as in (a^b)^c"),
    (r"y^2!\,", "1:1: '!': write what the factorial is of in brackets, as in (x^2)! and (n!)!"),
    (r"\log", r"1:5: \log: it has no argument; write it in brackets"),
    (r"\log + a", r"1:1: \log: it is not clear what it is applied to; write it in brackets"),
    (r"\left(y)", r"1:1: \left: \left and \right go together; write both or none"),
    (r"(y\right)", r"1:3: \right: \left and \right go together; write both or none"),
    (r"\left(y", r"1:1: \left: \left and \right go together; write both or none"),
    (r"\left y", r"1:1: \left: a bracket has to follow, one of ( ) [ ] \{ \} | \langle \rangle"),
    (r"\foo", r"1:1: the command \foo: it is not understood"),
    (
        r"\hat\theta",
        r"1:1: nothing says what \hat{\theta} is; "
        r"declare it with --parameter '\hat{\theta} \in \mathbb{R}' or --known '…'",
    ),
    (
        r"\theta'",
        r"1:1: nothing says what \theta^{\prime} is; write the density of one observation, in \theta, or declare it",
    ),
    (
        r"\prod_i y",
        "1:1: a product over an index is not read in a density; write its factors out, as in u^{a-1} v^{b-1} w^{c-1}",
    ),
    ("y_{a+b}", "1:1: nothing says what y_{a,+,b} is; write the density of one observation, in y, or declare it"),
    (r"sinh(y)\,", r"1:1: 'sinh' is printed as a product of letters; write \sinh"),
    (r"nu\,y", r"1:1: 'nu' is printed as a product of letters; write \nu"),
    (r"\begin{cases} a & y > 0", r"1:1: 'cases': it is not closed; add '\end{cases}'"),
    ("\x00", r"1:1: the character '\x00': write numbers, names, + - * / ^ and exp(y), or LaTeX"),
    ("\udcff", r"1:1: the character '\udcff': write numbers, names, + - * / ^ and exp(y), or LaTeX"),
    (r"\lambda^(y+1)", "1:9: '(': it is not expected after '^'; write ^{…}"),
    ("|a", r"1:1: '|': the bars do not pair; write \left|…\right| for each pair"),
]
DEEP = [
    ("(" * 61 + "a" + ")" * 61, "1:50: '(': brackets are nested more than 50 deep; write it with fewer"),
    ("-" * 250 + "a", "1:3: '-': it is not expected after '-'"),
    ("a^" * 250 + "a", "1:101: '{': brackets are nested more than 50 deep; write it with fewer"),
    ("a+" * 10_001 + "a", "1:20001: a long formula: it has more than 20000 characters; split it"),
]


@pytest.mark.parametrize("text, message", [*REFUSED, *DEEP], ids=lambda text: repr(text[:20]))
def test_what_is_refused_and_how(text, message):
    assert refusal(text) == message


def test_a_long_sum_is_no_deep_one():
    assert read("a+" * 999 + "a") == 1000 * read("a")


def test_the_package_is_imported_without_lark():
    code = "import sys, mlce_sym, mlce_sym.cli; assert not {'lark', 'mlce_sym.reading'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
