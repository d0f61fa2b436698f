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
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..reading.grammar import tokens, tree
from ..reading.laws import law_called
from ..reading.nodes import spelled
from ..reading.readings import read
from ..reading.tree import Node, ReadingError
from ..terms.errors import MlceError
from ..terms.terms import Term
from . import vocabulary
from .blocks import DISPLAY, INLINE, Block
from .cases import of_some, possible
from .context import Context
from .formulas import SAYING, is_progression, variables_in
from .kinds import strange, strange_in
from .laws import following, of_parameters
from .meaning import INDICES
from .phrases import numbers
from .prose import is_hedged, is_of_another, sentence
from .restricted import around, without_restricted
from .stated import of_interval

NAMES = {"poisson": "Poisson", "bernoulli": "Bernoulli", "exponential": "Exp", "exponentially": "Exp"}
SOME = "some"  # a set of indices of which nothing else is known
MEANT = {"Poisson": ("rate", "mean", "parameter"), "Exp": ("rate", "mean")}  # a parameter may be either
LONG = {"Exponential": "Exp", "Gamma": "Gam", "Beta": "Bet"}
ENDS = re.compile(r"[.?!](?:\s|$)")


def told(context: Context, block: Block, trees: dict[int, Node], line: int) -> Context:
    """With what is said of an inline formula, if it is a name; `trees` has the formulas before it by their numbers."""
    parts = block.chains[0].parts if block.kind == INLINE and block.chains else ()
    tree = parts[0].tree if parts and all(part.relation in SAYING for part in parts[1:]) else None
    if tree is not None:
        trees[block.number] = tree
    context = without_restricted(context, block, trees)
    others = strange(around(block), lambda one: _name(trees.get(one))) | strange_in(block)
    context = replace(context, strange=context.strange | others)
    limits = [part for part in parts[1:] if part.relation in SAYING and not is_progression(part.tree)]
    if vocabulary.OF_INDEX.search(block.before) and limits and (index := _name(parts[0].tree)) in INDICES:
        context = of_some(context, index, line)
    if tree is None:
        return context
    name = spelled(tree)
    if name in INDICES and vocabulary.FOR_SOME.search(block.before):
        context = context.knowing((("Member", name, SOME),), line)
    within = of_interval(block.before, tree, context.scope)
    context = (
        context.doubting(within, hedged=True) if is_hedged(block.before, block.after) else context.knowing(within, line)
    )
    if name is not None and len(parts) == 1 and len(block.chains) == 1:
        context = _of_name(context, name, block, trees, line)
    for variable, entries, law in _laws(block, trees, context):
        laws = following(context.laws, variable, law, line, entries=entries, sure=True)
        context = replace(context, laws=laws).knowing(of_parameters(law), line)
    return context


def _of_name(context: Context, name: str, block: Block, trees: dict[int, Node], line: int) -> Context:
    """With what is said of a name: what it is, where it lies, what it follows."""
    context = _renewed(context, name, block)
    is_new = vocabulary.NEW_LAW.match(block.after) and not vocabulary.OF_IT.search(block.before)
    context = context.without_law(name) if is_new else context
    found = vocabulary.LISTED.search(block.before)
    names = (*(_name(trees.get(one)) for one in numbers(found[0] if found else "")), name)
    said = tuple(one for each in names if each is not None for one in _propositions(each, block.after))
    is_sure = not (is_hedged(block.before) or is_of_another(block.before) or vocabulary.RESPECTIVELY.match(block.after))
    context = possible(context, said).knowing(said, line) if is_sure else context.doubting(said, hedged=True)
    if not said and vocabulary.LIMITED.match(block.after):
        context = replace(context, limited=context.limited | {name})
    bars = frozenset(one for one in names if one is not None and "bar" in one.split("_"))
    if vocabulary.MEAN.match(block.after) or vocabulary.MEAN_OF_IT.search(block.before):
        context = replace(context, averages=context.averages | bars | {name})
    elif vocabulary.IS_SAID.match(block.after):
        context = replace(context, strange=context.strange | bars)
    context = _with_means(context, names, block, trees)
    if vocabulary.ONE_HOT.match(block.after) or vocabulary.ONE_HOT_NAMED.search(block.before):
        context = replace(context, one_hot=context.one_hot | {name.split("_")[0]})
    return context


def _with_means(context: Context, letters: Sequence[str | None], block: Block, trees: dict[int, Node]) -> Context:
    """With x̄ and ȳ as the means of x and y, where words say that, and the last of these letters is read."""
    means = vocabulary.MEANS_OF.search(block.before)
    if means is None or not vocabulary.OF_EACH.match(block.after) or is_hedged(block.before):
        return context
    bars = {_name(trees.get(one)) for one in numbers(means[1])} & {f"bar_{one}" for one in letters}
    own = frozenset(one for one in bars if one is not None)
    return replace(context, averages=context.averages | own, strange=context.strange - own)


