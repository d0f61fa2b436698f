"""Rows of solved equations between vectors or matrices: what follows, and what is not said to."""

import re

import pytest

from mlce_sym import check
from mlce_sym.documents.verdict.array_rows import is_in_vector

SOLVE = "We solve ${}$ and so ${}$"
NORMAL = "X^T X w - X^T t = 0"
SOLUTION = "w = (X^T X)^{-1} X^T t"


def bold(text):
    """The letters of the formulas, which stand between dollars, in bold; but for the T of a transpose."""
    formulas = text.split("$")
    letter = r"(?<![\\\w{])([a-zA-SU-Z0])(?!\w)"
    return "$".join(re.sub(letter, r"\\mathbf{\1}", one) if at % 2 else one for at, one in enumerate(formulas))


def last(text):
    return check(bold(text).replace("$", "$$")).links[-1].verdict


@pytest.mark.parametrize(
    ("above", "here"),
    [
        (NORMAL, r"X^T X w = X^T t"),
        (NORMAL, r"X^T(t - X w) = 0"),
        (NORMAL, SOLUTION),
        (NORMAL, r"\hat w = (X^T X)^{-1} X^T t"),
        (NORMAL, "w^T X^T X = t^T X"),
        (r"\lambda (A w - t) = 0", r"A w = t"),
        (r"S^{-1} (v - U w) = 0", "v = U w"),
        (r"(v^T - w^T U) S^{-1} = 0", r"v^T = w^T U"),
    ],
)
def test_what_follows_from_the_row_above(above, here):
    assert last(SOLVE.format(above, here)).status == "follows"


@pytest.mark.parametrize(
    "here",
    [
        r"X^T X w = t X^T",
        r"X^T X w = - X^T t",
        r"w = (X X^T)^{-1} X^T t",
        r"w = X^T t (X^T X)^{-1}",
        r"w = (X^T X)^{-1} X t",
        r"w_2 = (X^T X)^{-1} X^T t",
        "X w = t",
    ],
)
def test_what_does_not_follow_is_unknown(here):
    verdict = last(SOLVE.format(NORMAL, here))
    assert verdict.status not in ("follows", "proved", "does not follow", "refuted")


@pytest.mark.slow
def test_a_gradient_set_to_zero():
    loss = r"$\mathrm{E}(w) = \|t - X w\|^2 + \lambda w^T w$ has "
    slope = r"$\nabla_{\mathbf{w}} \mathrm{E}(w) = -2 X^T(t - X w) + 2\lambda w$ "
    text = loss + slope + r"Setting this to zero, $\hat w = (X^T X + \lambda I)^{-1} X^T t$"
    assert last(text).reason == "the derivative above, set to zero"
    assert last(text.replace("+ 2", "- 2")).status != "follows"


def test_nothing_follows_where_vectors_are_rows():
    assert last(r"All vectors are row vectors. " + SOLVE.format(NORMAL, SOLUTION)).status != "follows"


def test_an_equation_with_zero_is_to_be_solved_where_it_is_solved_below():
    chain = r"We have that $X^T(X w - t) = 0$. Hence $w = (X^T X)^{-1} X^T t$"
    first, second = check(bold(chain).replace("$", "$$")).links
    assert (first.verdict.status, second.verdict.status) == ("assumption", "follows")


def test_derivatives_in_vectors():
    assert is_in_vector(("Apply", "gradient", "label_nabla_bold_w", "f"))
    assert is_in_vector(("Apply", "derivative", "f", "bold_w"))
    assert not is_in_vector(("Apply", "derivative", "f", "w"))
