"""Lecture notes as people write them: every link is right, so that none may be refuted, and most are proved."""

import pytest

from mlce_sym.documents.walking import checked


def verdicts(text):
    return [link.verdict.status for link in checked(text)]


SQUARES = r"""
$$E(w) = \frac{1}{2} \sum_{n=1}^N (t_n - w_0 - w_1 x_n)^2$$
$$\frac{\partial E}{\partial w_0} = -\sum_{n=1}^N (t_n - w_0 - w_1 x_n)$$
$$\frac{\partial E}{\partial w_1} = -\sum_{n=1}^N (t_n - w_0 - w_1 x_n) x_n$$
Setting these to zero gives $w_0 = \bar t - w_1 \bar x$.
"""
VECTOR = r"""
Let $J(v) = \sum_{i=1}^n (y_i - \sum_{j=1}^d v_j x_{ij})^2$. Then
$$\frac{\partial J}{\partial v_k} = -2 \sum_{i=1}^n x_{ik} (y_i - \sum_{j=1}^d v_j x_{ij})$$
$$\frac{\partial J(v)}{\partial v_j} = SIGN 2 \sum_{i=1}^n x_{ij} (y_i - \sum_{j=1}^d v_j x_{ij})$$
"""
SOFTMAX = r"""
Let $p_k = \frac{e^{z_k}}{\sum_{j=1}^K e^{z_j}}$ and $L = -\sum_{k=1}^K y_k \log p_k$, where $y$ is one-hot. Then
$$\frac{\partial p_k}{\partial z_j} = p_k (\delta_{kj} - p_j), \qquad \frac{\partial L}{\partial z_j} = p_j - y_j.$$
"""
POSTERIOR = r"""
Let $p(x|\theta) = \theta e^{-\theta x}$ and $p(\theta) = \frac{b^a}{\Gamma(a)} \theta^{a-1} e^{-b\theta}$. Then
\begin{align}
p(\theta|x) &\propto p(x|\theta) p(\theta) \\
&\propto \theta e^{-\theta x} \theta^{a-1} e^{-b\theta}.
\end{align}
So $p(\theta|x) \propto \theta^{EXPONENT} e^{-(b + x)\theta}$.
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "text, wanted",
    [
        (SQUARES, ["definition", "proved", "proved", "follows"]),
        (VECTOR.replace("SIGN", "-"), ["definition", "proved", "proved"]),
        (VECTOR.replace("SIGN", "+"), ["definition", "proved", "refuted"]),
        (SOFTMAX, ["definition", "definition", "proved", "proved"]),
        (POSTERIOR.replace("EXPONENT", "a"), ["definition", "definition", "assumption", "proved", "proved"]),
        (POSTERIOR.replace("EXPONENT", "a-1"), ["definition", "definition", "assumption", "proved", "refuted"]),
    ],
)
def test_lectures(text, wanted):
    assert verdicts(text) == wanted


@pytest.mark.parametrize(
    "equation, status",
    [
        (r"\prod_{i=1}^n a^{y_i} \prod_{i=1}^n e^{-a} \cdot a^c = a^{c + \sum_{i=1}^n y_i} e^{-na}", "proved"),
        (r"\prod_{i=1}^n a^{y_i} \prod_{i=1}^n e^{-a} \cdot a^c = a^{nc + \sum_{i=1}^n y_i} e^{-na}", "unknown"),
        (r"\prod_{i=1}^n a^{y_i} \prod_{i=1}^n e^{-a} \cdot a^c = a^{2c + \sum_{i=1}^n y_i} e^{-na}", "refuted"),
        (r"\mathrm{Gam}(x; a, b) = \frac{1}{\Gamma(a) b^a} x^{a-1} e^{-x/b}", "proved"),
        (r"\mathrm{Gam}(x; a, b) = \frac{1}{\Gamma(a) b^a} x^a e^{-x/b}", "refuted"),
    ],
)
def test_readings_of_which_one_is_meant(equation, status):
    assert verdicts(f"$$ {equation} $$") == [status]


def test_a_case_is_over_at_the_next_one():
    text = r"If $t > c$, the limit is infinite. However, when $t < c$ we have $$\frac{c}{t-c} (0 - 1) = \frac{c}{c-t}$$"
    assert verdicts(text)[-1] == "proved"


def test_a_name_that_is_let_be_anything_has_lost_its_meaning():
    assert verdicts("Let $k = 3$. Then $$k^2 = 3k.$$ Now let $k$ be arbitrary. Then $$k^2 = 3k.$$")[-1] == "refuted"


def test_noise_is_no_definition():
    text = r"Let $y_i = w x_i + \epsilon_i$ for all $i = 1, \dots, n$, and $R(w) = \sum_{i=1}^n (y_i - w x_i)^2$. Then"
    assert verdicts(text + r"$$R'(w) = -2 \sum_{i=1}^n x_i (y_i - w x_i)$$")[-1] == "proved"
