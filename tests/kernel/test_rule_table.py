"""The shipped rule table: what a row becomes."""

from __future__ import annotations

import dataclasses

import pytest

from mlce_sym.kernel.rule_table import Rule, rows, rule_of, shipped
from mlce_sym.terms.errors import Malformed
from mlce_sym.terms.terms import PROP, REAL, SET, free

ROW = {"name": "r", "lhs": ["log", "a"], "rhs": "b", "conditions": [["Lt", 0, "c"]], "needs": "luck"}


def test_a_row_becomes_a_rule():
    assert rule_of(ROW) == Rule("r", ("log", "a"), "b", (("Lt", 0, "c"),), "luck")
    assert rule_of({key: ROW[key] for key in ("name", "lhs", "rhs", "conditions")}).needs == ""
    with pytest.raises(Malformed):
        rule_of({**ROW, "lhs": ["log"]})


def test_every_free_name_is_schematic():
    assert rule_of(ROW).names == {"a", "b", "c"}
    assert Rule("r", ("Sum", "i", ("Range", 1, "n"), ("Apply", "f", "i")), 0).names == {"n", "f"}


@pytest.mark.parametrize(
    ("lhs", "rhs", "sort"),
    [
        (("log", "a"), "b", REAL),
        ("a", "b", REAL),
        ("a", ("Finite", 1), SET),
        (("Finite", 1), "a", SET),
        (("Lt", 0, 1), ("True",), PROP),
    ],
)
def test_the_sort_of_the_sides(lhs, rhs, sort):
    assert Rule("r", lhs, rhs).sort == sort


@pytest.mark.parametrize(
    ("lhs", "rhs", "conditions"),
    [
        ("a", ("Apply", "a", 1), ()),
        ("a", "b", (("Member", 1, "a"),)),
        (("Finite", 1), 1, ()),
        ("a", "b", (("Add", 1, 1),)),
        ("a", "b", ("c",)),
    ],
)
def test_a_rule_whose_names_mean_different_things_has_no_sort(lhs, rhs, conditions):
    with pytest.raises(Malformed):
        _ = Rule("r", lhs, rhs, conditions).sort


def test_the_shipped_rules():
    assert len(rows()) > 60 and all(name == row["name"] for name, row in rows().items())
    assert shipped("no such rule") is None
    assert rows() is rows() and shipped("log of a power") is shipped("log of a power")
    for name, row in rows().items():
        rule = shipped(name)
        assert rule == rule_of(row) and rule.sort in (REAL, SET, PROP)
        assert rule.needs == row["needs"] and bool(rule.needs) == bool(rule.conditions)
        assert free(rule.rhs) | free(rule.lhs) <= rule.names


def test_a_rule_does_not_change():
    with pytest.raises(dataclasses.FrozenInstanceError):
        shipped("log of a power").conditions = ()
