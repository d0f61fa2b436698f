"""What the words around a formula say of it: is it a definition, an assumption, a claim, or an equation to solve?

>>> cue("The mean is"), cue("Let "), cue("for all "), cue("so that"), cue("Setting the derivative to zero, we get")
('claim', 'define', 'assume', 'claim', 'solve')
"""

from __future__ import annotations

import re
from collections.abc import Iterable

DELIMITER = re.compile(r"\\(?:begin|end)\s*\{[^}]*\}")
DEFINE, ASSUME, CLAIM, SOLVE, NOTHING = "define", "assume", "claim", "solve", ""

ZERO = r"(?:to|with|equal to|as)\s+(?:zero|\$?0\$?|⟨\d+⟩)"
CUES = (
    (SOLVE, rf"\b(?:sett?ing|set|equat\w+|put|putting)\b[^.]*?\b{ZERO}|\bsolv\w+|\broots? of|\bvanish\w*|\bzero of"),
    (SOLVE, r"\bfirst[- ]order condition|\bcritical point|\bstationary point|\bequivalent to\b"),
    (SOLVE, r"\bis (?:zero|0) (?:when|iff?|where|at|for)\b|\bat the (?:optim\w+|maxim\w+|minim\w+)"),
    (SOLVE, r"\bequat\w+ (?:the|both|these|them)\b|\b(?:has to|must) (?:satisfy|hold)\b|\bsatisf(?:y|ies)\b"),
    (SOLVE, r"\bconditions?(?: is| are| becomes?| reads?)?:?\s*$"),
    (DEFINE, r"\b(?:let|defin\w+|denot\w+|writ(?:e|ing)|where|with|put|call\w*|introduc\w+|notation|abbreviat\w+)\b"),
    (DEFINE, r"\bgiven by\b"),
    (
        ASSUME,
        r"\b(?:if|for|when|whenever|suppose|assum\w+|provided|under|subject to|since|because|such that|satisf\w+)\b",
    ),
    (ASSUME, r"\b(?:all|every|each|constraints?|know\w*|recall\w*|given that|using(?: that)?|by)\b"),
    (
        CLAIM,
        r"\b(?:so(?: that)?|thus|hence|therefore|then|obtain\w*|have|get|gives?|yields?|becomes?|follows|equals?)\b",
    ),
    (
        CLAIM,
        r"\b(?:is|are|find\w*|show\w*|prove\w*|that|implies|results?|deduce|conclude|compute|simplif\w+|reduces)\b",
    ),
)
PATTERNS = tuple((what, re.compile(pattern, re.IGNORECASE)) for what, pattern in CUES)
NAMED = re.compile(
    r"^[\s,;]*(?:and\s+)?where\s+⟨\d+⟩\s+(?:is|are|denotes?)\s+(?:the|an?|our)\s+[\w\s()/⟨⟩-]*[:,]?\s*$", re.IGNORECASE
)
SUPPOSING = re.compile(
    r"\b(?:suppos(?:e|ing)|assum(?:e|ing))(?:\s+(?:now|instead|next|first|also|for\s+(?:now|a\s+contradiction)))*\s+that\s*$",
    re.IGNORECASE,
)
CONNECTS = re.compile(  # what alone stands between two equations, of which the second goes on with the first
    r"\s*(?:and|i\.e\.|that is|which means(?: that)?|(?:or,? |and )?equivalently|in other words|whence|"
    r"and (?:so|hence|thus|therefore|then|finally))[\s,:]*",
    re.IGNORECASE,
)
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
    if CONNECTS.fullmatch(before):
        return CLAIM
    if NAMED.search(words):
        return DEFINE
    if SUPPOSING.search(words):
        return ASSUME
    found = [(match.start(), what) for what, pattern in PATTERNS for match in pattern.finditer(words)]
    if any(what == SOLVE for _, what in found):
        return SOLVE
    if before.rstrip().endswith("."):
        found = [(start, what) for start, what in found if what == CLAIM]
    return max(found, default=(0, NOTHING))[1]


PUT_IN = re.compile(r"\b(?:plug|substitut|insert|putt?)\w*\b[^.]*\b(?:in|into|back)\b", re.IGNORECASE)


def is_put_in(before: str) -> bool:
    """Is something put into an equation above?"""
    return PUT_IN.search(sentence(before)) is not None


SETS = re.compile(
    r"\b(?:set|setting|choos(?:e|ing)|tak(?:e|ing)|plugging in|inserting|substituting)\s*$", re.IGNORECASE
)
SUPPOSES = re.compile(  # what comes directly after it
    r"\b(?:suppos(?:e|ing)|assum(?:e|ing)|let|if|when)(?:\s+(?:that|now|instead|next|we\s+have))*\s*$", re.IGNORECASE
)
OF_CASE = re.compile(r"\b(?:if|when|for)\s*$", re.IGNORECASE)
CASE = re.compile(r"\b(?:if|when|whenever|unless)\b[^.]*$", re.IGNORECASE)
CONCLUDES = re.compile(r"\b(?:so|hence|thus|therefore|gives|yields|obtain|get)(?: that)?[,:]?\s*$", re.IGNORECASE)
DERIVES = re.compile(
    r"\b(?:so|thus|hence|therefore|then|obtain\w*|gets?|gives?|yields?|becomes?|follows?|now|plug\w*|substitut\w*|insert\w*|"
    r"at\s+(?:the|this|that|these)|solv\w*|sett\w*|set|sum(?:s|ming)?|add(?:s|ing)?|multipl\w+|divid\w+|using|since|because)\b",
    re.IGNORECASE,
)
OTHER = re.compile(r"[\s,]*or\b", re.IGNORECASE)  # which is said before another solution


def continues(before: str) -> bool:
    """Does a formula go on with the one before, as after "so" or "and" alone?

    >>> [continues(words) for words in ("so", " and ", "Its derivative and")]
    [True, True, False]
    """
    return bool(CONCLUDES.search(before) or CONNECTS.fullmatch(before))


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
ELSEWHERE = re.compile(
    r"\b(?:given(?!\s+(?:by|as)\b)|condition(?:al\w*|ed|ing|s on)|under|alternative\w*|shift\w*|truncat\w*|censor\w*|"
    r"instead|unless|otherwise|another|other|different|replac\w*|incorrect\w*|wrong\w*|cannot|would|restrict\w*|"
    r"thinned|inflat\w*|mixture|(?<!probability-)weighted|biased|(?:some|many|most)\s+(?:\w+\s+)?(?:authors|(?:text)?books|people|texts)|"
    r"in\s+(?:seconds|minutes|hours|days|weeks|months|years)|"
    r"(?<!\bthis\s)(?<!\bour\s)(?:parametri[sz]ation|convention))\b",
    re.IGNORECASE,
)
SUPPOSED = re.compile(
    r"\b(?:if|when\w*|suppos\w*|assum\w*|for(?!\s+(?:all|any|every|each|the)\b)|not|new|now|second|minimum|maximum|"
    r"without|once|after|with|only|approximat\w*|about|roughly|asymptotic\w*)\b",
    re.IGNORECASE,
)


def speaks_of(before: str, after: str) -> str:
    """What a formula's sentence speaks of.

    >>> speaks_of("As a probability-weighted mean", ""), speaks_of("Given ⟨1⟩, ", ""), speaks_of("so", " if it fails")
    ('these', 'others', 'unsure')
    """
    words = f"{sentence(before)} · {after}"
    return OF_OTHERS if ELSEWHERE.search(words) else UNSURE if SUPPOSED.search(words) else OF_THESE
