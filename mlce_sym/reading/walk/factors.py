"""One factor of a term: what kind of thing begins it says who reads it."""

from __future__ import annotations

from collections.abc import Callable

from ..signs.nodes import script, spelled, unwrapped
from ..signs.tree import Node, ReadingError
from .applied import call
from .big import operated
from .calculus import derivative, evaluated, gradient, is_derivative, partial, slope
from .enclosed import bracketed, environment
from .information import HEADS, information
from .inner import inner
from .line import Line
from .named import differential, fixed, is_differential, named, scripted
from .slashed import slashed
from .values import Value, function, root
from .walk import Walk, divided, signed
from .words import word


def next_factor(walk: Walk, line: Line) -> Value:
    """The value of the next factor, with all that belongs to it; these are taken off the line."""
    first, before = line.factors[0], len(line.factors)
    known = not walk.unjudged
    value = _next(walk, line)
    if known and walk.unjudged:
        walk.said.first = first.start
    walk.said.factors[id(first)] = (first, before - len(line.factors), value)
    return value


def _next(walk: Walk, line: Line) -> Value:
    first = line.factors[0]
    if first.kind == "negative":
        line.factors[0] = first.parts[0]
        return signed(walk, first.text, next_factor(walk, line))
    base, scripts = unwrapped(first)
    if base.kind == "big":
        return operated(walk, line, base, scripts)
    if base.kind == "function":
        return word(walk, line, base, scripts)
    if base.kind == "derivative":
        return slope(walk, line, base, scripts)
    if base.kind == "fraction" and is_derivative(walk, base):
        return derivative(walk, line, base, scripts)
    if base.kind == "evaluated":
        return evaluated(walk, line, base, scripts)
    if spelled(base) is not None and base.kind in ("name", "accent"):
        if "d" not in walk.scope.numbers and (fraction := slashed(line)) is not None:
            line.factors.insert(0, fraction)
            return next_factor(walk, line)
        if is_differential(walk, line):
            return differential(walk, line)
        if walk.scope.closed and base.text in HEADS and base.text not in walk.scope.known:
            return information(walk, line, base, scripts)
        if base.text == "nabla":
            return gradient(walk, line)
        if base.text == "partial" and script(scripts, "sub") is not None:
            return partial(walk, line, scripts)
        found = inner(walk, line) or call(walk, line, base, scripts)
        if found is not None:
            return found
        line.take()
        return named(walk, base, scripts)
    line.take()
    if base.kind == "bracket":
        return bracketed(walk, base, scripts)
    return scripted(walk, atom(walk, base), scripts)


def atom(walk: Walk, node: Node) -> Value:
    """The value of a factor that stands for itself."""
    if node.kind in ATOMS:
        return ATOMS[node.kind](walk, node)
    raise ReadingError(node.start, f"'{node.text or node.kind}'", "a number cannot be made of it")


def _fraction(walk: Walk, node: Node) -> Value:
    return divided(walk, walk.value(node.parts[0]), walk.value(node.parts[1]))


def _root(walk: Walk, node: Node) -> Value:
    index = walk.value(node.parts[1]) if len(node.parts) > 1 else Value(2)
    radicand = walk.value(node.parts[0])
    if radicand.vector or index.vector:
        return walk.opaque("root", radicand, index, vector=True, why="a root of what is no number")
    return root(radicand, index)


def _binomial(walk: Walk, node: Node) -> Value:
    term = function("binomial", walk.term(node.parts[0]), walk.term(node.parts[1]))
    assert term is not None
    return Value(term)


def _infinity(walk: Walk, node: Node) -> Value:
    return walk.opaque("infinity")


def _accent(walk: Walk, node: Node) -> Value:
    value = walk.value(node.parts[0])
    return walk.opaque(
        node.text, value, vector=value.vector, total=True, why=f"an accent over an expression: {node.text}"
    )


def _dots(walk: Walk, node: Node) -> Value:
    raise ReadingError(node.start, "'…'", "what it stands for is not clear; write a sum or product with its range")


ATOMS: dict[str, Callable[[Walk, Node], Value]] = {
    **{"number": fixed, "group": Walk.value, "fraction": _fraction, "root": _root, "binomial": _binomial},
    **{"infinity": _infinity, "dots": _dots, "accent": _accent, "environment": environment},
}
