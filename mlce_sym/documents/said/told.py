"""What the words around an inline name say of it: that it is positive, a probability, a whole number, one-hot, a
sample mean, or follows a law.

>>> from mlce_sym.documents.text.blocks import MARKDOWN, blocks
>>> from mlce_sym.documents.text.places import Files
>>> found = blocks(Files().add("a.md", "Let $y$ be a one-hot vector, and $s$ a positive number."), MARKDOWN)
>>> here, trees = Context(), {}
>>> for block in found:
...     here = told(here, block, trees, 1)
>>> sorted(here.one_hot), [fact.proposition for fact in here.facts]
(['y'], [('Lt', 0, 's')])
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...reading.signs.nodes import spelled
from ...reading.signs.tree import Node
from ...reading.walk.readings import read
from ...reading.walk.scope import Scope
from ...terms.errors import MlceError
from ...terms.terms import Term
from ..equations.formulas import SAYING, for_every, index_letters, is_progression, known_in
from ..equations.meaning import INDICES
from ..in_force.context import Context
from ..in_force.laws import is_called
from ..text import vocabulary, words_of_laws
from ..text.blocks import DISPLAY, INLINE, Block
from ..text.phrases import numbers
from ..text.prose import is_hedged, is_of_another
from .cases import of_some, possible
from .kinds import matrices, strange, strange_in, with_symmetric
from .restricted import around, without_restricted
from .stated import of_interval
from .worded_laws import with_apart, with_said_laws

SOME = "some"  # a set of indices of which nothing else is known
ENDS = re.compile(r"[.?!](?:\s|$)")


def told(context: Context, block: Block, trees: dict[int, Node], line: int) -> Context:
    """With what is said of an inline formula, if it is a name; `trees` has the formulas before it by their numbers."""
    parts = block.chains[0].parts if block.kind == INLINE and block.chains else ()
    tree = parts[0].tree if parts and all(part.relation in SAYING for part in parts[1:]) else None
    if tree is not None:
        trees[block.number] = _listed(block) or tree
    follows = [part.relation for part in parts[1:]] == ["∼"]
    if follows and parts[0].tree is not None and not known_in(parts[0].tree):
        trees[block.number] = parts[0].tree  # "$X \\sim D$ and $Y \\sim D$ are independent"
    context = without_restricted(context, block, trees)
    if vocabulary.ROW_VECTORS.search(around(block)):
        context = replace(context, by_rows=True)
    words, names = around(block), lambda one: _name(trees.get(one))
    others, real = strange(words, names) | strange_in(block), matrices(words, names)
    context = replace(context, strange=context.strange | others, matrices=context.matrices | real)
    limits = [part for part in parts[1:] if part.relation in SAYING and not is_progression(part.tree)]
    if vocabulary.OF_INDEX.search(block.before) and limits and (index := _name(parts[0].tree)) in INDICES:
        context = of_some(context, index, line)
    if tree is None:
        return with_apart(context, block, trees) if follows else context
    name = spelled(tree)
    if name in INDICES and vocabulary.FOR_SOME.search(block.before):
        context = context.knowing((("Member", name, SOME),), line)
    within = of_interval(block.before, tree, context.scope)
    context = (
        context.doubting(within, hedged=True) if is_hedged(block.before, block.after) else context.knowing(within, line)
    )
    if name is not None and len(parts) == 1 and len(block.chains) == 1:
        context = _of_name(context, name, block, trees, line)
    if len(parts) == len(block.chains) == 1:
        context = context.doubting(_of_binary(tree, block, context.scope))
    context = with_symmetric(context, block, tree)
    return with_apart(with_said_laws(context, block, trees, line), block, trees)


def _listed(block: Block) -> Node | None:
    """Several names in one formula, as "$X, Y$"."""
    trees = [chain.parts[0].tree for chain in block.chains if len(chain.parts) == 1]
    named = tuple(tree for tree in trees if tree is not None and spelled(tree) is not None)
    return Node("list", named, ",") if len(named) == len(block.chains) > 1 else None


def _of_name(context: Context, name: str, block: Block, trees: dict[int, Node], line: int) -> Context:
    """With what is said of a name: what it is, where it lies, what it follows."""
    context = _renewed(context, name, block)
    if vocabulary.EVERY_NUMBER.search(block.before):
        context = context.knowing((("Member", name, "Reals"),), line)
    is_new = _has_new_law(context, name, block) and not words_of_laws.OF_IT.search(block.before)
    context = context.without_law(name).without_apart(name) if is_new else context
    found = vocabulary.LISTED.search(block.before)
    names = (*(_name(trees.get(one)) for one in numbers(found[0] if found else "")), name)
    said = tuple(one for each in names if each is not None for one in _propositions(each, block.after))
    is_sure = not (
        is_hedged(block.before) or is_of_another(block.before) or words_of_laws.RESPECTIVELY.match(block.after)
    )
    context = possible(context, said).knowing(said, line) if is_sure else context.doubting(said, hedged=True)
    if not said and vocabulary.LIMITED.match(block.after):
        context = replace(context, limited=context.limited | {name})
    if name in context.scope.values and vocabulary.IS_MORE.match(block.after):
        context = replace(context, unlisted=context.unlisted | {name}).with_values
    bars = frozenset(one for one in names if one is not None and "bar" in one.split("_"))
    if vocabulary.MEAN.match(block.after) or vocabulary.MEAN_OF_IT.search(block.before):
        context = replace(context, averages=context.averages | bars | {name})
    elif vocabulary.IS_SAID.match(block.after):
        context = replace(context, strange=context.strange | bars)
    context = _with_means(context, names, block, trees)
    if vocabulary.ONE_HOT.match(block.after) or vocabulary.ONE_HOT_NAMED.search(block.before):
        context = replace(context, one_hot=context.one_hot | {name.split("_")[0]})
    return context


def _of_binary(tree: Node, block: Block, scope: Scope) -> tuple[Term, ...]:
    """That a name or an entry is 0 or 1, which may be meant where words say that it is binary."""
    if not (vocabulary.BINARY.match(block.after) or vocabulary.BINARY_NAMED.search(block.before)):
        return ()
    indices = index_letters(tree)
    scopes = (scope, replace(scope, bound=scope.bound | indices))
    try:
        terms = [read((tree,), here)[0].terms[0] for here in scopes]
    except MlceError:
        return ()
    return tuple(for_every(("Member", term, ("Finite", 0, 1)), indices) for term in terms)


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


def _has_new_law(context: Context, name: str, block: Block) -> bool:
    """Do words say what law a variable follows, and not, as "since it does", that it is of the kind that was said?"""
    found = words_of_laws.NAMES_LAW.match(block.after) if words_of_laws.GIVES_LAW.search(block.before) else None
    if found is not None and any(is_called(law, found[1]) for law in context.laws if law.variable == name):
        return False
    return bool(words_of_laws.NEW_LAW.match(block.after))


def _renewed(context: Context, name: str, block: Block) -> Context:
    """The context, in which "let $a$ be" and "for any $a$" make a another thing."""
    every = vocabulary.EVERY.search(block.before)
    anew = (every and (every[1] or "arbitrary" in every[0].lower())) or (
        vocabulary.LET.search(block.before) and vocabulary.LET_BE.match(block.after)
    )
    if words_of_laws.HAS_LAW.match(block.after) and _has_new_law(context, name, block):
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
