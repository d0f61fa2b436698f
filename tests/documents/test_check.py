"""Documents as people write them, and the verdict on each of their links: proved, refuted, follows, or why not.

These are cases of our own; what must not happen is a right link refuted, or a wrong one proved.
"""

import time

import pytest

from mlce_sym import check
from mlce_sym.documents.equations.links import VERDICTS


def verdicts(text, syntax="markdown"):
    return [link.verdict.status for link in check(text, syntax).links]


PROVED = [
    r"$$\log \prod_{i=1}^n \lambda e^{-\lambda x_i} = n \log \lambda - \lambda \sum_{i=1}^n x_i$$",
    r"$$(a+b)^2 = a^2 + 2ab + b^2$$",
    r"$$\sum_{i=1}^n (x_i - c) = \sum_{i=1}^n x_i - nc$$",
    r"$$\frac{d}{d\lambda} \left[ n \log \lambda - \lambda s \right] = \frac{n}{\lambda} - s$$",
    r"$$\int 2x \, dx = x^2$$",
    r"$$\frac{1}{3} = 0.333$$",
    r"$$p \log p - p \log q = p \log \frac{p}{q}$$",
    r"$$\binom{n}{k} k = n \binom{n-1}{k-1} \quad \text{for } 1 \le k \le n$$",
    r"$$\sqrt{\sigma^2} = \sigma$$",
    r"$$-\frac{n}{\sigma^2} < 0$$",
]
REFUTED = [
    r"$$\log \prod_{i=1}^n \lambda e^{-\lambda x_i} = n \log \lambda + \lambda \sum_{i=1}^n x_i$$",
    r"$$(a+b)^2 = a^2 + b^2$$",
    r"$$\log(a+b) = \log a + \log b$$",
    r"$$\frac{d}{d\lambda} \left[ n \log \lambda - \lambda s \right] = \frac{n}{\lambda} + s$$",
    r"$$\int 2x \, dx = x^3$$",
    r"$$\frac{1}{3} = 0.334$$",
    r"$$\prod_{i=1}^n a y_i = a \prod_{i=1}^n y_i$$",
    r"$$\frac{n}{\sigma^2} < 0$$",
]
NEITHER = [
    (r"$$\mathrm{SSE} = \sum_{i=1}^n r_i^2$$", "definition"),
    (r"$$X \sim \mathcal{N}(\mu, \sigma^2)$$", "assumption"),
    (r"$$p(x|\theta) = \prod_{i=1}^n p(x_i|\theta)$$", "assumption"),
    (r"$$\sum_{k=1}^K \pi_k \log c = \log c$$", "unknown"),  # where the π_k add up to 1
    (r"$$\sum_{j=1}^k z_j \log m = m \log m$$", "unknown"),  # where the z_j add up to m
    (r"$$\log \frac{p(a|b)}{p(b)} = \log \frac{p(b|a)}{p(a)}$$", "unknown"),  # p has many meanings
    (r"Here $$\sum_{i=1}^n a_i = n a_i$$", "unknown"),  # where all are alike
    (r"$$\mathrm{E}[X] = \mu$$", "definition"),
    (r"$$A^T B = B^T A$$", "unknown"),
    (r"$$\log \prod_{i=1}^n q^{x_i} (1-q)^{1-x_i} = \sum_{i=1}^n x_i \log q + (1-x_i) \log(1-q)$$", "unknown"),
]


@pytest.mark.parametrize("text", PROVED)
def test_what_is_proved(text):
    assert verdicts(text) == ["proved"]


@pytest.mark.parametrize("text", REFUTED)
def test_what_is_refuted(text):
    (link,) = check(text).links
    assert link.verdict.status == "refuted"


@pytest.mark.slow
@pytest.mark.parametrize("text, status", NEITHER)
def test_what_is_neither(text, status):
    assert verdicts(text) == [status]


def test_a_sum_without_brackets_has_two_readings_and_both_are_said():
    (link,) = check(NEITHER[-1][0]).links
    assert len(link.verdict.readings) == 2 and any("proved" in reading for reading in link.verdict.readings)


