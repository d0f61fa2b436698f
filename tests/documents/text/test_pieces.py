"""A document is cut where its author cut it, and every character is found again where it was written."""

import time

import pytest

from mlce_sym.documents.text.pieces import DISPLAY, INLINE, MARKDOWN, SAID, TEX, TROUBLE, pieces
from mlce_sym.documents.text.places import Files


def cut(text, syntax=TEX, macros=None):
    return [*pieces(Files().add("it", text), syntax, {} if macros is None else macros)]


def formulas(text, syntax=TEX):
    return [(p.kind, p.text.text.strip()) for p in cut(text, syntax) if p.kind in (DISPLAY, INLINE)]


@pytest.mark.parametrize("name", ["equation", "align", "align*", "gather", "multline*", "eqnarray", "displaymath"])
def test_a_display_is_what_stands_in_its_environment(name):
    assert formulas(rf"Now \begin{{{name}}} a = b \end{{{name}}} holds.") == [(DISPLAY, "a = b")]


@pytest.mark.parametrize(
    "text, kind",
    [("$a$", INLINE), (r"\(a\)", INLINE), ("$$a$$", DISPLAY), (r"\[a\]", DISPLAY), ("$$\na\n$$", DISPLAY)],
)
@pytest.mark.parametrize("syntax", [TEX, MARKDOWN])
def test_formulas_in_all_their_brackets(text, kind, syntax):
    assert formulas(f"So {text}.", syntax) == [(kind, "a")]


@pytest.mark.parametrize(
    "text, syntax",
    [
        ("% $a = b$\n", TEX),
        (r"\begin{verbatim} $a = b$ \end{verbatim}", TEX),
        (r"\verb|$a = b$|", TEX),
        (r"\begin{lstlisting} \begin{align} a &= b \end{align} \end{lstlisting}", TEX),
        ("`$a = b$`", MARKDOWN),
        ("```tex\n$$a = b$$\n```\n", MARKDOWN),
        ("<!-- $a = b$ -->", MARKDOWN),
        ("---\ntitle: $a = b$\n---\n", MARKDOWN),
        ("It costs $5, or $6 at most.", MARKDOWN),
        (r"It costs \$5, or \$6 at most.", TEX),
        (r"\end{document} $a = b$", TEX),
    ],
)
def test_what_is_no_formula(text, syntax):
    assert formulas(text, syntax) == []


def test_a_fence_that_says_math_is_a_display():
    assert formulas("```math\na = b\n```\n", MARKDOWN) == [(DISPLAY, "a = b")]


def test_comments_inside_of_a_display_are_left_out():
    assert formulas("\\[ a % for \\[ b \\]\n = 5\\% \\]") == [(DISPLAY, r"a = 5\%")]


@pytest.mark.parametrize(
    "text, syntax",
    [("% mlce: given p > 0\n", TEX), ("<!-- mlce: given p > 0 -->", MARKDOWN), ("% mlce: given p > 0\n", MARKDOWN)],
)
def test_what_is_said_to_the_checker(text, syntax):
    assert [p.text.text for p in cut(text, syntax) if p.kind == SAID] == ["given p > 0"]


def test_macros_that_open_and_close_displays():
    text = r"\newcommand{\beq}{\begin{equation}}\def\eeq{\end{equation}} \beq a = b \eeq"
    assert formulas(text) == [(DISPLAY, "a = b")]


@pytest.mark.parametrize("text", [r"\begin{align} a &= b", r"\[ a = b", "\\[ a\n\n= b \\]"])
def test_what_is_not_closed_is_told(text):
    assert [p.kind for p in cut(text) if p.kind in (TROUBLE, DISPLAY)] == [TROUBLE]


def test_every_character_stands_where_it_was_written():
    files = Files()
    text = files.add("a.tex", "One.\n\nTwo \\[ a\n = b \\]")
    (display,) = (p for p in pieces(text, TEX, {}) if p.kind == DISPLAY)
    at = display.text.text.index("b")
    assert str(files.place(display.text.at[at])) == "a.tex:4:4"
    assert files.line(display.text.at[at]) == " = b \\]"


@pytest.mark.parametrize(
    "text", ["$" * 100_000, r"\[" * 50_000, r"\begin{align}" * 5_000, "{" * 100_000, "\\" * 99_999]
)
@pytest.mark.parametrize("syntax", [TEX, MARKDOWN])
def test_long_nonsense_takes_no_time(text, syntax):
    start = time.process_time()
    cut(text, syntax)
    assert time.process_time() - start < 5
