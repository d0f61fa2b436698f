"""Which theorems have no formal certificate, and why: functions that Coq has no name for, rules without a lemma, and
theorems that use such theorems.

>>> uncertified({"theorems": []})
{}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..functions import FUNCTIONS
from ..kernel.rule_table import rows as rule_rows
from ..logic.entailment import holds
from ..logic.given import Definition, Given, assumed, inside
from ..terms.terms import CALLS, Term, children, free, is_a, parse
from .convergent import way

Plain = Mapping[str, Any]
WITHOUT_COQ = {  # heads that no library of `coq/` has a name for, in words
    "From": "infinite sums",
    "Below": "half-lines to minus infinity",
}

INFINITE = frozenset(("ImproperIntegral", "Converges"))


def numbered(theorems: Iterable[Plain]) -> dict[str, str]:
    """What each theorem of a document is called in it: Theorem 1, Lemma 2."""
    return {t["name"]: f"{t['role'].capitalize()} {number}" for number, t in enumerate(theorems, 1)}


def uncertified(certificate: Plain, labels: Mapping[str, str] | None = None) -> dict[str, str]:
    """For each theorem without a formal certificate: which steps lack it, as `step 2, rule R; step 3, Theorem 1`."""
    labels = numbered(certificate["theorems"]) if labels is None else labels
    found: dict[str, str] = {}
    for theorem in certificate["theorems"]:
        steps = enumerate(theorem["steps"], 1)
        present = frozenset(heads(theorem))
        reasons = [f"the function {name}" for name in FUNCTIONS if FUNCTIONS[name].uncertified and name in present]
        reasons += [words for head, words in WITHOUT_COQ.items() if head in present]
        reasons += ["integrals that converge in other ways"] if INFINITE & present and _converges_else(theorem) else []
        reasons += ["functions that are supposed to be smooth"] if "Smooth" in present and _smooth_else(theorem) else []
        reasons += ["cases by a membership"] if "Cases" in present and _by_membership(theorem) else []
        reasons += ["powers of what need not be positive"] if "Pow" in present and _has_other_powers(theorem) else []
        reasons += [f"step {k}, {what}" for k, step in steps for what in _lacking(step, labels, found)]
        if reasons:
            found[theorem["name"]] = "; ".join(reasons)
    return found


def _lacking(step: Plain, labels: Mapping[str, str], found: Mapping[str, str]) -> Iterator[str]:
    by = step["by"]
    if rule_rows().get(by.get("rule", ""), {}).get("uncertified"):
        yield f"rule {by['rule']}"
    evidence = (c["by"]["theorem"] for c in step["conditions"] if isinstance(c["by"], dict))
    yield from (labels.get(name, name) for name in (by.get("theorem", ""), *evidence) if name in found)


def heads(data: Any) -> Iterator[str]:
    """The heads of the terms in plain data."""
    parts: Iterable[Any] = ()
    if isinstance(data, (list, tuple)):
        if data and isinstance(data[0], str):
            yield data[0]
        parts = data[2:] if data[:1] in (["Lambda"], ("Lambda",)) else data  # the variables of a Lambda are no term
    elif isinstance(data, Mapping):
        parts = data.values()
    for part in parts:
        if not isinstance(part, (str, int)):
            yield from heads(part)


def _by_membership(data: Any) -> bool:
    """Are there cases by a condition that Coq does not decide, such as being an integer?"""
    if isinstance(data, Mapping):
        return any(map(_by_membership, data.values()))
    if not isinstance(data, (list, tuple)):
        return False
    own = data[:1] == ["Cases"] and len(data) == 4 and data[1][0] not in ("Lt", "Le", "Eq", "Ne")
    return own or any(map(_by_membership, data))


def _has_other_powers(theorem: Plain) -> bool:
    """Is there a power, not by an integer number, of what is not seen to be positive? There Coq's power is another."""
    given = _given(theorem)
    return any(_is_other_power(given, term) for term in (*given.hypotheses, *_terms(theorem)))


def _converges_else(theorem: Plain) -> bool:
    """Is there an integral that exists, but by what Coq is not told?"""
    given = _given(theorem)
    stated = (parse(c["prop"]) for step in theorem["steps"] for c in step["conditions"] if c["by"] == "entailed")
    return any(_is_unseen(given, term) for term in (*_terms(theorem), *stated))


def _smooth_else(theorem: Plain) -> bool:
    """Has another function to be smooth than one that has an integral, of which there is an instance?"""
    supposed = _given(theorem).hypotheses
    smooth, integrable = (
        {name for h in supposed if is_a(h, head) for name in free(h)} for head in ("Smooth", "Converges")
    )
    return not smooth <= integrable or any(is_a(h, "ForAll") and "Smooth" in heads(h) for h in supposed)


def _is_unseen(given: Given, term: Term) -> bool:
    if is_a(term, *INFINITE) and not way(given, ("Converges", *term[1:])):
        return True
    return any(_is_unseen(there, part) for there, part in _within(given, term))


def _within(given: Given, term: Term) -> Iterator[tuple[Given, Term]]:
    """The parts of a term, and what a name in it stands for, each with what is given there."""
    body = given.unfolded(term)
    yield from () if body is None else ((given, body),)
    yield from ((inside(given, term, place), part) for place, part in enumerate(children(term)))


def _terms(theorem: Plain) -> Iterator[Term]:
    yield from (parse(theorem["lhs"]), parse(theorem["rhs"]), *(parse(step["after"]) for step in theorem["steps"]))


def _given(theorem: Plain) -> Given:
    definitions = ((parse(d["left"]), parse(d["right"])) for d in theorem["definitions"])
    return assumed(tuple(map(parse, theorem["hypotheses"])), tuple(_defined(*sides) for sides in definitions))


def _defined(left: Term, right: Term) -> Definition:
    if not is_a(left, *CALLS):
        return Definition("", str(left), (), right)
    head, name, *parameters = left
    return Definition(head, name, tuple(parameters), right)


def _is_other_power(given: Given, term: Term) -> bool:
    """Is it one, or a part of it or of what it stands for?"""
    if is_a(term, "Pow") and type(term[2]) is not int and not holds(given, ("Lt", 0, term[1])):
        return True
    return any(_is_other_power(there, part) for there, part in _within(given, term))


def note(reasons: str | None) -> str:
    """The sentence that stands below the proof, or nothing."""
    return f"Not formally certified: {reasons}." if reasons else ""
