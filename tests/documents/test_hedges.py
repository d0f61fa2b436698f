"""Words by which a condition is not said, or is said of something else: nothing is proved from it, and values at which
it fails refute nothing."""

import pytest

from mlce_sym.documents.walking import checked

ROOT = r" Then $$\sqrt{b^2} = b.$$"


@pytest.mark.parametrize(
    "words",
    [
        r"Let $a$ and $b$ be positive and negative, respectively.",
        r"Neither $a$ nor $b$ is positive.",
        r"The sum of $a$ and $b$ is positive.",
        r"We do not assume that $b$ is positive.",
        r"The magnitude of $b$ is positive.",
        r"At most one of $a$ and $b$ is positive.",
        r"No $b$ is positive.",
        r"Do not assume $b > 0$ here.",
        r"Unless $b > 0$ nothing is known.",
        r"Suppose for a contradiction that $b > 0$.",
        r"Even when $b > 0$ fails, we have this.",
        r"The case $b > 0$ is not possible.",
    ],
)
def test_what_is_not_said_proves_nothing(words):
    assert checked(words + ROOT)[-1].verdict.status == "unknown"


@pytest.mark.parametrize(
    "words",
    [
        r"Let $a$ and $b$ be positive.",
        r"Without loss of generality let $b > 0$.",
        r"This is not needed, so assume that $b$ is positive.",
        r"where the rate $b$ is positive.",
    ],
)
def test_what_is_said_proves(words):
    verdict = checked(words + ROOT)[-1].verdict
    assert (verdict.status, verdict.conditions) == ("proved", ("b > 0 (from the text)",))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (r"It follows that $a \ge 0$. Then $$|a| = a.$$", "unknown"),
        (r"We have shown $a \ge b$, hence $$|a - b| = a - b.$$", "unknown"),
        (r"We have shown $a \ge b$, hence $$|a - b| = a + b.$$", "refuted"),
        ("# A\nLet $a > 0$.\n# B\n" + r"$$\sqrt{a^2} = a$$", "unknown"),
        ("# A\nLet $a > 0$.\n# B\n" + r"$$\sqrt{a^2} = 2a$$", "refuted"),
        (r"Let $a > 0$. Next, let $a$ be any number. Then $$|a| = a$$", "unknown"),
        (r"Let $a$ be positive. Then $a^2 > 0$. Now let $a$ be negative. Then $$|a| = -a$$", "proved"),
        (r"Let $a$ be positive. Then $a^2 > 0$. Now let $a$ be negative. Then $$|a| = a$$", "refuted"),
        (r"Let $a = 2b$. For any numbers $a$ and $b$, $$(a - b)^2 = b^2.$$", "unknown"),
        (r"Let $a = 2b$. For all $c$, $$(a - b)^2 + c = b^2 + c.$$", "proved"),
    ],
)
def test_what_may_hold_neither_proves_nor_lets_values_refute(text, status):
    assert checked(text)[-1].verdict.status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (r"Let $n = 1$. Then we are done. In general, $$\sum_{i=1}^n i = n.$$", "refuted"),
        (r"Let $n = 1$. Then we are done. In general, $$\sum_{i=1}^n i = \frac{n(n+1)}{2}.$$", "proved"),
        (r"Let $n = 1$. Then $$\sum_{i=1}^n i = n.$$", "proved"),
        (r"Suppose first that $a = b$. In the general case, $$(a-b)^2 = a^2 - b^2.$$", "unknown"),
        (r"Consider the case $a = 2b$. Dropping this assumption, $$(a-b)^2 = b^2.$$", "unknown"),
        (r"Let $a = 2b$. Then $$(a-b)^2 = b^2.$$", "proved"),
        (r"Suppose first that $a > 0$. In the general case $$|a| = a.$$", "unknown"),
        (r"Let $s = \sum_{i=1}^n x_i$. In general, $$\sum_{i=1}^n 2 x_i = 2 s.$$", "proved"),
    ],
)
def test_a_special_case_ends(text, status):
    assert checked(text)[-1].verdict.status in (status, "unknown" if status == "refuted" else status)


