"""What a formula needs may be defined after it: "…, where x = 2 and y = 3", or "… with f(x) = x²".

>>> from mlce_sym.documents.text.blocks import MARKDOWN, blocks
>>> from mlce_sym.documents.text.places import Files
>>> found = [*blocks(Files().add("a.md", "So $2 m = s$, where $m = s/2$."), MARKDOWN)]
>>> ahead(Context(), found, lambda block: 1).meaning("m").body
('Mul', 's', ('Pow', 2, -1))
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from ...reading.texts.rows import Part
from ...reading.walk.readings import read
from ...reading.walk.scope import names
from ...terms.errors import MlceError
from ...terms.terms import is_a
from ..equations.meaning import meaning_of
from ..in_force.context import Context
from ..in_force.defining import defining
from ..text.blocks import INLINE, Block
from ..text.vocabulary import FURTHER, WHERE, WITH
from .definitions import is_function


def ahead(context: Context, listed: Sequence[Block], line: Callable[[Block], int]) -> Context:
    """With the definitions that follow the first of the formulas with "where", of names that have none yet; with
    "with", which may also say of a name what holds for a while, those of functions. `line` says where a formula
    stands."""
    functions = bool(listed) and WITH.match(listed[0].after) is not None
    first = WITH if functions else WHERE
    for before, block in pairwise(listed):
        if block.kind != INLINE or not (first if before is listed[0] else FURTHER).match(before.after):
            break
        for chain in block.chains:
            if [part.relation for part in chain.parts[1:]] == ["="]:
                context = _with_definition(context, line(block), (chain.parts[0], chain.parts[1]), functions)
    return context


def _with_definition(context: Context, line: int, sides: tuple[Part, Part], functions: bool) -> Context:
    left, right = sides
    if left.tree is None or right.tree is None:
        return context
    try:
        scope = replace(context.scope, bound=frozenset()).seeing(names(left.tree), names(right.tree))
        reading, *others = read((left.tree, right.tree), scope)
    except MlceError:
        return context
    name, body = reading.terms
    meaning = meaning_of(name, body, line)
    unsure = any(other.terms[1] != body for other in others)
    if meaning is None or unsure or any(map(meaning.replaces, context.meanings)):
        return context
    if reading.unjudged and not (reading.opaques == {meaning.name} and is_function(name, body)):
        return context
    if functions and not is_a(meaning.pattern, "Apply"):
        return context
    is_fresh = not isinstance(meaning.pattern, str) or meaning.name not in context.seen
    return defining(context, meaning) if is_fresh else context