HOMEWORK = r"""
Let $x_1, \dots, x_n$ be counts with $x_i \in \mathbb{N}_0$, and let $\lambda > 0$. The log-likelihood is
$$ \ell(\lambda) = \log \prod_{i=1}^n \frac{\lambda^{x_i} e^{-\lambda}}{x_i!}. $$
It is
\begin{align}
\ell(\lambda) &= \sum_{i=1}^n \left[ x_i \log \lambda - \lambda - \log(x_i!) \right] \\
 &= \log\lambda \sum_{i=1}^n x_i - n \lambda - \sum_{i=1}^n \log(x_i!).
\end{align}
Its derivative is
$$ \frac{d\ell(\lambda)}{d\lambda} = \frac{1}{\lambda} \sum_{i=1}^n x_i - n. $$
Setting it to zero gives
\begin{align}
\frac{1}{\hat\lambda} \sum_{i=1}^n x_i - n &= 0 \\
\hat\lambda &= SOLUTION.
\end{align}
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "solution, last",
    [
        (r"\frac{1}{n} \sum_{i=1}^n x_i", "follows"),
        (r"n \sum_{i=1}^n x_i", "does not follow"),
        (r"\frac{n}{\sum_{i=1}^n x_i}", "does not follow"),
    ],
)
def test_a_homework_from_its_beginning_to_its_end(solution, last):
    found = verdicts(HOMEWORK.replace("SOLUTION", solution))
    assert found == ["definition", "proved", "proved", "proved", "follows", last]


def test_a_slip_is_told_where_it_is():
    text = HOMEWORK.replace("- n \\lambda -", "+ n \\lambda -").replace("SOLUTION", r"\frac{1}{n} \sum_{i=1}^n x_i")
    (wrong,) = check(text).wrong
    assert (wrong.place.line, wrong.verdict.status) == (7, "refuted")
    assert wrong.rhs.startswith(r"\log\lambda \sum_{i=1}^n x_i + n \lambda")


def test_definitions_are_unfolded_and_named():
    text = r"Let $f(z) = z^2 + 1$ and $c = 3$. Then $$f(c) = 10.$$ Also $$f(c) = 11.$$"
    found = check(text).links
    assert [link.verdict.status for link in found] == ["definition", "definition", "proved", "refuted"]
    assert "f as in line 1" in found[2].verdict.conditions


def test_what_the_text_says_is_in_force_and_said():
    (link,) = check(r"Let $0 < w < 1$. Then $$\log w(1-w) = \log w + \log(1-w).$$").links
    assert {"w > 0 (from the text)", "w < 1 (from the text)"} <= set(link.verdict.conditions)


def test_what_is_said_to_the_checker():
    text = "<!-- mlce: given a > 0 -->\n$$\\log(ab) = \\log a + \\log b$$\n<!-- mlce: ignore -->\n$$1 = 2$$"
    (link,) = check(text).links
    assert link.verdict.status == "proved" and "a > 0 (from the text)" in link.verdict.conditions


def test_macros_are_those_of_the_document():
    text = r"\newcommand{\s}[1]{\sum_{i=1}^n #1} $$\s{(a_i + b_i)} = \s{a_i} + \s{b_i} = \s{a_i}.$$"
    found = check(text, "tex").links
    assert [link.verdict.status for link in found] == ["proved", "unknown"]
    assert found[0].lhs == r"\s{(a_i + b_i)}" and found[0].expanded[1].startswith(r"\sum_{i=1}^n")


@pytest.mark.parametrize(
    "line, hint",
    [
        (r"a (b - c) = ab + ac", "It would hold but for the sign of a c."),
        (r"(a+b)(a-b) = a^2 - b^3", "It would hold but for the exponent of b, which would be 2."),
        (r"a (b + c + d) = ab + ac", ""),
        (r"a (b + c) = 2ab + 2ac", "It would hold but for a factor 1/2, which is missing."),
        (r"(a+b)(a-b) = a^2 - b^2 + ab", "It would hold but for the term a b, which is too much."),
    ],
)
def test_the_usual_slips_are_told(line, hint):
    (link,) = check(f"$$ {line} $$").links
    assert link.verdict.hints == ((hint,) if hint else ())


WEAKER = r"Let $L(\mu) = \prod_{i=1}^n e^{-(y_i-\mu)^2/2}$. Then $$ LINE $$"


@pytest.mark.parametrize(
    "line, status",
    [
        (r"L(\mu) \propto \exp\left( \mu \sum_{i=1}^n y_i - n \mu^2/2 \right)", "proved"),
        (r"L(\mu) \propto \exp\left( \mu \sum_{i=1}^n y_i + n \mu^2/2 \right)", "refuted"),
        (r"\log L(\mu) = \mu \sum_{i=1}^n y_i - n \mu^2/2 + \text{const.}", "proved"),
        (r"\log L(\mu) = \mu \sum_{i=1}^n y_i + n \mu^2/2 + \text{const.}", "refuted"),
    ],
)
def test_what_does_not_depend_on_the_argument_is_left_out(line, status):
    assert verdicts(WEAKER.replace("LINE", line))[-1] == status


def test_another_section_may_mean_something_else():
    text = "\\section{One} Let $b = 2$. \\section{Two} \\[ b + c = 2 + c \\] \\[ b = 5 \\]"
    assert verdicts(text, "tex") == ["definition", "unknown", "definition"] or "refuted" not in verdicts(text, "tex")


@pytest.mark.parametrize(
    "text",
    [
        *("", "$$", "$$=$$", "$$===$$", "$$&&&\\\\&&$$", r"\end{document} $$a=b$$", "$$" + "(" * 5000 + "x = y$$"),
        *(r"$$\frac{1}{" * 300 + "x" + "}" * 300 + " = x$$", r"$$9^{9^{9^9}} = 1$$", r"$$(1/2)^{1000000000} = 0$$"),
        *(r"$$(10^9)! = \binom{10^9}{5 \cdot 10^8}$$", r"\def\a{\b\b}\def\b{\a} $$\a = x$$", "$$a \x07 = b$$"),
        *("$$" + "x+" * 100_000 + "x = x$$", r"$$ \sum_{i=1}^{10^9} i = 3$$", r"$$\exp(10^{100}) = \exp(10^{99})$$"),
    ],
)
def test_odd_input_gets_a_verdict_in_time(text):
    start = time.process_time()
    assert all(status in VERDICTS for status in verdicts(text))
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    "text, wanted",
    [
        (r"$$2 m = \sum_{j=1}^2 x_j,$$ where $m = \frac{1}{2} \sum_{j=1}^2 x_j$.", ["proved", "definition"]),
        (r"So $g(2) = 4 c$ where $g(t) = c t^2$.", ["proved", "definition"]),
        (r"So $g(2) = 5 c$ where $g(t) = c t^2$.", ["refuted", "definition"]),
    ],
)
def test_what_is_said_with_where_is_in_force_before_it(text, wanted):
    assert verdicts(text) == wanted


SLOPE = r"$$\ell(m, s) = -n \log s - \frac{1}{2 s^2} \sum_{i=1}^n (x_i - m)^2$$"


@pytest.mark.parametrize(
    "slope, status",
    [
        (r"\frac{\partial \ell}{\partial m} = \frac{1}{s^2} \sum_{i=1}^n (x_i - m)", "proved"),
        (r"\frac{\partial \ell}{\partial s} = -\frac{n}{s} + \frac{1}{s^3} \sum_{i=1}^n (x_i - m)^2", "proved"),
        (r"\frac{\partial \ell}{\partial s} = -\frac{n}{s} + \frac{1}{s^2} \sum_{i=1}^n (x_i - m)^2", "refuted"),
    ],
)
def test_a_function_may_be_differentiated_without_its_arguments(slope, status):
    assert verdicts(f"{SLOPE} $$ {slope} $$") == ["definition", status]


def test_the_end_of_a_chain_sets_what_was_worked_out_to_zero():
    score = r"\frac{d \ell}{d p} = \frac{s}{p} - \frac{n - s}{1 - p} = 0 \\"
    text = rf"$$\ell(p) = s \log p + (n - s) \log(1 - p)$$ $$\begin{{aligned}} {score} \hat p = HAT \end{{aligned}}$$"
    start = ["definition", "proved", "follows"]
    assert verdicts(text.replace("HAT", r"\frac{s}{n}")) == [*start, "follows"]
    assert verdicts(text.replace("HAT", r"\frac{n}{s}")) == [*start, "does not follow"]


LABELS = r"Let $y_1, \dots, y_n \in \{0, 1\}$ and $0 < q < 1$. "


@pytest.mark.parametrize(
    "equation, status",
    [
        (r"\sum_i y_i^2 = \sum_{i=1}^n y_i", "proved"),
        (r"\sum_{i=1}^n c = nc", "proved"),
        (r"\log \prod_i q^{y_i} (1-q)^{1-y_i} = \sum_{i=1}^n [y_i \log q + (1-y_i) \log(1-q)]", "proved"),
        (r"\sum_i (1 - y_i) = n - \sum_i y_i", "proved"),
        (r"\sum_i y_i^2 = n \sum_i y_i", "refuted"),
    ],
)
def test_a_list_of_entries_says_how_many_there_are(equation, status):
    assert verdicts(f"{LABELS} $$ {equation} $$") == [status]


def test_a_list_that_is_compared_is_one_of_entries():
    assert verdicts(r"Let $x_1, \ldots, x_n > 0$. $$\sum_{i=1}^n \log x_i = \log \prod_{i=1}^n x_i$$") == ["proved"]


def test_a_derivative_that_sympy_cancels_is_not_proved_away():
    slope = r"\frac{d}{dx} \log x"
    assert verdicts(f"$${slope} - {slope} = 0$$") == ["unknown"]
    assert verdicts(f"$${slope} = \\frac{{1}}{{x}}$$") == ["proved"]


@pytest.mark.parametrize("text", [r"$$2^\left( a + 1 = 4$$", "$$(a + 1 = 4$$", "So $f(a = 4$ holds."])
def test_an_equation_with_an_open_bracket_is_not_dropped(text):
    (link,) = check(text, "markdown").links
    assert link.verdict.status == "unknown" and link.verdict.reason.startswith("not read: ")
