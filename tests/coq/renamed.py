"""A certificate with other names for its things and its theorems."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mlce_sym.terms.terms import BINDERS, CALLS, LITERALS

Names = Mapping[str, str]
Data = Any


def renamed(certificate: Mapping[str, Any], names: Names, label: Callable[[str], str] = str) -> dict[str, Any]:
    """With other names for variables, functions, data vectors and sets, and with other names of theorems."""
    return {
        **certificate,
        "notation": {names.get(name, name): _notation(how, names) for name, how in certificate["notation"].items()},
        "theorems": [_theorem(theorem, names, label) for theorem in certificate["theorems"]],
    }


def _notation(how: Mapping[str, Any], names: Names) -> dict[str, Any]:
    return {**how, "support": _term(how["support"], names)} if "support" in how else {**how}


def _theorem(theorem: Mapping[str, Any], names: Names, label: Callable[[str], str]) -> dict[str, Any]:
    return {
        **theorem,
        "name": label(theorem["name"]),
        "hypotheses": [_term(hypothesis, names) for hypothesis in theorem["hypotheses"]],
        "definitions": [
            {**d, "left": _term(d["left"], names), "right": _term(d["right"], names)} for d in theorem["definitions"]
        ],
        "lhs": _term(theorem["lhs"], names),
        "rhs": _term(theorem["rhs"], names),
        "steps": [_step(step, names, label) for step in theorem["steps"]],
    }


def _step(step: Mapping[str, Any], names: Names, label: Callable[[str], str]) -> dict[str, Any]:
    ((kind, by),) = step["by"].items()
    own = {} if kind == "rule" else names  # the names of a rule are not the certificate's
    return {
        **step,
        "by": {kind: label(by) if kind == "theorem" else names.get(by, by) if kind == "definition" else by},
        "bindings": {own.get(name, name): _term(value, names) for name, value in step["bindings"].items()},
        "before": _term(step["before"], names),
        "after": _term(step["after"], names),
        "conditions": [
            {"prop": _term(c["prop"], names), "by": _evidence(c["by"], names, label)} for c in step["conditions"]
        ],
    }


def _evidence(by: Any, names: Names, label: Callable[[str], str]) -> Any:
    if by == "entailed":
        return by
    return {"theorem": label(by["theorem"]), "variable": names.get(by["variable"], by["variable"])}


def _term(data: Data, names: Names) -> Data:
    if isinstance(data, str):
        return names.get(data, data)
    if not isinstance(data, list) or data[0] in LITERALS:
        return data
    head, *parts = data
    if head == "Lambda":
        return [head, [names.get(name, name) for name in parts[0]], _term(parts[1], names)]
    named = [names.get(parts[0], parts[0])] if head in BINDERS or head in CALLS else []
    return [head, *named, *(_term(part, names) for part in parts[len(named) :])]
