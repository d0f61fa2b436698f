r"""Where π is the number 3.14… in a text in which π is a name, too: in √(2πσ²), (2π)^{n/2} and log(2π).

>>> from ..signs.grammar import tokens, tree
>>> text = r"\pi \log(2\pi) + \sqrt{2\pi v} - 2\pi"
>>> [text[place:] for place in sorted(circles(tree(tokens(text, {}))))]
['\\pi) + \\sqrt{2\\pi v} - 2\\pi', '\\pi v} - 2\\pi']
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..signs.nodes import unwrapped
from ..signs.tree import Node


def circles(node: Node) -> frozenset[int]:
    """Where π stands after a 2, below a root, a power or a logarithm."""
    return frozenset(place for one in node.walk() for inner in _inside(one) for place in twice(inner))


def twice(node: Node) -> Iterator[int]:
    """Where π stands after a 2."""
    for one in node.walk():
        if one.kind == "term":
            after = (second for first, second in pairwise(one.parts) if first.text == "2" and first.kind == "number")
            yield from (base.start for base in (unwrapped(part)[0] for part in after) if base.text == "pi")


def _inside(node: Node) -> Iterator[Node]:
    is_power = node.kind == "sup" and unwrapped(node)[0].kind == "bracket"
    is_log = node.kind == "term" and any(unwrapped(part)[0].text in ("log", "ln") for part in node.parts)
    if node.kind == "root" or is_power or is_log:
        yield node