def told_after(context: Context, listed: Sequence[Block], trees: dict[int, Node], line: int) -> Context:
    """With what the words after a display say, to the end of the sentence: "…, where $t$ is positive"."""
    first, *others = listed
    if first.kind != DISPLAY or not vocabulary.AFTERWARDS.match(first.after):
        return context
    words = first.after
    context = replace(context, strange=context.strange | strange(words, lambda one: None))
    for block in others:
        if block.kind != INLINE or ENDS.search(words.lstrip(" .,;)")):
            break
        words = block.after
        if block.chains:
            context = told(context, block, trees, line)
        context = replace(context, strange=context.strange | strange(around(block), lambda one: _name(trees.get(one))))
    return context


def _name(tree: Node | None) -> str | None:
    return None if tree is None else spelled(tree)


def _renewed(context: Context, name: str, block: Block) -> Context:
    """The context, in which "let $a$ be" and "for any $a$" make a another thing."""
    every = vocabulary.EVERY.search(block.before)
    anew = (every and (every[1] or "arbitrary" in every[0].lower())) or (
        vocabulary.LET.search(block.before) and vocabulary.LET_BE.match(block.after)
    )
    if vocabulary.HAS_LAW.match(block.after):
        context = replace(context, laws=tuple(law for law in context.laws if law.variable != name))
    return context.renewing(name) if anew else context.forgetting(name) if every else context


def _propositions(name: str, after: str) -> tuple[Term, ...]:
    """What is said of a number after its name."""
    said: dict[str, Term] = {
        "positive": ("Lt", 0, name),
        "negative": ("Lt", name, 0),
        "not positive": ("Le", name, 0),
        "not negative": ("Le", 0, name),
        "integer": ("Member", name, "Integers"),
        "probability": ("Member", name, ("Interval", 0, 1)),
    }
    return tuple(said[what] for what, pattern in vocabulary.QUALITIES.items() if pattern.match(after))


def _laws(block: Block, trees: dict[int, Node], context: Context) -> Iterator[tuple[str, bool, Term]]:
    """The variables with the laws that they follow, as "X and Y are independent Poisson with rates λ and μ" says at μ:
    to each its own parameter, or the same one to all."""
    words = f"{sentence(block.before)}⟨{block.number}⟩"
    if (called := vocabulary.CALLED.search(words)) is not None:
        yield from _called(called, block, trees, context)
        return
    law, sort, groups = "", "", list[str]()
    if (one := vocabulary.WITH_RATES.search(words)) is not None:
        law, sort, groups = NAMES[one[2].lower()], one[3].lower().rstrip("s"), [one[4]]
        law = law if sort in MEANT.get(law, (sort,)) else ""
    elif (two := vocabulary.WITH_MOMENTS.search(words)) is not None:
        one, law, groups = two, "Normal", [two[3], two[4]]
    if (
        not law
        or one is None
        or vocabulary.OF_OTHERS_TOO.search(words[: one.start()])
        or not vocabulary.GOES_ON.match(block.after)
    ):
        return
    variables, *values = (numbers(group) for group in (one[1], *groups))
    if not all(number in trees for group in (variables, *values) for number in group):
        return
    if any((node.kind, node.text) == ("list", "|") for number in variables for node in trees[number].walk()):
        return  # a law once something else is known
    named = [pair for number in variables for pair in variables_in(trees[number])]
    if not all(len(group) in (1, len(named)) for group in values):
        return
    for place, (variable, entries) in enumerate(named):
        try:
            chosen = (group[place] if len(group) > 1 else group[0] for group in values)
            parameters = [read(trees[number], context.scope)[0].terms[0] for number in chosen]
        except MlceError:
            return
        inverse = law == "Exp" and sort == "mean"
        yield variable, entries, ("Apply", law, *(("Pow", one, -1) if inverse else one for one in parameters))


def _called(
    found: re.Match[str], block: Block, trees: dict[int, Node], context: Context
) -> Iterator[tuple[str, bool, Term]]:
    """The variables with the law that "i.i.d. ⟨N(μ, v)⟩", "i.i.d. Poisson(⟨λ⟩)" or "Gamma⟨(a, b)⟩" says of all."""
    listed, name, opened, last = found.groups()
    variables, parameters = numbers(listed), numbers(last)
    after = block.after if not opened else block.after.removeprefix(")") if block.after.startswith(")") else "("
    others = vocabulary.OF_OTHERS_TOO.search(found.string[: found.start()])
    if others or not vocabulary.GOES_ON.match(vocabulary.OF_LAW.sub("", after, count=1)):
        return
    if not all(one in trees for one in (*variables, *parameters)) or (not name and len(parameters) > 1):
        return
    if any((node.kind, node.text) == ("list", "|") for number in variables for node in trees[number].walk()):
        return
    name = LONG.get(name, name)
    try:
        if name and not opened:  # as in Beta$(a, b)$
            law = read((tree(tokens(rf"\mathrm{{{name}}}{block.text.text}", {})),), context.scope)[0].terms[0]
        else:
            values = [read(trees[one], context.scope)[0].terms[0] for one in parameters]
            law = ("Apply", name, *values) if name else values[0]
    except (MlceError, ReadingError):
        return
    if law_called(law) is not None:
        yield from ((variable, entries, law) for one in variables for variable, entries in variables_in(trees[one]))
