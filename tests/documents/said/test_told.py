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


@pytest.mark.parametrize(
    "link",
    [
        r"\sum_{i=1}^{n-1} x_i = n \bar x - x_n",
        r"\sum_{i=1}^{k} x_i = n \bar x - \sum_{i=k+1}^n x_i",
        r"\sum_{i=2}^{n} x_i = n \bar x - x_1",
    ],
)
def test_a_sum_of_some_is_no_mean_of_all(link):
    assert checked(rf"Let $\bar x$ denote the sample mean of the data. $${link}$$")[-1].verdict.status == "unknown"


@pytest.mark.parametrize(
    ("words", "link"),
    [
        (r"Let $X$ be the time of the first event of a Poisson process with rate $r$.", r"E[X] = r"),
        (r"$X$ is the number of Bernoulli trials until the first success, of probability $q$.", r"E[X] = q"),
        (r"$X$ is Bernoulli with failure probability $q$.", r"E[X] = q"),
        (r"$X$ is exponential with twice the rate $r$.", r"E[X] = 1/r"),
        (r"$X$ is the sum of two Poisson variables with mean $m$.", r"E[X] = m"),
        (r"The square of $X$ is exponential with mean $m$.", r"E[X] = m"),
        (r"Let $X$ be a log-normal variable with mean $m$ and variance $v$.", r"E[X^2] = m^2 + v"),
        (r"Let $X$ be a truncated normal variable with mean $m$ and variance $v$.", r"P(X > m) = \frac12"),
        (r"Let $X$ be normal with mean $m$ and variance $v$ on the log scale.", r"E[X] = m"),
        (r"Let $X$ be exponential with rate $r$, shifted by $a$.", r"E[X] = 1/r"),
        (r"Let $X$ not be Poisson with mean $m$.", r"E[X] = m"),
        (r"Given $Z$, $X$ is Poisson with mean $Z$.", r"E[X] = Z"),
        (r"$X \mid Z$ is Poisson with mean $Z$.", r"E[X] = Z"),
        (r"$Z \sim \mathrm{Exp}(r)$ and $X \mid Z \sim \mathrm{Poisson}(Z)$.", r"E[X] = Z"),
        (r"$X_1, \dots, X_n \sim \mathrm{Exp}(r)$ and $Y \sim \mathrm{Poisson}(X_1)$.", r"E[Y] = X_1"),
        (r"$X \sim \mathrm{Poisson}(r)$ given that $X > 0$.", r"P(X = 1) = r e^{-r}"),
        (r"$Z \sim \mathrm{Exp}(r)$ and $X \mid Z \sim \mathrm{Poisson}(Z)$.", r"P(X = 0) = e^{-Z}"),
        (r"Here $a$ is not an integer.", r"\sin(\pi a) = 0"),
    ],
)
def test_words_that_say_another_thing(words, link):
    assert checked(f"{words} Then $${link}.$$")[-1].verdict.status not in ("proved", "follows")


def test_what_is_not_positive_is_no_scale():
    assert checked(r"The number $s$ is not positive. Then $$|s| = -s.$$")[-1].verdict.status == "proved"
    assert checked(r"The number $s$ is zero or positive. Then $$|s| = s.$$")[-1].verdict.status == "proved"


@pytest.mark.parametrize(
    "words", ["the mean of the logarithms", "the mean after shrinkage", "the mean of the first two"]
)
def test_another_mean_refutes_nothing(words):
    links = checked(rf"Let $\bar x$ be {words}. Then $$\sum_{{i=1}}^n x_i + 1 = n \bar x$$")
    assert links[-1].verdict.status == "unknown"


@pytest.mark.parametrize(
    ("words", "link"),
    [
        (r"Let $a$ be positive and $b$ be negative.", r"|a b| = -a b"),
        (r"Let $\sigma$ be negative.", r"\sqrt{\sigma^2} = -\sigma"),
    ],
)
def test_negative_in_words(words, link):
    assert checked(f"{words} Then $${link}.$$")[-1].verdict.status == "proved"
    assert checked(f"{words} Then $${link.replace('= -', '= ')}.$$")[-1].verdict.status == "refuted"


@pytest.mark.parametrize("words", ["is at least one half", "exceeds one half", "is not less than one half"])
def test_limits_that_are_not_understood_refute_nothing(words):
    assert checked(rf"Suppose that $p$ {words}. Then $$|p - 1/2| = p - 1/2.$$")[-1].verdict.status == "unknown"
    assert checked(r"Suppose that $p$ is given. Then $$|p - 1/2| = p - 1/2.$$")[-1].verdict.status == "refuted"


@pytest.mark.parametrize(
    "words", ["sample mean", "[sample mean](/D/mean-samp)", "[sample mean](https://a.b/c#d), here"]
)
def test_a_link_in_markdown_is_its_words(words):
    text = rf"Here $\bar y$ is the {words}. Then $$\sum_{{i=1}}^n (y_i - \bar y) = 0.$$"
    assert checked(text)[-1].verdict.status == "proved"


@pytest.mark.parametrize(
    ("words", "status"), [("The mean of $X$ is", "proved"), ("Now $X$ is something else. The mean is", "definition")]
)
def test_what_is_said_of_a_variable_s_mean_is_no_new_law_of_it(words, status):
    text = rf"$$X \sim \mathrm{{Exp}}(\lambda).$$ {words} $$\mathrm{{E}}(X) = \frac{{1}}{{\lambda}}.$$"
    assert checked(text)[-1].verdict.status == status


