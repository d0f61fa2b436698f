"""Verdicts in colour, where the output is a terminal that has it; NO_COLOR turns it off."""

from __future__ import annotations

import os
import re

import click

COLOURS = {"proved": "green", "follows": "green", "refuted": "red", "does not follow": "red", "unknown": "yellow"}
VERDICT = re.compile(rf"(?m)^((?:\S.*?:\d+:\d+: )?)({'|'.join(COLOURS)})\b")


def coloured(text: str) -> str:
    """The text with the verdict of each line in its colour, which `click.echo` leaves out where there is none."""
    if os.environ.get("NO_COLOR"):
        return text
    return VERDICT.sub(lambda found: found[1] + click.style(found[2], fg=COLOURS[found[2]]), text)
