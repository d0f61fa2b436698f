"""SymPy terms as plain data, and back.

`encode` refuses what plain data would blur: two different symbols of one name, and names outside
`[A-Za-z][A-Za-z0-9_]*`. Reading back evaluates no code.

>>> from sympy import Sum, log, symbols
>>> i, n, x = symbols("i n x")
>>> encode(Sum(log(x), (i, 1, n)))
['Sum', 'i', ['Range', 1, 'n'], ['log', 'x']]
>>> decode(encode(Sum(log(x), (i, 1, n))))
Sum(log(x), (i, 1, n))
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import sympy
from sympy import Basic, FiniteSet, Function, Indexed, IndexedBase, Integer, Interval, Lambda, Rational, S, Symbol
from sympy.core.function import AppliedUndef

from . import nodes
from .binding import Scope, children, closed, names, opened

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")

HEADS: dict[str, Any] = {
    **{name: getattr(sympy, name) for name in ("Add", "Mul", "Pow", "log", "exp", "KroneckerDelta", "Sum", "Product")},
    **{
        name: getattr(nodes, name) for name in ("Entropy", "CrossEntropy", "KLDivergence", "ArgMax", "ArgMin", "ForAll")
    },
    **{"Derivative": nodes.DerivativeAt, "Above": nodes.Above, "Near": nodes.Near},
    **{"Integral": nodes.IntegralOver, "Between": nodes.Between},
    **{"Range": nodes.IndexRange, "Without": nodes.Without, "Member": nodes.Member},
    **{"Lt": sympy.StrictLessThan, "Le": sympy.LessThan, "Ne": sympy.Ne, "Eq": sympy.Eq},
}
HEAD_OF = {node: head for head, node in HEADS.items()}
BINDERS = (
    *("Sum", "Product", "Entropy", "CrossEntropy", "KLDivergence", "ArgMax", "ArgMin", "ForAll"),
    *("Derivative", "Integral"),
)
RELATIONS = ("Lt", "Le", "Ne", "Eq")
CONSTANTS: dict[Basic, list[Any]] = {
    S.true: ["True"],
    S.false: ["False"],
    S.EmptySet: ["Empty"],
    S.Pi: ["Constant", "pi"],
    S.Exp1: ["exp", 1],
}
SETS = {S.Reals: "Reals", S.Integers: "Integers"}


class NotPlain(ValueError):
    """A term or theorem that the certificate's language cannot say."""


def plain_name(name: object) -> str:
    text = str(getattr(name, "label", getattr(name, "name", getattr(name, "__name__", name))))
    if not NAME.fullmatch(text) or text in SETS.values():
        raise NotPlain(f"{text!r} cannot be a name in a certificate; rename it (letters, digits and _)")
    return text


def encode(term: Basic) -> Any:
    """The plain data of a term, set, proposition or `Lambda`. Raises NotPlain for what plain data cannot say."""
    refuse_homonyms(every_name(term))
    return encoded(term)


def encoded(term: Basic) -> Any:
    if isinstance(term, Rational):
        return int(term.p) if isinstance(term, Integer) else ["Rational", int(term.p), int(term.q)]
    if term in CONSTANTS:
        return [*CONSTANTS[term]]
    if term in SETS:
        return SETS[term]
    if isinstance(term, Symbol):
        return plain_name(term)
    if isinstance(term, Lambda):
        parameters, body = _opened_lambda(term)
        return ["Lambda", [plain_name(v) for v in parameters], encoded(body)]
    if scope := opened(term):
        return [HEAD_OF[scope.head], plain_name(scope.variable), *map(encoded, (scope.domain, *scope.bodies))]
    return [*_head(term), *map(encoded, children(term))]


@lru_cache(maxsize=20_000)
def every_name(term: Basic) -> frozenset[Any]:
    """The names in a term, free or bound."""
    if isinstance(term, Lambda):
        parameters, body = _opened_lambda(term)
        return every_name(body).union(parameters)
    scope = opened(term)
    bound = (scope.variable,) if scope else ()
    return names(term).union(bound, *map(every_name, children(term)))


def refuse_homonyms(found: Iterable[Any]) -> None:
    known: dict[str, Any] = {}
    for name in found:
        if known.setdefault(plain_name(name), name) != name:
            raise NotPlain(f"two different things are called {plain_name(name)}; rename one of them")


def _opened_lambda(term: Lambda) -> tuple[tuple[Symbol, ...], Basic]:
    """Its parameters and its body; SymPy's identity function has a parameter `_x`, which is given a name of its own."""
    x = Symbol("argument")
    return ((x,), x) if term == S.IdentityFunction else (term.signature, term.expr)


def _head(term: Basic) -> list[str]:
    if isinstance(term, Indexed):
        return ["Indexed", plain_name(term.base)]
    if isinstance(term, AppliedUndef):
        return ["Apply", plain_name(term.func)]
    if isinstance(term, FiniteSet) or (isinstance(term, Interval) and term.left_open and term.right_open):
        return [type(term).__name__.removesuffix("Set")]
    if type(term) not in HEAD_OF:
        raise NotPlain(f"{term} ({type(term).__name__}) is outside the certificate's language")
    return [HEAD_OF[type(term)]]


def decode(data: Any) -> Basic:
    """The term that plain data stands for, with plain symbols; the inverse of `encode` where symbols carry no
    assumptions."""
    if isinstance(data, int):
        return Integer(data)
    if isinstance(data, str):
        return next((s for s, name in SETS.items() if name == data), None) or Symbol(data)
    head, *parts = data
    if head in ("Indexed", "Apply"):
        make = IndexedBase(parts[0]).__getitem__ if head == "Indexed" else lambda a: Function(parts[0])(*a)
        return make(tuple(map(decode, parts[1:])))
    if head == "Lambda":
        return Lambda(tuple(map(Symbol, parts[0])), decode(parts[1]))
    if head in BINDERS:
        domain, *bodies = map(decode, parts[1:])
        return closed(Scope(HEADS[head], Symbol(parts[0]), domain, tuple(bodies)))
    return _decoded_head(head, parts)


def _decoded_head(head: str, parts: list[Any]) -> Basic:
    if head == "Rational":
        return Rational(*parts)
    constant = next((s for s, plain in CONSTANTS.items() if plain == [head, *parts]), None)
    if constant is not None:
        return constant
    arguments = tuple(map(decode, parts))
    if head == "Finite":
        return FiniteSet(*arguments)
    if head == "Interval":
        return Interval.open(*arguments)
    return HEADS[head](*arguments, evaluate=False) if head in RELATIONS else HEADS[head](*arguments)
