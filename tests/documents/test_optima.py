"""arg max and arg min over sets that a text does not say: what is right is proved, nothing is refuted."""

import pytest

from mlce_sym import check

LIKELIHOOD = r"\prod_{i=1}^n p(x_i|\theta)"
LOG = r"\sum_{i=1}^n \log p(x_i|\theta)"
CROSS = rf"-\frac1n {LOG}"


@pytest.mark.parametrize(
    "formula, wanted",
    [
        (rf"\arg\max_\theta {LIKELIHOOD} = \arg\max_\theta {LOG} = \arg\min_\theta {CROSS}", ["proved", "proved"]),
        (rf"\argmax_\theta {LIKELIHOOD} = \operatorname*{{arg\,max}}_{{\theta}} {LOG}", ["proved"]),
        (rf"\underset{{\theta\in\Theta}}{{\arg\max}} {LIKELIHOOD} = \argmax_{{\theta\in\Theta}} {LOG}", ["proved"]),
        (rf"\arg\max_\theta {LIKELIHOOD} = \arg\min_\theta {LOG}", ["unknown"]),
        (rf"\arg\max_\theta {LOG} = \arg\max_\theta {CROSS}", ["unknown"]),
        (rf"\arg\max_\theta {LIKELIHOOD} = \arg\max_{{\theta\in\Theta}} {LOG}", ["unknown"]),
        (r"\arg\max_\theta p(\theta|x) = \arg\max_\theta p(x|\theta) p(\theta)", ["unknown"]),
        (r"\arg\max_\mu -\frac12\sum_{i=1}^n (x_i-\mu)^2 = \frac1n\sum_{i=1}^n x_i", ["unknown"]),
    ],
)
def test_optima(formula, wanted):
    assert [link.verdict.status for link in check(f"$${formula}$$").links] == wanted


def test_positive_densities_are_supposed_and_said():
    (link,) = check(rf"$$\arg\max_\theta {LIKELIHOOD} = \arg\max_\theta {LOG}$$").links
    needed = "p(x_i|θ) > 0 for all θ ∈ values_θ and i = 1, …, n (so that both sides are defined)"
    assert needed in link.verdict.conditions


def test_an_estimate_is_the_optimum_and_no_set():
    text = r"""$$\hat\mu = \arg\max_\mu \ell(\mu), \quad \ell(\mu) = -\frac12\sum_{i=1}^n (x_i-\mu)^2$$
    $$\ell'(\mu) = \sum_{i=1}^n (x_i-\mu) = 0$$ $$\hat\mu = """
    for mean, wanted in ((r"\frac1n\sum_{i=1}^n x_i$$", "follows"), (r"\sum_{i=1}^n x_i$$", "does not follow")):
        found = [link.verdict.status for link in check(text + mean).links]
        assert found == ["definition", "definition", "proved", "follows", wanted]


@pytest.mark.slow
def test_a_derivative_before_that_which_is_set_to_zero_may_be_meant():
    text = r"Let $\ell(\mu, v) = -\frac n2 \log v - \frac{1}{2v} \sum_{i=1}^n (x_i - \mu)^2$. "
    text += r"$$\frac{\partial\ell}{\partial v} = -\frac{n}{2v} + \frac{1}{2v^2} \sum_{i=1}^n (x_i - \mu)^2$$ "
    text += r"$$\frac{\partial\ell}{\partial\mu} = \frac1v \sum_{i=1}^n (x_i - \mu) = 0$$ So $\hat\mu = \bar x$, and "
    found = check(text + r"$\hat v = \frac1n \sum_{i=1}^n (x_i - \bar x)^2$.", "markdown").links[-1]
    assert found.verdict.status in ("follows", "unknown")  # it did not follow