@pytest.mark.parametrize(
    "law, mean",
    [
        (r"$N(\mu, \sigma^2)$", r"\mu"),
        (r"samples from a $\mathcal{N}(\mu, \sigma^2)$ distribution", r"\mu"),
        (r"Poisson($\lambda$)", r"\lambda"),
        (r"$\text{Poisson}(\lambda)$ random variables", r"\lambda"),
        (r"Gamma($a$, $b$)", r"\frac ab"),
        (r"Gamma$(a, b)$", r"\frac ab"),
    ],
)
def test_a_law_after_the_words_independent_and_identically_distributed(law, mean):
    chain = rf"$$E[\bar X] = E\left[\frac1n \sum_{{i=1}}^n X_i\right] = {mean}.$$"
    found = checked(rf"Let $X_1, \ldots, X_n$ be i.i.d. {law}. Then {chain}")
    assert [link.verdict.status for link in found] == ["proved", "proved"]


@pytest.mark.parametrize(
    "said",
    [
        r"Let $X$ be Exp($\lambda$), with mean $\lambda$.",
        r"Let $X$ be Exp($\lambda$) given $X > 1$.",
        r"Let $X$ be an Exp($\lambda$) random variable truncated at 1.",
        r"The sum of $X$ and $Y$ is Exp($\lambda$).",
        r"The conditional law of $X$ given $Y$ is Exp($\lambda$).",
        r"The variable $X$ is not Exp($\lambda$).",
    ],
)
def test_no_law_is_taken_from_words_that_say_something_else(said):
    assert checked(said + r" Then $$E[X] = \frac1\lambda.$$")[-1].verdict.status != "proved"


@pytest.mark.parametrize(
    "letters, status",
    [
        ("of $y$ and $x$ respectively.", "proved"),
        ("of $y$ and $x$:", "proved"),
        ("of $z$ and $w$ respectively.", "unknown"),
        ("of $y$ and $x$ without outliers.", "unknown"),
    ],
)
def test_two_means_at_once(letters, status):
    text = r"$$\sum_{i=1}^n (y_i + 2 x_i) = n \bar y + 2 n \bar x$$ where $\bar y$ and $\bar x$ are the [means](/m) "
    assert checked(text + letters)[0].verdict.status == status


def test_a_bar_that_an_equation_defines_is_that_number():
    text = r"Here $\bar v$ is the sample variance, $$\bar v = \frac{1}{n-1} \sum_{i=1}^n (y_i - m)^2.$$ So "
    assert (
        checked(text + r"$$\frac{1-a}{\bar v} = \frac{1}{\bar v} - \frac{a}{\bar v}.$$")[-1].verdict.status == "proved"
    )
    assert checked(text + r"$$\frac{1-a}{\bar v} = \frac{1}{\bar v} - a.$$")[-1].verdict.status == "refuted"
    named = r"where the other parameters are equal to $$a_n = a_0 + k.$$ So $$a_n - 1 = a_0 + k - 1.$$"
    assert [one.verdict.status for one in checked("Let $f(a_n) = 1$, " + named)][1:] == ["definition", "proved"]


@pytest.mark.parametrize(
    "words",
    [
        r"Let $X \sim \mathrm{Bern}(p)$. Since LINK, so be it.",
        r"Let $X$ be a Bernoulli random variable with parameter $p$. Since LINK, so be it.",
        r"For a binary variable $X$ we have LINK.",
        r"As $X$ only takes the values 0 and 1, LINK.",
    ],
)
def test_what_is_binary_is_refuted_at_0_and_1_alone(words):
    """X² = X holds there; nothing is proved by "binary", which may be −1 and 1."""
    for link in ("X^2 = X", "X_i^2 = X_i"):
        words = words if link == "X^2 = X" else words.replace("$X$", "$X_i$").replace(r"X \sim", r"X_i \sim")
        assert checked(words.replace("LINK", f"${link}$"))[-1].verdict.status in ("assumption", "unknown")
        wrong = checked(words.replace("LINK", f"${link.replace('= X', '= 2 X')}$"))[-1].verdict
        assert wrong.status == "refuted" and "1" in wrong.counterexample.values()


def test_what_follows_a_law_is_refuted_at_its_values_alone():
    said = checked(r"Let $X \sim \mathrm{Exp}(\lambda)$. Then $|X| = X$ and $\sqrt{X^2} = 2 X$.")
    assert [link.verdict.status for link in said] == ["assumption", "assumption", "refuted"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Since $X$ follows an exponential distribution, the mean is", "proved"),
        ("Since $X$ follows an exponential distribution with rate 2, the mean is", "unknown"),
        ("Since $X$ follows a Poisson distribution, the mean is", "unknown"),
        ("Now $X$ follows an exponential distribution, whose mean is", "unknown"),
    ],
)
def test_the_same_law_said_again(words, status):
    link = checked(rf"Let $X \sim \mathrm{{Exp}}(\lambda)$. {words} $$E[X] = \frac{{1}}{{\lambda}}$$")[-1]
    assert link.verdict.status == status
