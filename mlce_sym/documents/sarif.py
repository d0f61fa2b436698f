"""Verdicts as SARIF 2.1.0, which code review tools show beside the lines: what is wrong is an error, what is unknown a
note."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from .checked import Checked
from .equations.links import FAILS, REFUTED, UNKNOWN, Link

LEVELS = {REFUTED: "error", FAILS: "error", UNKNOWN: "note"}
WORDS = {
    REFUTED: "An equation does not hold: at the values that are given its sides differ.",
    FAILS: "An equation does not follow from the row above it.",
    UNKNOWN: "Nothing is known of an equation.",
}
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(checked: Iterable[Checked]) -> str:
    """All that is not proved, as one run."""
    links = [link for one in checked for link in one.links if link.verdict.status in LEVELS]
    driver = {
        "name": "mlce",
        "informationUri": "https://pypi.org/project/mlce-sym/",
        "rules": [{"id": _id(status), "shortDescription": {"text": text}} for status, text in WORDS.items()],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": [*map(_result, links)]}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _id(status: str) -> str:
    return status.replace(" ", "-")


def _result(link: Link) -> dict[str, Any]:
    verdict = link.verdict
    at = ", ".join(f"{name} = {value}" for name, value in verdict.counterexample.items())
    message = f"{link.lhs} {link.relation} {link.rhs}: {verdict.status}: {verdict.reason}{f', where {at}' * bool(at)}"
    region = {"startLine": link.place.line, "startColumn": link.place.column}
    if link.width:
        region["endColumn"] = link.place.column + link.width
    location = {"artifactLocation": {"uri": link.place.file.replace("\\", "/")}, "region": region}
    return {
        "ruleId": _id(verdict.status),
        "level": LEVELS[verdict.status],
        "message": {"text": " ".join(message.split())},
        "locations": [{"physicalLocation": location}],
    }
