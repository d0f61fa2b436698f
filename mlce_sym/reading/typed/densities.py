r"""A density or mass function that a person types, as a SymPy term.

>>> from sympy import Interval, Symbol, oo
>>> k = Declared(Symbol("lambda"), r"\lambda", Interval.open(0, oo))
>>> y = Declared(Symbol("y"), "y", Interval(0, oo))
>>> density(r"\lambda e^{-\lambda y}", [y, k])
lambda*exp(-lambda*y)
"""

from __future__ import annotations

from collections.abc import Sequence

from lark import Tree
from sympy import And, Basic, Expr, Symbol, pi

from .grammar import parsed
from .mistyped import Source
from .names import Declared
from .terms import Reading, relation, term


def density(text: str, names: Sequence[Declared], option: str = "--density") -> Expr:
    """The term that a text in LaTeX or plain syntax says, in the symbols of the declared names.

    Numbers are exact; log is the natural logarithm; a name that is declared is never a function or a constant, and of
    the others only pi and e are constants. Raises Mistyped, with the option as WHERE, for a name that is not declared,
    a writing with two readings, a value that is undefined or no real number, and text or numbers that are too long.
    """
    source = Source(option, text)
    known = _known(source, names)
    found: Expr = term(Reading(source, known), parsed(source, "expression", known))
    return found


def given(text: str, names: Sequence[Declared], option: str = "--given") -> tuple[Basic, ...]:
    r"""The facts about declared names that a text says, such as b < 1, y \ne \mu or 0 < a <= b. Raises Mistyped."""
    source = Source(option, text)
    known = _known(source, names)
    (tree,) = (child for child in parsed(source, "declaration", known).children if isinstance(child, Tree))
    if tree.data != "relation":
        raise source.wrong(0, "this compares nothing; write what holds, as in 'b < 1'")
    found = relation(Reading(source, known), tree)
    return found.args if isinstance(found, And) else (found,)


def _known(source: Source, names: Sequence[Declared]) -> dict[str, Symbol]:
    """The symbols by their LaTeX. Raises Mistyped if a name is declared twice, or a domain speaks of another name."""
    known: dict[str, Symbol] = {}
    for name in names:
        if {name.latex, name.latex.removesuffix("^2"), f"{name.latex}^2"} & set(known) or name.symbol in known.values():
            raise source.wrong(0, f"{name.latex} is declared twice; declare it once")
        known[name.latex] = name.symbol
    for name in names:
        _check_domain(source, name, known)
    return known


def _check_domain(source: Source, name: Declared, known: dict[str, Symbol]) -> None:
    for symbol in sorted(name.domain.free_symbols - set(known.values()), key=str):
        what = f"the domain of {name.latex} speaks of {symbol}, of which nothing says what it is; declare it, too"
        raise source.wrong(0, what)
    if name.domain.has(pi) and r"\pi" in known:
        raise source.wrong(0, rf"\pi is declared, but the domain of {name.latex} means the number; choose another name")
