"""Rows of solved equations: what follows has a proof, what does not has values, and other roots are conditions."""

import pytest

from mlce_sym import check
from mlce_sym.documents.verdict.solved import followed

PARETO = r"\frac{n}{\alpha} + n \log m - \sum_{i=1}^n \log x_i"


def last(text):
    return check(text).links[-1].verdict


@pytest.mark.slow
@pytest.mark.parametrize(
    "rows, status",
    [
        (r"2x - 6 &= 0 \\ x &= 3", "follows"),
        (r"2x - 6 &= 0 \\ x &= -3", "does not follow"),
        (r"\frac{s}{\lambda} - n &= 0 \\ s &= n \lambda \\ \lambda &= \frac{s}{n}", "follows"),
        (r"\frac{s}{\lambda} - n &= 0 \\ s &= n + \lambda", "does not follow"),
        (r"\frac{k}{p} - \frac{n-k}{1-p} &= 0 \\ \hat p &= \frac{k}{n}", "follows"),
        (r"\frac{k}{p} - \frac{n-k}{1-p} &= 0 \\ \hat p &= \frac{n}{k}", "does not follow"),
        (r"a x - b &= 0 \\ x &= \frac{b}{a}", "follows"),
        (PARETO + r" &= 0 \\ \hat\alpha &= \frac{n}{\sum_{i=1}^n \log(x_i/m)}", "follows"),
        (PARETO + r" &= 0 \\ \hat\alpha &= \frac{n}{\sum_{i=1}^n \log(x_i m)}", "does not follow"),
    ],
)
def test_rows_below_an_equation(rows, status):
    assert last(rf"Setting the derivative to zero gives $$\begin{{aligned}} {rows} \end{{aligned}}$$").status == status


def test_another_root_is_a_condition():
    verdict = last(r"Setting it to zero gives $$\begin{aligned} x (x - a) &= 0 \\ x &= a \end{aligned}$$")
    assert verdict.status == "follows" and any("x ≠ 0" in condition for condition in verdict.conditions)


def test_a_display_of_its_own_has_no_row_above():
    text = r"Setting it to zero gives $$2x - 6 = 0.$$ Now something else: $$x = 5$$"
    assert last(text).status not in ("does not follow", "refuted")


SOLVED = r"""Let $\bar x > 0$. Setting the score to zero gives
\begin{align*}\frac{n\bar x}{\lambda}-n&=0\\ \lambda&=\bar x.\end{align*}
%s $$"""


def test_a_solution_is_an_assumption_that_is_said():
    text = SOLVED % "Now" + r"\int_0^\infty t\lambda e^{-\lambda t}dt=\frac1{\bar x}.$$"
    verdict = check(text).links[-1].verdict
    assert verdict.status == "proved" and "λ = x̄ (solved in line 2)" in verdict.conditions


def test_a_parameter_may_be_meant_itself():
    assert check(SOLVED % "Recall that" + r"\lambda^2 = \bar x$$").links[-1].verdict.status == "unknown"


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (r"We solve $$x + y = 3, \qquad x - y = 1.$$", ["assumption", "assumption"]),
        (
            r"Setting both to zero, \begin{align} x + y - 3 &= 0 \\ x - y - 1 &= 0 \\ x &= 2 \end{align}",
            ["assumption", "assumption", "unknown"],
        ),
        (
            r"Setting it to zero, \begin{align} 2x - 4 &= 0 \\ 2x &= 5 \\ x &= 2 \end{align}",
            ["assumption", "does not follow", "follows"],
        ),
        (r"We solve $$2x = 4, \qquad x = 3.$$", ["assumption", "does not follow"]),
    ],
)
def test_systems_of_equations(text, statuses):
    assert [link.verdict.status for link in check(text).links] == statuses


SCORE = r"\frac{\partial}{\partial a_j} \mathrm{LL}(a)"


@pytest.mark.parametrize(
    "row, status",
    [(r"\frac{x_j}{a_j} - 1", "follows"), (r"x_j - a_j", "follows"), (r"\frac{x_j}{a_j} + 1", "does not follow")],
)
def test_a_derivative_of_which_nothing_is_known_is_what_it_was_said_to_be(row, status):
    above = rf"We have $${SCORE} = \frac{{x_j}}{{a_j}} - 1.$$"
    verdict = last(
        rf"{above} Setting it to zero gives $$\begin{{aligned}} {SCORE} &= 0 \\ 0 &= {row} \end{{aligned}}$$"
    )
    assert verdict.status == status


