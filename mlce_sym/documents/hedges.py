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

HARMLESS = re.compile(
    r"\b(?:no|without(?:\s+any)?)\s+loss\b|\bif\s+and\s+only\s+if\b|\bmay\s+(?:assume|suppose|take|write|set|choose|restrict)\b|\bnot\s+(?:only|hard|difficult|surprising)\b|"
    r"\b(?:no|without)\s+(?:(?:an?|any|the)\s+)?(?:intercept|bias|offset|regulari[sz]ation|penalty|replacement|prior)\b",
    re.IGNORECASE,
)
HEDGES = re.compile(
    r"n't\b|\b(?:or|iff|implies|either)\s*$|\b(?:nicht|kein\w*|ohne|niemals|pas|sans|jamais|nunca|nessun\w*)\b|\b(?:not|never|neither|nor|no|none|unless|except|without|false\w*|untrue|wrong\w*|mistake\w*|impossible|"
    r"cannot|whether|fail\w*|contradict\w*|contrary|absurd\w*|rather\s+than|instead\s+of|(?:at\s+(?:most|least)|only|"
    r"either|exactly)\s+one|(?:one|some|most|many|few)\s+of|if\s+only|outside|if\s+it\s+were|were|would|might|may|perhaps|sometimes)\b|\bhalf(?:\s+of(?:\s+the)?)?\s*$",
    re.IGNORECASE,
)
OF_LAW = re.compile(  # "if X ∼ D, then" is the law itself
    r"\bgiven\s+(?:that\b|⟨)|\b(?:condition\w*|of\s+the\s+time|with\s+probability|otherwise|under|hypothesis|proposal)\b|\b(?:if|when|whenever)\b(?!(?:[\s,]|⟨\d+⟩|\b(?:an?|the|"
    r"all|each|we|have|our|and|are|is|random|variables?|observations?|data|samples?|independent\w*|i\.i\.d\.)\b)*$)",
    re.IGNORECASE,
)
BY_LAW = re.compile(
    r"truncat|discrete|integer|shift|censor|restrict|condition|given|inflat|\blog|approximat|asymptotic|with\s+probability|otherwise|"
    r"mixture|parametri\w*\b|\bnot\b|second\s+parameter|\bmean\s+and\s+(?:precision|standard)|\bshape(?:\s+and\s+|-|\s+)scale",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"[\s;,]*(?:but\s+)?we\s+do\s+not\b|\s*(?:\?|(?:or(?!\s+equivalently)|iff?|when(?:ever)?|implies|means|depending)\b|(?:(?:always|never|often|sometimes)\s+)?"
    r"(?:fails?\b|(?:does|do|need|can|may|must|is|are|was)\s*(?:not\b|n't\b)|cannot\b|would\b|no\s+longer\b|"
    r"is\s+(?:false|violated|impossible|dropped|wrong|absurd|never|equivalent)))",
    re.IGNORECASE,
)
OF_SOME = re.compile(
    r"\s*,?\s*(?:for\s+(?:some|even|odd|most|almost|exactly|at\s+(?:least|most)|only|one|few|many)|with\s+(?:high\s+)?probability|"
    r"except|unless|only|almost|on\s+average|in\s+expectation|as)\b",
    re.IGNORECASE,
)
CASE = r"(?:assumption|condition|case|constraint|hypothesis)\s*$"
NOUNS = re.compile(  # what is spoken of, and not said
    rf"\b{CASE}|\b(?:(?<!\bwith )probability|chance|event|set|requirement)\s+(?:of\s+)?$|"
    r"\b(?:needs?|requires?|reject\w*|relax\w*|drop\w*|later\b[^.]*)\s*$",
    re.IGNORECASE,
)
IN_CASE = re.compile(
    rf"\b(?:in|for|consider|take|treat|under|with|by|on)\s+(?:(?:the|an?|this|our)\s+)?(?:\w+\s+){{0,2}}?{CASE}|"
    r"\bwhat\s+(?:about|if)\s*$",
    re.IGNORECASE,
)
CLAUSE = re.compile(r";|\b(?:so|but|hence|thus|then|therefore)\b", re.IGNORECASE)
NAMING = re.compile(r"[,;:.(]|\b(?:that|where|let|if|when|suppose|assume|assuming|since|because|with|for)\b", re.I)
OTHERS = re.compile(
    r"\b(?:of|between|minus|plus|twice|half|times|than|squared?|absolute|log\w*|opposite|negated?|inverse|reciprocal|"
    r"product|sum|difference|ratio)\b",
    re.IGNORECASE,
)


def is_hedged(before: str, after: str = "") -> bool:
    """Do the words around a formula, in its clause, say that it does not hold, or that it may not?"""
    clause = HARMLESS.sub(" ", CLAUSE.split(sentence(before))[-1])
    if IN_CASE.search(clause):
        clause, after = IN_CASE.sub(" ", clause), after.lstrip(" ?")
    found = HEDGES.search(clause) or NOUNS.search(clause) or DENIED.match(after) or OF_SOME.match(after)
    return found is not None


def is_of_another(before: str) -> bool:
    """Is what is said after a name said of something that is made of it, as of a sum?"""
    return bool(OTHERS.search(NAMING.split(sentence(before))[-1]))


def is_restricted(before: str, after: str) -> bool:
    """Does the sentence say something of a law that may change it?"""
    rest = re.split(r"[.;](?=\s|$)", after)[0]
    return is_hedged(before, after) or bool(OF_LAW.search(sentence(before)) or BY_LAW.search(rest))
