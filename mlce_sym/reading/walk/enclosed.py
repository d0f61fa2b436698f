"""What stands in brackets, bars or an environment: groups, absolute values, averages, cases, matrices, lists."""

from __future__ import annotations

from ...terms.terms import Term
from ..signs.nodes import as_sum, flat, pieces, script, separators, single
from ..signs.tree import Node, ReadingError
from .calculus import between
from .moments import by_law, moment
from .named import scripted
from .propositions import condition, indicator
from .sets import listed_set
from .values import Value, function, quotient
from .walk import Walk

Scripts = tuple[tuple[str, Node], ...]


def bracketed(walk: Walk, node: Node, scripts: Scripts) -> Value:
    """A bracket with its scripts."""
    below, above = script(scripts, "sub"), script(scripts, "sup")
    closing = node.text[-1:]
    if (
        node.text[:1] == "."
        or (closing == "|" and node.text[:1] in ".([{")
        or (node.text in ("[]", "||") and below is not None and above is not None)
    ):
        if below is not None:
            return between(walk, walk.value(node.parts[0]), scripts, node)
        return scripted(walk, walk.value(node.parts[0]), scripts)
    if node.text == "⟨⟩":
        return average(walk, node, scripts)
    return scripted(walk, _plain(walk, node), scripts)


def _plain(walk: Walk, node: Node) -> Value:
    content = node.parts[0]
    if node.text == "||":
        value = walk.value(content)
        term = function("abs", value.term)
        if value.vector or term is None:
            return walk.opaque("determinant", value, total=True, why="a determinant or a length")
        return Value(term)
    if node.text == "‖‖":
        return walk.opaque("norm", walk.value(content), total=True, why="a norm")
    if node.text in ("⌊⌋", "⌈⌉"):
        return walk.opaque("floor" if node.text == "⌊⌋" else "ceiling", walk.value(content), total=True)
    if content.kind == "relation":
        return _iverson(walk, node)
    if content.kind == "list":
        return listed(walk, content, node.text)
    if content.kind in ("nothing", "sign"):
        raise ReadingError(node.start, f"'{node.text}'", "nothing stands in the bracket")
    return walk.value(content)


def _iverson(walk: Walk, node: Node) -> Value:
    """[y = k]: 1 where it holds, else 0."""
    walk.suppose("a relation in brackets is 1 where it holds, and 0 else")
    if node.text not in ("[]", "⟦⟧", "{}"):
        raise ReadingError(
            node.start, f"the relation '{node.parts[0].text}'", "a number is needed here, not a relation"
        )
    return Value(indicator(walk, node.parts[0]))


def average(walk: Walk, node: Node, scripts: Scripts) -> Value:
    """⟨f⟩ is an expectation, ⟨a, b⟩ an inner product: neither is computed."""
    content = node.parts[0]
    if len(pieces(content)) > 1:
        parts = [walk.value(part) for _, part in pieces(content)]
        return scripted(walk, walk.opaque("inner_product", *parts, total=True, why="an inner product"), scripts)
    below = script(scripts, "sub")
    name = f"E_{flat(below)}" if below is not None and flat(below) else "E"
    rest = tuple((kind, part) for kind, part in scripts if kind != "sub")
    return scripted(walk, by_law(walk, below, content) or moment(walk, name, content), rest)


def listed(walk: Walk, node: Node, around: str = "") -> Value:
    """A list: a binomial coefficient written as n \\choose k, a set or a tuple."""
    cuts, parts = separators(node), list(node.parts)
    if cuts in (["choose"], ["over"]):
        top, bottom = (walk.value(part) for part in parts)
        if cuts == ["over"]:
            return quotient(top, bottom)
        term = function("binomial", top.term, bottom.term)
        assert term is not None
        return Value(term)
    if walk.scope.closed:
        return listed_set(walk, node, around)
    kind = {"{}": "set", "[]": "row", "": "tuple", "()": "tuple"}.get(around, "interval")
    values = [_part(walk, part) for part in parts if part.kind != "nothing"]
    return walk.opaque(f"{kind}_of_{len(values)}", *values, vector=True, why=f"a {kind}")


def _part(walk: Walk, part: Node) -> Value:
    one = single(part) if part.kind == "sum" else None
    if one is not None and one.kind == "dots":
        return Value("dots", True)
    if part.kind in ("relation", "sign"):
        return walk.opaque("statement", walk.label(part), vector=True, why="a statement in a list")
    return walk.value(part)


def environment(walk: Walk, node: Node) -> Value:
    """Cases, or a matrix."""
    rows = _rows(node.parts[0])
    if node.text == "cases":
        return Value(_cases(walk, rows, node))
    values = [_part(walk, _joined(cell)) for row in rows for cell in row if _joined(cell).kind != "nothing"]
    width = max(map(len, rows), default=0)
    name = f"matrix_{len(rows)}_by_{width}" if values else "empty_matrix"
    return walk.opaque(name, *values, vector=True, why="a matrix")


Cell = list[tuple[str, Node]]


def _rows(node: Node) -> list[list[Cell]]:
    """The rows of an environment, each a list of cells; a cell is pieces with the separators before them."""
    rows: list[list[Cell]] = [[[]]]
    for cut, part in pieces(node):
        if cut == "\\\\":
            rows.append([[]])
        elif cut == "&":
            rows[-1].append([])
        rows[-1][-1].append(("" if cut in ("\\\\", "&") else cut, part))
    return [
        row
        for row in rows
        if any(part.kind != "nothing" for cell in row for _, part in cell)
        or any(cut for cell in row for cut, _ in cell)
    ]


def _joined(cell: Cell) -> Node:
    found = [part for _, part in cell if part.kind != "nothing"]
    return found[0] if found else Node("nothing")


def _cases(walk: Walk, rows: list[list[Cell]], node: Node) -> Term:
    """The first case whose condition holds counts; where none does there is no value."""
    term: Term = ("Undefined",)
    for row in reversed(rows):
        value = walk.term(_joined(row[0]))
        conditions = [part for cell in row[1:] for _, part in cell] + [part for _, part in row[0][1:]]
        said = [part for part in conditions if part.kind not in ("nothing",)]
        words = [cut for cell in row for cut, _ in cell if cut and cut not in (",", ";")]
        if not said and any(word.startswith(("otherwise", "else")) for word in words):
            if row is not rows[-1]:
                at = _joined(row[0]).start
                raise ReadingError(at, "a case", "what is otherwise has to be the last case; move it to the end")
            term = value
        elif not said or any("or" in word.split() for word in words):
            raise ReadingError(node.start, "a case", "its condition is not understood")
        else:
            term = _case(walk, said, value, term)
    return term


def _case(walk: Walk, said: list[Node], value: Term, otherwise: Term) -> Term:
    propositions = [found for part in said for found in condition(walk, as_sum(part))]
    term = value
    for proposition in reversed(propositions):
        term = ("Cases", proposition, term, otherwise)
    return term
