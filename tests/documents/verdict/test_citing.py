"""What a text cites, "by (3)", is a premise if it stands above, is sound, and is in force still."""

import pytest

from mlce_sym import check
from mlce_sym.documents.text.blocks import blocks
from mlce_sym.documents.text.places import Files
from mlce_sym.documents.text.references import used_in

SYSTEM = r"Suppose that $$ 2a + 3b = 12 \tag{1} $$ and that $$ a - b = 1. \tag{2} $$ "
TOTAL = r"Suppose that $$\sum_{i=1}^n x_i = n m. \label{s}$$ "


def last(text):
    return check(text).links[-1].verdict


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("By (1) and (2), we get", ("1", "2")),
        (r"Plugging \eqref{eq:m} and \eqref{eq:v} into Eq. (2), we have", ("eq:m", "eq:v", "2")),
        ("Adding equations (1), (2) and (3) gives", ("1", "2", "3")),
        ("As in Figure (3), we have", ()),
        ("Unlike (1), and where (2) does not hold,", ()),
        ("By (1). Now another thing:", ()),
    ],
)
def test_what_a_sentence_uses(words, names):
    assert used_in(words) == names


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "status"),
    [
        (SYSTEM + "From (1) and (2), $$ a = 3. $$", "follows"),
        (SYSTEM + r"\begin{align} 2 a + 4 b &\overset{(1)}{=} 12 + b \end{align}", "follows"),
        (SYSTEM + "From $(1)$ and Eq. (2), $$ a = 3. $$ Substituting into (2), we get $b = 2$.", "follows"),
        (SYSTEM + "From (1) and (2), $$ a = 2. $$", "does not follow"),
        (SYSTEM + "Adding (1) and (2), we get $$ 3a + 2b = 12. $$", "does not follow"),
        (SYSTEM + "From (1) we get $$ b = 4 - \\frac{2a}{3}. $$", "follows"),
        (SYSTEM + "From (1) we get $$ b = 4 + \\frac{2a}{3}. $$", "does not follow"),
        (SYSTEM + "From (1) and the symmetry of the problem we get $$ b = 4 + \\frac{2a}{3}. $$", "unknown"),
        (TOTAL + r"By \eqref{s}, $$\sum_{i=1}^n (x_i - m) = 0.$$", "follows"),
        (TOTAL + r"$$\sum_{i=1}^n (x_i - m) = 0 \text{ by \eqref{s}}$$", "follows"),
        (r"Suppose that $$f(x) + g(x) = 1. \qquad (7)$$ By (7), $$f(x) - f(x)^2 = f(x) g(x).$$", "follows"),
        (r"Suppose that $$f(x) + g(x) = 1. \qquad (7)$$ By (7), $$f(x) - g(x)^2 = f(x) g(x).$$", "refuted"),
    ],
)  # fmt: skip
def test_a_sound_equation_above_is_a_premise(text, status):
    assert last(text).status == status


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (r"By (1), $$x + y = 2y.$$", "it uses (1), which does not stand above, or is no longer in force"),
        (r"$$a + b = 2 b \tag{1}$$ By (1), $$a^2 = b^2.$$", "it uses (1), which is not proved"),
        (r"$$(a+b)^2 = a^2 \tag{1}$$ By (1), $$b^2 + 2 a b = b.$$", "it uses (1), which is not proved"),
        (r"By (1), $$x^2 + x = 2 y^2. \tag{1}$$", "it uses (1), which is this equation itself"),
        (
            r"Suppose $x > 0$ and $$|x| = x. \tag{1}$$ Now let $x < 0$. By (1), $$|x| + 1 = x + 1.$$",
            "it uses (1), which was said of something else",
        ),
        (
            r"Suppose that $$x + z = y. \tag{1}$$ Now let $x$ be the number of failures. By (1), $$y - x = z.$$",
            "it uses (1), which does not stand above, or is no longer in force",
        ),
    ],
)
def test_what_may_not_be_used_is_named(text, reason):
    verdict = last(text)
    assert (verdict.status, verdict.reason) == ("unknown", reason)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        r"Suppose that $$a + b = 3. \tag{1}$$ This was wrong; let us drop (1). By (1), $$a = 3 - b.$$",
        r"Suppose that $$a + b = 3. \tag{1}$$ In fact (1) does not hold. By (1), $$a = 3 - b.$$",
        r"Suppose that $$a + b = 3. \tag{1}$$ Now suppose instead that $a + b = 4$. By (1), $$a = 3 - b.$$",
        r"Suppose for a contradiction that $$a + b = 3. \tag{1}$$ By (1), $$a = 3 - b.$$",
        r"Suppose that $$a = b + 1 \tag{1}$$ and $$b = a + 1. \tag{2}$$ From (1) and (2), $$a = 7.$$",
        r"Let $X \sim N(0, 1)$. $$E[X^2] = 1. \tag{1}$$ Now let $X \sim N(0, 4)$. By (1), $$E[X^2] + 1 = 2.$$",
    ],
)
def test_what_is_taken_back_or_contradicts_itself_proves_nothing(text):
    assert last(text).status == "unknown"


