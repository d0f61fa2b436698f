"""Hypotheses and reasons in words, and the table of rules."""

from __future__ import annotations

from typing import Any

import pytest

from mlce_sym.kernel import rule_table as table
from mlce_sym.writers.fit import broken, tex_width
from mlce_sym.writers.prose import escape, in_formula, in_markdown, in_text, plain
from mlce_sym.writers.rules import rules_table
from mlce_sym.writers.words import Maths, clauses, let, listed

entries = ["ForAll", "i", ["Range", 1, "n"], ["Member", ["Indexed", "y", "i"], ["Finite", 0, 1]]]
p = ["Apply", "p", "i"]


def for_all(proposition: Any) -> list[Any]:
    return ["ForAll", "i", ["Range", 1, "n"], proposition]


@pytest.mark.parametrize(
    ("hypotheses", "words"),
    [
        ([["Member", "n", "Integers"], ["Le", 1, "n"]], "Let n ≥ 1 be an integer."),
        ([["Member", "n", "Integers"]], "Let n ∈ ℤ."),
        ([entries], "Let y_1, …, y_n ∈ {0, 1}."),
        ([["Lt", 0, "a"], ["Lt", "a", 1]], "Let 0 < a < 1."),
        ([["Lt", "a", 1], ["Lt", 0, "a"]], "Let 0 < a < 1."),
        ([["Lt", 0, "a"], ["Le", "a", "b"], ["Lt", "b", 1]], "Let 0 < a ≤ b < 1."),
        ([["Lt", 0, "a"], ["Lt", "b", 0]], "Let a > 0 and b < 0."),
        ([for_all(["Lt", 0, p]), for_all(["Lt", p, 1])], "Let 0 < p(i) < 1 for all i = 1, …, n."),
        ([for_all(["Lt", 0, p]), ["Lt", p, 1]], "Let p(i) > 0 for all i = 1, …, n and p(i) < 1."),
        ([["Ne", "a", "b"], ["Member", "n", "Integers"], ["Le", 1, "n"]], "Let n ≥ 1 be an integer and a ≠ b."),
    ],
)
def test_hypotheses_in_words(hypotheses: list[Any], words: str) -> None:
    assert in_text(let(clauses(hypotheses)), {}) == words


def test_lists() -> None:
    assert listed([("a",), ("b",), ("c",)]) == ("a", ", ", "b", ", and ", "c")
    assert listed([("a",), ("b",)]) == ("a", " and ", "b")
    assert listed([]) == ()


def test_prose_is_escaped_in_each_format() -> None:
    words = "5% of {0, 1} for y_1 & a^b in $\\theta_1$"
    assert escape(words) == r"5\% of \{0,~1\} for y\_1 \& a\textasciicircum{}b in $\theta_1$"
    assert in_markdown((words,), {}) == r"5% of {0, 1} for y\_1 & a^b in $\theta_1$"
    assert plain(words) == "5% of {0, 1} for y_1 & a^b in θ_1"
    assert in_formula(("in {0, 1}, by ", Maths("CE")), {}) == r"\text{in }\lbrace 0, 1\rbrace \text{, by }\mathrm{CE}"


def test_every_rule_is_in_the_table() -> None:
    rows = list(table.rows().values())
    as_text, as_markdown = rules_table(rows), rules_table(rows, "md")
    for row in rows:
        assert f"{row['name']}\n    " in as_text
        assert row["words"] in as_text
        assert row["reference"] in as_text
        assert f"| {row['name']} | $" in as_markdown
    assert all(line.count(" | ") == 4 for line in as_markdown.splitlines())
    assert "needs every factor positive: f(i) > 0 for all i = l, …, m" in as_text


def test_long_lines_are_broken_evenly_and_lose_nothing() -> None:
    text = " \x1f+ ".join("abcdefgh")
    rows = broken(text, 20, len)
    assert " ".join(rows) == text.replace("\x1f", "")
    assert all(len(row) <= 20 for row in rows)
    assert max(map(len, rows)) - min(map(len, rows)) <= 5
    assert broken("cannot be broken", 3, len) == ["cannot be broken"]


def test_widths_grow_with_the_formula() -> None:
    widths = list(map(tex_width, ("x", r"x^2", "x + y", r"\frac{x + y + z}{2}", r"\sum_{i=1}^{n} \log(x + y + z)")))
    assert widths == sorted(widths)
