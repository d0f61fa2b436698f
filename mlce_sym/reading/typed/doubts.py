r"""Writings of LaTeX that have two readings, which are refused and never guessed: \log x y, a/b c, \log(y)^2, {a+b}c.

Plain text has the readings of Python, and no doubts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lark import Token, Tree

from .mistyped import Node, Part, Source, end, start

CLOSED = ("bracket", "absolute")
WIDE = ("sum", "signed", "product", "prefix", "power", "cases")
ONE_CHARACTER = re.compile(r"[0-9A-Za-z]|\\[A-Za-z]+|[^\W\d_]")
Doubts = Iterator[tuple[Part, str]]


def refuse_doubts(source: Source, tree: Node) -> None:
    """Raises Mistyped at the first writing with two readings."""
    doubts = [doubt for node in tree.iter_subtrees() for doubt in _doubts(source, node)]
    for part, what in sorted(doubts, key=lambda doubt: start(doubt[0])):
        raise source.wrong(part, what)


def _doubts(source: Source, node: Node) -> Doubts:
    yield from _braces(source, node)
    if node.data == "product":
        yield from _of_product(source, node)
    if node.data == "prefix":
        yield from _of_prefix(source, node)


def _nodes(parts: list[Part]) -> list[Node]:
    return [part for part in parts if isinstance(part, Tree)]


def _braces(source: Source, node: Node) -> Doubts:
    """Groups that print as something else, and arguments without braces that TeX cuts."""
    for child in _nodes(node.children):
        shown = source.shown(child)
        if any(child is argument for argument in _arguments(node)):
            if child.data in ("number", "name") and not ONE_CHARACTER.fullmatch(shown):
                yield child, f"TeX takes only the first character of '{shown}' here; write {{{shown}}}"
        elif child.data == "group" and _nodes(child.children)[0].data in WIDE:
            inside = source.quoted(start(child) + 1, end(child) - 1)
            yield child, f"braces are not printed; write '({inside})' for what belongs together"


def _arguments(node: Node) -> list[Node]:
    """The parts of a node for which TeX wants braces, or one character."""
    nodes = _nodes(node.children)
    if node.data in ("fraction", "binomial"):
        return nodes
    if node.data == "prefix":
        return nodes[:-1]
    return nodes[-1:] if node.data in ("power", "root") else []


def _of_product(source: Source, node: Node) -> Doubts:
    parts = node.children
    for index, part in enumerate(parts):
        rest = parts[index + 1 :]
        if isinstance(part, Tree):
            if rest and part.data == "prefix" and _bare(_argument(part)).data not in CLOSED:
                yield part, _end_of_argument(source, part, rest)
            if index and isinstance(parts[index - 1], Tree) and _starts_with_number(part):
                shown = source.shown(parts[index - 1], part)
                yield part, rf"'{shown}' is not clear; write a product with \cdot, a power with ^, a subscript with _"
        elif part.type == "SLASH" and len(rest) > 1:
            yield node, _end_of_quotient(source, node, part, rest)


def _argument(prefix: Node) -> Node:
    r"""What stands after the functions: y of \log \log y."""
    last = _nodes(prefix.children)[-1]
    return _argument(last) if last.data == "prefix" else last


def _bare(node: Node) -> Node:
    return _bare(_nodes(node.children)[0]) if node.data == "group" else node


def _starts_with_number(node: Node) -> bool:
    scripted = node.data in ("power", "faculty")
    return node.data == "number" or (scripted and _starts_with_number(_nodes(node.children)[0]))


def _end_of_argument(source: Source, prefix: Node, rest: list[Part]) -> str:
    argument = _argument(prefix)
    function, inside = source.quoted(start(prefix), start(argument)), source.shown(argument)
    after, whole = source.shown(rest[0], rest[-1]), source.shown(prefix, rest[-1])
    return _two(whole, f"{function}({inside}) {after}", f"{function}({inside} {after})")


def _end_of_quotient(source: Source, node: Node, slash: Token, rest: list[Part]) -> str:
    whole, top = source.shown(node, rest[-1]), source.quoted(start(node), start(slash))
    bottom, after = source.shown(rest[0]), source.shown(rest[1], rest[-1])
    return _two(whole, f"({top}/{bottom}) {after}", f"{top}/({bottom} {after})")


def _two(whole: str, first: str, second: str) -> str:
    return f"'{whole}' has two readings: did you mean '{first}' or '{second}'?"


def _of_prefix(source: Source, node: Node) -> Doubts:
    r"""\log(y)^2, \exp(k)! and \cos^{-1} y."""
    *exponent, argument = _nodes(node.children)
    if exponent and not re.fullmatch(r"\{?\s*[2-9]\s*\}?", source.shown(exponent[0])):
        shown = source.shown(node)
        yield node, f"'{shown}' may be an inverse or a power; write the function in brackets, and its power after them"
    if argument.data in ("power", "faculty") and _bare(_nodes(argument.children)[0]).data in CLOSED:
        base = argument.children[0]
        applied, script = source.shown(node, base), source.quoted(end(base), end(argument))
        function = source.quoted(start(node), start(argument))
        yield node, _two(source.shown(node), f"({applied}){script}", f"{function}({source.shown(argument)})")
