"""Is a term still what it was when it was read, once SymPy has had it? By algebra, else by values.

An integral takes long to evaluate, its integrand does not: two integrals over one set are equal if their integrands
are, and have one name then, whatever it stands for.

>>> square = ("ImproperIntegral", "x", "Reals", ("exp", ("Mul", -1, ("Pow", "x", 2))))
>>> alike(("Add", "a", square), ("Add", ("Mul", 1, square), "a"), (), print)
True
>>> alike(("log", ("Pow", "a", 2)), ("log", ("Pow", "a", 3)), (), lambda *terms: terms)
False
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...certificate.names import every_name
from ...logic.algebra import equal
from ...terms.errors import MlceError
from ...terms.terms import Compound, Term, children, compound, fresh, is_a, is_binder, rebuilt
from ...terms.terms import substitute as put

Facts = tuple[Term, ...]
Apart = Callable[[Term, Term, Facts], object]  # values at which two terms differ where facts hold, or None


def alike(one: Term, other: Term, facts: Facts, apart: Apart) -> bool:
    """Are they equal where the facts hold, as far as values tell?"""
    if by_algebra(one, other):
        return True
    named = _with_names(one, other, facts, apart)
    return (named is not None and apart(*named, facts) is None) or apart(one, other, facts) is None


def by_algebra(one: Term, other: Term) -> bool:
    try:
        return one == other or bool(equal(one, other))
    except (MlceError, ZeroDivisionError, RecursionError):
        return False


def _with_names(one: Term, other: Term, facts: Facts, apart: Apart) -> tuple[Term, Term] | None:
    """Both terms with one name for each integral of theirs; None where the other has one that the first has not."""
    known = [*dict.fromkeys(_integrals(one))]
    taken = frozenset[str]().union(*map(every_name, (one, other, *facts)))
    names: dict[Term, Term] = {}
    for part in known:
        names[part] = fresh("whole", taken | {str(name) for name in names.values()})
    for part in dict.fromkeys(_integrals(other)):
        same = next((found for found in known if _same(found, part, facts, apart)), None)
        if same is None:
            return None
        names[part] = names[same]
    return (_put(one, names), _put(other, names)) if names else None


def _integrals(term: Term) -> Iterator[Compound]:
    """Those that stand in nothing that binds a variable."""
    if is_a(term, "ImproperIntegral"):
        yield compound(term)
    elif not is_binder(term):
        for part in children(term):
            yield from _integrals(part)


def _put(term: Term, names: dict[Term, Term]) -> Term:
    if term in names:
        return names[term]
    return term if is_binder(term) else rebuilt(term, (_put(part, names) for part in children(term)))


def _same(one: Compound, other: Compound, facts: Facts, apart: Apart) -> bool:
    """Are the sets equal, and the integrands at each of its points?"""
    if not by_algebra(one[2], other[2]):
        return False
    point = fresh("point", frozenset[str]().union(*map(every_name, (one, other, *facts))))
    left, right = (put(term[3], {str(term[1]): point}) for term in (one, other))
    return alike(left, right, (*facts, ("Member", point, one[2])), apart)
