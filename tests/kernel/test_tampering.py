"""Real certificates, tampered with in every way that can be generated: each is refused, unless it still is a proof.

What still is a proof is listed in `STILL_PROVED`, kind by kind, with the reason; a reason that no tampering needs is an
error too.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from itertools import combinations, islice

import pytest

from derivations import bernoulli, closed_form, gibbs, iid, remarks
from mlce_sym.certificate.checked import verify
from mlce_sym.kernel.replay import Rejected
from mlce_sym.kernel.rule_table import rows
from mlce_sym.prover.document import certificate
from mlce_sym.terms.terms import alpha, parse

from ..samples import LONG, sampled

DOCUMENTS = {
    name: json.loads(json.dumps(certificate(module.document())))
    for name, module in (("bernoulli", bernoulli), ("iid", iid))
}
# Of these not all are tried, but only every second to fifth one, for the sake of time.
SPARED = {
    ("bernoulli", "numbers"): 2,
    ("iid", "numbers"): 3,
    ("bernoulli", "swapped_names"): 2,
    ("iid", "swapped_names"): 3,
}
TERM_KEYS = ("lhs", "rhs", "hypotheses", "definitions")


def edited(document, path, new):
    """The document with another value at a path of keys and numbers; shares what does not change."""
    if not path:
        return new
    key, *rest = path
    changed = copy.copy(document)
    changed[key] = edited(document[key], rest, new)
    return changed


def at(document, path):
    for key in path:
        document = document[key]
    return document


def without(document, path):
    *outer, last = path
    inner = copy.copy(at(document, outer))
    del inner[last]
    return edited(document, outer, inner)


def theorems(document) -> Iterator[list]:
    """Where the theorems are, but for the lemmas, which are quoted from another of the documents."""
    yield from (["theorems", n] for n, theorem in enumerate(document["theorems"]) if theorem["role"] == "theorem")


def steps(document) -> Iterator[list]:
    for path in theorems(document):
        for number in range(len(at(document, path)["steps"])):
            yield [*path, "steps", number]


def inside(data, path=()) -> Iterator[tuple]:
    """Every place in plain data, with what is there."""
    yield list(path), data
    if isinstance(data, (list, dict)):
        for key in range(len(data)) if isinstance(data, list) else data:
            yield from inside(data[key], (*path, key))


def numbers(document):
    for path in theorems(document):
        for key in (*TERM_KEYS, "steps"):
            for place, item in inside(at(document, [*path, key]), [*path, key]):
                if type(item) is int:
                    kind = "number in a place" if "place" in place else f"number in {key}"
                    yield kind, place, edited(document, place, item + 1)
                    yield kind, place, edited(document, place, True)


def renamed(data, one, other):
    swap = {one: other, other: one}
    if isinstance(data, list):
        return [renamed(item, one, other) for item in data]
    return swap.get(data, data) if isinstance(data, str) else data


def swapped_names(document):
    for path in steps(document):
        for key in ("before", "after"):
            term = at(document, [*path, key])
            names = sorted({x for place, x in inside(term) if isinstance(x, str) and (place and place[-1] != 0)})
            for one, other in combinations(names, 2):
                yield (
                    "swapped names",
                    [*path, key, one, other],
                    edited(document, [*path, key], renamed(term, one, other)),
                )


def edited_steps(document):
    others = list(rows())
    for path in steps(document):
        step = at(document, path)
        yield "swapped sides", path, edited(document, path, {**step, "before": step["after"], "after": step["before"]})
        yield "removed step", path, without(document, path)
        flip = {"forward": "backward", "backward": "forward", "before": "after", "after": "before"}
        for key in ("direction", "at"):
            yield f"other {key}", path, edited(document, [*path, key], flip[step[key]])
        for number, condition in enumerate(step["conditions"]):
            where = [*path, "conditions", number]
            yield "dropped condition", where, without(document, where)
            yield "weaker condition", where, edited(document, [*where, "prop"], ["True"])
            yield (
                "own evidence",
                where,
                edited(document, [*where, "by"], {"theorem": at(document, path[:2])["name"], "variable": None}),
            )
            yield "doubled condition", where, edited(document, [*path, "conditions"], [*step["conditions"], condition])
        if "rule" in step["by"]:
            yield "unknown rule", path, edited(document, [*path, "by"], {"rule": step["by"]["rule"] + "!"})
            position = others.index(step["by"]["rule"])
            for name in (others * 2)[position + 1 : position + 2]:
                yield "another rule", path, edited(document, [*path, "by"], {"rule": name})
            yield "rule as theorem", path, edited(document, [*path, "by"], {"theorem": step["by"]["rule"]})
        if step["by"] != {"procedure": "algebra"}:
            yield "by algebra", path, edited(document, [*path, "by"], {"procedure": "algebra"})
        for extra in ("lhs", "__class__"):
            yield "unknown key", path, edited(document, path, {**step, extra: step["by"]})
        for key in step if path[-1] == 0 else ():
            yield "missing key", path, without(document, [*path, key])
        yield from _places(document, path, step["place"])
        yield from _bindings(document, path, step["bindings"])


def _places(document, path, place):
    if place:
        yield "shorter place", path, edited(document, [*path, "place"], place[:-1])
        yield "other place", path, edited(document, [*path, "place"], [*place[:-1], 0 if place[-1] else 1])
    yield "longer place", path, edited(document, [*path, "place"], [*place, 0])


def _bindings(document, path, bindings):
    kind = "binding in algebra" if at(document, [*path, "by"]) == {"procedure": "algebra"} else "binding"
    yield f"extra {kind}", path, edited(document, [*path, "bindings"], {**bindings, "zz": 1})
    for name, value in bindings.items():
        where = [*path, "bindings", name]
        yield "dropped binding", where, without(document, where)
        if isinstance(value, list) and value[0] == "Lambda":
            yield "other body", where, edited(document, where, [*value[:2], ["Add", value[2], 1]])
            yield "other value", where, edited(document, where, value[2])
        else:
            yield (
                "other value",
                where,
                edited(document, where, ["Add", value, 1] if value != "Theta" else ["Finite", 1]),
            )
    for one, other in combinations(bindings, 2):
        pair = {one: bindings[other], other: bindings[one]}
        yield "swapped bindings", [*path, one, other], edited(document, [*path, "bindings"], {**bindings, **pair})


def edited_theorems(document):
    names = [theorem["name"] for theorem in document["theorems"]]
    for path in theorems(document):
        theorem = at(document, path)
        for key in ("hypotheses", "definitions"):
            for number in range(len(theorem[key])):
                where = [*path, key, number]
                yield f"dropped from {key}", where, without(document, where)
        for number, definition in enumerate(theorem["definitions"]):
            right = [*path, "definitions", number, "right"]
            yield "recursive definition", right, edited(document, right, definition["left"])
            yield "recursive definition", right, edited(document, right, ["Add", 1, ["Mul", 0, definition["left"]]])
            doubled = [*theorem["definitions"], definition]
            yield "doubled definition", right, edited(document, [*path, "definitions"], doubled)
        for side in ("lhs", "rhs"):
            for new in (0, ["Add", theorem[side], 1], ["Empty"], ["True"]):
                yield f"other {side}", path, edited(document, [*path, side], new)
        yield (
            "swapped statement",
            path,
            edited(document, path, {**theorem, "lhs": theorem["rhs"], "rhs": theorem["lhs"]}),
        )
        yield "removed theorem", path, without(document, path)
        yield "removed proof", path, edited(document, path, {**theorem, "steps": [], "lines": []})
        yield "rules in the certificate", path, edited(document, path, {**theorem, "rules": list(rows().values())})
        yield "same name", path, edited(document, [*path, "name"], names[path[1] - 1])
        for number, step in enumerate(theorem["steps"]):
            if "theorem" in step["by"]:
                for name in {*names, "no such theorem"} - {step["by"]["theorem"]}:
                    where = [*path, "steps", number, "by"]
                    yield "another theorem", [*where, name], edited(document, where, {"theorem": name})
        for order in range(len(theorem["steps"]) - 1):
            swapped = list(theorem["steps"])
            swapped[order : order + 2] = swapped[order + 1], swapped[order]
            yield "exchanged steps", [*path, order], edited(document, [*path, "steps"], swapped)


def edited_documents(document):
    for key in document:
        yield "missing key", [key], without(document, [key])
    yield "unknown key", [], {**document, "rules": list(rows().values())}
    yield "other version", [], {**document, "version": 3}
    yield "other version", [], {**document, "version": True}
    yield "other version", [], {**document, "version": 1.0}
    yield "other format", [], {**document, "format": "mlce-rules"}
    yield "backward theorems", [], {**document, "theorems": document["theorems"][::-1]}


def cited(document, name):
    """Is a theorem cited by another one?"""
    steps_by = (step for theorem in document["theorems"] for step in theorem["steps"])
    return any(
        {"theorem": name} in (step["by"], *({"theorem": e.get("theorem")} for e in _evidence(step)))
        for step in steps_by
    )


def _evidence(step):
    return [condition["by"] for condition in step["conditions"] if isinstance(condition["by"], dict)]


def used_names(theorem):
    """The defined names that a theorem's proof speaks of, those in the definitions of such names included."""
    text = {key: theorem[key] for key in ("lhs", "rhs", "hypotheses", "steps")}
    found = {x for _, x in inside(text) if isinstance(x, str)}
    for definition in reversed(theorem["definitions"]):
        if defined(definition) in found:
            found |= {x for _, x in inside(definition["right"]) if isinstance(x, str)}
    return found


