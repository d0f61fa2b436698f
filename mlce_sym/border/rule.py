"""A rule as it is declared, with SymPy's terms for the pen's sake. The axiom is its encoded statement in the table.

>>> from sympy import log, symbols
>>> from mlce_sym.border.nodes import Lt
>>> a, b = symbols("a b")
>>> axiom(Rule("mine", log(a), b, (Lt(0, a),))).conditions
(('Lt', 0, 'a'),)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sympy import Basic

from ..certificate.writing import certified
from ..kernel import rule_table as kernel
from ..terms.caching import lru_cache
from .binding import names
from .encoding import encode


@dataclass(frozen=True)
class Rule:
    """One declaration: where the conditions hold, lhs = rhs. Every free name in it is schematic."""

    name: str
    lhs: Basic
    rhs: Basic
    conditions: tuple[Basic, ...] = ()
    needs: str = ""
    words: str = ""
    reference: str = ""
    lemma: str = ""  # its name in MLCE.v; a rule without one says in `uncertified` why
    uncertified: str = ""

    @cached_property
    def schematic(self) -> frozenset[Any]:
        return frozenset(name for part in (self.lhs, self.rhs, *self.conditions) for name in names(part))

    def _repr_markdown_(self) -> str:
        """The rule in a notebook: a row of the table of rules."""
        from ..writers.rules import rules_table

        return rules_table([_row(self)], "md")


@lru_cache(maxsize=1000)
def axiom(rule: Rule) -> kernel.Rule:
    """What the kernel is given."""
    conditions = tuple(map(encode, rule.conditions))
    return kernel.Rule(rule.name, encode(rule.lhs), encode(rule.rhs), conditions, rule.needs)


def rule_table(rules: Iterable[Rule]) -> dict[str, Any]:
    """The shipped rule table as plain data; `mlce_sym/kernel/rules.json` is this, and a test fails when it is stale."""
    return {"format": "mlce-rules", "version": 1, "rules": [_row(rule) for rule in rules]}


def _row(rule: Rule) -> dict[str, Any]:
    return {
        "name": rule.name,
        "lhs": certified(encode(rule.lhs)),
        "rhs": certified(encode(rule.rhs)),
        "conditions": [certified(encode(condition)) for condition in rule.conditions],
        "needs": rule.needs,
        "words": rule.words,
        "reference": rule.reference,
        "lemma": rule.lemma,
        "uncertified": rule.uncertified,
    }


def stale(rules: Iterable[Rule]) -> list[str]:
    """The names of rules that the shipped table does not have, or has with another statement or other words."""
    return [rule.name for rule in rules if _row(rule) != kernel.rows().get(rule.name)]
