"""What a formula needs may be said after it: "…, where x = 2 and y = 3", "… with f(x) = x²", or "where X ∼ D(a, b)".

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

from ...reading.signs.nodes import spelled
from ...reading.texts.rows import Part
from ...reading.walk.readings import read
from ...reading.walk.scope import Mentioned, names
from ...terms.errors import MlceError
from ...terms.terms import is_a
from ..equations.formulas import variables_of
from ..equations.meaning import meaning_of
from ..equations.roles import is_accented
from ..in_force.context import Context
from ..in_force.defining import defining
from ..said.models import with_model
from ..text.blocks import DISPLAY, INLINE, Block, Chain
from ..text.vocabulary import FURTHER, WHERE, WITH
from .definitions import is_function


def ahead(context: Context, listed: Sequence[Block], line: Callable[[Block], int]) -> Context:
    """With the definitions and laws that follow the first of the formulas with "where", of names that have none; with
    "with", which may also say of a name what holds for a while, those of functions. `line` says where a formula
    stands."""
    context = _beside(context, listed[0], line(listed[0])) if listed and listed[0].kind == DISPLAY else context
    functions = bool(listed) and WITH.match(listed[0].after) is not None
    first = WITH if functions else WHERE
    for before, block in pairwise(listed):
        if block.kind != INLINE or not (first if before is listed[0] else FURTHER).match(before.after):
            break
        for chain in block.chains:
            relations = [part.relation for part in chain.parts[1:]]
            if relations == ["="]:
                context = _with_definition(context, line(block), (chain.parts[0], chain.parts[1]), functions)
            elif relations == ["∼"] and not functions:
                context = _with_law(context, line(block), block, chain)
    return context


def _beside(context: Context, block: Block, line: int) -> Context:
    """With the definitions beside the first formula of a display, of new names that stand on its right side alone, as
    d in "log L(a) = d log a − a s, d = Σ_i d_i"; where something is zero, that is solved."""
    parts = [part for chain in block.chains[:1] for part in chain.parts]
    left, *right = [names(part.tree) for part in parts if part.tree is not None] or [Mentioned()]
    if any(part.text.strip() == "0" for part in parts):
        return context
    for chain in block.chains[1:]:
        if chain.words or [part.relation for part in chain.parts[1:]] != ["="]:
            continue
        name = spelled(chain.parts[0].tree) if chain.parts[0].tree is not None else None
        if name is None or is_accented(name) or name in context.seen | left.numbers:
            continue
        body = names(chain.parts[1].tree).numbers if chain.parts[1].tree is not None else left.numbers
        if any(name in one.numbers for one in right) and left.applied and not body & left.numbers:
            context = _with_definition(context, line, (chain.parts[0], chain.parts[1]), functions=False)
    return context


def _with_law(context: Context, line: int, block: Block, chain: Chain) -> Context:
    """With the law of a variable that has none yet."""
    named, right = [name for name, _ in variables_of(block, chain)], chain.parts[1].tree
    if right is None or any(law.is_of(name) for law in context.laws for name in named):
        return context
    try:
        reading, *others = read((right,), replace(context.scope, bound=frozenset()).seeing(names(right)))
    except MlceError:
        return context
    return context if others else with_model(context, block, chain, reading.terms[0], line)


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
