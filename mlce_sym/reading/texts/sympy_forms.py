"""Sums, products, integrals and derivatives in SymPy's notation, as the nodes that LaTeX has for them.

`Sum(f, (i, 1, n))` is Σ with its index and its body, `Integral(f, (x, 0, oo))` has a dx, `sqrt(x)` is a root. A range
may also be written as i=1..n, or without its brackets where that cannot be misread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from ..signs.nodes import as_sum, pieces, separators, single, spelled, summed, termed
from ..signs.tree import Node, ReadingError

BIG = {"Sum": "sum", "Product": "prod", "Integral": "int"}


def desugared(node: Node) -> Node:
    """The formula with these functions in LaTeX's form. Raises ReadingError for other arguments than they take."""
    if node.kind == "list" and ".." in separators(node):
        raise ReadingError(node.start, "..", "a range stands in a sum, as in sum(f, i=1..n); a set is {1, ..., n}")
    parts = tuple(map(desugared, _with_ranges(node.parts) if node.kind == "term" else node.parts))
    return replace(node, parts=_term(parts) if node.kind == "term" else parts)


def _with_ranges(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    """Factors with (i, 1, n) for i=1..n in what Σ, Π and ∫ are taken of."""
    found = list(parts)
    for place, (function, bracket) in enumerate(pairwise(parts), 1):
        if function.kind == "function" and function.text in BIG and bracket.kind == "bracket":
            found[place] = _bracket(*_ranges(bracket))
    return tuple(found)


def _ranges(bracket: Node) -> list[Node]:
    found: list[Node] = []
    for sign, piece in pieces(bracket.parts[0]):
        before = found[-1] if found else None
        if sign == ".." and before is not None and before.kind == "relation" and before.text in ("=", "∈"):
            found[-1] = summed([("+", termed([_bracket(*before.parts, piece)]))])
        elif sign == "..":
            raise ReadingError(piece.start, "..", "write a range as i=1..n, or as (i, 1, n)")
        else:
            found.append(piece)
    return found


def _term(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    found: list[Node] = []
    for part in parts:
        before = found[-1] if found else None
        if before is not None and before.kind == "function" and part.kind == "bracket" and before.text in FORMS:
            found[-1:] = FORMS[before.text](before, [piece for _, piece in pieces(part.parts[0])])
        else:
            found.append(part)
    return tuple(found)


def _big(function: Node, arguments: list[Node]) -> list[Node]:
    """Σ, Π or ∫ over one range after the other, the first of them inside."""
    body, *ranges = arguments
    if not ranges or (len(ranges) == 3 and all(map(spelled, ranges))):
        raise _without_range(function)
    inner: list[Node] = [_bracket(body)]
    alone = len(ranges) == 3 and spelled(ranges[0]) is not None and spelled(ranges[1]) is None
    for variable, *ends in [ranges] if alone else [_tuple(function, one) for one in ranges]:
        inner = _over(function, variable, ends, inner)
    return inner


def _over(function: Node, variable: Node, ends: list[Node], inner: list[Node]) -> list[Node]:
    big = Node("big", (), BIG[function.text], function.start, function.end)
    if function.text == "Integral":
        below = ends[0] if ends else None
        tail = [Node("name", (), "d", variable.start, variable.start), _single(function, variable)]
    else:
        below = Node("relation", (variable, ends[0]), "=", variable.start, variable.end) if ends else variable
        tail = []
    if below is not None:
        big = Node("sub", (big, below), "_", function.start, function.end)
    if len(ends) == 2:
        big = Node("sup", (big, ends[1]), "^", function.start, function.end)
    whole = summed([("+", termed([big, *inner, *tail]))])
    return [_bracket(whole)]


def _tuple(function: Node, node: Node) -> list[Node]:
    one = single(node)
    if one is not None and one.kind == "bracket":
        found = [piece for _, piece in pieces(one.parts[0])]
        if len(found) in (1, 3):
            return found
    if spelled(node) is not None:
        return [node]
    raise _without_range(function)


def _without_range(function: Node) -> ReadingError:
    return _wrong(function, f"write its range, as in {'(x, 0, 1)' if function.text == 'Integral' else '(i, 1, n)'}")


def _derivative(function: Node, arguments: list[Node]) -> list[Node]:
    body, *variables = arguments
    if not variables:
        raise _wrong(function, "write its variable, as in Derivative(f(x), x)")
    for variable in reversed(variables):
        one = single(variable)
        times, name = "", variable
        if one is not None and one.kind == "bracket":
            name, times = _pair(function, one)
        body = Node("derivative", (body, name), f"d{times}", function.start, function.end)
    return [body]


def _pair(function: Node, bracket: Node) -> tuple[Node, str]:
    found = [piece for _, piece in pieces(bracket.parts[0])]
    count = single(found[1]) if len(found) == 2 else None
    if count is None or count.kind != "number":
        raise _wrong(function, "write how often, as in (x, 2)")
    return found[0], count.text


def _root(function: Node, arguments: list[Node]) -> list[Node]:
    if len(arguments) != 1:
        raise _wrong(function, "it has one argument")
    return [Node("root", (arguments[0],), "sqrt", function.start, function.end)]


def _log(function: Node, arguments: list[Node]) -> list[Node]:
    if len(arguments) != 2:
        return [function, _bracket(*arguments)]
    based = Node("sub", (function, arguments[1]), "_", function.start, function.end)
    return [based, _bracket(arguments[0])]


def _cases(function: Node, arguments: list[Node]) -> list[Node]:
    """Piecewise((value, condition), …, (value, True)) as rows of cases."""
    parts: list[Node] = []
    cuts: list[str] = []
    for one in arguments:
        bracket = single(one)
        row = [piece for _, piece in pieces(bracket.parts[0])] if bracket is not None and bracket.parts else []
        if len(row) < 2:
            raise _wrong(function, "write its cases as (value, condition)")
        last = single(row[1])
        otherwise = last is not None and last.text == "True"
        between = ["otherwise"] if otherwise else [","] * (len(row) - 2)
        cuts.extend([*(["\\\\"] if parts else []), "&", *between])
        parts.extend([row[0], Node("nothing"), Node("nothing")] if otherwise else row)
    return [
        Node("environment", (Node("list", tuple(parts), "\x1f".join(cuts)),), "cases", function.start, function.end)
    ]


def _bracket(*parts: Node) -> Node:
    inner = parts[0] if len(parts) == 1 else Node("list", parts, "\x1f".join("," * (len(parts) - 1)))
    return Node("bracket", (inner,), "()", parts[0].start, parts[-1].end)


def _single(function: Node, node: Node) -> Node:
    one = single(as_sum(node))
    if one is None:
        raise _wrong(function, "its variable has to be a name")
    return one


def _wrong(function: Node, message: str) -> ReadingError:
    return ReadingError(function.start, function.text, message)


FORMS: dict[str, Callable[[Node, list[Node]], list[Node]]] = {
    **dict.fromkeys(BIG, _big),
    **{"Derivative": _derivative, "sqrt": _root, "log": _log, "Piecewise": _cases},
}