def test_no_values_of_a_derivative_of_which_nothing_is_known_say_that_a_row_fails():
    rows = rf"\begin{{aligned}} {SCORE} &= 0 \\ 0 &= \frac{{x_j}}{{a_j}} - 1 \end{{aligned}}"
    assert last(rf"Setting the derivative to zero gives $${rows}$$").status == "unknown"


@pytest.mark.slow
@pytest.mark.parametrize(("size", "status"), [("n - 1", "does not follow"), ("n", "follows")])
def test_the_divisor_of_an_estimated_variance_is_judged_without_a_long_search(size, status):
    row = r"-\frac{n}{2v} + \frac{1}{2v^2} \sum_{i=1}^n (x_i-\mu)^2 = 0"
    text = rf"$${row} \implies \hat v = \frac{{1}}{{{size}}} \sum_{{i=1}}^n (x_i-\mu)^2$$"
    assert check(text, seconds=5).links[-1].verdict.status == status


@pytest.mark.parametrize(
    ("slope", "status"),
    [(r"\frac{d}{dx} x^2\Big|_{x=1}", "refuted"), (r"\frac{d}{dx} x^2\Big|_{x=0}", "proved")],
)
def test_of_numbers_alone_nothing_is_to_be_solved(slope, status):
    """From a false one, all that is false would follow."""
    rest = r"Hence $$\frac{d}{dx}\log x\Big|_{x=2} = 0.$$"
    found = check(f"Setting the derivative to zero, $${slope} = 0.$$ {rest}").links
    assert [link.verdict.status for link in found] == [status, "refuted"]


def test_another_entry_is_no_estimate_of_this_one():
    """x_1 was taken for x_2, so that x_2 = 3 was the same equation as x_1 = 3."""
    found = [link.verdict.status for link in check(r"We solve $x_1 + x_2 = 4$ and find $$x_1 = 3$$ $$x_2 = 3.$$").links]
    assert found[1:] == ["assumption", "unknown"]


@pytest.mark.slow
def test_an_identity_after_a_solution_is_one_for_all_values():
    """Σ (x_i − μ)² = Σ (x_i − x̄)² + (x̄ − μ)², without its n, holds at μ = x̄ alone, which was solved for."""
    text = r"""The score $$\ell'(\mu) = \frac{n (\bar x - \mu)}{\sigma^2}$$ vanishes if and only if $\mu = \bar x$.
A useful identity is $$\sum_{i=1}^n (x_i-\mu)^2 = \sum_{i=1}^n (x_i-\bar x)^2 + %s (\bar x-\mu)^2.$$"""
    assert [check(text % factor).links[-1].verdict.status for factor in ("n", "")] == ["proved", "unknown"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "estimate", [r"\frac1n \sum_i (y_i - \hat w x_i)^2", r"\frac{1}{n-1} \sum_i (y_i - \hat w x_i)^2"]
)
def test_a_row_of_one_unknown_says_nothing_of_another(estimate):
    text = rf"""With $\ell = -\frac n2 \log \sigma^2 - \frac{{1}}{{2\sigma^2}} \sum_{{i=1}}^n (y_i - w x_i)^2$,
$$\frac{{\partial \ell}}{{\partial w}} = \frac{{1}}{{\sigma^2}} \sum_{{i=1}}^n x_i (y_i - w x_i) = 0
\Rightarrow \hat w = \frac{{\sum_i x_i y_i}}{{\sum_i x_i^2}}.$$
The MLE of the variance is $$\hat\sigma^2 = {estimate}.$$"""
    assert [link.verdict.status for link in check(text).links][-2:] == ["follows", "unknown"]


@pytest.mark.parametrize("left", [("exp", ("Mul", 2, "f")), "f"])
def test_from_a_row_that_never_holds_not_everything_follows(left):
    """−1/(1 + e^m) = 0, divided by what is said to be 0, was its product with a factor that is not defined there."""
    never = ("Eq", ("Mul", -1, ("Pow", ("Add", 1, ("exp", "m")), -1)), 0)
    odds = ("log", ("Mul", "p", ("Pow", ("Add", 1, ("Mul", -1, "p")), -1)))
    assert followed((never,), left, ("Mul", 2, odds), (("Member", "p", ("Interval", 0, 1)),)).status != "follows"


