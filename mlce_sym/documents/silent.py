"""Words that say nothing of the names in a formula: "Taking the derivative, we get", "so that the score is".

>>> [is_silent(words, "") for words in ("Its derivative is therefore", "For one observation,", "since ⟨1⟩,", "and")]
[True, False, False, True]
>>> is_silent("so", " for a single example."), is_silent("so", "and hence")
(False, True)
"""

from __future__ import annotations

import re

WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[⟨\d]")
SILENT = re.compile(
    r"(?:"
    r"a|again|also|an|and|are|as|becomes|by|chain|compute|computing|derivative|derivatives|"
    r"differentiate|differentiating|differentiation|equal|equals|equation|expand|expanding|finally|find|"
    r"first|follows|following|from|function|get|gets|give|gives|giving|gradient|has|have|hence|"
    r"hessian|immediately|is|it|its|likelihood|log-likelihood|loglikelihood|log|logarithm|logarithms|"
    r"logs|leads|likewise|namely|negative|next|now|obtain|obtained|of|on|order|partial|product|"
    r"quotient|read|reads|respect|rule|score|second|see|set|setting|similarly|simplifies|simplify|"
    r"simplifying|so|solution|solve|solving|take|taken|taking|that|the|their|then|therefore|these|"
    r"this|thus|to|using|we|which|with|write|written|yield|yields|zero"
    r")",
    re.IGNORECASE,
)
LIMITS = re.compile(r"[\s,.;]*(?:when|if|for|in|where|with|at|under|since|as|because|provided|which|on|to|up)\b", re.I)


def is_silent(before: str, after: str) -> bool:
    """Is no word before a formula, or at once after it, one that may say what its names are?"""
    return all(SILENT.fullmatch(word) for word in WORDS.findall(before)) and not LIMITS.match(after)
