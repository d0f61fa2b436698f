"""Names that stand for no numbers, logarithms to a base, bars that are no means, and what holds roughly."""

import pytest

from mlce_sym.documents.walking import checked

SQUARE = r" Then $$(A+B)^2 = A^2 + 2AB + B^2.$$"
SLOPE = r" Then $$\frac{d}{dx} \log x = \frac1x.$$"
CENTRED = r" Then $$\sum_{i=1}^n (x_i - \bar x) = 0.$$"
MODULUS = r" Then $$|z|^2 = z^2.$$"


@pytest.mark.parametrize(
    ("words", "link"),
    [
        (r"Let $A$ and $B$ be square matrices.", SQUARE),
        (r"Let $A$ and $B$ be $n \times n$ matrices.", SQUARE),
        (r"For linear operators $A$ and $B$ we write $AB$.", SQUARE),
        (r"Let $A, B \in \mathbb{R}^{n \times n}$.", SQUARE),
        (r"Here $\log$ denotes the logarithm to base 10.", SLOPE),
        (r"All logarithms are to base two.", SLOPE),
        (r"We write $\log = \log_2$.", SLOPE),
        (r"Let $\bar x$ be the median.", CENTRED),
        (r"Here $\bar x$ is the geometric mean.", CENTRED),
        (r"Here the bar denotes the maximum.", CENTRED),
        (r"Let $z$ be a complex number.", MODULUS),
        (r"Let $z \in \mathbb{C}$.", MODULUS),
        (r"Here $\bar x$ and $\bar y$ are the medians.", CENTRED),
        (r"Here $f'$ denotes a convolution, not the derivative.", r" With $f(x) = x^2$ we have $$f'(x) = 2x$$"),
    ],
)
def test_what_is_no_number_is_not_judged(words, link):
    assert checked(words + link)[-1].verdict.status == "unknown"


@pytest.mark.parametrize(
    ("words", "link"),
    [
        (r"Let $A$ and $B$ be numbers, and $C$ a set.", SQUARE),
        (r"Set $A$ and $B$ as above.", SQUARE),
        (r"All logarithms are to base $e$.", SLOPE),
        (r"The entropy is measured in bits.", r" Then $$\log_2 (4 x) - \log_2 x = 2$$"),
        (r"Here $\bar x$ is the sample mean.", CENTRED),
        (r"Here the bar denotes the average.", CENTRED),
        (r"Here $\bar x$ and $\bar y$ are the sample means.", CENTRED),
        (r"Here $f'$ denotes the derivative.", r" With $f(x) = x^2$ we have $$f'(x) = 2x$$"),
        (r"Let $z \in \mathbb{R}$.", MODULUS),
    ],
)
def test_numbers_are_judged(words, link):
    assert checked(words + link)[-1].verdict.status == "proved"


@pytest.mark.parametrize(
    "text",
    [
        r"To first order in $h$ we have $$e^h = 1 + h.$$",
        r"Neglecting terms of second order, $$(1+h)^3 = 1 + 3h.$$",
        r"Working modulo 2, $$(a + b)^2 = a^2 + b^2.$$",
        r"There is a $c$ with $$e^c = 3 - c.$$",
        r"The equation $$x^2 = 2x$$ holds if and only if $x = 0$ or $x = 2$.",
        r"Let $x$ and $y$ be orthogonal. Then $$(x+y)^2 = x^2 + y^2.$$",
        r"Dropping constants, $$2 x + 1 = 2 x.$$",
        r"In Boolean algebra, $$a + a = a.$$",
        r"On a clock, $$10 + 5 = 3.$$",
        r"For vectors $u$ and $v$ in space, $$u \times v = - v \times u.$$",
    ],
)
def test_what_is_not_said_of_all_values_is_not_refuted(text):
    assert checked(text)[0 if "holds" in text else -1].verdict.status == "unknown"


@pytest.mark.parametrize(
    "text", [r"Hence $$e^h = 1 + h.$$", r"So we have $$(a + b)^2 = a^2 + b^2.$$ It holds for all."]
)
def test_what_is_said_of_all_values_is_refuted(text):
    assert checked(text)[0].verdict.status == "refuted"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (r"$$(A+B)^2 = A^2 + 2AB + B^2,$$ where $A$ and $B$ are matrices.", "unknown"),
        (r"$$(A+B)^2 = A^2 + 2AB + B^2,$$ where $A$ and $B$ are numbers. The matrices $A$ come later.", "proved"),
        (r"$$\frac{d}{dx}\log x = \frac{1}{x},$$ where $\log$ is the logarithm to base 10.", "unknown"),
        (r"$$\frac{d}{dx}\log x = \frac{1}{x},$$ where $\log$ is the natural logarithm.", "proved"),
        (r"$$\sqrt{t^2} = t,$$ where $t$ is positive.", "proved"),
        (r"$$\sqrt{t^2} = t,$$ where $t$ is negative.", "refuted"),
        (r"$$\sqrt{t^2} = t.$$ The number $t$ is positive.", "refuted"),
        (r"$$\sum_{i=1}^n (x_i - \bar x) = 0,$$ where $\bar x$ is the median.", "unknown"),
        (r"$$\sum_{i=1}^n (x_i - \bar x) = 0,$$ where $\bar x$ is the mean.", "proved"),
    ],
)
def test_what_is_said_after_a_display_is_said_of_it(text, status):
    assert checked(text)[0].verdict.status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (r"**Solution.** We have $$(a + b)^2 = a^2 + b^2.$$", "refuted"),
        ("We have $$(a + b)^2 = a^2 + b^2.$$\n\nThe characteristic length is another thing.", "refuted"),
        ("We have $$(a + b)^2 = a^2 + b^2$$ in the limit.", "unknown"),
        (r"The solution is $$(a + b)^2 = a^2 + b^2.$$", "unknown"),
    ],
)
def test_a_heading_and_the_next_sentence_do_not_speak_of_a_formula(text, status):
    assert checked(text)[0].verdict.status == status


@pytest.mark.parametrize(
    "text",
    [
        r"A discount of 5 % of $240 = 0.05 \cdot 240$ is twelve.",
        "Ten percent of $50 = 5$.",
        "The number $x$ is such that half of $x = x/2$.",
        "So twice $a = 2a$.",
        "Double $3 = 6$.",
        "The square of $3 = 9$.",
        "It is minus $2 = -2$.",
        "So half of $x = x$.",
        "So twice $b = c$.",
    ],
)
def test_a_left_side_that_words_make_a_part_of_what_is_meant(text):
    assert checked(text)[-1].verdict.status == "unknown"


def test_what_words_make_another_thing_of_is_not_learnt():
    assert checked("So twice $b = c$. Then $$b^2 = c^2.$$")[-1].verdict.status != "proved"
    assert checked("Half of $x = x/2$. So $x = 0$.")[-1].verdict.status != "follows"
    assert checked(r"A root of $x^3 - 8 = 0$ is found, so that $x = 2$.")[-1].verdict.status == "follows"
    assert checked("The maximum of $f(x) = x - x^2$ is known. Then $$f'(x) = 1 - 2x.$$")[-1].verdict.status == "proved"
