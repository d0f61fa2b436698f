r"""Means of random variables of which nothing is said: a proof for those with finitely many values, by sums.

>>> from ..reading.grammar import tokens, tree
>>> sides = (tree(tokens(text, {})) for text in (r"\mathrm{E}[2X]", r"2\,\mathrm{E}[X]"))
>>> finitely_many(*sides, Context()).reason
'for random variables with finitely many values'
"""

from __future__ import annotations

from dataclasses import replace

from ..reading.readings import read
from ..reading.tree import Node
from .context import Context
from .identity import identity
from .links import PROVED, Verdict

WORDS = "for random variables with finitely many values"


def finitely_many(left: Node | None, right: Node | None, context: Context) -> Verdict | None:
    """The proof, or None."""
    if left is None or right is None:
        return None
    readings = read((left, right), replace(context.scope, finite=True))
    found = identity(readings, replace(context, meanings=(), forms=()))
    return replace(found, reason=WORDS) if found.status == PROVED else None
