"""The order of summands and factors in a statement: positive terms first; numbers, names, logs, sums in this order.

May import the checker's terms and terms. The result is another writing of the same sums and products, so that a person
reads it beside the LaTeX; inside proofs a term keeps its own order.

>>> arranged(("Add", -1, "x", ("Mul", -1, ("log", "x"))))
('Add', 'x', -1, ('Mul', -1, ('log', 'x')))
>>> arranged(("Mul", ("log", "a"), ("Pow", "n", -1), -1, "b"))
('Mul', -1, 'b', ('Pow', 'n', -1), ('log', 'a'))
"""

from __future__ import annotations

from functools import lru_cache

from ..checker.terms import Term, children, is_a, is_binder, number, rebuilt
from .terms import is_negative, written


@lru_cache(maxsize=50_000)
def arranged(term: Term) -> Term:
    """The term with the parts of its sums and products in the order of a statement."""
    term = rebuilt(term, map(arranged, children(term)))
    if is_a(term, "Add"):
        return ("Add", *sorted(term[1:], key=is_negative))
    if is_a(term, "Mul"):
        return ("Mul", *sorted(term[1:], key=_place_of_factor))
    return term


def _place_of_factor(factor: Term) -> tuple[int, int]:
    if number(factor) is not None:
        return 0, 0
    if is_binder(factor):
        return 4, 0
    if is_a(factor, "log", "Add"):
        return 3, len(written(factor))
    if is_a(factor, "Pow"):
        return (2 if type(factor[2]) is int and factor[2] < 0 else 1), len(written(factor))
    return 1, 0
