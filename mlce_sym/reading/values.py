r"""What a piece of a formula is worth: a term of the trusted core, and whether it is a number.

Nothing is evaluated: (1/2)^{1000000000} is that power.

>>> quotient(NUMBER(3), NUMBER(6)), power(quotient(NUMBER(1), NUMBER(2)), NUMBER(1000000000)).term
(Value(term=('Rational', 1, 2), vector=False), ('Pow', ('Rational', 1, 2), 1000000000))
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ..functions import ABBREVIATIONS, FUNCTIONS
from ..terms.terms import Term, number, substitute, written
from .commands import ACCENTS

MOST_DIGITS = 600
# What a word or letter of LaTeX is among the functions of the language: Gamma is gamma.
DECLARED = {re.findall("[A-Za-z]+", one.latex)[-1]: name for name, one in FUNCTIONS.items() if "#" not in one.latex}


@dataclass(frozen=True)
class Value:
    """A term; `vector` says that it stands for no number (a vector, a matrix, a random variable's law, a text): then
    the term is a name for it, in which nothing is computed."""

    term: Term
    vector: bool = False


NUMBER = Value
HALF = ("Rational", 1, 2)
ONE, ZERO = Value(1), Value(0)


def is_bold(name: str) -> bool:
    """Is it a bold letter, perhaps with an accent, and so a vector or a matrix?

    >>> is_bold("bold_w"), is_bold("hat_bold_w_1"), is_bold("hat_w"), is_bold("p_bold_x")
    (True, True, False, False)
    """
    before, found, _ = name.partition("bold_")
    return bool(found) and {*before.split("_")} <= {"", *ACCENTS.values()}


def added(values: Iterable[Value]) -> Value:
    """Their sum."""
    listed = list(values)
    if len(listed) == 1:
        return listed[0]
    parts = tuple(part for value in listed for part in _spread(value.term, "Add"))
    return Value(("Add", *parts), any(value.vector for value in listed))


def multiplied(values: Iterable[Value]) -> Value:
    """Their product, numbers alone or numbers and one vector."""
    listed = list(values)
    if len(listed) == 1:
        return listed[0]
    parts = tuple(part for value in listed for part in _spread(value.term, "Mul"))
    return Value(("Mul", *parts), any(value.vector for value in listed))


def _spread(term: Term, head: str) -> tuple[Term, ...]:
    return term[1:] if isinstance(term, tuple) and term[0] == head else (term,)


def negative(value: Value) -> Value:
    known = number(value.term)
    if known is not None:
        return Value(written(-known), value.vector)
    return multiplied([Value(-1), value])


def quotient(top: Value, bottom: Value) -> Value:
    """A quotient; of two numbers that are written out, the rational number."""
    over, under = number(top.term), number(bottom.term)
    if over is not None and under:
        return Value(written(Fraction(over) / under))
    below = Value(("Pow", bottom.term, -1), bottom.vector)
    return below if over == 1 else multiplied([top, below])


def power(base: Value, exponent: Value) -> Value:
    return Value(("Pow", base.term, exponent.term), base.vector)


def root(radicand: Value, index: Value) -> Value:
    degree = quotient(ONE, index)
    return Value(("Pow", radicand.term, degree.term), radicand.vector)


def function(name: str, *arguments: Term) -> Term | None:
    """A function of the language at its arguments, or None where the language has none of that name and number."""
    if name == "exp" and len(arguments) == 1:
        return ("exp", *arguments)
    if name in ("log", "ln") and len(arguments) == 1:
        return ("log", *arguments)
    if name in FUNCTIONS and len(FUNCTIONS[name].parameters) == len(arguments):
        return (name, *arguments)
    if name in ABBREVIATIONS and len(ABBREVIATIONS[name].parameters) == len(arguments):
        shortened = ABBREVIATIONS[name]
        values: Mapping[str, Term] = dict(zip(shortened.parameters, arguments, strict=True))
        return substitute(shortened.term, values)
    return None
