"""The outcome of a term at an instance, and what a counterexample records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from .differences import Seeming, differ, readable, shown
from .instances import Instance, Missing, Unsatisfied
from .meaning import Value, evaluate, region
from .plain import Term
from .reals import TOO_LARGE, Undefined, Undetermined, labelled
from .world import FUEL


@dataclass(frozen=True)
class Presumed:
    """A value that a term has if it is defined at all points of an infinite set, which is not shown."""

    value: Value


Outcome: TypeAlias = Value | Presumed | Undefined | Undetermined


@dataclass(frozen=True)
class Agreement:
    """The number of instances at which both sides were evaluated and agree."""

    tried: int


@dataclass(frozen=True)
class Disagreement:
    """Exact values of the names, and what the two sides are there."""

    values: dict[str, Any]
    left: str
    right: str
    why: str
    place: str = ""


class Difference(Disagreement):
    """A counterexample: the hypotheses hold, both sides are certainly defined, and they certainly differ."""


class Undefinedness(Disagreement):
    """The hypotheses hold, and what has to be defined is certainly not; no counterexample to an equation."""


class Doubt(Disagreement):
    """On the points of a grid in an infinite set two sides differ, which does not tell whether they do over the set."""


class Lacking(str):
    """Why what has to be defined is not."""


def outcome(term: Term, instance: Instance, as_set: bool = False) -> Outcome:
    """The value of a term, or the reason why it has none or it is not known."""
    instance.fuel, instance.presumed = FUEL, False
    try:
        value = region(term, instance, {}) if as_set else evaluate(term, instance)
        return Presumed(value) if instance.presumed else value
    except (Undefined, Undetermined) as reason:
        return reason
    except (Missing, Unsatisfied) as reason:
        return Undetermined(f"no value for {reason}")
    except TOO_LARGE:
        return Undetermined("too large")


def why_apart(instance: Instance, left: Outcome, right: Outcome, strict: bool, grids: bool) -> str | bool:
    """Why the outcomes differ; else whether both are known and agree."""
    if isinstance(left, Undetermined) or isinstance(right, Undetermined):
        return False
    if isinstance(left, Undefined) or isinstance(right, Undefined):
        return _why_undefined(left, right) if strict else False
    if isinstance(left, Presumed) or isinstance(right, Presumed):
        apart = why_apart(instance, settled(left), settled(right), strict, grids)
        return apart if isinstance(apart, bool) else grids and Seeming(apart)
    instance.fuel = FUEL
    try:
        why = differ(left, right, instance.specials, grids=grids)
    except Undefined as reason:
        return Lacking(f"an optimum of what is undefined: {reason}") if strict else False
    except (Undetermined, Missing, Unsatisfied, *TOO_LARGE):
        return False
    return why or True


def settled(side: Outcome) -> Outcome:
    """The outcome, what is presumed being taken as it is."""
    return side.value if isinstance(side, Presumed) else side


def _why_undefined(left: Outcome, right: Outcome) -> str | bool:
    if isinstance(left, Undefined):
        return False if isinstance(right, Undefined) else Lacking(f"the left side is undefined: {left}")
    return Lacking(f"the right side is undefined: {right}")


def difference(
    instance: Instance, terms: tuple[Term, ...], left: Outcome, right: Outcome, why: str, place: str = ""
) -> Disagreement:
    """What is recorded, by the kind of the reason."""
    kinds = {Lacking: Undefinedness, Seeming: Doubt}
    found = kinds.get(type(why), Difference)
    return found(_used(instance, terms), text(left), text(right), str(why), place)


def text(side: Outcome) -> str:
    value = side.value if isinstance(side, Presumed) else side
    return "undefined" if isinstance(value, (Undefined, Undetermined)) else shown(value)


class _Recorded(dict[Any, Any]):
    """A table that remembers which of its entries were asked for."""

    def __init__(self, entries: dict[Any, Any]) -> None:
        super().__init__(entries)
        self.asked: dict[Any, None] = {}

    def get(self, key: Any, default: Any = None) -> Any:
        self.asked[key] = None
        return super().get(key, default)


def _used(instance: Instance, terms: tuple[Term, ...]) -> dict[str, Any]:
    """The values on which the terms and the hypotheses depend, by name, in readable form."""
    instance.table, instance.sets, instance.memo = table, sets, _ = (
        _Recorded(instance.table),
        _Recorded(instance.sets),
        {},
    )
    for term in terms:
        outcome(term, instance)
    variables = {name: readable(x) for (kind, name, _), x in table.items() if kind == "Variable"}
    known_sets = {name: [readable(x) for x in points.sure] for name, points in sets.items()}
    return dict(sorted((variables | known_sets | _tables(table)).items()))


def _tables(table: _Recorded) -> dict[str, Any]:
    """Functions of one argument and of several as tables; a data vector that is known from 1 to n as a list."""
    found: dict[str, Any] = {}
    vectors = set()
    for kind, name, arguments in table.asked:
        if kind != "Variable" and (kind, name, arguments) in table:
            places = tuple(readable(labelled(x)) for x in arguments)
            place = places[0] if len(places) == 1 else places
            found.setdefault(name, {})[place] = readable(table[kind, name, arguments])
            vectors |= {name} if kind == "Indexed" else set()
    return {
        name: _list(entries) if name in vectors else dict(sorted(entries.items())) for name, entries in found.items()
    }


def _list(entries: dict[Any, Any]) -> Any:
    return [entries[i] for i in sorted(entries)] if sorted(entries) == [*range(1, len(entries) + 1)] else entries
