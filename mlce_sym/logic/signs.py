"""The signs that a real number may have, and those of sums and products.

>>> sorted(sum_of_signs(NONNEGATIVE, POSITIVE)), sorted(product_of_signs(NEGATIVE, NONZERO))
([1], [-1, 1])
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import TypeAlias

from ..terms.caching import lru_cache
from ..terms.terms import Term

Signs: TypeAlias = frozenset[int]
Ask: TypeAlias = Callable[[Term, int], Signs]  # what tells the signs of a term, at a depth

ANY, NEGATIVE, ZERO, POSITIVE = (frozenset(s) for s in ((-1, 0, 1), (-1,), (0,), (1,)))
NONNEGATIVE, NONZERO = ZERO | POSITIVE, NEGATIVE | POSITIVE
SIGNS = {"Lt": POSITIVE, "Le": NONNEGATIVE, "Eq": ZERO, "Ne": NONZERO}  # of right side − left side


def mirrored(signs: Signs, when: bool = True) -> Signs:
    return frozenset(-s for s in signs) if when else signs


@lru_cache(maxsize=64)  # all pairs
def sum_of_signs(a: Signs, b: Signs) -> Signs:
    return frozenset().union(*(ANY if x * y < 0 else {x or y} for x, y in product(a, b)))


@lru_cache(maxsize=64)  # all pairs
def product_of_signs(a: Signs, b: Signs) -> Signs:
    return frozenset(x * y for x, y in product(a, b))
