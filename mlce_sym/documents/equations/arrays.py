r"""Vectors and matrices by their entries: a bold small letter is a column, a bold capital a matrix.

What is proved of entries holds of what is written, for the sums over entries are its meaning. It is refuted by nothing
here: a text may mean a matrix that is symmetric, or a vector of length 1. All are as long as each other: shorter ones
have zeros at their ends, which changes no product.

>>> w_t = ("Apply", "transpose", "bold_w")
>>> entries = by_entries(("Apply", "matrix_product", w_t, "bold_x"), 1, frozenset())
>>> entries.left, entries.right
(('Sum', 'k_1', ('Range', 1, 'dimension'), ('Mul', ('Indexed', 'bold_w', 'k_1'), ('Indexed', 'bold_x', 'k_1'))), 1)

Of functions of vectors, inverses and determinants no more is known than what they are taken of; the inverse of A beside
A is gone. A gradient has the derivatives in the entries.

>>> inverse = ("Apply", "matrix_power", "bold_A", -1)
>>> gone = ("Apply", "matrix_product", ("Apply", "matrix_product", inverse, "bold_A"), "bold_b")
>>> by_entries(gone, "bold_b", frozenset()).left
('Indexed', 'bold_b', 'row')
>>> by_entries(("Apply", "matrix_product", "bold_b", "bold_A"), "bold_b", frozenset()) is None  # they do not fit
True

A symmetric matrix has the entries s_ij + s_ji, as every one has; so it is its own transpose.

>>> by_entries("bold_S", "bold_S", frozenset(), symmetric={"bold_S"}).left
('Add', ('Indexed', 'bold_S', 'row', 'column'), ('Indexed', 'bold_S', 'column', 'row'))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field, replace

from ...certificate.names import every_name
from ...reading.walk.calculus import derivative_in
from ...reading.walk.values import parted_name
from ...terms.errors import MlceError
from ...terms.terms import Term, alpha, children, compound, free, is_a, is_binder, lambda_of, rebuilt
from .mentions import subterms
from .symmetric import factors, has_arrays, is_array, is_symmetric
from .tied import Tie, letter_of, moving_with

DIMENSION = "dimension"
ALL: Term = ("Range", 1, DIMENSION)
WHOLE = "all"
GRADIENT = "label_nabla_"
TRACES = ("tr", "Tr", "trace", "Trace")
NUMBERS = ("determinant", "det")


@dataclass(frozen=True)
class Array:
    """Many rows, or one; many columns, or one; and its entry in a row and a column."""

    tall: bool
    wide: bool
    at: Callable[[Term, Term], Term]
    is_zero: bool = False

    @property
    def shape(self) -> tuple[bool, bool]:
        return self.tall, self.wide


@dataclass(frozen=True)
class Entries:
    """An equation of numbers: of one entry of each side, where these have several. `names` are those of numbers of
    which no more is known than what they are taken of."""

    left: Term
    right: Term
    facts: tuple[Term, ...]
    names: Mapping[str, Term]


class NoEntries(MlceError):
    """There is something that has none, or does not fit."""


@dataclass
class Naming:
    """The names that are taken, of those what nothing is known of, and what has been given a name."""

    taken: set[str]
    opaque: Set[str]
    ties: tuple[Tie, ...] = ()
    symmetric: Set[str] = frozenset()
    atoms: dict[Term, str] = field(default_factory=dict)
    numbers: dict[str, Term] = field(default_factory=dict)

    def fresh(self, name: str) -> str:
        number = 1
        while f"{name}_{number}" in self.taken:
            number += 1
        self.taken.add(f"{name}_{number}")
        return f"{name}_{number}"


def by_entries(
    left: Term, right: Term, opaque: Set[str], ties: Iterable[Tie] = (), symmetric: Set[str] = frozenset()
) -> Entries | None:
    """The two sides by entries, if they have any and all that is in them is understood; `opaque` are the names of what
    nothing is known of, `ties` say what moves with what, `symmetric` are matrices that are."""
    if not (has_arrays(left) or has_arrays(right)):
        return None
    naming = Naming({*every_name(left), *every_name(right), DIMENSION, "row", "column"}, opaque, tuple(ties), symmetric)
    try:
        one, other = _filled(_array(left, naming, ()), _array(right, naming, ()))
        places = [name for name, many in zip(("row", "column"), one.shape, strict=True) if many]
        facts: tuple[Term, ...] = tuple(("Member", place, ALL) for place in places)
        return Entries(one.at("row", "column"), other.at("row", "column"), facts, naming.numbers)
    except NoEntries:
        return None


def _filled(one: Array, other: Array) -> tuple[Array, Array]:
    """Both, 0 being as large as what it stands beside. Raises NoEntries where they do not fit."""
    if one.is_zero:
        one = replace(other, at=one.at)
    elif other.is_zero:
        other = replace(one, at=other.at)
    if one.shape != other.shape:
        raise NoEntries
    return one, other


def _of_arrays(parts: Iterable[Term], naming: Naming, bound: tuple[str, ...]) -> list[Array]:
    """What only arrays have, such as a transpose. Raises NoEntries for a name of which nothing shows that it is one."""
    listed = list(parts)
    if not all(map(has_arrays, listed)):
        raise NoEntries
    return [_array(part, naming, bound) for part in listed]


def _array(term: Term, naming: Naming, bound: tuple[str, ...]) -> Array:
    if not has_arrays(term):
        return _of_number(term)
    if is_array(term):
        return _named(term, naming, bound)
    if is_a(term, "Apply") and term[1] in OPERATIONS:
        return OPERATIONS[str(term[1])](compound(term)[2:], naming, bound)
    if is_a(term, "Apply") and (term[1] in NUMBERS or term[1] not in naming.opaque):
        return _of_number(_atom(term, naming, bound))
    if is_a(term, "Add"):
        return _sum([_array(part, naming, bound) for part in children(term)])
    if is_a(term, "Mul"):
        return _product([_array(part, naming, bound) for part in children(term)], naming)
    if is_a(term, "Sum"):
        return _total(term, naming, bound)
    if is_a(term, "Derivative") and is_array(term[1]):
        return _slope((compound(term)[3], term[1]), naming, bound)
    if is_a(term, "Pow") and is_a(length := term[1], "Apply") and compound(length)[1] == "norm" and term[2] == 2:
        return _square(compound(length)[2:], naming, bound)
    if is_binder(term) and not is_a(term, "Product") and _is_in_function(str(term[1]), term):
        raise NoEntries
    own = (*bound, str(term[1])) if is_a(term, "Product") else bound
    return _of_number(rebuilt(term, [_number(part, naming, own) for part in children(term)]))


def _is_in_function(variable: str, term: Term) -> bool:
    """Is a function, of which no more is known, taken of the variable and of arrays?"""
    functions = (one for one in subterms(term) if is_a(one, "Apply") and one[1] not in OPERATIONS and has_arrays(one))
    return any(variable in free(one) for one in functions)


def _of_number(term: Term) -> Array:
    return Array(False, False, lambda row, column: term, is_zero=term == 0)


def _number(term: Term, naming: Naming, bound: tuple[str, ...]) -> Term:
    found = _array(term, naming, bound)
    if found.shape != (False, False):
        raise NoEntries
    return found.at(1, 1)


def _named(term: Term, naming: Naming, bound: tuple[str, ...]) -> Array:
    """A letter by its entries; what is no mere letter by a name that it gets. 0 is 0."""
    name = term if isinstance(term, str) else str(compound(term)[1])
    letter = name.rpartition("bold_")[2].split("_")[0]
    if letter == "0":
        return _of_number(0)
    if letter == WHOLE or letter[0].isdigit():
        raise NoEntries
    wide = letter[0].isupper()
    if term == "bold_I":
        return Array(True, True, lambda row, column: ("KroneckerDelta", row, column))
    if isinstance(term, str):
        return _with_places(name, (), wide, name in naming.symmetric)
    if is_a(term, "Indexed"):
        return _with_places(f"each_{name}", compound(term)[2:], wide, name in naming.symmetric)
    return _entries_of(term, wide, naming, bound)


def _with_places(name: str, indices: tuple[Term, ...], wide: bool, symmetric: bool = False) -> Array:
    def at(row: Term, column: Term) -> Term:
        if symmetric and wide:
            return ("Add", ("Indexed", name, *indices, row, column), ("Indexed", name, *indices, column, row))
        return ("Indexed", name, *indices, row, column) if wide else ("Indexed", name, *indices, row)

    return Array(True, wide, at)


def _atom(term: Term, naming: Naming, bound: tuple[str, ...]) -> Term:
    """A number of which no more is known than what it is taken of."""
    name, indices = _name_of(term, naming, bound)
    naming.numbers[name] = lambda_of(indices, term) if indices else term
    return ("Indexed", name, *indices) if indices else name


def _entries_of(term: Term, wide: bool, naming: Naming, bound: tuple[str, ...]) -> Array:
    name, indices = _name_of(term, naming, bound)
    return _with_places(name, indices, wide, is_symmetric(term, naming.symmetric))


def _name_of(term: Term, naming: Naming, bound: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """A name for it, and the indices bound around it of which it speaks."""
    indices = tuple(name for name in bound if name in free(term))
    key = alpha(("Lambda", indices, term)) if indices else alpha(term)
    if key not in naming.atoms:
        naming.atoms[key] = naming.fresh("array")
    return naming.atoms[key], indices


def _sum(parts: Iterable[Array]) -> Array:
    listed = [part for part in parts if not part.is_zero]
    if len({part.shape for part in listed}) != 1:
        raise NoEntries
    return replace(listed[0], at=lambda row, column: ("Add", *(part.at(row, column) for part in listed)))


def _total(term: Term, naming: Naming, bound: tuple[str, ...]) -> Array:
    _, index, domain, body = compound(term)
    inner = _array(body, naming, (*bound, str(index)))
    if has_arrays(domain):
        raise NoEntries
    return replace(inner, is_zero=False, at=lambda row, column: ("Sum", index, domain, inner.at(row, column)))


def _product(parts: list[Array], naming: Naming) -> Array:
    """From the left; a number may stand anywhere."""
    first, *others = parts
    for other in others:
        first = _times(first, other, naming)
    return first


def _times(one: Array, other: Array, naming: Naming) -> Array:
    if (False, False) in (one.shape, other.shape):
        large = other if one.shape == (False, False) else one
        return replace(large, is_zero=False, at=lambda row, column: ("Mul", one.at(row, column), other.at(row, column)))
    if one.wide != other.tall:
        raise NoEntries

    def at(row: Term, column: Term) -> Term:
        if not one.wide:
            return ("Mul", one.at(row, 1), other.at(1, column))
        place = naming.fresh("k")
        return ("Sum", place, ALL, ("Mul", one.at(row, place), other.at(place, column)))

    return Array(one.tall, other.wide, at)


def _transposed(parts: tuple[Term, ...], naming: Naming, bound: tuple[str, ...]) -> Array:
    (inner,) = _of_arrays(parts, naming, bound)
    return Array(inner.wide, inner.tall, lambda row, column: inner.at(column, row))


def _multiplied(parts: tuple[Term, ...], naming: Naming, bound: tuple[str, ...]) -> Array:
    """A product of matrices, without an inverse beside that of which it is one."""
    listed = [factor for part in parts for factor in factors(part)]
    while (shorter := _without_inverse(listed)) is not None:
        listed = shorter
    kept = [one for one in listed if one != "bold_I"] or listed[:1]
    return _product(_of_arrays(kept, naming, bound), naming)


def _without_inverse(listed: list[Term]) -> list[Term] | None:
    """What is left of a product beside an inverse and that of which it is one; None where there is no such pair."""
    for place, one in enumerate(listed):
        if is_a(one, "Apply") and compound(one)[1] == "matrix_power" and compound(one)[3] == -1:
            base = factors(compound(one)[2])
            for start, end in ((place, place + 1 + len(base)), (place - len(base), place + 1)):
                beside = listed[max(start, 0) : place] + listed[place + 1 : end]
                if beside == base and len(listed) > 1 + len(base):
                    return listed[: max(start, 0)] + listed[end:]
    return None


def _raised(parts: tuple[Term, ...], naming: Naming, bound: tuple[str, ...]) -> Array:
    """A power of a number, the square of a matrix, its inverse, and that transposed."""
    base, exponent = parts
    (inner,) = _of_arrays([base], naming, bound)
    if inner.shape == (False, False):
        return _of_number(("Pow", inner.at(1, 1), _number(exponent, naming, bound)))
    if inner.shape != (True, True):
        raise NoEntries
    if exponent == 2:
        return _times(inner, inner, naming)
    if exponent == -1 and is_a(base, "Apply") and compound(base)[1] == "matrix_power" and compound(base)[3] == -1:
        return _array(compound(base)[2], naming, bound)
    found = _entries_of(("Apply", "matrix_power", base, -1), True, naming, bound)
    if exponent not in (-1, ("Mul", -1, "T")):
        raise NoEntries
    return found if exponent == -1 else replace(found, at=lambda row, column: found.at(column, row))


def _square(parts: tuple[Term, ...], naming: Naming, bound: tuple[str, ...]) -> Array:
    """The square of a length."""
    if len(parts) != 1:
        raise NoEntries
    (inner,) = _of_arrays(parts, naming, bound)
    if inner.shape != (True, False):
        raise NoEntries
    place = naming.fresh("k")
    return _of_number(("Sum", place, ALL, ("Pow", inner.at(place, 1), 2)))


def _length(parts: tuple[Term, ...], naming: Naming, bound: tuple[str, ...]) -> Array:
    half: Term = ("Rational", 1, 2)
    return _of_number(("Pow", _square(parts, naming, bound).at(1, 1), half))


def _inner(parts: tuple[Term, ...], naming: Naming, bound: tuple[str, ...]) -> Array:
    one, other = _of_arrays(parts, naming, bound)
    if not one.shape == other.shape == (True, False):
        raise NoEntries
    return _times(Array(False, True, lambda row, column: one.at(column, row)), other, naming)


def _trace(parts: tuple[Term, ...], naming: Naming, bound: tuple[str, ...]) -> Array:
    (inner,) = _of_arrays(parts, naming, bound)
    if inner.shape != (True, True) or any("bold_I" in free(part) for part in parts):  # how many rows it has is not said
        raise NoEntries
    place = naming.fresh("k")
    return _of_number(("Sum", place, ALL, inner.at(place, place)))


def _gradient(parts: tuple[Term, ...], naming: Naming, bound: tuple[str, ...]) -> Array:
    label, body = parts
    return _slope((body, str(label).removeprefix(GRADIENT)), naming, bound)


def _slope(parts: tuple[Term, ...], naming: Naming, bound: tuple[str, ...]) -> Array:
    """The derivatives of a number in the entries of a column. A capital may be a function of them, as may be that of
    which no more is known than that it is taken of the column, and its entries, and what the text says by it."""
    body, vector = parts
    if not isinstance(vector, str) or not is_array(vector) or _array(vector, naming, bound).shape != (True, False):
        raise NoEntries
    moving = moving_with(vector, naming.ties)
    if any(letter_of(name) in moving or moving & {*parted_name(name)[2]} for name in free(body) - {vector}):
        raise NoEntries
    number = _number(body, naming, bound)
    sizes = frozenset[str]().union(*(free(one) for one in subterms(number) if is_a(one, "Range")))
    if any(one[:1].isupper() for one in free(number) - sizes) or any(vector in free(one) for one in naming.atoms):
        raise NoEntries

    def at(row: Term, column: Term) -> Term:
        found = derivative_in(number, ("Indexed", vector, row))
        if found is None:
            raise NoEntries
        return found

    return Array(True, False, at)


OPERATIONS: dict[str, Callable[[tuple[Term, ...], Naming, tuple[str, ...]], Array]] = {
    "transpose": _transposed,
    "matrix_product": _multiplied,
    "matrix_power": _raised,
    "norm": _length,
    "inner_product": _inner,
    "gradient": _gradient,
    "derivative": _slope,
    **dict.fromkeys(TRACES, _trace),
}