def test_what_needs_a_condition_brings_it():
    verdict = last(r"$$\frac{x^2}{x} = x \tag{1}$$ By (1), $$g\left(\frac{x^2}{x}\right) = g(x).$$")
    assert verdict.status == "proved" and any("x ≠ 0" in one for one in verdict.conditions)


def test_a_bound_name_is_no_instance_of_what_is_said_of_one():
    text = r"Suppose that $$x_i = 2. \tag{1}$$ By (1), $$\sum_{i=1}^n x_i = 2 n.$$"
    assert last(text).status != "follows" or "∀" in str(last(text).conditions)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Suppose that $$a^2 = a + 1.$$", "assumption"),
        ("Subject to the constraint $$a + b = 1,$$", "assumption"),
        ("Suppose for a contradiction that $$a + b = 1.$$", "unknown"),
        ("So we know that $$a^2 = a + 1.$$", "refuted"),
    ],
)
def test_a_display_that_is_assumed(text, status):
    assert last(text).status == status


def test_the_sum_of_two_equations_is_less_than_both():
    text = "Suppose $$u + v = 1 \\tag{1}$$ and $$u v = -2. \\tag{2}$$ From (1) and (2), $$u^2 + v^2 = 5.$$"
    assert last(text).status == "unknown"


@pytest.mark.parametrize(
    ("words", "status"),
    [("By (1),", "refuted"), ("Using (1), we set", "definition"), ("Instead of (1) we use", "definition")],
)
def test_what_is_said_to_come_from_a_definition_is_no_other_one(words, status):
    text = f"Suppose $$\\theta = \\frac{{a}}{{b}}. \\tag{{1}}$$ {words} $$\\theta = \\frac{{2a}}{{b}}.$$"
    assert last(text).status == status


COUNTED = r"""Let
\begin{equation} a = 2 b \end{equation}
\begin{equation*} c = 5 \end{equation*}
and suppose that
\begin{align} b &= 3 d, \notag \\ d &= e + \begin{cases} 1 & e > 0 \\ 0 & e \le 0 \end{cases}, \\ b &= 7 f. \end{align}
"""


@pytest.mark.parametrize(
    "line, wanted",
    [("By (3), $b - 7 f = 0$.", "proved"), ("By (3), $b = 8 f$.", "refuted"), ("By (1), $a/2 = b$.", "proved")],
)
def test_equations_are_counted_as_latex_counts_them(line, wanted):
    found = check(COUNTED + line, "tex").links[-1].verdict
    assert found.status == wanted or (wanted == "refuted" and found.status == "does not follow"), found


@pytest.mark.parametrize(
    "start, numbers", [("", [("1",), (), ("", "2", "3")]), (r"\numberwithin{equation}{section} ", [()] * 3)]
)
def test_the_numbers_of_rows(start, numbers):
    found = blocks(Files().add("a.tex", start + COUNTED), "tex")
    assert [block.counted for block in found if block.kind == "display"] == numbers
