"""The shipped rule table `rules.json`: the axioms, as they are printed, evaluated, proved in Coq and used.

>>> rows()["log of a power"]["needs"]
'a positive base'
>>> shipped("log of a power").conditions
(('Lt', 0, 'a'),)
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ..terms.caching import lru_cache
from ..terms.kinds import joined, kinds, sort_of
from ..terms.terms import PROP, REAL, Names, Term, free, parse


@lru_cache(maxsize=1)
def rows() -> dict[str, dict[str, Any]]:
    """Every row of the table, by the rule's name, in the table's order (`docs/certificate.md`, The rule table)."""
    text = Path(__file__).with_name("rules.json").read_text(encoding="utf-8")
    return {row["name"]: row for row in json.loads(text)["rules"]}


@dataclass(frozen=True)
class Rule:
    """Where the conditions hold, lhs = rhs. Every free name is schematic; `needs` says the conditions in words."""

    name: str
    lhs: Term
    rhs: Term
    conditions: tuple[Term, ...] = ()
    needs: str = ""

    @cached_property
    def names(self) -> Names:
        return frozenset().union(*map(free, (self.lhs, self.rhs, *self.conditions)))

    @cached_property
    def sort(self) -> str:
        """The sort of its sides. Raises Malformed where a name stands for different things."""
        sort = sort_of(self.lhs) or sort_of(self.rhs) or REAL
        joined([kinds(self.lhs, sort), kinds(self.rhs, sort), *(kinds(c, PROP) for c in self.conditions)])
        return sort


def rule_of(row: Any) -> Rule:
    """A row of a rule table as a rule. Raises Malformed where it is none."""
    lhs, rhs, *conditions = (parse(term) for term in (row["lhs"], row["rhs"], *row["conditions"]))
    return Rule(row["name"], lhs, rhs, tuple(conditions), row.get("needs", ""))


@lru_cache(maxsize=600)
def shipped(name: str) -> Rule | None:
    """The rule of that name in the shipped table, or None."""
    return rule_of(rows()[name]) if name in rows() else None
