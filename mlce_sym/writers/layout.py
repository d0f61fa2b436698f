"""How a document is laid out: its sections, the lines of a proof, their reasons, the rules used. The formats spell it.

>>> steps, lines = [{"after": "b"}, {"after": "c"}], [{"step": 2, "reason": None}]
>>> theorem = {"lhs": "a", "rhs": "c", "steps": steps, "lines": lines}
>>> lines_of(theorem), lines_of(theorem, full=True)
(('a', 'c'), ('a', 'b', 'c'))
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..kernel.rule_table import rows as rule_rows
from .arrange import is_proposition
from .certified import note, numbered, uncertified
from .setting import Run, defined, runs
from .values import atoms, values_put, vectors
from .words import Clause, Data, Maths, Prose, clauses, let, listed, said, set_names

Plain = Mapping[str, Any]
MANY = 3  # hypotheses that are worth being said once for several theorems
SHORT = 5  # the names and numbers in a condition that is printed as a formula
TRUE, FALSE = ["True"], ["False"]


class Row(NamedTuple):
    """A line of a proof: the expression, why it equals the one before, and the steps that show it."""

    expression: Data
    reason: Prose
    steps: tuple[Plain, ...]


class Entry(NamedTuple):
    """A theorem in its place: its number, what it supposes beyond the setting, the lines of its proof, and a note.

    `shared` is what is supposed from here on, in this theorem and the next ones; `idea` stands before the lines of the
    proof, `remark` after it.
    """

    label: str
    theorem: Plain
    shared: Prose
    supposed: Prose
    statement: Data
    sign: str
    idea: str
    rows: tuple[Row, ...]
    remark: str
    note: str


class Section(NamedTuple):
    """Theorems with a common setting: the hypotheses in words, and the definitions."""

    heading: str
    setting: Prose
    definitions: tuple[Plain, ...]
    entries: tuple[Entry, ...]


def lines_of(theorem: Plain, *, full: bool = False) -> tuple[Data, ...]:
    """The expressions that are printed, the left side first: one per idea, or one per step."""
    return (theorem["lhs"], *(_expression(theorem, end) for end, _ in _ends(theorem, full)))


def _expression(theorem: Plain, end: int) -> Data:
    return theorem["rhs"] if end == len(theorem["steps"]) else theorem["steps"][end - 1]["after"]


def _ends(theorem: Plain, full: bool) -> list[tuple[int, str]]:
    """After how many steps each line stands, and the author's reason."""
    last = len(theorem["steps"])
    notes = {line["step"]: line["reason"] or "" for line in theorem["lines"] if 0 < line["step"] <= last}
    ends = range(1, last + 1) if full else sorted({*notes, last})
    return [(end, notes.get(end, "")) for end in ends]


# Reasons


def rows(theorem: Plain, labels: Mapping[str, str], *, full: bool = False) -> tuple[Row, ...]:
    """The lines of the proof after the left side, each with its reason."""
    found, start = [], 0
    for end, said_why in _ends(theorem, full):
        steps = theorem["steps"][start:end]
        found.append(Row(_expression(theorem, end), _reason(steps, said_why, theorem, labels), tuple(steps)))
        start = end
    return tuple(found)


def _reason(steps: Sequence[Plain], note: str, theorem: Plain, labels: Mapping[str, str]) -> Prose:
    """The author's reason, then the rules, definitions and theorems that it does not name, with their conditions.

    Several rules of derivatives are said at once: "differentiation".
    """
    several = sum(map(_differentiates, steps)) > 1
    rules = Counter(rule for rule, _ in {(s["by"].get("rule"), str(_stated(s))) for s in steps})
    parts = [
        (("differentiation",), ())
        if several and _differentiates(step)
        else _justification(step, theorem, labels, formulas=rules[step["by"].get("rule")] == 1)
        for step in steps
    ]
    ideas = [part for part in parts if part[0] != ("algebra",)]
    distinct = {str(part): part for part in (ideas or ([] if note else [(("algebra",), ())]))}
    said: list[Prose] = [(note,)] if note else []
    for words, condition in distinct.values():
        if str(words[0]) not in note or len(words) > 1:
            said.append(words)
        said[-1] = (*said[-1], " (", *condition, ")") if condition else said[-1]
    return tuple(fragment for k, part in enumerate(said) for fragment in ((", ", *part) if k else part))


def _differentiates(step: Plain) -> bool:
    return str(step["by"].get("rule", "")).startswith("derivative ")


