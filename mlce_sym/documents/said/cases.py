"""Cases, which a text tells apart: "if $x = 1$, …", "in general", "otherwise". What is said of one is not said of all.

>>> positive = Context().knowing((("Lt", 0, "a"), ("Lt", 0, "b")), 1)
>>> [fact.proposition for fact in possible(positive, (("Lt", "a", 0),)).facts]
[('Lt', 0, 'b')]
>>> special = Context().knowing((("Eq", "n", 1),), 1)
>>> without_special(special, every=False).facts, len(without_special(special, every=False).maybe)
((), 1)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...terms.terms import Term, children, compound, free, is_a
from ..equations.values import can_hold
from ..in_force.context import Context, Fact
from ..text.blocks import INLINE, Block
from ..text.prose import sentence
from ..text.vocabulary import SUPPOSES


def in_another_case(context: Context) -> Context:
    """Without definitions that may be those of another case."""
    return replace(context, meanings=tuple(one for one in context.meanings if not one.soft or one.solved))


def without_special(context: Context, every: bool) -> Context:
    """Without what was said of a special case: values and equations of names, or with `every` all that is said."""
    here = in_another_case(context)
    special = tuple(
        one for one in context.meanings if isinstance(one.pattern, str) and not one.solved and _is_plain(one.body)
    )
    kept = tuple(one for one in context.facts if not (every or one.case is not None or is_a(one.proposition, "Eq")))
    gone = (*(one for one in context.facts if one not in kept), *(Fact(("Eq", one.name, one.body)) for one in special))
    meanings = tuple(one for one in here.meanings if one not in special)
    return replace(context, meanings=meanings, forms=(), facts=kept, maybe=(*context.maybe, *gone))


def of_some(context: Context, index: str, line: int) -> Context:
    """Without what was said on this line for all i, if that is the index: it is said of some."""
    gone = tuple(one for one in context.facts if one.line == line and _is_indexed(one.proposition, index))
    return replace(context, facts=tuple(one for one in context.facts if one not in gone), maybe=(*context.maybe, *gone))


def in_case(context: Context, sentence: str) -> Context:
    """Without what was said with "if" of another case than that of which a sentence speaks."""
    return replace(
        context, facts=tuple(one for one in context.facts if one.case is None or f"⟨{one.case}⟩" in sentence)
    )


def beyond_cases(context: Context, sentence: str) -> Context:
    """Without what was said with "for" or "if", but in this sentence: it is said of what this was said for."""
    kept = tuple(one for one in context.facts if one.condition is None or f"⟨{one.condition}⟩" in sentence)
    return replace(context, facts=kept)


def within_case(context: Context, proposition: Term, case: int) -> Context:
    """With what may hold for a while, as x = 1 after "if x = 1": no other values refute anything."""
    return replace(context, cases=(*context.cases, Fact(proposition, 0, case)))


def is_in_case(context: Context, *terms: Term) -> bool:
    """Is it said of names of which a case is spoken of?"""
    names = frozenset[str]().union(*map(free, terms))
    return any(names & free(one.proposition) for one in context.cases)


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
    return can_hold((fact.proposition, *said), unless=True)


def _is_other_list(before: Term, said: Term) -> bool:
    """Do both say which of a few values something has, and one other ones?"""
    while is_a(before, "ForAll") and is_a(said, "ForAll"):
        before, said = before[3], said[3]
    lists = (is_a(one, "Member") and is_a(one[2], "Finite") for one in (before, said))
    return all(lists) and before != said and compound(before)[1] == compound(said)[1]


def without_condition(context: Context, before: Context, within: Context) -> Context:
    """With the facts before a condition, and those that have come since it was said."""
    if within is before:
        return context
    return replace(context, facts=(*before.facts, *(one for one in context.facts if one not in within.facts)))


def _is_plain(term: Term) -> bool:
    """Is it made of numbers and names by arithmetic alone, as what a name is in a special case?"""
    return isinstance(term, (str, int)) or (
        is_a(term, "Add", "Mul", "Pow", "Rational") and all(map(_is_plain, children(term)))
    )


def _is_indexed(proposition: Term, index: str) -> bool:
    """Is it said of entries with the index, or for all of them?"""
    names = free(proposition)
    is_all = is_a(proposition, "ForAll") and proposition[1] == index
    return is_all or index in names or any(name.endswith(f"_{index}") for name in names)
