"""How wide LaTeX sets a formula is known well enough for reasons to stand in their column; where lines are broken."""

import pytest

from mlce_sym.writers.fit import BREAK, Display, broken, tex_width
from mlce_sym.writers.latex import display

MEASURED = {  # with \settowidth, in Latin Modern at 11 points, in em
    r"= \sum_{j=1}^{d} x_{i,j} (t v_j + w_j)": 8.7,
    r"L(\theta) < L(\theta_0)": 5.7,
    r"= \frac{e^{z}}{1 + e^{z}} - y": 5.9,
    r"\iff \sum_{k=1}^{K} \frac{1}{m n} \sum_{i=1}^{n} y_{i,k} = 1": 11.1,
    r"\iff \log B(t; p) < \log B(t; q) + \log\Bigl(\frac{p t}{q} + \frac{(1 - p) (1 - t)}{1 - q}\Bigr)": 25.0,
    r"= \operatorname*{arg\,min}_{\theta \in \Theta} \ell(\theta).": 6.7,
    r"= \exp\biggl(\Bigl(-\frac{\nu}{2} - \frac{1}{2}\Bigr) \log u\biggr)": 11.0,
    r"= -\frac{1}{n} \sum_{i=1}^{n} \log f(y_i; \theta)": 9.2,
    r"= \theta^{\sum_{i=1}^{n} y_i} (1 - \theta)^{\sum_{i=1}^{n} (1 - y_i)}": 12.2,
    r"\text{constant out of the sum}": 10.5,
}


@pytest.mark.parametrize("formula, width", MEASURED.items())
def test_the_width_of_a_formula_is_known_to_an_em(formula, width):
    assert width - 0.8 < tex_width(formula) < width + 0.8


def rows(right: str, reason: str = "because") -> list[str]:
    return display([Display("x", "=", right, reason)]).splitlines()[1:-1]


def test_a_formula_takes_one_row_more_rather_than_to_push_its_reason_down():
    term = r"\int_0^1 (p - q) h(t) B(t; r) \, \mathrm{d} t"
    beside = rows(f" {BREAK}+ ".join([term] * 3 + ["a + b + c + d"]))
    assert len(beside) == 2 and beside[-1].endswith(r"\why{because}") and not any("below" in row for row in beside)
    unbroken = rows(" + ".join([term] * 3 + ["a + b + c + d"]))
    assert len(unbroken) == 2 and unbroken[-1].endswith(r"\below{because}")


def test_two_rows_meet_at_a_relation_that_leaves_both_of_them_room():
    assert broken(f"a + b {BREAK}+ c {BREAK}< d + {BREAK}e", 12, len) == ["a + b + c", "< d + e"]
    assert broken(f"aaaaaaaaaaaaaaaa {BREAK}+ bb {BREAK}> 0", 20, len) == ["aaaaaaaaaaaaaaaa", "+ bb > 0"]
