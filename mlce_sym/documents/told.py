"""What the words around an inline name say of it: that it is positive, a probability, a whole number, one-hot, a
sample mean, or follows a law.

>>> from mlce_sym.documents.blocks import MARKDOWN, blocks
>>> from mlce_sym.documents.places import Files
>>> found = blocks(Files().add("a.md", "Let $y$ be a one-hot vector, and $s$ a positive number."), MARKDOWN)
>>> here, trees = Context(), {}
>>> for block in found:
...     here = told(here, block, trees, 1)
>>> sorted(here.one_hot), [fact.proposition for fact in here.facts]
(['y'], [('Lt', 0, 's')])
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..reading.nodes import spelled
from ..reading.readings import read
from ..reading.tree import Node
from ..terms.errors import MlceError
from ..terms.terms import Term
from .blocks import INLINE, Block
from .context import Context
from .laws import following
from .prose import sentence

IS = r"\s*(?:is|are|be|denotes?|being)?\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}?"
ONE_HOT = re.compile(rf"{IS}one[- ]hot\b|\s*\(one[- ]hot", re.IGNORECASE)
SAID: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"{IS}positive\b", re.IGNORECASE), "positive"),
    (re.compile(rf"{IS}(?:integer|natural number)", re.IGNORECASE), "integer"),
    (re.compile(r"\s*(?:is|be|denotes)\s+(?:an?|the)\s+(?:\w+\s+)?probability\b", re.IGNORECASE), "probability"),
)
MEAN = re.compile(
    r"\s*(?:is|are|be|denotes?|being|for|[,(])\s*(?:the\s+)?(?:(?:sample|empirical|arithmetic|observed)\s+)?"
    r"(?:mean|average)\b(?!\s+(?:squared|absolute|of\s+the\s+squares))",
    re.IGNORECASE,
)
OF_MEAN = re.compile(r"\b(?:sample|empirical|arithmetic)\s+(?:mean|average)\s+(?:(?:is|be|by)\s+)?$", re.IGNORECASE)
ANEW, BE = re.compile(r"\b(?:let|for (?:any|every))\s*$", re.IGNORECASE), re.compile(r"\s*(?:now\s+)?be\b")
FOLLOWS = r"⟨(\d+)⟩\s+(?:\w+\s+){0,4}?(?:follows?|has|have|be|is|are)\s+(?:[\w-]+\s+){0,4}?"
WITH = r"[\w ,-]*?with\s+(?:\w+\s+)?"
ONE = re.compile(rf"{FOLLOWS}(Poisson|Bernoulli|exponential){WITH}(rate|probability|mean)\s+$", re.I)
TWO = re.compile(rf"{FOLLOWS}(normal|Gaussian){WITH}mean\s+⟨(\d+)⟩\s+and\s+variance\s+$", re.I)
NAMES = {"poisson": "Poisson", "bernoulli": "Bernoulli", "exponential": "Exp"}
RATES = (("exponential", "rate"), ("poisson", "rate"), ("poisson", "mean"), ("bernoulli", "probability"))


def told(context: Context, block: Block, trees: dict[int, Node], line: int) -> Context:
    """With what is said of an inline formula, if it is a name; `trees` has the formulas before it by their numbers."""
    if block.kind != INLINE or len(block.chains) != 1 or len(block.chains[0].parts) != 1:
        return context
    tree = block.chains[0].parts[0].tree
    if tree is None:
        return context
    trees[block.number] = tree
    name = spelled(tree)
    if name is not None:
        context = context.forgetting(name) if ANEW.search(block.before) and BE.match(block.after) else context
        context = context.knowing(_propositions(name, block.after), line)
        if MEAN.match(block.after) or OF_MEAN.search(block.before):
            context = replace(context, averages=context.averages | {name})
        if ONE_HOT.match(block.after):
            context = replace(context, one_hot=context.one_hot | {name.split("_")[0]})
    law = _law(block, trees, context)
    return context if law is None else replace(context, laws=following(context.laws, *law, line))


def _propositions(name: str, after: str) -> tuple[Term, ...]:
    """What is said of a number after its name."""
    said: dict[str, Term] = {
        "positive": ("Lt", 0, name),
        "integer": ("Member", name, "Integers"),
        "probability": ("Member", name, ("Interval", 0, 1)),
    }
    return tuple(said[what] for pattern, what in SAID if pattern.match(after))


def _law(block: Block, trees: dict[int, Node], context: Context) -> tuple[Term, Term] | None:
    """The variable, and the law that it follows, as "X follows a Poisson distribution with rate λ" says at λ."""
    before = sentence(block.before)
    if (one := ONE.search(before)) is not None and (one[2].lower(), one[3].lower()) in RATES:
        named, numbers = NAMES[one[2].lower()], [int(one[1]), block.number]
    elif (two := TWO.search(before)) is not None:
        named, numbers = "Normal", [int(two[1]), int(two[3]), block.number]
    else:
        return None
    if not all(number in trees for number in numbers):
        return None
    try:
        variable, *parameters = (read(trees[number], context.scope)[0].terms[0] for number in numbers)
    except MlceError:
        return None
    return variable, ("Apply", named, *parameters)
