"""What moves with the variable of a derivative is no constant there, however it is written."""

import pytest

from mlce_sym import check

LAGRANGE = r"Let $L = \sum_{k=1}^K y_k \log p_k$. "
SLOPE = r"\frac{\partial}{\partial p_j}\left[ L + \lambda \sum_{k=1}^K p_k\right]"
TOTAL = r"Let $s = \sum_{k=1}^K e^{z_k}$. "
BY_Z = r"\frac{\partial}{\partial z_i} \frac{e^{z_i}}{s}"


def last(text):
    return check(text).links[-1].verdict


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (LAGRANGE + f"Then $${SLOPE} = %s.$$", r"\frac{y_j}{p_j} + \lambda", r"\lambda"),
        (TOTAL + f"Then $${BY_Z} = %s.$$", r"\frac{e^{z_i}}{s} - \frac{e^{2z_i}}{s^2}", r"\frac{e^{z_i}}{s}"),
        (r"Let $q_i = w x_i$. $$\frac{d}{dw} (\sum_{i=1}^n q_i + w) = %s$$", r"1 + \sum_{i=1}^n x_i", "1"),
        (r"Let $t_i = w x_i$. $$\frac{d}{dw} (\sum_{i=1}^n t_i^2 + w) = %s$$", r"1 + 2 w \sum_{i=1}^n x_i^2", "1"),
    ],
)
def test_what_is_defined_by_the_variable_moves(text, right, wrong):
    assert last(text % right).status == "proved" and last(text % wrong).status in ("unknown", "refuted")


def test_what_is_said_to_be_fixed_does_not():
    verdict = last(TOTAL + rf"With $s$ fixed, $${BY_Z} = \frac{{e^{{z_i}}}}{{s}}.$$")
    assert verdict.status == "proved" and "s held fixed (from the text)" in verdict.conditions


@pytest.mark.parametrize(
    ("row", "status"), [(r"\lambda = 0", "does not follow"), (r"\frac{y_j}{p_j} = -\lambda", "follows")]
)
def test_rows_below_such_a_derivative(row, status):
    assert last(LAGRANGE + f"Setting the derivative to zero gives $${SLOPE} = 0,$$ hence $${row}.$$").status == status


@pytest.mark.parametrize(
    ("right", "status"), [("2 w_k", "proved"), ("w_k", "refuted"), ("2", "unknown"), (r"\sum_j 2 w_j", "refuted")]
)
def test_a_sum_without_limits_leaves_one_term(right, status):
    assert last(rf"$$\frac{{\partial}}{{\partial w_k}} \sum_j w_j^2 = {right}$$").status == status


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (r"h_\theta(x) + \theta^2", "unknown"),
        (r"\log p_\theta(x) + \theta^2", "unknown"),
        (r"x_\theta + \theta^2", "unknown"),
        (r"\hat\theta + \theta^2", "proved"),
    ],
)
def test_what_has_the_variable_below_it_moves(body, status):
    assert last(rf"$$\frac{{\partial}}{{\partial\theta}} ({body}) = 2\theta$$").status == status


def test_what_is_differentiated_elsewhere_moves():
    assert last(r"$$\frac{d}{dt}(f + t^2) - \frac{df}{dt} = 2t - \frac{df}{dt}$$").status == "unknown"


def test_a_sum_without_limits_that_stays_refutes_nothing():
    assert last(r"$$\sum_j w_j^2 + a = 2 a$$").status == "unknown"


def test_a_derivative_at_a_value_is_none_in_that_value():
    """Where f speaks of μ, f'(μ) is the slope in x at μ."""
    text = r"Let $f(x) = \exp(-(x-\mu)^2)$. Then $$f'(\mu) = 0, \quad f''(\mu) = -2.$$"
    assert [link.verdict.status for link in check(text).links[1:]] == ["proved", "proved"]


@pytest.mark.parametrize(
    "text, status",
    [
        (r"Let $q = 1-p$. Then $$\frac{d}{dq} pq = 1 - 2q$$", "unknown"),  # it was refuted
        (r"Let $q = 1-p$. Then $$\frac{d}{dq} pq = p$$", "unknown"),  # it was proved
        (r"Let $u = x^2$. Then $$\int_0^1 x\,du = x$$", "unknown"),  # it was proved
        (r"Let $q = 1-p$. Then $$\frac{d}{dp} pq = 1 - 2p$$", "proved"),
        (r"Let $z = wx$ and $L = (y-z)^2$. Then $$\frac{\partial L}{\partial z} = -2(y-z)$$", "proved"),
        (r"Let $u = x^2$. Then $$\int_0^1 e^u\,du = e - 1$$", "proved"),
    ],
)
def test_what_varies_beside_what_it_was_defined_by(text, status):
    assert check(text).links[-1].verdict.status == status
