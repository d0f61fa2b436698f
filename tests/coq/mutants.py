"""Certificates with one change each, to see whether Coq rejects them.

A certificate is cut down to one theorem with those that it needs, and the change is made in that theorem. The checker
is not asked: whether Coq accepts what the writer makes of the mutant is the question.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache, partial
from itertools import combinations
from typing import Any

from mlce_sym.derivations.order import CERTIFIED as NAMES

from mlce_sym.coq.document import document
from mlce_sym.kernel.rule_table import rows
from mlce_sym.terms.terms import NAMED_SETS, SET, SHAPES
from mlce_sym.writers.text_terms import term as in_words
from tests.proved import proved

from .calculus import calculus
from .changes import CHANGES, OTHER, Change, Data, everywhere, is_a, weaker

SETS = [head for head, shape in SHAPES.items() if shape.result == SET]
Certificate = dict[str, Any]
Key = tuple[str, str, str]  # theorem, kind, change
DROPPED, WEAKENED = "hypothesis dropped", "hypothesis weakened"
OTHER_RULE, EXCHANGED = "other rule", "bindings exchanged"


@dataclass(frozen=True)
class Mutant:
    """A change in the last theorem of a certificate, or in the Coq text of it (`edited`)."""

    theorem: str
    kind: str
    change: str
    certificate: Certificate
    edited: str | None = None

    @property
    def key(self) -> Key:
        return self.theorem, self.kind, self.change

    def text(self) -> str:
        """The Coq file of the mutant. Raises what the writer raises for it."""
        return document(self.certificate) if self.edited is None else self.edited


@cache
def book() -> Mapping[str, Certificate]:
    """The documents of the book, and a certificate with derivatives."""
    return {**{name: proved(name).certificate for name in NAMES}, "calculus": calculus()}


def cut(certificate: Certificate, name: str) -> Certificate:
    """The certificate up to a theorem, with those alone that it needs."""
    needed = {name}
    for theorem in reversed(certificate["theorems"]):
        needed |= used_by(theorem) if theorem["name"] in needed else set()
    return {**certificate, "theorems": [t for t in certificate["theorems"] if t["name"] in needed]}


def used_by(theorem: Mapping[str, Any]) -> set[str]:
    """The names of the theorems that a theorem's steps use."""
    evidence = [condition["by"] for step in theorem["steps"] for condition in step["conditions"]]
    named = [by for by in (*(step["by"] for step in theorem["steps"]), *evidence) if by != "entailed"]
    return {by["theorem"] for by in named if "theorem" in by}


def theorems(name: str) -> Iterator[Certificate]:
    """For every theorem of a document, the certificate that has been cut down to it."""
    return (cut(book()[name], theorem["name"]) for theorem in book()[name]["theorems"])


@cache
def distinct() -> tuple[Certificate, ...]:
    """For every theorem of the book, the certificate that has been cut down to it; of what documents share, once."""
    return tuple({json.dumps(one["theorems"]): one for name in book() for one in theorems(name)}.values())


def _mutant(certificate: Certificate, kind: str, change: str, **parts: Any) -> Mutant:
    """With other parts of the last theorem."""
    *others, last = certificate["theorems"]
    return Mutant(last["name"], kind, change, {**certificate, "theorems": [*others, {**last, **parts}]})


def replaced(parts: list[Any], number: int, *new: Any) -> list[Any]:
    return [*parts[:number], *new, *parts[number + 1 :]]


# The statement


def dropped_hypotheses(certificate: Certificate) -> Iterator[Mutant]:
    theorem = certificate["theorems"][-1]
    for number, hypothesis in enumerate(theorem["hypotheses"]):
        shown = in_words(hypothesis, certificate["notation"])
        without = without_hypothesis(certificate, theorem["name"], number)
        yield Mutant(theorem["name"], DROPPED, shown, without)


def without_hypothesis(certificate: Certificate, name: str, number: int) -> Certificate:
    """A theorem without one of its hypotheses; where a later one uses it, that is no condition any more."""
    return {**certificate, "theorems": [_without(theorem, name, number) for theorem in certificate["theorems"]]}


def _without(theorem: dict[str, Any], name: str, number: int) -> dict[str, Any]:
    if theorem["name"] == name:
        steps = [{**step, "by": _renumbered(step["by"], number)} for step in theorem["steps"]]
        return {**theorem, "hypotheses": replaced(theorem["hypotheses"], number), "steps": steps}
    using = [step["by"] == {"theorem": name} for step in theorem["steps"]]
    changed = [
        {**step, "conditions": replaced(step["conditions"], number)} if uses else step
        for step, uses in zip(theorem["steps"], using, strict=True)
    ]
    return {**theorem, "steps": changed}


def _renumbered(by: dict[str, Any], dropped: int) -> dict[str, Any]:
    number = by.get("hypothesis", 0)
    return {"hypothesis": number - 1} if number > dropped else by


def weakened_hypotheses(certificate: Certificate) -> Iterator[Mutant]:
    hypotheses = certificate["theorems"][-1]["hypotheses"]
    for number, hypothesis in enumerate(hypotheses):
        for new in everywhere(hypothesis, weaker):
            shown = in_words(new, certificate["notation"])
            yield _mutant(certificate, WEAKENED, shown, hypotheses=replaced(hypotheses, number, new))


