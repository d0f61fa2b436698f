"""What is said of a special case is proved of that case, in the sentence that names it, and used nowhere else."""

import pytest

from mlce_sym.documents.equations.links import IN_CASE, WRONG
from mlce_sym.documents.walking import checked

FIRST = r"$$\sum_{i=1}^n x_i = x_1.$$"
BETA = r"$$B(a, b) = 1.$$"


def last(text):
    return checked(text)[-1].verdict


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("For $n = 1$ we get " + FIRST, ("n = 1",)),
        ("If $n = 1$, then " + FIRST, ("n = 1",)),
        ("In the special case $n = 1$, " + FIRST, ("n = 1",)),
        ("This holds; for $n = 1$ we have " + FIRST, ("n = 1",)),
        ("If both $a = 1$ and $b = 1$, then " + BETA, ("b = 1", "a = 1")),
        (r"Setting $\lambda = 1$ gives $$\lambda e^{-\lambda x} = e^{-x}.$$", ("λ = 1",)),
        (r"For $y_i = 1$ we have $$y_i \log p_i + (1 - y_i) \log(1 - p_i) = \log p_i.$$", ("y_i = 1",)),
        (r"Let $f(x) = e^{2x}$. At $x = 0$ we get $$f'(x) = 2.$$", ("x = 0",)),
        ("For $a = b = 1$ we get " + BETA, ("a = 1", "b = 1")),
        (r"If $n = 0$, then $$\prod_{i=1}^n x_i = 1.$$", ("n = 0",)),
    ],
)
def test_what_is_said_of_a_case_is_proved_of_it(text, case):
    found = last(text)
    assert (found.status, found.reason, found.conditions[-len(case) :]) == ("proved", IN_CASE, case)


@pytest.mark.parametrize(
    "text",
    [
        "For $n = 1$ this is clear. We have " + FIRST,
        "For all but $n = 1$ we have " + FIRST,
        "Unless $n = 1$, " + FIRST,
        "Unlike for $n = 1$, " + FIRST,
        "For $n = 1$ it is easy; in general " + FIRST,
        "For $n = 1$ it is easy, but otherwise " + FIRST,
        "If $a = 1$ or $b = 1$, then " + BETA,
        "For $a = 1$ we are done, and for $b = 1$ we get " + BETA,
        "For $n = 1$ we get " + FIRST + " Hence " + FIRST,
        "For $a = b = 2$ we get " + BETA,
        "For $x = 0$ we get $f(x) = 1$. Then $$f(x) = 1.$$",
        "For $a=b$ we get $$a^2 = ab.$$ \n\nThe product is $$a^2 = ab.$$",
        r"If $n = 0$, then $$\frac{1}{n} \sum_{i=1}^n x_i = 0.$$",
        r"If $x = 0$, then $$\log x = \log x^2.$$",
        r"For $\theta = 1/2$ we get $$\frac{d}{d\theta} [\theta (1 - \theta)] = 1.$$",
    ],
)
def test_of_anything_else_it_is_not(text):
    assert last(text).status not in ("proved", "follows")


@pytest.mark.parametrize(
    "text",
    [
        r"Let $f(a) = a^2 b$. For $b = 1$ we get $$f(a) = a^2.$$ Then $$f(2) = 4.$$",
        r"For $n = 1$ we get $$\sum_{i=1}^n x_i = x_1. \tag{1}$$ By (1), $$2 \sum_{i=1}^n x_i = 2 x_1.$$",
        r"For $n = 1$ we get $$S = \sum_{i=1}^n x_i = x_1.$$ Then $$S = x_1.$$",
    ],
)
def test_nothing_is_made_of_it_elsewhere(text):
    assert last(text).status not in ("proved", "follows")


@pytest.mark.parametrize(
    "text",
    [
        "For $n = 2$ we get " + FIRST,
        r"For $n = 2$, the sum is $$\sum_{i=1}^n i = 3,$$ and so $$\sum_{i=1}^n i = n + 1.$$",
    ],
)
def test_a_case_refutes_nothing(text):
    assert last(text).status not in WRONG
