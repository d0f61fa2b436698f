"""What may have no value, and of which nothing is known: no side is proved equal to one that leaves it out."""

import pytest

from mlce_sym.reading.texts.rows import parse
from mlce_sym.reading.walk.partial import is_left_out
from mlce_sym.reading.walk.readings import read

LEFT_OUT = [
    r"\arcsin x - \arcsin x = 0",
    r"\lg(x) y - \lg(x) y + z = z",
    r"0 f^{-1}(x) = 0",
    r"\prod_{k=1}^\infty x_k - \prod_{k=1}^\infty x_k = 0",
    r"\sum_{i=1}^n 0 \lg x_i = 0",
    r"\lg x - \lg x = \lg y - \lg y",
    r"\infty + \infty = 2\infty",
    r"2\infty - \infty = \infty",
    r"\pm x \pm x = 2(\pm x)",
]
KEPT = [
    r"\arcsin x + y = y + \arcsin x",
    r"\arcsin(x + y) = \arcsin(y + x)",
    r"2 \lg x = \lg x + \lg x",
    r"\sum_{i=1}^n \lg x_i = \sum_{j=1}^n \lg x_j",
    r"\lfloor x\rfloor - \lfloor x\rfloor = 0",
    r"\|x\| - \|x\| = 0",
    r"E[X] - E[X] = 0",
    r"\infty = \infty",
    r"x \pm y = x \pm y",
    r"x - x = 0",
]


def left_out(text):
    parts = [part.tree for row in parse(text) for part in row]
    first, *_ = read(parts)
    return is_left_out(*first.terms, first.partial)


@pytest.mark.parametrize("text", LEFT_OUT)
def test_what_stands_on_one_side_alone_is_left_out(text):
    assert left_out(text)


@pytest.mark.parametrize("text", KEPT)
def test_what_stands_on_both_sides_or_always_has_a_value_is_not(text):
    assert not left_out(text)
