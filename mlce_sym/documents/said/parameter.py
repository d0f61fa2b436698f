r"""Is π a name in a section, such as the probability of Bernoulli's law, or the number 3.14…?

>>> from mlce_sym.documents.text.blocks import MARKDOWN, blocks
>>> from mlce_sym.documents.text.places import Files
>>> for text in (r"Let $L(\pi) = \pi^s (1-\pi)^{n-s}$.", r"So $f(x) = \frac{1}{\pi(1+x^2)}$."):
...     print(pi_is_named(blocks(Files().add("a.md", text), MARKDOWN)))
True
False
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...reading.signs.nodes import spelled
from ...reading.signs.tree import Node
from ...reading.walk.scope import Mentioned, names
from ..in_force.context import Context
from ..text.blocks import INLINE, SAID, Block, Chain
from ..text.prose import sentence
from ..text.vocabulary import INTRODUCED, IS_CONSTANT, SHARE

GIVEN = re.compile(r"\\?\bpi\b")
COMPLEMENT = re.compile(r"[(\[{]\s*1\s*-\s*(?:\\pi\b|π)\s*(?:\\right|\\[bB]igg?r?)?\s*\\?[)\]}]")
WEIGHT = re.compile(  # log π, π N(x; μ, v), π (1 − π) or π + (1 − π)
    r"\\(?:log|ln)\s*(?:\\left\s*)?[({]?\s*(?:\\pi\b|π)"
    r"|(?:\\pi\b|π)\s*(?:\\[,;:!]\s*|\\cdot\s*)?(?:\\(?:mathcal|mathrm|text|phi|varphi)\b|[A-Za-z](?:_(?:\w|\{\w+\}))?\s*\()"
    r"|(?:\\pi\b|π)(?:\^(?:\w|\{[^{}$]*\}))?\s*(?:\\cdot\s*|\+\s*)?(?:\\left\s*)?[(\[{]\s*1\s*-\s*(?:\\pi\b|π)"
)
CIRCLE = re.compile(  # π in a sine, as an end, or in a power
    r"(?:sin|cos|tan|cot|arc\w*)\b[^$=]*?(?:\\pi\b|π)|[_^]\s*(?:\{[^{}]*)?(?:\\pi\b|π)"
)
RELATED = ("=", ":=", "<", "<=", ">", ">=", "∈", "∼")


def with_pi(context: Context, section: Sequence[Block]) -> Context:
    """The context up to the next section, in which π and e are names where the blocks until there make them some."""
    scope = context.scope
    named = {name for name, is_named in (("pi", pi_is_named), ("e", e_is_named)) if is_named(section)}
    return replace(context, scope=replace(scope, numbers=scope.numbers | named)) if named else context


def e_is_named(blocks: Iterable[Block]) -> bool:
    """Is e said to be something, as the error y − w x?"""
    parts = (chain.parts for block in blocks for chain in block.chains if len(chain.parts) > 1)
    return any(_is_of_names(first.tree, second.tree) for first, second, *_ in parts if second.relation in ("=", ":="))


def _is_of_names(left: Node | None, right: Node | None) -> bool:
    if left is None or right is None or spelled(left) != "e":
        return False
    seen = names(right)
    return bool(seen.numbers - seen.bound - seen.variables - {"pi", "d", "e", "n"})


def pi_is_named(blocks: Iterable[Block]) -> bool:
    """Is π an argument, estimated, differentiated by, said to lie in a set, to be something, spoken of alone, or beside
    (1 − π)? Where it has entries π_k, it is read by these."""
    section = [*blocks]
    parts = [part for block in section for chain in block.chains for part in chain.parts]
    trees = [part.tree for part in parts if part.tree is not None]
    seen = [names(tree) for tree in trees]
    if any(stem == "pi" and any(map(str.isalpha, scripts)) for one in seen for stem, scripts in one.entries):
        return False
    said = (block.kind == SAID and GIVEN.search(block.text.text) for block in section)
    named = (*map(_names_pi, trees, seen), *said, *map(_is_spoken_of, section))
    return any(named) or _is_share([part.text for part in parts])


def _is_share(texts: Iterable[str]) -> bool:
    """Is it a weight beside 1 − π, and nowhere an angle?"""
    whole = " $ ".join(texts)
    return bool(COMPLEMENT.search(whole) and WEIGHT.search(whole)) and not CIRCLE.search(whole)


def _names_pi(tree: Node, seen: Mentioned) -> bool:
    estimated = any(one.kind == "accent" and (spelled(one) or "").endswith("_pi") for one in tree.walk())
    return estimated or "pi" in seen.variables or any("pi" in arguments for _, arguments in seen.applied)


def _is_spoken_of(block: Block) -> bool:
    alone = [chain.parts[0].tree for chain in block.chains if len(chain.parts) == 1]
    if block.kind == INLINE and len(block.chains) == 1 and any(tree and spelled(tree) == "pi" for tree in alone):
        before, after = sentence(block.before), block.after
        return bool(SHARE.search(before + after) or INTRODUCED.search(before)) and not IS_CONSTANT.match(after)
    return any(any(_related(chain)) for chain in block.chains)


def _related(chain: Chain) -> Iterator[bool]:
    """Is π alone on one side of a relation? Of an equation with numbers alone, as π = 3.14, it is the number."""
    for left, right in zip(chain.parts, chain.parts[1:], strict=False):
        for one, other in ((left.tree, right.tree), (right.tree, left.tree)):
            if one is not None and other is not None and spelled(one) == "pi" and right.relation in RELATED:
                seen = names(other)
                yield right.relation != "=" or bool(seen.numbers - seen.variables - {"pi", "d", "e"})