def defined(definition):
    left = definition["left"]
    return left if isinstance(left, str) else left[1]


def of_unused_definition(document, path):
    """Of a definition without which the proof stands, in a theorem that is cited nowhere with it."""
    theorem, definition = at(document, path[:2]), at(document, path[:4])
    return defined(definition) not in used_names(theorem)


LABELS = ["Member", ["Indexed", "y", "i"], ["Finite", 0, 1]]
STRONGER = [  # the hypothesis, and a number raised in it: what follows from the one follows from the other
    (["Le", 1, "n"], ["Le", 2, "n"]),
    (LABELS, ["Member", ["Indexed", "y", "i"], ["Finite", 1, 1]]),
    (["Lt", 0, ["Apply", "p", "i", "theta"]], ["Lt", 1, ["Apply", "p", "i", "theta"]]),
    (["Member", "theta", ["Interval", 0, 1]], ["Member", "theta", ["Interval", 1, 1]]),
]


def stronger_hypothesis(document, path):
    """A theorem that is cited nowhere, about less than before."""
    old = at(document, path[:4])
    while old[0] == "ForAll":
        path, old = [*path[:4], *path[4:]], old[3]
    raised = [new for known, new in STRONGER if known == old]
    return not cited(document, at(document, path[:2])["name"]) and bool(raised) and _raises(old, raised[0], path)


