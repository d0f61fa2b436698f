"""Which matrices are symmetric, by what a text says of some of them, and by how they are made of others.

>>> inner = ("Apply", "matrix_product", ("Apply", "transpose", "bold_X"), "bold_X")
>>> whole = ("Add", inner, ("Mul", "lambda", "bold_I"))
>>> is_symmetric(("Apply", "matrix_power", whole, -1), frozenset())
True
>>> is_symmetric("bold_X", frozenset()), is_symmetric("bold_X", frozenset(["bold_X"]))
(False, True)
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from ...reading.walk.values import is_bold
from ...terms.terms import Term, children, compound, is_a
from .mentions import subterms


def is_array(term: Term) -> bool:
    """Is it a bold letter, perhaps with an index, or as a function?"""
    name = compound(term)[1] if is_a(term, "Indexed", "Apply") else term
    return isinstance(name, str) and is_bold(name)


def has_arrays(term: Term) -> bool:
    return any(map(is_array, subterms(term)))


def factors(term: Term) -> list[Term]:
    """The factors of a product of vectors and matrices, of which some may be such products."""
    if is_a(term, "Apply") and term[1] == "matrix_product":
        return [factor for part in compound(term)[2:] for factor in factors(part)]
    return [term]


def is_symmetric(term: Term, names: Set[str]) -> bool:
    """Is a term that has entries in rows and columns its own transpose, where the matrices of these names are?"""
    if not has_arrays(term) or term == "bold_I":
        return True
    if is_array(term):
        return (term if isinstance(term, str) else compound(term)[1]) in names
    if is_a(term, "Sum"):
        return is_symmetric(compound(term)[3], names)
    if is_a(term, "Add"):
        return all(is_symmetric(part, names) for part in children(term))
    if is_a(term, "Mul"):
        several = [part for part in children(term) if has_arrays(part)]
        return len(several) == 1 and is_symmetric(several[0], names)
    if is_a(term, "Apply") and term[1] in ("matrix_power", "transpose"):
        return is_symmetric(compound(term)[2], names)
    listed = [part for part in factors(term) if has_arrays(part)]
    return len(listed) > 1 and [_transposed(part, names) for part in reversed(listed)] == listed


def _transposed(factor: Term, names: Set[str]) -> Term:
    if is_a(factor, "Apply") and factor[1] == "transpose":
        inner: Term = compound(factor)[2]
        return inner
    return factor if is_symmetric(factor, names) else ("Apply", "transpose", factor)


def said_symmetric(propositions: Iterable[Term]) -> frozenset[str]:
    """The names of which it is said that they are their own transposes."""
    pairs = (compound(one)[1:] for one in propositions if is_a(one, "Eq"))
    both = (pair for left, right in pairs for pair in ((left, right), (right, left)))
    return frozenset(one for one, other in both if isinstance(one, str) and other == ("Apply", "transpose", one))
