"""Products of vectors in a typed density: each way to write one is read as the number η_i."""

import pytest

from mlce_sym.reading.typed.mistyped import Mistyped
from mlce_sym.reading.typed.vectors import Product, Vector, products, vector

PRODUCT = Product("eta", "x", "beta", "d")
WAYS = [
    *(r"x_i^\top\beta", r"x_i^T \beta", r"x_{i}^{\top} \beta", r"x_i'\beta", r"\beta^T x_i", r"\beta \cdot x_i"),
    *(r"\mathbf{x}_i^\top \boldsymbol\beta", r"\beta^{\top}\mathbf x_i", r"x_i^{\mathrm{T}}\beta"),
    *("x_i^T*beta", "beta @ x_i", "x_i @ beta"),
]


@pytest.mark.parametrize("way", WAYS)
def test_ways_to_write_a_product(way):
    text, found = products(f"exp(-y*({way}))", [Vector("beta", "d", False)])
    assert found == (PRODUCT,) and "eta_i" in text and "beta" not in text and len(text) == len(f"exp(-y*({way}))")


@pytest.mark.parametrize("text", [r"\mathbf{x}_i \in \mathbb{R}^d", "x_i in R^d", r"x_{i} \in \mathbb R^{d}"])
def test_declared_vectors(text):
    assert vector(text) == Vector("x", "d", True)


@pytest.mark.parametrize("text", ["x > 0", r"x \in \mathbb{R}", r"x \in \mathbb{R}^2", "x_j in R^d"])
def test_what_declares_no_vector(text):
    assert vector(text) is None


def test_a_letter_of_the_density_is_not_taken():
    text, found = products(r"e^{\eta x_i^T b}", [Vector("b", "d", False)])
    assert [one.name for one in found] == ["zeta"] and r"\eta \zeta_i" in text


def test_a_vector_alone_is_refused():
    with pytest.raises(Mistyped, match="is a vector, and is read in products"):
        products("exp(-b)", [Vector("b", "d", False)])
