"""One name has one meaning in a theorem: what a person writes alike and means otherwise is given another name.

>>> apart((("Add", "L", ("Apply", "L", "x")), ("Apply", "g", ("Indexed", "x", "i"))))
(('Add', 'L', ('Apply', 'L_of', 'x')), ('Apply', 'g', ('Indexed', 'x_entries', 'i')))
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...terms.terms import CALLS, LITERALS, NAMED_SETS, Term, is_a

Use = tuple[str, str, int]  # a name, the head of what it is called in (or none), and the number of arguments
SUFFIX = {"Apply": "of", "Indexed": "entries"}


def apart(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms with a name for each meaning: a number keeps its own, else what has the fewest arguments."""
    uses: dict[str, list[Use]] = {}
    for use in sorted({use for term in terms for use in _uses(term)}, key=lambda use: (use[0], use[1] != "", *use)):
        uses.setdefault(use[0], []).append(use)
    called = {use: _name(use, kept) for kept in uses.values() for use in kept[1:]}
    return tuple(_renamed(term, called) for term in terms) if called else terms


def _name(use: Use, same: list[Use]) -> str:
    name, head, count = use
    alone = sum(other[1] == head for other in same) == 1
    return f"{name}_{SUFFIX[head]}" if alone else f"{name}_{SUFFIX[head]}_{count}"


def _uses(term: Term) -> Iterator[Use]:
    stack: list[Any] = [term]
    while stack:
        part = stack.pop()
        if isinstance(part, str) and part not in NAMED_SETS:
            yield part, "", 0
        elif is_a(part, *CALLS):
            yield part[1], part[0], len(part) - 2
            stack.extend(part[2:])
        elif isinstance(part, tuple) and part[0] not in LITERALS:
            stack.extend(part[1:])


def _renamed(term: Any, called: dict[Use, str]) -> Term:
    if not isinstance(term, tuple) or term[0] in LITERALS:
        return term  # type: ignore[no-any-return]
    if term[0] not in CALLS:
        return (term[0], *(_renamed(part, called) for part in term[1:]))
    name = called.get((term[1], term[0], len(term) - 2)) or str(term[1])
    return (term[0], name, *(_renamed(part, called) for part in term[2:]))
