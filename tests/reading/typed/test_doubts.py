"""Two readings are refused, with both; one reading is read."""

import pytest

from .common import read, refusal

TWO = [
    (r"\log y a", r"\log y a", r"\log(y) a", r"\log(y a)"),
    (r"\log y \cdot a", r"\log y \cdot a", r"\log(y) \cdot a", r"\log(y \cdot a)"),
    (r"\log y / 2", r"\log y / 2", r"\log(y) / 2", r"\log(y / 2)"),
    (r"\log 2\pi", r"\log 2\pi", r"\log(2) \pi", r"\log(2 \pi)"),
    (r"\log\log y a", r"\log\log y a", r"\log\log(y) a", r"\log\log(y a)"),
    (r"\log y(1-y)", r"\log y(1-y)", r"\log(y) (1-y)", r"\log(y (1-y))"),
    (r"\cosh\frac{y}{2}a", r"\cosh\frac{y}{2}a", r"\cosh(\frac{y}{2}) a", r"\cosh(\frac{y}{2} a)"),
    (r"a/b k\,", "a/b k", "(a/b) k", "a/(b k)"),
    (r"1/2\pi", r"1/2\pi", r"(1/2) \pi", r"1/(2 \pi)"),
    (r"a/b/k\,", "a/b/k", "(a/b) /k", "a/(b /k)"),
    (r"a/b\cdot k", r"a/b\cdot k", r"(a/b) \cdot k", r"a/(b \cdot k)"),
    (
        r"1/\sqrt{2\pi} e^{-y}",
        r"1/\sqrt{2\pi} e^{-y}",
        r"(1/\sqrt{2\pi}) e^{-y}",
        r"1/(\sqrt{2\pi} e^{-y})",
    ),
    (r"e^{-y/2\sigma}", r"y/2\sigma", r"(y/2) \sigma", r"y/(2 \sigma)"),
    (r"\log(y)^2", r"\log(y)^2", r"(\log(y))^2", r"\log((y)^2)"),
    (
        r"\exp\left(y\right)^{k}",
        r"\exp\left(y\right)^{k}",
        r"(\exp\left(y\right))^{k}",
        r"\exp(\left(y\right)^{k})",
    ),
    (r"\log(y)!", r"\log(y)!", r"(\log(y))!", r"\log((y)!)"),
]


@pytest.mark.parametrize("text, quoted, first, second", TWO, ids=[entry[0] for entry in TWO])
def test_two_readings_are_refused_with_both_and_each_can_be_read(text, quoted, first, second):
    message = refusal(text).partition(": ")[2]
    assert message == f"'{quoted}' has two readings: did you mean '{first}' or '{second}'?"
    assert read(rf"{first}\,") != read(rf"{second}\,")


PAIRS = r"'\lvert a\rvert b\lvert k\rvert' or '\lvert a\lvert b\rvert k\rvert'"
INVERSE = "may be an inverse or a power; write the function in brackets, and its power after them"
OTHER = [
    (r"|a|b|k|\,", f"1:1: the bars pair in two ways: did you mean {PAIRS}?"),
    ("|a|b|k|", f"1:1: the bars pair in two ways: did you mean {PAIRS}?"),
    (r"\exp -y", r"1:1: it is not clear what \exp is applied to: did you mean '\exp(-…)' or '\exp(…) - …'?"),
    (r"\cos^{-1} y", rf"1:1: '\cos^{{-1}} y' {INVERSE}"),
    (r"{a+b}k", "1:1: braces are not printed; write '(a+b)' for what belongs together"),
    (r"\exp{-y}", "1:5: braces are not printed; write '(-y)' for what belongs together"),
    (r"\log{a b}", "1:5: braces are not printed; write '(a b)' for what belongs together"),
    (r"{e^{a}}^b", "1:1: braces are not printed; write '(e^{a})' for what belongs together"),
    (r"a^12\,", "1:3: TeX takes only the first character of '12' here; write {12}"),
    (r"a^x_m\,", "1:3: TeX takes only the first character of 'x_m' here; write {x_m}"),
    (r"\frac{1}23", "1:9: TeX takes only the first character of '23' here; write {23}"),
    (r"\frac123", "1:7: TeX takes only the first character of '23' here; write {23}"),
    (r"y 2\,", r"1:3: 'y 2' is not clear; write a product with \cdot, a power with ^, a subscript with _"),
    (r"y2\,", r"1:2: 'y2' is not clear; write a product with \cdot, a power with ^, a subscript with _"),
    (r"2 3^y\,", r"1:3: '2 3^y' is not clear; write a product with \cdot, a power with ^, a subscript with _"),
]  # fmt: skip


@pytest.mark.parametrize("text, message", OTHER)
def test_other_doubts(text, message):
    assert refusal(text) == message


@pytest.mark.parametrize(
    "text", [r"\log(y) a", r"\log|y| a", r"a\log y", r"\frac{\log y}{2}", r"2a/b\,", r"(a/b) k\,", r"y \cdot 2"]
)
def test_these_have_one_reading(text):
    assert read(text).free_symbols
