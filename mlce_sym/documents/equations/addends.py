"""Sums of numbers times products of vectors and matrices, with a name for each product: what holds whatever the
products are is seen sooner so than by their entries.

>>> inner = ("Apply", "matrix_product", ("Apply", "transpose", "bold_w"), "bold_x")
>>> other = ("Apply", "matrix_product", ("Apply", "transpose", "bold_x"), "bold_w")
>>> by_names(("Add", inner, other), ("Mul", 2, inner), lambda one, two: {one, two} == {inner, other})
(('Add', 'part_1', 'part_1'), ('Mul', 2, 'part_1'))
>>> by_names(inner, other, lambda one, two: True) is None  # it says no more than that they are the same
True
"""

from __future__ import annotations

from collections.abc import Callable

from ...certificate.names import every_name
from ...terms.terms import Term, children, fresh, is_a, rebuilt
from .symmetric import has_arrays

MOST = 6  # products: each is compared with each
LEAST = 3  # addends


def by_names(left: Term, right: Term, same: Callable[[Term, Term], bool]) -> tuple[Term, Term] | None:
    """Both sides with one name for the products that are the `same`; None where there are too few or too many."""
    parts = [*_addends(left), *_addends(right)]
    products = list(dict.fromkeys(product for part in parts if (product := _product(part)) is not None))
    if len(parts) < LEAST or not 1 < len(products) <= MOST:
        return None
    taken = every_name(left) | every_name(right)
    names: dict[Term, Term] = {}
    for product in products:
        known = next((one for one in names if same(one, product)), None)
        name = fresh("part_1", taken | {str(one) for one in names.values()})
        names[product] = name if known is None else names[known]
    return _named(left, names), _named(right, names)


def _addends(term: Term) -> tuple[Term, ...]:
    return tuple(children(term)) if is_a(term, "Add") else (term,)


def _product(addend: Term) -> Term | None:
    """What is left of an addend without the numbers before it."""
    if not is_a(addend, "Mul"):
        return addend if has_arrays(addend) else None
    found = [part for part in children(addend) if has_arrays(part)]
    return None if not found else found[0] if len(found) == 1 else ("Mul", *found)


def _named(side: Term, names: dict[Term, Term]) -> Term:
    if is_a(side, "Add"):
        return rebuilt(side, (_named(part, names) for part in children(side)))
    product = _product(side)
    if product is None:
        return side
    numbers = [part for part in children(side) if not has_arrays(part)] if is_a(side, "Mul") else []
    return ("Mul", *numbers, names[product]) if numbers else names[product]
