"""Which syntax a text has, and what is no formula in either."""

import subprocess
import sys

import pytest

from mlce_sym.reading.typed.grammar import LONGEST, is_latex

from .common import read, refusal

ALONE = "write the density alone, without '=' or '<' (and without 'f(y) =')"


@pytest.mark.parametrize("text", [r"\theta", "y^{2}", "y_{2}", "{y}", r"y\,"])
def test_latex(text):
    assert is_latex(text, "expression")


@pytest.mark.parametrize("text", ["theta", "y^2", "y_2*(1-y)", "y > 0", ""])
def test_plain_text(text):
    assert not is_latex(text, "expression")


def test_braces_are_of_a_set_in_a_declaration():
    assert not is_latex("y in {0, 1}", "declaration") and is_latex("y_{0} > 0", "declaration")


REFUSED = [
    ("", "1:1: nothing is written; write a formula, such as 'exp(-y)' or 'y > 0'"),
    (" \n ", "1:1: nothing is written; write a formula, such as 'exp(-y)' or 'y > 0'"),
    ("\\ \n", "1:1: nothing is written; write a formula, such as 'exp(-y)' or 'y > 0'"),
    ("2y", "1:2: 'y' follows '2' without a sign; write a product as 2*y"),
    ("(a)(b)", "1:4: '(' follows ')' without a sign; write a product as )*("),
    ("a + * b", "1:5: '*' is not expected here; a number, a name or a bracket has to stand here"),
    ("a +", "1:4: the text ends too early; write the rest"),
    ("a + (b", "1:5: '(' is not closed; add ')'"),
    ("(a]", "1:3: '(' is closed by ']'; close it by ')'"),
    ("a)", "1:2: ')' closes nothing; remove it"),
    ("()", "1:2: ')' is not expected here; something is missing before it"),
    ("0,5*y", "1:2: ',' is not expected here; write a decimal as 0.5, and one expression alone"),
    ("f = y", f"1:3: '=' is not expected here; {ALONE}"),
    ("y!!", "1:3: '!' is not expected here; write what the factorial is of in brackets, as in (x^2)!"),
    ("y²", "1:2: '²' is not understood; write numbers, names, + - * / ^ and functions such as exp(y), or LaTeX"),
    ("y_", "1:2: '_' is not understood; a name is letters and digits, and may have one part after _, as in x_m"),
    (r"y^k}", "1:4: '}' closes nothing; remove it"),
    (r"\frac{a}{b", "1:9: '{' is not closed; add '}'"),
    (r"\frac{a}", "1:9: the text ends too early; write the rest"),
    (r"\frac{}{a}", "1:7: '}' is not expected here; something is missing before it"),
    (r"a^b^k\,", "1:4: '^' is not expected here; write what the exponent belongs to in brackets, as in (a^b)^c"),
    (r"y^2!\,", "1:4: '!' is not expected here; write what the factorial is of in brackets, as in (x^2)!"),
    (r"a\cdot-b", "1:7: '-' is not expected here; write what it is applied to in brackets, as in a (-b)"),
    (r"\log", r"1:5: \log has no argument; write it in brackets, as in \log(y)"),
    (r"\log + a", r"1:1: it is not clear what \log is applied to: did you mean '\log(+…)' or '\log(…) + …'?"),
    (r"\left(y)", r"1:1: \left and \right go together; write both or none"),
    (r"(y\right)", r"1:1: \left and \right go together; write both or none"),
    (r"\left(y", r"1:1: '\left(' is not closed; add '\right)'"),
    (r"\left y", r"1:1: '\left' is not understood; a bracket has to follow, one of ( ) [ ] \{ \} |"),
    (r"\foo", "1:1: '\\foo' is not understood; "
     r"write it with \frac, \sqrt, \exp, \log, \Gamma, \binom, \cdot and Greek letters"),
    (r"\hat\theta", r"1:1: '\hat' is not understood; give the name without an accent"),
    (r"\theta'", "1:7: ''' is not understood; give the name without a prime"),
    (r"n \choose y", r"1:3: '\choose' is not understood; write \binom{n}{y}"),
    (r"\prod_i y", r"1:1: '\prod' is not understood; write the density of one observation, in closed form"),
    (r"\log_2 y", r"1:1: a base of \log is not read; write \frac{\log y}{\log 2}"),
    (r"y_{a+b}", r"1:2: this is no subscript; it is a letter, a number or a word, as in x_m, x_{10}, x_{\min}"),
    (r"exp(-y)\,", r"1:1: 'exp' is printed as a product of letters; write \exp(…)"),
    (r"nu\,y", r"1:1: 'nu' is printed as a product of letters; write \nu"),
    (r"\begin{cases} a & y > 0", r"1:1: '\begin{cases}' is not closed; add '\end{cases}'"),
    (r"\begin{align}a\end{align}", r"1:1: '\begin' is not understood; only cases may begin"),
    ("\x00", r"1:1: '\x00' is not understood; write numbers, names, + - * / ^ and functions such as exp(y), or LaTeX"),
    ("\udcff", "1:1: '\\udcff' is not understood; "
     "write numbers, names, + - * / ^ and functions such as exp(y), or LaTeX"),
    ("|a", r"1:1: the bars do not pair; write \left|…\right| for each pair"),
    ("(" * 61 + "a" + ")" * 61, "1:60: brackets are nested more than 60 deep; write it with fewer"),
    ("-" * 250 + "a", "1:1: the formula is nested too deeply; write it with fewer signs, powers and brackets"),
    ("a^" * 250 + "a", "1:1: the formula is nested too deeply; write it with fewer signs, powers and brackets"),
    ("a+" * 1000 + "a", f"1:{LONGEST + 1}: the text has more than {LONGEST} characters; write it shorter"),
]  # fmt: skip


@pytest.mark.parametrize("text, message", REFUSED, ids=[repr(text[:20]) for text, _ in REFUSED])
def test_what_is_refused_and_how(text, message):
    assert refusal(text) == message


def test_a_long_sum_is_no_deep_one():
    assert read("a+" * 999 + "a") == 1000 * read("a")


def test_the_package_is_imported_without_lark():
    code = "import sys, mlce_sym, mlce_sym.cli; assert not {'lark', 'mlce_sym.reading.typed'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
