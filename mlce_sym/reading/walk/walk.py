"""The state of the second walk: what is bound, what was chosen where a writing has two readings, what was supposed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from ...terms.terms import Term
from ..signs.nodes import flat
from ..signs.tree import Node, ReadingError
from .line import Line
from .scope import Mentioned, Scope
from .values import Value, negative, quotient

MOST_STEPS = 20_000

IMAGINARY = "i, which may be the imaginary unit"


@dataclass
class Choices:
    """Which of several readings is taken, at each place that has several: `path` says it for the first ones, and of
    the others it is the first reading."""

    path: tuple[int, ...] = ()
    taken: dict[object, tuple[int, int]] = field(default_factory=dict)

    def choose(self, key: object, count: int) -> int:
        if key not in self.taken:
            place = len(self.taken)
            self.taken[key] = (self.path[place] if place < len(self.path) else 0, count)
        return self.taken[key][0]

    def others(self) -> Iterator[tuple[int, ...]]:
        """The paths that differ from this one in one more place."""
        made = list(self.taken.values())
        for place in range(len(self.path), len(made)):
            for other in range(1, made[place][1]):
                yield (*(index for index, _ in made[:place]), other)


@dataclass
class Said:
    """What the parts of a formula say: the formulas in it that are numbers, inner ones first, with their terms; and of
    each factor, by its identity, how many nodes belong to it, and its value; and where there is doubt."""

    numbers: list[tuple[Node, Term]] = field(default_factory=list)
    factors: dict[int, tuple[Node, int, Value]] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)  # where the doubts are
    stated: dict[Term, int] = field(default_factory=dict)  # where the propositions are
    first: int = 0  # where the first thing stands of which nothing is known


@dataclass
class Walk:
    """One walk over a formula, with one choice at each doubt."""

    source: Callable[[Walk, Node], Value]
    one: Callable[[Walk, Line], Value]
    scope: Scope
    seen: Mentioned
    choices: Choices
    bound: tuple[str, ...] = ()
    doubts: dict[str, None] = field(default_factory=dict)
    unjudged: dict[str, None] = field(default_factory=dict)
    rounded: dict[Term, Term] = field(default_factory=dict)
    averaged: tuple[str, ...] = ()  # the random variables, where an expectation is a sum
    given: dict[Term, None] = field(default_factory=dict)  # what holds by what was read
    opaques: set[str] = field(default_factory=set)  # the names of what nothing is known of
    partial: set[str] = field(default_factory=set)  # those that may have no value
    functions: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)  # of densities
    running: dict[str, Term] = field(default_factory=dict)  # the ranges of the indices that are bound around
    densities: dict[str, dict[tuple[str, tuple[Term, ...]], None]] = field(default_factory=dict)  # those of each letter
    said: Said = field(default_factory=Said)
    steps: int = 0

    def value(self, node: Node) -> Value:
        """What a formula is worth."""
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise ReadingError(node.start, "a long formula", "it has too many readings; split it")
        value = self.source(self, node)
        if not value.vector:
            self.said.numbers.append((node, value.term))
        return value

    def term(self, node: Node) -> Term:
        """The number that a formula is."""
        return self.value(node).term

    def fresh(self) -> Walk:
        """A walk over a formula that is not the document's: nothing is said of its names."""
        return Walk(self.source, self.one, Scope(), Mentioned(), self.choices)

    @contextmanager
    def binding(self, *variables: str) -> Iterator[None]:
        before = self.bound
        self.bound = (*before, *variables)
        try:
            yield
        finally:
            self.bound = before

    def is_index(self, name: str) -> bool:
        """Whether a name is bound here or in the block, or has a range."""
        return name in self.bound or name in self.scope.bound or name in self.scope.ranges or name in self.seen.bound

    def label(self, *nodes: Node | None) -> Value:
        """What is written, as a name for it: of bounds, marks and statements that are not read."""
        return Value("label_" + ("_".join(flat(node) for node in nodes if node is not None) or "none"), True)

    def choose(self, key: object, *readings: str) -> int:
        """Which of these readings is taken; it is said with the reading."""
        taken = self.choices.choose(key, len(readings))
        self.doubts[readings[taken]] = None
        if isinstance(key, tuple) and isinstance(key[1], int):
            self.said.places.setdefault(readings[taken], key[1])
        return taken

    def suppose(self, what: str) -> None:
        self.doubts[what] = None

    def opaque(self, name: str, *parts: Value, vector: bool = False, total: bool = False, why: str = "") -> Value:
        """What the language lacks: a function of its parts of which nothing is known, but perhaps that it always has a
        value, or that this is taken for granted."""
        self.unjudged[why or name] = None
        self.opaques.add(name)
        if not (vector or total):
            self.partial.add(name)
        return Value(("Apply", name, *(part.term for part in parts)) if parts else name, vector)


def divided(walk: Walk, top: Value, bottom: Value) -> Value:
    """A quotient; what is divided by has to be a number."""
    if bottom.vector:
        return walk.opaque("quotient", top, bottom, vector=True, why="a quotient by what is no number")
    return quotient(top, bottom)


def signed(walk: Walk, sign: str, value: Value) -> Value:
    """A value with the sign before it."""
    if sign in "±∓":
        return walk.opaque("plus_or_minus" if sign == "±" else "minus_or_plus", value)
    return negative(value) if sign == "-" else value
