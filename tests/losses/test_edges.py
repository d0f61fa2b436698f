"""Parameters at which the support ends: the estimate is where an extreme observation lies at that end."""

import pytest

from mlce_sym import loss
from mlce_sym.losses.derive import NOT_FOUND, OPEN

THETA = r"\theta > 0"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("density", "data", "estimate", "conditions"),
    [
        (r"\frac{1}{\theta}", r"0 \le y \le \theta", "y[k]", 2),
        (r"\frac{1}{2\theta}", r"-\theta \le y \le \theta", "Abs(y[k])", 3),
        (r"\frac{1}{2\theta}", r"0 \le y \le 2\theta", "y[k]/2", 2),
        (r"\frac{2\theta^2}{y^3}", r"y \ge \theta", "y[j]", 1),
        (r"\frac{2y}{\theta^2}", r"0 \le y \le \theta", "y[k]", 1),
    ],
)
def test_the_extreme_observation(density, data, estimate, conditions):
    found = loss(density=density, data=data, parameters=THETA)
    assert [str(value) for value in found.estimates.values()] == [estimate]
    assert found.estimate_status == "proved: the only maximiser" and len(found.conditions) == conditions


@pytest.mark.slow
@pytest.mark.parametrize(
    ("density", "data"),
    [
        (r"\frac{1}{\theta}", r"0 < y < \theta"),
        (r"\frac{1}{2\theta}", r"-\theta < y < \theta"),
        (r"\frac{1}{2\theta}", r"0 < y < 2\theta"),
        (r"\frac{2\theta^2}{y^3}", r"y > \theta"),
    ],
)
def test_a_support_without_its_end_has_no_extreme_estimate_and_says_why(density, data):
    found = loss(density=density, data=data, parameters=THETA)
    assert found.estimates == {} and found.conditions == ()
    assert found.estimate_status == NOT_FOUND + OPEN
