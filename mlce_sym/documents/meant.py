r"""Which reading of a definition is meant: the one in which its indices are bound, or in which its chain goes on.

>>> from mlce_sym.documents.walking import checked
>>> text = r"$$f(c) = \sum_{i=1}^n x_i + c x_i^2 = \sum_{i=1}^n (x_i + c x_i^2)$$ $$f'(c) = \sum_{i=1}^n x_i^2$$"
>>> [link.verdict.status for link in checked(text)]
['definition', 'unknown', 'proved']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..reading.readings import Reading, read
from ..terms.terms import free
from .blocks import Chain
from .calls import bound
from .context import Context
from .identity import at_point, identity
from .links import PROVED, REFUTED, UNKNOWN, Verdict
from .meaning import meaning_of

BOUND = "read so that no index stands outside of its sum"
KEPT = "; what stands before it is kept as it is read where this holds"


def bound_first(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings in which no index stands outside of its Σ come first."""
    return tuple(sorted(readings, key=is_loose))


def is_loose(reading: Reading) -> bool:
    """Is a name bound in the right side, and free there, of which the left side does not speak?"""
    left, right = reading.terms
    return bool(set(bound(right)) & free(right) - free(left))


def meant(
    context: Context, verdict: Verdict, readings: Sequence[Reading], chain: Chain, line: int
) -> tuple[Context, Verdict]:
    """Where a chain that defines f goes on, f(x) = a = b, and a = b is proved in one reading of a and refuted in the
    others: then f is a in this one. On the link itself there is no verdict."""
    if verdict.status != UNKNOWN or len(readings) < 2 or not verdict.readings:
        return context, verdict
    held = [(reading, identity((reading,), context).status) for reading in readings]
    good = [reading for reading, status in held if status == PROVED]
    trees = [part.tree for part in chain.parts[:2]]
    if len(good) != 1 or {status for _, status in held} != {PROVED, REFUTED} or trees[0] is None or trees[1] is None:
        return context, verdict
    for reading in read((trees[0], trees[1]), context.scope):
        left, right = map(at_point, reading.terms)
        meaning = meaning_of(left, right, line)
        known = None if meaning is None else context.meaning(meaning.name)
        if meaning and known and (known.line, known.soft) == (line, True) and right == at_point(good[0].terms[0]):
            return context.defining(meaning), replace(verdict, reason=verdict.reason + KEPT)
    return context, verdict
