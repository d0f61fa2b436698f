"""Laws of which words say what changes them: nothing is worked out by these."""

import pytest

from mlce_sym.documents.walking import checked


@pytest.mark.parametrize(
    "words",
    [
        r"Let $X \sim \mathrm{Poisson}(\lambda)$, conditioned on being positive.",
        r"Given that $Y = 1$, let $X \sim \mathrm{Poisson}(\lambda)$.",
        r"If the coin shows heads then $X \sim \mathrm{Poisson}(\lambda)$.",
        r"It is not true that $X \sim \mathrm{Poisson}(\lambda)$.",
        r"Half of the time $X \sim \mathrm{Poisson}(\lambda)$.",
        r"Let $X \sim \mathrm{Poisson}(\lambda)$ approximately.",
        r"Let $X | Y \sim \mathrm{Poisson}(\lambda)$.",
        r"Is $X \sim \mathrm{Poisson}(\lambda)$? If so,",
        r"The null hypothesis is $X \sim \mathrm{Poisson}(\lambda)$; we reject it.",
        r"Let $X \sim \mathrm{Poisson}(\lambda)$ for $a > 1$ and $X = 0$ otherwise.",
        r"Let $X \sim \mathrm{Poisson}(\lambda)$. Under the measure $Q$,",
        r"Let $X \sim \mathrm{Poisson}(\lambda)$. Given $X > 1$,",
        r"Let $X \sim \mathrm{Poisson}(\lambda)$. Conditional on $X > 1$,",
        r"Under $H_1$, $X \sim \mathrm{Poisson}(\lambda)$.",
        r"With probability $q$ we have $X \sim \mathrm{Exp}(2)$, otherwise $X \sim \mathrm{Poisson}(\lambda)$.",
        r"Let $X \sim \mathrm{Poisson}(\lambda)$. Suppose instead that the rate is doubled.",
        r"Let $X \sim \mathrm{Poisson}(\lambda)$. Now replace $X$ by $2X$.",
        r"Let $X \sim \mathrm{Poisson}(\lambda)$. Let $X$ now be the number of heads.",
        r"Let $X \sim \mathrm{Poisson}(\lambda)$. Now $X$ is uniform.",
        r"Let $X \sim \mathrm{Poisson}(\lambda)$. Here $\lambda$ is itself random.",
        r"The rate $\lambda$ has an exponential prior." + "\n\n" + r"Let $X \sim \mathrm{Poisson}(\lambda)$.",
        r"We put a Gamma prior on $\lambda$, and $X \sim \mathrm{Poisson}(\lambda)$.",
    ],
)
def test_a_law_that_words_change_gives_no_mean(words):
    assert checked(words + r" Then $$E[X] = \lambda$$")[-1].verdict.status != "proved"


@pytest.mark.parametrize(
    "words",
    [
        r"If $X \sim \mathrm{Poisson}(\lambda)$, then we see this.",
        r"Let $X \sim \mathrm{Poisson}(\lambda)$ be the number of calls.",
        r"Suppose instead that $X \sim \mathrm{Poisson}(\lambda)$.",
        r"Given observations $x \sim \mathrm{Poisson}(\lambda)$ with mean $\lambda$.",
    ],
)
def test_a_law_that_stays_gives_its_mean(words):
    name = "x" if "$x" in words else "X"
    assert checked(rf"{words} Then $$E[{name}] = \lambda$$")[-1].verdict.status == "proved"


