"""Gradients of regressions as students write them: through p and z, by entries, by the chain rule; and slips."""

import pytest

from mlce_sym.documents.walking import checked

LOSS = r"J = -\frac1n \sum_{i=1}^n \left[ y_i \log p_i + (1-y_i) \log(1-p_i) \right]"
LOGISTIC = (
    r"Define $\sigma(z) = \frac{1}{1+e^{-z}}$. Let $z_i = w x_i + b$ and $p_i = \sigma(z_i)$. Then $$" + LOSS + "$$"
)
ENTRIES = r"Let $z_i = \sum_{j=1}^d w_j x_{ij}$ and $p_i = \frac{e^{z_i}}{1 + e^{z_i}}$. Then $$" + LOSS + "$$"
THETA = r"""Let $h_\theta(x) = \frac{1}{1+e^{-\theta x}}$ and
$$J(\theta) = -\frac{1}{m} \sum_{i=1}^m
\left[ y^{(i)} \log h_\theta(x^{(i)}) + (1-y^{(i)}) \log (1-h_\theta(x^{(i)})) \right]$$"""
COUNTS = r"Let $\mu_i = e^{w x_i}$ and $$\ell(w) = \sum_{i=1}^n \left[ y_i \log \mu_i - \mu_i - \log(y_i!) \right]$$"
SOFTMAX = (
    r"Let $p_k = \frac{e^{z_k}}{\sum_{j=1}^K e^{z_j}}$, $\sum_{k=1}^K y_k = 1$, and $$L = -\sum_{k=1}^K y_k \log p_k$$"
)
LOGITS = r"Let $z_k = w_k^\top x$. " + SOFTMAX
ONE = r"Let $z = wx + b$, $a = \sigma(z)$ with $\sigma(z) = 1/(1+e^{-z})$, and $L = -y\log a - (1-y)\log(1-a)$. "


def verdict(text, link):
    return checked(f"{text} $${link}$$")[-1].verdict


@pytest.mark.slow
@pytest.mark.parametrize(
    "text, link, right, wrong",
    [
        (LOGISTIC, r"\frac{\partial J}{\partial w} = \frac1n \sum_{i=1}^n SIDE x_i", "(p_i - y_i)", "(p_i + y_i)"),
        (LOGISTIC, r"\frac{\partial J}{\partial b} = \frac1n \sum_{i=1}^n SIDE", "(p_i - y_i)", "(y_i - p_i)"),
        (LOGISTIC, r"\frac{\partial p_i}{\partial w} = p_i SIDE x_i", "(1 - p_i)", "(1 + p_i)"),
        (ENTRIES, r"\frac{\partial J}{\partial w_k} = \frac1n \sum_{i=1}^n (p_i - y_i) SIDE", "x_{ik}", "w_k"),
        (
            THETA,
            r"\frac{\partial}{\partial\theta} J(\theta) = SIDE \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)}) x^{(i)}",
            r"\frac1m",
            "",
        ),
        (COUNTS, r"\frac{d\ell}{dw} = \sum_{i=1}^n (y_i - SIDE) x_i", r"\mu_i", r"\log \mu_i"),
        (SOFTMAX, r"\frac{\partial L}{\partial z_m} = SIDE", "p_m - y_m", "p_m + y_m"),
        (LOGITS, r"\frac{\partial L}{\partial z_m} = SIDE", "p_m - y_m", "p_m + y_m"),
        (ONE, r"\frac{da}{dz} = a SIDE", "(1 - a)", "(1 + a)"),
        (ONE, r"\frac{dL}{dz} = \frac{dL}{da} \frac{da}{dz} = SIDE", "a - y", "y - a"),
        (ONE, r"\frac{dL}{dw} = \frac{dL}{dz} \cdot \frac{dz}{dw} = (a - y) SIDE", "x", "w"),
    ],
)
def test_gradients(text, link, right, wrong):
    assert verdict(text, link.replace("SIDE", right)).status == "proved"
    assert verdict(text, link.replace("SIDE", wrong)).status == "refuted"


@pytest.mark.slow
def test_the_sum_over_the_data_of_what_the_chain_rule_says():
    link = (
        r"\frac{\partial J}{\partial w} = \sum_{i=1}^n \frac{\partial J}{\partial p_i} \frac{\partial p_i}{\partial w}"
    )
    assert verdict(LOGISTIC, link).status == "proved"


