"""ȳ in what is shown of estimates."""

import pytest

from mlce_sym import loss

LOGIT = {"density": "(1/(1 + exp(-z)))^y*(1 - 1/(1 + exp(-z)))^(1 - y)", "data": "y in {0, 1}", "parameters": "z in R"}


def rows(found):
    return [line.strip() for line in str(found).splitlines()]


@pytest.mark.slow
def test_log_odds_of_the_mean():
    shown = rows(loss(**LOGIT))
    assert "estimate     z = log(ȳ/(1 − ȳ))" in shown and "with ȳ = (1/n) Σ_{i=1}^{n} y_i" in shown
    assert "where        ȳ > 0" in shown and "ȳ < 1" in shown


@pytest.mark.slow
def test_the_mean_within_the_variance():
    shown = rows(loss("gaussian-mean-variance"))
    assert "estimate     μ = ȳ" in shown and "σ² = (1/n) Σ_{i=1}^{n} (y_i − ȳ)²" in shown


@pytest.mark.slow
@pytest.mark.parametrize("name", ["poisson", "gaussian", "exponential", "bernoulli"])
def test_a_mean_that_stands_alone_is_written_out(name):
    assert "ȳ" not in str(loss(name))


@pytest.mark.slow
def test_the_name_is_left_to_who_has_it():
    shown = str(
        loss(**{**LOGIT, "density": f"{LOGIT['density']}*exp(ybar)", "known": "ybar > 0", "contribution": True})
    )
    assert "z = log((1/(n (1 − (1/n) Σ_{i=1}^{n} y_i))) Σ_{i=1}^{n} y_i)" in shown
