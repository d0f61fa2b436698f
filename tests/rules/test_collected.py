"""A rule is declared once, in its file, and reaches the table from there."""

from collections import Counter
from importlib import import_module
from pkgutil import iter_modules

import pytest

from mlce_sym import rules
from mlce_sym.border.rule import Rule, stale
from mlce_sym.kernel import rule_table as table

FILES = [name for _, name, _ in iter_modules(rules.__path__)]
DECLARED = [
    (file, name, rule)
    for file in FILES
    for name, rule in vars(import_module(f"{rules.__name__}.{file}")).items()
    if isinstance(rule, Rule)
]


@pytest.mark.parametrize("file, name, rule", DECLARED, ids=[name for _, name, _ in DECLARED])
def test_a_declared_rule_is_collected_under_its_own_name(file, name, rule):
    found = getattr(rules, name, None)
    assert found is rule, (
        f"rules.{name} is not the one of {file}.py: name the file in FILES; let no two files have the name"
    )
    assert rule in rules.ALL and name in dir(rules)


def test_names_are_unique():
    for kind, names in (
        ("name", [rule.name for rule in rules.ALL]),
        ("lemma", [r.lemma for r in rules.ALL if r.lemma]),
    ):
        assert [name for name, times in Counter(names).items() if times > 1] == [], f"two rules have that {kind}"
    assert len(rules.ALL) == len(DECLARED)


def test_the_shipped_table_is_what_the_rules_declare():
    shipped, declared = table.rows(), {rule.name: rule for rule in rules.ALL}
    assert [name for name in declared if name not in shipped] == [], "declared, but not in the table: run `make rules`"
    assert [name for name in shipped if name not in declared] == [], "in the table, but not declared: run `make rules`"
    assert stale(rules.ALL) == [], "declared otherwise: run `make rules`"
    assert list(shipped) == list(declared), "in another order: run `make rules`"
