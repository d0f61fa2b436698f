"""What is said of a special case, in the sentence that names it: "For $n = 1$ we get $$Σ_{i=1}^n x_i = x_1$$".

It is proved with the values that the sentence gives, and of that case alone: nothing is made of it elsewhere.

>>> from mlce_sym.documents.walking import checked
>>> text = r"For $n = 1$ we get $$\\sum_{i=1}^n x_i = x_1.$$ Hence $$\\sum_{i=1}^n x_i^2 = x_1^2.$$"
>>> for link in checked(text):
...     print(link.verdict.status, link.verdict.conditions[-1:])
assumption ()
proved ('n = 1',)
unknown ()
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...reading.walk.readings import Reading
from ...terms.terms import Term, compound, is_a
from ..equations.links import IN_CASE, PROVED, TOLD, Verdict
from ..equations.meaning import Meaning, meaning_of
from ..equations.wording import said as written
from ..in_force.context import Context, Fact
from ..text.prose import is_hedged, sentence
from ..text.vocabulary import NAMES_CASE, NOT_CASE, OTHER_CASE, WITH_CASE
from .identity import identity

NUMBERED = re.compile(r"⟨(\d+)⟩")
FROM_TEXT = " (from the text)"


def of_case(readings: Sequence[Reading], context: Context, before: str) -> Verdict | None:
    """The proof in the cases that the sentence names, or None."""
    cases = tuple(_named(context.cases, sentence(before).rpartition(";")[2]))
    if not cases:
        return None
    values = [one for one in map(_value, cases) if one is not None]
    facts = [Fact(case) for case in cases if _value(case) is None]
    known = tuple(one for one in context.meanings if not any(value.replaces(one) for value in values))
    here = replace(context, cases=(), facts=(*context.facts, *facts), meanings=(*known, *values))
    found = identity(readings, here)
    if found.status != PROVED:
        return None
    said = tuple(map(written, cases))
    own = {f"{case}{why}" for case in said for why in (TOLD, FROM_TEXT)}
    conditions = (*(one for one in found.conditions if one not in own), *said)
    return replace(found, reason=IN_CASE, conditions=conditions, general=False)


def _named(cases: Sequence[Fact], words: str) -> Iterator[Term]:
    """Those of which the words say "if" they hold, or the like, and with what is then; the last, and those that are
    said with it."""
    *others, rest = NUMBERED.split(words)
    known = [one.case for one in cases]
    if OTHER_CASE.search(rest) or NOT_CASE.search(words) or is_hedged(words):
        return
    while len(others) > 1 and int(others[-1]) in known:
        *others, first, number = others
        if not NAMES_CASE.search(first) and not WITH_CASE.match(first):
            return
        yield from (one.proposition for one in cases if one.case == int(number))
        if not WITH_CASE.match(first):
            return


def _value(case: Term) -> Meaning | None:
    """The definition that a name is a number; of anything else none."""
    _, left, right = compound(case)
    return meaning_of(left, right) if is_a(case, "Eq") and isinstance(left, str) else None
