r"""What a printed formula says: a proposition, with "for all" behind it, a set or a number.

Beside the heads of the core there are `And`, for a chain a < b ≤ c, and `Not`.

>>> v = vocabulary([["Lt", 0, ["Indexed", "y", "i"]], "n"], {})
>>> said(r"y_i > 0 \text{ for all } i = 1, \dots, n", v).terms
(('ForAll', 'i', ('Range', 1, 'n'), ('Lt', 0, ('Indexed', 'y', 'i'))),)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ...terms.terms import Term, is_a
from ..signs.nodes import factors, pieces, spelled
from ..signs.tree import Node, ReadingError
from ..texts.rows import PROSE, Part, Row, parse
from ..walk.integrals import end
from ..walk.propositions import related
from ..walk.readings import Reading, several
from ..walk.sets import progression, set_of
from ..walk.walk import Walk
from .vocabulary import Vocabulary, vocabulary

CONTINUOUS = "(of a continuous function)"
SIZES = ("big", "Big", "bigg", "Bigg")
__all__ = ["said", "vocabulary"]


def said(latex: str, v: Vocabulary) -> Reading:
    """The one reading of a printed formula, in the names of the theorem. Raises ReadingError where there is none, or
    another one."""
    if "%" in latex or any(latex.count(rf"\{size}l") != latex.count(rf"\{size}r") for size in SIZES):
        raise ReadingError(0, "a printed formula", "it has a comment, or brackets of different sizes")
    rows = parse(latex)
    if len(rows) != 1:
        raise ReadingError(0, "a printed formula", f"it has {len(rows)} rows")
    (row,) = rows
    trees = [part.tree for part in row if part.tree is not None]
    reading, *others = several(trees or [Node("nothing")], v.scope, lambda walk: (_statement(walk, _pieces(row)),))
    if others:
        raise ReadingError(0, "a printed formula", f"it has two readings: {' or '.join(_doubts(reading, others[0]))}")
    if reading.unjudged:
        raise ReadingError(0, reading.unjudged[0], "nothing is known of it")
    return replace(reading, terms=tuple(v.named(term) for term in reading.terms))


def _doubts(one: Reading, other: Reading) -> tuple[str, str]:
    """In which two readings differ."""
    first, second = (next((d for d in a.doubts if d not in b.doubts), "?") for a, b in ((one, other), (other, one)))
    return first, second


def _pieces(row: Row) -> list[tuple[str, Node]]:
    """The chains of a row, each with the words before it."""
    found: list[tuple[str, list[Part]]] = [("", [])]
    for part in row:
        if part.relation == PROSE and part.text.strip() == CONTINUOUS:
            continue  # it is so of every integral here
        if part.relation == PROSE:
            found.append((part.text.strip(), []))
        elif not part.relation and found[-1][1]:
            raise ReadingError(part.start, part.text, "it follows without a relation")
        else:
            found[-1][1].append(part)
    return [(words, _joined(chain)) for words, chain in found]


def _joined(chain: Sequence[Part]) -> Node:
    trees = tuple(part.tree for part in chain if part.tree is not None)
    if len(trees) < len(chain) or not trees or any(tree.kind == "nothing" for tree in trees):
        raise ReadingError(0, "a printed formula", "nothing stands where something is expected")
    relations = " ".join(part.relation for part in chain[1:])
    return Node("relation", trees, relations, trees[0].start, trees[-1].end) if len(trees) > 1 else trees[0]


def _statement(walk: Walk, listed: Sequence[tuple[str, Node]]) -> Term:
    (_, first), *rest = listed
    if rest and rest[0][0] == "is smooth in":
        proposition, rest = _smooth(walk, first, rest[0][1], rest[1:])
    else:
        proposition = _chain(walk, first)
    for place, (words, ranging) in reversed([*enumerate(rest)]):
        if words != ("and" if place else "for all"):
            raise ReadingError(ranging.start, f"'{words}'", "these words are not expected here")
        proposition = ("ForAll", *_ranging(walk, ranging), proposition)
    return proposition


def _smooth(walk: Walk, body: Node, at: Node, rest: list[tuple[str, Node]]) -> tuple[Term, list[tuple[str, Node]]]:
    """f(t) is smooth in t, or in t on a set; and what follows."""
    name = spelled(at)
    if name is None:
        raise ReadingError(at.start, "a variable", "it is not said in what the function is smooth")
    if rest and rest[0][0] == "on":
        return ("Smooth", name, set_of(walk, rest[0][1]), walk.term(body)), rest[1:]
    return ("Smooth", name, "Reals", walk.term(body)), rest


def _chain(walk: Walk, node: Node) -> Term:
    if node.kind != "relation":
        denied = factors(node) or ()
        if denied and denied[0].kind == "function" and denied[0].text == "lnot" and len(denied) == 2:
            return ("Not", _statement(walk, pieces(denied[1].parts[0])))
        return set_of(walk, node)
    links = [
        link
        for relation, (left, right) in zip(node.text.split(" "), pairwise(node.parts), strict=True)
        for link in _link(walk, relation, left, right)
    ]
    if not links:
        raise ReadingError(node.start, "a relation", "it says nothing about numbers")
    return ("And", *links) if len(links) > 1 else links[0]


def _link(walk: Walk, relation: str, left: Node, right: Node) -> tuple[Term, ...]:
    if relation == "<" and end(walk, right) == "∞":
        return (_convergent(walk, left),)
    if relation == "∉":
        return (("Not", ("Member", walk.term(left), set_of(walk, right))),)
    return related(walk, relation, left, right)


def _convergent(walk: Walk, node: Node) -> Term:
    """Of a sum or integral of absolute values: that it converges absolutely."""
    term = walk.term(node)
    if not is_a(term, "Sum", "ImproperIntegral") or not is_a(term[3], "abs"):
        raise ReadingError(node.start, "a relation", "what is finite is no sum or integral of absolute values")
    return ("Converges", term[1], term[2], term[3][1])


def _ranging(walk: Walk, node: Node) -> tuple[str, Term]:
    r"""\theta \in \Theta, or i = 1, \dots, n."""
    name = spelled(node.parts[0]) if node.kind == "relation" and len(node.parts) == 2 else None
    if name is None or node.text not in ("=", "∈"):
        raise ReadingError(node.start, "a variable", "it is not said what it ranges over")
    return name, (set_of if node.text == "∈" else progression)(walk, node.parts[1])
