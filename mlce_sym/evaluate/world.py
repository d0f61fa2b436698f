"""What the names of a term stand for, and the number that the term is then.

What each head means is a table of the world (`meaning.py`); nothing here knows a head.

>>> class Doubling(World):
...     meanings = {"twice": lambda term, world, bound: 2 * number(term[1], world, bound)}
>>> number(("twice", ("twice", "x")), Doubling(), {"x": 3})
12
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeAlias

from .differentials import differentiated, partial
from .plain import Compound, NotATerm, Term, free_names
from .problem import Definitions
from .reals import INEXACT, Exact, Real, Truth, Undetermined, bounded, label
from .sets import Points

Bound: TypeAlias = dict[str, Real]
Meaning: TypeAlias = "Callable[[Compound, World, Bound], Real]"
Meanings: TypeAlias = Mapping[str, Meaning]
FUEL = 50_000  # nodes per evaluation: about 50 ms


@dataclass
class World:
    """What the free names stand for: definitions (parameters, body), whose values `memo` keeps; else an entry."""

    meanings: ClassVar[Meanings] = {}  # of the heads that stand for numbers

    definitions: Definitions = field(default_factory=dict)
    memo: dict[Any, Any] = field(default_factory=dict)
    fuel: int = FUEL
    presumed: bool = False  # has a proposition been refuted that is not shown to be defined everywhere?

    def spend(self, cost: int) -> None:
        self.fuel -= cost
        if self.fuel < 0:
            raise Undetermined("too long to evaluate")

    def once(self, key: Any, work_out: Callable[[], Real]) -> Real:
        """The value that `memo` keeps, or that it keeps from now on; none that is presumed, which has to be said
        each time."""
        value: Real | None = self.memo.get(key)
        if value is None:
            value = work_out()
            if not self.presumed:
                self.memo[key] = value
        return value

    def entry(self, kind: str, name: str, arguments: tuple[Exact, ...]) -> Exact:
        raise Undetermined(f"{name} has no value")

    def points(self, name: str) -> Points:
        raise Undetermined(f"{name} is no known set")

    def may_be_smooth(self, name: str) -> bool:
        """Can an unknown function be smooth, whatever its values are at the points where they are drawn?"""
        return True

    def specials(self) -> tuple[Exact, ...]:
        """The points that a grid inside an infinite set should try."""
        return ()


def number(term: Term, world: World, bound: Bound) -> Real:
    """The value of a real-valued term. Raises Undefined or Undetermined."""
    if isinstance(term, str):
        value = bound.get(term)
        return named("Variable", term, (), world) if value is None else value
    if isinstance(term, int):
        return term
    world.fuel -= 1
    if world.fuel < 0:
        raise Undetermined("too long to evaluate")
    meaning = world.meanings.get(term[0])
    if meaning is None:
        raise NotATerm(f"{term[0]} where a number is expected")
    return meaning(term, world, bound)


def named(kind: str, name: str, arguments: tuple[Real, ...], world: World) -> Real:
    """A variable, function value or vector entry: by its definition, else as the world has it."""
    definition = definition_of(kind, name, world)
    if definition is not None:
        return _defined(kind, name, definition, arguments, world)
    exact = tuple([x for x in arguments if not isinstance(x, INEXACT)])
    if len(exact) < len(arguments):
        raise Undetermined(f"{name} at a number that is not known exactly")
    return world.entry(kind, name, exact)


def definition_of(kind: str, name: str, world: World) -> tuple[tuple[str, ...], Term] | None:
    """The parameters and the body of a defined name; a partial derivative of a defined function is defined as well."""
    known = world.definitions.get((kind, name))
    moved = partial(name) if known is None and kind == "Apply" else None
    if moved is None:
        return known
    key = ("Definition", name)
    if key not in world.memo:
        whole = definition_of(kind, moved[0], world)
        world.memo[key] = whole and (whole[0], differentiated(whole[1], whole[0][moved[1]]))
    found: tuple[tuple[str, ...], Term] | None = world.memo[key]
    return found


def _defined(kind: str, name: str, definition: Any, arguments: tuple[Real, ...], world: World) -> Real:
    parameters, body = definition
    if len(parameters) != len(arguments):
        raise NotATerm(f"{name} takes {len(parameters)} argument(s)")
    bound = dict(zip(parameters, arguments, strict=True))
    if any(isinstance(x, INEXACT) for x in arguments):
        return bounded(number(body, world, bound))
    key = (kind, name, *[label(x) for x in arguments if not isinstance(x, INEXACT)])
    return world.once(key, lambda: bounded(number(body, world, bound)))


def remembered(meaning: Meaning) -> Meaning:
    """The meaning of a binder, worked out once for the same values of the variables around it: one step of a proof
    changes little of a long line."""

    def value(term: Compound, world: World, bound: Bound) -> Real:
        around = [(name, bound[name]) for name in sorted(free_names(term) & bound.keys())] if bound else []
        exact = [(name, label(x)) for name, x in around if not isinstance(x, INEXACT)]
        if len(exact) < len(around):
            return meaning(term, world, bound)
        return world.once((term, *exact), lambda: meaning(term, world, bound))

    return value


def decided(answer: Truth) -> int:
    if answer is None:
        raise Undetermined("balls do not decide a comparison")
    return int(answer)
