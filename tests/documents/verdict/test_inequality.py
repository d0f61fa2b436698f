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
