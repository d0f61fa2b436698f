"""The laws that words say, means and variances alone, and which variables are independent."""

import pytest

from mlce_sym.documents.walking import checked

SAMPLE = r"Let $X_1, \dots, X_n$ be i.i.d. with mean $\mu$ and variance $\sigma^2$. Let $S = \sum_{i=1}^n X_i$. Then "
PAIR = r"Let $X$ and $Y$ be independent, $X \sim \mathrm{Exp}(\lambda)$ and $Y \sim \mathrm{Poisson}(\mu)$. Then "


BOTH = r"Let $X \sim \mathrm{Exp}(\lambda)$ and $Y \sim \mathrm{Poisson}(\mu)$. "
ERRORS = r"Let $E[\epsilon_i] = 0$ and $\mathrm{Var}(\epsilon_i) = v$, the $\epsilon_i$ independent. "


def last(text):
    return checked(text)[-1].verdict.status


@pytest.mark.parametrize(
    "text, status",
    [
        (r"Let $X$ be exponential with rate 2. Then $E[X] = 1/2$.", "proved"),
        (r"Let $X$ be exponential with mean 2. Then $E[X] = 1/2$.", "refuted"),
        (r"Let $X$ be normal with mean 1 and standard deviation 2. Then $E[X^2] = 5$.", "proved"),
        (r"Let $Z$ be standard normal. Then $E[Z^2] = 2$.", "refuted"),
        (r"Let $U$ be uniform on $(0, \theta)$. Then $E[U] = \theta/2$.", "proved"),
        (r"Let $X$ be gamma with shape $a$ and scale $b$. Then $E[X] = a b$.", "proved"),
        (r"Let $X$ have mean $m$ and variance $v$. Then $E[X^2] = v + m^2$.", "proved"),
        (r"Let $X$ have mean $m$ and variance $v$. Then $E[X^2] = v - m^2$.", "refuted"),
        (r"Let $X$ have mean $m$ and variance $v$. Then $E[X^3] = m^3$.", "unknown"),
        (r"Let $X$ have mean $m$ and variance $v$. Then $P(X > 0) = 1/2$.", "unknown"),
        (r"Let $X$ be exponential with rate 2. Given the data, $E[X] = 2$.", "unknown"),
        (r"Let $X$ have mean 1 and variance 2. The posterior mean is $$E[X] = 1.$$", "unknown"),
        (
            r"So $t \mid x \sim \mathrm{Beta}(a + x, b)$. The posterior mean is $$E[t \mid x] = \frac{a+x}{a+b+x}.$$",
            "proved",
        ),
        (r"For $X \sim \mathrm{Bernoulli}(p)$ the log-likelihood is needed. Now $E[X] = p$.", "proved"),
        (r"Given $Y$, let $X$ be exponential with rate 2. Then $E[X] = 1/2$.", "unknown"),
        (r"Let $X$ be exponential with rate 2. Then $$E[X] = 1/2.$$ Alternatively, integrate.", "proved"),
        (r"Let $X$ be exponential with rate 2. Under the alternative, $$E[X] = 1/2.$$", "unknown"),
    ],
)
def test_what_words_say(text, status):
    assert last(text) == status


@pytest.mark.parametrize(
    "text, status",
    [
        (SAMPLE + r"$\operatorname{Var}(S) = n \sigma^2$.", "proved"),
        (SAMPLE + r"$\operatorname{Var}(S) = n^2 \sigma^2$.", "refuted"),
        (SAMPLE + r"$E[S^2] = n\sigma^2 + n^2\mu^2$.", "proved"),
        (SAMPLE + r"$\operatorname{Var}(X_i + X_j) = 2\sigma^2$.", "unknown"),  # i may be j
        (PAIR + r"$E[XY] = \mu/\lambda$.", "proved"),
        (PAIR + r"$\operatorname{Var}(X - Y) = 1/\lambda^2 - \mu$.", "refuted"),
        (PAIR + r"$\operatorname{Cov}(X, X + Y) = 1/\lambda^2$.", "proved"),
        (PAIR + r"$E[XZ] = Z/\lambda$.", "unknown"),  # Z is random, too
        (PAIR.replace("be independent", "be dependent") + r"$E[XY] = \mu/\lambda$.", "unknown"),
        (PAIR.replace("be independent", "not be independent") + r"$E[XY] = \mu/\lambda$.", "unknown"),
        (BOTH + r"The variables $X$ and $Y$ are independent. Then $E[XY] = \mu/\lambda$.", "proved"),
        (BOTH + r"The variables $X$ and $Y$ are not independent. Then $E[XY] = \mu/\lambda$.", "unknown"),
        (BOTH + r"If $X$ and $Y$ are independent, we are done. Now $$E[XY] = \mu/\lambda.$$", "unknown"),
        (BOTH + r"Here $X$ and $Y$ are independent only if $a = 0$. Now $$E[XY] = \mu/\lambda.$$", "unknown"),
        (PAIR.replace("be independent", "be independent given $Z$") + r"$E[XY] = \mu/\lambda$.", "unknown"),
        (r"Let $(X_i, Y_i)$ be i.i.d. with $X_i \sim N(0, 1)$, $Y_i \sim N(0, 1)$. Then $E[X_1 Y_1] = 0$.", "unknown"),
        (r"$$X_1, \dots, X_n \overset{iid}{\sim} U(0, 1)$$ Then $E[X_1 X_2] = 1/4$.", "proved"),
    ],
)
def test_independent_variables(text, status):
    assert last(text) == status


@pytest.mark.parametrize(
    "text, status",
    [
        (r"$$E\left[\sum_{i=1}^n x_i \epsilon_i + c\right] = c$$", "proved"),
        (r"$$\mathrm{Var}\left(\sum_{i=1}^n x_i \epsilon_i\right) = v \sum_{i=1}^n x_i^2$$", "proved"),
        (r"$$\mathrm{Var}\left(\sum_{i=1}^n x_i \epsilon_i\right) = v \sum_{i=1}^n x_i$$", "unknown"),
        (r"$$E\left[\sum_{i=1}^n x_i \epsilon_i^2\right] = 0$$", "unknown"),
    ],
)
def test_means_and_variances_that_equations_say_prove_and_refute_nothing(text, status):
    assert last(ERRORS + text) == status
    if "Var" in text:
        assert last(ERRORS.replace("independent", "dependent") + text) == "unknown"


def test_a_functional_is_no_mean():
    assert last("Let $E[f] = 3$. Then $$E[2f] = 6$$") != "proved"