@pytest.mark.parametrize(
    ("words", "link", "status"),
    [
        (r"Let $X \sim \mathrm{Exp}(\theta)$ with rate $\theta$.", r"E[X] = 1/\theta", "proved"),
        (r"Let $X \sim \mathrm{Exp}(\theta)$ with mean $\theta$.", r"E[X] = 1/\theta", "unknown"),
        (r"Let $X \sim \mathrm{Exp}(\theta)$, where $\theta$ is the mean.", r"E[X] = 1/\theta", "unknown"),
        (r"Let $X \sim \mathrm{Exp}(\theta)$ (mean parametrisation).", r"E[X] = 1/\theta", "unknown"),
        (r"Let $X \sim \mathrm{Exp}(1/\theta)$ with mean $\theta$.", r"E[X] = \theta", "proved"),
        (r"Let $X \sim N(0, 2)$, so that the standard deviation is 2.", r"\mathrm{Var}(X) = 2", "refuted"),
        (r"Let $X \sim N(0, 2)$ (mean and precision).", r"\mathrm{Var}(X) = 2", "unknown"),
        (r"Let $X \sim N(0, 2)$ in the notation $N(\mu, \sigma)$.", r"\mathrm{Var}(X) = 2", "unknown"),
        (r"Let $X \sim N(0, 2)$ in the notation $N(\mu, \sigma^2)$.", r"\mathrm{Var}(X) = 2", "proved"),
        (r"Let $X \sim \mathrm{Gam}(a, b)$ (shape and scale).", r"E[X] = a/b", "unknown"),
        (r"Let $X \sim \mathrm{Gam}(a, b)$.", r"E[X] = a/b", "proved"),
        (r"Let $X \sim \mathrm{Gam}(a, b)$ with shape $a$ and rate $b$.", r"E[X] = a/b", "proved"),
        (r"Let $X \sim \mathrm{Gam}(a, b)$ with mean $a$ and shape $b$.", r"E[X] = a/b", "unknown"),
        (r"Let $X \sim \mathrm{Gam}(a, b)$ with rate $a$ and shape $b$.", r"E[X] = a/b", "unknown"),
        (r"Let $X \sim \mathrm{Gam}(k, m)$. Its mean is $m$.", r"E[X] = k/m", "unknown"),
        (r"Let $X \sim \mathrm{Beta}(a, b)$ with mean $a$ and precision $b$.", r"E[X] = a/(a + b)", "unknown"),
        (r"Let $X \sim N(m, s^2)$ with mean $m$ and variance $s^2$.", r"E[X^2] = m^2 + s^2", "proved"),
        (r"Let $X \sim N(0, \sigma^2)$ with standard deviation $\sigma$.", r"\mathrm{Var}(X) = \sigma^2", "proved"),
    ],
)
def test_what_a_parameter_is(words, link, status):
    assert checked(f"{words} Then $${link}$$")[-1].verdict.status == status


@pytest.mark.parametrize(
    "event", [r"X_{\min} > t", "X_{(2)} > t", "X_1, X_2 > t", r"X_{\max} > t", "X_1 + X_2 > t", "2X_1 > t"]
)
def test_another_variable_has_another_law(event):
    here = r"Let $X_1, \dots, X_n \sim \mathrm{Exp}(\lambda)$. Then "
    assert checked(rf"{here} $$P({event}) = e^{{-\lambda t}}$$")[-1].verdict.status == "unknown"
    assert checked(rf"{here} $$P(X_1 > t) = e^{{-\lambda t}}$$")[-1].verdict.status == "proved"


def test_a_mean_is_that_of_the_last_law():
    here = r"Let $X \sim \mathrm{Bern}(1/2)$, so $E[X] = 1/2$. Now $X \sim \mathrm{Bern}(q)$, and $$E[X] = VALUE$$"
    assert checked(here.replace("VALUE", r"\frac12"))[-1].verdict.status == "unknown"
    assert checked(here.replace("VALUE", "q"))[-1].verdict.status == "proved"


def test_the_laws_that_are_printed_are_those_of_the_variables():
    here = r"Let $Z \sim \mathrm{Bern}(q)$ and $W \sim \mathrm{Poisson}(\lambda)$. "
    here += r"Then $$E[W] = \lambda, \quad E[Z + W] = q + \lambda$$"
    one, both = (link.verdict.definitions for link in checked(here)[-2:])
    assert one == ("W as in line 1",)
    assert both == ("Z as in line 1", "W as in line 1")


def test_one_value_of_a_continuous_variable_has_no_density_as_its_probability():
    link = checked(r"Let $T \sim \mathrm{Exp}(2)$. Then $$P(T = 1) = 2 e^{-2}, \quad p(1) = 2 e^{-2}$$")[1]
    assert link.verdict.status != "proved"
    assert checked(r"Let $N \sim \mathrm{Poisson}(2)$. Then $$P(N = 1) = 2 e^{-2}$$")[1].verdict.status == "proved"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("with density $p$", "proved"),
        ("and let $p$ be the density of $X$", "proved"),
        ("and let $p$ be the density of $2X$", "unknown"),
        ("and let $p$ be its survival function", "unknown"),
        (". Let $Y = X^2$ have density $p$", "unknown"),
    ],
)
def test_the_density_is_that_of_the_variable(words, status):
    here = rf"Let $X \sim \mathrm{{Exp}}(\lambda)$ {words}. Then $$p(x) = \lambda e^{{-\lambda x}}$$"
    assert checked(here)[-1].verdict.status == status


@pytest.mark.parametrize("law", [r"U(a, b)$ be discrete", r"U\{a, b\}$"])
def test_a_discrete_uniform_law_is_another_one(law):
    link = r"$$\mathrm{Var}(V) = \frac{(b-a)^2}{12}$$"
    assert checked(rf"Let $V \sim {law}. Then {link}")[-1].verdict.status != "proved"
    assert checked(rf"Let $V \sim U(a, b)$. Then {link}")[-1].verdict.status == "proved"
