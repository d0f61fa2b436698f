"""What the words around a formula say of it: is it a definition, an assumption, a claim, or an equation to solve?

>>> cue("The mean is"), cue("Let "), cue("for all "), cue("so that"), cue("Setting the derivative to zero, we get")
('claim', 'define', 'assume', 'claim', 'solve')

Some words say that it does not hold, or that it is said of something else.

>>> [is_hedged(words) for words in ("Let ", "We do not assume that ", "Without loss of generality ", "If not, then ")]
[False, True, False, False]
>>> [is_of_another(words) for words in ("where the rate ", "Let ⟨0⟩ and ", "The sum of ⟨0⟩ and ", "Twice ")]
[False, False, True, True]
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .vocabulary import (
    ARE_NAMED,
    ASSUME,
    CLAIM,
    CLAUSE,
    CONCLUDES,
    CONNECTS,
    CUES,
    DEFINE,
    DENIED,
    HARMLESS,
    HEDGE,
    IN_CASE,
    INTRODUCING,
    IS_NAMED,
    LIMITS,
    MADE_OF_IT,
    NOTHING,
    OF_SOME,
    PUT_IN,
    SCALES,
    SILENT,
    SOLVE,
    SPOKEN_OF,
    SUPPOSING,
    WITH_NAMED,
)
from .words_of_laws import CHANGED, CONDITIONAL, ELSEWHERE, SUPPOSED

DELIMITER = re.compile(r"\\(?:begin|end)\s*\{[^}]*\}")
SENTENCE = re.compile(r"(?<!e\.g)(?<!i\.e)(?<!\bcf)(?<!i\.d)(?<!r\.v)(?<!\b[Ee]q)(?<!\b[Ee]qs)[.!?][*_]*(?=[\s~])")


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
    if CONNECTS.search(before):
        return CLAIM
    if IS_NAMED.search(words) or ARE_NAMED.search(words) or WITH_NAMED.search(words):
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


def continues(before: str) -> bool:
    """Does a formula go on with the one before, as after "so" or "and" alone?

    >>> [continues(words) for words in ("so", " and ", "Its derivative and")]
    [True, True, False]
    """
    return bool(CONCLUDES.search(before) or CONNECTS.search(before))


def is_silent(before: str, after: str) -> bool:
    """Does no word before a formula, or at once after it, say what its names may be?

    >>> [is_silent(words, "") for words in ("Its derivative is therefore", "For one observation,", "since ⟨1⟩,", "and")]
    [True, False, False, True]
    >>> is_silent("so", " for a single example."), is_silent("so", "and hence")
    (False, True)
    """
    return not re.search(r"\w|⟨", SILENT.sub(" ", before)) and not LIMITS.match(after)


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


def is_hedged(before: str, after: str = "") -> bool:
    """Do the words around a formula, in its clause, say that it does not hold, or that it may not?"""
    clause = HARMLESS.sub(" ", CLAUSE.split(sentence(before))[-1])
    if IN_CASE.search(clause):
        clause, after = IN_CASE.sub(" ", clause), after.lstrip(" ?")
    found = (
        HEDGE.search(clause)
        or SPOKEN_OF.search(clause)
        or SCALES.search(clause)
        or DENIED.match(after)
        or OF_SOME.match(after)
    )
    return found is not None


def is_of_another(before: str) -> bool:
    """Is what is said after a name said of something that is made of it, as of a sum?"""
    return bool(MADE_OF_IT.search(INTRODUCING.split(sentence(before))[-1]))


def is_restricted(before: str, after: str) -> bool:
    """Does the sentence say something of a law that may change it?"""
    rest = re.split(r"[.;](?=\s|$)", after)[0]
    return is_hedged(before, after) or bool(CONDITIONAL.search(sentence(before)) or CHANGED.search(rest))
