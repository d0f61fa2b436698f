r"""Sums and products with an ellipsis: y_1 + y_2 + \ldots + y_n is Σ y_k, where the terms that are written agree."""

from __future__ import annotations

from dataclasses import replace

from ..signs.nodes import inside, mentions, single, termed
from ..signs.tree import Node, ReadingError
from .values import Value, negative
from .walk import Walk

Difference = tuple[Node, Node]


def dotted(walk: Walk, node: Node) -> Value | None:
    """The sum or product that an ellipsis stands for, or None where there is none."""
    if len(node.parts) > 2 and any(_is_dots(part.parts) for part in node.parts):
        if len(set(node.text)) > 1 or node.text[0] not in "+-":
            raise ReadingError(node.start, "'…'", "it is read between terms with one sign alone")
        folded = _folded(walk, list(node.parts), "Sum")
        return folded if node.text[0] == "+" else negative(folded)
    if len(node.parts) == 1 and any(part.kind == "dots" for part in node.parts[0].parts):
        listed = [termed([part]) for part in node.parts[0].parts if part.kind != "times"]
        if node.text != "+" or len(listed) < 3:
            raise ReadingError(node.start, "'…'", "what it stands for is not clear")
        return _folded(walk, listed, "Product")
    return None


def _is_dots(parts: tuple[Node, ...]) -> bool:
    return len(parts) == 1 and parts[0].kind == "dots"


def _folded(walk: Walk, terms: list[Node], head: str) -> Value:
    place = next(index for index, term in enumerate(terms) if _is_dots(term.parts))
    first, *others, last = [term for index, term in enumerate(terms) if index != place]
    index = next(name for name in ("k", "j", "l", "m", "k_dots") if not any(mentions(term, (name,)) for term in terms))
    found = _differences(first, last)
    if place == len(terms) - 1 or not found or any(pair != found[0] for pair in found):
        raise ReadingError(first.start, "'…'", "the first and the last term do not differ in one number alone")
    low, high = found[0]
    start = _count(low)
    for step, other in enumerate(others, 1):
        if start is None or any(
            pair != (low, pair[1]) or _count(pair[1]) != start + step
            for pair in _differences(first, other) or [(low, low)]
        ):
            raise ReadingError(other.start, "'…'", "it is not clear how the terms go on")
    if start is None:
        raise ReadingError(first.start, "'…'", "the first term has to be one of a number")
    with walk.binding(index):
        body = walk.value(_replaced(first, low, last, index))
    return replace(body, term=(head, index, ("Range", start, walk.term(high)), body.term))


def _count(node: Node) -> int | None:
    one = single(node) if node.kind != "number" else node
    return (
        int(one.text) if one is not None and one.kind == "number" and one.text.isdigit() and len(one.text) < 9 else None
    )


def _differences(left: Node, right: Node) -> list[Difference]:
    """Where two formulas differ, as far down as their form is the same."""
    left, right = inside(left), inside(right)
    if left == right:
        return []
    if left.kind == right.kind and left.text == right.text and len(left.parts) == len(right.parts) and left.parts:
        return [pair for one, other in zip(left.parts, right.parts, strict=True) for pair in _differences(one, other)]
    return [(_bare(left), _bare(right))]


def _bare(node: Node) -> Node:
    one = single(node)
    return one if one is not None and one.kind in ("number", "name") else node


def _replaced(node: Node, low: Node, other: Node, index: str) -> Node:
    """The first term with the index where it differs from the last."""
    node, other = inside(node), inside(other)
    if node == other:
        return node
    if node.kind == other.kind and node.text == other.text and len(node.parts) == len(other.parts) and node.parts:
        pairs = zip(node.parts, other.parts, strict=True)
        return replace(node, parts=tuple(_replaced(one, low, last, index) for one, last in pairs))
    return Node("name", (), index, node.start, node.end)
