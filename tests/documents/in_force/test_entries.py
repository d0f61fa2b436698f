"""What is said of all entries holds of as many as the text has said that there are."""

import pytest

from mlce_sym import check

UNIFORM = r"Let $p_k = 1/K$ for $k = 1, \dots, K$. $$\sum_{k=1}^K p_k = 1.$$ Let $q$ be such that $\sum_k q_k = 1$. "


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (UNIFORM + r"Then $$-\sum_{k=1}^K q_k \log p_k = \log K.$$", "proved"),
        (UNIFORM + r"Then $$-\sum_{k=1}^M q_k \log p_k = \log K.$$", "unknown"),
        (UNIFORM + r"Then $$\sum_{k=1}^{K-1} q_k = 1.$$", "unknown"),
        (r"Let $q$ be such that $\sum_k q_k = 1$. Then $$\sum_{k=1}^m q_k = 1.$$", "unknown"),
    ],
)
def test_totals_over_as_many_as_there_are(text, status):
    assert check(text, "markdown").links[-1].verdict.status == status
