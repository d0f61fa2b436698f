"""SymPy terms as plain terms, and back.

What SymPy tells apart stays apart, but for what is written the other way round (b > a is a < b), and nothing is
evaluated. What the language of theorems lacks
is refused by name, and so is a head with another number of arguments than the language says.

>>> from sympy import Sum, log, symbols
>>> i, n, x = symbols("i n x")
>>> encode(Sum(log(x), (i, 1, n)))
('Sum', 'i', ('Range', 1, 'n'), ('log', 'x'))
>>> decode(encode(Sum(log(x), (i, 1, n))))
Sum(log(x), (i, 1, n))
>>> encode(log(8, 2, evaluate=False))
Traceback (most recent call last):
...
mlce_sym.border.names.NotPlain: log(8, 2) (log) takes 1 parts in the language of theorems, not 2
"""

from __future__ import annotations

from typing import Any

import sympy
from sympy import (
    Basic,
    Expr,
    FiniteSet,
    Float,
    GreaterThan,
    Indexed,
    IndexedBase,
    Integer,
    Interval,
    Lambda,
    Limit,
    Max,
    Min,
    Piecewise,
    Pow,
    Rational,
    S,
    StrictGreaterThan,
    Symbol,
)
from sympy.core.function import AppliedUndef
from sympy.integrals.integrals import Integral

from ..functions import ABBREVIATIONS, FUNCTIONS
from ..logic.given import Definition as PlainDefinition
from ..logic.given import Given as PlainGiven
from ..logic.given import assumed
from ..terms.caching import lru_cache
from ..terms.errors import TooLarge
from ..terms.terms import BINDERS, CALLS, DOMAINS, MOST_BITS, SHAPES, Term, compound, is_a, lambda_of, substitute
from . import nodes
from .binding import Scope, children, closed, opened
from .given import Definition, Given
from .names import NotPlain, data_of, function_of, name_of, symbol_of
from .piecewise import nested

HEADS: dict[str, Any] = {
    **{name: getattr(sympy, name) for name in ("Add", "Mul", "Pow", "log", "exp", "KroneckerDelta", "Sum", "Product")},
    **{
        name: getattr(nodes, name) for name in ("Entropy", "CrossEntropy", "KLDivergence", "ArgMax", "ArgMin", "ForAll")
    },
    **{"Derivative": nodes.DerivativeAt, "Above": nodes.Above, "Near": nodes.Near, "Smooth": nodes.Smooth},
    **{name: getattr(nodes, name) for name in ("From", "Below", "ImproperIntegral", "Converges")},
    **{"Integral": nodes.IntegralOver, "Between": nodes.Between},
    **{"Range": nodes.IndexRange, "Without": nodes.Without, "Member": nodes.Member},
    "Cases": nodes.Cases,
    **{"Lt": sympy.StrictLessThan, "Le": sympy.LessThan, "Ne": sympy.Ne, "Eq": sympy.Eq},
}
HEAD_OF = {node: head for head, node in HEADS.items()} | {sympy.Contains: "Member"}
CLASSES = {getattr(sympy, name) for name in (*(f.sympy for f in FUNCTIONS.values()), *ABBREVIATIONS)}
LARGEST_ARGUMENT = 1000  # of a function: SymPy would work out its factorial
LARGEST_EXPONENT = 10_000  # of a number: SymPy would work it out when it decodes the power
MOST_BITS_MADE = 14_000  # of a number that SymPy works out: Python prints no more digits
RELATIONS = ("Lt", "Le", "Ne", "Eq")
CONSTANTS: dict[Basic, Term] = {
    S.true: ("True",),
    S.false: ("False",),
    S.EmptySet: ("Empty",),
    S.Pi: ("Constant", "pi"),
    S.Exp1: ("exp", 1),
    S.EulerGamma: ("Mul", -1, ("digamma", 1)),
    nodes.Undefined(): ("Undefined",),
}
SETS: dict[Basic, Term] = {S.Reals: "Reals", S.Integers: "Integers"}
NAMED = CONSTANTS | SETS


