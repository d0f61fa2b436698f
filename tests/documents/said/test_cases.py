"""What was said of a case refutes nothing that is said outside of it; what is said of all still does."""

from __future__ import annotations

import pytest

from mlce_sym.documents.walking import checked

DIVERGES = r"It diverges for $t \geq \lambda$. "


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (DIVERGES + r"Hence $t < \lambda$ is needed.", "unknown"),
        (r"If $t > \lambda$, then it diverges. So we need $t < \lambda$.", "unknown"),
        (r"Let $t > \lambda$. Hence $t < \lambda$.", "refuted"),
        (r"For $t > \lambda$ we have $t < \lambda$.", "refuted"),
        (DIVERGES + r"Hence $t^2 < -1$.", "refuted"),
        (DIVERGES + r"So the domain is restricted to $t < \lambda$, where $$|t - \lambda| = \lambda - t.$$", "proved"),
        (DIVERGES + r"So the domain is restricted to $t < \lambda$, where $$|t - \lambda| = t - \lambda.$$", "refuted"),
    ],
)
def test_a_case_ends_with_its_sentence(text: str, status: str) -> None:
    *_, last = checked(text)
    assert last.verdict.status == status


def test_what_is_not_restricted_is_not_supposed() -> None:
    (link,) = checked(r"We did not restrict $\lambda$ to $\lambda < t$. Then $$|t - \lambda| = t - \lambda.$$")
    assert link.verdict.status == "unknown"
