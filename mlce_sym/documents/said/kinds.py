"""Names that stand for no numbers, as matrices, and words by which an equation is not meant for all values.

>>> sorted(strange("Let ⟨0⟩ and ⟨1⟩ be ⟨2⟩ matrices. Logarithms are to base 2.", {}.get))
['log']
>>> sorted(strange("For complex numbers ⟨0⟩ and ⟨1⟩", {0: "z", 1: "w"}.get))
['w', 'z']
>>> is_loose("To first order,", ""), is_loose("Then", " holds only if"), is_loose("Then", ". For all")
(True, True, False)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ...reading.signs.nodes import single, spelled, unwrapped
from ...reading.signs.tree import Node
from ...reading.walk.readings import Reading
from ...reading.walk.values import is_bold
from ...terms.terms import free
from ..equations.links import BAR, BY, FAILS, FOLLOWS, PROVED, REFUTED, UNKNOWN, Verdict
from ..equations.mentions import applied, has
from ..equations.wording import said_name
from ..in_force.context import Context
from ..text.blocks import DISPLAY, Block
from ..text.phrases import numbers
from ..text.prose import is_hedged, sentence
from ..text.vocabulary import (
    ALL_BARS,
    ANOTHER,
    IS_SYMMETRIC,
    KIND_OF,
    LOOSE,
    MATRIX,
    NAMED_SYMMETRIC,
    OF_KIND,
    OF_SYMMETRIC,
    ONLY,
    OTHER_BASE,
    OTHER_MATRIX,
    PART_OF_IT,
    SCALES,
)
from ..text.words_of_laws import OF_ANOTHER_LAW

LOGARITHM = "log"
BARS = "bar_"  # where words say of all bars that they are no means
WITH_BASE = re.compile(r"\A(?:(?!\\log(?![A-Za-z_]))[\s\S])*\\log_(?:(?!\\log(?![A-Za-z_]))[\s\S])*\Z")  # all with one
IS_LOG = re.compile(r"\s*\\log(?:\s+\w)?\s*(?::?=|\\equiv)\s*\\log_")
ELSEWHERE = re.compile(r"^\s*\\(?:mathbb|mathbf|Bbb)\s*\{?\s*(?:C\b|F\b|Z\}?\s*/)|\\times")
CROSS = r"\times"
PART = "the words before it may make its left side a part of what is meant"
OF_ANOTHER = "the words may speak of another law than the one by which it is judged"
LINK = 2  # the sides of a chain with one link
JUDGED = (PROVED, REFUTED, FOLLOWS, FAILS)
NEW_SENTENCE = re.compile(r"\s*\n\s*\n|\s*[A-Z]")
Names = Callable[[int], str | None]


def strange(before: str, name_of: Names) -> frozenset[str]:
    """The names that the words call matrices and the like; `log`, where logarithms have a base."""
    listed = (found[1] for kind in (OF_KIND, KIND_OF) for found in kind.finditer(before))
    names = (name_of(number) for some in listed for number in numbers(some))
    bases = (numbers(found[0]) for found in OTHER_BASE.finditer(before))
    base = (LOGARITHM,) if any("e" not in map(name_of, one) for one in bases) else ()
    bars = (BARS,) if ALL_BARS.search(before) else ()
    return frozenset((*(name for name in names if name is not None), *base, *bars))


def matrices(before: str, name_of: Names) -> frozenset[str]:
    """The bold names that the words call matrices of real numbers, as which bold capitals are read anyhow.

    >>> sorted(matrices("Let ⟨0⟩ and ⟨1⟩ be matrices.", {0: "bold_A", 1: "B"}.get))
    ['bold_A']
    """
    found = (one for kind in (OF_KIND, KIND_OF) for one in kind.finditer(before))
    plain = (one[1] for one in found if MATRIX.search(one[0]) and not OTHER_MATRIX.search(one[0]))
    names = (name_of(number) for some in plain for number in numbers(some))
    return frozenset(name for name in names if name is not None and is_bold(name))


def with_symmetric(context: Context, block: Block, tree: Node) -> Context:
    """With A as a symmetric matrix, where words say that of A or of its inverse."""
    base, _ = unwrapped(single(tree) or tree)
    name = spelled(tree) or spelled(base)
    named = NAMED_SYMMETRIC.search(block.before) if not OF_SYMMETRIC.search(block.before) else None
    said = IS_SYMMETRIC.match(block.after) or named
    if name is None or not is_bold(name) or said is None or is_hedged(block.before, block.after):
        return context
    return replace(context, symmetric=context.symmetric | {name})


def strange_in(block: Block) -> frozenset[str]:
    r"""The names that a formula says to lie where no real numbers do, as in A, B ∈ ℝ^{n × n}; `log`, as in
    \log = \log_2."""
    if IS_LOG.match(block.text.text):
        return frozenset((LOGARITHM,))
    if block.kind != DISPLAY and ANOTHER.match(block.after):
        parts = (part.tree for one in block.chains for part in one.parts if part.tree is not None)
        return frozenset(node.text for tree in parts for node in tree.walk() if node.kind == "name")
    if block.kind == DISPLAY or not any(ELSEWHERE.search(part.text) for one in block.chains for part in one.parts[1:]):
        return frozenset()
    trees = (one.parts[0].tree for one in block.chains)
    return frozenset(name for tree in trees if tree is not None and (name := spelled(tree)) is not None)


def is_loose(before: str, after: str) -> bool:
    """Is an equation said to hold roughly, for some values, or under a condition that is not understood?"""
    rest = "" if NEW_SENTENCE.match(after) else re.split(r"[.](?=\s|$)", after)[0]
    return bool(LOOSE.search(sentence(before)) or LOOSE.search(rest) or ONLY.match(after))


def is_part(block: Block, words: re.Pattern[str]) -> bool:
    """Do the words make of the left side a part of what is meant, as in "5 % of $240 = 12$", "half of $x = x/2$"?"""
    is_link = len(block.chains) == 1 and len(block.chains[0].parts) == LINK
    return block.kind != DISPLAY and is_link and bool(words.search(block.before))


def _is_by_law(reading: Reading, verdict: Verdict) -> bool:
    """Is it judged by the law of a variable; not by one that holds once something is known, if that is what is said?"""
    given = any("_given" in name for term in reading.terms for name in applied(term))
    return not given and any(" has the density " in one or " has the mean " in one for one in verdict.conditions)


def as_said(context: Context, block: Block, reading: Reading, verdict: Verdict) -> Verdict:
    """The verdict on an equation, as far as the words let the names stand for numbers, and for all of them."""
    if verdict.status not in JUDGED:
        return verdict
    terms = [context.unfolded(one)[0] for one in reading.terms]
    names = frozenset[str]().union(*map(free, (*reading.terms, *terms)))
    if is_part(block, SCALES) or (is_part(block, PART_OF_IT) and verdict.status in (REFUTED, FAILS)):
        return Verdict(UNKNOWN, PART)
    is_open = not WITH_BASE.search(block.text.text)
    logs = (LOGARITHM,) if is_open and any(has(one, "log") for one in (*reading.terms, *terms)) else ()
    known = context.matrices if verdict.status in (PROVED, FOLLOWS) else frozenset()
    there = (one for one in (*sorted(names), *logs) if one in context.strange - known)
    strange = (one for one in there if not _is_defined_bar(one, context))
    why = next(map(_said, strange), "")
    is_bar = any(BAR in one for one in verdict.conditions)
    if not why and is_bar and any(BARS in one and one in {*names, BARS} for one in context.strange):
        why = "a bar is said to be something else than a mean"
    if not why and verdict.status in (PROVED, REFUTED) and OF_ANOTHER_LAW.search(sentence(block.before)):
        why = OF_ANOTHER if _is_by_law(reading, verdict) else ""
    limited = names & context.limited
    if not why and any(_supposes(one, verdict) for one in limited):
        why = "it holds where what is usual of its names does, which the words may deny"
    if not why and verdict.status in (REFUTED, FAILS):
        why = "it fails at some values, at which what the words say of its names may not hold" if limited else ""
        loose = is_loose(block.before, block.after) or (CROSS in block.text.text and "vector" in block.before)
        why = why or ("it does not hold for all values, and the words may not say that" if loose else "")
    return Verdict(UNKNOWN, why) if why else verdict


def _is_defined_bar(name: str, context: Context) -> bool:
    """Has a bar that words call something an equation that says which number it is?"""
    return BARS in name and context.meaning(name) is not None


def _supposes(name: str, verdict: Verdict) -> bool:
    """Is something supposed of a name that the text does not say?"""
    own = re.compile(rf"(?<![\w\u0302\u0304]){re.escape(said_name(name))}(?!\w)")
    return any("(from the text)" not in one and BY not in one and own.search(one) for one in verdict.conditions)


def _said(name: str) -> str:
    if name == LOGARITHM:
        return "the text takes logarithms to another base, of which nothing is known here"
    return f"the text says that {said_name(name)} is another thing, and nothing is known of it here"
