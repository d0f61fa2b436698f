"""What is printed of terms and names is in the notation of the document."""

import pytest

from mlce_sym.documents.equations.wording import said, said_call, said_name, tidied
from mlce_sym.documents.walking import checked
from mlce_sym.reading.walk.big import SIZE

SLOPE = ("Derivative", "w_1", ("Near", "Reals", "w"), ("Mul", "w_1", "x"))


@pytest.mark.parametrize(
    "term, text",
    [
        (("Apply", "p_y_given_theta", 1, "theta"), "p(1|θ)"),
        (("Apply", "p_x_y_given_z", ("Apply", "f", 1, 2), "y", "z"), "p(f(1, 2), y|z)"),
        (("Apply", "f", ("Add", "x", 1), 2), "f(x + 1, 2)"),
        (("Le", 1, SIZE), "the number of terms ≥ 1"),
        (("Sum", "i_1", ("Range", 1, SIZE), ("Indexed", "x", "i_1")), "Σ_i x_i"),
        (("Sum", "i_1", ("Range", 1, "n"), ("Mul", "i", "i_1")), "Σ_{i_1=1}^{n} i i_1"),  # another i
        (SLOPE, "d/dw w x"),
        ("hat_sigma", "σ̂"),
    ],
)
def test_terms(term, text):
    assert said(term) == text


def test_names_and_values():
    assert (said_name("p_y_given_theta"), said_call("p_y_given_theta", ["1/2", "3"])) == ("p(y|θ)", "p(1/2|3)")
    assert said_call("f", ["1", "2"]) == "f(1, 2)"


def test_what_is_bound_around_it_keeps_its_name():
    inner = ("Sum", "i_1", ("Range", 1, "n"), ("Mul", "i_1", "i"))
    assert tidied(("Sum", "i", ("Range", 1, "n"), inner)) == ("Sum", "i", ("Range", 1, "n"), inner)


@pytest.mark.slow
def test_a_counterexample_and_a_hint():
    (found,) = checked("$$p(y_i|x_i, w) = p(y_i|x_i, w)^2$$")
    assert "p(y_i|w, x_i)" in found.verdict.hints[0]
    assert any(name.startswith("p(") and "|" in name for name in found.verdict.counterexample)
    (found,) = checked(r"$$\sum_i x_i = \sum_i 2 x_i$$")
    assert found.verdict.counterexample["the number of terms"] == "1"
