"""What is supposed for a verdict on an equation."""

import pytest

from mlce_sym.documents.equations.judging import NEEDED, independent, judged
from mlce_sym.documents.equations.roles import Supposed
from mlce_sym.documents.walking import checked


def test_needs_that_follow_from_others_are_not_said():
    positive, nonnegative, of_product = ("Lt", 0, "m"), ("Le", 0, "m"), ("Lt", 0, ("Mul", "a", "m"))
    needs = [Supposed(one, NEEDED) for one in (nonnegative, of_product, positive)]
    kept = independent([*needs, Supposed(("Lt", 0, "a"), "a rate or scale")], ())
    assert [one.proposition for one in kept] == [positive, ("Lt", 0, "a")]
    assert independent(needs[:2], ()) == tuple(needs[:2])
    twice = [Supposed(positive, NEEDED), Supposed(("Lt", 0, ("Mul", 2, "m")), NEEDED)]
    assert len(independent(twice, ())) == 1  # of two that follow from each other one stays


@pytest.mark.parametrize(
    ("link", "status"),
    [
        (r"\log 0.25 = -1.386", "proved"),
        (r"-0.693 = \log 0.5", "proved"),
        (r"\log 2 - 2 = -1.307", "proved"),
        (r"\log 2 - 2 = -1.317", "refuted"),
        (r"\log 0.25 = 1.386", "refuted"),
        (r"\log 4 = 1.386", "proved"),
    ],
)
def test_decimals_of_either_sign_are_judged_to_the_digits_shown(link, status):
    assert checked(f"$${link}$$")[0].verdict.status == status


@pytest.mark.parametrize("words", [r"\quad j \ne k", r"\quad j < k", r"\quad\text{for } j > k"])
@pytest.mark.parametrize(("claim", "status"), [("-s_j s_k", "proved"), ("s_j s_k", "refuted")])
def test_two_indices_that_are_compared_stay_in_the_range_of_the_sum(claim, status, words):
    text = r"Let $s_j = e^{z_j}/\sum_{l=1}^K e^{z_l}$. "
    found = checked(rf"{text}$$\frac{{\partial s_j}}{{\partial z_k}} = {claim}, {words}.$$")[1].verdict
    assert found.status == status
    at = {name: int(value) for name, value in found.counterexample.items() if name in "jkK"}
    assert all(1 <= value <= at["K"] for value in at.values())


def test_a_product_is_positive_where_what_is_left_of_it_is():
    """log(n / Σ y) = -log(Σ y / n), where Σ y > 0: it was Σ y / n > 0, from which the rules saw no more."""
    total = ("Sum", "i", ("Range", 1, "n"), ("Indexed", "y", "i"))
    mean = ("Mul", ("Pow", "n", -1), total)
    answer = judged(("log", ("Pow", mean, -1)), ("Mul", -1, ("log", mean)))
    assert answer.status == "proved" and ("Lt", 0, total) in [one.proposition for one in answer.conditions]


REGRESSION = r"Let $\mu_i = e^{\alpha + \beta x_i}$ and $f(\alpha, \beta) = \sum_{i=1}^n (y_i \log\mu_i - \mu_i)$. "


@pytest.mark.parametrize(("slope", "status"), [(r"(y_i - \mu_i)", "proved"), (r"(\mu_i - y_i)", "refuted")])
def test_what_a_derivative_does_not_need_is_not_supposed(slope, status):
    """A coefficient β may have any sign: "β > 0, a rate" was said of every derivative with a β in it."""
    found = checked(rf"{REGRESSION}$$\frac{{\partial f}}{{\partial \beta}} = \sum_{{i=1}}^n x_i {slope}.$$")[-1].verdict
    assert found.status == status and not {"α > 0", "β > 0"} & {one.split(" (")[0] for one in found.conditions}


def test_what_a_derivative_needs_is_supposed_once():
    text = r"Let $f(\sigma^2) = -\frac12\log\sigma^2 - \frac{s}{2\sigma^2}$. "
    link = checked(text + r"$$\frac{df}{d\sigma^2} = -\frac{1}{2\sigma^2} + \frac{s}{2\sigma^4}.$$")[-1]
    assert link.verdict.status == "proved"
    assert [one for one in link.verdict.conditions if "as in" not in one] == ["σ > 0 (a rate or scale)"]


def test_one_letter_for_a_number_and_for_entries_does_not_end_the_document():
    """What the text says of y beside y_i was said of y_i by putting y_i for y in it, which took y_i's own y with it."""
    text = r"Let $L = -y \log p$. For $L = -\sum_j y_j \log p_j$ with $\sum_j y_j = 1$, "
    assert len(checked(text + r"$$\frac{dL}{dp_1} = y_1, \quad 1 = 1.$$")) == 5


@pytest.mark.parametrize(
    "claim, status, end",
    [
        (
            r"\int_t^\infty \alpha a^\alpha x^{-\alpha-1}\,dx = (a/t)^\alpha",
            "proved",
            "t ≥ 0 (so that both sides are defined)",
        ),
        (r"\int_t^\infty \alpha a^\alpha x^{-\alpha-1}\,dx = (t/a)^\alpha", "refuted", ""),
        (
            r"\int_b^\infty x \alpha b^\alpha x^{-\alpha-1}\,dx = \frac{\alpha b}{\alpha-1}",
            "proved",
            "b > 0 (within where both sides are defined)",
        ),
    ],
)
def test_where_an_integral_begins_is_supposed_as_far_as_that_is_needed(claim, status, end):
    (link,) = checked(rf"Let $a > 0$ and $\alpha > 1$. Then $${claim}.$$")[-1:]
    assert link.verdict.status == status and (not end or end in link.verdict.conditions)


@pytest.mark.slow
def test_why_it_is_unknown_is_said_in_the_names_of_the_text():
    text = r"""Let $\lambda \sim \mathrm{Gamma}(a, b)$ and $y_i \mid \lambda \sim \mathrm{Poisson}(\lambda)$. Then
    $$p(y_1, \dots, y_n) = \int_0^\infty \prod_{i=1}^n \frac{\lambda^{y_i}e^{-\lambda}}{y_i!}
    \frac{b^a}{\Gamma(a)} \lambda^{a-1}e^{-b\lambda}\,d\lambda
    = \frac{b^a\,\Gamma(a+\sum_i y_i)}{\Gamma(a)(b+n)^{a+\sum_i y_i}\prod_{i=1}^n y_i!}.$$"""
    *_, marginal, worked_out = checked(text)
    assert (marginal.verdict.status, worked_out.verdict.status) == ("unknown", "proved")
    assert "left: p(y), right: (b^a/" in marginal.verdict.reason


def test_signs_of_factors_follow_from_each_other():
    """Of r/(r + m) > 0 and m/(r + m) > 0 no more than m > 0 is left, where r ≥ 1."""
    over = ("Pow", ("Add", "mu", "r"), -1)
    left = ("Add", ("Mul", "r", ("log", ("Mul", "r", over))), ("Mul", "y", ("log", ("Mul", "mu", over))))
    slope = ("Derivative", "mu", ("Near", "Reals", "mu"), left)
    right = ("Add", ("Mul", -1, "r", over), ("Mul", "y", ("Pow", "mu", -1)), ("Mul", -1, "y", over))
    answer = judged(slope, right, (("Lt", 0, "r"),))
    assert answer.status == "proved"
    assert ("Lt", 0, "mu") in [one.proposition for one in answer.conditions]
