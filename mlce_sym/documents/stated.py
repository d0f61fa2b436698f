r"""What a text says with relations: of one thing, of a list as in "let a, b > 0", and after a formula, "… for |r| < 1".

>>> from mlce_sym.documents.blocks import MARKDOWN, blocks
>>> from mlce_sym.documents.places import Files
>>> found = [*blocks(Files().add("a.md", r"Let $a, b > 0$. Then $r^2 < 1$ for $|r| < 1$."), MARKDOWN)]
>>> [stated(Scope(), one) for one in of_each(found[0], found[0].chains[-1])]
[(('Lt', 0, 'a'),), (('Lt', 0, 'b'),)]
>>> [fact.proposition for fact in with_condition(Context(), found[1:]).facts]
[('Lt', ('abs', 'r'), 1)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..certificate.writing import plain
from ..evaluate.numeric import compare
from ..evaluate.outcomes import Agreement
from ..evaluate.plain import NotATerm, TooDeep
from ..reading.nodes import spelled
from ..reading.readings import propositions
from ..reading.rows import parse_any
from ..reading.scope import Scope
from ..reading.tree import ReadingError
from ..terms.errors import MlceError
from ..terms.terms import Term, compound, free, is_a
from .blocks import DISPLAY, INLINE, Block, Chain
from .context import Context, Fact
from .formulas import SAYING, for_every, index_letters
from .prose import SUPPOSES, sentence

CONDITION = re.compile(
    r"[\s,;]*(?:(?:for|if|when|whenever|where|with|provided|assuming|as long as)"
    r"(?:\s+(?:that|all|every|any|each))?)\s*$"
)


def stated(scope: Scope, chain: Chain) -> tuple[Term, ...]:
    """What a chain of relations says; of y_i with one letter below it, for every i."""
    found: list[Term] = []
    for left, right in zip(chain.parts, chain.parts[1:], strict=False):
        if left.tree is None or right.tree is None:
            continue
        indices = index_letters(left.tree) | index_letters(right.tree)
        for here in (scope, replace(scope, bound=scope.bound | indices)):
            try:
                said = propositions(right.relation, left.tree, right.tree, here)
            except MlceError:
                continue
            found.extend(for_every(one, indices) for one in said)
    return tuple(dict.fromkeys(found))


def directive(scope: Scope, text: str) -> tuple[tuple[Term, ...], str]:
    """What a directive such as `given 0 < p < 1` says, in LaTeX or text, and what is wrong with it, or "".

    >>> directive(Scope(), "given 0 < p"), directive(Scope(), "given p")[1]
    (((('Lt', 0, 'p'),), ''), 'mlce: given p: says nothing that is understood')
    """
    words = text.removeprefix("given").strip().strip("$")
    try:
        said = stated(scope, Chain(tuple(part for row in parse_any(words) for part in row)))
    except ReadingError as problem:
        return (), f"mlce: given {words}: not read: {problem}"
    return said, "" if said else f"mlce: given {words}: says nothing that is understood"


def of_each(block: Block, chain: Chain) -> Iterator[Chain]:
    """The chain with each of the names before it of which it is said, too, and as it is."""
    place = next(number for number, one in enumerate(block.chains) if one is chain)
    listed: list[Chain] = []
    for before in reversed(block.chains[:place]):
        tree = before.parts[0].tree if len(before.parts) == 1 and not chain.words and block.kind == INLINE else None
        if tree is None or spelled(tree) is None:
            break
        listed.insert(0, replace(chain, parts=(before.parts[0], *chain.parts[1:])))
    yield from (*listed, chain)


def with_condition(context: Context, listed: Sequence[Block]) -> Context:
    """With what is said after the first of the formulas, for it: "… for x > 0". What was said of another case before,
    and cannot hold here, does not."""
    if len(listed) < 2 or listed[1].kind != INLINE or not CONDITION.match(listed[0].after):
        return context
    chains = [chain for chain in listed[1].chains if len(chain.parts) > 1]
    if any(part.relation not in SAYING for chain in chains for part in chain.parts[1:]):
        return context
    said = [one for chain in chains for each in of_each(listed[1], chain) for one in stated(context.scope, each)]
    return possible(context, said).knowing(said, 0)


def possible(context: Context, said: Sequence[Term]) -> Context:
    """Without the facts with which the propositions cannot hold, as those of another case."""
    some = context.facts, context.maybe, context.cases
    facts, maybe, cases = (tuple(one for one in each if _agrees(one, said)) for each in some)
    return replace(context, facts=facts, maybe=maybe, cases=cases)


def supposed_anew(context: Context, block: Block, sides: tuple[Term, ...], assumed: bool) -> Context:
    """Without the facts with which an equation cannot hold that a text supposes: these were of another case."""
    if not assumed and (block.kind != INLINE or not SUPPOSES.search(sentence(block.before))):
        return context
    return possible(context, (("Eq", *sides),))


def _agrees(fact: Fact, said: Sequence[Term]) -> bool:
    if any(_is_other_list(fact.proposition, one) for one in said):
        return False
    names = frozenset[str]().union(*map(free, said))
    if not free(fact.proposition) & names:
        return True
    try:
        found = compare(["True"], ["True"], [plain(one) for one in (fact.proposition, *said)], tries=2)
    except (NotATerm, TooDeep, RecursionError):
        return True
    return isinstance(found, Agreement) and found.tried > 0


def _is_other_list(before: Term, said: Term) -> bool:
    """Do both say which of a few values something has, and one other ones?"""
    while is_a(before, "ForAll") and is_a(said, "ForAll"):
        before, said = before[3], said[3]
    lists = (is_a(one, "Member") and is_a(one[2], "Finite") for one in (before, said))
    return all(lists) and before != said and compound(before)[1] == compound(said)[1]


def beside(context: Context, block: Block, before: Context, within: Context) -> Context:
    """Without what is said beside a display, for that is for this one ("for x > 0"); with the equations assumed."""
    if block.kind != DISPLAY:
        return context
    new = (one for one in context.facts if is_a(one.proposition, "Eq") and one not in (*before.facts, *within.facts))
    return replace(context, facts=(*before.facts, *new))


def without_condition(context: Context, before: Context, within: Context) -> Context:
    """With the facts before a condition, and those that have come since it was said."""
    if within is before:
        return context
    return replace(context, facts=(*before.facts, *(one for one in context.facts if one not in within.facts)))
