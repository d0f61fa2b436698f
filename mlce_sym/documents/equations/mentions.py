"""Of what a term speaks: its free names, entries and values of functions, the totals over its data, what it binds.

>>> total = ("Sum", "i", ("Range", 1, "n"), ("Apply", "f", ("Indexed", "x", "i")))
>>> set(calls(total, ())), [*applied(total)], [*bound(total)], [*sizes(total)], has(total, "Indexed")
({('Apply', 'f', ('Indexed', 'x', '·'))}, ['f'], ['i'], [('x', 'n')], True)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...reading.walk.big import SIZE, entries_at
from ...terms.terms import CALLS, NAMED_SETS, Compound, Term, children, compound, free, is_a, is_binder


def subterms(term: Term) -> Iterator[Term]:
    """The term, and all that stands in it."""
    yield term
    for part in children(term):
        yield from subterms(part)


def has(term: Term, *heads: str) -> bool:
    """Does one of the heads stand in it?"""
    return any(is_a(one, *heads) for one in subterms(term))


def leaves(term: Term, bound: frozenset[str] = frozenset()) -> Iterator[Term]:
    """The free names, entries and values of functions."""
    if isinstance(term, str):
        if term not in bound and term not in NAMED_SETS:
            yield term
        return
    if is_a(term, *CALLS):
        yield term
    inside = bound | {term[1]} if is_binder(term) else bound
    for place, part in enumerate(children(term)):
        yield from leaves(part, bound if is_binder(term) and not place else inside)


def applied(term: Term) -> Iterator[str]:
    """The names of the functions in a term."""
    return (one[1] for one in subterms(term) if is_a(one, "Apply"))


def bound(term: Term) -> Iterator[str]:
    """The names that a term binds."""
    return (one[1] for one in subterms(term) if is_binder(one))


def indices(term: Term) -> frozenset[str]:
    """The names that are indices of entries."""
    entries = (one for one in subterms(term) if is_a(one, "Indexed"))
    return frozenset(index for entry in entries for index in entry[2:] if isinstance(index, str))


def totals(term: Term) -> Iterator[Compound]:
    """Σ_j y_j, or Σ_j y_{ij}, for the data y whose entries are under a Σ or Π over j."""
    for one in subterms(term):
        if is_a(one, "Sum", "Product") and is_a(one[2], "Range"):
            entries = (part for part in subterms(one[3]) if is_a(part, "Indexed") and one[1] in part[2:])
            yield from (("Sum", one[1], one[2], entry) for entry in entries)


def vectors(term: Term) -> Iterator[Compound]:
    """Those with one index."""
    return (one for one in totals(term) if one[3][2:] == (one[1],))


def sizes(term: Term) -> Iterator[tuple[str, str]]:
    """The vectors with entries from 1 to a name in a term, and that name."""
    for one in subterms(term):
        if is_a(one, "Sum", "Product", "ForAll") and is_a(one[2], "Range") and one[2][1] == 1:
            last = one[2][2]
            if isinstance(last, str) and last != SIZE:
                yield from ((name, last) for name in sorted(entries_at(one[3], one[1])))


def calls(term: Term, inside: tuple[str, ...]) -> Iterator[Term]:
    """The values of functions, and the entries without a bound index, that a term speaks of; what is bound is a dot."""
    if is_binder(term):
        yield from calls(term[2][2] if term[0] == "Derivative" else term[2], inside)
        for body in term[3:]:
            yield from calls(body, (*inside, term[1]))
        return
    if is_a(term, *CALLS) and (term[0] == "Apply" or not free(term) & set(inside)):
        yield _dotted(term, inside)
    for part in children(term):
        yield from calls(part, inside)


def _dotted(term: Term, bound: tuple[str, ...]) -> Term:
    if isinstance(term, str):
        return "·" if term in bound else term
    return (compound(term)[0], *(_dotted(part, bound) for part in term[1:])) if isinstance(term, tuple) else term


def has_entry(side: Term, call: Term) -> bool:
    """Does a side speak of all entries of y, and of the m-th of something, and so of y_m? Not of y_n, where n is the
    last of them: 1 − p_n may be the sum of the others."""
    if not is_a(call, "Indexed") or not free(call) - {call[1]} or not free(call) - {call[1]} <= indices(side):
        return False
    return any(is_a(leaf, "Indexed") and leaf[1] == call[1] for leaf in leaves(side))


def is_number(term: Term) -> bool:
    return isinstance(term, int) or is_a(term, "Rational")


def plain(terms: Iterable[Term]) -> set[str]:
    """The names of numbers."""
    return {leaf for term in terms for leaf in leaves(term) if isinstance(leaf, str)}


def with_entries(term: Term) -> set[str]:
    """The names whose entries there are."""
    return {str(leaf[1]) for leaf in leaves(term) if is_a(leaf, "Indexed")}
