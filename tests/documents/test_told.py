"""A bar that is said to be a mean is one: then a lost n refutes."""

import pytest

from mlce_sym.documents.walking import checked

SQUARES = r"$$\sum_{i=1}^n (x_i - \bar x)^2 = \sum_{i=1}^n x_i^2 - FACTOR \bar x^2$$"


@pytest.mark.parametrize(
    "words",
    [
        r"Let $\bar x$ denote the sample mean.",
        r"Here $\bar x$ is the mean of the data.",
        r"We write the sample mean $\bar x$ for short.",
        r"Denote the sample mean by $\bar x$.",
        r"With $\bar x$, the average, we have",
    ],
)
def test_a_mean_in_words(words):
    assert checked(words + SQUARES.replace("FACTOR", "n"))[-1].verdict.status == "proved"
    wrong = checked(words + SQUARES.replace("FACTOR", ""))[-1].verdict
    assert wrong.status == "refuted" and "a factor n" in wrong.hints[0]
    assert "x̄ = (1/n) Σ_{i=1}^{n} x_i (a mean, from the text)" in wrong.definitions
    assert checked(words + r"$$\sum_{i=1}^n x_i = \bar x$$")[-1].verdict.status == "refuted"


@pytest.mark.parametrize(
    "words",
    ["", r"Let $\bar x$ be given.", r"Here $\bar x$ is the mean squared error.", r"The mean $\mu$ is not $\bar x$."],
)
def test_what_is_not_said_to_be_a_mean_refutes_nothing_alone(words):
    assert checked(words + r"$$\sum_{i=1}^n x_i = \bar x$$")[-1].verdict.status == "unknown"


def test_at_the_values_the_bar_is_the_mean():
    wrong = checked(r"$$\frac1n \sum_{i=1}^n (y_i - \bar y)^2 = \frac1n \sum_{i=1}^n y_i^2 + \bar y^2$$")[0].verdict
    assert wrong.status == "refuted"
    (y, bar, n) = (wrong.counterexample[name] for name in ("y_1", "ȳ", "n"))
    assert n != "1" or y == bar
    assert wrong.hints == ("It would hold but for the sign of ȳ².",)
