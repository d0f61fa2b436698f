"""The order of summands and factors in a statement: that of the printed formula, so that both can be read side by side.

Inside proofs a term keeps its own order.

>>> arranged(("Add", -1, "x", ("Mul", -1, ("log", "x"))))
('Add', 'x', -1, ('Mul', -1, ('log', 'x')))
>>> arranged(("Mul", ("log", "a"), ("Pow", "n", -1), -1, "b"))
('Mul', -1, 'b', ('Pow', 'n', -1), ('log', 'a'))
"""

from __future__ import annotations

from typing import Any

from ..terms.caching import lru_cache
from ..terms.terms import Term, children, is_a, number, rebuilt
from ..writers.order import factor_key, quotient, stands_beside, term_key
from .terms import is_negative


@lru_cache(maxsize=600)
def arranged(term: Term) -> Term:
    """The term with the parts of its sums and products in the order of a statement."""
    term = rebuilt(term, map(arranged, children(term)))
    if is_a(term, "Add"):
        return ("Add", *sorted(term[1:], key=lambda part: (is_negative(part), term_key(_data(part)))))
    return ("Mul", *_in_order(term[1:])) if is_a(term, "Mul") else term


def _in_order(factors: tuple[Term, ...]) -> list[Term]:
    """Numbers, what stands in the numerator, the denominator, and what stands beside the fraction."""
    _, under = quotient([_data(factor) for factor in factors])
    return sorted(factors, key=lambda factor: _place(factor, under))


def _place(factor: Term, under: list[Any]) -> tuple[Any, ...]:
    data = _data(factor)
    below = is_a(factor, "Pow") and is_negative(("Mul", factor[2], "x"))
    place = 0 if number(factor) is not None else 2 if below else 3 if under and stands_beside(data, under) else 1
    return (place, *factor_key(data))


def _data(term: Term) -> Any:
    """The term as the writers take it."""
    return [_data(part) for part in term] if type(term) is tuple else term
