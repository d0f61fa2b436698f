"""Derivatives at fixed responsibilities, as in the M-step of EM; and laws that hold once something is known."""

import pytest

from mlce_sym import check

GAMMA = r"""$$\gamma_{ik} = \frac{\pi_k e^{-(x_i - \mu_k)^2}}{\sum_{j=1}^K \pi_j e^{-(x_i - \mu_j)^2}}$$"""
Q = r"$$Q = \sum_{i=1}^n \sum_{k=1}^K \gamma_{ik} [\log \pi_k - (x_i - \mu_k)^2]$$"
RIGHT = r"$$\frac{\partial Q}{\partial \mu_k} = 2 \sum_{i=1}^n \gamma_{ik} (x_i - \mu_k)$$"
WRONG = r"$$\frac{\partial Q}{\partial \mu_k} = \sum_{i=1}^n \gamma_{ik} (x_i - \mu_k)$$"


def last(text):
    return check(text, "markdown").links[-1].verdict


@pytest.mark.slow
def test_the_m_step_holds_the_responsibilities_fixed():
    verdict = last(f"The responsibilities are {GAMMA} In the M-step we maximise {Q} {RIGHT}")
    assert verdict.status == "proved" and "γ held fixed (from the text)" in verdict.conditions
    assert last(f"The responsibilities are {GAMMA} In the M-step we maximise {Q} {WRONG}").status == "refuted"


@pytest.mark.slow
def test_what_may_be_held_fixed_is_not_refuted_and_not_proved():
    assert last(f"Let {GAMMA} {Q} {RIGHT}").status == "unknown"


CHAIN = r"Let $p_i = w x_i$ and $L = \sum_{i=1}^n (y_i - p_i)^2 + w$. "
GIVEN = r"Let $p_i = w x_i$ and $L(w) = \sum_{i=1}^n (y_i - p_i)^2 + w$. "


@pytest.mark.parametrize("text, left", [(CHAIN, r"\frac{dL}{dw}"), (GIVEN, r"\frac{dL}{dw}"), (GIVEN, "L'(w)")])
def test_what_moves_is_differentiated_where_nothing_is_fixed(text, left):
    assert last(rf"{text} $${left} = -2 \sum_{{i=1}}^n x_i (y_i - p_i) + 1$$").status == "proved"
    assert last(rf"{text} $${left} = 2 \sum_{{i=1}}^n x_i (y_i - p_i) + 1$$").status == "refuted"
    assert last(rf"{text} $${left} = 1$$").status == "unknown"  # p_i stays there; it was proved


@pytest.mark.slow
@pytest.mark.parametrize("index, sign", [("k", "+"), ("j", "+"), ("k", "-")])
def test_multipliers(index, sign):
    n, t = (f"{name}_{index}" for name in ("n", r"\theta"))
    total = rf"\sum_{{{index}=1}}^K"
    text = rf"$$J = {total} {n} \log {t} {sign} \lambda \left(1 - {total} {t}\right)$$"
    other = "+" if sign == "-" else "-"
    slope = r"$$\frac{\partial J}{\partial \theta_k} = \frac{n_k}{\theta_k}"
    assert last(rf"{text} {slope} {other} \lambda$$").status == "proved"
    assert last(rf"{text} {slope} {sign} \lambda$$").status == "refuted"
    assert last(rf"{text} {slope} {other} K \lambda$$").status != "proved"


