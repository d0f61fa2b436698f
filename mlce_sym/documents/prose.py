"""What the words around a formula say of it: is it a definition, an assumption, a claim, or an equation to solve?

>>> cue("The mean is"), cue("Let "), cue("for all "), cue("so that"), cue("Setting the derivative to zero, we get")
('claim', 'define', 'assume', 'claim', 'solve')
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .vocabulary import ASSUME, CLAIM, CUES, DEFINE, ELSEWHERE, IS_NAMED, NOTHING, PUT_IN, SOLVE, SUPPOSED, SUPPOSING

DELIMITER = re.compile(r"\\(?:begin|end)\s*\{[^}]*\}")
SENTENCE = re.compile(r"(?<!e\.g)(?<!i\.e)(?<!\bcf)(?<!i\.d)(?<!r\.v)[.!?](?=\s)")


def sentence(before: str) -> str:
    """The sentence that a formula ends, without links' addresses and what is bold."""
    last = [*SENTENCE.finditer(before.rstrip())]
    begun = before[last[-1].end() :] if last else before
    return re.sub(r"\]\([^()]*\)|[*_\[\]]", " ", begun)


def is_near(before: str, number: int) -> bool:
    """Does an inline formula stand in the sentence before, or the one before that?

    >>> [is_near(before, 1) for before in ("If ⟨1⟩, then", "If ⟨1⟩. Then", "If ⟨1⟩. So. Then", "Then")]
    [True, True, False, False]
    """
    place = before.rfind(f"⟨{number}⟩")
    return place >= 0 and len(SENTENCE.findall(before[place:])) <= 1


def cue(before: str) -> str:
    """What the sentence before a formula makes of it: what it says last decides, but for setting to zero. A sentence
    that has ended neither defines nor assumes what comes after it."""
    words = sentence(before)
    if IS_NAMED.search(words):
        return DEFINE
    if SUPPOSING.search(words):
        return ASSUME
    found = [(match.start(), what) for what, pattern in CUES.items() for match in pattern.finditer(words)]
    if any(what == SOLVE for _, what in found):
        return SOLVE
    if before.rstrip().endswith("."):
        found = [(start, what) for start, what in found if what == CLAIM]
    return max(found, default=(0, NOTHING))[1]


def is_put_in(before: str) -> bool:
    """Is something put into an equation above?"""
    return PUT_IN.search(sentence(before)) is not None


def wordless(text: str, formulas: Iterable[str]) -> bool:
    r"""Is there nothing in a text but its formulas?

    >>> wordless(r"\begin{align} a = b \end{align}", ("a = b",)), wordless("So $a = b$", ("a = b",))
    (True, False)
    """
    for formula in formulas:
        text = text.replace(formula, "", 1)
    return not any(map(str.isalpha, DELIMITER.sub("", text)))


# Is a sentence about random variables as they were introduced, or under another law than before?
OF_THESE, UNSURE, OF_OTHERS = "these", "unsure", "others"


def speaks_of(before: str, after: str) -> str:
    """What a formula's sentence speaks of.

    >>> speaks_of("As a probability-weighted mean", ""), speaks_of("Given ⟨1⟩, ", ""), speaks_of("so", " if it fails")
    ('these', 'others', 'unsure')
    """
    words = f"{sentence(before)} · {after}"
    return OF_OTHERS if ELSEWHERE.search(words) else UNSURE if SUPPOSED.search(words) else OF_THESE
