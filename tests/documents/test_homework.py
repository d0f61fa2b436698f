"""What students write, with their sloppiness: no right line is refuted, and no wrong one proved."""

import pytest

from mlce_sym import check

P, D, A, F, R, X, U = "proved", "definition", "assumption", "follows", "refuted", "does not follow", "unknown"
SCORE = r"\frac{n\alpha}{\beta} - \sum_{i=1}^n x_i = 0 \implies \hat\beta ="
GAMMA = r"""Gamma, shape $\alpha$ known:
$$\ell(\beta) = n\alpha\log\beta - n\log\Gamma(\alpha) + (\alpha-1)\sum_{i=1}^n \log x_i - \beta\sum_{i=1}^n x_i$$
$$\frac{\partial\ell}{\partial\beta} = """
POISSON = r"""Suppose $k_1,\ldots,k_N \sim \mathrm{Poisson}(\lambda)$. Then
$$\log L(\lambda) = \sum_{i=1}^N \left( k_i\log\lambda - \lambda - \log k_i! \right)$$
$$\frac{d}{d\lambda}\log L = \frac{1}{\lambda}\sum_{i=1}^N k_i - N = 0$$ so $\hat\lambda = """
GAUSS = r"""\[ \ell(\mu,\sigma^2) = -\frac n2 \log(2\pi\sigma^2) - \frac{1}{2\sigma^2}\sum_{i=1}^n (x_i-\mu)^2 \]
\[ \frac{\partial\ell}{\partial\sigma^2} = -\frac{n}{2\sigma^2} + \frac{1}{2\sigma^4}\sum_{i=1}^n (x_i-\mu)^2 = 0 \]
so that \[ \hat\sigma^2 = """
LOGISTIC = r"""Let $\sigma(z) = \frac{1}{1+e^{-z}}$ and $L = -y\log\sigma(z) - (1-y)\log(1-\sigma(z))$.
$$\frac{dL}{dz} = -y(1-\sigma(z)) + (1-y)\sigma(z) = """
ROWS = r"""\begin{align*}
\frac{\partial}{\partial \theta}\left(s \log\theta + (n - s)\log(1-\theta)\right) &= 0\\
\frac{s}{\theta} &= \frac{n-s}{1-\theta}\\
(1-\theta) s &= \theta (n-s)\\
s &= """


@pytest.mark.slow
@pytest.mark.parametrize(
    "text, wanted",
    [
        (GAMMA + SCORE + r"\frac{n\alpha}{\sum_{i=1}^n x_i}$$", [D, P, F, F]),
        (GAMMA + SCORE + r"\frac{\alpha}{n\sum_{i=1}^n x_i}$$", [D, P, F, X]),
        (POISSON + r"\frac1N \sum_{i=1}^N k_i$.", [A, D, P, F, F]),
        (POISSON + r"\sum_{i=1}^N k_i$.", [A, D, P, F, X]),
        (GAUSS + r"\frac1n \sum_{i=1}^n (x_i-\mu)^2 \]", [D, P, F, F]),
        (LOGISTIC + r"\sigma(z) - y$$", [D, D, P, P]),
        (LOGISTIC + r"y - \sigma(z)$$", [D, D, P, R]),
        (ROWS + r"n \theta \end{align*}", [A, F, F, F]),
        (ROWS + r"(n-1) \theta \end{align*}", [A, F, F, X]),
        (r"Let $f(x) = \lambda e^{-\lambda x}$ for $x>0$, and $\ell(\lambda) = \sum_{i=1}^n \log f(x_i)$. "
         r"$$\ell'(\lambda) = \frac n\lambda - \sum_{i=1}^n x_i$$ $$\ell''(\lambda) = -\frac{n}{\lambda^2}$$",
         [D, D, P, P]),
        (r"Let $s^2 = \frac1n\sum_{i=1}^n (x_i-\bar x)^2$ and $\bar x = \frac1n \sum_{i=1}^n x_i$. "
         r"$$s^2 = \frac1n\sum_{i=1}^n x_i^2 - \bar x^2$$", [D, D, P]),
        (r"Let $p_k = \frac{e^{z_k}}{\sum_{j=1}^K e^{z_j}}$. $$\sum_{k=1}^K y_k\log p_k = "
         r"\sum_{k=1}^K y_k \left(z_k - \log\sum_{j=1}^K e^{z_j}\right)$$", [D, P]),
    ],
)  # fmt: skip
def test_homework(text, wanted):
    assert [link.verdict.status for link in check(text).links] == wanted


@pytest.mark.parametrize(
    "line, hint",
    [
        (
            r"\sum_{i=1}^N (k_i\log\lambda - \lambda) = \log\lambda \sum_{i=1}^N k_i - \lambda",
            "a factor N of the term λ",
        ),
        (r"\theta^{k} \theta^{a-1} = \theta^{a+k}", "the exponent of θ"),
        (r"(a+b)(a-b) = a^2 + b^2", "the sign of b²"),
    ],
)
def test_a_tutor_says_what_is_wrong(line, hint):
    (link,) = check(f"$${line}$$").links
    assert link.verdict.status == R and hint in " ".join(link.verdict.hints)


@pytest.mark.parametrize(
    "text, status",
    [
        (r"Let $\mu_i=\beta x_i$. Then $\sum_{i=1}^n\mu_i=\beta\sum_{i=1}^n x_i$.", "proved"),
        (r"Let $\mu_i=\beta x_i$. Then $\sum_{j=1}^n\mu_j=\beta\sum_{i=1}^n x_i$.", "proved"),
        (r"Let $\mu_i=\beta x_i$. Then $\mu_i^2=\beta^2 x_i^2$.", "proved"),
        (r"Let $\mu_i=\beta x_i$. Then $\sum_{i=1}^n\mu_i=\beta^2\sum_{i=1}^n x_i$.", "refuted"),
        (r"Let $p_i=\sigma(wx_i+b)$. Then $\sum_{i=1}^n p_i=\sum_{i=1}^n \sigma(wx_i+b)$.", "proved"),
    ],
)
def test_a_definition_with_an_index_is_one_of_every_entry(text, status):
    assert check(text, "markdown").links[-1].verdict.status == status


def test_a_gradient_by_a_definition_with_an_index():
    text = r"Let $\mu_i=\beta x_i$ and $$J(\beta) = \sum_{i=1}^n (y_i-\mu_i)^2$$ $$\frac{\partial J}{\partial \beta} = "
    assert check(rf"{text} -2\sum_{{i=1}}^n (y_i-\mu_i)x_i$$", "markdown").links[-1].verdict.status == "proved"
    assert check(rf"{text} 2\sum_{{i=1}}^n (y_i-\mu_i)x_i$$", "markdown").links[-1].verdict.status == "refuted"


RATIO = r"""$\hat\sigma_0^2 = \frac1n\sum(x_i-\mu_0)^2$ and $\hat\sigma^2 = \frac1n\sum(x_i-\bar x)^2$ so
$$\left(\frac{\hat\sigma^2}{\hat\sigma_0^2}\right)^{n/2} =
\left(\frac{\sum(x_i-\bar x)^2}{\sum(x_i-\bar x)^2 + n(\bar x-\mu_0)^2}\right)^{n/2}$$"""


@pytest.mark.parametrize("text, status", [(RATIO, "unknown"), (RATIO.replace("+ n", "- n"), "refuted")])
def test_a_bar_and_the_number_of_terms_may_both_be_left_unsaid(text, status):
    assert check(text, "markdown").links[-1].verdict.status == status
