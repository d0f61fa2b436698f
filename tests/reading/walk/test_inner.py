"""The inner product of data is a sum of numbers where the text shows that they are numbers, and nowhere else."""

import pytest

from mlce_sym import check
from mlce_sym.reading import Scope
from tests.reading.walk.test_readings import readings, words

DATA = Scope(vectors=frozenset("xy"), sizes={"x": "n", "y": "n"})
NORMAL = r"Let $y_i \sim \mathcal{N}(\mu, \sigma^2)$, $i = 1, \ldots, n$, and $\bar y = \frac1n \sum_{i=1}^n y_i$. "


@pytest.mark.parametrize(
    "text, said",
    [
        (r"y^\mathrm{T} y", "Sum(y[k]*y[k], k in 1..n)"),
        (r"2 x^\top y - n \mu^2", "2*Sum(x[k]*y[k], k in 1..n) - n*mu**2"),
        (r"\frac{1}{2\sigma^2} (y^T y + k)", "(Sum(y[k]*y[k], k in 1..n) + k)/(2*sigma**2)"),
    ],
)
def test_it_is_a_sum_over_all_entries(text, said):
    (reading,) = readings(text, DATA)
    assert words(text, DATA) == [said] and not reading.unjudged
    assert any("is a sum over all entries" in doubt for doubt in reading.doubts)


@pytest.mark.parametrize(
    "text, scope",
    [
        ("y^T y", Scope(vectors=frozenset("y"))),  # of how many entries is not said
        ("x^T y", Scope(vectors=frozenset("xy"), sizes={"x": "m", "y": "n"})),
        ("y^T y", Scope(vectors=frozenset("y"), sizes={"y": "n"}, matrices=frozenset("y"))),
        (r"y^T y - y^T X \beta", DATA),  # X may be a matrix, β a vector
        (r"X \beta y^T y", DATA),
        (r"y^T A y", DATA),
        (r"y^T y + b^T b", DATA),
        (r"\sum_{i=1}^n y_{ij} + y^T y", DATA),
        (r"\mathbf{y}^T \mathbf{y}", DATA),
        ("y_1^T y_1", DATA),
    ],
)
def test_of_what_may_be_a_matrix_nothing_is_known(text, scope):
    assert all(reading.unjudged for reading in readings(text, scope))


@pytest.mark.parametrize(
    "text, verdict",
    [
        (r"\sum_{i=1}^n (y_i - \mu)^2 = y^T y - 2 n \bar y \mu + n \mu^2", "proved"),
        (r"\sum_{i=1}^n (y_i - \mu)^2 = y^T y - 2 n \bar y \mu + \mu^2", "refuted"),
        (r"\sum_{i=1}^n (y_i - \mu)^2 = y^T y + 2 n \bar y \mu + n \mu^2", "refuted"),
        (r"X \beta y^T y = \beta X y^T y", "unknown"),
        (r"(y - X b)^T (y - X b) = y^T y - 2 X b + b^2", "unknown"),
    ],
)
def test_what_is_said_of_it_is_judged(text, verdict):
    assert check(f"{NORMAL}$${text}$$").links[-1].verdict.status == verdict
