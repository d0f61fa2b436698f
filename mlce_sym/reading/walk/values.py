r"""What a piece of a formula is worth: a term of the trusted core, and whether it is a number.

Nothing is evaluated: (1/2)^{1000000000} is that power.

>>> quotient(NUMBER(3), NUMBER(6)), power(quotient(NUMBER(1), NUMBER(2)), NUMBER(1000000000)).term
(Value(term=('Rational', 1, 2), vector=False), ('Pow', ('Rational', 1, 2), 1000000000))
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from fractions import Fraction

from ...functions import ABBREVIATIONS, FUNCTIONS
from ...terms.terms import Term, children, free, is_a, number, substitute, written
from ..signs.commands import ACCENTS

MOST_DIGITS = 600
VECTOR = frozenset(("bold", "vec"))
STYLES = frozenset(("bold", "cal", "bb", "frak", *ACCENTS.values()))
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


def parted_name(name: str) -> tuple[frozenset[str], str, tuple[str, ...]]:
    """The accents and the type of a name, its letter, and what stands below or above it.

    >>> parted_name("bold_w_1") == (frozenset({"bold"}), "w", ("1",))
    True
    """
    words = name.split("_")
    own = next((place for place, word in enumerate(words) if word not in STYLES), len(words) - 1)
    return frozenset(words[:own]), words[own], tuple(words[own + 1 :])


def may_move(body: Term, variable: str, known: Set[str] = frozenset()) -> bool:
    """May a name of a body, other than those `known`, depend on a variable unseen: by a subscript, as h_θ(x) on θ, or
    as a vector, as the bold w on its entry w_1?"""
    names = free(body) - (known - {*_without(body, variable)})
    parts = [parted_name(name) for name in names]
    styles, letter, _ = parted_name(variable)
    of_entry = styles.isdisjoint(VECTOR)
    return any(variable in more or (of_entry and own & VECTOR and letter == other) for own, other, more in parts)


def _without(term: Term, variable: str) -> Iterator[str]:
    """The functions of which the variable is no argument, as p_θ(x) for θ."""
    if is_a(term, "Apply") and variable not in free(term) - {str(term[1])}:
        yield str(term[1])
    for part in children(term):
        yield from _without(part, variable)


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


def is_function(name: str) -> bool:
    """Has the language a function of that name?"""
    return name in ("exp", "log", "ln") or name in FUNCTIONS or name in ABBREVIATIONS


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