@pytest.mark.slow
@pytest.mark.parametrize("words", ["so", "and", "that is,", "which gives"])
@pytest.mark.parametrize("sign, wanted", [("+", "follows"), ("-", "does not follow")])
def test_a_display_that_goes_on_with_the_row_above(words, sign, wanted):
    text = r"""The ridge objective (no intercept) is
$$J(w) = \frac12 \sum_{i=1}^n (y_i - w x_i)^2 + \frac\lambda2 w^2,$$
its derivative $$J'(w) = -\sum_{i=1}^n x_i (y_i - w x_i) + \lambda w = 0,$$ so
$$w \left(\sum_{i=1}^n x_i^2 + \lambda\right) = \sum_{i=1}^n x_i y_i$$ %s
$$\hat w = \frac{\sum_{i=1}^n x_i y_i}{\sum_{i=1}^n x_i^2 %s \lambda}.$$"""
    found = [link.verdict.status for link in check(text % (words, sign)).links]
    assert found == ["definition", "proved", "follows", "follows", wanted]


@pytest.mark.slow
def test_one_of_several_solutions_is_not_refuted():
    text = r"The function satisfies $F(s) = ps + qsF(s)^2$, so $$F(s) = \frac{1-\sqrt{1-4pqs^2}}{%s qs}.$$"
    assert [check(text % factor).links[-1].verdict.status for factor in ("2", "")] == ["unknown", "does not follow"]


