"""A rule as it is declared, the kernel's axiom, and the row of the table."""

from __future__ import annotations

from dataclasses import replace

from sympy import Function, S, Sum, log, symbols

from mlce_sym import rules
from mlce_sym.border.nodes import Lt
from mlce_sym.border.rule import Rule, axiom, rule_table, stale
from mlce_sym.kernel.rule_table import Rule as Axiom
from mlce_sym.kernel.rule_table import rows

a, b, c, i, n = symbols("a b c i n")
f = Function("f")
MINE = Rule("mine", log(a), b, (Lt(0, c),), "luck", "Words.", "A book", "mine", "no proof")


def test_every_free_name_is_schematic():
    assert MINE.schematic == {a, b, c}
    assert Rule("r", Sum(f(i), (i, 1, n)), S.Zero).schematic == {f, n}


def test_the_axiom_is_the_encoded_statement():
    assert axiom(MINE) == Axiom("mine", ("log", "a"), "b", (("Lt", 0, "c"),), "luck")
    assert axiom(Rule("r", a, b)) == Axiom("r", "a", "b")


def test_the_row_of_a_rule():
    row = {"name": "mine", "lhs": ["log", "a"], "rhs": "b", "conditions": [["Lt", 0, "c"]], "needs": "luck"}
    row |= {"words": "Words.", "reference": "A book", "lemma": "mine", "uncertified": "no proof"}
    assert rule_table([MINE]) == {"format": "mlce-rules", "version": 1, "rules": [row]}
    assert rule_table([]) == {"format": "mlce-rules", "version": 1, "rules": []}


def test_the_shipped_table_is_that_of_the_rules():
    assert stale(rules.ALL) == [] and list(rows()) == [rule.name for rule in rules.ALL]
    first, second, *_ = rules.ALL
    changed = [replace(first, rhs=b), replace(second, words="Other words."), MINE, *rules.ALL]
    assert stale(changed) == [first.name, second.name, "mine"]
