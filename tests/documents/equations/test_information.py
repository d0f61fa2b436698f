"""Entropies and divergences as what they usually are: they are proved by it, and nothing is refuted."""

import pytest

from mlce_sym import check

CROSS = {
    "x": r"-\sum_x p(x) \log q(x)",
    "k": r"-\sum_{k=1}^K p_k \log q_k",
    "": "H(p, q)",
    "mean": r"\mathbb{E}_{x \sim p}[-\log q(x)]",
    "capital": r"-\mathrm{E}_p[\log q(X)]",
}


def last(text):
    return check(text).links[-1].verdict


@pytest.mark.parametrize("shown", CROSS)
@pytest.mark.parametrize("divergence", [r"D_{KL}(p\|q)", r"KL(p||q)", r"\mathrm{KL}(p \,\|\, q)"])
def test_cross_entropy_is_entropy_and_divergence(shown, divergence):
    assert last(rf"$$0 + {CROSS[shown]} = H(p) + {divergence}$$").status == "proved"
    assert last(rf"$$0 + {CROSS[shown]} = H(p) - {divergence}$$").status == "unknown"
    assert last(rf"$$0 + {CROSS[shown]} = H(q) + {divergence}$$").status == "unknown"


def test_what_they_are_is_said():
    said = last(rf"$${CROSS['k']} = H(p) + KL(p\|q)$$").conditions
    assert said[-1] == "KL(p‖q) = Σ_{k=1}^{K} p_k log(p_k/q_k) (as it is used)"


@pytest.mark.parametrize(
    "text",
    [
        rf"Let $H(p) = -\log p$. $$0 + {CROSS['x']} = H(p) + KL(p\|q)$$",  # another function of that name
        r"$$2 H(p) = -2 p \log p - 2 (1-p) \log(1-p)$$",
        r"$$H(X, Y) - H(X) = H(Y)$$",
        r"$$H(p, q) = H(q, p)$$",
        r"$$0 - \sum_{k=1}^{K-1} p_k \log q_k = H(p) + KL(p\|q)$$",  # over some of the values
        r"$$-\sum_{k=1}^K p_k \log q_k - \sum_{k=1}^m p_k \log q_k = 2 H(p) + 2 KL(p\|q)$$",
        r"$$0 - \mathbb{E}_{x \sim q}[\log q(x)] = H(p)$$",
        r"$$0 - \mathbb{E}_{y \sim p}[\log p(x)] = H(p)$$",
        r"$$0 - \mathrm{E}_{p}[\log (p(x) q(y))] = H(p) - \mathrm{E}_{p}[\log q(y)]$$",
    ],
)
def test_what_may_mean_another_thing_is_not_known(text):
    assert last(text).status == "unknown"


def test_densities_are_not_negative():
    turned = r"$$\sum_x p(x) \log\frac{p(x)}{q(x)} = -\sum_x p(x) \log\frac{q(x)}{p(x)}$$"
    assert last(turned).status == "proved"
    assert last(r"$$\sqrt{p(x)^2} = p(x)$$").status == "proved"
    assert last(r"$$\sqrt{f(x)^2} = f(x)$$").status == "refuted"
    assert last(r"Let $p(x) = x - 1$. $$\sqrt{p(x)^2} = p(x)$$").status == "refuted"


@pytest.mark.parametrize("density", ["p(x)", "p(x|y)", "p(x|y, z)", "p(x_i|y, z)"])
def test_what_is_wrong_of_any_density_is_refuted(density):
    assert last(rf"$${density} = {density}^2$$").status == "refuted"
