"""Theorems with what a reader needs, as documents; a document as plain data (`docs/certificate.md`); the rule table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sympy import Basic

from ..border.encoding import encode, encoded, every_name, plain_name, refuse_homonyms
from ..border.given import Definition
from ..kernel.rule_table import rows
from ..oracle.kernel import Algebra, Condition, Hypothesis, Rule, Step, Theorem

FORMAT, RULES_FORMAT, VERSION = "mlce-certificate", "mlce-rules", 1
Notation = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Line:
    """A line of the brief proof: the expression after that many steps, and why (None: the rules' own names)."""

    step: int
    reason: str | None = None


@dataclass(frozen=True)
class Proof:
    """A theorem with what a reader needs: a title, words, and the lines of its brief proof."""

    theorem: Theorem
    title: str = ""
    words: str = ""
    lines: tuple[Line, ...] = ()
    role: str = "theorem"

    def __repr__(self) -> str:
        return f"{self.theorem.name}: {self.theorem}"

    def as_lemma(self) -> Proof:
        return replace(self, role="lemma")


@dataclass(frozen=True)
class Document:
    """Theorems in the order in which they rest on each other. `notation` and `meanings` (of defined names) are for
    readers."""

    name: str
    title: str
    proofs: tuple[Proof, ...]
    notation: Notation = field(default_factory=dict)
    meanings: Mapping[str, str] = field(default_factory=dict)


def _by(step: Step, theorem: Theorem) -> dict[str, Any]:
    if isinstance(step.by, Rule):
        return {"rule": step.by.name}
    if isinstance(step.by, Definition):
        return {"definition": plain_name(step.by.head)}
    if isinstance(step.by, Hypothesis):
        return {"hypothesis": theorem.given.hypotheses.index(step.by.statement)}
    if isinstance(step.by, Algebra):
        return {"procedure": "algebra"}
    return {"theorem": step.by.name}


def _condition(condition: Condition) -> dict[str, Any]:
    evidence = condition.evidence
    if evidence is None:
        return {"prop": encoded(condition.statement), "by": "entailed"}
    variable = None if evidence.variable is None else plain_name(evidence.variable)
    return {"prop": encoded(condition.statement), "by": {"theorem": evidence.theorem.name, "variable": variable}}


def _place(place: Iterable[Any]) -> list[Any]:
    return [list(child) if isinstance(child, tuple) else child for child in place]


def _step(step: Step, theorem: Theorem) -> dict[str, Any]:
    return {
        "by": _by(step, theorem),
        "direction": "backward" if step.backward else "forward",
        "at": "after" if step.reverse else "before",
        "place": _place(step.place),
        "bindings": {
            plain_name(name): encoded(value)
            for name, value in sorted(step.bindings, key=lambda pair: plain_name(pair[0]))
        },
        "before": encoded(step.before),
        "after": encoded(step.after),
        "conditions": [_condition(condition) for condition in step.conditions],
    }


def _terms(theorem: Theorem) -> Iterator[Basic]:
    yield from (theorem.lhs, theorem.rhs, *theorem.given.hypotheses)
    yield from (side for definition in theorem.given.definitions for side in (definition.left, definition.right))
    for step in theorem.steps:
        yield from (step.after, *(value for _, value in step.bindings), *(c.statement for c in step.conditions))


def _proof(proof: Proof, meanings: Mapping[str, str]) -> dict[str, Any]:
    theorem = proof.theorem
    refuse_homonyms(name for term in _terms(theorem) for name in every_name(term))
    lines = proof.lines or tuple(Line(number) for number in range(1, len(theorem.steps) + 1))
    return {
        "name": theorem.name,
        "title": proof.title,
        "words": proof.words,
        "role": proof.role,
        "hypotheses": [encoded(h) for h in theorem.given.hypotheses],
        "definitions": [
            {"left": encoded(d.left), "right": encoded(d.right), "words": meanings.get(plain_name(d.head), "")}
            for d in theorem.given.definitions
        ],
        "lhs": encoded(theorem.lhs),
        "rhs": encoded(theorem.rhs),
        "steps": [_step(step, theorem) for step in theorem.steps],
        "lines": [{"step": line.step, "reason": line.reason} for line in lines],
        **_uncertified(theorem),
    }


def _uncertified(theorem: Theorem) -> dict[str, list[dict[str, Any]]]:
    """The steps whose rules have no formal proof, where there are any."""
    steps = [(k, step.by) for k, step in enumerate(theorem.steps, 1)]
    lacking = [{"step": k, "rule": by.name} for k, by in steps if isinstance(by, Rule) and by.uncertified]
    return {"uncertified": lacking} if lacking else {}


def certificate(document: Document) -> dict[str, Any]:
    """The document as plain data (`docs/certificate.md`). Raises NotPlain for what plain data cannot say."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "name": document.name,
        "title": document.title,
        "notation": {name: dict(how) for name, how in document.notation.items()},
        "theorems": [_proof(proof, document.meanings) for proof in document.proofs],
    }


def rule_table(rules: Iterable[Rule]) -> dict[str, Any]:
    """The shipped rule table as plain data; `mlce_sym/kernel/rules.json` is this, and a test fails when it is stale."""
    table = [
        {
            "name": rule.name,
            "lhs": encode(rule.lhs),
            "rhs": encode(rule.rhs),
            "conditions": [encode(condition) for condition in rule.conditions],
            "needs": rule.needs,
            "words": rule.words,
            "reference": rule.reference,
            "lemma": rule.lemma,
            "uncertified": rule.uncertified,
        }
        for rule in rules
    ]
    return {"format": RULES_FORMAT, "version": VERSION, "rules": table}


def stale(rules: Iterable[Rule]) -> list[str]:
    """The names of rules that the shipped table does not have, or has with another statement or other words."""
    declared = json.loads(json.dumps(rule_table(rules)))["rules"]
    return [row["name"] for row in declared if row != rows().get(row["name"])]
