"""Sets of signs: as large as they must be, and no larger."""

from itertools import chain, combinations

import pytest

from mlce_sym.oracle.signs import ANY, mirrored, of_product, of_sum

SETS = [frozenset(some) for some in chain.from_iterable(combinations((-1, 0, 1), size) for size in range(4))]
SAMPLES = {-1: (-2, -1), 0: (0,), 1: (1, 2)}


def sign(number):
    return (number > 0) - (number < 0)


def numbers(signs):
    return [number for s in signs for number in SAMPLES[s]]


@pytest.mark.parametrize("a", SETS)
@pytest.mark.parametrize("b", SETS)
def test_sums_products_and_negatives(a, b):
    pairs = [(x, y) for x in numbers(a) for y in numbers(b)]
    assert of_sum(a, b) == {sign(x + y) for x, y in pairs}
    assert of_product(a, b) == {sign(x * y) for x, y in pairs}
    assert mirrored(a) == {sign(-x) for x in numbers(a)}
    assert of_sum(a, b) <= ANY
