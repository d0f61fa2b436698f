r"""From the tree of a text to a SymPy term.

Roots and powers are the principal ones, as in SymPy.

>>> from mlce_sym.reading.typed.grammar import parsed
>>> source = Source("--parameter", r"\frac12 \exp(-\theta)")
>>> term(Reading(source, None), parsed(source, "expression", None))
exp(-theta)/2
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from lark import Token, Tree
from sympy import (
    Abs,
    Add,
    And,
    E,
    Eq,
    Ge,
    Gt,
    Integer,
    Le,
    Lt,
    Max,
    Min,
    Mul,
    Ne,
    Piecewise,
    Symbol,
    Tuple,
    asinh,
    besseli,
    beta,
    binomial,
    cos,
    cosh,
    erf,
    factorial,
    gamma,
    log,
    pi,
    sech,
    sin,
    sinh,
    sqrt,
    tan,
    tanh,
)

from .grammar import is_latex
from .mistyped import Mistyped, Node, Part, Source
from .names import FUNCTIONS, Known, spelled
from .numbers import checked, made, number, power, simple, small

MOST_ARGUMENTS = 8  # SymPy compares all pairs of what it takes a maximum of


def _erfc(x: Any, evaluate: bool) -> Any:
    return 1 - erf(x, evaluate=evaluate)


def _normal(x: Any, evaluate: bool) -> Any:
    return (1 + erf(x / sqrt(2), evaluate=evaluate)) / 2


RELATIONS = {"<": Lt, "<=": Le, ">": Gt, ">=": Ge, "=": Eq, "!=": Ne}
CALLS: dict[str, tuple[int, Any]] = {
    **{"log": (1, log), "sqrt": (1, sqrt), "abs": (1, Abs), "cos": (1, cos), "sin": (1, sin), "tan": (1, tan)},
    **{"cosh": (1, cosh), "sinh": (1, sinh), "tanh": (1, tanh), "sech": (1, sech), "gamma": (1, gamma)},
    **{"factorial": (1, factorial), "beta": (2, beta), "binomial": (2, binomial), "besseli": (2, besseli)},
    **{"asinh": (1, asinh), "erf": (1, erf), "erfc": (1, _erfc)},
    "Phi": (1, _normal),  # of the standard normal distribution
    **{"max": (0, Max), "min": (0, Min)},
}
PERIODIC = ("cos", "sin", "tan", "cosh", "sinh", "tanh", "sech")  # of a real or an imaginary argument
OF_ANY_NUMBER = ("log", "sqrt", "abs", "max", "min")

# How SymPy fails at odd terms, as at the gamma function of what turns out to be -1.
FAILURES = (ArithmeticError, ValueError, TypeError, RecursionError, NotImplementedError)


@dataclass(frozen=True)
class Reading:
    """A text, and the names that are declared."""

    source: Source
    known: Known


def term(reading: Reading, tree: Node) -> Any:
    """The term of a tree. Raises Mistyped for what is undeclared, undefined or too large."""
    try:
        return checked(reading.source, tree, MAKERS[tree.data](reading, tree))
    except Mistyped:
        raise
    except FAILURES:
        raise reading.source.wrong(tree, "SymPy makes no term of this; write it in a simpler way") from None


def _terms(reading: Reading, tree: Node) -> list[Any]:
    return [term(reading, child) for child in tree.children if isinstance(child, Tree)]


def _only(reading: Reading, tree: Node) -> Any:
    (inside,) = _terms(reading, tree)
    return inside


def _number(reading: Reading, tree: Node) -> Any:
    return number(reading.source, tree, str(tree.children[0]))


def _name(reading: Reading, tree: Node) -> Any:
    name, known, latex = str(tree.children[0]), reading.known, spelled(str(tree.children[0]))
    if known is not None and latex in known:
        return known[latex]
    if latex == r"\pi":
        return pi
    if known is None:  # the end of an interval, where e may be declared elsewhere
        return Symbol(name)
    if name == "e" or (name == "E" and not is_latex(reading.source.text, "expression")):
        return E
    if f"{latex}^2" in known:
        what = f"{latex}^2 is declared, as one parameter, and {latex} is not; declare '{latex} > 0' instead"
        raise reading.source.wrong(tree, what)
    raise undeclared(reading, tree)


def undeclared(reading: Reading, tree: Node) -> Mistyped:
    """The exception for a name that nothing declares."""
    source, name = reading.source, str(tree.children[0])
    shown, stem = source.shown(tree), name.partition("_")[0]
    domain = r"\in \mathbb{R}" if is_latex(source.text, "expression") else "in R"
    instead = f"declare it with --parameter '{shown} {domain}' or --known '…'"
    if name in FUNCTIONS:
        instead = f"declare it, or write {shown}(…) for the function"
    elif name != stem and reading.known and spelled(stem) in reading.known:
        instead = f"write the density of one observation, in {spelled(stem)}, or declare it"
    return source.wrong(tree, f"nothing says what {shown} is; {instead}")


def _infinity(reading: Reading, tree: Node) -> Any:
    raise reading.source.wrong(tree, "infinity is no number; write what has a value")


def _signed(reading: Reading, tree: Node) -> Any:
    inside = _only(reading, tree)
    return -inside if tree.children[0] == "-" else inside


def _sum(reading: Reading, tree: Node) -> Any:
    signs = ["+", *(child for child in tree.children if isinstance(child, Token))]
    return Add(*(-item if sign == "-" else item for sign, item in zip(signs, _terms(reading, tree), strict=True)))


def _product(reading: Reading, tree: Node) -> Any:
    """From left to right, as in Python: a/b*c is (a/b)*c."""
    below = [previous == "/" for previous, child in pairwise(["", *tree.children]) if isinstance(child, Tree)]
    factors = zip(below, _terms(reading, tree), strict=True)
    return Mul(*(1 / item if under else item for under, item in factors))


def _fraction(reading: Reading, tree: Node) -> Any:
    top, bottom = _terms(reading, tree)
    return top / bottom


def _power(reading: Reading, tree: Node) -> Any:
    declared = squared_name(tree)
    if reading.known is not None and declared is not None and f"{declared}^2" in reading.known:
        return reading.known[f"{declared}^2"]
    return power(reading.source, tree, *_terms(reading, tree))


def squared_name(tree: Node) -> str | None:
    r"""The LaTeX of the name of which a tree is the square, as \sigma of \sigma^2; None if it is none."""
    if tree.data != "power":
        return None
    base, exponent = (_ungrouped(child) for child in tree.children)
    square = base.data == "name" and exponent.data == "number" and exponent.children[0] == "2"
    return spelled(str(base.children[0])) if square else None


def _ungrouped(node: Part) -> Node:
    assert isinstance(node, Tree)
    return _ungrouped(node.children[0]) if node.data == "group" else node


def _root(reading: Reading, tree: Node) -> Any:
    """A square root, or the root that stands in [ ]."""
    *index, radicand = _terms(reading, tree)
    if isinstance(tree.children[0], Token) and (tree.children[0] != "[" or not index):
        raise reading.source.wrong(tree, r"it is not clear how far the root goes; write \sqrt{…}")
    return power(reading.source, tree, radicand, checked(reading.source, tree, 1 / (*index, Integer(2))[0]))


def _faculty(reading: Reading, tree: Node) -> Any:
    return made(factorial, small(reading.source, tree, _only(reading, tree)))


def _binomial(reading: Reading, tree: Node) -> Any:
    return made(binomial, *(small(reading.source, tree, item) for item in _terms(reading, tree)))


def _prefix(reading: Reading, tree: Node) -> Any:
    r"""A function before its argument, as \log y, or \cosh^2 y, which is (\cosh y)^2."""
    *exponent, argument = _terms(reading, tree)
    value = _called(reading, tree, str(tree.children[0]), [argument])
    return power(reading.source, tree, value, exponent[0]) if exponent else value


def _call(reading: Reading, tree: Node) -> Any:
    name, arguments = str(tree.children[0]), _terms(reading, tree)
    order = re.fullmatch("I_(.+)", name)
    if order:
        return _called(reading, tree, "besseli", [_order(reading, tree, order[1]), *arguments])
    return _called(reading, tree, {"Gamma": "gamma", "B": "beta"}.get(name, name), arguments)


def _order(reading: Reading, tree: Node, script: str) -> Any:
    """The order of a Bessel function, from its subscript."""
    if script.isdigit():
        return number(reading.source, tree, script)
    if reading.known is None or spelled(script) not in reading.known:
        raise reading.source.wrong(tree, f"nothing says what the order {script} is; declare it")
    return reading.known[spelled(script)]


def _called(reading: Reading, tree: Node, name: str, arguments: list[Any]) -> Any:
    source, at = reading.source, (tree)
    if name not in OF_ANY_NUMBER:
        arguments = [small(source, at, argument) for argument in arguments]
    if name in PERIODIC:
        arguments = [simple(source, at, argument, f"inside of {name}") for argument in arguments]
    if name == "exp" and len(arguments) == 1:
        return power(source, at, E, arguments[0])
    wanted, function = CALLS.get(name, (1, None))
    if wanted and len(arguments) != wanted:
        raise source.wrong(at, f"{name} has {len(arguments)} arguments; give it {wanted}")
    value = made(function, *arguments)
    if name in ("max", "min") and len(value.args) > MOST_ARGUMENTS:
        raise source.wrong(at, f"{name} may have at most {MOST_ARGUMENTS} arguments; write fewer")
    return value


def _unknown(reading: Reading, tree: Node) -> Any:
    name, token = str(tree.children[0]), str(tree.children[0])
    if reading.known is None or spelled(name) in reading.known:
        raise reading.source.wrong(tree, f"{token} is declared as a number, no function; write {token}*(…)")
    functions = ", ".join(FUNCTIONS)
    raise reading.source.wrong(tree, f"{token} is no function that is known; the functions are {functions}")


def relation(reading: Reading, tree: Node) -> Any:
    """A chain such as 0 < y <= 1: all of its relations."""
    signs = [str(child) for child in tree.children if isinstance(child, Token) and child.type == "RELATION"]
    pairs = list(pairwise(_terms(reading, tree)))
    if any(left.is_number and right.is_number for left, right in pairs):
        raise reading.source.wrong(tree, "this compares numbers alone; write the case that holds, without a condition")
    return And(*(made(RELATIONS[sign], *pair) for sign, pair in zip(signs, pairs, strict=True)))


def _cases(reading: Reading, tree: Node) -> Any:
    """Cases, of which the first that holds counts; where none holds there is no value."""
    rows = [child for child in tree.children if isinstance(child, Tree)]
    for row in rows[:-1]:
        if row.data == "otherwise":
            raise reading.source.wrong(row, "what is otherwise has to be the last case; move it to the end")
    return made(Piecewise, *(Tuple(*_case(reading, row)) for row in rows))


def _case(reading: Reading, row: Node) -> tuple[Any, Any]:
    first, *conditions = (child for child in row.children if isinstance(child, Tree))
    relations = conditions[0].children if conditions else []
    condition = And(*(relation(reading, child) for child in relations if isinstance(child, Tree)))
    if condition.has(Piecewise):
        raise reading.source.wrong(conditions[0], "a condition may not have cases in it; write it without")
    return term(reading, first), condition


MAKERS: dict[str, Callable[[Reading, Node], Any]] = {
    **dict.fromkeys(("expression", "group", "bracket"), _only),
    **{"number": _number, "name": _name, "infinity": _infinity, "signed": _signed, "sum": _sum},
    **{"product": _product, "fraction": _fraction, "power": _power, "root": _root, "faculty": _faculty},
    **{"binomial": _binomial, "prefix": _prefix, "call": _call, "unknown": _unknown, "cases": _cases},
    "absolute": lambda reading, tree: made(Abs, _only(reading, tree)),
}
