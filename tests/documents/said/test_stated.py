"""Conditions: of a list, and after the formula to which they belong."""

import pytest

from mlce_sym import check

GEOMETRIC = r"$\sum_{k=0}^{\infty} r^k = \frac{1}{1-r}$ for $|r|<1$"


@pytest.mark.parametrize(
    "text, wanted",
    [
        (r"Let $a,b>0$. Then $\log(ab)=\log a+\log b$ and $\log(ab) = \log a - \log b$.", ["proved", "refuted"]),
        (r"$\log(ab) = \log a + \log b$ for all $a, b > 0$.", ["proved"]),
        (GEOMETRIC, ["proved"]),
        (GEOMETRIC.replace("1-r", "1+r"), ["refuted"]),
        (GEOMETRIC.replace("for $|r|<1$", "and more. For $|r|<1$ it is well known."), ["proved"]),  # where it converges
        (r"$|x| = x$ for $x \ge 0$, and $|x| = -x$ for $x < 0$, but $|x| = x$ too.", ["proved", "proved", "refuted"]),
        (r"$$\sqrt{c^2} = c$$ for $c > 0$. If $d < 0$, $\sqrt{d^2} = d$", ["proved", "refuted"]),
    ],
)
def test_conditions(text, wanted):
    assert [link.verdict.status for link in check(text).links] == wanted


def test_a_list_is_said_of_each():
    (link,) = check(r"Let $a,b>0$. Then $\log(ab)=\log a+\log b$.").links
    assert link.verdict.conditions == ("a > 0 (from the text)", "b > 0 (from the text)")


def test_what_is_said_after_a_formula_is_not_in_force_before_it():
    first, second = check(r"$$\sqrt{c^2} = c$$ and then $$\sqrt{c^2} = c$$ for $c > 0$.").links
    assert (first.verdict.status, second.verdict.status) == ("refuted", "proved")


def test_another_supposition_takes_the_place_of_the_first():
    here = r"Suppose $a + b = 1$. Then $$(a+b)^2 = 1.$$ Now suppose $a + b = 2$. Then $$(a + b)^2 = VALUE$$"
    right, wrong = (check(here.replace("VALUE", value)).links for value in ("4", "1"))
    assert [link.verdict.status for link in right] == ["assumption", "proved", "assumption", "proved"]
    assert wrong[-1].verdict.status == "refuted"
    assert check(r"Suppose $a + b = 1$. Since $a + b = 2$, we are done.").links[-1].verdict.status == "refuted"


def test_a_supposition_is_no_claim():
    here = r"Suppose $|r| < 1$. Then $r^2 < 1$. Suppose now that $|r| > 1$. Then $$|r|^2 VALUE 1$$"
    assert check(here.replace("VALUE", ">")).links[-1].verdict.status == "proved"
    assert check(here.replace("VALUE", "<")).links[-1].verdict.status != "proved"
    assert "refuted" not in [link.verdict.status for link in check(here.replace("VALUE", ">")).links]


@pytest.mark.parametrize(
    "text, wanted",
    [
        (r"Since $\log x \le x - 1$, $$a + 1 \le a.$$ Hence $1 = 2$.", ["refuted", "refuted"]),  # it was supposed
        (r"By $x \le y$, $$a \le a + 1.$$", ["proved"]),
        (r"For $x > 0$, $$x \ge 0.$$", ["proved"]),
        (r"For all real $x$: $$x^2 + 1 \ge 2x$$", ["proved"]),
        (r"If $0 < p < 1$, $$p^2 > p$$", ["refuted"]),
        (r"For real numbers $a$ and $b$, $$ab > a^2 + b^2$$", ["refuted"]),
        (r"Assume, for $i \le n$, $$0 < y_i < 1.$$ Then $\sqrt{y_i^2} = y_i$.", ["proved"]),  # it was refuted
    ],
)
def test_what_words_say_of_a_formula_before_a_display_is_not_said_of_this(text, wanted):
    assert [link.verdict.status for link in check(text).links] == wanted
