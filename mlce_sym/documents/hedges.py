"""Words by which what stands beside them is not said, or is said of something else: "we do not assume that $b$ is
positive", "the sum of $a$ and $b$ is positive", "for a contradiction".

>>> [is_hedged(words) for words in ("Let ", "We do not assume that ", "Without loss of generality ", "If not, then ")]
[False, True, False, False]
>>> [is_of_another(words) for words in ("where the rate ", "Let ⟨0⟩ and ", "The sum of ⟨0⟩ and ", "Twice ")]
[False, False, True, True]
"""

from __future__ import annotations

import re

from .prose import sentence
from .vocabulary import (
    CHANGED,
    CLAUSE,
    CONDITIONAL,
    DENIED,
    HARMLESS,
    HEDGE,
    IN_CASE,
    INTRODUCING,
    MADE_OF_IT,
    OF_SOME,
    SPOKEN_OF,
)


def is_hedged(before: str, after: str = "") -> bool:
    """Do the words around a formula, in its clause, say that it does not hold, or that it may not?"""
    clause = HARMLESS.sub(" ", CLAUSE.split(sentence(before))[-1])
    if IN_CASE.search(clause):
        clause, after = IN_CASE.sub(" ", clause), after.lstrip(" ?")
    found = HEDGE.search(clause) or SPOKEN_OF.search(clause) or DENIED.match(after) or OF_SOME.match(after)
    return found is not None


def is_of_another(before: str) -> bool:
    """Is what is said after a name said of something that is made of it, as of a sum?"""
    return bool(MADE_OF_IT.search(INTRODUCING.split(sentence(before))[-1]))


def is_restricted(before: str, after: str) -> bool:
    """Does the sentence say something of a law that may change it?"""
    rest = re.split(r"[.;](?=\s|$)", after)[0]
    return is_hedged(before, after) or bool(CONDITIONAL.search(sentence(before)) or CHANGED.search(rest))
