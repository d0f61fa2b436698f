"""Marked names: how they are shown."""

from __future__ import annotations

import pytest

from mlce_sym.terms.names import MARK, shown


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("x", "x"),
        (f"x{MARK}:positive", "x"),
        (f"x{MARK}:positive{MARK}:shape=(3,)", "x"),
        (f"{MARK}Reals", "Reals"),
        (f"{MARK}#1", "#1"),
        (f"{MARK}", ""),
        (f"{MARK}{MARK}:positive", ""),
        ("x:positive", "x:positive"),
    ],
)
def test_a_name_is_shown_without_its_mark(text, seen):
    assert shown(text) == seen
