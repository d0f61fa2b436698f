r"""Declarations: a name and the set that it lies in.

>>> declaration(r"0 < \theta < 1").domain, declaration("y in {0, 1, ..., n}").domain
(Interval.open(0, 1), Range(0, n + 1, 1))
>>> declaration(r"\sigma^2 > 0")
Declared(symbol=sigma2, latex='\\sigma^2', domain=Interval.open(0, oo))
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from lark import Token, Tree
from sympy import Add, EmptySet, FiniteSet, Integer, Interval, Mul, Range, S, Set, Symbol, oo, preorder_traversal

from .grammar import FORM, parsed
from .mistyped import Node, Source
from .names import Declared, spelled
from .numbers import simple
from .terms import Reading, squared_name, term

SETS = {
    **{"R": S.Reals, "Reals": S.Reals, "Z": S.Integers, "Integers": S.Integers},
    **{"N_0": S.Naturals0, "Naturals0": S.Naturals0, "Naturals": S.Naturals},
    **dict.fromkeys(("R_>0", "R^>0"), Interval.open(0, oo)),
    **dict.fromkeys((r"R_\ge0", r"R_\geq0"), Interval(0, oo)),
    **dict.fromkeys((r"Z_\ge0", r"Z_\geq0", r"N_\ge0"), S.Naturals0),
    **dict.fromkeys(("Z_>0", "N_>0", r"N_\ge1", r"N_\geq1"), S.Naturals),
}
MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def declaration(text: str, option: str = "--parameter") -> Declared:
    r"""The name that a text declares and the set that it lies in, from LaTeX such as `\theta \in (0, 1)`, or from plain
    text such as `theta in (0, 1)`.

    The symbol has no assumptions. Intervals may have symbolic ends; {0, 1, …, n} is `Range(0, n + 1)`. The square of a
    name declares one parameter, with the symbol sigma2 for \sigma^2: in the density \sigma^2 stands for it, and \sigma
    alone for nothing. Raises Mistyped, with the option as WHERE.
    """
    source = Source(option, text)
    nodes = [child for child in parsed(source, "declaration", None).children if isinstance(child, Tree)]
    reading = Reading(source, None)
    declared, domain = _member(reading, *nodes) if nodes[1:] else _alone(reading, *nodes)
    symbol, latex = _name(source, declared)
    if symbol in domain.free_symbols:
        raise source.wrong(declared, f"the set of {symbol} speaks of {symbol} itself; give ends that are known")
    if domain == EmptySet:
        raise source.wrong(0, "there is no such number; give a lower end that is below the upper one")
    return Declared(symbol, latex, domain)


def _name(source: Source, node: Node) -> tuple[Symbol, str]:
    square = squared_name(node)
    if square is not None:
        return Symbol(_text_of(node) + "2"), f"{square}^2"
    if node.data != "name":
        raise source.wrong(node, f"this is no name that can be declared; {FORM}")
    return Symbol(_text_of(node)), spelled(_text_of(node))


def _text_of(node: Node) -> str:
    """The name in a node."""
    first = node.children[0]
    return str(first) if isinstance(first, Token) else _text_of(first)


def _alone(reading: Reading, tree: Node) -> tuple[Node, Set]:
    """A relation; or alone the name of what there is one of for each observation, as x_i, a real number."""
    if tree.data == "relation":
        return _related(reading, tree)
    if tree.data == "name" and _text_of(tree).endswith("_i"):
        return tree, S.Reals
    raise reading.source.wrong(len(reading.source.text), f"the text ends too early; {FORM}")


def _related(reading: Reading, tree: Node) -> tuple[Node, Set]:
    """From a chain such as 0 < y <= 1. Of two names, as in y > x_m, the first is declared."""
    terms = [child for child in tree.children if isinstance(child, Tree)]
    signs = [str(child) for child in tree.children if isinstance(child, Token)]
    if len(terms) > 3 or {"=", "!="} & {*signs}:
        raise reading.source.wrong(tree, f"this says no set; {FORM}")
    middle = 0 if len(terms) == 2 and (terms[0].data == "name" or squared_name(terms[0])) else 1
    before = [(MIRRORED[signs[0]], terms[0])] if middle else []
    bounds = [*before, *zip(signs[middle:], terms[middle + 1 :], strict=True)]
    return terms[middle], _bounded(reading, tree, bounds)


def _bounded(reading: Reading, tree: Node, bounds: list[tuple[str, Node]]) -> Set:
    """The numbers with these relations to the ends."""
    upper, lower = ([bound for bound in bounds if bound[0][0] == side] for side in "<>")
    if len(upper) > 1 or len(lower) > 1:
        raise reading.source.wrong(tree, "the signs point in different directions; write '0 < y < 1'")
    left, is_closed_left = _end(reading, *lower[0]) if lower else (-oo, False)
    right, is_closed_right = _end(reading, *upper[0]) if upper else (oo, False)
    return Interval(left, right, not is_closed_left, not is_closed_right)


def _end(reading: Reading, sign: str, node: Node) -> tuple[Any, bool]:
    """An end of an interval, and whether it belongs to it."""
    end, is_closed = _value(reading, node), sign.endswith("=")
    if (end in (oo, -oo) and is_closed) or end == (oo if sign[0] == ">" else -oo):
        raise reading.source.wrong(node, "infinity is no value; write an interval such as [0, \\infty)")
    return simple(reading.source, node, end, "for the end of an interval"), is_closed


def _value(reading: Reading, node: Node) -> Any:
    signed = node.data == "signed" and node.children[-1]
    if isinstance(signed, Tree) and signed.data == "infinity":
        return -oo if node.children[0] == "-" else oo
    return oo if node.data == "infinity" else term(reading, node)


def _member(reading: Reading, declared: Node, domain: Node) -> tuple[Node, Set]:
    opening, *elements, closing = (domain.children[0], *domain.children[1:-1], domain.children[-1])
    nodes = [element for element in elements if isinstance(element, Tree)]
    if isinstance(opening, Token) and opening.type == "SET":
        return declared, _named_set(reading.source, opening, declared)
    if opening == "{":
        return declared, _listed(reading, domain, nodes)
    if len(nodes) != 2 or any(node.data == "dots" for node in nodes):
        raise reading.source.wrong(domain, r"an interval has two ends, as (0, 1); a set is written \{0, 1\}")
    left, right = ">=" if opening == "[" else ">", "<=" if closing == "]" else "<"
    return declared, _bounded(reading, domain, [(left, nodes[0]), (right, nodes[1])])


def _named_set(source: Source, token: Token, declared: Node) -> Set:
    name = re.sub(r"^\\mathbb|[\s{}]|^\\(?=[RNZ])", "", token)
    shown = source.shown(token)
    if name in SETS:
        return SETS[name]
    if name == "N":
        raise source.wrong(
            token, rf"{shown} has two readings: did you mean '\{{0, 1, \dots\}}' or '\{{1, 2, \dots\}}'?"
        )
    if name in ("R_+", "R^+"):
        symbol = spelled(_text_of(declared))
        raise source.wrong(token, f"{shown} has two readings: did you mean '{symbol} > 0' or '{symbol} >= 0'?")
    raise source.wrong(token, f"{shown} is no set that is known; {FORM}")


def _listed(reading: Reading, tree: Node, elements: list[Node]) -> Set:
    r"""{a, b, c}; or from an integer on, as {0, 1, \dots} and {0, \dots, n}; or {\dots, 0, 1, \dots}."""
    dots = [index for index, element in enumerate(elements) if element.data == "dots"]
    values = [term(reading, element) for element in elements if element.data != "dots"]
    if not dots:
        return FiniteSet(*values)
    if dots == [0, len(elements) - 1] and _are_consecutive(values):
        return S.Integers
    first, last = values[: dots[0]], values[dots[0] :]
    if len(dots) == 1 and _are_consecutive(first) and (not last or (len(last) == 1 and _may_end(last[0], first[-1]))):
        return _integers(first[0], *last)
    raise reading.source.wrong(tree, r"this list is not clear; write it like \{0, 1, \dots\} or \{0, \dots, n\}")


def _are_consecutive(values: list[Any]) -> bool:
    whole = bool(values) and all(value.is_Integer for value in values)
    return whole and all(after == value + 1 for value, after in pairwise(values))


def _may_end(last: Any, before: Any) -> bool:
    """Whether a list may end with that term: an integer, if the names in it are integers."""
    if last.is_number:
        return bool(last.is_Integer and last > before)
    return all(isinstance(part, (Add, Mul, Integer, Symbol)) for part in preorder_traversal(last))


def _integers(first: Any, last: Any = oo) -> Set:
    if last == oo and first in (0, 1):
        return S.Naturals0 if first == 0 else S.Naturals
    return Range(first, last + 1)
