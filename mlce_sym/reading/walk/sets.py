r"""Sets, where the names of a formula are all there are: {0, 1}, {1, …, n}, (a, b), S \setminus \{a\}, arg max.

>>> from mlce_sym.reading.walk.readings import propositions
>>> from mlce_sym.reading.texts.rows import parse
>>> from mlce_sym.reading.walk.scope import Scope
>>> scope = Scope(numbers=frozenset(("n", "t")), closed=True)
>>> for text in (r"t \in \{1, \dots, n\}", r"t \in (0, \infty)", r"t \in \{n\}"):
...     left, right = parse(text)[0]
...     print(propositions(right.relation, left.tree, right.tree, scope))
(('Member', 't', ('Range', 1, 'n')),)
(('Member', 't', ('Above', 0)),)
(('Member', 't', ('Finite', 'n')),)
"""

from __future__ import annotations

from itertools import pairwise

from ...terms.terms import Term
from ..signs.nodes import as_sum, factors, inside, is_dots, pieces, separators, spelled, termed
from ..signs.tree import Node, ReadingError
from .integrals import end
from .line import Line
from .values import Value
from .walk import Walk

OPTIMA = {"argmax": "ArgMax", "argmin": "ArgMin"}


def listed_set(walk: Walk, node: Node, around: str) -> Value:
    """What stands in braces, or an open interval. Raises ReadingError for another list."""
    parts = [part for _, part in pieces(node)]
    if set(separators(node)) - {","} or any(part.kind in ("nothing", "relation", "sign") for part in parts):
        raise ReadingError(node.start, f"'{around}'", "this list is not clear; write it with commas alone")
    if around == "{}":
        return Value(_in_braces(walk, node, parts), True)
    if around != "()" or len(parts) != 2:
        raise ReadingError(node.start, f"'{around}'", r"an interval has two ends, as (0, 1); a set is written \{0, 1\}")
    return Value(interval(*(end(walk, part) for part in parts)), True)


def interval(low: Term, high: Term) -> Term:
    """The open interval between two ends."""
    if low == "−∞":
        return "Reals" if high == "∞" else ("Below", high)
    return ("Above", low) if high == "∞" else ("Interval", low, high)


def progression(walk: Walk, node: Node) -> Term:
    r"""1, \dots, n without braces."""
    return _in_braces(walk, node, [part for _, part in pieces(node)])


def _in_braces(walk: Walk, node: Node, parts: list[Node]) -> Term:
    """Numbers; or all integers from one on, with the last one or without."""
    dots = [place for place, part in enumerate(parts) if is_dots(part)]
    if not dots:
        return ("Finite", *(walk.term(part) for part in parts))
    values = [walk.term(part) for part in parts if not is_dots(part)]
    first, last = values[: dots[0]], values[dots[0] :]
    if dots == [0, len(parts) - 1] and _follow_each_other(values):
        return "Integers"
    if len(dots) == 1 and len(last) < 2 and _follow_each_other(first):
        return ("Range", first[0], last[0]) if last else ("From", first[0])
    clear = r"this list is not clear; write it like \{0, 1, \dots\} or \{0, \dots, n\}"
    raise ReadingError(node.start, "a list", clear)


def _follow_each_other(values: list[Term]) -> bool:
    if len(values) == 1:
        return True
    pairs = pairwise(values)
    return bool(values) and all(
        after == ("Add", one, 1) or (isinstance(one, int) and after == one + 1) for one, after in pairs
    )


def set_of(walk: Walk, node: Node) -> Term:
    r"""What stands where a set may stand: braces are those of a set there. Another formula is read as it is."""
    parts = factors(as_sum(node)) or ()
    cut = next((place for place, part in enumerate(parts) if part.text == "setminus"), None)
    if cut is not None:
        return _without(walk, node, parts[:cut], parts[cut + 1 :])
    one = parts[0] if len(parts) == 1 else None
    if one is not None and one.kind == "bracket" and (one.text == "{}" or _has_two_ends(one)):
        return listed_set(walk, one.parts[0], one.text).term
    return walk.term(node)


def _has_two_ends(bracket: Node) -> bool:
    return bracket.text == "()" and len(pieces(bracket.parts[0])) == 2


def _without(walk: Walk, node: Node, whole: tuple[Node, ...], points: tuple[Node, ...]) -> Term:
    if len(points) != 1 or points[0].kind != "bracket" or points[0].text != "{}" or not whole:
        raise ReadingError(node.start, "\\setminus", "a set before it and one point in braces after it are expected")
    return ("Without", set_of(walk, termed(whole)), walk.term(points[0].parts[0]))


def extremum(walk: Walk, line: Line, base: Node, below: Node) -> Value:
    r"""\arg\max_{\theta \in \Theta} of the rest of the term."""
    ranging = inside(below)
    variable = spelled(ranging.parts[0]) if ranging.kind == "relation" and ranging.text == "∈" else None
    if variable is None or not line.factors:
        raise ReadingError(base.start, f"\\{base.text}", "a variable in a set below it, and an objective, are expected")
    if line.later:
        raise ReadingError(
            base.start, f"\\{base.text}", "it is not clear where the objective ends; write it in brackets"
        )
    domain = set_of(walk, ranging.parts[1])
    with walk.binding(variable):
        return Value((OPTIMA[base.text], variable, domain, walk.term(line.everything())), True)
