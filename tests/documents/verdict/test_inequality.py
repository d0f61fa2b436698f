"""Inequalities: where both sides are defined, if they are anywhere."""

import pytest

from mlce_sym import check


@pytest.mark.parametrize(
    "text, status, conditions",
    [
        (r"$$-\frac{1}{a^2} < 0$$", "proved", ("a² ≠ 0 (so that both sides are defined)",)),
        (r"$$-\frac{1}{a^2} > 0$$", "refuted", ()),
        (r"$$\log(x - 3) \le 5 + \log(x - 3)$$", "proved", ("x − 3 > 0 (so that both sides are defined)",)),
        (r"Let $x < 1$. Then $$\log(x - 1) \le -7$$", "unknown", ()),  # which is never defined
        (r"Let $x < 0$. Then $$\log x \le 5$$", "unknown", ()),
    ],
)
def test_where_both_sides_are_defined(text, status, conditions):
    *_, link = check(text).links
    assert (link.verdict.status, link.verdict.conditions if status == "proved" else ()) == (status, conditions)


@pytest.mark.parametrize(
    ("law", "said", "status"),
    [
        (r"y_1, \ldots, y_n \sim \mathrm{Poisson}(\lambda)", r"-\sum_{i=1}^n y_i \le 0", "proved"),
        (r"y_1, \ldots, y_n \sim \mathrm{Poisson}(\lambda)", r"-\sum_{i=1}^n y_i < 0", "unknown"),
        (r"y_i \sim \mathrm{Bernoulli}(p)", r"\sum_{i=1}^n y_i \le n", "proved"),
        (r"y_i \sim \mathcal{N}(0, 1)", r"\sum_{i=1}^n y_i \ge 0", "unknown"),
        (r"X \sim \mathrm{Exp}(r)", "e^{-X} \\le 1", "proved"),
        (r"X \sim \mathrm{Exp}(r)", "e^{-Y} \\le 1", "unknown"),
    ],
)
def test_what_follows_a_law_has_one_of_its_values(law, said, status):
    assert check(rf"Let ${law}$. Then $${said}.$$").links[-1].verdict.status == status
