"""What a slip of the pen changes in a term of a certificate: every term that differs from it in one place.

>>> list(CHANGES["sign"](["Add", "a", ["Mul", -1, "b"]]))
[['Mul', -1, ['Add', 'a', ['Mul', -1, 'b']]], ['Add', ['Mul', -1, 'a'], ['Mul', -1, 'b']], ['Add', 'a', 'b']]
>>> list(CHANGES["index"](["Sum", "i", ["Range", 1, "n"], ["Indexed", "y", "i"]]))[-1]
['Sum', 'i', ['Range', 1, 'n'], ['Indexed', 'y', ['Add', 'i', 1]]]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from typing import Any

from mlce_sym.terms.terms import BINDERS, CALLS, LITERALS, REAL, SHAPES

Data = Any  # a term as plain data
Change = Callable[[Data], Iterator[Data]]

SUMMANDS = ("Add", "Lt", "Le", "Ne", "Eq", *BINDERS)  # what has parts with a sign of their own
OTHER = {"ArgMax": "ArgMin", "ArgMin": "ArgMax"}


def is_a(term: Data, *heads: str) -> bool:
    return isinstance(term, list) and term[0] in heads


def places(term: Data) -> range:
    """Where the parts of a term are."""
    if not isinstance(term, list) or term[0] in LITERALS:
        return range(0)
    return range(2 if term[0] in BINDERS or term[0] in CALLS else 1, len(term))


def with_part(term: Data, place: int, part: Data) -> Data:
    return [*term[:place], part, *term[place + 1 :]]


def everywhere(term: Data, change: Change) -> Iterator[Data]:
    """The term with a change at one place."""
    yield from change(term)
    for place in places(term):
        for part in everywhere(term[place], change):
            yield with_part(term, place, part)


# Signs


def signs(term: Data) -> Iterator[Data]:
    if term != 0 and (not isinstance(term, list) or _is_real(term[0])):
        yield negative(term)
    yield from everywhere(term, _part_negated)


def _is_real(head: str) -> bool:
    shape = SHAPES.get(head) or BINDERS.get(head)
    return shape is None or shape.result == REAL


def _part_negated(term: Data) -> Iterator[Data]:
    if is_a(term, *SUMMANDS) and term[0] != "ForAll":
        for place in places(term)[1 if term[0] in BINDERS else 0 :]:
            if term[place] != 0:
                yield with_part(term, place, negative(term[place]))


def negative(term: Data) -> Data:
    if isinstance(term, int):
        return -term
    factors = term[1:] if is_a(term, "Mul") else [term]
    others = [factor for factor in factors if factor != -1]
    if len(others) == len(factors):
        return ["Mul", -1, *factors]
    return others[0] if len(others) == 1 else ["Mul", *others]


# Indices, heads, numbers


def plus(term: Data, number: int) -> Data:
    return term + number if isinstance(term, int) else ["Add", term, number]


def _moved(term: Data) -> Iterator[Data]:
    if is_a(term, *CALLS):
        yield with_part(term, 2, plus(term[2], 1))
    if is_a(term, "Range"):
        _, low, high = term
        yield from (["Range", plus(low, 1), high], ["Range", low, plus(high, -1)], ["Range", plus(low, -1), high])


def _other_extremum(term: Data) -> Iterator[Data]:
    if is_a(term, *OTHER):
        yield [OTHER[term[0]], *term[1:]]


def _other_number(term: Data) -> Iterator[Data]:
    if isinstance(term, int):
        yield term + 1 if term >= 0 else term - 1
    elif is_a(term, "Rational"):
        value = Fraction(*term[1:]) + 1
        yield ["Rational", value.numerator, value.denominator]
    elif is_a(term, "Pow") and term[2] == -1:
        yield ["Pow", plus(term[1], 1), -1]


def _other_point(term: Data) -> Iterator[Data]:
    if is_a(term, "Near"):
        yield with_part(term, 2, plus(term[2], 1))


def weaker(term: Data) -> Iterator[Data]:
    """< as <=."""
    if is_a(term, "Lt"):
        yield ["Le", *term[1:]]


CHANGES: dict[str, Change] = {
    "sign": signs,
    "index": partial(everywhere, change=_moved),
    "arg max and arg min": partial(everywhere, change=_other_extremum),
    "number": partial(everywhere, change=_other_number),
    "point of a derivative": partial(everywhere, change=_other_point),
}