def changed_sides(certificate: Certificate, kind: str, change: Change) -> Iterator[Mutant]:
    """A side with a change, there and where the proof starts or ends, so that the chain stays connected."""
    theorem = certificate["theorems"][-1]
    for side, end, key in (("lhs", 0, "before"), ("rhs", -1, "after")):
        for new in change(theorem[side]):
            steps = deepcopy(theorem["steps"])
            if steps:
                steps[end][key] = new
            shown = f"{side} {in_words(new, certificate['notation'])}"
            yield _mutant(certificate, kind, shown, **{side: new, "steps": steps})


def changed_definitions(certificate: Certificate, kind: str, change: Change) -> Iterator[Mutant]:
    """A definition with a change, where the statement depends on it."""
    theorem, notation = certificate["theorems"][-1], certificate["notation"]
    used = names_reached(theorem)
    for number, definition in enumerate(theorem["definitions"]):
        for new in change(definition["right"]) if defined(definition) in used else ():
            shown = f"{in_words(definition['left'], notation)} := {in_words(new, notation)}"
            definitions = replaced(theorem["definitions"], number, {**definition, "right": new})
            yield _mutant(certificate, kind, shown, definitions=definitions)


def defined(definition: Mapping[str, Any]) -> str:
    left = definition["left"]
    return str(left if isinstance(left, str) else left[1])


def names_reached(theorem: Mapping[str, Any]) -> set[str]:
    """The names in the statement, and in the definitions that it reaches."""
    rights = {defined(definition): definition["right"] for definition in theorem["definitions"]}
    found, waiting = set[str](), [theorem["lhs"], theorem["rhs"], *theorem["hypotheses"]]
    while waiting:
        new = set(strings(waiting.pop())) - found
        found |= new
        waiting += [rights[name] for name in new & rights.keys()]
    return found


def strings(data: Data) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for part in data:
            yield from strings(part)


# The proof, with the statement as it is


def other_rules(certificate: Certificate) -> Iterator[Mutant]:
    """Rules with as many conditions, of the same schematic names."""
    steps = certificate["theorems"][-1]["steps"]
    for number, step in enumerate(steps):
        own = step["by"].get("rule")
        for name, row in rows().items() if own else ():
            if name != own and _shape(row) == _shape(rows()[own]):
                other = replaced(steps, number, {**step, "by": {"rule": name}})
                yield _mutant(certificate, OTHER_RULE, f"step {number + 1}: {name}", steps=other)


def _shape(row: Mapping[str, Any]) -> tuple[set[str], int]:
    names = {text for part in (row["lhs"], row["rhs"], *row["conditions"]) for text in strings(part)}
    return {name for name in names if len(name) == 1 and name not in "ijkt"}, len(row["conditions"])


def exchanged_bindings(certificate: Certificate) -> Iterator[Mutant]:
    """Two values that can stand for each other's names."""
    steps = certificate["theorems"][-1]["steps"]
    for number, step in enumerate(steps):
        for (one, a), (other, b) in combinations(step["bindings"].items(), 2):
            if a != b and _arity(a) == _arity(b):
                exchanged = {**step, "bindings": {**step["bindings"], one: b, other: a}}
                shown = f"step {number + 1}: {one} and {other}"
                yield _mutant(certificate, EXCHANGED, shown, steps=replaced(steps, number, exchanged))


def _arity(value: Data) -> int:
    """Of a function; 0 of a number, and -1 of a set."""
    return len(value[1]) if is_a(value, "Lambda") else -1 if value in NAMED_SETS or is_a(value, *SETS) else 0


# The Coq text


def deleted_suppositions(certificate: Certificate) -> Iterator[Mutant]:
    """The section of the theorem without one of its hypotheses."""
    text = document(certificate)
    start, end = text.rindex("\nSection "), text.rindex("\nTheorem ")
    yield from _edited(certificate, "Hypothesis deleted", text, r"^Hypothesis .*\n", start, end)


def deleted_premises(certificate: Certificate) -> Iterator[Mutant]:
    """The final theorem without one of its premises."""
    text = document(certificate)
    yield from _edited(certificate, "premise deleted", text, r"^  .* ->\n", *_statement(text))


def exchanged_extrema(certificate: Certificate) -> Iterator[Mutant]:
    """The final theorem with ArgMin for ArgMax, or the other way round."""
    text = document(certificate)
    yield from _edited(certificate, "ArgMax and ArgMin", text, "|".join(OTHER), *_statement(text))


def _statement(text: str) -> tuple[int, int]:
    start = text.rindex("\nTheorem ")
    return start, text.index("\nProof.", start)


def _edited(certificate: Certificate, kind: str, text: str, pattern: str, start: int, end: int) -> Iterator[Mutant]:
    """What is found between two places is deleted, or exchanged for the other extremum."""
    for number, found in enumerate(re.compile(pattern, re.M).finditer(text, start, end), 1):
        new = text[: found.start()] + OTHER.get(found[0], "") + text[found.end() :]
        change = f"{number}: {found[0].strip()}"
        yield Mutant(certificate["theorems"][-1]["name"], kind, change, certificate, new)


Maker = Callable[[Certificate], Iterator[Mutant]]
MAKERS: dict[str, Maker] = {
    DROPPED: dropped_hypotheses,
    WEAKENED: weakened_hypotheses,
    **{kind: partial(changed_sides, kind=kind, change=change) for kind, change in CHANGES.items()},
    **{
        f"{kind} in a definition": partial(changed_definitions, kind=f"{kind} in a definition", change=change)
        for kind, change in CHANGES.items()
        if kind != "arg max and arg min"  # none is in a definition
    },
    OTHER_RULE: other_rules,
    EXCHANGED: exchanged_bindings,
    "Hypothesis deleted": deleted_suppositions,
    "premise deleted": deleted_premises,
    "ArgMax and ArgMin": exchanged_extrema,
}
