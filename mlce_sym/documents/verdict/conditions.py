"""Equations that are not meant to hold whatever their names are: what is to be solved, and is solved below.

>>> from mlce_sym.documents.text.blocks import MARKDOWN, blocks
>>> from mlce_sym.documents.text.places import Files
>>> first, *others = blocks(Files().add("a.md", "We need $$2x = x + 3$$ and so $x = 3$."), MARKDOWN)
>>> solved_below(below(first, 0, others), frozenset("x"))
True
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...reading.signs.nodes import spelled
from ...reading.walk.readings import Reading
from ...terms.terms import Term, free, is_a
from ..equations.formulas import SAYING, is_case
from ..equations.links import ASSUMPTION, FOLLOWS, REFUTED, UNKNOWN, Verdict
from ..equations.roles import stem
from ..in_force.context import Context
from ..in_force.derivatives import at_point, is_slope
from ..in_force.moving import moved
from ..said.cases import in_another_case, possible, within_case
from ..text.blocks import DISPLAY, Block, Chain
from ..text.prose import continues, cue, is_hedged, sentence
from ..text.vocabulary import ASSUME, CLAIM, CONCLUDES, CONSUMED, DEFINE, OF_CASE, OR, SOLVE, SYSTEM
from .rows import GOES_ON, after, from_rows

FURTHER = 3  # formulas, up to the next display
ONE = 2  # the sides of a chain with one link


def below(block: Block, number: int, others: Sequence[Block]) -> tuple[Chain, ...]:
    """The chains after the one with this number, up to the next display."""
    found = [*block.chains[number + 1 :]]
    for other in others[:FURTHER]:
        if other.kind == "section":
            break
        said = cue(other.before)
        if said not in (DEFINE, ASSUME) if other.kind == DISPLAY else said == SOLVE or CONCLUDES.search(other.before):
            found += other.chains
        if other.kind == DISPLAY:
            break
    return tuple(found)


def solved_below(chains: Sequence[Chain], names: frozenset[str]) -> bool:
    """Is one of the names said to be something in the chains below an equation?"""
    stems = {stem(name) for name in names}
    return any(stem(name) in stems for name in _solutions(chains))


def _solutions(chains: Sequence[Chain]) -> Iterator[str]:
    for chain in chains:
        first, *rest = chain.parts
        name = spelled(first.tree) if first.tree is not None and rest and rest[0].relation == "=" else None
        if name is not None:
            yield name


def is_alone(chain: Chain) -> bool:
    """Is it one equation, and no chain?"""
    return len(chain.parts) == ONE


def as_condition(
    context: Context,
    verdict: Verdict,
    reading: Reading,
    said: str,
    below: Sequence[Chain],
    solving: bool,
    concluded: bool,
) -> tuple[Context, Verdict]:
    """An equation that does not hold for all values is one to be solved, where a text says so, or solves it; or it has
    to follow from such an equation above. `solving` says that there is one in the same display, `concluded` that words
    conclude it, or that no word stands between."""
    left, right = moved(map(at_point, reading.terms), context)
    to_solve = replace(context, rows=(("Eq", left, right),)), Verdict(ASSUMPTION, "an equation to be solved")
    if not free(left) | free(right):
        return context, verdict  # of numbers alone nothing is to be solved
    if is_slope(left) and right == 0:
        return to_solve
    is_defined = context.unfolded(left)[1] and not context.unfolded(right)[1]
    if reading.unjudged or is_slope(left) or is_defined:
        return context, verdict
    if context.rows and (solving or verdict.status == REFUTED):
        found = from_rows(context, left, right)
        return after(context, left, right, found, said), found
    if context.rows and concluded and (found := from_rows(context, left, right)).status == FOLLOWS:
        return after(context, left, right, found, said), found
    so = bool(below) and below[0].words == "so"
    solved = solved_below(below, free(left) | free(right))
    if said != SOLVE and not (solved and (so or verdict.status == REFUTED)):
        return context, verdict
    return to_solve


def cue_of(block: Block, chain: Chain) -> str:
    """What the words before a chain make of it; "with $n = 1$," before a display is said of n."""
    before = CONSUMED.sub(" ", block.before) if block.kind == DISPLAY else block.before
    return cue(chain.words or before)


def words_of(block: Block, chain: Chain) -> str:
    """The words before a chain in its display, or `GOES_ON` where the display goes on with the equation above."""
    return chain.words or (GOES_ON if block.kind == DISPLAY and continues(block.before) else "")


def is_further(block: Block, chain: Chain, left: Term) -> bool:
    """Is it another equation of a system, that solves none for a name: on the same row, or of several that are said?"""
    place = next(number for number, one in enumerate(block.chains) if one is chain)
    if not place or chain.words or isinstance(left, str) or is_a(left, "Indexed"):
        return False
    between = block.text.text[block.chains[place - 1].parts[-1].end : chain.parts[0].start]
    return "\\\\" not in between or bool(SYSTEM.search(sentence(block.before)))


def may_hold(block: Block, relation: str, verdict: Verdict) -> bool:
    """Does the text conclude something in a sentence that is not proved here? Then it may hold all the same."""
    if block.kind == DISPLAY and relation == "=":
        return False
    is_open = verdict.status == UNKNOWN or (verdict.status == ASSUMPTION and "case" in verdict.reason)
    concluded = relation != "=" or (cue(block.before) == CLAIM and not OF_CASE.search(block.before))
    concluded = concluded or is_hedged(block.before, block.after)
    return is_open and relation in (*SAYING, "=") and concluded


def as_case(context: Context, block: Block, reading: Reading, said: str) -> tuple[Context, Verdict] | None:
    """What is in force in the case of which an equation in the text speaks, and its verdict; None if it is none."""
    solves = bool(context.rows and CONCLUDES.search(block.before)) and not OR.match(block.after)
    if block.kind == DISPLAY or said == DEFINE or solves or not is_case(*reading.terms):
        return None
    case: Term = ("Eq", *reading.terms)
    within = within_case(possible(in_another_case(context), (case,)), case, block.number)
    return within, Verdict(ASSUMPTION, "a case that the text speaks of")
