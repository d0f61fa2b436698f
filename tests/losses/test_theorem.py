"""The log-likelihood as minus the factor times the loss, less the constants, however a density is typed."""

import pytest
from sympy import Interval, exp, oo, symbols

from mlce_sym.families.family import Family, Named, Unsupported
from mlce_sym.losses.setting import Setting
from mlce_sym.losses.theorem import Likelihood, log_likelihood

c, m, s, y = symbols("c m s y")
POSITIVE = Interval.open(0, oo)


def proved(density, support, *parameters):
    numbers = tuple(Named(p, POSITIVE) for p in parameters)
    return log_likelihood(Likelihood(Setting(Family("typed", "As typed", density, Named(y, support), numbers))))


@pytest.mark.parametrize(
    "density, support, parameter",
    [
        (c * exp(-c / (2 * y + 2)), POSITIVE, c),  # the loss has 1/2 outside
        (c * exp(-c / (3 * y + 3) ** 2), POSITIVE, c),
        ((-y / s) ** 3 / s * exp(-s), Interval.open(-oo, 0), s),
    ],
)
def test_forms_of_densities(density, support, parameter):
    assert str(proved(density, support, parameter).theorem.rhs).count("ell") == 1


def test_what_may_be_negative_is_refused():
    with pytest.raises(Unsupported, match="positive on its support"):
        proved((-y / s) ** 3 / s * exp(-s), POSITIVE, s)
