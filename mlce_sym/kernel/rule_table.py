"""The shipped rule table `rules.json` as plain data: the same rows for whoever prints rules and whoever replays them.

>>> rows()["log of a power"]["needs"]
'a positive base'
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any


@cache
def rows() -> dict[str, dict[str, Any]]:
    """Every row of the table, by the rule's name, in the table's order (`docs/certificate.md`, The rule table)."""
    text = resources.files(__package__).joinpath("rules.json").read_text(encoding="utf-8")
    return {row["name"]: row for row in json.loads(text)["rules"]}
