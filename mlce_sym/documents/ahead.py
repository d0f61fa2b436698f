"""What a formula needs may be defined after it: "…, where x = 2 and y = 3".

>>> from mlce_sym.documents.blocks import MARKDOWN, blocks
>>> from mlce_sym.documents.places import Files
>>> found = [*blocks(Files().add("a.md", "So $2 m = s$, where $m = s/2$."), MARKDOWN)]
>>> ahead(Context(), found, lambda block: 1).meaning("m").body
('Mul', 's', ('Pow', 2, -1))
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from ..reading.readings import read
from ..reading.rows import Part
from ..reading.scope import names
from ..terms.errors import MlceError
from .blocks import INLINE, Block
from .context import Context, meaning_of

WHERE, FURTHER = re.compile(r"[\s,.;]*where\s*$"), re.compile(r"[\s,;]*(?:and(?:\s+where)?)?\s*$")


def ahead(context: Context, listed: Sequence[Block], line: Callable[[Block], int]) -> Context:
    """With the definitions that follow the first of the formulas with "where", of names that have none yet; `line`
    says where a formula stands."""
    for before, block in pairwise(listed):
        if block.kind != INLINE or not (WHERE if before is listed[0] else FURTHER).match(before.after):
            break
        for chain in block.chains:
            if [part.relation for part in chain.parts[1:]] == ["="]:
                context = _with_definition(context, line(block), *chain.parts)
    return context


def _with_definition(context: Context, line: int, left: Part, right: Part) -> Context:
    if left.tree is None or right.tree is None:
        return context
    try:
        scope = replace(context.scope, bound=frozenset()).seeing(names(left.tree), names(right.tree))
        reading, *others = read((left.tree, right.tree), scope)
    except MlceError:
        return context
    name, body = reading.terms
    meaning = meaning_of(name, body, line)
    if meaning is None or others or reading.unjudged or context.meaning(meaning.name):
        return context
    is_fresh = not isinstance(meaning.pattern, str) or meaning.name not in context.seen
    return context.defining(meaning) if is_fresh else context
