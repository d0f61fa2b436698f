"""What SymPy presumes of a name: the assumptions that a symbol, data vector or function was made with, as propositions.

SymPy uses them whenever it builds a term (sqrt(x**2) becomes x for a positive x), so a theorem has to say them.

>>> presumed(Symbol("x", positive=True)), unsaid(Symbol("k", even=True))
((0 < x,), ('k: even=True',))
"""

from __future__ import annotations

from collections.abc import Callable

from sympy import Basic, Indexed, S, Symbol
from sympy.core.function import AppliedUndef

from ..terms.caching import lru_cache
from .binding import children, names, occurrences, opened
from .nodes import Different, Equals, ForAll, Le, Lt, Member

SAID: dict[str, Callable[[Basic], Basic]] = {
    "integer": lambda x: Member(x, S.Integers),
    "positive": lambda x: Lt(0, x),
    "negative": lambda x: Lt(x, 0),
    "nonnegative": lambda x: Le(0, x),
    "nonpositive": lambda x: Le(x, 0),
    "nonzero": lambda x: Different(x, 0),
    "zero": lambda x: Equals(x, 0),
}


def told(part: Basic) -> dict[str, bool]:
    """The assumptions that the user gave to the name of a part; none for what is no name."""
    if isinstance(part, Symbol):
        return dict(part._assumptions_orig)
    if isinstance(part, Indexed):
        return dict(getattr(part.base.label, "_assumptions_orig", {}))
    return dict(part.func._kwargs) if isinstance(part, AppliedUndef) else {}


def presumed(part: Basic) -> tuple[Basic, ...]:
    """The assumptions of a name that are propositions, for the part at hand."""
    given = told(part)
    return tuple(say(part) for fact, say in SAID.items() if given.get(fact)) if given else ()


def unsaid(part: Basic) -> tuple[str, ...]:
    """The assumptions of a name that no proposition says, quoted."""
    given = told(part)
    if not given:
        return ()
    said = {fact: True for fact in SAID if given.get(fact)}
    implied = Symbol("x", real=True, **said).assumptions0
    return tuple(f"{part}: {fact}={value}" for fact, value in sorted(given.items()) if implied.get(fact) != value)


@lru_cache(maxsize=600)
def unsaid_in(term: Basic) -> str | None:
    """The first assumption in a term, bound variables included, that no proposition says."""
    bound = (scope.variable for part in occurrences(term) if (scope := opened(part)))
    return next((text for part in (*occurrences(term), *bound) for text in unsaid(part)), None)


@lru_cache(maxsize=600)
def presumptions(term: Basic) -> tuple[Basic, ...]:
    """What SymPy presumes of the names in a term, under the binders in which it stands."""
    scope = opened(term)
    found = dict.fromkeys(presumed(term))
    if scope is None:
        return tuple(found | dict.fromkeys(p for part in children(term) for p in presumptions(part)))
    found |= dict.fromkeys(presumptions(scope.domain))
    inside = dict.fromkeys(p for body in scope.bodies for p in presumptions(body))
    limit = (scope.variable, scope.domain)
    return tuple(found | {ForAll(p, limit) if scope.variable in names(p) else p: None for p in inside})
