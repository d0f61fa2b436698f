"""Sets of signs, those that a real number may have as far as it is known: {1} positive, {0, 1} nonnegative.

>>> sorted(of_sum(POSITIVE, NONNEGATIVE)), sorted(of_product(POSITIVE, mirrored(NONNEGATIVE)))
([1], [-1, 0])
"""

from __future__ import annotations

from itertools import product

Signs = frozenset[int]
ANY, POSITIVE, NONNEGATIVE = frozenset({-1, 0, 1}), frozenset({1}), frozenset({0, 1})
ZERO, NONZERO = frozenset({0}), frozenset({-1, 1})


def mirrored(signs: Signs) -> Signs:
    """The signs of −x."""
    return frozenset(-s for s in signs)


def of_sum(a: Signs, b: Signs) -> Signs:
    """The signs of x + y."""
    return frozenset().union(*(ANY if x * y < 0 else {x or y} for x, y in product(a, b)))


def of_product(a: Signs, b: Signs) -> Signs:
    """The signs of x·y."""
    return frozenset(x * y for x, y in product(a, b))