@pytest.mark.parametrize(
    ("words", "first", "second"),
    [
        (r"Here $u$, $v$ are nonnegative.", "proved", "proved"),
        (r"Here $u$ is nonnegative and $v$ nonpositive.", "proved", "refuted"),
        (r"Here $u$, $v$ are nonnegative or nonpositive.", "refuted", "unknown"),
        (r"Here $u$ and $v$ are positive, negative or zero.", "refuted", "refuted"),
        (r"Here $u$ and $v$ are positive only if needed.", "refuted", "refuted"),
    ],
)
def test_what_is_said_of_a_list_is_said_of_each(words, first, second):
    found = checked(rf"{words} $$\sqrt{{u^2}} = u, \quad \sqrt{{v^2}} = v.$$")
    assert [one.verdict.status for one in found] == [first, second]


def test_what_is_said_in_one_case_is_not_said_in_another():
    here = r"Set $c = 0$ for the moment; then $F(p) = (1-p)^c$ is $$F(p) = 1.$$ For $c = 2$ we get $$F(p) = VALUE$$"
    assert checked(here.replace("VALUE", "1"))[-1].verdict.status != "proved"
    assert checked(here.replace("VALUE", "(1-p)^2"))[-1].verdict.status in ("proved", "definition", "unknown")


@pytest.mark.parametrize(
    "words",
    [
        r"It is not the case that $s = a + b$.",
        r"One might think that $s = a + b$.",
        r"Unless $s = a + b$,",
        r"A wrong answer would be $s = a + b$.",
        r"It is not true that $$s = a + b.$$",
    ],
)
def test_what_is_denied_defines_nothing(words):
    assert checked(words + r" Then $$s - a = b$$")[-1].verdict.status == "unknown"
    assert checked(r"It is not hard to see that $$s = a + b.$$ Then $$s - a = b$$")[-1].verdict.status == "proved"


@pytest.mark.parametrize(
    "words",
    [
        "We do not suppose $a + b = 1$.",
        "Suppose $a + b = 1$ fails.",
        "It is wrong that $a + b = 1$.",
        "Weights need not satisfy $a + b = 1$.",
    ],
)
def test_an_equation_that_is_denied_is_not_assumed(words):
    assert checked(words + r" Then $$(a + b)^2 = 1$$")[-1].verdict.status == "unknown"
    assert checked(r"Suppose $a + b = 1$. Then $$(a + b)^2 = 1$$")[-1].verdict.status == "proved"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("", "proved"),
        ("for all $i$", "proved"),
        (r"for $i = 1, \dots, n$", "proved"),
        ("for some $i$", "unknown"),
        ("for even $i$", "unknown"),
        (r"for $i \le m$", "unknown"),
        ("with probability $1/2$", "unknown"),
        ("except for $i = 1$", "unknown"),
    ],
)
def test_what_is_said_of_some_entries_is_not_said_of_all(words, status):
    assert checked(rf"Let $x_i > 0$ {words}. Then $$\sqrt{{x_i^2}} = x_i$$")[-1].verdict.status == status


@pytest.mark.parametrize(
    "words",
    [
        r"Some of the $y_i \in \{0, 1\}$.",
        r"If only $y_i \in \{0, 1\}$ were true.",
        r"Recode $y_i \in \{0, 1\}$ as $y_i \in \{-1, 1\}$.",
        r"Let $y_i \in \{0, 1\}$. Now let $y_i \in \{-1, 1\}$.",
    ],
)
def test_other_values_take_the_place_of_the_former(words):
    assert checked(words + r" Then $$y_i^2 = y_i$$")[-1].verdict.status != "proved"


@pytest.mark.parametrize(
    "words", [r"Let $t$ lie outside the interval $(0, 1)$.", "We do not assume that $t$ is positive."]
)
def test_nothing_is_supposed_of_what_words_deny(words):
    assert checked(words + r" Then $$|t - 1| = 1 - t$$")[-1].verdict.status == "unknown"
