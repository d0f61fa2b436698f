r"""Relations as propositions of the trusted core: 0 < p < 1, y \in \{0, 1\}, x \in (0, \infty)."""

from __future__ import annotations

from ...terms.terms import Term, is_a
from ..signs.nodes import as_sum, factors, flat, is_dots, pieces, separators, single, spelled
from ..signs.tree import Node, ReadingError
from .integrals import end
from .sets import set_of
from .walk import Walk

HEADS = {"=": "Eq", "!=": "Ne", "<": "Lt", "<=": "Le", "≡": "Eq", ":=": "Eq"}
TURNED = {">": "<", ">=": "<=", "∋": "∈"}
NUMBERS = {"bb_R": "Reals", "bb_Z": "Integers", "Reals": "Reals", "Integers": "Integers"}
FIRST = {
    **{"bb_N": 0, "bb_N_0": 0, "bb_Z_from_0": 0, "bb_N_from_0": 0, "Naturals0": 0},
    **{"bb_Z_plus": 1, "bb_N_plus": 1, "bb_Z_above_0": 1, "bb_N_above_0": 1, "bb_N_from_1": 1, "Naturals": 1},
}
BOUNDED = {
    **dict.fromkeys(("bb_R_plus", "bb_R_power_plus", "bb_R_above_0", "bb_R_power_above_0"), "Lt"),
    **dict.fromkeys(("bb_R_geq_0", "bb_R_from_0"), "Le"),
}


def condition(walk: Walk, node: Node) -> tuple[Term, ...]:
    """What a chain of relations says. Raises ReadingError where it says nothing of the core."""
    one = single(node) if node.kind == "sum" else None
    if one is not None and one.kind == "bracket" and one.text == "()":
        return condition(walk, one.parts[0])
    if node.kind != "relation":
        raise ReadingError(node.start, "a condition", "a relation is needed here, such as x > 0")
    found: list[Term] = []
    relations = node.text.split(" ")
    for place, relation in enumerate(relations):
        said = related(walk, relation, node.parts[place], node.parts[place + 1])
        walk.said.stated |= dict.fromkeys(said, node.parts[place].start)
        found.extend(said)
    return tuple(found)


def related(walk: Walk, relation: str, left: Node, right: Node) -> tuple[Term, ...]:
    """What one relation says of its two sides."""
    if relation in TURNED and not (relation != "∋" and _listed(walk, left)):
        return related(walk, TURNED[relation], right, left)
    listed = _listed(walk, left)
    if listed is not None:
        entry: Term = ("Indexed", listed[0], "i")
        said = _in_set(walk, entry, as_sum(right)) if relation == "∈" else _compared(walk, relation, entry, right)
        return tuple(("ForAll", "i", listed[1], one) for one in said)
    if relation == "∈":
        return member(walk, [walk.term(part) for _, part in pieces(left)], right)
    if relation not in HEADS:
        raise ReadingError(right.start, f"the relation '{relation}'", "it is no statement about numbers")
    if _is_progression(right):
        return _runs(walk, walk.term(left), right)
    ends = [end(walk, side) for side in (left, right)]
    if "∞" in ends or "−∞" in ends:
        return _finite(right, relation == "!=" or (relation in ("<", "<=") and ends[0] != "∞" and ends[1] != "−∞"))
    return ((HEADS[relation], *ends),)


def _listed(walk: Walk, node: Node) -> tuple[str, Term] | None:
    """The name and the range of y_1, …, y_n."""
    parts = [part for _, part in pieces(node)]
    if not _is_progression(node) or is_dots(parts[-1]) or is_dots(parts[0]):
        return None
    first, last = walk.term(parts[0]), walk.term(parts[-1])
    if is_a(first, "Indexed") and is_a(last, "Indexed") and first[1] == last[1] and len(first) == len(last) == 3:
        return str(first[1]), ("Range", first[2], last[2])
    if not isinstance(first, str) or not isinstance(last, str):
        return None
    (stem, _, low), (other, _, high) = first.rpartition("_"), last.rpartition("_")
    if not stem or stem != other or not low.isdigit() or not high.isalnum():
        return None
    return stem, ("Range", int(low), int(high) if high.isdigit() else high)


