"""Where something is wrong is said by line and column, on one line that can be printed."""

import pytest

from mlce_sym.reading.signs.tree import SHOWN, ReadingError, quoted
from mlce_sym.reading.typed.mistyped import Mistyped, said_of


@pytest.mark.parametrize("at, where", [(0, "1:1"), (1, "1:2"), (2, "1:3"), (3, "2:1"), (4, "2:2"), (6, "3:2")])
def test_line_and_column(at, where):
    assert str(Mistyped.at("--data", "ab\nc\nd", at, "x")) == f"--data:{where}: x"


def test_an_error_of_the_reader_says_for_which_option_the_text_was_typed():
    with pytest.raises(Mistyped) as wrong, said_of("--data", "ab\nc"):
        raise ReadingError(3, "'c'", "it is wrong")
    assert str(wrong.value) == "--data:2:1: 'c': it is wrong"


@pytest.mark.parametrize(
    "text, shown",
    [
        ("a  \n b", "a b"),
        ("\x00\x1b", r"\x00\x1b"),
        ("a\u2028b", "a b"),
        ("\udcff", r"\udcff"),
        ("µ", "µ"),
    ],
)
def test_what_is_quoted_can_be_printed_on_one_line(text, shown):
    assert quoted(text, 0, len(text)) == shown


def test_what_is_quoted_is_short():
    assert quoted("a" * 200, 0, 200) == "a" * SHOWN + "…"
