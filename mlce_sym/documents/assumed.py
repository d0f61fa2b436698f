"""Which equations a text supposes: displays after "suppose that", formulas of a sentence after "if" and the like.

>>> is_given("Suppose that"), is_given("so that"), is_given(" and ", assumed=True)
(True, False, True)
"""

from __future__ import annotations

import re

from ..terms.terms import Term
from .blocks import DISPLAY, Block
from .prose import is_hedged, sentence
from .vocabulary import ASSUME, DEFINE, SCALES

GIVEN = re.compile(  # before an equation that is displayed
    r"\b(?:(?:suppos(?:e|ing)|assum(?:e|ing)|given)(?:\s+(?:now|also|further))?(?:\s+that)?|"
    r"subject\s+to(?:\s+the\s+constraints?)?|under\s+the\s+(?:assumption|constraint|condition)(?:\s+that)?|"
    r"(?:suppos\w*|assum\w*|let|given)\b[^.]*\b(?:satisf(?:y|ies|ying)|such\s+that))[\s:,]*$",
    re.IGNORECASE,
)
UNDER = re.compile(r"\b(?:subject\s+to|under)\s+the\s+\w+(?:\s+that)?[\s:,]*$", re.IGNORECASE)
AND = re.compile(r"[\s,;]*and(?:\s+that)?[\s,]*")


def is_given(before: str, assumed: bool = False) -> bool:
    """Is a display assumed, by the words before it; or, after "and", as the one before is?"""
    return bool(GIVEN.search(sentence(before))) or (assumed and bool(AND.fullmatch(before)))


def is_assumed(block: Block, before: bool) -> bool:
    """Do words say that a display is assumed, with what the one before it is?"""
    hedged = is_hedged(UNDER.sub("", block.before), block.after)
    return block.kind == DISPLAY and is_given(block.before, before) and not hedged


def is_premise(block: Block, said: str, right: Term, assumed: bool) -> bool:
    """May an equation be one that the text supposes, if nothing else shows it?"""
    if block.kind == DISPLAY:
        return assumed
    unsaid = is_hedged(block.before, block.after) or SCALES.search(block.before)
    return not unsaid and (said in (ASSUME, DEFINE) or isinstance(right, (int, str)))
