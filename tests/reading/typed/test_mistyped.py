"""Where something is wrong is said by line and column, on one line that can be printed."""

import pytest
from lark import Token

from mlce_sym.reading.typed.mistyped import SHOWN, Source


@pytest.mark.parametrize("at, where", [(0, "1:1"), (1, "1:2"), (2, "1:3"), (3, "2:1"), (4, "2:2"), (6, "3:2")])
def test_line_and_column(at, where):
    assert str(Source("--data", "ab\nc\nd").wrong(at, "x")) == f"--data:{where}: x"


def test_a_part_is_where_it_starts():
    token = Token("NAME", "c", start_pos=3, end_pos=4)
    source = Source("--data", "ab\nc\nd")
    assert str(source.wrong(token, "x")) == "--data:2:1: x"
    assert source.shown(token) == "c"


@pytest.mark.parametrize(
    "text, shown",
    [
        ("a  \n b", "a b"),
        ("\x00\x1b", r"\x00\x1b"),
        ("a\u2028b", "a b"),
        ("\udcff", r"\udcff"),
        ("\n", r"\n"),
        ("µ", "µ"),
    ],
)
def test_what_is_quoted_can_be_printed_on_one_line(text, shown):
    assert Source("--data", text).quoted(0, len(text)) == shown


def test_what_is_quoted_is_short():
    assert Source("--data", "a" * 200).quoted(0, 200) == "a" * SHOWN + "…"
