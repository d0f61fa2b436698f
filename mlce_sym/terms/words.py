"""Terms in messages: short, in plain text, for people.

>>> in_words(("ForAll", "i", ("Range", 1, "n"), ("Lt", 0, ("Apply", "p", "i", "theta"))))
'0 < p(i, theta) for all i in Range(1, n)'
"""

from __future__ import annotations

from .terms import Term

RELATIONS = {"Lt": "<", "Le": "≤", "Ne": "≠", "Eq": "=", "Member": "∈"}
LONGEST = 160


def in_words(term: Term) -> str:
    text = _written(term)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _written(term: Term) -> str:
    if type(term) is not tuple:
        return str(term)
    head, *parts = term
    if head in RELATIONS:
        return f"{_written(parts[0])} {RELATIONS[head]} {_written(parts[1])}"
    if head == "ForAll":
        return f"{_written(parts[2])} for all {parts[0]} in {_written(parts[1])}"
    if head in ("Add", "Mul"):
        return f"({(' + ' if head == 'Add' else ' * ').join(map(_written, parts))})"
    if head in ("Rational", "Pow"):
        return f"{_written(parts[0])}{'/' if head == 'Rational' else '^'}{_written(parts[1])}"
    if head in ("Apply", "Indexed"):
        head, *parts = parts
    return f"{head}({', '.join(map(_written, parts))})" if parts else str(head)
