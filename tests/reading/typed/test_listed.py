"""Declarations of several names in one text."""

import pytest

from mlce_sym import loss
from mlce_sym.reading.typed.listed import listed
from mlce_sym.reading.typed.mistyped import Mistyped
from mlce_sym.reading.typed.styles import in_usual_style


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("a, b > 0", ["a > 0", "b > 0"]),
        (r"\alpha, \beta \in \mathbb{R}", [r"\alpha \in \mathbb{R}", r"\beta \in \mathbb{R}"]),
        (r"\left(y_1, y_2\right) \in \mathbb{R}^{2}", [r"y_1 \in \mathbb{R}", r"y_2 \in \mathbb{R}"]),
        ("x, y in (0, 1)", ["x in (0, 1)", "y in (0, 1)"]),
        ("(x, y) in (0, 1)^2", ["x in (0, 1)", "y in (0, 1)"]),
        (r"y \in \{0, 1\}, x > 0", [r"y \in \{0, 1\}", "x > 0"]),
    ],
)
def test_each_has_its_own(text, each):
    assert listed(text) == each


@pytest.mark.parametrize(
    "text",
    [r"y \in \{0, 1, \dots, n\}", "y in (0, 1)", "max(a, b) > 0", r"(x, y) \in \mathbb{R}^3", "a, b", "f(x, y) > 0"],
)
def test_one_declaration_is_left_alone(text):
    assert listed(text) == [text]


@pytest.mark.slow
def test_a_density_of_two_numbers():
    """The correlation of standardised Gaussians; nothing is said of its total."""
    density = r"\frac{1}{2\pi\sqrt{1-\rho^2}} \exp\left(-\frac{x^2 - 2\rho x y + y^2}{2(1-\rho^2)}\right)"
    found = loss(density=density, data=r"(x, y) \in \mathbb{R}^2", parameters=r"-1 < \rho < 1")
    assert "for x ∈ ℝ; y ∈ ℝ" in str(found) and "several numbers" in str(found) and not found.information
    shown = "Sum(log(1 - rho**2) + (-2*rho*x[i]*y[i] + x[i]**2 + y[i]**2)/(1 - rho**2), (i, 1, n))/n"
    assert str(found.loss) == shown


@pytest.mark.slow
def test_means_of_two_numbers_are_their_means():
    found = loss(density="a*b*exp(-a*x - b*y)", data="x, y > 0", parameters="a, b > 0")
    assert {str(p): str(v) for p, v in found.estimates.items()} == {
        "a": "n/Sum(x[i], (i, 1, n))",
        "b": "n/Sum(y[i], (i, 1, n))",
    }
    assert found.estimate_status.startswith("proved")


@pytest.mark.parametrize("text", [r"y = 1, 3, 5, \dots", r"y = 1, 2, \dots, m", "y = 1, 2, 3"])
def test_not_every_list_goes_on_by_one(text):
    assert in_usual_style(rf"\begin{{cases}} p & {text} \end{{cases}}") == rf"\begin{{cases}} p & {text} \end{{cases}}"


@pytest.mark.parametrize(
    ("density", "data", "parameter", "says"),
    [
        (
            r"\frac{e^{z_y}}{\sum_{k=1}^3 e^{z_k}}",
            r"y \in \{1, 2, 3\}",
            r"z_k \in \mathbb{R}",
            "write these out, as z_1",
        ),
        (r"\prod_{k=1}^K p_k^{y_k}", r"y_k \in \{0, 1\}", "p_k > 0", "mlce loss softmax"),
        (r"y^2 e^{-\sum_{k=1}^3 b_k y}", "y > 0", "b_k > 0", "write these out, as b_1"),
        (r"y^2 e^{-\sum_{i=1}^3 b_i y}", "y > 0", "b_i > 0", "write these out, as b_1"),
        ("exp(-(y - mu)^2)", "y in R", "mu in R^2", r"declare the entries, as '\mu_1, \mu_2 \in \mathbb{R}'"),
    ],
)
def test_what_is_said_of_vectors(density, data, parameter, says):
    with pytest.raises(Mistyped) as raised:
        loss(density=density, data=data, parameters=parameter)
    assert says in str(raised.value)
