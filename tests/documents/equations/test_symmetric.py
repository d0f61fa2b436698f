"""Symmetric matrices: which a text says to be so, and what is proved of these alone."""

import pytest

from mlce_sym import check
from mlce_sym.documents.equations.symmetric import is_symmetric, said_symmetric

A, B = r"\mathbf{A}", r"\mathbf{B}"
SWAPPED = r"$$\mathbf{{x}}^T{0}\mathbf{{y}} = \mathbf{{y}}^T{0}\mathbf{{x}}$$"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "matrix", "status"),
    [
        (f"Let ${A}$ be a symmetric matrix.", A, "proved"),
        (f"Let ${A}$ be a symmetric matrix.", A + "^{-1}", "proved"),
        (f"Let ${A}$ be a symmetric matrix.", B, "unknown"),
        (f"The covariance matrix ${A}$ is known.", A, "proved"),
        (f"We use that ${A}^{{-1}}$ is symmetric.", A, "proved"),
        (f"The matrix ${A}$ is not symmetric.", A, "unknown"),
        (f"We take the Cholesky factor of the covariance matrix ${A}$.", A, "unknown"),
        (f"We need the eigenvalues of a real symmetric matrix ${A}$.", A, "proved"),
        (f"Let ${A}$ be a non-symmetric matrix.", A, "unknown"),
        (f"If ${A}$ is symmetric only for $n = 1$, then", A, "unknown"),
        (f"Let ${A}$ be a symmetric matrix. Now let ${A}$ be any matrix.", A, "unknown"),
        ("We have", rf"({A}^T{A} + \lambda\mathbf{{I}})^{{-1}}", "proved"),
        ("We have", rf"({A}^T{B})^{{-1}}", "unknown"),
    ],
)
def test_what_is_said_to_be_symmetric(words, matrix, status):
    verdict = check(words + SWAPPED.format(matrix)).links[-1].verdict
    assert verdict.status == status
    assert any("is symmetric" in one for one in verdict.conditions) == (status == "proved" and words != "We have")


def test_products_are_symmetric_only_as_a_whole():
    both = frozenset(["bold_A", "bold_B"])
    assert is_symmetric(("Add", "bold_A", "bold_B"), both)
    assert not is_symmetric(("Apply", "matrix_product", "bold_A", "bold_B"), both)
    assert is_symmetric(("Apply", "matrix_product", "bold_A", "bold_B", "bold_A"), both)
    assert not is_symmetric("bold_A", frozenset())


def test_equations_that_say_it():
    own = ("Eq", ("Apply", "transpose", "bold_A"), "bold_A")
    other = ("Eq", ("Apply", "transpose", "bold_B"), "bold_A")
    assert said_symmetric((own, other, ("Lt", 0, "bold_B"))) == {"bold_A"}


def test_a_matrix_that_is_called_one_is_judged():
    text = f"Let ${A}$ and ${B}$ be matrices. $$({A}{B})^T = {B}^T{A}^T$$"
    assert check(text).links[-1].verdict.status == "proved"
    assert check(text.replace("be matrices", "be complex matrices")).links[-1].verdict.status == "unknown"
