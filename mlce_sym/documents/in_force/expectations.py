"""Expectations, variances and covariances of what several random variables are in: by linearity, each part by the law
of its own variable; of products and squares of sums where the text says that the variables are independent.

>>> from dataclasses import replace
>>> from .laws import following
>>> laws = following(following((), "X", ("Apply", "Poisson", "a"), 1), "Y", ("Apply", "Poisson", "b"), 1)
>>> total = expected(("Add", ("Mul", 2, "X"), "Y", "c"), laws)
>>> total[0], total[1][:2], total[3]
('Add', ('Mul', 2), 'c')
>>> every = following((), "X", ("Apply", "Bernoulli", "p"), 1, entries=True)
>>> square = ("Pow", ("Sum", "i", ("Range", 1, "n"), ("Indexed", "X", "i")), 2)
>>> expected(("Mul", "X", "Y"), laws), expected(square, every)
(None, None)
>>> own = [replace(law, apart=frozenset("XY")) for law in laws]
>>> expected(("Mul", "X", "Y"), own)[0], variance(("Add", "X", ("Mul", -1, "Y")), own)[0]
('Mul', 'Add')
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ...certificate.names import every_name
from ...terms.terms import Term, children, compound, fresh, is_a, is_binder, rebuilt, substitute
from ..equations.mentions import bound
from .followed import Followed

ONE, PAIR = 2, 2  # parts of a product of one factor; the indices of two entries


def expected(term: Term, laws: Sequence[Followed]) -> Term | None:
    """The mean of a term by the laws of its variables; None where that needs more than is known."""
    found = dict.fromkeys(atoms(term, laws))
    if not found:
        return term
    if is_a(term, "Add"):
        return _each(term, [expected(part, laws) for part in children(term)])
    if is_a(term, "Sum") and not any(atoms(compound(term)[2], laws)):
        return _each(term, [expected(part, laws) for part in children(term)])
    if is_a(term, "Product") and _runs_apart(term, laws):
        return _each(term, [expected(part, laws) for part in children(term)])
    if is_a(term, "Mul"):
        fixed, moving = _parted(term, laws)
        if fixed:
            inner = expected(rebuilt(term, moving) if len(moving) > 1 else moving[0], laws)
            return None if inner is None else ("Mul", *fixed, inner)
        if _are_apart(moving, laws):
            return _each(term, [expected(part, laws) for part in moving])
        if len(moving) > 1 and (product := _of_product(moving[0], rebuilt(term, moving[1:]), laws)) is not None:
            return product
    atom = next(iter(found))
    law = next(law for law in laws if law.is_of(atom))
    if not _is_of_one(term, [*found]) or (law.moments and term != atom):
        return _of_square(term, laws)
    return law.average(term, atom)


def _is_of_one(term: Term, found: Sequence[Term]) -> bool:
    """Is it a function of one variable? (Σ_i X_i)² and Π_i X_i are of several."""
    return len(found) == 1 and not set(_indices(found[0])) & set(bound(term))


def _of_square(term: Term, laws: Sequence[Followed]) -> Term | None:
    """E[T²] = Var(T) + E[T]²."""
    if not is_a(term, "Pow") or term[2] != 2:
        return None
    spread, mean = variance(term[1], laws), expected(term[1], laws)
    return None if spread is None or mean is None else ("Add", spread, ("Pow", mean, 2))


def _of_product(left: Term, right: Term, laws: Sequence[Followed]) -> Term | None:
    """E[S T] = Cov(S, T) + E[S] E[T]."""
    right = compound(right)[1] if len(compound(right)) == ONE else right
    found = (covariance(left, right, laws), expected(left, laws), expected(right, laws))
    spread, one, other = found
    return None if spread is None or one is None or other is None else ("Add", spread, ("Mul", one, other))


def variance(term: Term, laws: Sequence[Followed]) -> Term | None:
    """The variance of a term; None where that needs more than is known."""
    found = [*dict.fromkeys(atoms(term, laws))]
    if not found:
        return 0
    if is_a(term, "Mul"):
        fixed, moving = _parted(term, laws)
        if fixed:
            inner = variance(rebuilt(term, moving) if len(moving) > 1 else moving[0], laws)
            return None if inner is None else ("Mul", *(("Pow", one, 2) for one in fixed), inner)
    if is_a(term, "Add"):
        fixed, moving = _parted(term, laws)
        if (fixed and len(moving) == 1) or _are_apart(moving, laws):
            parts = [variance(part, laws) for part in moving]
            return _total([part for part in parts if part is not None]) if None not in parts else None
        return covariance(term, term, laws, whole=False) if len(moving) > 1 else None
    if is_a(term, "Sum") and _runs_apart(term, laws):
        return _each(term, [compound(term)[2], variance(compound(term)[3], laws)])
    law = next(law for law in laws if law.is_of(found[0]))
    if law.moments and term == found[0]:
        return law.moments[1]
    if not _is_of_one(term, found) or law.moments:
        return None
    square, mean = expected(("Pow", term, 2), laws), expected(term, laws)
    return None if square is None or mean is None else ("Add", square, ("Mul", -1, ("Pow", mean, 2)))


def covariance(left: Term, right: Term, laws: Sequence[Followed], whole: bool = True) -> Term | None:
    """The covariance of two terms, by its linearity in each; None where that needs more than is known. That of a term
    and itself is its variance, but where it is not taken as a `whole`."""
    if left == right and whole:
        return variance(left, laws)
    for term, other in ((left, right), (right, left)):
        if not any(atoms(term, laws)):
            return 0
        if is_a(term, "Add"):
            found = [covariance(part, other, laws) for part in children(term)]
            return _total([one for one in found if one is not None]) if None not in found else None
        fixed, moving = _parted(term, laws) if is_a(term, "Mul") else ([], [])
        if fixed:
            inner = covariance(rebuilt(term, moving) if len(moving) > 1 else moving[0], other, laws)
            return None if inner is None else ("Mul", *fixed, inner)
    if _are_apart([left, right], laws):
        return 0
    return _of_sums(left, right, laws) or _of_entries(left, right, laws)


def _of_sums(left: Term, right: Term, laws: Sequence[Followed]) -> Term | None:
    """Cov(Σ_j S_j, T) = Σ_j Cov(S_j, T)."""
    for term, other in ((left, right), (right, left)):
        if is_a(term, "Sum") and is_a(domain := compound(term)[2], "Range") and not any(atoms(domain, laws)):
            _, index, _, body = compound(term)
            name = fresh(index, every_name(other) | (every_name(body) - {index}))
            inner = covariance(substitute(body, {index: name}), other, laws)
            return None if inner is None else ("Sum", name, domain, inner)
    return None


def _of_entries(left: Term, right: Term, laws: Sequence[Followed]) -> Term | None:
    """Cov(X_i, X_j) is Var(X_i) where i = j, and else 0, for X_1, X_2, … that are independent of each other."""
    law = next((law for law in laws if law.is_of(left) and law.is_of(right)), None)
    indices = (*_numbered(left), *_numbered(right))
    if law is None or law.variable not in law.apart or len(indices) != PAIR:
        return None
    spread = variance(left, laws)
    return None if spread is None else ("Cases", ("Eq", *indices), spread, 0)


def _parted(term: Term, laws: Sequence[Followed]) -> tuple[list[Term], list[Term]]:
    """The parts in which no variable is, and the others."""
    parts = [*children(term)]
    moving = [part for part in parts if any(atoms(part, laws))]
    return [part for part in parts if part not in moving], moving


def _total(parts: list[Term]) -> Term:
    return parts[0] if len(parts) == 1 else ("Add", *parts)


def _are_apart(parts: Sequence[Term], laws: Sequence[Followed]) -> bool:
    """Are the variables in each of the parts independent of those in the others?"""
    found = [{*atoms(part, laws)} for part in parts]
    pairs = [(one, other) for some, others in combinations(found, 2) for one in some for other in others]
    return len(parts) > 1 and all(_is_apart(one, other, laws) for one, other in pairs)


def _is_apart(one: Term, other: Term, laws: Sequence[Followed]) -> bool:
    """Are two variables independent of each other; X_i and X_j, if these are two?"""
    first, second = (next(law for law in laws if law.is_of(atom)) for atom in (one, other))
    if first.variable != second.variable:
        return second.variable in first.apart and first.variable in second.apart
    numbers = [*_indices(one), *_indices(other)] or [str(atom).rpartition("_")[2] for atom in (one, other)]
    return first.variable in first.apart and len({*map(str, numbers)}) == 2 and all(str(n).isdecimal() for n in numbers)


def _runs_apart(term: Term, laws: Sequence[Followed]) -> bool:
    """Is it a sum or product over i, of the variables X_i alone, which are independent of each other?"""
    _, index, domain, body = compound(term)
    found = {*atoms(body, laws)}
    own = [next(law for law in laws if law.is_of(atom)) for atom in found]
    names = {law.variable for law in own}
    entries = all(_indices(atom) == (index,) for atom in found)
    finite = is_a(domain, "Range") and not any(atoms(domain, laws))
    return bool(found) and finite and entries and all(names <= law.apart for law in own)


def _indices(atom: Term) -> tuple[Term, ...]:
    return compound(atom)[2:] if is_a(atom, "Indexed") else ()


def _numbered(atom: Term) -> tuple[Term, ...]:
    """The indices of X_i; of the name X_1 the number."""
    number = atom.rpartition("_")[2] if isinstance(atom, str) else ""
    return (int(number),) if number.isdecimal() else _indices(atom)


def _each(term: Term, parts: Sequence[Term | None]) -> Term | None:
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
