"""Hypotheses and reasons in words, as fragments that every format can spell.

Prose is a tuple of strings (in which LaTeX stands between `$`) and of `Maths`, which hold terms as plain data.

>>> clauses([["Member", "n", "Integers"], ["Le", 1, "n"], ["Lt", 0, "x"], ["Lt", "x", 1]])
[Clause(maths=['Le', 1, 'n'], noun='an integer'), Clause(maths=['Chain', 0, 'Lt', 'x', 'Lt', 1], noun='')]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

Data = Any


class Maths(NamedTuple):
    """A term within prose."""

    data: Data


Prose = tuple[str | Maths, ...]


class Clause(NamedTuple):
    """Hypotheses said at once: a proposition or a name, and what it is to be, if that is said by a noun."""

    maths: Data
    noun: str = ""


def clauses(hypotheses: Sequence[Data]) -> list[Clause]:
    """The hypotheses, those on one number in one clause: n ≥ 1 is an integer, 0 < x < 1."""
    merged = _chained(list(map(_of_all_entries, hypotheses)))
    integers = [h[1] for h in merged if h[0] == "Member" and h[2] == "Integers"]
    found = [Clause(h, "an integer") if _bounds(h) in integers else Clause(h) for h in merged]
    bounded = [_bounds(h) for h in merged]
    return [c for c in found if not (c.maths[0] == "Member" and c.maths[2] == "Integers" and c.maths[1] in bounded)]


def _bounds(proposition: Data) -> Data:
    """The variable that a bound by a number is on."""
    is_bound = proposition[0] in ("Lt", "Le") and isinstance(proposition[1], int) and isinstance(proposition[2], str)
    return proposition[2] if is_bound else None


def _of_all_entries(proposition: Data) -> Data:
    """y_1, …, y_n ∈ S for "y_i ∈ S for every i = 1, …, n"."""
    if proposition[0] == "ForAll" and proposition[2][0] == "Range" and proposition[3][0] == "Member":
        _, index, (_, low, high), (_, entry, values) = proposition
        if entry[0] == "Indexed" and entry[2:] == [index]:
            return ["Member", ["Entries", entry[1], low, high], values]
    return proposition


def _chained(propositions: Iterable[Data]) -> list[Data]:
    """a < b and b ≤ c as the chain a < b ≤ c, under the same quantifiers."""
    found: list[Data] = []
    for proposition in propositions:
        prefix, inner = _prefix(proposition)
        place, chain = next(((k, c) for k, h in enumerate(found) if (c := _link(h, prefix, inner))), (-1, None))
        if chain is None:
            found.append(proposition)
        else:
            found[place] = _quantified(prefix, chain)
    return found


def _prefix(proposition: Data) -> tuple[list[Data], Data]:
    prefix = []
    while proposition[0] == "ForAll":
        prefix.append(proposition[:3])
        proposition = proposition[3]
    return prefix, proposition


def _quantified(prefix: Sequence[Data], proposition: Data) -> Data:
    for quantifier in reversed(prefix):
        proposition = [*quantifier, proposition]
    return proposition


def _link(known: Data, prefix: list[Data], relation: Data) -> Data:
    """The chain of a known proposition and a relation with a common side, or None."""
    before, inner = _prefix(known)
    if before != prefix or inner[0] not in ("Lt", "Le", "Chain") or relation[0] not in ("Lt", "Le"):
        return None
    first = inner[1:] if inner[0] == "Chain" else [inner[1], inner[0], inner[2]]
    head, left, right = relation
    if first[-1] == left and not isinstance(left, int):
        return ["Chain", *first, head, right]
    return ["Chain", left, head, *first] if first[0] == right and not isinstance(right, int) else None


def listed(parts: Sequence[Prose]) -> Prose:
    """a; a and b; a, b, and c."""
    marks = [", "] * (len(parts) - 2) + ([", and " if len(parts) > 2 else " and "] if len(parts) > 1 else []) + [""]
    return tuple(fragment for part, mark in zip(parts, marks, strict=False) for fragment in (*part, mark) if fragment)


def sentence(prose: Prose) -> Prose:
    """A reason as a sentence.

    >>> sentence(("definition of ", Maths("L")))
    ('Definition of ', Maths(data='L'), '.')
    """
    first, *rest = prose
    return (first if isinstance(first, Maths) else first[:1].upper() + first[1:], *rest, ".")


def said(proposition: Data) -> Prose:
    """0 < p_i(θ) < 1 for all θ ∈ Θ and i = 1, …, n."""
    prefix, inner = _prefix(proposition) if isinstance(proposition, list) else ([], proposition)
    ranging: list[Prose] = [(Maths(["Ranging", variable, domain]),) for _, variable, domain in prefix]
    return (Maths(inner), " for all ", *listed(ranging)) if prefix else (Maths(inner),)


def let(clauses: Sequence[Clause]) -> Prose:
    """Let n ≥ 1 be an integer, y_1, …, y_n ∈ {0, 1}, and 0 < x < 1."""
    ordered = sorted(clauses, key=lambda clause: not clause.noun)
    nouns = [f" {'' if k else 'be '}{clause.noun}" if clause.noun else "" for k, clause in enumerate(ordered)]
    return ("Let ", *listed([(*said(c.maths), noun) for c, noun in zip(ordered, nouns, strict=True)]), ".")


def is_clause(clause: Clause) -> Prose:
    """n ≥ 1 is an integer."""
    return (*said(clause.maths), f" is {clause.noun}") if clause.noun else said(clause.maths)


def set_names(theorem: Mapping[str, Any]) -> list[str]:
    """The variables that stand for sets in a theorem, in the order of their appearance."""
    found: dict[str, None] = {}
    stack: list[Data] = [theorem["rhs"], theorem["lhs"], *reversed(theorem["hypotheses"])]
    while stack:
        part = stack.pop()
        if isinstance(part, list) and part:
            places = {"ForAll": 2, "ArgMax": 2, "ArgMin": 2, "Member": 2, "Without": 1, "Near": 1, "Smooth": 2}
            domain = part[places[part[0]]] if part[0] in places else None
            if isinstance(domain, str) and domain not in ("Reals", "Integers"):
                found[domain] = None
            stack.extend(reversed(part[1:]))
    return list(found)