def _justification(step: Plain, theorem: Plain, labels: Mapping[str, str], *, formulas: bool) -> tuple[Prose, Prose]:
    """What justifies a step, and under which condition, which may be said in formulas."""
    by = step["by"]
    if "rule" in by:
        return (by["rule"],), _condition(step, labels, formulas)
    if "definition" in by:
        return ("definition of ", Maths(by["definition"])), ()
    if "hypothesis" in by:
        return ("the hypothesis ", *said(theorem["hypotheses"][by["hypothesis"]])), ()
    if "theorem" not in by:
        return ("algebra",), ()
    values = listed([(Maths(value),) for value in values_put(step["bindings"], theorem.get("vectors", ()))])
    cited = (labels.get(by["theorem"], by["theorem"]), *((" with ", *values) if values else ()))
    return cited, _shown(step, labels)


def _stated(step: Plain) -> list[Data]:
    return [condition["prop"] for condition in step["conditions"]]


def _condition(step: Plain, labels: Mapping[str, str], formulas: bool) -> Prose:
    """The rule's side condition, as a formula where that is short and else in words, and the theorems that show it; a
    condition that is the statement itself is not said again."""
    stated = _stated(step)
    row = rule_rows().get(step["by"]["rule"], {})
    itself = bool(row) and row["conditions"] == [row["lhs"]]
    short = formulas and bool(stated) and not itself and all(map(_is_short_relation, stated))
    words = "" if itself else str(row.get("needs", ""))
    needs: Prose = listed([said(c) for c in stated]) if short else (words,) if words else ()
    shown = _shown(step, labels)
    return (*needs, ", ", *shown) if needs and shown else needs or shown


def _is_short_relation(proposition: Data) -> bool:
    return proposition[0] in ("Lt", "Le", "Ne", "Member") and atoms(proposition) <= SHORT


def _shown(step: Plain, labels: Mapping[str, str]) -> Prose:
    """The theorems that show conditions of a step."""
    shown = dict.fromkeys(c["by"]["theorem"] for c in step["conditions"] if c["by"] != "entailed")
    return ("by " + " and ".join(labels.get(name, name) for name in shown),) if shown else ()


# Sections


def sections(
    certificate: Plain, *, full: bool = False, labels: Mapping[str, str] | None = None, elsewhere: Collection[str] = ()
) -> tuple[Section, ...]:
    """The theorems in runs with a common setting, but for those that stand elsewhere; `labels` are theirs in a book."""
    labels = numbered(certificate["theorems"]) if labels is None else labels
    of_vectors = vectors(certificate["theorems"])
    said_here = [t for t in certificate["theorems"] if t["name"] not in elsewhere]
    found = runs([{**theorem, "vectors": of_vectors} for theorem in said_here])
    notes = uncertified(certificate, labels)
    several = sum(bool(run.main) for run in found) > 1
    known: dict[str, tuple[Data, Data]] = {}
    shown = []
    for run in found:
        new = tuple(d for d in run.definitions if known.get(defined(d)) != (d["left"], d["right"]))
        entries = tuple(e._replace(note=note(notes.get(e.theorem["name"]))) for e in _entries(run, labels, full))
        shown.append(Section(_heading(run, labels) if several else "Setting", _setting(run, new), new, entries))
        known |= {defined(d): (d["left"], d["right"]) for d in run.definitions}
    return tuple(shown)


def _sets(theorems: Sequence[Plain]) -> list[Clause]:
    return [Clause(name, "a set") for name in dict.fromkeys(name for t in theorems for name in set_names(t))]


def _heading(run: Run, labels: Mapping[str, str]) -> str:
    """The theorems that the setting is for, without those at the end that need none."""
    ends = [k for k, theorem in enumerate(run.theorems, 1) if theorem["name"] not in run.apart]
    return f"Setting of {_span([labels[t['name']] for t in run.theorems[: ends[-1]]])}" if ends else ""


def _setting(run: Run, new: Sequence[Plain]) -> Prose:
    """What is supposed, which names mean what they did above, and that others follow."""
    supposed = (*let([*_sets(run.main), *clauses(run.common)]), " ") if run.common else ()
    above = listed([(Maths(d["left"]),) for d in run.definitions if d not in new])
    if not above:
        return (*supposed, "Write") if new else supposed[:-1]
    return (*supposed, "With ", *above, " as above, write") if new else (*supposed, "Let ", *above, " be as above.")


def _span(labels: Sequence[str]) -> str:
    """Lemma 1; Lemmas 1 to 4; Lemma 3 to Theorem 5."""
    first, last = labels[0].split(), labels[-1].split()
    if len(labels) == 1:
        return labels[0]
    if first[0] == last[0]:
        return f"{_plural(first[0])} {first[1]} {'and' if len(labels) == 2 else 'to'} {last[1]}"
    return f"{labels[0]} to {labels[-1]}"


