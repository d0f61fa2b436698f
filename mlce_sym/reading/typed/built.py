"""A formula that was read as a SymPy term, with bounded work: SymPy computes powers and factorials of numbers at once,
and asks for signs, however long that takes.

>>> built(("Mul", "lambda", ("exp", ("Mul", -1, "lambda", "y"))), {})
lambda*exp(-lambda*y)
>>> built(("Pow", 10, 1000), {("Pow", 10, 1000): 4})
Traceback (most recent call last):
mlce_sym.reading.signs.tree.ReadingError: this number is too large here; write one between -400 and 400
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import sympy
from sympy import (
    Add,
    And,
    E,
    Eq,
    I,
    Integer,
    Le,
    Lt,
    Mul,
    Ne,
    Piecewise,
    Pow,
    Rational,
    Symbol,
    exp,
    log,
    nan,
    oo,
    pi,
    preorder_traversal,
    zoo,
)

from ...functions import FUNCTIONS
from ...terms.errors import MlceError
from ...terms.terms import Term, is_a
from ..signs.tree import ReadingError

MOST = 400  # digits of a number, and the size of a number in an exponent or a function
LARGEST = 10**MOST
FINEST = 1000  # the denominator of a number in the exponent of a number
MOST_PARTS, HIGHEST, STEEPEST, LONGEST = 60, 3, 10, 10**12
MOST_ARGUMENTS = 8  # SymPy compares all pairs of what it takes a maximum of
PERIODIC = ("cos", "sin", "cosh", "sinh", "tanh")  # of a real or an imaginary argument
OF_ANY_SIZE = ("abs", "max", "min", "sign")
RELATIONS = {"Lt": Lt, "Le": Le, "Eq": Eq, "Ne": Ne}
# How SymPy fails at odd terms, as at the gamma function of what turns out to be -1.
FAILURES = (ArithmeticError, ValueError, TypeError, RecursionError, NotImplementedError, AttributeError)
TOO_LARGE = f"this number is too large here; write one between -{MOST} and {MOST}"
CLOSED_FORM = "this is no part of a closed form; write the density of one observation without it"
FACTORS = "a product over an index is not read in a density; write its factors out, as in u^{a-1} v^{b-1} w^{c-1}"
Places = Mapping[Term, int]


class _Refused(MlceError):
    """What is wrong with a term; its place where that is known."""

    place: int | None = None


def built(term: Term, places: Places) -> Any:
    """The SymPy term. Raises ReadingError for what is undefined, not real or too large, at the place of the part."""
    try:
        return _made(term, places)
    except _Refused as refused:
        raise ReadingError(refused.place or 0, "", str(refused)) from None


def _made(term: Term, places: Places) -> Any:
    try:
        return _checked(_of(term, places))
    except _Refused as refused:
        if refused.place is None:
            refused.place = places.get(term)
        raise
    except FAILURES:
        failed = _Refused("SymPy makes no term of this; write it in a simpler way")
        failed.place = places.get(term)
        raise failed from None


def _of(term: Term, places: Places) -> Any:
    if isinstance(term, int):
        return Integer(term)
    if isinstance(term, str):
        return Symbol(term)
    head, *parts = term
    if head == "Rational":
        return Rational(*parts)
    if head == "Constant":
        return pi
    if head == "Cases":
        return _cases(term, places)
    if head == "Sum":
        return _total(parts[0], parts[1], parts[2], places)
    if head == "Member" and is_a(parts[1], "Finite"):
        one = _made(parts[0], places)
        return sympy.Or(*(sympy.Eq(one, _made(value, places)) for value in parts[1][1:]))
    if head not in MAKERS and head not in FUNCTIONS and head not in RELATIONS:
        raise _Refused(FACTORS if head == "Product" else CLOSED_FORM)
    arguments = [_made(part, places) for part in parts]
    if head in RELATIONS:
        return _related(head, arguments)
    return MAKERS[head](*arguments) if head in MAKERS else _applied(head, arguments)


def _total(index: Any, domain: Any, body: Term, places: Places) -> Any:
    """A sum over whole numbers, such as one that a mass function is divided by."""
    if not (is_a(domain, "From") or is_a(domain, "Range")):
        raise _Refused(CLOSED_FORM)
    ends = domain[1:]
    low, *high = (_made(end, places) for end in ends)
    found = sympy.Sum(_made(body, places), (Symbol(index), low, *(high or (oo,))))
    if not found.free_symbols:
        raise _Refused("this sum is a number; write its value")
    return found


def _checked(term: Any) -> Any:
    """The term, which is defined, real where it is a number, and made of numbers that are not long."""
    if not isinstance(term, sympy.Expr):
        return term
    if term.replace(sympy.Sum, lambda body, *_: body).has(nan, zoo, oo, -oo):
        raise _Refused("this is undefined, as 1/0 or log 0 is; write what has a value")
    if term.has(I) or (term.is_number and not term.evalf(15).is_Float and not term.is_Rational):
        raise _Refused("this is no real number; write what is real")
    if any(abs(part.p) >= LARGEST or part.q >= LARGEST for part in term.atoms(Rational)):
        raise _Refused(f"a number may have at most {MOST} digits; write it shorter")
    return term


def _power(base: Any, exponent: Any) -> Any:
    """The base to the exponent, where no number in it can grow large."""
    _small(exponent)
    grows = _multiplies(base) or any(_multiplies(part.args[0]) for part in exponent.atoms(log))
    if grows and any(abs(part) > MOST or part.q > FINEST for part in exponent.atoms(Rational)):
        raise _Refused(TOO_LARGE)
    if base == E:
        return _function(exp, exponent)
    return Pow(base, exponent) if exponent.is_Integer else _function(Pow, base, exponent)


def _multiplies(term: Any) -> bool:
    """Whether a power of the term is one of a number, as (2 y)^k is: SymPy raises numbers at once."""
    factors = (factor.base if isinstance(factor, Pow) else factor for factor in Mul.make_args(term))
    return any(
        _multiplies(part) if part.is_Mul or part.is_Pow else part.is_number and part not in (E, -1) for part in factors
    )


def _small(term: Any) -> Any:
    """The term, which is no large number."""
    if term.is_number and abs(term.evalf(15)) > MOST:
        raise _Refused(TOO_LARGE)
    return term


def _function(function: Any, *arguments: Any) -> Any:
    """The function of the arguments, evaluated as SymPy does it if they are simple; else what SymPy asks of them, such
    as whether an argument is positive, may take it minutes."""
    several = len(arguments) > 1 and function is not Pow  # binomial(e, 400) would be multiplied out
    irrational = several and any(part.is_number and not part.is_Rational for part in arguments)
    return function(*arguments, evaluate=not irrational and all(map(is_simple, arguments)))


def is_simple(term: Any) -> bool:
    """Whether SymPy is quick with a term, as inside of a function, or at the end of an interval."""
    parts = list(preorder_traversal(term))
    scripts = (part.exp for part in parts if isinstance(part, Pow) and part.exp.is_Rational)
    longest = max((max(abs(part.p), part.q) for part in term.atoms(Rational)), default=0)
    is_small = len(parts) <= MOST_PARTS and _height(term) <= HIGHEST and longest <= LONGEST
    return is_small and all(abs(script) <= STEEPEST for script in scripts)


def _height(term: Any) -> int:
    """How deep powers and functions are nested."""
    below = max(map(_height, term.args), default=0)
    return below if term.is_Add or term.is_Mul or not term.args else below + 1


def _applied(head: str, arguments: list[Any]) -> Any:
    """A declared function at its arguments."""
    if head not in OF_ANY_SIZE:
        arguments = [_small(argument) for argument in arguments]
    if head in PERIODIC and not all(map(is_simple, arguments)):
        raise _Refused(f"this is too involved inside of {head}; write it with fewer powers and functions")
    declared = FUNCTIONS[head]
    value = _function(getattr(sympy, declared.sympy), *declared.leading, *arguments)
    if head in ("max", "min") and len(value.args) > MOST_ARGUMENTS:
        raise _Refused(f"{head} may have at most {MOST_ARGUMENTS} arguments; write fewer")
    return value


def _related(head: str, sides: list[Any]) -> Any:
    if all(side.is_number for side in sides):
        raise _Refused("this compares numbers alone; write the case that holds, without a condition")
    return _function(RELATIONS[head], *sides)


def _cases(term: Term, places: Places) -> Any:
    """Cases, of which the first that holds counts; where none holds there is no value."""
    rows: list[tuple[Any, Any]] = []
    rest = term
    while is_a(rest, "Cases"):
        conditions, then, otherwise = [rest[1]], rest[2], rest[3]
        while is_a(then, "Cases") and then[3] == otherwise:
            conditions, then = [*conditions, then[1]], then[2]
        holds = And(*(_made(one, places) for one in conditions))
        if holds.has(Piecewise):
            refused = _Refused("a condition may not have cases in it; write it without")
            refused.place = places.get(rest[1])
            raise refused
        rows.append((_made(then, places), holds))
        rest = otherwise
    if rest != ("Undefined",):
        rows.append((_made(rest, places), True))
    return _function(Piecewise, *(sympy.Tuple(*row) for row in rows))


MAKERS: dict[str, Callable[..., Any]] = {
    **{"Add": Add, "Mul": Mul, "Pow": _power, "log": lambda x: _function(log, x)},
    "exp": lambda x: _power(E, x),
}
