"""What is supposed for a verdict on an equation."""

import pytest

from mlce_sym.documents.judging import NEEDED, independent, judged
from mlce_sym.documents.roles import Supposed
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
