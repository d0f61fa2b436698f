r"""The second walk: what formulas say, as terms of the trusted core, in one reading or in several.

>>> from mlce_sym.reading.texts.rows import parse
>>> (left, right), = parse(r"\log \prod_{i=1}^n p_i = \sum_{i=1}^n \log p_i")
>>> for one in read((left.tree, right.tree)):
...     print(one.terms)
(('log', ('Product', 'i', ('Range', 1, 'n'), ('Indexed', 'p', 'i'))), ('Sum', 'i', ('Range', 1, 'n'), ('log', ('Indexed', 'p', 'i'))))
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from ...certificate.names import every_name
from ...terms.errors import Malformed, TooLarge
from ...terms.terms import Term, measured
from ..signs.tree import Node, ReadingError
from .apart import apart
from .factors import next_factor
from .propositions import related
from .scope import Mentioned, Scope, names
from .sums import value_of
from .walk import IMAGINARY, Choices, Said, Walk

MOST_READINGS = 8
Found = TypeVar("Found")


@dataclass(frozen=True)
class Reading:
    """One reading of formulas that stand together: a term for each, what was supposed for it, the constructs in it of
    which nothing is known (such a reading proves what it proves, and refutes nothing), and of decimals the term with
    half a unit of the last digit; the propositions that hold by this reading; the densities, with the names of their
    arguments before and after the bar; what every part of the formulas says; the names of the functions that stand for
    what the language lacks, and of those that may have no value; and which reading was chosen at each place that has
    several."""

    terms: tuple[Term, ...]
    doubts: tuple[str, ...] = ()
    unjudged: tuple[str, ...] = ()
    rounded: tuple[tuple[Term, Term], ...] = ()
    given: tuple[Term, ...] = ()
    densities: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = ()
    said: Said = field(default_factory=Said, compare=False, repr=False)
    opaques: frozenset[str] = frozenset()
    partial: frozenset[str] = frozenset()
    chosen: tuple[tuple[object, int], ...] = ()


def read(trees: Node | Sequence[Node], scope: Scope | None = None) -> tuple[Reading, ...]:
    """The readings of formulas in which each name has one meaning, the likeliest first; two differ where a writing has
    two readings. Raises ReadingError for what has none."""
    together = (trees,) if isinstance(trees, Node) else tuple(trees)
    return several(together, scope, lambda walk: tuple(walk.term(tree) for tree in together))


def propositions(
    relation: str, left: Node, right: Node, scope: Scope | None = None, context: Sequence[Node] = ()
) -> tuple[Term, ...]:
    """What a relation says, in its first reading: `0 < p`, `y \\in \\{0, 1\\}`, `i = 1, …, n`. Raises ReadingError
    where that is nothing that the core can say."""
    (first, *_) = several((left, right, *context), scope, lambda walk: related(walk, relation, left, right))
    strange = next((what for what in first.unjudged if what != IMAGINARY), None)  # which is in no order
    if strange is not None:
        raise ReadingError(left.start, strange, "nothing is known of it")
    return first.terms


def several(
    trees: Sequence[Node], scope: Scope | None, told: Callable[[Walk], tuple[Term, ...]]
) -> tuple[Reading, ...]:
    """The readings of formulas by one way to walk them."""
    seen = Mentioned()
    for tree in trees:
        seen |= names(tree)
    found: dict[tuple[Term, ...], Reading] = {}
    todo: list[tuple[int, ...]] = [()]
    first: ReadingError | None = None
    for tried in range(4 * MOST_READINGS):
        if not todo or len(found) == MOST_READINGS:
            break
        walk = Walk(value_of, next_factor, scope or Scope(), seen, Choices(todo.pop(0)))
        try:
            reading = _one(walk, told, trees[0].start)
            found.setdefault(reading.terms, reading)
        except ReadingError as error:
            first = first or error
        todo.extend(walk.choices.others())
        del tried
    if not found:
        raise first or ReadingError(trees[0].start, "a formula", "it has no reading")
    return tuple(_with_more(reading, bool(todo)) for reading in found.values())


def _with_more(reading: Reading, more: bool) -> Reading:
    """A reading that is said to be one of more than are tried."""
    if not more:
        return reading
    many = "a formula with more readings than are tried"
    return replace(reading, doubts=(*reading.doubts, many), unjudged=(*reading.unjudged, many))


def _one(walk: Walk, told: Callable[[Walk], tuple[Term, ...]], start: int) -> Reading:
    try:
        terms = apart(told(walk))
        for term in terms:
            measured(term)
            every_name(term)
    except (Malformed, TooLarge) as error:
        raise ReadingError(start, "a formula", str(error)) from None
    except RecursionError:
        raise ReadingError(start, "a formula", "it is nested too deeply") from None
    rounded = tuple(walk.rounded.items())
    densities = tuple((name, *told) for name, told in walk.functions.items())
    doubts, unjudged, opaques = tuple(walk.doubts), tuple(walk.unjudged), frozenset(walk.opaques)
    chosen = tuple((key, taken) for key, (taken, _) in walk.choices.taken.items())
    given, partial = tuple(walk.given), frozenset(walk.partial)
    return Reading(terms, doubts, unjudged, rounded, given, densities, walk.said, opaques, partial, chosen)
