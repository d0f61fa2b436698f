"""How the names of a loss are written."""

import pytest
from sympy import Interval, Symbol, oo

from mlce_sym.families.family import Family, Named
from mlce_sym.losses.derived import notation


@pytest.mark.parametrize(
    "name, latex, text",
    [
        ("rate", r"\mathrm{rate}", "rate"),
        ("y_pred", r"y_{\mathrm{pred}}", "y_pred"),
        ("sigma2", r"\sigma^2", "σ²"),
        ("mu", r"\mu", "μ"),
    ],
)
def test_names_as_they_were_typed(name, latex, text):
    number = Named(Symbol(name), Interval.open(0, oo), latex)
    written = notation(Family("typed", "As typed", number.symbol, Named(Symbol("y"), Interval(0, 1)), (number,)))
    assert written[name] == {"latex": latex, "text": text}
