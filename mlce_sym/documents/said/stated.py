r"""What a text says with relations: of one thing, of a list as in "let a, b > 0", and after a formula, "… for |r| < 1";
and with an interval, as "uniform on (0, θ)", that its ends are in their order.

>>> from mlce_sym.documents.text.blocks import MARKDOWN, blocks
>>> from mlce_sym.documents.text.places import Files
>>> found = [*blocks(Files().add("a.md", r"Let $a, b > 0$. Then $r^2 < 1$ for $|r| < 1$."), MARKDOWN)]
>>> [stated(Scope(), one) for one in of_each(found[0], found[0].chains[-1])]
[(('Lt', 0, 'a'),), (('Lt', 0, 'b'),)]
>>> [fact.proposition for fact in with_condition(Context(), found[1:]).facts]
[('Lt', ('abs', 'r'), 1)]
>>> (block,) = blocks(Files().add("a.md", r"It is uniform on $(0, \theta)$"), MARKDOWN)
>>> of_interval(block.before, block.chains[0].parts[0].tree, Scope())
(('Lt', 0, 'theta'),)

A display is supposed after "suppose that", and after "and", as the one before it is.

>>> is_given("Suppose that"), is_given("so that"), is_given(" and ", assumed=True)
(True, False, True)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...reading.signs.nodes import as_sum, pieces, single, spelled
from ...reading.signs.tree import Node, ReadingError
from ...reading.texts.rows import parse_any
from ...reading.walk.readings import propositions, read
from ...reading.walk.scope import Scope
from ...terms.errors import MlceError
from ...terms.terms import Term, free, is_a
from ..equations.formulas import SAYING, for_every, index_letters, is_progression
from ..in_force.context import Context
from ..text.blocks import DISPLAY, INLINE, Block, Chain
from ..text.prose import is_hedged, sentence
from ..text.vocabulary import AND, CONDITION, FOR_THESE, GIVEN, IS_SAID, UNDER
from ..text.words_of_laws import UNIFORM_ON
from .cases import possible

ENDS = 2


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


def beside(context: Context, block: Block, before: Context, within: Context, assumed: bool) -> Context:
    """Without what is said beside a display, for that is for this one ("for x > 0"); with the equations assumed, and
    with what a law says of its parameters."""
    if block.kind != DISPLAY:
        return context
    said = {one for chain in block.chains for one in stated(context.scope, chain)}
    new = (one for one in context.facts if one not in (*before.facts, *within.facts))
    kept = (one for one in new if assumed or is_a(one.proposition, "Eq") or one.proposition not in said)
    return replace(context, facts=(*before.facts, *kept))


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
    if (total := _total(listed[1], context.scope)) is not None:
        return context.knowing((total,), 0)
    if IS_SAID.match(listed[1].after) or not all(map(_is_of_values, chains)):  # "where $x > 0$ is the observed value"
        return context
    said = [one for chain in chains for each in of_each(listed[1], chain) for one in stated(context.scope, each)]
    return possible(context, said).knowing(said, 0)


def _is_of_values(chain: Chain) -> bool:
    """Does it say where something lies, as x > 0 and k = 1, …, K do?"""
    relations = [part.relation for part in chain.parts[1:]]
    return all(one in SAYING for one in relations) or (relations == ["="] and is_progression(chain.parts[1].tree))


def _total(block: Block, scope: Scope) -> Term | None:
    """That something adds up to a number, as in "where $\\sum_k q_k = 1$", if that is what a formula says."""
    parts = block.chains[0].parts if block.chains else ()
    trees = [part.tree for part in parts if part.tree is not None]
    if [part.relation for part in parts[1:]] != ["="] or len(trees) < ENDS or is_hedged(block.before, block.after):
        return None
    try:
        left, right = read(trees, scope)[0].terms
    except MlceError:
        return None
    return ("Eq", left, right) if is_a(left, "Sum") and not is_a(right, "Sum") else None


def of_interval(before: str, tree: Node, scope: Scope) -> tuple[Term, ...]:
    """That the lower end is less than the upper one, where a uniform law on the interval is spoken of."""
    ends = ends_of(tree, scope) if UNIFORM_ON.search(before) else None
    return (("Lt", *ends),) if ends is not None and free(ends[0]) | free(ends[1]) else ()


def ends_of(tree: Node, scope: Scope) -> tuple[Term, Term] | None:
    """The ends of an interval."""
    one = single(as_sum(tree))
    parts = [part for _, part in pieces(one.parts[0])] if one is not None and one.kind == "bracket" else []
    if len(parts) != ENDS:
        return None
    try:
        low, high = read(parts, scope)[0].terms
    except MlceError:
        return None
    return low, high


def is_given(before: str, assumed: bool = False) -> bool:
    """Is a display assumed, by the words before it; or, after "and", as the one before is?"""
    return bool(GIVEN.search(FOR_THESE.sub("", sentence(before)))) or (assumed and bool(AND.match(before)))


def is_assumed(block: Block, before: bool) -> bool:
    """Do words say that a display is assumed, with what the one before it is?"""
    hedged = is_hedged(UNDER.sub("", block.before), block.after)
    return block.kind == DISPLAY and is_given(block.before, before) and not hedged
