"""Expectations of what several random variables are in: by linearity, each part by the law of its own variable.

A product of two variables is left as it is: what it is on average depends on more than their laws.

>>> from .laws import following
>>> laws = following(following((), "X", ("Apply", "Poisson", "a"), 1), "Y", ("Apply", "Poisson", "b"), 1)
>>> total = expected(("Add", ("Mul", 2, "X"), "Y", "c"), laws)
>>> total[0], total[1][:2], total[3]
('Add', ('Mul', 2), 'c')
>>> every = following((), "X", ("Apply", "Bernoulli", "p"), 1, entries=True)
>>> square = ("Pow", ("Sum", "i", ("Range", 1, "n"), ("Indexed", "X", "i")), 2)
>>> expected(("Mul", "X", "Y"), laws), expected(square, every)
(None, None)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..terms.terms import Term, children, compound, is_a, is_binder, rebuilt
from .followed import Followed
from .mentions import bound


def expected(term: Term, laws: Sequence[Followed]) -> Term | None:
    """The mean of a term by the laws of its variables; None where that needs more than linearity."""
    found = dict.fromkeys(atoms(term, laws))
    if not found:
        return term
    if is_a(term, "Add"):
        return _each(term, [expected(part, laws) for part in children(term)])
    if is_a(term, "Sum") and not any(atoms(compound(term)[2], laws)):
        return _each(term, [expected(part, laws) for part in children(term)])
    if is_a(term, "Mul"):
        fixed = [part for part in children(term) if not any(atoms(part, laws))]
        if fixed:
            moving = [part for part in children(term) if part not in fixed]
            inner = expected(rebuilt(term, moving) if len(moving) > 1 else moving[0], laws)
            return None if inner is None else ("Mul", *fixed, inner)
    (atom, *others) = found
    if others or set(_indices(atom)) & set(bound(term)):  # (Σ_i X_i)² and Π_i X_i are of several variables
        return None
    return next(law for law in laws if law.is_of(atom)).average(term, atom)


def _indices(atom: Term) -> tuple[Term, ...]:
    return compound(atom)[2:] if is_a(atom, "Indexed") else ()


def _each(term: Term, parts: list[Term | None]) -> Term | None:
    known = [part for part in parts if part is not None]
    return rebuilt(term, known) if len(known) == len(parts) else None


def atoms(term: Term, laws: Sequence[Followed]) -> Iterator[Term]:
    """The random variables in a term: names, and entries such as X_i."""
    if any(law.is_of(term) for law in laws):
        yield term
    elif isinstance(term, tuple):
        inside = (found for part in children(term) for found in atoms(part, laws))
        own = compound(term)[1] if is_binder(term) else None
        yield from (found for found in inside if found != own)
