"""Of which values of functions, and of which entries, a term speaks; what it binds.

>>> set(calls(("Sum", "i", ("Range", 1, "n"), ("Apply", "f", ("Indexed", "x", "i"))), ()))
{('Apply', 'f', ('Indexed', 'x', '·'))}
"""

from __future__ import annotations

from collections.abc import Iterator

from ..terms.terms import CALLS, Term, children, compound, free, is_a, is_binder
from .premises import indices
from .roles import leaves


def has_entry(side: Term, call: Term) -> bool:
    """Does a side speak of all entries of y, and of the m-th of something, and so of y_m? Not of y_n, where n is the
    last of them: 1 − p_n may be the sum of the others."""
    if not is_a(call, "Indexed") or not free(call) - {call[1]} or not free(call) - {call[1]} <= indices(side):
        return False
    return any(is_a(leaf, "Indexed") and leaf[1] == call[1] for leaf in leaves(side))


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


def bound(term: Term) -> Iterator[str]:
    """The names that a term binds."""
    if is_binder(term):
        yield term[1]
    for part in children(term):
        yield from bound(part)


def _dotted(term: Term, bound: tuple[str, ...]) -> Term:
    if isinstance(term, str):
        return "·" if term in bound else term
    return (compound(term)[0], *(_dotted(part, bound) for part in term[1:])) if isinstance(term, tuple) else term
