"""Laws that a text writes by their densities: what is said of their means after it is proved, or refuted."""

import pytest

from mlce_sym import check

GEOMETRIC = r"Let $X$ be the number of trials, $P(X=k)=(1-p)^{k-1}p$, $k=1,2,\dots$. "
POWER = r"Let $X$ have the density $f(x) = \theta x^{\theta-1}$ for $0 < x < 1$, where $\theta > 0$. "
LAPLACE = r"Let $Y$ be a continuous random variable with pdf $$g(y) = \frac12 e^{-|y|}, \quad -\infty < y < \infty.$$"
MEAN = r"Let $Y_1, \dots, Y_n$ be i.i.d. with density $$f(y;\theta) = \frac1\theta e^{-y/\theta}, \quad y > 0.$$ "
CASES = r"Let $X$ have density $$f(x) = \begin{cases} 3 x^2 & 0 < x < 1 \\ 0 & \text{otherwise.}\end{cases}$$ "
MAXIMUM = r"The density of the maximum $M$ is $g(m) = n m^{n-1}$ for $0 < m < 1$. "
BERNOULLI = r"The mass function is $P(Y = y) = p^y (1-p)^{1-y}$ for $y \in \{0, 1\}$. "


def last(text):
    return check(text, "markdown").links[-1].verdict


@pytest.mark.slow
@pytest.mark.parametrize(
    "law, right, wrong",
    [
        (GEOMETRIC, r"E[X] = \frac1p", r"E[X] = \frac{1-p}{p}"),
        (GEOMETRIC, r"\mathrm{Var}(X) = \frac{1-p}{p^2}", r"\mathrm{Var}(X) = \frac{1-p}{p}"),
        (GEOMETRIC, r"P(X > m) = (1-p)^m", r"P(X > m) = (1-p)^{m-1}"),
        (GEOMETRIC, r"H(X) = -\log p - \frac{1-p}{p} \log(1-p)", r"H(X) = -\log p - \frac1p \log(1-p)"),
        (POWER, r"E[X] = \frac{\theta}{\theta+1}", r"E[X] = \frac{\theta+1}{\theta}"),
        (POWER, r"E[-\log X] = \frac1\theta", r"E[-\log X] = \theta"),
        (LAPLACE, r"E[Y^2] = 2", r"E[Y^2] = 1"),
        (MEAN, r"Var(Y_i) = \theta^2", r"Var(Y_i) = \theta"),
        (MAXIMUM, r"E[M] = \frac{n}{n+1}", r"E[M] = \frac{n+1}{n}"),
        (CASES, r"E[X] = \frac34", r"E[X] = \frac23"),
        (BERNOULLI, r"E[Y^2] = p", r"E[Y^2] = p^2"),
    ],
)
def test_means_by_a_density_that_is_written(law, right, wrong):
    assert last(f"{law}Then ${right}$.").status == "proved"
    assert last(f"{law}Then ${wrong}$.").status == "refuted"


def test_what_such_a_law_needs_is_said():
    assert "θ > 0 (so that there is such a law)" in last(f"{MEAN}Then $E[Y_i] = \\theta$.").conditions


@pytest.mark.parametrize(
    "text",
    [
        r"Let $X$ have $P(X=k)=(1-p)^k$, $k=1,2,\dots$. ",  # adds up to (1 - p)/p
        r"Let $X$ have $P(X=k)=(1-p)^{k-1}p$. ",  # for which k?
        r"The minimum of $X$ has density $f(x) = 2x$ for $0 < x < 1$. ",
        r"The density of the logarithm of $X$ is $f(x) = 2x$ for $0 < x < 1$. ",
        r"The conditional density of $X$ is $f(x) = 2x$ for $0 < x < 1$. ",
        r"Let $X$ and $Y$ have joint density $f(x, y) = 2x$ for $0 < x < 1$, $0 < y < 1$. ",
        r"Let $X$ have conditional density $f(x) = 2x$ for $0 < x < 1$. ",
        r"Let $X$ have density $f(x|z) = 2x$ for $0 < x < 1$. ",
        r"Consider $f(x) = 2x$ for $0 < x < 1$. ",
        r"Let $X$ not have the density $f(x) = 2x$ for $0 < x < 1$. ",
        f"{GEOMETRIC}Now let $X$ be the sum of two such variables. ",
        f"{GEOMETRIC}If $X$ is the number of failures, ",
        f"{GEOMETRIC}Given $X > 2$, ",
        f"{GEOMETRIC}Conditionally on a failure, ",
        f"{GEOMETRIC}For the shifted variable ",
        f"{POWER}Under the alternative ",
        f"{POWER}Under the alternative, $f(x) = 3 x^2$. Then ",
        f"{GEOMETRIC}\n\n**Problem 2.** We know that ",
        f"{GEOMETRIC}\n\n## Another one\n\nWe know that ",
    ],
)
def test_another_variable_or_law_is_not_spoken_of(text):
    assert last(f"{text}$E[X] = \\frac12$.").status not in ("proved", "refuted")
    assert last(f"{text}$E[X] = \\frac1p$.").status not in ("proved", "refuted")


@pytest.mark.parametrize("words", ["if we count the failures", "when the first trial fails", "for loaded dice"])
def test_what_may_be_meant_of_another_law_is_not_refuted(words):
    assert last(f"{GEOMETRIC}Then $E[X] = \\frac{{1-p}}{{p}}$ {words}.").status == "unknown"


@pytest.mark.parametrize(
    "words, mean",
    [
        ("Now restrict to $X > 1/2$. Then", r"\frac79"),
        ("We discard all values below $1/2$. Then", r"\frac79"),
        ("For part (b), suppose the density is $g(x) = 3x^2$ on $0 < x < 1$. Then", r"\frac34"),
        ("Suppose next that the distribution is uniform on the unit interval. Then", r"\frac12"),
        ("Now take a uniform distribution on the unit interval. Then", r"\frac12"),
        ("Some authors turn it round: then", r"\frac13"),
        ("For a density on $(0, 3)$ of that form,", "2"),
        ("In seconds,", "40"),
        ("In another parametrisation,", r"\frac13"),
    ],
)
def test_another_law_is_not_that_of_the_text(words, mean):
    text = "Let $X$ have the density $f(x) = 2x$ for $0 < x < 1$. Then $E[X] = \\frac23$."
    found = [link.verdict.status for link in check(f"{text} {words} $E[X] = {mean}$.", "markdown").links]
    assert found[1] == "proved" and found[-1] not in ("proved", "refuted")
    assert check(f"{text} Hence $E[X] = {mean}$.", "markdown").links[-1].verdict.status == "refuted"


def test_a_probability_without_a_value_that_varies_is_no_law():
    assert last(r"For the count $N$ we have $P(N(t)=0)=e^{-\lambda t}$.").status == "definition"


@pytest.mark.parametrize(("mean", "status"), [(r"\frac{n}{n+1}\theta", "proved"), (r"\frac{n}{n+2}\theta", "unknown")])
def test_a_density_of_what_is_not_understood_proves(mean, status):
    text = (
        r"Let $M = \max_i X_i$. The density of $M$ is $f_M(m) = \frac{n m^{n-1}}{\theta^n}$ for $0 < m < \theta$. Then "
    )
    assert check(rf"{text}$E[M] = {mean}$.").links[-1].verdict.status == status