@pytest.mark.parametrize(
    "link, status",
    [
        (r"\frac{dL}{dz} = 2z + 1", "proved"),  # a moves
        (r"\frac{\partial L}{\partial z} = 1", "proved"),  # a stays
        (r"\frac{dL}{dz} = \frac{\partial L}{\partial z} + \frac{\partial L}{\partial a} \frac{da}{dz}", "proved"),
        (r"\frac{dL}{dz} = 2z + 2", "refuted"),  # in either reading
    ],
)
def test_a_derivative_may_be_the_total_one(link, status):
    found = verdict("Let $a = z^2$ and $L = a + z$.", link)
    assert found.status == status
    assert status == "refuted" or any("moves" in reading for reading in found.readings)


def test_two_indices_may_be_meant_to_differ():
    found = verdict(SOFTMAX, r"\frac{\partial p_k}{\partial z_j} = -p_k p_j")
    assert (found.status, found.reason) == ("unknown", "it needs j ≠ k, which the text does not say")
    assert verdict(SOFTMAX, r"\frac{\partial p_k}{\partial z_j} = p_k p_j").status == "refuted"


def test_a_function_may_be_defined_after_the_name_that_needs_it():
    found = checked(r"Let $a = g(z)$ with $g(z) = z^2$. Then $$\frac{da}{dz} = 2z = 3z.$$")
    assert [link.verdict.status for link in found] == ["definition", "definition", "proved", "refuted"]


def test_what_is_defined_is_no_bound_variable():
    """z = w x: in dL/dz the z that moves is not w x."""
    text = r"Let $z = w x$, $a = e^z$ and $L = a^2$. Then"
    assert verdict(text, r"\frac{dL}{dz} = 2 a^2").status == "proved"
    assert verdict(text, r"\frac{dL}{dz} = a^2").status == "refuted"


def test_the_last_entry_may_be_what_the_others_leave():
    assert verdict("", r"\sum_{i=1}^{n-1} p_i = 1 - p_n").status == "unknown"


SLOPE = r"$$\frac{\partial p_i}{\partial w} = p_i (1-p_i) x_i$$"


@pytest.mark.parametrize(
    "words, status",
    [
        (r"Let $p_i = \sigma(w x_i)$, where $\sigma$ is the sigmoid function.", "proved"),
        (r"With the logistic function $\sigma$ we put $p_i = \sigma(w x_i)$.", "proved"),
        (r"With the function $\sigma$ we put $p_i = \sigma(w x_i)$.", "unknown"),  # it was refuted
        (r"Let $p_i = \sigma(w x_i)$.", "proved"),  # which is said with the verdict
        (r"With the sigmoid, $p_i = \sigma(w x_i)$, and the noise is $\sigma^2$.", "unknown"),
    ],
)
def test_sigma_is_the_logistic_function_where_words_say_so(words, status):
    assert checked(f"{words} {SLOPE}")[-1].verdict.status == status


CROSS_ENTROPY = r"$$\ell(z) = -y\log\sigma(z) - (1-y)\log(1-\sigma(z))$$ Its derivative is $$\frac{d\ell}{dz} = "


@pytest.mark.parametrize(
    "words, slope, status",
    [
        (r"Let $p = \sigma(z)$.", r"\sigma(z) - y", "proved"),
        (r"Let $p = \sigma(z)$.", r"y - \sigma(z)", "unknown"),  # it may be another function
        (r"Let $p = \sigma(z) = \frac{1}{1+e^{-z}}$.", r"\sigma(z) - y", "proved"),
        (r"Let $p = \sigma(z) = \frac{1}{1+e^{-z}}$.", r"y - \sigma(z)", "refuted"),
        (r"Let $p = \sigma(z) = \frac{1}{1+e^{z}}$.", r"y - \sigma(z)", "proved"),
        (r"Let $p = \sigma(z) = \frac{1}{1+e^{z}}$.", r"\sigma(z) - y", "refuted"),
    ],
)
def test_what_was_said_above_of_sigma_is_said_of_the_logistic_function(words, slope, status):
    assert checked(f"{words} {CROSS_ENTROPY}{slope}.$$")[-1].verdict.status == status


@pytest.mark.parametrize(
    "words",
    [
        r"Let $\sigma = \tanh$ and",
        r"Let $\sigma$ denote the softplus, and",
        r"Let $\sigma$ be any odd function and",
        r"The predictive standard deviation is $\sigma(z)$. Let",
        r"For an activation such as tanh let",
    ],
)
def test_sigma_is_not_taken_for_the_logistic_function_where_words_say_what_it_is(words):
    assert (
        checked(rf"{words} $\ell(z) = \log\sigma(z)$. Then $$\ell'(z) = 1 - \sigma(z)$$")[-1].verdict.status
        == "unknown"
    )


