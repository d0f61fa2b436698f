"""What a name is said to be where it has just been used."""

import pytest

from mlce_sym.documents.walking import checked


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (
            r"$$a = x - b y, \quad b = s/t$$ Then $$a = x - s y/t, \quad b t = 2 s$$",
            "definition definition proved refuted",
        ),
        (r"$$y = 2 a - 1, \quad a = \frac{y + 1}{2}$$", "definition proved"),
        (r"$$y = 2 a - 1, \quad a = \frac{y - 1}{2}$$", "definition refuted"),
        (r"Let $b > 0$ be known. $$b = 2 c$$ $$a = x - b y, \quad c = b/3$$", "definition definition refuted"),
    ],
)
def test_a_name_that_is_said_after_its_first_use(text, statuses):
    assert [link.verdict.status for link in checked(text)] == statuses.split()


def test_with_says_what_a_name_is_where_something_is_solved():
    text = (
        r"Let $Q = \sum_{n=1}^N g_n (x_n - \mu)^2 / 2$. Then $$\frac{dQ}{d\mu} = -\sum_{n=1}^N g_n (x_n - \mu).$$"
        r"Setting it to zero, with $G = \sum_{n=1}^N g_n$, gives $$\mu = \sum_{n=1}^N FACTOR g_n x_n / G$$"
    )
    found = [link.verdict.status for link in checked(text.replace("FACTOR", ""))]
    assert found == ["definition", "proved", "definition", "follows"]
    assert checked(text.replace("FACTOR", "2"))[-1].verdict.status == "does not follow"
