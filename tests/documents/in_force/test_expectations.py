"""Means of squares and products of what a sample is in: Cov(X_i, X_j) is 0 for i other than j, where they are apart."""

import pytest

from mlce_sym import check

SAMPLE = r"Let $X_1, \dots, X_n$ be i.i.d. with mean $\mu$ and variance $\sigma^2$. "
LABELS = r"Let $W_1, \dots, W_n$ be i.i.d. $\mathrm{Bernoulli}(p)$. "
DEPENDENT = r"Let $X_1, \dots, X_n$ have mean $\mu$ and variance $\sigma^2$. "
APART = r"Let $X_i \sim N(\mu, 1)$ and $Y_i \sim N(0, 1)$."
SQUARES = r"E\left[\sum_{i=1}^n (X_i - \bar X)^2\right]"


def last(text):
    return check(text, "markdown", seconds=60).links[-1].verdict.status


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        rf"{SAMPLE} $${SQUARES} = (n - 1) \sigma^2.$$",
        rf"{SAMPLE} $$E[X_1 X_2] = \mu^2.$$",
        rf"{APART} Suppose $X_i$ and $Y_i$ are independent. Then $$E[X_1 Y_1] = 0.$$",
        rf"{APART} Let $X_1, \dots, X_n$ and $Y_1, \dots, Y_n$ be independent. Then $$E[X_1 X_2 Y_1] = 0.$$",
        rf"{SAMPLE} $$\mathrm{{Cov}}(X_1, \bar X) = \frac{{\sigma^2}}{{n}}.$$",
        rf"{SAMPLE} $$\mathrm{{Var}}(X_1 - \bar X) = \sigma^2 \left(1 - \frac{{1}}{{n}}\right).$$",
        rf"{SAMPLE} $$E\left[\left(\sum_{{i=1}}^n X_i\right)^2\right] = n \sigma^2 + n^2 \mu^2.$$",
        rf"{LABELS} $$E\left[\frac{{1}}{{n-1}} \sum_{{i=1}}^n (W_i - \bar W)^2\right] = p (1 - p).$$",
        rf"{LABELS} $$E[\bar W (1 - \bar W)] = \frac{{n-1}}{{n}} p (1 - p).$$",
    ],
)
def test_means_of_a_sample(text):
    assert last(text) == "proved"


@pytest.mark.parametrize(
    "text",
    [
        rf"{SAMPLE} $${SQUARES} = n \sigma^2.$$",
        rf"{SAMPLE} $$E[X_1 X_1] = \mu^2.$$",
        rf"{SAMPLE} $$\mathrm{{Cov}}(X_1, \bar X) = \sigma^2.$$",
        rf"{SAMPLE} $$\mathrm{{Cov}}(X_i, \bar X) = 0.$$",
        rf"{DEPENDENT} $${SQUARES} = (n - 1) \sigma^2.$$",
        rf"{DEPENDENT} $$E[X_1 X_2] = \mu^2.$$",
        rf"{APART} Suppose $X_i$ and $Y_i$ are independent. Then $$E[X_1 X_2] = \mu^2.$$",
        rf"{APART} Let $X_1, \dots, X_n$ be independent of $Y$. Then $$E[X_1 X_2] = \mu^2.$$",
    ],
)
def test_what_does_not_hold_of_a_sample(text):
    assert last(text) != "proved"


def test_a_mean_of_a_product_is_refuted():
    assert last(rf"{LABELS} $$E[W_1 W_2] = p.$$") == "refuted"
