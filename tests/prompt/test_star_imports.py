"""`from mlce_sym import *` and `from sympy import *`, in either order: no name of the one hides one of the other."""

import pytest
import sympy

import mlce_sym

NAMES = set(mlce_sym.__all__)


def test_no_name_is_in_both():
    assert NAMES & set(sympy.__all__) == set()


@pytest.mark.parametrize("order", [("mlce_sym", "sympy"), ("sympy", "mlce_sym")])
def test_both_are_what_they_are_alone(order):
    found: dict[str, object] = {}
    for module in order:
        exec(f"from {module} import *", found)
    assert all(found[name] is getattr(mlce_sym, name) for name in NAMES)
    assert all(found[name] is getattr(sympy, name) for name in sympy.__all__)


def test_a_name_that_is_not_there_is_nearly_another():
    assert {"Poisson", "NegativeBinomial", "Bernoulli"} <= NAMES <= set(dir(mlce_sym))
    with pytest.raises(AttributeError, match=r"^mlce_sym has no 'Posson'; did you mean Poisson"):
        mlce_sym.Posson  # noqa: B018
    with pytest.raises(AttributeError, match=r"^there is no rule 'log_of_two_factor'; did you mean log_of_two_factors"):
        mlce_sym.rules.log_of_two_factor  # noqa: B018