@pytest.mark.slow
@pytest.mark.parametrize(
    "text, status",
    [
        (r"$\theta | x \sim Beta(a, b)$. Then $E[\theta | x] = \frac{a}{a+b}$", "proved"),
        (r"$\theta | x \sim Beta(a, b)$. Then $E[\theta] = \frac{a}{a+b}$", "unknown"),
        (r"$\theta | x \sim Beta(a, b)$. Then $E[x] = \frac{a}{a+b}$", "unknown"),
        (r"$\theta | x \sim Beta(a, b)$. Then $E[\theta | z] = \frac{a}{a+b}$", "unknown"),
        (r"$t \sim Beta(a, b)$ and $x_1, \dots, x_n \mid t \sim Bernoulli(t)$. Then $E[t] = \frac{a}{a+b}$", "proved"),
        (r"$x_1, \dots, x_n \mid t \sim Bernoulli(t)$. Then $E[x_1] = t$", "unknown"),
        (r"$Y | X \sim Poisson(\lambda X)$. Then $E[X] = \lambda X$", "definition"),
        (r"$Y | X \sim Poisson(\lambda)$. Then $Var(Y | X) = \lambda$", "proved"),
        (r"$t \sim Beta(c, d)$ and $t | x \sim Beta(a, b)$. Then $E[t] = \frac{c}{c+d}$", "proved"),
        (r"$t \sim Beta(c, d)$ and $t | x \sim Beta(a, b)$. Then $E[t] = \frac{a}{a+b}$", "unknown"),
        (r"$Y | m, t \sim N(m, 1/t)$. Then $E[t] = m$", "unknown"),
        (r"$Y | m, t \sim N(m, 1/t), Z \sim N(m, 1)$. Then $E[Z] = m$", "proved"),
        (r"$Y, Z \sim Poisson(m)$. Then $E[Y] = m$", "proved"),
    ],
)
def test_what_is_known_is_part_of_a_law(text, status):
    assert last(f"Let {text}.").status == status


@pytest.mark.slow
def test_what_is_put_into_an_equation_above():
    text = r"""We minimise $$S(a, b) = \sum_{i=1}^n (y_i - a - b x_i)^2.$$ The normal equations are
$$\begin{align} \frac{\partial S}{\partial a} &= -2 \sum_{i=1}^n (y_i - a - b x_i) = 0 \\
\frac{\partial S}{\partial b} &= -2 \sum_{i=1}^n x_i (y_i - a - b x_i) = 0. \end{align}$$
The first gives $a = \bar y - b \bar x$. Plugging this into the second, $$\sum_{i=1}^n x_i (y_i - \bar y) = """
    assert last(text + r"b \sum_{i=1}^n x_i (x_i - \bar x).$$").status == "follows"
    wrong = check(text + r"2 b \sum_{i=1}^n x_i (x_i - \bar x).$$", "markdown").links[-1]
    assert wrong.verdict.status not in ("follows", "proved")


def test_q_is_no_density_where_it_is_differentiated():
    text = r"Let $$Q(\pi, \lambda) = \sum_{i=1}^n r_i (\log \pi + x_i \log \lambda - \lambda).$$ "
    slope = r"$$\frac{\partial Q}{\partial \lambda} = \sum_{i=1}^n r_i \left(\frac{x_i}{\lambda} - 1\right)$$"
    assert last(text + slope).status == "proved"


@pytest.mark.slow
def test_an_estimate_is_of_the_name_with_its_index():
    text = r"Let $S = \sum_{i=1}^n (y_i - b_0 - b_1 x_i)^2$. Then $$\frac{\partial S}{\partial b_0} = "
    text += r"-2 \sum_{i=1}^n (y_i - b_0 - b_1 x_i).$$ Setting this to zero, "
    assert last(text + r"$$\hat b_0 = \bar y - b_1 \bar x.$$").status == "follows"
    assert last(text + r"$$\hat b_0 = \bar y + b_1 \bar x.$$").status not in ("follows", "proved")


MOVING = r"Let $q = e^w$ and $C = w q$. Then $$\frac{dC}{dw} = q.$$"


@pytest.mark.parametrize(
    "words, status",
    [
        ("With $q$ held fixed, we go on. ", "proved"),
        ("We hold $q$ constant. ", "proved"),
        ("Up to a constant we have it. ", "unknown"),  # dC/dw is no partial derivative
        ("The bound will hold. ", "unknown"),
        ("The sizes $n$ are held fixed. ", "unknown"),
        ("We do not keep $q$ fixed. ", "unknown"),
    ],
)
def test_only_what_is_said_to_be_fixed_is(words, status):
    assert last(words + MOVING).status == status


def test_an_entry_that_a_number_names_moves_as_all_of_them_do():
    text = r"Let $q_i = w x_i$ and $C = w q_1$. Then $$\frac{dC}{dw} = q_1.$$"
    assert last(text).status == "unknown"
