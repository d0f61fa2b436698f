"""What is said with --given of functions and random variables at `mlce judge`."""

import pytest

from mlce_sym import MlceError
from mlce_sym.prompt.typed import verdict

PAIRS = [  # an equation that holds, one that does not, and what is given
    ("f(2a) = 4a^2", "f(2a) = 2a^2", ["f(x) = x^2"]),
    ("g(b) = 2b + 1", "g(b) = 2b", ["g(x) = f(x) + 1", "f(t) = 2t"]),
    ("d/dx f(x) = 2x", "d/dx f(x) = x", ["f(x) = x^2"]),
    (r"\sigma(x) + \sigma(-x) = 1", r"\sigma(x) = \sigma(-x)", [r"\sigma(x) = \frac{1}{1+e^{-x}}"]),
    ("Var(X) = n*p*(1-p)", "Var(X) = n*p", ["X ~ Binomial(n, p)", "n >= 0"]),
    ("E[X] = n*p", "E[X] = n(1-p)", ["X ~ Binomial(n, p)", "n >= 1"]),
    (r"E[X^2] = \mu^2 + \sigma^2", r"E[X^2] = \sigma^2", [r"X \sim N(\mu, \sigma^2)"]),
    ("E[X] = a/b", "E[X] = b/a", ["X ~ Gamma(a, b)", "b is the rate of X"]),
    ("P(X > t) = exp(-r t)", "P(X > t) = exp(-t/r)", ["X ~ Exponential(r)", "t >= 0", "r is the rate of X"]),
    ("E[X + Y] = a + b", "E[X + Y] = a b", [r"X \sim Poisson(a)", r"Y \sim Poisson(b)"]),
    ("E[f(X)] = 1/3", "E[f(X)] = 1/5", ["f(x) = x^2", "X ~ Uniform(0, 1)"]),  # f is not the density
    ("xlogy(0, y) = 0", "xlogy(0, y) = y", []),
]


@pytest.mark.slow
@pytest.mark.parametrize("right, wrong, given", PAIRS, ids=[pair[0] for pair in PAIRS])
def test_what_is_said_is_written_out(right, wrong, given):
    assert verdict(right, given).status == "proved"
    assert verdict(wrong, given).status == "refuted"


@pytest.mark.parametrize(
    "text, given, why",
    [
        ("f(y) = y^2", ["f(x) = x^2", "x > 0"], "nothing given says what f is"),  # said of positive x alone
        ("h(2) = 1", ["h(x) = 1"], "nothing given says what h is"),  # x may be one number
        ("E[Z] = a", ["X ~ Poisson(a)"], "E: it is read, but nothing is known of it"),
        ("P(X > t) = exp(-r t)", [r"X \sim Exp(r)"], "it is worked out where 0 <= t"),
        ("E[X] = 1/r", ["X ~ Exp(r)"], "r is the scale of X: refuted"),
        ("E[X] = -1", ["X ~ Poisson(-1)"], "no values were found that meet what is assumed: 0 < -1"),
        ("f(1) = 1", ["f(x) = f(x - 1) + x"], "nothing given says what f is"),
    ],
)
def test_what_is_not_said_is_not_supposed(text, given, why):
    found = verdict(text, given)
    assert found.status == "unknown" and why in found.reason


def test_a_law_that_is_not_known_is_named():
    with pytest.raises(MlceError, match="no law is known by it"):
        verdict("E[X] = a", ["X ~ Foo(a)"])


@pytest.mark.parametrize("given", [["X ~ Poisson(a)", "X ~ Exponential(a)"], ["X(t) = t^2", "X(s) = s^3"]])
def test_nothing_is_two_functions_or_follows_two_laws(given):
    with pytest.raises(MlceError, match=r"^--given:1:1: X has been said to be another one"):
        verdict("E[X] = a", given)
