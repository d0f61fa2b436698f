"""What may be meant by a name, or not: the solution of an equation above, what an earlier section says that it is.

>>> from mlce_sym.documents.meaning import Meaning
>>> from mlce_sym.documents.links import REFUTED
>>> above = Context(meanings=(Meaning("w", (), 3, soft=True),))
>>> in_both(lambda here: Verdict(UNKNOWN, NOT_SURE) if here.meanings else Verdict(REFUTED), above, {"w"}).status
'refuted'
"""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import replace

from .context import Context
from .links import PROVED, REFUTED, UNKNOWN, Verdict

NOT_SURE = "it does not agree with what is said above, of which it is not certain that it is meant here"


def in_both(judged: Callable[[Context], Verdict], context: Context, names: Set[str]) -> Verdict:
    """The verdict, and where there is none that with the names as mere names: what holds so holds whatever they are; it
    is refuted where it holds neither by what they are above nor so."""
    verdict = judged(context)
    if verdict.status != UNKNOWN or not any(one.soft and one.name in names for one in context.meanings):
        return verdict
    meanings, forms = (tuple(one for one in some if not one.soft) for some in (context.meanings, context.forms))
    alone = judged(replace(context, meanings=meanings, forms=forms))
    agree = alone.status == PROVED or (alone.status == REFUTED and verdict.reason == NOT_SURE)
    return alone if agree else verdict
