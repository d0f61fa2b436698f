r"""Derivatives at fixed γ, as in the M-step of EM: ∂Q/∂μ, where Q speaks of γ, and γ was defined by the old μ.

What γ is said to be is left out there where a text says that something is fixed; elsewhere such a derivative is not
refuted, for γ may be meant as it is.

>>> from mlce_sym.documents.walking import checked
>>> text = "Let $r_i = e^{a x_i}$ and $Q = \\sum_{i=1}^n r_i a$. $$\\frac{dQ}{da} = \\sum_{i=1}^n r_i$$"
>>> for words in ("", "The M-step keeps $r_i$ fixed. "):
...     print(checked(words + text)[-1].verdict.status)
unknown
proved
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...reading.signs.tree import Node
from ...reading.walk.readings import Reading
from ...terms.terms import Term, free
from ..equations.formulas import variables_in
from ..equations.judging import unsaid
from ..equations.links import PROVED, REFUTED, SOLVED, UNKNOWN, Verdict
from ..equations.values import agree
from ..equations.wording import said_name
from ..in_force.context import Context
from ..in_force.derivatives import at_point, differentiated, is_slope
from ..in_force.moving import ALL, moving_names
from ..text.phrases import numbers
from ..text.prose import is_hedged, sentence
from ..text.vocabulary import DERIVES, FIXED, OF_EM
from .identity import identity
from .question import asked

ONLY_THERE = "it holds for the value that was found above, and the words may speak of all values"
NOT_SURE = "it does not hold where these move as they are said to, and they may be meant to be fixed: "


def held_in(before: str, trees: Mapping[int, Node]) -> frozenset[str]:
    """The names that words say are held fixed; of the M-step that is all but what is maximised in.

    >>> held_in("The $n$ is constant. In the M-step ", {}), held_in("Hence ", {})
    (frozenset({''}), frozenset())
    """
    found = {ALL} if OF_EM.search(before) else set[str]()
    for clause in re.split(r"[.;:](?=\s)", before):
        if not is_hedged(clause):
            held = (one for fixed in FIXED.finditer(clause) for one in numbers(fixed[0]) if one in trees)
            found |= {name for one in held for name, _ in variables_in(trees[one])}
    return frozenset(found)


def slope_or_identity(readings: Sequence[Reading], context: Context) -> Verdict:
    """The verdict on an equation, and of a derivative that with fixed names."""
    own = (one for side in readings[0].terms for one in (*_moved(side, context), *moving_names(side, context)))
    names = tuple(dict.fromkeys(own))
    if not names:
        return identity(readings, context)
    here = replace(
        context,
        meanings=tuple(one.with_fixed for one in context.meanings if one.name not in names),
        forms=tuple(one for one in context.forms if one.name not in names),
    )
    said = ", ".join(map(said_name, names))
    is_fixed = context.fixed >= {*names} or ALL in context.fixed
    staying = [one for one in readings if _is_staying(one)]
    fixed = identity(staying[:1] or readings, here) if is_fixed else None
    if fixed is not None and fixed.status == PROVED:
        return replace(fixed, conditions=(*fixed.conditions, f"{said} held fixed (from the text)"))
    verdict = identity(readings, context)
    if verdict.status == REFUTED and any(_agrees(reading, here) for reading in readings):
        return Verdict(UNKNOWN, NOT_SURE + said)
    return verdict


def in_general(readings: Sequence[Reading], context: Context, verdict: Verdict, before: str) -> Verdict:
    """The verdict on an equation that was proved, where it does not hold but for a value for which another equation was
    solved, and no words go on from there: "Note that" may speak of all values."""
    solved = [one for one in context.meanings if one.solved and one.soft]
    by_it = verdict.status == PROVED and any(SOLVED in one for one in verdict.conditions)
    if not by_it or not solved or DERIVES.search(words := sentence(before)) or not any(map(str.isalpha, words)):
        return verdict
    kept = tuple(one for one in context.meanings if one not in solved)
    found = identity(readings, here := replace(context, meanings=kept, forms=()))
    holds = found.status == PROVED or any(_agrees(reading, here) for reading in readings)
    return verdict if holds else Verdict(UNKNOWN, ONLY_THERE)


def _is_staying(reading: Reading) -> bool:
    """Does in df/dx stay what depends on x?"""
    return any(isinstance(key, tuple) and key[0] == "whole" and taken for key, taken in reading.chosen)


def _agrees(reading: Reading, context: Context) -> bool:
    """Have both sides the same values, as far as these were tried?"""
    left, right = map(at_point, reading.terms)
    question = asked(left, right, context)
    sides = question.left, question.right
    supposed = (one.proposition for one in unsaid(sides, question.facts))
    return agree(*sides, (*question.facts, *supposed))


def _moved(side: Term, context: Context) -> Iterator[str]:
    """The names by which what is differentiated speaks of the variable, too."""
    if not is_slope(side):
        return
    moving, heads = differentiated(side)
    for meaning in context.meanings:
        if meaning.name not in heads | {moving} and moving in free(context.unfolded(meaning.body)[0]):
            yield meaning.name
