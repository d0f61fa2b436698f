"""Theorems as the plain data of a certificate (`docs/certificate.md`, Documents)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..kernel.claims import Condition, Step
from ..kernel.rule_table import rows
from ..kernel.theorem import Theorem
from ..logic.given import Definition
from ..terms.errors import Malformed
from ..terms.places import Place
from ..terms.terms import Term, free, fresh
from ..terms.words import shown
from .names import every_name, renamed, written, written_name

FORMAT, VERSION = "mlce-certificate", 2
Lines = Sequence[tuple[int, str | None]]  # a number of steps, and the reason for them


def plain(term: Term | Place) -> Any:
    """A term or place as JSON has it, with lists for tuples."""
    return [plain(part) for part in term] if isinstance(term, tuple) else term


def certified(term: Term) -> Any:
    """A term alone as a certificate has it. Raises Malformed for a name that a certificate cannot have."""
    return plain(renamed(term, _names((term,))))


def _names(statement: tuple[Term, ...], steps: tuple[Term, ...] = (), kept: Iterable[str] = ()) -> Mapping[str, str]:
    """What each name is called. One that only a step binds, as a rule's index, gives way where another is called so."""
    lasting = frozenset().union(*map(every_name, statement), *map(free, steps))
    every = lasting.union(*map(every_name, steps))
    lasting |= every.intersection(kept)
    names = dict(written(lasting))
    taken = {*map(shown, every)}
    for name in sorted(every - lasting):
        is_free = shown(name) not in names.values()
        names[name] = shown(name) if is_free else fresh(shown(name), taken.union(names.values()))
    for name in sorted(names.values()):
        try:
            written_name(name)
        except Malformed:
            raise Malformed(f"{name!r} cannot be a name in a certificate; rename it (letters, digits and _)") from None
    return names


def _statement(theorem: Theorem) -> Iterator[Term]:
    yield from (theorem.lhs, theorem.rhs, *theorem.given.hypotheses)
    yield from (side for definition in theorem.given.definitions for side in (definition.left, definition.right))


def _in_steps(theorem: Theorem) -> Iterator[Term]:
    for step in theorem.steps:
        yield from (step.after, *step.bindings.values(), *(c.prop for c in step.conditions))


def _kept(theorem: Theorem) -> Iterator[str]:
    """Names that steps mention beside their terms: what they give values to, and the variables of theorems."""
    for step in theorem.steps:
        yield from () if step.kind == "rule" else step.bindings
        yield from (c.variable for c in step.conditions if c.variable is not None)


def record(
    theorem: Theorem,
    lines: Lines,
    meanings: Mapping[str, str],
    *,
    title: str = "",
    words: str = "",
    role: str = "theorem",
    idea: str = "",
) -> dict[str, Any]:
    """A theorem with what a reader needs. Raises Malformed where two things have one name."""
    names = _names(tuple(_statement(theorem)), tuple(_in_steps(theorem)), _kept(theorem))

    def as_written(term: Term) -> Any:
        return plain(renamed(term, names))

    lines = lines or [(number, None) for number in range(1, len(theorem.steps) + 1)]
    return {
        "name": theorem.name,
        "title": title,
        "words": words,
        "role": role,
        "idea": idea,
        "hypotheses": [as_written(h) for h in theorem.given.hypotheses],
        "definitions": [_definition(d, as_written, meanings) for d in theorem.given.definitions],
        "lhs": as_written(theorem.lhs),
        "rhs": as_written(theorem.rhs),
        "steps": [_step(step, as_written) for step in theorem.steps],
        "lines": [{"step": step, "reason": reason} for step, reason in lines],
        **_uncertified(theorem),
    }


def _definition(
    definition: Definition, as_written: Callable[[Term], Any], meanings: Mapping[str, str]
) -> dict[str, Any]:
    words = meanings.get(shown(definition.name), "")
    return {"left": as_written(definition.left), "right": as_written(definition.right), "words": words}


def _step(step: Step, as_written: Callable[[Term], Any]) -> dict[str, Any]:
    return {
        "by": {step.kind: shown(step.by) if step.kind == "definition" else step.by},  # type: ignore[arg-type]
        "direction": "backward" if step.backward else "forward",
        "at": "after" if step.reverse else "before",
        "place": plain(step.place),
        "bindings": {shown(name): as_written(value) for name, value in step.bindings.items()},
        "before": as_written(step.before),
        "after": as_written(step.after),
        "conditions": [_condition(condition, as_written) for condition in step.conditions],
    }


def _condition(condition: Condition, as_written: Callable[[Term], Any]) -> dict[str, Any]:
    if condition.theorem is None:
        return {"prop": as_written(condition.prop), "by": "entailed"}
    variable = None if condition.variable is None else shown(condition.variable)
    return {"prop": as_written(condition.prop), "by": {"theorem": condition.theorem, "variable": variable}}


def _uncertified(theorem: Theorem) -> dict[str, list[dict[str, Any]]]:
    """The steps whose rules have no formal proof, where there are any."""
    rules = [(k, str(step.by)) for k, step in enumerate(theorem.steps, 1) if step.kind == "rule"]
    lacking = [{"step": k, "rule": name} for k, name in rules if rows().get(name, {}).get("uncertified")]
    return {"uncertified": lacking} if lacking else {}