SHARES = r"""One maximises $\sum_{k=1}^K N_k \log\pi_k$ subject to $\sum_{k=1}^K \pi_k = 1$. The Lagrangian is
$$F = \sum_{k=1}^K N_k \log\pi_k + \lambda \left(1 - \sum_{k=1}^K \pi_k\right), \quad
\frac{\partial F}{\partial\pi_k} = \frac{N_k}{\pi_k} - \lambda = 0,$$
so $\pi_k = N_k/\lambda$. Summing over $k$ gives $\lambda = %s$ and $$\hat\pi_k = \frac{N_k}{%s}.$$"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "total, share, wanted",
    [
        (r"\sum_{k=1}^K N_k", r"\sum_{j=1}^K N_j", ["follows", "follows"]),
        ("K", "K", ["unknown", "unknown"]),
        ("2", "2", ["unknown", "unknown"]),
    ],
)
def test_a_row_is_summed_over_its_index(total, share, wanted):
    """Nothing follows from a row that says no more than 0 = 0 once definitions are written out."""
    assert [link.verdict.status for link in check(SHARES % (total, share)).links[-2:]] == wanted


def test_a_value_has_to_satisfy_the_row_above_together_with_the_others():
    text = (
        r"The stationary distribution satisfies $$u (1-a) + v b = u, \qquad u + v = 1.$$ The first equation gives "
        r"$v b = u a$. Solving, $$u = \frac{b}{a+b}, \qquad v = \frac{a}{a+b}.$$"
    )
    assert "does not follow" not in [link.verdict.status for link in check(text).links]


BELL = r"Let $$g(x) = e^{-(x-m)^2}.$$ Its derivative is $$g'(x) = -2 (x-m) e^{-(x-m)^2}.$$ Its root: "


@pytest.mark.parametrize(
    "slope, wanted",
    [
        (r"-2 (x-m) e^{-(x-m)^2}", ["follows", "follows"]),
        (r"-2 (x+m) e^{-(x-m)^2}", ["follows", "does not follow"]),
    ],
)
def test_a_chain_goes_on_with_zero(slope, wanted):
    links = check(rf"{BELL}$$\begin{{split}} g'(x) = 0 &= {slope} \end{{split}}$$").links
    assert [link.verdict.status for link in links[-2:]] == wanted


def test_a_row_of_a_function_that_is_not_said_refutes_nothing():
    rows = r"\frac{\mathrm{d}\mathrm{Var}(p)}{\mathrm{d}p} &= 0 \\ 0 &= 1 - 2 p"
    text = r"Its derivative is $$\frac{\mathrm{d}\mathrm{Var}(p)}{\mathrm{d}p} = 1 - 2 p.$$ Setting it to zero"
    assert last(rf"{text} $$\begin{{split}} {rows} \end{{split}}$$").status in ("follows", "unknown")


MODE = (
    r"Setting the derivative to 0, $$\frac{d}{d\mu} \mu^{a-1} (1-\mu)^{b-1} = (a-1) \mu^{a-2} (1-\mu)^{b-1} "
    r"- (b-1) \mu^{a-1} (1-\mu)^{b-2} = 0,$$ which gives $$(a-1)(1-\mu) = %s (b-1) \mu,$$ "
    r"so $$\mu = \frac{a-1}{a+b-2}.$$"
)


@pytest.mark.slow
@pytest.mark.parametrize(("factor", "wanted"), [("", ["follows", "follows"]), ("2", ["does not follow"] * 2)])
def test_an_equation_that_words_conclude_follows_with_what_is_divided_by(factor, wanted):
    found = [link.verdict.status for link in check(MODE % factor).links]
    assert found[-2:] == wanted


@pytest.mark.slow
def test_what_fails_only_where_something_is_0_by_which_a_text_divides():
    text = MODE.replace("\\mu", "m") % ""  # m is taken for a whole number
    assert "does not follow" not in [link.verdict.status for link in check(text).links]


FIRST = r"Let $g(a) = a^2 - 4a$. Setting the derivative to zero gives $$2a - 4 = 0,$$ $$a = 2.$$"
SLOPES = r"$$\frac{d}{da} (a^2 - 4a) = 2a - 4 = 0,$$ $$a = 2.$$ $$\frac{d}{da} (a^2 - 3a) = 2a - 3 = 0,$$"


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (rf"{FIRST} Let $h(a) = a^2 - 6a$. Setting it to zero: $$2a - 6 = 0,$$ $$a = 3.$$", "assumption follows"),
        (rf"{FIRST} Let $h(a) = a^2 - 3a$. Setting it to zero: $$2a - 3 = 0,$$ $$a = 2.$$", "assumption fails"),
        (r"We solve $$2a - 4 = 0,$$ $$a = 2.$$ We solve $$2a - 3 = 0,$$ $$a = 2.$$", "assumption fails"),
        (r"We solve $$2a - 4 = 0,$$ $$a = 2.$$ We solve $$2a - 3 = 0,$$ $$a = 3/2.$$", "assumption follows"),
        (rf"{SLOPES} $$a = 2.$$", "follows fails"),
        (rf"{SLOPES} $$a = 3/2.$$", "follows follows"),
    ],
)
def test_what_is_solved_next_is_another_equation(text, statuses):
    """The second one was refuted, or what solves the first was said to follow from it."""
    found = [link.verdict.status.replace("does not follow", "fails") for link in check(text).links[-2:]]
    assert " ".join(found) == statuses


@pytest.mark.slow
@pytest.mark.parametrize(
    ("below", "status"),
    [(r"\sum_{i=1}^n (x_i - \bar x)^2", "follows"), (r"n \sum_{i=1}^n (x_i - \bar x)^2", "unknown")],
)
def test_the_slope_of_a_line_follows_from_both_normal_equations(below, status):
    residual = r"(y_i - \alpha - \beta x_i)"
    text = rf"""$$S(\alpha, \beta) = \sum_{{i=1}}^n {residual}^2$$
    $$\frac{{\partial S}}{{\partial\alpha}} = -2\sum_{{i=1}}^n {residual} = 0$$
    $$\hat\alpha = \bar y - \hat\beta\bar x$$
    $$\frac{{\partial S}}{{\partial\beta}} = -2\sum_{{i=1}}^n x_i {residual} = 0$$
    $$\hat\beta = \frac{{\sum_{{i=1}}^n (x_i - \bar x)(y_i - \bar y)}}{{{below}}}$$"""
    assert last(text).status == status


NEXT = r"Let $Q(m) = -\frac{1}{2} \sum_{i=1}^n r_i (x_i - m)^2$. $$Q'(m) = \sum_{i=1}^n r_i (x_i - m) = 0$$ "


@pytest.mark.parametrize(
    ("row", "status"),
    [
        (r"$$m \sum_{i=1}^n r_i = \sum_{i=1}^n r_i x_i$$", "follows"),
        (r"$$m \sum_{i=1}^n r_i = \sum_{i=1}^n x_i$$", "unknown"),
        (r"We know that $$m \sum_{i=1}^n r_i = \sum_{i=1}^n r_i x_i$$", "unknown"),
        (r"$$a + b = b + a$$", "proved"),
    ],
)
def test_the_next_display_may_be_a_row(row, status):
    assert check(NEXT + row).links[-1].verdict.status == status
