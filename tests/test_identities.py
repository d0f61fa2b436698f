"""The identities of `python -m benchmarks identities`: the true ones hold, the wrong ones do not; what is counted."""

from __future__ import annotations

import random

import pytest
from sympy import S, Sum, cos, log, sin, symbols

from benchmarks import identities, identity_rows
from benchmarks.identities import Measured, Row, by_sympy, late, rows_of, table, told
from mlce_sym.verdicts.judge import Verdict, judge

from .random_pairs import Case, mistake

a, i, n, t = symbols("a i n t")


@pytest.mark.slow
@pytest.mark.parametrize("row", identity_rows.ROWS, ids=lambda row: row[0])
def test_the_true_ones_hold_by_brute_force(row):
    _, left, right, given = row
    found = mistake(Case(left, S(right)), Verdict("proved", "", tuple(given)), random.Random(0), tries=3)
    assert not found.startswith("they differ"), found


def test_there_are_as_many_wrong_ones_and_none_is_proved():
    assert len(identity_rows.ROWS) == len(identity_rows.WRONG) == len(dict.fromkeys(r[0] for r in identity_rows.ROWS))
    assert {judge(left, S(right), given).status for _, left, right, given in identity_rows.WRONG} == {"refuted"}


def test_a_file_of_ones_own(tmp_path):
    """Without wrong ones, and with or without what is given."""
    path = tmp_path / "mine.py"
    path.write_text("from sympy.abc import a\nROWS = [('my-1', a + a, 2 * a), ('my-2', a, 1, [a > 0])]\n")
    assert rows_of(str(path)) == {"true": [Row("my-1", 2 * a, 2 * a), Row("my-2", a, S.One, (a > 0,))], "wrong": []}


def test_what_is_given_is_told_to_sympy():
    left, right = told(Row("some-1", log(a) + Sum(1, (i, 1, n)), t, (a > 0, n >= 1, t > -1)))
    assert {s.name: (s.is_positive, s.is_integer) for s in left.free_symbols | right.free_symbols} == {
        "a": (True, None),
        "n": (True, True),
        "t": (None, None),
    }


def test_sympy_has_a_limit_and_says_equal_only_at_zero():
    row = Row("some-1", sin(t) ** 2 + cos(t) ** 2, S.One)
    assert by_sympy("simplify", row) and not by_sympy("simplify", row, limit=0)
    assert not by_sympy("simplify", Row("some-2", sin(t), cos(t)))


def test_the_table_counts_each_group():
    row, other = Row("one-1", a, a), Row("two-1", a, t)
    found = [Measured(row, "proved", 0.002, "equal", 0.004), Measured(other, "refuted", 0.001, "", 0.003)]
    assert [line.split() for line in table(found)] == [
        ["one", "1", "1", "0", "0", "2", "2", "1", "4", "4", "2.00"],
        ["two", "1", "0", "1", "0", "1", "1", "0", "3", "3", "3.00"],
        ["all", "2", "1", "1", "0", "2", "2", "1", "4", "4", "2.33"],
    ]
    assert late([1.0] * 19 + [3.0]) == pytest.approx(1.1) and identities.LIMIT > 0