def _raises(old, new, path):
    """Is the number at the end of the path the one in which old and new differ?"""
    differing = [place for place, x in inside(old) if type(x) is int and at(new, place) != x]
    return any(path[-len(place) :] == place for place in differing)


def unneeded_hypothesis(document, path):
    """The proof stands without the hypothesis."""
    return not cited(document, at(document, path[:2])["name"]) and stands(without(document, path[:4]))


def stands(document):
    try:
        verify(document)
    except Rejected:
        return False
    return True


def bound_names(document, path):
    """Bound variables have other names, and no binding at this step speaks of them."""
    *place, one, other = path
    term = at(document, place)
    return alpha(parse(term)) == alpha(parse(renamed(term, one, other)))


def identical_binding(document, path):
    """Without a binding a theorem is used as it stands, which is what x := x says."""
    return at(document, path) == path[-1] and "theorem" in at(document, path[:4])["by"]


def uncited(document, path):
    return not cited(document, at(document, path)["name"])


def the_same_swapped(document, path):
    """Both have the same value, or are the two addends of a sum of sums."""
    *place, one, other = path
    step = at(document, place)
    return step["bindings"][one] == step["bindings"][other] or step["by"] == {"rule": "linearity of the sum"}


def algebra_anywhere(document, path):
    """Algebra compares the whole of both sides, from left to right or from right to left."""
    return at(document, path)["by"] == {"procedure": "algebra"}


