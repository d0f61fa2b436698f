r"""Inner products of data, as y^T y: where y_1, …, y_n are numbers, it is the sum of their squares.

Of other transposes nothing is known: where a formula has matrices, letters beside them may be matrices, too.
"""

from __future__ import annotations

from ...terms.terms import Term, fresh
from .big import SIZE
from .line import Line
from .scope import inner_product
from .values import Value
from .walk import Walk


def among_matrices(walk: Walk) -> bool:
    """Does the formula speak of matrices, so that a letter of which nothing is said may be one?"""
    if walk.seen.matrices or not walk.seen.inner:
        return walk.seen.matrices
    told = {*walk.scope.known, *walk.scope.sizes.values(), *(name for name, _ in walk.seen.applied)}
    capitals = {name for name in walk.seen.numbers - told if len(name) == 1 and name.isupper()}
    return bool(capitals) or not all(_size(walk, *pair) for pair in walk.seen.inner)


def inner(walk: Walk, line: Line) -> Value | None:
    """The inner product that ends the term, if both names are those of equally many numbers."""
    pair = inner_product(line.factors)
    size = _size(walk, *pair) if pair is not None and not among_matrices(walk) else None
    if pair is None or size is None:
        return None
    line.take(2)
    walk.suppose(f"{pair[0]}^T {pair[1]} is a sum over all entries")
    index = fresh("k", {*pair, str(size), *walk.bound})
    entries: tuple[Term, ...] = tuple(("Indexed", name, index) for name in pair)
    return Value(("Sum", index, ("Range", 1, size), ("Mul", *entries)))


def _size(walk: Walk, one: str, other: str) -> Term | None:
    """How many entries both have, if it is known and they have one index."""
    if walk.scope.closed or {(one, 2), (other, 2)} & walk.seen.counts or {one, other} & walk.scope.matrices:
        return None
    found = {walk.scope.sizes.get(name, SIZE) for name in (one, other) if name in walk.scope.vectors}
    return next(iter(found)) if len(found) == 1 and SIZE not in found and {one, other} <= walk.scope.vectors else None
