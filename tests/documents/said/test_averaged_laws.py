"""Laws that a text writes by a mean: what it says of other means after it is proved by them, and never refuted."""

import pytest

from mlce_sym import check

BETA = r"Let $f(t) = \frac{\Gamma(a+b)}{\Gamma(a)\Gamma(b)} t^{a-1} (1-t)^{b-1}$. Then $$E[t] = \int_0^1 t f(t)\,dt.$$ "
UNIFORM = r"$$E[x] = \int_a^b \frac{x}{b-a}\,dx.$$ "
COIN = r"Let $p(x|\mu) = \mu^x (1-\mu)^{1-x}$. Then $$E[x] = \sum_{x=0}^1 x\, p(x|\mu) = \mu.$$ "


def verdicts(text):
    return [link.verdict.status for link in check(text, "markdown").links]


@pytest.mark.slow
@pytest.mark.parametrize(
    "law, right, wrong",
    [
        (BETA, r"E[t^2] = \frac{a(a+1)}{(a+b)(a+b+1)}", r"E[t^2] = \frac{a(a+1)}{(a+b)^2}"),
        (UNIFORM, r"E[x^2] = \frac{a^2 + ab + b^2}{3}", r"E[x^2] = \frac{a^2 + b^2}{3}"),
        (UNIFORM, r"\text{var}[x] = \frac{(b-a)^2}{12}", r"\text{var}[x] = \frac{(b-a)^2}{6}"),
        (COIN, r"\text{var}[x] = E[x^2] - E[x]^2", r"\text{var}[x] = E[x^2] + E[x]^2"),
        (COIN, r"\text{var}[x] = \mu (1-\mu)", r"\text{var}[x] = \mu (1+\mu)"),
        (COIN, r"p(x = 0|\mu) + p(x = 1|\mu) = 1", r"p(x = 0|\mu) - p(x = 1|\mu) = 1"),
    ],
)
def test_other_means_by_the_density_of_which_one_is_taken(law, right, wrong):
    assert verdicts(f"{law}$${right}$$")[-1] == "proved"
    assert verdicts(f"{law}$${wrong}$$")[-1] in ("unknown", "refuted")


@pytest.mark.parametrize(
    "mean",
    [
        r"Let $f(x) = x$. Then $$E[x] = \int_0^1 x f(x)\,dx.$$ ",  # which is no density
        r"$$E[x] = \int_0^1 f(x)\,dx.$$ ",
        r"Let $f(x) = 2 x$. Then $$E[y] = \int_0^1 x f(x)\,dx.$$ ",
        r"Let $f(x) = 2 x$. Then $$E[x] = \int_0^1 x^2 f(x)\,dx.$$ ",  # the factor of another one is not there
    ],
)
def test_that_is_no_law(mean):
    assert "proved" not in verdicts(rf"{mean}$$E[x^2] = \frac12.$$")


@pytest.mark.slow
def test_another_mean_may_be_taken_by_another_density():
    posterior = r"After $m$ heads it is $$E[t] = \frac{a + m}{a + b + m}.$$"
    assert "refuted" not in verdicts(BETA + posterior)
    assert verdicts(rf"Let $X \sim \mathrm{{Exp}}(2)$. {UNIFORM}$$E[X] = \frac12.$$")[-1] == "proved"


NORMAL = r"Let $p(x) = \mathcal{N}(x|\mu,\sigma^2)$. "


@pytest.mark.slow
@pytest.mark.parametrize(
    "right, wrong",
    [
        (r"E[(x-\mu)^2] = \sigma^2", r"E[(x-\mu)^2] = \sigma"),
        (r"H[x] = -\int p(x) \ln p(x)\,dx", r"H[x] = \int p(x) \ln p(x)\,dx"),
        (r"H[x] = \frac12 (1 + \ln(2\pi\sigma^2))", r"H[x] = \frac12 \ln(2\pi\sigma^2)"),
    ],
)
def test_a_density_that_is_known_alone(right, wrong):
    assert verdicts(f"{NORMAL}$${right}$$")[-1] == "proved"
    assert verdicts(f"{NORMAL}$${wrong}$$")[-1] == "unknown"


@pytest.mark.slow
def test_a_mean_that_was_claimed_is_not_proved_by_the_density_that_it_says():
    claimed = r"Show that $$E[t] = \frac{a}{a+b}.$$ Now $$E[t] = \int_0^1 t\, \mathrm{Beta}(t|a,%s)\,dt.$$"
    assert verdicts(claimed % "b")[-1] == "proved"
    assert verdicts(claimed % "2b")[-1] == "unknown"


def test_a_mean_by_another_density_ends_the_law():
    first, second = (r"$$E[t] = \int_0^2 \frac{t}{2}\,dt.$$ ", r"$$E[t] = \int_0^1 2 t^2\,dt.$$ ")
    squares = r"$$E[t^2] = \frac43, \quad E[t^2] = \frac12$$ "
    assert verdicts(first + squares) == ["definition", "proved", "unknown"]
    found = check(first + second + squares, "markdown").links
    assert [link.verdict.status for link in found] == ["definition", "definition", "unknown", "proved"]
    assert found[1].verdict.reason == "by another density than that of t in line 1"
