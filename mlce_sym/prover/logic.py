"""What the logic says of SymPy terms: they are encoded, and the logic of plain terms is asked.

>>> from sympy import Sum, Symbol, symbols
>>> from mlce_sym.border.nodes import Lt
>>> x, i, j, n = symbols("x i j n")
>>> equal(x * (Sum(i, (i, 1, n)) + 1) - x, x * Sum(j, (j, 1, n)))
True
>>> given = Given((Lt(0, x), Lt(x, 1)))
>>> holds(given, Lt(0, 1 - x)), refuted(given, Lt(1, x)), missing(Given(), 1 / x)
(True, True, (Ne(x, 0),))
"""

from __future__ import annotations

from sympy import Basic, Eq, LessThan, Ne, Pow, S, StrictLessThan

from ..border.binding import children, names, opened
from ..border.encoding import decode, encode, encode_given, is_matrix
from ..border.given import Given
from ..border.names import NotPlain
from ..border.nodes import Different, Equals, Le, Lt, Member
from ..border.presumed import presumptions
from ..logic import algebra, definedness
from ..terms.caching import lru_cache
from ..terms.errors import Malformed, TooLarge

UNDECIDED = (Malformed, TooLarge, ZeroDivisionError, RecursionError)


def equal(one: Basic, other: Basic) -> bool:
    """Are two terms equal up to algebra? What cannot be encoded is not."""
    try:
        return one == other or bool(algebra.equal(encode(one), encode(other)))
    except UNDECIDED:
        return False


def rank(term: Basic) -> str:
    """An order of terms that are not equal up to algebra."""
    return repr(algebra.canonical(encode(term)))


def holds(given: Given, statement: Basic) -> bool:
    """Is the proposition shown to follow from what is given, provided that it is defined?"""
    try:
        return bool(definedness.follows(encode_given(given), encode(statement)))
    except UNDECIDED:
        return False


def refuted(given: Given, statement: Basic) -> bool:
    """Does the negation of the proposition follow?"""
    if isinstance(statement, (StrictLessThan, LessThan)):
        low, high = statement.args
        return holds(given, Le(high, low) if isinstance(statement, StrictLessThan) else Lt(high, low))
    if isinstance(statement, (Ne, Eq)):
        return holds(given, (Equals if isinstance(statement, Ne) else Different)(*statement.args))
    return bool(statement == S.false)


@lru_cache(maxsize=600)
def missing(given: Given, term: Basic) -> tuple[Basic, ...]:
    """The conditions of a term's being defined, and of what SymPy presumes of its names, that do not follow."""
    unmet = (decode(condition) for condition in definedness.missing(encode_given(given), encode(term)))
    unmet = (_of_exponent(given, term, condition) for condition in unmet)
    return tuple(dict.fromkeys((*(p for p in presumptions(term) if not holds(given, p)), *unmet)))


def _of_exponent(given: Given, term: Basic, condition: Basic) -> Basic:
    """That an exponent is an integer, where a power would need a base at least 0 which is known to be negative."""
    if not isinstance(condition, LessThan) or not refuted(given, condition):
        return condition
    zero, base = condition.args
    exponents = (power.exp for power in term.atoms(Pow) if zero == 0 and power.base == base and names(power.exp))
    whole = (Member(exponent, S.Integers) for exponent in sorted(exponents, key=str))
    return next((one for one in whole if not holds(given, one)), condition)


INFINITE = (S.Infinity, S.NegativeInfinity)


def outside(term: Basic) -> str | None:
    """Why a term is outside the language of theorems, named by its innermost part that is, or None."""
    try:
        encode(term)
    except NotPlain as problem:
        parts = (part for part in _parts(term) if part not in INFINITE)  # a limit is more than the ∞ in it
        inner = (found for part in parts if (found := outside(part)) is not None)
        return next(inner, str(problem))
    return None


def _parts(term: Basic) -> tuple[Basic, ...]:
    limits = getattr(term, "limits", ())
    if is_matrix(term):
        return ()
    if all(len(limit) == 3 for limit in limits) or opened(term):
        return children(term)
    return ()