@lru_cache(maxsize=600)
def encode(term: Basic) -> Term:
    """The plain term of a SymPy term, set, proposition or `Lambda`. Raises NotPlain for what plain terms cannot say."""
    if isinstance(term, Rational):
        return _number(term)
    if term in NAMED:
        return NAMED[term]
    if isinstance(term, Symbol):
        return name_of(term)
    if isinstance(term, Lambda):
        parameters, body = _opened_lambda(term)
        return lambda_of(tuple(map(name_of, parameters)), encode(body))
    if isinstance(term, Integral) or HEAD_OF.get(type(term)) in BINDERS:
        return _binder(term)
    if isinstance(term, (Indexed, AppliedUndef)):
        if isinstance(term, Indexed) and not isinstance(term.base, IndexedBase):
            raise NotPlain(
                f"{term} is an entry of concrete data, which is outside the language of theorems; name the data"
            )
        name = name_of(term.base if isinstance(term, Indexed) else term.func)
        return ("Indexed" if isinstance(term, Indexed) else "Apply", name, *map(encode, _arguments(term)))
    if isinstance(term, Piecewise):
        return encode(nested(term))
    if type(term) in CLASSES:
        return _applied(term)
    if isinstance(term, (GreaterThan, StrictGreaterThan, Interval)) and (turned := _turned(term)) is not None:
        return turned
    head = _head(term)
    if (
        isinstance(term, Pow)
        and term.base.is_Rational
        and term.exp.is_Integer
        and abs(int(term.exp)) > LARGEST_EXPONENT
    ):
        raise NotPlain(f"{term} (Pow) is too large a power of a number for the language of theorems")
    parts = tuple(map(encode, children(term)))
    least, more = len(SHAPES[head].parts), SHAPES[head].more
    if len(parts) < least or (len(parts) > least and not more):
        raise NotPlain(f"{term} ({head}) takes {least} parts in the language of theorems, not {len(parts)}")
    return (head, *parts)


def _turned(term: Basic) -> Term | None:
    """b > a as a < b; an open half-line (a, ∞) or all reals; None for another interval."""
    if not isinstance(term, Interval):
        return ("Le" if isinstance(term, GreaterThan) else "Lt", *map(encode, reversed(term.args)))
    if term.end != S.Infinity or not (term.left_open or term.start == S.NegativeInfinity):
        return None
    return "Reals" if term.start == S.NegativeInfinity else ("Above", encode(term.start))


def _applied(term: Basic) -> Term:
    """A declared function at its arguments, where polygamma(0, x) is ψ(x); an abbreviation written out; a maximum of
    several numbers taken two by two."""
    name, parts = type(term).__name__, term.args
    if any(map(_is_huge, parts)):
        raise NotPlain(f"{term} ({name}) is of too large a number for the language of theorems")
    for declared in (f for f in FUNCTIONS.values() if f.sympy == name):
        first, wanted = len(declared.leading), len(declared.parameters)
        if parts[:first] == declared.leading and len(parts) == first + wanted:
            return (declared.name, *map(encode, parts[first:]))
        if isinstance(term, (Max, Min)) and len(parts) > wanted:
            return _two_by_two(declared.name, tuple(map(encode, parts)))
    short = ABBREVIATIONS.get(name)
    if short is None or len(parts) != len(short.parameters):
        raise NotPlain(f"{term} ({name}) has a number of arguments that the language of theorems lacks")
    return substitute(short.term, dict(zip(short.parameters, map(encode, parts), strict=True)))


def _is_huge(argument: Basic) -> bool:
    return isinstance(argument, Integer) and abs(int(argument)) > LARGEST_ARGUMENT


def _two_by_two(head: str, parts: tuple[Term, ...]) -> Term:
    first, *rest = parts
    return (head, first, _two_by_two(head, tuple(rest))) if rest else first


def _number(term: Rational) -> Term:
    if _bits(term) > MOST_BITS:
        raise NotPlain("a number in it is too long for the language of theorems")
    return int(term.p) if isinstance(term, Integer) else ("Rational", int(term.p), int(term.q))


def _arguments(term: Basic) -> tuple[Basic, ...]:
    arguments = children(term)
    if not arguments:
        raise NotPlain(f"{term} has no arguments, and needs one in the language of theorems")
    return arguments


def _binder(term: Basic) -> Term:
    scope = opened(term) if all(len(limit) == 3 for limit in getattr(term, "limits", ())) else None
    if scope is None:
        raise NotPlain(f"{term} has no lower and upper bound")
    head, domain = HEAD_OF[scope.head], encode(scope.domain)
    if head in DOMAINS and not is_a(domain, *DOMAINS[head]):
        raise NotPlain(f"{term} ({head} over {scope.domain}) is outside the language of theorems")
    return (head, name_of(scope.variable), domain, *map(encode, scope.bodies))


