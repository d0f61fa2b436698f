r"""What moves with a name by what a text says: y_n with w, where y_n = σ(a_n) and a_n = w x_n.

>>> one = tied("a_n", ("Mul", "w", "x_n"))
>>> other = tied(("log", "y_n"), "a_n")
>>> sorted(moving_with("w", (one, other)))
['a', 'w', 'y']
>>> tied("t", ("Add", ("Mul", "w", "x"), "epsilon")) is None  # data do not move
True
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...reading.walk.values import VECTOR, parted_name
from ...terms.terms import Term, children, compound, free, is_a
from .roles import stem

NOISE = frozenset(("epsilon", "varepsilon"))
NOTATION = frozenset(("transpose", "matrix_product", "matrix_power", "norm", "inner_product"))
Tie = tuple[frozenset[str], frozenset[str]]  # what is said, and by what


def letter_of(name: str) -> str:
    """A name without what stands below or above it, with its accents."""
    styles, letter, _ = parted_name(name)
    return "_".join((*sorted(styles), letter))


def letters(term: Term) -> frozenset[str]:
    return frozenset(map(letter_of, free(term)))


def tied(left: Term, right: Term) -> Tie | None:
    """What an equation ties, if it is not what data are up to noise."""
    said = frozenset(map(letter_of, _said(left)))
    return (said, letters(right)) if said and not {stem(name) for name in free(right)} & NOISE else None


def _said(term: Term) -> Iterator[str]:
    """The names of which something is said; of E[t | x] none but that of the function."""
    if isinstance(term, str):
        yield term
    elif is_a(term, "Apply") and term[1] not in NOTATION:
        yield str(term[1])
    elif is_a(term, "Indexed"):
        yield str(compound(term)[1])
    else:
        yield from (name for part in children(term) for name in _said(part))


def moving_with(name: str, ties: Iterable[Tie]) -> frozenset[str]:
    """The letters of what may move with a name, as the entries of a vector do."""
    styles, letter, _ = parted_name(name)
    moving, listed = {letter_of(name), *([letter] if styles & VECTOR else ())}, [*ties]
    while new := {one for said, by in listed if by & moving and not said & moving for one in said}:
        moving |= new
    return frozenset(moving)
