"""A definition that has two readings: what comes after it says which of them is meant."""

import pytest

from mlce_sym import check

GAUSS = r"""$$\ell(\mu) = \sum_{i=1}^n \log \frac{1}{\sqrt{2\pi\sigma^2}} e^{-(x_i-\mu)^2/(2\sigma^2)} =
-\frac{n}{2}\log(2\pi\sigma^2) - \frac{1}{2\sigma^2}\sum_{i=1}^n (x_i-\mu)^2$$ $$\ell'(\mu) = """
BERNOULLI = r"""Let $0<p<1$. $$\ell(p) = \sum_{i=1}^n y_i\log p + (1-y_i)\log(1-p)$$ $$\ell'(p) = """


@pytest.mark.slow
@pytest.mark.parametrize(
    "text, wanted",
    [
        (GAUSS + r"\frac{1}{\sigma^2}\sum_{i=1}^n(x_i-\mu)$$", ["definition", "unknown", "proved"]),
        (GAUSS + r"\frac{2}{\sigma^2}\sum_{i=1}^n(x_i-\mu)$$", ["definition", "unknown", "refuted"]),
        (GAUSS.replace(r"\frac{1}{2\sigma^2}", r"\frac{1}{\sigma^2}") + r"\frac{1}{\sigma^2}\sum_{i=1}^n(x_i-\mu)$$",
         ["definition", "refuted", "unknown"]),
        (BERNOULLI + r"\frac{\sum y_i}{p} - \frac{n-\sum y_i}{1-p}$$", ["definition", "proved"]),
        (BERNOULLI + r"\frac{\sum y_i}{p} + \frac{n-\sum y_i}{1-p}$$", ["definition", "unknown"]),
    ],
)  # fmt: skip
def test_the_reading_that_is_meant(text, wanted):
    assert [link.verdict.status for link in check(text).links] == wanted


@pytest.mark.slow
def test_it_is_said():
    _, second, _ = check(GAUSS + "0$$").links
    assert second.verdict.reason.endswith("what stands before it is kept as it is read where this holds")
    assert check(BERNOULLI + "0$$").links[0].verdict.reason == "read so that no index stands outside of its sum"