def _opened_lambda(term: Lambda) -> tuple[tuple[Symbol, ...], Basic]:
    """Its parameters and its body; SymPy's identity function has a parameter `_x`, which is given a name of its own."""
    x = Symbol("x")
    return ((x,), x) if term == S.IdentityFunction else (term.signature, term.expr)


def _head(term: Basic) -> str:
    if isinstance(term, FiniteSet) or (isinstance(term, Interval) and term.left_open and term.right_open):
        return type(term).__name__.removesuffix("Set")
    if type(term) not in HEAD_OF:
        raise NotPlain(f"{term} ({type(term).__name__}) is outside the language of theorems{_hint(term)}")
    return HEAD_OF[type(term)]


def _hint(term: Basic) -> str:
    """What to write instead, or why there is nothing to be written."""
    if isinstance(term, Float):
        return "; write an exact number, such as Rational(1, 2)"
    if is_matrix(term):
        return ": its terms are real numbers, and no matrices; write the entries"
    if isinstance(term, Limit):
        return "; write its value, or what holds for each finite number"
    return ": its terms are real numbers" if term.is_number and term.is_real is False else ""


def is_matrix(term: Basic) -> bool:
    """Is it a matrix of SymPy's, of symbols or of entries?"""
    return bool(getattr(term, "is_Matrix", False))


def decode(data: Term) -> Basic:
    """The term that plain data stands for; SymPy may write it in another way than the one that was encoded. Raises
    TooLarge where SymPy would work out a number that is too long to be written."""
    if type(data) is int:
        return Integer(data)
    if type(data) is str:
        return next((s for s, name in SETS.items() if name == data), None) or symbol_of(data)
    head, *parts = compound(data)
    if head in CALLS:
        arguments = tuple(map(decode, parts[1:]))
        return data_of(parts[0])[arguments] if head == "Indexed" else function_of(parts[0])(*arguments)
    if head == "Lambda":
        return Lambda(tuple(map(symbol_of, parts[0])), decode(parts[1]))
    if head in BINDERS:
        domain, *bodies = map(decode, parts[1:])
        return closed(Scope(HEADS[head], symbol_of(parts[0]), domain, tuple(bodies)))
    return _decoded(head, parts)


def written_out(term: Basic) -> Basic:
    """An abbreviation of SymPy's, such as tan, by the functions that it abbreviates; another term is itself."""
    return decode(encode(term)) if type(term).__name__ in ABBREVIATIONS else term


def _decoded(head: str, parts: list[Term]) -> Basic:
    if head == "Rational":
        return Rational(*parts)
    constant = next((s for s, plain in CONSTANTS.items() if plain == (head, *parts)), None)
    if constant is not None:
        return constant
    arguments = tuple(map(decode, parts))
    if head == "Finite":
        return FiniteSet(*arguments)
    if head == "Interval":
        return Interval.open(*arguments)
    if head in FUNCTIONS:
        if any(map(_is_huge, arguments)):
            raise TooLarge(f"{head} of so large a number would be too long to write")
        applied: Basic = getattr(sympy, FUNCTIONS[head].sympy)(*FUNCTIONS[head].leading, *arguments)
        return applied
    if head == "Pow":
        _worked_out(*arguments)
    made: Basic = HEADS[head](*arguments, evaluate=False) if head in RELATIONS else HEADS[head](*arguments)
    if any(_bits(number) > MOST_BITS_MADE for number in (made, *made.args)):
        raise TooLarge("a number in it would be too long to write")
    return made


def _bits(term: Basic) -> int:
    return max(abs(int(term.p)), int(term.q)).bit_length() if isinstance(term, Rational) else 0


def _worked_out(base: Basic, exponent: Basic) -> None:
    """Raises TooLarge for a power at which SymPy would work for ever: powers of powers are, however short they are."""
    number = base.as_coeff_Mul()[0] if isinstance(base, Expr) else base
    if isinstance(exponent, Rational) and (_bits(number) - 1) * abs(int(exponent.p)) > MOST_BITS_MADE * int(exponent.q):
        raise TooLarge("a power of a number in it is too large to be worked out")


def encode_definition(definition: Definition) -> PlainDefinition:
    left, right = encode(definition.left), encode(definition.right)
    if type(left) is str:
        return PlainDefinition("", left, (), right)
    head, name, *parameters = compound(left)
    return PlainDefinition(head, name, tuple(parameters), right)


@lru_cache(maxsize=2000)
def encode_given(given: Given) -> PlainGiven:
    """Hypotheses and definitions as plain terms."""
    return assumed(tuple(map(encode, given.hypotheses)), tuple(map(encode_definition, given.definitions)))