def test_sigma_that_is_said_to_be_another_function():
    text = r"Let $\sigma(z) = \tanh z$, which is no logistic function, and $p_i = \sigma(w x_i)$."
    assert checked(f"{text} {SLOPE}")[-1].verdict.status != "proved"


@pytest.mark.parametrize(
    "link, status",
    [
        (r"\frac{dC}{dw} = q", "unknown"),
        (r"\frac{d}{dw} C = q", "unknown"),
        (r"\frac{\partial C}{\partial w} = q", "proved"),
        (r"\frac{dC}{dw} = 3 w^2", "proved"),
    ],
)
def test_a_straight_d_is_no_partial_derivative(link, status):
    assert verdict("Let $q = w^2$ and $C = w q$.", link).status == status


@pytest.mark.parametrize(
    "link, status",
    [
        (r"\frac{d}{dx} x^2\Big|_{x=1} = 2", "proved"),  # it was refuted,
        (r"\frac{d}{dx} \log x\Big|_{x=2} = 3", "refuted"),
        (r"\frac{d}{dx} (x^2 + x)\Big|_{x=1} = 3", "proved"),
        (r"\frac{d}{dx} x e^x\Big|_{x=1} = 2 e", "proved"),
        (r"\frac{d}{dx} \left. x^2 \right|_{x=1} = 2", "unknown"),
        (r"x e^x\Big|_{x=1} = x e", "unknown"),  # and these were proved
        (r"x^2 + x\Big|_{x=1} = x^2 + 1", "unknown"),
        (r"\left. x^2 + x \right|_{x=1} = 2", "proved"),
        (r"\frac{d}{dx} u^2\Big|_{x=1} = 2 u", "unknown"),
        (r"u^2\Big|_{x=1} = u^2", "unknown"),
        (r"u^2\Big|_{x=1} = 4", "proved"),
        (r"\frac{d}{dx} u^2\Big|_{x=1} = 4", "proved"),
        (r"v^2\Big|_{x=1} = 16", "proved"),
        (r"\frac{d}{dx} u^3\Big|_{u=1} = 3", "unknown"),
    ],
)
def test_a_bar_stands_after_a_derivative_and_puts_values_into_what_is_defined(link, status):
    assert verdict("Let $u = x + 1$ and $v = u^2$.", link).status == status


@pytest.mark.slow
def test_values_are_also_looked_for_in_what_a_name_was_proved_to_be():
    """The second derivative of the integral has no values; that of λ/(λ − t) has."""
    text = r"""For $t < \lambda$,
$$M(t) = \int_0^\infty e^{tx} \lambda e^{-\lambda x}\,dx = \frac{\lambda}{\lambda - t}.$$
Then $$M''(t) = \frac{%s\lambda}{(\lambda - t)^3}.$$"""
    found = [checked(text % factor)[-1].verdict.status for factor in ("2", "")]
    assert found == ["proved", "refuted"]


SECTIONS = r"""## One
The variance is $\sigma^2$, and we solve $A w = b$, that is $w = A^{-1} b$.
## Two
For logistic regression with $y_n = \sigma(a_n)$ the error is
$$E(w) = -\sum_{n=1}^N \{ t_n \ln y_n + (1 - t_n) \ln(1 - y_n) \}$$
We have $$LINK$$"""


@pytest.mark.parametrize(
    ("link", "status"),
    [
        (r"\frac{\partial y_n}{\partial a_n} = \sigma(a_n) (1 - \sigma(a_n))", "proved"),
        (r"\sigma(a_n) (1 - \sigma(a_n)) = y_n (1 - y_n)", "proved"),
        (r"\frac{\partial y_n}{\partial a_n} = \sigma(a_n) (1 + \sigma(a_n))", "refuted"),
        (r"\frac{\partial E}{\partial y_n} = \frac{1 - t_n}{1 - y_n} - \frac{t_n}{y_n}", "proved"),
    ],
)
def test_the_nth_output_in_a_section_of_its_own(link, status):
    """σ is the logistic function there, whatever it is elsewhere; E is no mean; y_n = σ(a_n) is said of every n."""
    found = checked(SECTIONS.replace("LINK", link))
    assert found[3].lhs == "E(w)" and found[3].verdict.status == "definition"
    assert found[-1].verdict.status == status