def _plural(role: str) -> str:
    return {"Theorem": "Theorems", "Lemma": "Lemmas"}.get(role, role)


def _entries(run: Run, labels: Mapping[str, str], full: bool) -> Iterator[Entry]:
    """The theorems of a section; what several of them in turn suppose beyond the setting is said once."""
    theorems, common = run.theorems, run.common
    owns = [[h for h in t["hypotheses"] if t["name"] in run.apart or h not in common] for t in theorems]
    start = 0
    while start < len(theorems):
        shared, end = _together(owns, start)
        until = labels[theorems[end - 1]["name"]]
        named = _sets([t for t in theorems[start:end] if t["name"] in run.apart]) if shared else []
        said_once = (f"From here to {until}, let ", *let([*named, *clauses(shared)])[1:]) if shared else ()
        for theorem, own in zip(theorems[start:end], owns[start:end], strict=True):
            rest = [h for h in own if h not in shared]
            sets = [s for s in _sets([theorem]) if theorem["name"] in run.apart and s not in named]
            yield _entry(theorem, [*sets, *clauses(rest)], labels, full)._replace(shared=said_once)
            said_once = ()
        start = end


def _together(owns: Sequence[list[Data]], start: int) -> tuple[list[Data], int]:
    """What a theorem supposes together with those after it, and where these end; nothing if it is little, or if that is
    not most of what each of them supposes."""
    shared, end = owns[start], start + 1
    while end < len(owns):
        both = [h for h in shared if h in owns[end]]
        if len(both) < MANY or 3 * len(both) < 2 * max(len(shared), len(owns[end])):
            break
        shared, end = both, end + 1
    return (shared, end) if end - start > 1 else ([], end)


def _entry(theorem: Plain, own: Sequence[Clause], labels: Mapping[str, str], full: bool) -> Entry:
    words = theorem["words"]
    preface, remark = ((words, " "), "") if words.startswith("Here ") or words.endswith(":") else ((), words)
    statement, sign = _statement(theorem)
    supposed = _supposed(own)
    whole: Prose = (*preface, *supposed) if supposed else preface[:1]
    idea, lines = theorem.get("idea", ""), rows(theorem, labels, full=full)
    return Entry(labels[theorem["name"]], theorem, (), whole, statement, sign, idea, lines, remark, "")


def _supposed(own: Sequence[Clause]) -> Prose:
    if not own:
        return ()
    if all(c.maths[0] == "Member" and isinstance(c.maths[1], str) and not c.noun for c in own):
        return ("For all ", *listed([(Maths(c.maths),) for c in own]), ",")
    return (*let(own), " Then")


def _statement(theorem: Plain) -> tuple[Data, str]:
    """What is claimed (None for an equation or an equivalence of both sides), and the sign of the chain."""
    left, right = theorem["lhs"], theorem["rhs"]
    if not is_proposition(left):
        return None, "="
    return (left if right == TRUE else ["Not", left] if right == FALSE else None), "iff"


def verdict(expression: Data) -> str:
    """The words for the last line of a claim's proof."""
    return "which holds" if expression == TRUE else "which is false" if expression == FALSE else ""


# The end of the document


def hypotheses_used(certificate: Plain) -> list[tuple[Clause, str]]:
    """Every hypothesis, merged and in order, with the theorems that suppose it ("" for all of them)."""
    theorems = certificate["theorems"]
    labels = list(numbered(theorems).values())
    users: dict[str, list[int]] = {}
    known: dict[str, Clause] = {}
    for k, theorem in enumerate(theorems):
        for clause in clauses(theorem["hypotheses"]):
            known.setdefault(str(clause), clause)
            users.setdefault(str(clause), []).append(k)
    return [(known[key], _users([labels[k] for k in users[key]], len(theorems))) for key in known]


def _users(labels: Sequence[str], count: int) -> str:
    if len(labels) == count:
        return ""
    by_role: dict[str, list[str]] = {}
    for label in labels:
        role, number = label.split()
        by_role.setdefault(role, []).append(number)
    return " and ".join(f"{_plural(r) if len(ns) > 1 else r} {_runs(list(map(int, ns)))}" for r, ns in by_role.items())


def _runs(numbers: Sequence[int]) -> str:
    """1–5, 8 for 1, 2, 3, 4, 5, 8."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def rules_used(certificate: Plain) -> list[Plain]:
    """The rows of the rules that the proofs use, in the order of their first use."""
    steps = (step for theorem in certificate["theorems"] for step in theorem["steps"])
    names = dict.fromkeys(step["by"]["rule"] for step in steps if "rule" in step["by"])
    return [rule_rows()[name] for name in names if name in rule_rows()]
