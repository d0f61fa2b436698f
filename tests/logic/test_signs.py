"""The tables of signs."""

import pytest

from mlce_sym.logic.signs import SIGNS, mirrored, product_of_signs, sum_of_signs


def signs(text):
    return {{"-": -1, "0": 0, "+": 1}[letter] for letter in text}


@pytest.mark.parametrize(("one", "other", "total", "product_"), [
    ("", "+", "", ""), ("+", "+", "+", "+"), ("+", "0", "+", "0"), ("+", "-", "-0+", "-"), ("0", "0", "0", "0"),
    ("-", "-", "-", "+"), ("-", "0", "-", "0"), ("0+", "+", "+", "0+"), ("0+", "0+", "0+", "0+"),
    ("-0", "0+", "-0+", "-0"), ("-+", "0", "-+", "0"), ("-+", "-+", "-0+", "-+"), ("-0+", "-", "-0+", "-0+"),
])  # fmt: skip
def test_the_signs_of_sums_and_products(one, other, total, product_):
    a, b = frozenset(signs(one)), frozenset(signs(other))
    assert sum_of_signs(a, b) == sum_of_signs(b, a) == signs(total)
    assert product_of_signs(a, b) == product_of_signs(b, a) == signs(product_)
    assert mirrored(a) == {-s for s in a} and mirrored(a, False) == a


def test_what_a_relation_says_of_right_side_minus_left_side():
    assert {"Lt": {1}, "Le": {0, 1}, "Eq": {0}, "Ne": {-1, 1}} == SIGNS