STILL_PROVED = {
    "number in hypotheses": (stronger_hypothesis, unneeded_hypothesis),
    "swapped names": (bound_names,),
    "dropped binding": (identical_binding,),
    "dropped from definitions": (of_unused_definition,),
    "dropped from hypotheses": (unneeded_hypothesis,),
    "removed theorem": (uncited,),
    "swapped bindings": (the_same_swapped,),
    "other direction": (algebra_anywhere,),
    "other at": (algebra_anywhere,),
    "longer place": (algebra_anywhere,),
}
ALL = (numbers, swapped_names, edited_steps, edited_theorems, edited_documents)


@cache
def accepted(name, tamper):
    """The tamperings of one sort that are accepted, by kind and place."""
    found = []
    spared = SPARED.get((name, tamper.__name__), 1)
    for kind, where, document in sampled(islice(tamper(DOCUMENTS[name]), 0, None, spared)):
        try:
            verify(document)
        except Rejected as problem:
            assert "\n" not in str(problem) and len(str(problem)) < 500
            continue
        found.append((kind, where))
    return found


@pytest.mark.parametrize("module", [bernoulli, iid, gibbs, closed_form, remarks])
def test_the_untampered_documents_are_proved(module):
    document = certificate(module.document())
    claims = verify(document)
    assert [claim.name for claim in claims] == [theorem["name"] for theorem in document["theorems"]]
    assert [len(claim.steps) for claim in claims] == [len(theorem["steps"]) for theorem in document["theorems"]]
    stated = [step["conditions"] for theorem in document["theorems"] for step in theorem["steps"]]
    assert [len(step.conditions) for claim in claims for step in claim.steps] == list(map(len, stated))
    assert sum(map(len, stated)) > 20


@pytest.mark.slow
def test_evidence_is_checked():
    """Every theorem that meets a condition: by another name, for another variable, for none."""
    document = certificate(closed_form.document())
    found = [
        (path, by) for path, by in inside(document) if path[-1:] == ["by"] and isinstance(by, dict) and "variable" in by
    ]
    assert len(found) >= 3
    for path, by in found:
        others = [{**by, "variable": "Theta" if by["variable"] != "Theta" else None}, {**by, "variable": "n"}]
        others += [{**by, "theorem": t["name"]} for t in document["theorems"] if t["name"] != by["theorem"]]
        others += ["entailed", {"theorem": by["theorem"]}, {**by, "lemma": ""}, {**by, "variable": 1}]
        assert stands(edited(document, path, by))
        assert not any(stands(edited(document, path, other)) for other in others)


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("tamper", ALL, ids=lambda tamper: tamper.__name__)
def test_what_is_tampered_with_is_refused(name, tamper):
    document = DOCUMENTS[name]
    for kind, where in accepted(name, tamper):
        reasons = STILL_PROVED.get(kind, ())
        assert any(reason(document, where) for reason in reasons), f"{kind} at {where} was accepted"


@pytest.mark.slow
@pytest.mark.long
def test_no_reason_is_given_in_vain():
    needed = {
        (kind, reason)
        for name, document in DOCUMENTS.items()
        for tamper in ALL
        for kind, where in accepted(name, tamper)
        for reason in STILL_PROVED[kind]
        if reason(document, where)
    }
    reasons = {(kind, reason) for kind, of_kind in STILL_PROVED.items() for reason in of_kind}
    assert needed == reasons if LONG else needed <= reasons
