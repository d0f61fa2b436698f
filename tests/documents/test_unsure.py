"""What a name is in another problem does not decide here, nor does it hide what is wrong whatever the name is."""

import pytest

from mlce_sym import check

RIDGE = r"""3. With $J(w) = \frac12\sum_{i=1}^n (y_i - w x_i)^2 + \frac{\lambda}{2} w^2$ we get
$$J'(w) = -\sum_{i=1}^n x_i(y_i - w x_i) + \lambda w = 0$$
$$w = \frac{\sum_{i=1}^n x_i y_i}{\sum_{i=1}^n x_i^2 + \lambda}$$

4. """


@pytest.mark.parametrize(
    "line, wanted",
    [
        (r"$\frac{\partial}{\partial w} \frac{1}{2}(y - wx)^2 = -x(y-wx)$", "proved"),
        (r"$\frac{\partial}{\partial w} \frac{1}{2}(y - wx)^2 = x(y-wx)$", "refuted"),
        (r"$w \left(\sum_{i=1}^n x_i^2 + \lambda\right) = \sum_{i=1}^n x_i y_i$", "proved"),  # as it is above
        (r"$w \left(\sum_{i=1}^n x_i^2 + \lambda\right) = 2 \sum_{i=1}^n x_i y_i$", "unknown"),
    ],
)
def test_names_of_another_problem(line, wanted):
    assert check(RIDGE + line).links[-1].verdict.status == wanted
