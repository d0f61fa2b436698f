"""A certificate read from plain data (`docs/certificate.md`, Documents): no key unknown or missing, every term a term.

What is prose or notation is checked for its type and then left aside.

>>> parse_document({"format": "mlce-certificate", "version": 2})
Traceback (most recent call last):
...
mlce_sym.terms.errors.Malformed: the document needs the key 'name'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from ..kernel.claims import Claim, Condition, Step
from ..logic.given import Definition
from ..terms.errors import Malformed
from ..terms.kinds import sort_of
from ..terms.places import parse_place
from ..terms.terms import CALLS, PROP, Term, is_a, shown
from .names import parse_written, written_name

FORMAT, VERSIONS = "mlce-certificate", (1, 2)
LONGEST_LABEL = 200
SUPPORTED_NOTATION = {"subscripts": int, "parameters": int, "latex": str, "text": str, "support": list}
Read = TypeVar("Read")


class Faulty(Malformed):
    """Malformed, in this theorem, in this step (counted from 1; 0: outside the steps)."""

    def __init__(self, why: str, theorem: str = "", step: int = 0) -> None:
        super().__init__(why)
        self.theorem, self.step = theorem, step


def record(data: object, what: str, keys: str, optional: str = "") -> Mapping[str, Any]:
    """A JSON object with exactly these keys, and perhaps those that are optional."""
    wanted = keys.split()
    if type(data) is not dict:
        raise Malformed(f"{what} is no object, but {shown(data)}")
    missing = next((key for key in wanted if key not in data), None)
    if missing is not None:
        raise Malformed(f"{what} needs the key {missing!r}")
    extra = next((key for key in data if key not in wanted and key not in optional.split()), None)
    if extra is not None:
        raise Malformed(f"{what} has the unknown key {shown(extra)}")
    return data


def listed(data: object, what: str, read: Callable[[Any], Read]) -> tuple[Read, ...]:
    if type(data) is not list:
        raise Malformed(f"{what} is no list, but {shown(data)}")
    return tuple(map(read, data))


def text(data: object, what: str) -> str:
    if type(data) is not str:
        raise Malformed(f"{what} is no text, but {shown(data)}")
    return data


def label(data: object, what: str) -> str:
    """The name of a theorem, rule or document: one line of moderate length."""
    if not text(data, what) or not str(data).isprintable() or len(str(data)) > LONGEST_LABEL:
        raise Malformed(f"{what} is not a name of one line, but {shown(data)}")
    return str(data)


def one_of(data: object, what: str, *choices: str) -> str:
    if type(data) is not str or data not in choices:
        raise Malformed(f"{what} is {' or '.join(choices)}, not {shown(data)}")
    return data


def parse_document(data: object) -> tuple[Claim, ...]:
    """The theorems of a certificate. Raises Malformed; Faulty where it is known in which theorem."""
    fields = record(data, "the document", "format version name title notation theorems")
    if fields["format"] != FORMAT or type(fields["version"]) is not int or fields["version"] not in VERSIONS:
        raise Malformed(f"this is not version {' or '.join(map(str, VERSIONS))} of {FORMAT}")
    label(fields["name"], "the document's name")
    text(fields["title"], "the document's title")
    _check_notation(fields["notation"])
    theorems = listed(fields["theorems"], "theorems", _theorem)
    if not theorems:
        raise Malformed("the document has no theorems")
    names = [theorem.name for theorem in theorems]
    twice = next((name for number, name in enumerate(names) if name in names[:number]), None)
    if twice is not None:
        raise Faulty("another theorem has this name", twice)
    return theorems


def _check_notation(data: object) -> None:
    if type(data) is not dict:
        raise Malformed("notation is no object")
    for name, how in data.items():
        written_name(name)
        if type(how) is not dict or any(type(v) is not SUPPORTED_NOTATION.get(k) for k, v in how.items()):
            raise Malformed(f"the notation of {name} is not understood")
        parse_written(how.get("support", 0))


THEOREM = "name title words role hypotheses definitions lhs rhs steps lines"


def _theorem(data: object) -> Claim:
    name = label(data["name"], "a theorem's name") if type(data) is dict and "name" in data else ""
    try:
        fields = record(data, "the theorem", THEOREM, optional="uncertified idea")
        listed(fields.get("uncertified", []), "uncertified", lambda item: record(item, "its item", "step rule"))
        text(fields["title"], "the title"), text(fields["words"], "words"), text(fields.get("idea", ""), "the idea")
        one_of(fields["role"], "the role", "theorem", "lemma")
        hypotheses = listed(fields["hypotheses"], "hypotheses", _proposition)
        definitions = listed(fields["definitions"], "definitions", _definition)
        sides = _read("lhs", parse_written, fields["lhs"]), _read("rhs", parse_written, fields["rhs"])
    except Malformed as problem:
        raise Faulty(str(problem), name) from None
    steps = _steps(fields["steps"], name, sides[0])
    try:
        _check_lines(fields["lines"], len(steps))
    except Malformed as problem:
        raise Faulty(str(problem), name) from None
    return Claim(name, hypotheses, definitions, *sides, steps)


def _read(what: str, read: Callable[[Any], Read], data: object) -> Read:
    try:
        return read(data)
    except Malformed as problem:
        raise Malformed(f"{what}: {problem}") from None


def _proposition(data: object) -> Term:
    term = _read("a proposition", parse_written, data)
    if sort_of(term) != PROP:
        raise Malformed(f"{shown(data)} is no proposition")
    return term


def _definition(data: object) -> Definition:
    fields = record(data, "a definition", "left right words")
    text(fields["words"], "words")
    left, right = _read("left", parse_written, fields["left"]), _read("right", parse_written, fields["right"])
    if type(left) is str and sort_of(left) is None:
        return Definition("", left, (), right)
    if is_a(left, *CALLS):
        head, name, *parameters = left
        if len(set(parameters)) == len(parameters) and all(type(p) is str for p in parameters):
            return Definition(head, name, tuple(map(written_name, parameters)), right)
    raise Malformed("the left side of a definition is a variable, or a function or data vector of distinct variables")


def _steps(data: object, theorem: str, end: Term) -> tuple[Step, ...]:
    if type(data) is not list:
        raise Faulty("steps is no list", theorem)
    steps: list[Step] = []
    for number, item in enumerate(data, 1):
        try:
            step = _step(item)
            steps.append(replace(step, before=end) if step.before == end else step)  # one term, which is checked once
            end = step.after
        except Malformed as problem:
            raise Faulty(str(problem), theorem, number) from None
    return tuple(steps)


def _step(data: object) -> Step:
    fields = record(data, "a step", "by direction at place bindings before after conditions")
    kind, by = _justification(fields["by"])
    bindings = fields["bindings"]
    if type(bindings) is not dict:
        raise Malformed("bindings is no object")
    return Step(
        kind,
        by,
        one_of(fields["direction"], "direction", "forward", "backward") == "backward",
        one_of(fields["at"], "at", "before", "after") == "after",
        parse_place(fields["place"]),
        {written_name(name): _read(name, _value, value) for name, value in bindings.items()},
        _read("before", parse_written, fields["before"]),
        _read("after", parse_written, fields["after"]),
        listed(fields["conditions"], "conditions", _condition),
    )


def _value(data: object) -> Term:
    return parse_written(data, top=True)


def _justification(data: object) -> tuple[str, str | int]:
    if type(data) is not dict or len(data) != 1:
        raise Malformed("a step is by one thing")
    ((kind, by),) = data.items()
    one_of(kind, "a step's justification", "rule", "definition", "hypothesis", "theorem", "procedure")
    if kind == "hypothesis":
        if type(by) is not int:
            raise Malformed("a hypothesis is named by its number")
        return kind, by
    return kind, written_name(by) if kind == "definition" else label(by, f"the {kind}")


def _condition(data: object) -> Condition:
    fields = record(data, "a condition", "prop by")
    prop, by = _proposition(fields["prop"]), fields["by"]
    if type(by) is str:
        one_of(by, "by", "entailed")
        return Condition(prop)
    theorem = record(by, "the evidence", "theorem variable")
    variable = theorem["variable"]
    return Condition(
        prop, label(theorem["theorem"], "the theorem"), None if variable is None else written_name(variable)
    )


def _check_lines(data: object, steps: int) -> None:
    """Lines go forward along the steps, and the last line is the end of the proof."""
    reached = -1
    for line in listed(data, "lines", lambda item: record(item, "a line", "step reason")):
        number = line["step"]
        if type(number) is not int or not reached < number <= steps:
            raise Malformed(
                f"a line refers to step {shown(number)} after {max(reached, 0)}, where there are {steps} steps"
            )
        if line["reason"] is not None:
            text(line["reason"], "a reason")
        reached = number
    if reached != steps and steps:
        raise Malformed("the last line is not the end of the proof")
