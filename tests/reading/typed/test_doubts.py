"""Two readings are refused, with both; one reading is read."""

import pytest

from .common import read, refusal

TWO = [
    (r"\log y a", "1:1", "log(y)*a", "log(y*a)"),
    (r"\log y \cdot a", "1:1", "log(y)*a", "log(y*a)"),
    (r"\log y / 2", "1:1", "log(y)/2", "log(y/2)"),
    (r"\log 2\pi", "1:1", "log(2)*pi", "log(2*pi)"),
    (r"\log\log y a", "1:1", "log(log(y))*a", "log(log(y*a))"),
    (r"\log y(1-y)", "1:1", "log(y)*(1 - y)", "log(y*(1 - y))"),
    (r"\cosh\frac{y}{2}a", "1:1", "cosh(y/2)*a", "cosh(y*a/2)"),
    (r"a/b k\,", "1:2", "a/(b*k)", "a*k/b"),
    (r"1/2\pi", "1:2", "(1/2)*pi", "1/(2*pi)"),
    (r"a/b/k\,", "1:2", "a/(b/k)", "a/(b*k)"),
    (r"a/b\cdot k", "1:2", "a/(b*k)", "a*k/b"),
    (r"1/\sqrt{2\pi} e^{-y}", "1:2", "1/((2*pi)**(1/2)*exp(-y))", "exp(-y)/((2*pi)**(1/2))"),
    (r"e^{-y/2\sigma}", "1:6", "exp(-y/(2*sigma))", "exp(-y*sigma/2)"),
    (r"\log(y)^2", "1:5", "log(y)**2", "log(y**2)"),
    (r"\exp\left(y\right)^{k}", "1:5", "exp(y)**k", "exp(y**k)"),
    (r"\log(y)!", "1:5", "factorial(log(y))", "log(factorial(y))"),
    (r"|y|/2\sigma \,", "1:4", "abs(y)/(2*sigma)", "abs(y)*sigma/2"),
]


@pytest.mark.parametrize("text, place, first, second", TWO, ids=[entry[0] for entry in TWO])
def test_two_readings_are_refused_with_both_and_each_can_be_read(text, place, first, second):
    assert refusal(text) == f"{place}: this has two readings: did you mean '{first}' or '{second}'? write brackets"
    assert read(first) != read(second)


def test_of_long_formulas_the_doubts_are_said():
    long = " + ".join(f"a^{{{k}}}" for k in range(2, 30))
    alone, all_ = r"\log takes the first factor after it alone", r"\log takes all that follows"
    wanted = f"this has two readings: did you mean {alone} or {all_}? write brackets"
    assert refusal(rf"{long} + \log y a").partition(": ")[2] == wanted


PAIRS = r"'\lvert a\rvert b\lvert k\rvert' or '\lvert a\lvert b\rvert k\rvert'"
NUMBER = r"a number after a factor: it is not clear what it belongs to; write a product with \cdot, a power with ^{…}"
OTHER = [
    (
        r"|a|b|k|\,",
        f"1:1: '|': the bars pair in two ways: did you mean {PAIRS}?",
    ),
    (
        "|a|b|k|",
        f"1:1: '|': the bars pair in two ways: did you mean {PAIRS}?",
    ),
    (r"\exp -y", r"1:1: \exp: it is not clear what it is applied to; write it in brackets"),
    (r"\cos^{-1} y", r"1:1: a power of \cos without brackets: this is outside the language of densities"),
    (r"{a+b}k\,", "1:1: braces are not printed; write ( ) around what belongs together"),
    (r"\exp{-y}", "1:5: braces are not printed; write ( ) around what belongs together"),
    (r"\log{a b}", "1:5: braces are not printed; write ( ) around what belongs together"),
    ("{e^{a}}^b", "1:1: braces are not printed; write ( ) around what belongs together"),
    (
        r"a^12\,",
        "1:4: a number after a factor: it is not clear what it belongs to; TeX takes one character without braces",
    ),
    (r"a^x_m\,", "1:1: nothing says what a_m is; write the density of one observation, in a, or declare it"),
    (
        r"\frac{1}23",
        "1:10: a number after a factor: it is not clear what it belongs to; TeX takes one character without braces",
    ),
    (
        r"\frac123",
        "1:8: a number after a factor: it is not clear what it belongs to; TeX takes one character without braces",
    ),
    (
        r"y 2\,",
        f"1:3: {NUMBER}",
    ),
    (
        r"y2\,",
        f"1:2: {NUMBER}",
    ),
    (
        r"2 3^y\,",
        f"1:3: {NUMBER}",
    ),
    (r"y^2!\,", "1:1: '!': write what the factorial is of in brackets, as in (x^2)! and (n!)!"),
    ("y!!", "1:1: '!': write what the factorial is of in brackets, as in (x^2)! and (n!)!"),
]


@pytest.mark.parametrize("text, message", OTHER)
def test_other_doubts(text, message):
    assert refusal(text) == message


@pytest.mark.parametrize(
    "text", [r"\log(y) a", r"\log|y| a", r"a\log y", r"\frac{\log y}{2}", r"2a/b\,", r"(a/b) k\,", r"y \cdot 2"]
)
def test_these_have_one_reading(text):
    assert read(text).free_symbols
