"""Laws that words restrict: "X ∼ Poisson(λ), truncated at 1", "Exp(θ) with mean θ", "suppose instead that …".

Nothing is worked out by a law of which something is said that is not understood.

>>> from .blocks import MARKDOWN, blocks
>>> from .laws import following
>>> from .places import Files
>>> here = Context(laws=following((), "X", ("Apply", "Exp", 3), 1))
>>> for text in ("so that the rate is 3. Then $x$", "of mean 3. Then $x$"):
...     (block,) = blocks(Files().add("a.md", text), MARKDOWN)
...     print(len(without_restricted(here, block, {}).laws))
1
0
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

from ..reading.nodes import spelled
from ..reading.readings import read
from ..reading.tree import Node
from ..terms.errors import MlceError
from ..terms.terms import Term, free, is_a
from .blocks import INLINE, Block, Chain
from .context import Context
from .followed import Followed
from .formulas import variables_in

LAWS = r"(?:densit\w+|distribut\w+|p[dm]f|laws?|uniform|normal|gaussian|exponential|poisson|geometric|binomial)\b"
INSTEAD = re.compile(  # of another law than before, or of the same one in another way
    r"\binstead\b(?!\s+of)|\bno\s+longer\b|\breplac(?:e|ing)\b|\b(?:doubled|halved|tripled)\b|"
    r"\b(?:problem|exercise|question|example)\s+\d|"
    r"(?:^|[.;:,]\s+|\b(?:we|now|next|then|let\s+us)\s+)(?:restrict|truncat|discard|censor|shift)(?!\w*ing\b)\w*|"
    rf"\b(?:suppos|assum)\w*\b[^.]*\b{LAWS}|\b(?:now|next|consider|tak(?:e|ing))\b[^.]*\b(?:an?|another)\s+(?:\w+\s+)?{LAWS}",
    re.IGNORECASE,
)
OTHERWISE = re.compile(r"\s*(?:otherwise|else)\b", re.IGNORECASE)
DROPPED = re.compile(
    r"\bgeneral\s+case\b|\botherwise\b|\bdrop\w*\s+(?:this|that|the)\b|\bwithout\s+(?:this|that)\b|\b(?:other|both|all|either|any)\s+cases?\b|\bconversely\b",
    re.IGNORECASE,
)
GENERAL = re.compile(
    r"\bin\s+general\b|\bfor\s+(?:a\s+)?general\b|\bgenerally\b|\barbitrary\b|\b(?:induction|inductive)\s+step\b|"
    rf"{DROPPED.pattern}",
    re.IGNORECASE,
)
KINDS = r"(mean|scale|rate|shape|location|variance|dispersion|standard\s+deviation|precision)s?\b"
AMONG = re.compile(
    rf"{KINDS}(?:\s+parameter)?\s*(?:is|are|of|,|:)?\s*(⟨\d+⟩|\d+)|"
    rf"(⟨\d+⟩)\s+(?:is|are|denotes?|being)\s+(?:(?:the|its|a)\s+)?{KINDS}",
    re.IGNORECASE,
)
DENSITY = re.compile(
    r"⟨(\d+)⟩\s+(?:be|is|denotes?)\s+(?:the|its)\s+(?:(?:probability|marginal)\s+)?(?:(\w+)[^.⟨]*?)(?:\bof\s+⟨(\d+)⟩|[.,])|"
    r"⟨(\d+)⟩\s+(have|has|with)\s+(?:the\s+)?density\s+⟨(\d+)⟩",
    re.IGNORECASE,
)
DEVIATION = re.compile(r"(?:N|Normal)\}*\s*\([^(),]*,\s*(?:\\sigma|s)\s*\)")  # a standard deviation
RANDOM = re.compile(
    r"⟨(\d+)⟩\s+(?:is|was|were|being|has|have)\s+(?:itself\s+)?(?:also\s+)?(?:an?\s+)?(?:[\w-]+\s+){0,2}?(?:random|prior|uncertain)\b|"
    r"\bprior(?:\s+(?:distribution|law|density))?\s+(?:on|for|of|over)\s+(?:[\w-]+\s+){0,2}⟨(\d+)⟩",
    re.IGNORECASE,
)


def around(block: Block) -> str:
    """The words before a formula; of one in prose with those after it, too."""
    return f"{block.before}⟨{block.number}⟩{block.after}" if block.kind == INLINE else block.before


def without_restricted(context: Context, block: Block, trees: Mapping[int, Node]) -> Context:
    """The context without the laws of which a formula, or the words around it, say what changes them."""
    before = around(block)
    words = block.before[block.before.rfind("⟩") + 1 :]
    if GENERAL.search(words):
        context = context.in_general(every=DROPPED.search(words) is not None)
    if INSTEAD.search(words) or (block.kind == INLINE and OTHERWISE.match(block.after)):
        return replace(context, laws=())
    if DEVIATION.search(block.text.text):
        context = replace(context, laws=tuple(one for one in context.laws if not _is_variance_unsaid(one)))
    spoken = [*_kinds(before, trees, context)]
    context = replace(context, strange=context.strange | frozenset(_others(before, trees, context)))
    found = (int(one[1] or one[2]) for one in RANDOM.finditer(before))
    random = context.random | {name for one in found if one in trees and (name := spelled(trees[one])) is not None}
    laws = (law for law in context.laws if not random & free(law.density) and not _is_otherwise(law, spoken))
    return replace(context, laws=tuple(laws), random=random)


def without_laws(context: Context, chain: Chain) -> Context:
    """The context without the laws of the variables of which a chain says a law."""
    tree = chain.parts[0].tree
    for name, _ in variables_in(tree) if tree is not None else ():
        context = context.without_law(name)
    return context


def _kinds(before: str, trees: Mapping[int, Node], context: Context) -> Iterator[tuple[str, Term]]:
    """What is said to be a mean, a scale or the like."""
    for found in AMONG.finditer(before):
        kind, value = (found[1], found[2]) if found[1] else (found[4], found[3])
        number = int(value.strip("⟨⟩"))
        if value.isdigit():
            yield kind.split()[0].lower(), number
        elif number in trees:
            with suppress(MlceError):
                yield kind.split()[0].lower(), read(trees[number], context.scope)[0].terms[0]


def _others(before: str, trees: Mapping[int, Node], context: Context) -> Iterator[str]:
    """The names p_x by which words call another thing than the density of what follows a law."""
    for found in DENSITY.finditer(before):
        name, what, variable = (found[1], found[2], found[3]) if found[1] else (found[6], "density", found[4])
        letter, of = (_spelled(trees, one) for one in (name, variable))
        is_unsaid = variable is None or (of is None and found[5] == "with")  # "X ∼ D with density p"
        for law in context.laws if letter is not None and len(letter) == 1 else ():
            if what.lower() != "density" or not (is_unsaid or of in (law.variable, law.variable.lower())):
                yield from (f"{letter}_{one}" for one in (law.variable, law.variable.lower()))


def _spelled(trees: Mapping[int, Node], number: str | None) -> str | None:
    tree = trees.get(int(number)) if number is not None else None
    return None if tree is None else spelled(tree)


def _is_variance_unsaid(law: Followed) -> bool:
    """Is it a normal law, the last parameter of which is no square?"""
    return any(called == "variance" and not (is_a(v, "Pow") and v[2] == 2) for v, called in law.parameters)


def _is_otherwise(law: Followed, spoken: list[tuple[str, Term]]) -> bool:
    """Is a parameter said to be something else than it is here?"""
    said = ((kind, [called for one, called in law.parameters if one == value != 1]) for kind, value in spoken)
    return any(called and not any(kind in words.split() for words in called) for kind, called in said)
