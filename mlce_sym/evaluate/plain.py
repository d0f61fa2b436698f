"""Terms of the certificate language as hashable data: an int, a str, or a tuple (head, part, …).

>>> plain(["Add", "x", ["Rational", 1, 2]])
('Add', 'x', ('Rational', 1, 2))
>>> sorted(free_names(plain(["Sum", "i", ["Range", 1, "n"], ["Indexed", "y", "i"]])))
['n', 'y']
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, TypeAlias, TypeGuard

from ..functions import FUNCTIONS

Compound: TypeAlias = "tuple[str, *tuple[Any, ...]]"
Term: TypeAlias = "int | str | Compound"
Frame: TypeAlias = Compound  # a proposition without its last part: ("ForAll", x, S), ("Where", P) or ("Unless", P)

BINDERS = frozenset(
    (
        *("Sum", "Product", "Entropy", "CrossEntropy", "KLDivergence", "ArgMax", "ArgMin", "ForAll"),
        *("Derivative", "Integral", "ImproperIntegral", "Smooth", "Converges"),
    )
)
NAMED = frozenset({*BINDERS, "Constant", "Indexed", "Apply"})
SCOPES = BINDERS | {"At"}  # ("At", x, a, f): f where x is the value of a; made by derivatives, and in no certificate
MANY = 10**9
DEPTH = 150  # so that no recursion over terms comes near to Python's limit
ARITY: dict[str, tuple[int, int]] = {
    **dict.fromkeys(("Lt", "Le", "Ne", "Eq", "Member", "Range", "Interval", "Without", "Near", "Between"), (2, 2)),
    **dict.fromkeys(("Pow", "KroneckerDelta", "Rational"), (2, 2)),
    **dict.fromkeys(("log", "exp", "Constant", "From", "Above", "Below"), (1, 1)),
    **dict.fromkeys(("Add", "Mul"), (2, MANY)),
    **dict.fromkeys(("Indexed", "Apply"), (1, MANY)),
    **dict.fromkeys(("True", "False", "Empty"), (0, 0)),
    **dict.fromkeys(BINDERS, (3, 3)),
    **dict.fromkeys(("CrossEntropy", "KLDivergence"), (4, 4)),
    **{"Finite": (1, MANY), "Cases": (3, 3), "Undefined": (0, 0)},
    **{name: (len(f.parameters),) * 2 for name, f in FUNCTIONS.items()},
}


class NotATerm(ValueError):
    """What was given is no term of the certificate language."""


class TooDeep(NotATerm):
    """What was given may well be a term, but is nested too deeply to be evaluated."""


def plain(term: Any) -> Term:
    """JSON data as a hashable term: tuples for lists. Raises NotATerm, or TooDeep for what is nested too deeply."""
    return _plain(term, 0)


def _plain(term: Any, depth: int) -> Term:
    if isinstance(term, int) and not isinstance(term, bool):
        return term
    if isinstance(term, str):
        return _name(term)
    if depth > DEPTH:
        raise TooDeep("the term is nested too deeply")
    if not (isinstance(term, (list, tuple)) and term and isinstance(term[0], str)):
        raise NotATerm(f"not a term: {str(term)[:60]}")
    least, most = ARITY.get(term[0], (1, 0))
    if not least <= len(term) - 1 <= most:
        raise NotATerm(f"{term[0]} with {len(term) - 1} part(s) is no term")
    if term[0] in NAMED and not (isinstance(term[1], str) and _name(term[1])):
        raise NotATerm(f"{term[0]} needs a name first")
    if term[0] == "Rational" and not (isinstance(term[1], int) and isinstance(term[2], int) and term[2]):
        raise NotATerm("a Rational needs two integers, the second not 0")
    return (term[0], *[_plain(part, depth + 1) for part in term[1:]])


def _name(name: str) -> str:
    if "'" in name:  # the derivative of a function f in its first argument is called f'0
        raise NotATerm(f"{name[:60]} is no name")
    return name


@lru_cache(maxsize=1000)
def free_names(term: Term) -> frozenset[str]:
    """The free variables, functions and data vectors of a term."""
    if isinstance(term, str):
        return frozenset() if term in ("Reals", "Integers") else frozenset((term,))
    if isinstance(term, int):
        return frozenset()
    head, *parts = term
    if head in SCOPES:
        variable, domain, *bodies = parts
        inside = frozenset[str]().union(*map(free_names, bodies))
        return free_names(domain) | (inside - {variable})
    if head == "Constant":
        return frozenset()
    return frozenset[str]().union(*map(free_names, parts))


def is_a(term: Term, *heads: str) -> TypeGuard[Compound]:
    return isinstance(term, tuple) and term[0] in heads


def subterms(term: Term) -> Iterator[Term]:
    """The term and all of its parts."""
    yield term
    if isinstance(term, tuple):
        for part in term[1:]:
            yield from subterms(part)


def children(term: Term) -> tuple[Term, ...]:
    """The parts that a place counts: of a binder its domain and bodies, of an applied name its arguments."""
    if not isinstance(term, tuple):
        return ()
    return tuple(term[2:]) if term[0] in NAMED else tuple(term[1:])


def opened(term: Term, number: int) -> tuple[Frame, ...]:
    """What is around a child: the variable that is bound in it, with its domain, or the case that it is; or nothing."""
    if is_a(term, "Cases") and number > 0:
        return (("Where" if number == 1 else "Unless", term[1]),)
    return (("ForAll", term[1], term[2]),) if is_a(term, *BINDERS) and number > 0 else ()


def quantified(prefix: tuple[Frame, ...], proposition: Term) -> Term:
    """∀ x ∈ S, …: the proposition; it says nothing where a domain is empty, be it about other variables alone, or in a
    case that does not hold."""
    for frame in reversed(prefix):
        proposition = (*frame, proposition)
    return proposition
