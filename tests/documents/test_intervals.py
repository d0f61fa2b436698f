"""A uniform law on an interval has the ends in their order; what follows in a chain is a claim, not said."""

import pytest

from mlce_sym import check

UNIFORM = r"For the uniform on $(0,\theta)$: $E[X] = \int_0^\theta \frac{x}{\theta} dx = "


@pytest.mark.parametrize(
    "text, wanted",
    [
        (UNIFORM + r"\frac{\theta}{2}$.", ["definition", "proved"]),
        (UNIFORM + r"\frac{\theta}{3}$.", ["definition", "refuted"]),
        (r"At the point $(0,\theta)$ we have $\sqrt{\theta^2} = \theta$", ["refuted"]),
        (r"If $\sum_i a_i = \sum_i b_i = c + d$, then $\sum_i b_i = c + d$.", ["assumption", "assumption", "proved"]),
    ],
)
def test_uniform(text, wanted):
    assert [link.verdict.status for link in check(text).links] == wanted


def test_what_a_moved_integral_runs_over():
    text = r"$$\int_{-\infty - a t}^{+\infty - a t} e^{-v^2} \mathrm{d}(v + a t) = RIGHT$$"
    assert [one.verdict.status for one in check(text.replace("RIGHT", r"\sqrt{\pi}")).links] == ["proved"]
    assert [one.verdict.status for one in check(text.replace("RIGHT", r"\sqrt{\pi} a")).links] == ["refuted"]
