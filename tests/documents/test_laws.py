"""What random variables follow: their expectations, variances and probabilities are proved, and refute nothing."""

import pytest

from mlce_sym import check


def last(text):
    return check(text, "markdown").links[-1].verdict


@pytest.mark.parametrize(
    "law, formula",
    [
        (r"X \sim \mathrm{Poiss}(\lambda)", r"\mathrm{E}(X) = \lambda"),
        (r"X \sim \mathrm{Poiss}(\lambda)", r"\mathrm{Var}(X) = \lambda"),
        (r"X \sim \mathrm{Poiss}(\lambda)", r"\mathrm{Pr}(X = 0) = e^{-\lambda}"),
        (r"X \sim \mathcal{N}(\mu, \sigma^2)", r"\mathbb{E}[X^2] = \mu^2 + \sigma^2"),
        (r"X \sim \mathrm{Bern}(p)", r"\mathrm{E}(X) = p"),
        (r"X \sim \mathrm{Exp}(\lambda)", r"\mathrm{Var}(X) = \frac{1}{\lambda^2}"),
    ],
)
def test_moments_of_laws_are_proved(law, formula):
    verdict = last(f"Let ${law}$. Then $${formula}.$$")
    assert verdict.status == "proved" and any("as in line 1" in one for one in verdict.conditions)


@pytest.mark.parametrize(
    "law, formula",
    [
        (r"X \sim \mathrm{Poiss}(\lambda)", r"\mathrm{E}(X) = \lambda^2"),  # it may be meant of another law
        (r"X \sim \mathcal{N}(\mu, \sigma)", r"\mathbb{E}[X^2] = \mu^2 + \sigma^2"),  # σ, or σ²?
    ],
)
def test_no_more_is_said_than_is_known(law, formula):
    assert last(f"Let ${law}$. Then $${formula}.$$").status in ("definition", "unknown")


def test_what_the_text_says_of_a_density_comes_first():
    text = r"Let $X \sim \mathrm{Exp}(\lambda)$ with $f_X(x) = \frac1\lambda e^{-x/\lambda}$. Then $$f_X(0) = \lambda$$"
    assert last(text).status == "refuted"
    text = r"Let $X \sim \mathrm{Exp}(\theta)$ with $f(x) = \frac1\theta e^{-x/\theta}$. Then $$E(X) = \frac1\theta$$"
    assert last(text).status != "proved"


@pytest.mark.parametrize(
    "words, formula",
    [
        (r"Let $X$ follow a Poisson distribution with rate $\lambda$.", r"\mathrm{E}(X) = \lambda"),
        (r"Suppose $X$ is normally distributed with mean $\mu$ and variance $\sigma^2$.", r"E[X^2] = \mu^2 + \sigma^2"),
        (r"Here $X$ has an exponential distribution with rate $r$.", r"E[X] = \frac1r"),
    ],
)
def test_laws_in_words(words, formula):
    assert last(f"{words} Then $${formula}.$$").status == "proved"


def test_what_is_one_hot_adds_up_to_one():
    text = r"Let $y$ be one-hot. $$-\sum_{k=1}^K y_k (z_k - c) = -\sum_{k=1}^K y_k z_k "
    assert last(text + "+ c$$").status == "proved"
    assert last(text + "- c$$").status == "refuted"
    assert last(r"$$\sum_{k=1}^K y_k (z_k - c) = \sum_{k=1}^K y_k z_k - c$$").status == "unknown"
