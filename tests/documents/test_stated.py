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
        (GEOMETRIC.replace("for $|r|<1$", "and more. For $|r|<1$ it is well known."), ["unknown"]),
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
