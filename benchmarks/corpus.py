"""Certificates that are true and certificates that are not, to see what a replay with an error in it makes of them.

`python -m benchmarks.corpus FILE` writes them; with `--judge FILE` it reads them, and prints as JSON what differs from
the verdicts that they should have. What evaluation says of a certificate is found out when the corpus is made: it
imports nothing of the trusted base.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from itertools import groupby
from typing import Any

Certificate = dict[str, Any]

# Small documents of the book that between them have most of the heads of terms.
DOCUMENTS = ("bernoulli", "iid", "gibbs", "models", "permutation", "conditional", "general", "categorical", "families")
MOST = 4  # false certificates of a kind from one document
WRONG = ("Lt", "Le", "Ne")


def true_certificates() -> dict[str, Certificate]:
    from mlce_sym import prove

    return {name: json.loads(json.dumps(prove(name).certificate)) for name in DOCUMENTS}


def false_certificates(certificate: Certificate) -> Iterator[tuple[str, Certificate]]:
    """Certificates with one thing changed, in the same way in the statement and in the step that reaches it, so that
    nothing but the proof is wrong. At most `MOST` of a kind, evenly spread."""
    found = sorted(_tampered(certificate), key=lambda pair: pair[0])
    for kind, group in groupby(found, key=lambda pair: pair[0]):
        changed = list(group)
        for number in range(min(MOST, len(changed))):
            yield kind, changed[number * len(changed) // min(MOST, len(changed))][1]


def _tampered(certificate: Certificate) -> Iterator[tuple[str, Certificate]]:
    for number, theorem in enumerate(certificate["theorems"]):
        for kind, changed in _tampered_theorem(theorem):
            yield kind, {**certificate, "theorems": _needed([*certificate["theorems"][:number], changed])}


def _needed(theorems: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The last of them, and before it those on which it rests."""
    wanted, found = {theorems[-1].get("name")}, []
    for theorem in reversed(theorems):
        if theorem.get("name") in wanted:
            found.append(theorem)
            for step in theorem["steps"]:
                reasons = (step["by"], *(condition.get("by") for condition in step["conditions"]))
                wanted |= {reason["theorem"] for reason in reasons if isinstance(reason, dict) and "theorem" in reason}
    return found[::-1]


def _tampered_theorem(theorem: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for number in range(len(theorem["hypotheses"])):
        yield "hypothesis dropped", _without_hypothesis(theorem, number)
        for kind, other in _changes(theorem["hypotheses"][number]):
            hypotheses = [*theorem["hypotheses"][:number], other, *theorem["hypotheses"][number + 1 :]]
            yield f"hypothesis: {kind}", {**theorem, "hypotheses": hypotheses}
    steps = theorem["steps"]
    for place in range(len(steps) + 1):
        # What stands between two steps, or at an end of the proof, is in two places.
        term = steps[place]["before"] if place < len(steps) else theorem["rhs"]
        for kind, other in _changes(term):
            changed = {**theorem, "steps": list(steps)}
            if place == 0:
                changed["lhs"] = other
            if place == len(steps):
                changed["rhs"] = other
            if place > 0:
                changed["steps"][place - 1] = {**steps[place - 1], "after": other}
            if place < len(steps):
                changed["steps"][place] = {**steps[place], "before": other}
            yield f"line: {kind}", changed
    for place, step in enumerate(steps):
        for number in range(len(step["conditions"])):
            changed = deepcopy(theorem)
            del changed["steps"][place]["conditions"][number]
            yield "condition dropped", changed
        for name in step["bindings"]:
            for kind, other in _changes(step["bindings"][name]):
                bindings = {**step["bindings"], name: other}
                changed = {**theorem, "steps": [*steps[:place], {**step, "bindings": bindings}, *steps[place + 1 :]]}
                yield f"binding: {kind}", changed


def _without_hypothesis(theorem: dict[str, Any], number: int) -> dict[str, Any]:
    """Steps name the hypotheses that are left by their new numbers."""
    changed = deepcopy(theorem)
    del changed["hypotheses"][number]
    for step in changed["steps"]:
        if step["by"].get("hypothesis", -1) > number:
            step["by"]["hypothesis"] -= 1
    return changed


def _changes(term: Any) -> Iterator[tuple[str, Any]]:
    """The terms that differ in a number, a sign, a relation, or the order of two parts."""
    if type(term) is int:
        yield "number", term + 1
    if not isinstance(term, list):
        return
    head, *parts = term
    if head in ("Add", "log", "exp", "Sum", "Product"):
        yield "sign", ["Mul", -1, term]
    if head == "Mul" and -1 in parts and len(parts) > 2:
        yield "sign", ["Mul", *(part for part in parts if part != -1)]
    if head == "Lt":
        yield "relation", ["Le", *parts]
    if head in (*WRONG, "Pow", "Range", "Interval"):
        yield "order", [head, parts[1], parts[0]]
    for place, part in enumerate(parts, 1):
        yield from ((kind, [*term[:place], new, *term[place + 1 :]]) for kind, new in _changes(part))


def made() -> dict[str, Any]:
    """The corpus, with only those changed certificates that replay refuses, for a change may leave a proof a proof, and
    in which evaluation alone finds a counterexample.
    """
    from mlce_sym.certificate.checked import verify
    from mlce_sym.evaluate.numeric import check_document
    from mlce_sym.evaluate.outcomes import Difference
    from mlce_sym.kernel.replay import Rejected

    corpus: dict[str, Any] = {"true": true_certificates(), "false": []}
    for certificate in corpus["true"].values():
        for _, changed in false_certificates(certificate):
            try:
                verify(changed)
            except Rejected:
                try:
                    if isinstance(check_document(changed), Difference):
                        corpus["false"].append(changed)
                except (ValueError, ArithmeticError, LookupError):
                    pass
    return corpus


def judged(corpus: dict[str, Any]) -> str:
    """What the replay is the first to get wrong, or ""."""
    from mlce_sym.certificate.checked import verify

    for certificate in corpus["true"].values():
        if (verdict := _verdict(verify, certificate)) != "accepted":
            return "crash" if verdict == "crash" else "true, refused"
    caught = any(_verdict(verify, certificate) == "accepted" for certificate in corpus["false"])
    return "caught by evaluation" if caught else ""


def _verdict(ask: Callable[[Any], object], certificate: Certificate) -> str:
    from mlce_sym.kernel.replay import Rejected

    try:
        ask(certificate)
    except Rejected:
        return "refused"
    except Exception:
        return "crash"
    return "accepted"


if __name__ == "__main__":
    *judging, name = sys.argv[1:]
    if judging:
        with open(name, encoding="utf-8") as file:
            print(json.dumps(judged(json.load(file))))
    else:
        with open(name, "w", encoding="utf-8") as file:
            json.dump(made(), file)
