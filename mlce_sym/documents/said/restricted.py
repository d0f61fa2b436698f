"""Laws that words restrict: "X ∼ Poisson(λ), truncated at 1", "Exp(θ) with mean θ", "suppose instead that …".

Nothing is worked out by a law of which something is said that is not understood.

>>> from ..text.blocks import MARKDOWN, blocks
>>> from ..in_force.laws import following
>>> from ..text.places import Files
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

from ...reading.signs.nodes import spelled
from ...reading.signs.tree import Node
from ...reading.walk.readings import read
from ...terms.errors import MlceError
from ...terms.terms import Term, free, is_a
from ..equations.formulas import variables_in
from ..in_force.context import Context
from ..in_force.followed import Followed, Form
from ..text.blocks import INLINE, Block, Chain
from ..text.words_of_laws import DROPPED, GENERAL, INSTEAD, IS_DENSITY, IS_PARAMETER, IS_RANDOM, OTHERWISE
from .cases import without_special

DEVIATION = re.compile(r"(?:N|Normal)\}*\s*\([^(),]*,\s*(?:\\sigma|s)\s*\)")  # a standard deviation


def around(block: Block) -> str:
    """The words before a formula; of one in prose with those after it, too."""
    return f"{block.before}⟨{block.number}⟩{block.after}" if block.kind == INLINE else block.before


def without_restricted(context: Context, block: Block, trees: Mapping[int, Node]) -> Context:
    """The context without the laws of which a formula, or the words around it, say what changes them."""
    before = around(block)
    words = block.before[block.before.rfind("⟩") + 1 :]
    if GENERAL.search(words):
        context = without_special(context, every=DROPPED.search(words) is not None)
    if INSTEAD.search(words) or (block.kind == INLINE and OTHERWISE.match(block.after)):
        return replace(context, laws=())
    if DEVIATION.search(block.text.text):
        context = replace(context, laws=tuple(one for one in context.laws if not _is_variance_unsaid(one)))
    spoken = [*_kinds(before, trees, context)]
    context = replace(context, strange=context.strange | frozenset(_others(before, trees, context)))
    found = (int(one[1] or one[2]) for one in IS_RANDOM.finditer(before))
    random = context.random | {name for one in found if one in trees and (name := spelled(trees[one])) is not None}
    laws = (_as_said(law, spoken) for law in context.laws if not random & free(law.density))
    return replace(context, laws=tuple(law for law in laws if law is not None), random=random)


def without_laws(context: Context, chain: Chain) -> Context:
    """The context without the laws of the variables of which a chain says a law."""
    tree = chain.parts[0].tree
    for name, _ in variables_in(tree) if tree is not None else ():
        context = context.without_law(name)
    return context


def _kinds(before: str, trees: Mapping[int, Node], context: Context) -> Iterator[tuple[str, Term]]:
    """What is said to be a mean, a scale or the like."""
    for found in IS_PARAMETER.finditer(before):
        kind, formula = (found[1] or found[5]).split()[0].lower(), found[2] or found[4]
        if formula is None:
            yield kind, int(found[3])
        elif int(formula) in trees:
            with suppress(MlceError):
                yield kind, read(trees[int(formula)], context.scope)[0].terms[0]


def _others(before: str, trees: Mapping[int, Node], context: Context) -> Iterator[str]:
    """The names p_x by which words call another thing than the density of what follows a law."""
    for found in IS_DENSITY.finditer(before):
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


def _as_said(law: Followed, spoken: list[tuple[str, Term]]) -> Followed | None:
    """The law as what is said of its parameters leaves it; None where it is another one."""
    return law.as_one_of(one for one in law.forms if not _is_otherwise(one, spoken)) if law.forms else law


def _is_otherwise(form: Form, spoken: list[tuple[str, Term]]) -> bool:
    """Is a parameter said to be something else than it is here?"""
    said = ((kind, [called for one, called in form.parameters if one == value != 1]) for kind, value in spoken)
    return any(called and not any(kind in words.split() for words in called) for kind, called in said)
