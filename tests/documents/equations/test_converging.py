"""Where a series or an integral converges is supposed, and said, if the text does not say otherwise."""

import pytest

from mlce_sym import check

PARETO = r"\int_m^\infty x \frac{a m^a}{x^{a+1}} dx"
TRUE = [
    (r"\int_0^\infty x e^{-a x} dx", r"\frac{1}{a^2}", ["a > 0"]),
    (r"\int_{-\infty}^\infty \frac{1}{2b} e^{-|x|/b} dx", "1", ["b > 0"]),
    (r"\int_{-\infty}^\infty e^{-a x^2 + b x} dx", r"\sqrt{\frac{\pi}{a}} e^{\frac{b^2}{4a}}", ["a > 0"]),
    (r"\int_0^\infty e^{t x} \lambda e^{-\lambda x} dx", r"\frac{\lambda}{\lambda - t}", ["t < λ"]),
    (r"\int_0^1 x^{a-1} (1-x)^{b-1} dx", r"\frac{\Gamma(a) \Gamma(b)}{\Gamma(a+b)}", ["a > 0", "b > 0"]),
    (PARETO, r"\frac{a m}{a-1}", ["a > 1"]),
    (r"\sum_{k=0}^\infty r^k", r"\frac{1}{1-r}", ["r > −1", "r < 1"]),
    (r"\sum_{k=1}^\infty e^{tk} p (1-p)^{k-1}", r"\frac{p e^t}{1 - (1-p) e^t}", ["(1 − p) exp(t) < 1"]),
]


@pytest.mark.slow
@pytest.mark.parametrize("left, right, where", TRUE)
def test_where_it_converges_is_said(left, right, where):
    verdict = check(f"$$ {left} = {right} $$").links[-1].verdict
    needed = [
        said.partition(" (so that")[0] for said in verdict.conditions if "(so that both sides are defined)" in said
    ]
    assert verdict.status == "proved" and set(where) <= set(needed)
    assert check(f"$$ {left} = 2 \\cdot {right} $$").links[-1].verdict.status == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        r"Let $a < 0$. Then $$\int_0^\infty x e^{-a x} dx = \frac{1}{a^2}$$",
        r"Let $r > 1$. Then $$\sum_{k=0}^\infty r^k = \frac{1}{1-r}$$",
        rf"Let $a < 1$. Then $${PARETO} = \frac{{a m}}{{a-1}}$$",
        r"$$\int_0^\infty e^{a x^3} dx - \int_0^\infty e^{a x^3} dx = 0$$",
        r"$$\int_0^\infty f(x) dx - \int_0^\infty f(x) dx = 0$$",
    ],
)
def test_it_is_not_supposed_against_the_text_or_where_nothing_is_found(text):
    assert check(text).links[-1].verdict.status == "unknown"


@pytest.mark.parametrize(
    "equation, wanted",
    [
        (r"[-e^{-(z/\lambda)^k}]_0^x = 1 - e^{-(x/\lambda)^k}", "proved"),
        (r"[-e^{-(z/\lambda)^k}]_0^x = 2 - e^{-(x/\lambda)^k}", "refuted"),
        (r"\sqrt{\frac{(n-1) s^2 + (n-1) t^2}{n+n-2}} = \sqrt{\frac{s^2 + t^2}{2}}", "proved"),  # where n > 1
        (r"\sqrt{\frac{(n-1) s^2 + (n-1) t^2}{n+n-2}} = \sqrt{\frac{s^2 + t^2}{4}}", "refuted"),
    ],
)
def test_ends_of_where_both_sides_are_defined(equation, wanted):
    assert check(f"$$ {equation} $$").links[-1].verdict.status == wanted