def _compared(walk: Walk, relation: str, entry: Term, right: Node) -> tuple[Term, ...]:
    other = end(walk, right)
    if relation in TURNED:
        return ((HEADS[TURNED[relation]], other, entry),)
    if relation not in HEADS:
        raise ReadingError(right.start, f"the relation '{relation}'", "it is no statement about numbers")
    if other in ("∞", "−∞"):
        return _finite(right, relation == "!=" or (relation in ("<", "<=") and other == "∞"))
    return ((HEADS[relation], entry, other),)


def _finite(node: Node, says_nothing: bool) -> tuple[Term, ...]:
    """That a number is below infinity or above minus infinity, which says nothing."""
    if not says_nothing:
        raise ReadingError(node.start, "infinity", "it is no number; nothing is that, or lies beyond it")
    return ()


def _is_progression(node: Node) -> bool:
    """1, …, n"""
    parts = [part for _, part in pieces(node)]
    return len(parts) > 2 and any(is_dots(part) for part in parts[1:])


def _runs(walk: Walk, index: Term, node: Node) -> tuple[Term, ...]:
    parts = [part for _, part in pieces(node)]
    first, last = walk.term(parts[0]), parts[-1]
    if is_dots(last) or end(walk, last) == "∞":
        return (("Member", index, "Integers"), ("Le", first, index))
    return (("Member", index, ("Range", first, walk.term(last))),)


def member(walk: Walk, left: list[Term], right: Node) -> tuple[Term, ...]:
    """That each of these lies in a set."""
    return tuple(found for term in left for found in _in_set(walk, term, as_sum(right)))


def _in_set(walk: Walk, term: Term, node: Node) -> tuple[Term, ...]:
    if walk.scope.closed and not _is_half_open(node):
        return (("Member", term, set_of(walk, node)),)
    parts = factors(node) or ()
    if len(parts) == 3 and parts[1].text == "setminus" and parts[2].text == "{}":
        points = [walk.term(part) for _, part in pieces(parts[2].parts[0])]
        return (*_in_set(walk, term, as_sum(parts[0])), *(("Ne", term, point) for point in points))
    one = single(node)
    name = (spelled(node) or flat(node)) if one is not None else ""
    if name in NUMBERS:
        return (("Member", term, NUMBERS[name]),)
    if name == "emptyset":
        return (("Member", term, ("Empty",)),)
    if name in FIRST:
        return (("Member", term, "Integers"), ("Le", FIRST[name], term))
    if name in BOUNDED:
        return ((BOUNDED[str(name)], 0, term),)
    if one is not None and one.kind == "bracket":
        return _in_bracket(walk, term, one)
    if one is not None and spelled(one) is not None:
        return (("Member", term, name),)
    raise ReadingError(node.start, "a set", r"write an interval, \\{0, 1\\}, \\mathbb{R}, or the name of a set")


def _is_half_open(node: Node) -> bool:
    """Whether it is an interval to which an end belongs, of which the core says what its numbers are."""
    one = single(node)
    return one is not None and one.kind == "bracket" and one.text in ("[]", "[)", "(]")


def _in_bracket(walk: Walk, term: Term, bracket: Node) -> tuple[Term, ...]:
    content = bracket.parts[0]
    parts = [part for _, part in pieces(content)]
    if bracket.text == "{}":
        if _is_progression(content):
            return _runs(walk, term, content)
        return (("Member", term, ("Finite", *(walk.term(part) for part in parts))),)
    if len(parts) != 2 or set(separators(content)) - {",", ";"}:
        raise ReadingError(bracket.start, "an interval", "it has two ends")
    low, high = (end(walk, part) for part in parts)
    found: list[Term] = []
    if low != "−∞":
        found.append(("Lt" if bracket.text[0] in "(" else "Le", low, term))
    if high != "∞":
        found.append(("Lt" if bracket.text[1] in ")" else "Le", term, high))
    return tuple(found)


def indicator(walk: Walk, node: Node) -> Term:
    term: Term = 1
    for proposition in reversed(condition(walk, node)):
        term = ("Cases", proposition, term, 0)
    return term
