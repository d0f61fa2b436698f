r"""The set in which a name lies, from what declares it: 0 < \theta < 1, \mu \in \mathbb{R}, y \in \{0, 1, \dots\}."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sympy import Add, EmptySet, FiniteSet, Integer, Interval, Mul, Range, S, Set, Symbol, oo, preorder_traversal

from ...terms.terms import Term, is_a
from ..signs.nodes import as_sum, flat, pieces, single, spelled
from ..signs.tree import Node, ReadingError
from ..texts.rows import Part
from ..walk.integrals import end
from ..walk.readings import several
from ..walk.scope import Scope, names
from ..walk.sets import set_of
from .built import built, is_simple
from .spelling import latex_of

FORM = r"a declaration is written like 'y > 0', '0 < \theta < 1', '\mu \in \mathbb{R}' or 'y \in \{0, 1\}'"
SETS = {
    **dict.fromkeys(("bb_R", "R", "Reals"), S.Reals),
    **dict.fromkeys(("bb_Z", "Z", "Integers"), S.Integers),
    **dict.fromkeys(("bb_N_0", "N_0", "Naturals0", "bb_Z_from_0", "bb_N_from_0"), S.Naturals0),
    **dict.fromkeys(("Naturals", "bb_Z_above_0", "bb_N_above_0", "bb_N_from_1"), S.Naturals),
    **dict.fromkeys(("bb_R_above_0", "bb_R_power_above_0"), Interval.open(0, oo)),
    "bb_R_from_0": Interval(0, oo),
}
TWO = {
    **dict.fromkeys(("bb_N", "N"), r"'\{0, 1, \dots\}' or '\{1, 2, \dots\}'"),
    **dict.fromkeys(("bb_R_plus", "bb_R_power_plus", "R_plus"), "'{name} > 0' or '{name} >= 0'"),
}
MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def node_of(chain: Sequence[Part]) -> Node:
    """The name that a chain declares, or its square: the middle one, or the first of two. Raises ReadingError."""
    trees = [part.tree for part in chain if part.tree is not None]
    relations = {part.relation for part in chain[1:]}
    if len(trees) > 3 or not relations <= {"<", "<=", ">", ">=", "∈"} or ("∈" in relations and len(trees) != 2):
        raise ReadingError(trees[0].start, "", f"this says no set; {FORM}")
    first = len(trees) < 3 and (_is_name(trees[0]) or "∈" in relations)
    node = trees[0] if first or len(trees) == 1 else trees[1]
    if not _is_name(node):
        raise ReadingError(node.start, "", f"this is no name that can be declared; {FORM}")
    if any(part.kind in ("accent", "prime") for part in node.walk()):
        raise ReadingError(node.start, "", "give the name without an accent or a prime")
    if len(trees) == 1 and not (spelled(node) or "").endswith("_i"):
        raise ReadingError(node.end, "", f"the text ends too early; {FORM}")
    return node


def _is_name(node: Node) -> bool:
    one = single(node)
    if one is not None and one.kind == "sup":
        return spelled(one.parts[0]) is not None and flat(one.parts[1]) == "2"
    return spelled(node) is not None


def domain_of(chain: Sequence[Part], name: Node) -> Set:
    """The set in which the name lies: a real number, where it is alone. Raises ReadingError."""
    trees = [part.tree for part in chain if part.tree is not None]
    if len(trees) == 1:
        return S.Reals
    if chain[1].relation == "∈":
        return _not_empty(_member(name, trees[1], chain[1].text), trees[1])
    middle = next(place for place, tree in enumerate(trees) if tree is name)
    before = [(MIRRORED[chain[1].relation], trees[0])] if middle else []
    bounds = [*before, *((part.relation, part.tree) for part in chain[middle + 1 :] if part.tree is not None)]
    return _not_empty(_bounded(trees[0], bounds), trees[0])


def _not_empty(domain: Set, node: Node) -> Set:
    if domain == EmptySet:
        raise ReadingError(node.start, "", "there is no such number; give a lower end that is below the upper one")
    return domain


def _bounded(whole: Node, bounds: Sequence[tuple[str, Node]]) -> Set:
    """The numbers with these relations to the ends."""
    upper, lower = ([bound for bound in bounds if bound[0][0] == side] for side in "<>")
    if len(upper) > 1 or len(lower) > 1:
        raise ReadingError(whole.start, "", "the signs point in different directions; write '0 < y < 1'")
    left, right = (_end(*lower[0]) if lower else -oo), (_end(*upper[0]) if upper else oo)
    closed = [bool(bound) and bound[0][0].endswith("=") for bound in (lower, upper)]
    return Interval(left, right, not closed[0], not closed[1])


def _end(sign: str, node: Node) -> Any:
    """An end of an interval."""
    value = _number(node)
    if (value in (oo, -oo) and sign.endswith("=")) or value == (oo if sign[0] == ">" else -oo):
        raise ReadingError(node.start, "", "infinity is no value; write an interval such as [0, \\infty)")
    if not is_simple(value):
        what = "this is too involved for the end of an interval; write it with fewer powers and functions"
        raise ReadingError(node.start, "", what)
    return value


def _read(node: Node, told: Any) -> Term:
    """What a part of a declaration says: each name in it is one, and is declared elsewhere."""
    mentioned = names(node)
    numbers = mentioned.numbers | {stem for stem, _ in mentioned.entries} | {name for name, _ in mentioned.applied}
    scope = Scope(numbers - {"pi"}, densities=frozenset(), closed=True, plain=True)
    reading, *others = several([node], scope, told)
    if others or reading.unjudged:
        raise ReadingError(node.start, "", "this has two readings, or is outside of the language; write it otherwise")
    (term,) = reading.terms
    return term


def _number(node: Node) -> Any:
    term = _read(node, lambda walk: (end(walk, node),))
    infinite = {"∞": oo, "−∞": -oo}.get(term) if isinstance(term, str) else None
    return built(term, {term: node.start}) if infinite is None else infinite


def _member(name: Node, node: Node, text: str) -> Set:
    one = single(as_sum(node))
    if one is not None and one.kind == "group":
        raise ReadingError(node.start, "", r"'{' is not expected here; the braces of a set are written \{ and \}")
    if one is None or one.kind != "bracket":
        return _named(name, node, text)
    parts = [part for _, part in pieces(one.parts[0])]
    if one.text == "{}":
        return _listed(node, lambda walk: (set_of(walk, node),))
    dots = any((lone := single(part)) is not None and lone.kind == "dots" for part in parts)
    if len(parts) != 2 or dots or one.text not in ("()", "[]", "(]", "[)"):
        raise ReadingError(node.start, "", r"an interval has two ends, as (0, 1); a set is written \{0, 1\}")
    left, right = ">=" if one.text[0] == "[" else ">", "<=" if one.text[1] == "]" else "<"
    return _bounded(node, [(left, parts[0]), (right, parts[1])])


def _named(name: Node, node: Node, text: str) -> Set:
    word = flat(node)
    if word in SETS:
        return SETS[word]
    if word in TWO:
        readings = TWO[word].format(name=spelled(name)) if "{name}" in TWO[word] else TWO[word]
        raise ReadingError(node.start, "", f"{text} has two readings: did you mean {readings}?")
    if word.startswith(("bb_R_power_", "R_power_")):
        stem, entries = latex_of(spelled(name) or "y"), r"_1, {0}_2 \in \mathbb{{R}}"
        what = f"{text} is a set of vectors; declare the entries, as '{stem}{entries.format(stem)}'"
        raise ReadingError(node.start, "", what)
    raise ReadingError(node.start, "", f"{text} is no set that is known; {FORM}")


def _listed(node: Node, told: Any) -> Set:
    r"""{a, b, c}; or from an integer on, as {0, 1, \dots}, {k, k + 1, \dots} and {0, \dots, n}; or all integers."""
    term = _read(node, told)
    if term == "Integers":
        return S.Integers
    if is_a(term, "Finite"):
        return FiniteSet(*(built(part, {}) for part in term[1:]))
    assert is_a(term, "Range", "From")
    first, *last = (built(part, {}) for part in term[1:])
    if not (first.is_Integer if last else _may_end(first, -oo)) or (last and not _may_end(last[0], first)):
        raise ReadingError(node.start, "", r"this list is not clear; write it like \{0, 1, \dots\} or \{0, \dots, n\}")
    if not last and first in (0, 1):
        return S.Naturals0 if first == 0 else S.Naturals
    return Range(first, (last or [oo])[0] + 1)


def _may_end(last: Any, before: Any) -> bool:
    """Whether a list may end with that term: an integer, if the names in it are integers."""
    if last.is_number:
        return bool(last.is_Integer and last > before)
    return all(isinstance(part, (Add, Mul, Integer, Symbol)) for part in preorder_traversal(last))
