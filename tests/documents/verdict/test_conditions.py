"""Equations to be solved are not refuted; what is set to zero is judged further, whatever becomes of the derivative."""

import pytest

from mlce_sym import check


def statuses(text):
    return [link.verdict.status for link in check(text, "markdown").links]


@pytest.mark.parametrize(
    "text, wanted",
    [
        (r"We get $$2x = x + 3 \Rightarrow x = 3$$", ["assumption", "follows"]),
        (r"We get $$2x = x + 3 \Rightarrow x = 2$$", ["assumption", "does not follow"]),
        (r"We get $2x = x + 3$, hence $x = 3$.", ["assumption", "follows"]),
        (r"We need $$a^2 = 2 a + 3$$ and so $a=3$ or $a=-1$.", ["assumption"] * 3),
        (r"Then $$2x = x+3.$$ Solving gives $$x=4$$", ["assumption", "does not follow"]),
        (r"Equating the two gives $$n p = n + p$$", ["assumption"]),
        (r"The condition $n p = n + p$ holds.", ["assumption"]),
        (r"So $$(a+b)^2 = a^2 + b^2.$$ For $a = 1$ this is $b = 2$.", ["refuted", "assumption", "assumption"]),
    ],
)
def test_an_equation_that_is_solved_below_is_not_refuted(text, wanted):
    assert statuses(text) == wanted


@pytest.mark.parametrize(
    "end, wanted",
    [(r"so $x = -3$", "follows"), (r"so $x = 3$", "does not follow"), (r"which gives $$\hat x = -3$$", "follows")],
)
def test_a_refuted_derivative_is_set_to_zero_and_solved(end, wanted):
    assert statuses(rf"$$\frac{{d}}{{dx}} (x^2 - 6x) = 2x + 6 = 0$$ {end}") == ["refuted", "follows", wanted]


def test_a_derivative_of_which_nothing_is_known_is_set_to_zero_and_solved():
    text = r"Then $$\frac{\partial Q}{\partial p_k} = \frac{n_k}{p_k} - \lambda = 0 \Rightarrow p_k = "
    assert statuses(text + r"\frac{n_k}{\lambda}$$") == ["unknown", "follows", "follows"]
    assert statuses(text + r"\frac{\lambda}{n_k}$$") == ["unknown", "follows", "does not follow"]


def test_a_derivative_by_a_square_is_no_definition():
    assert statuses(r"$$\frac{\partial \ell}{\partial \sigma^2} = -\frac{n}{2\sigma^2}$$") == ["unknown"]


def test_a_definition_may_speak_of_what_is_defined_later():
    text = r"Let $S = \sum_{i=1}^n (x_i - m)^2$ and $m = \frac1n \sum_{i=1}^n x_i$. "
    assert statuses(text + r"$$S = \sum_{i=1}^n x_i^2 - n m^2$$")[-1] == "proved"


@pytest.mark.parametrize(
    "text, status",
    [
        ("If $x = 1$ then $x^2 = x$.", "proved"),  # it was refuted, at x = -1
        ("If $x = 1$, we are done. Then $x^2 = x$.", "unknown"),
        ("When $x = 1$ we have $$x^2 = x.$$", "proved"),
        ("If $x = 1$ then $x^2 = 2 x$.", "refuted"),
        ("If $x = 1$, we are done. If not, we are not. Else we go on. So $x^2 = x$.", "refuted"),
    ],
)
def test_at_other_values_a_case_is_not_refuted(text, status):
    assert check(text, "markdown").links[-1].verdict.status == status


def test_a_condition_in_brackets_beside_a_formula():
    mean = r"\int_1^\infty x \alpha x^{-\alpha-1} dx = \frac{\alpha}{\alpha - 1}"
    for beside in (r"\quad (\alpha > 1)", r"\qquad (\text{if } \alpha > 1)"):
        (link,) = check(rf"Let $\alpha > 0$. $${mean} {beside}.$$").links
        assert link.verdict.status == "proved" and "α > 1 (from the text)" in link.verdict.conditions
