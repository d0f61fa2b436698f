"""What the names in a term stand for: a real number, a set, a function or a data vector. No set is a number.

One name has one meaning in a theorem, bound names included.

>>> from mlce_sym.terms.terms import PROP
>>> sorted(kinds(("Member", ("Apply", "f", "x"), "A"), PROP))
[('A', 'a set'), ('f', 'a function of 1'), ('x', 'a real number')]
>>> kinds(("Add", 1, ("Empty",)), REAL)
Traceback (most recent call last):
...
mlce_sym.terms.errors.Malformed: Empty is a set, where a real number is needed
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from .caching import lru_cache
from .errors import Malformed
from .terms import BINDERS, CALLS, LITERALS, NAMED_SETS, REAL, SET, SHAPES, Shape, Term, children, compound, is_a
from .words import shown

Kinds: TypeAlias = frozenset[tuple[str, str]]  # names and what they stand for

SHAPED = SHAPES | BINDERS | {"Lambda": Shape("a function")}


def sort_of(term: Term) -> str | None:
    """The sort that a term shows by its head; None for a variable."""
    if type(term) is str:
        return SET if term in NAMED_SETS else None
    if type(term) is int or is_a(term, *CALLS, *LITERALS):
        return REAL
    return SHAPED[compound(term)[0]].result


@lru_cache(maxsize=600)
def kinds(term: Term, sort: str) -> Kinds:
    """What the names of a term stand for, bound ones too. Raises Malformed where the term has not the sort."""
    if sort_of(term) not in (None, sort):
        raise Malformed(f"{term[0] if type(term) is tuple else term} is {sort_of(term)}, where {sort} is needed")
    if type(term) is str:
        if term not in NAMED_SETS and sort not in (REAL, SET):
            raise Malformed(f"{shown(term)} is a name, where {sort} is needed")
        return frozenset() if term in NAMED_SETS else frozenset(((term, sort),))
    found = [kinds(part, wanted) for part, wanted in zip(children(term), part_sorts(term), strict=True)]
    return joined([_own(term), *found])


def _own(term: Term) -> Kinds:
    if is_a(term, *BINDERS):
        return frozenset(((term[1], REAL),))
    if is_a(term, *CALLS):
        what = "a function" if term[0] == "Apply" else "a data vector"
        return frozenset(((term[1], f"{what} of {len(term) - 2}"),))
    return frozenset()


def part_sorts(term: Term) -> tuple[str, ...]:
    """The sorts that the children of a term need to have."""
    count = len(children(term))
    if count == 0 or is_a(term, *CALLS):
        return (REAL,) * count
    wanted = SHAPED[compound(term)[0]].parts
    return wanted + wanted[-1:] * (count - len(wanted))


def joined(parts: Iterable[Kinds]) -> Kinds:
    """All of them together. Raises Malformed where one name has two meanings."""
    union: Kinds = frozenset().union(*parts)
    meanings = dict(union)
    if len(meanings) != len(union):
        name = sorted(name for name, meaning in union if meanings[name] != meaning)[0]
        raise Malformed(f"{name} stands for different things")
    return union
