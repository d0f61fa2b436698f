"""A product, or a sum, that says what each of its parts is; densities given σ²; derivatives at estimates."""

import pytest

from mlce_sym.documents.equations.links import WRONG
from mlce_sym.documents.walking import checked

MODEL = r"The likelihood is $$L(a) = \prod_{i=1}^n p(y_i|a) = \prod_{i=1}^n a e^{-a y_i}.$$ Then "
GAUSS = r"""The log-likelihood is $$\ell(\mu, \sigma^2) = \sum_{i=1}^n \log p(y_i|\mu, \sigma^2)
= \sum_{i=1}^n \log \mathcal{N}(y_i; \mu, \sigma^2).$$ """
SLOPE = r"""$$\frac{\partial \ell(\mu, \sigma^2)}{\partial \sigma^2}
= -\frac{n}{2\sigma^2} + \frac{1}{2(\sigma^2)^2} \sum_{i=1}^n (y_i - \mu)^2.$$ Setting it to zero gives """


def statuses(text):
    return [link.verdict.status for link in checked(text)]


@pytest.mark.parametrize(
    "text",
    [
        MODEL + r"$$\log p(y_i|a) = \log a - a y_i.$$",
        MODEL + r"$$\log L(a) = n \log a - a \sum_{i=1}^n y_i.$$",
        r"Let $p(y|\sigma^2) = \mathcal{N}(y; 0, \sigma^2)$. So $$p(y_1|\sigma^2) = \mathcal{N}(y_1; 0, \sigma^2).$$",
    ],
)
def test_what_a_product_says_of_its_factors_holds(text):
    assert statuses(text)[-1] == "proved"


@pytest.mark.parametrize(
    "text",
    [
        MODEL + r"$$\log p(y_i|a) = \log a + a y_i.$$",
        MODEL + r"$$p(y_i|b) = a e^{-a y_i}.$$",
        r"We have $$\prod_{i=1}^n p(y_i|a) = \prod_{i=1}^m a e^{-a y_i}.$$ Then $$p(y_i|a) = a e^{-a y_i}.$$",
        r"We have $$\prod_{i=1}^n p(y_i|a) = \prod_{j=1}^n a e^{-a y_i}.$$ Then $$p(y_i|a) = a e^{-a y_i}.$$",
        r"We have $$\prod_{i=1}^n p(y_i|a) = \prod_{i=1}^n a e^{-a \bar y}.$$ Then $$p(y_i|a) = a e^{-a \bar y}.$$",
        r"We have $$\prod_{i=1}^n f(y_i) = \prod_{i=1}^n y_i e^{-\bar y}.$$ Then $$f(y_1) = y_1 e^{-\bar y}.$$",
        r"The score is $$\sum_{i=1}^n p(x_i) = \sum_{i=1}^n y_i.$$ Then $$\log p(x_1) = \log y_1.$$",
        r"Let $f$ permute the data: $$\sum_{i=1}^n f(x_i) = \sum_{i=1}^n x_i.$$ Then $$f(x_1) = x_1.$$",
        r"We have $$\prod_{i=1}^n p(x_i|a) = \prod_{i=1}^n y_i.$$ Then $$p(x_1|a) = y_1.$$",
        r"Let $p(y|a) = a y$. Then $$\prod_{i=1}^n p(y_i|a) = \prod_{i=1}^n a e^{-a y_i}.$$ So $$p(2|a) = a e^{-2a}.$$",
        r"Let $p(y|m, \sigma) = \mathcal{N}(y; m, \sigma^2)$. So $$p(y|m, \sigma^2) = \mathcal{N}(y; m, \sigma^4).$$",
    ],
)
def test_it_says_no_more(text):
    assert statuses(text)[-1] not in ("proved", "follows")


def test_it_refutes_nothing():
    assert statuses(MODEL + r"$$\log p(y_i|a) = \log a + a y_i.$$")[-1] not in WRONG


@pytest.mark.slow
def test_the_derivative_above_at_the_estimates_is_set_to_zero():
    rows = r"""$$\begin{aligned} \frac{\partial \ell(\hat\mu, \hat\sigma^2)}{\partial \sigma^2} &= 0 \\
    \hat\sigma^2 &= \frac{1}{n} \sum_{i=1}^n (y_i - \hat\mu)^2. \end{aligned}$$"""
    assert statuses(GAUSS + SLOPE + rows)[-3:] == ["proved", "follows", "follows"]


@pytest.mark.slow
def test_another_derivative_at_the_estimates_is_not_that_one():
    rows = r"$$\frac{\partial \ell(\hat\mu, \hat\sigma^2)}{\partial \mu} = 0.$$"
    assert statuses(GAUSS + SLOPE + rows)[-1] not in ("proved", "follows")
