"""Functions with a usual letter or word, where it is declared as no number; relations as SymPy writes them."""

import pytest
from sympy import And, Eq, Piecewise, exp, log, pi, simplify, sqrt, symbols

from mlce_sym.reading.typed.declared import declaration, density, given
from mlce_sym.reading.typed.mistyped import Mistyped

y, z = symbols("y z")
NAMES = [declaration("y in R"), declaration("z in R")]
LOGISTIC, BELL = 1 / (1 + exp(-z)), exp(-(z**2) / 2) / sqrt(2 * pi)


@pytest.mark.parametrize(
    "text, term",
    [
        (r"\sigma(z)", LOGISTIC),
        ("sigmoid(z)", LOGISTIC),
        ("expit(z)", LOGISTIC),
        (r"\operatorname{softplus}(z)", log(1 + exp(z))),
        ("softplus(z)", log(1 + exp(z))),
        (r"\varphi(z)", BELL),
        (r"\phi(z)", BELL),
        (r"\sigma(y + z)^2", LOGISTIC.subs(z, y + z) ** 2),
    ],
)
def test_a_usual_function(text, term):
    assert simplify(density(text, NAMES) - term) == 0


def test_a_letter_that_is_declared_is_a_number():
    names = [*NAMES, declaration(r"\sigma > 0")]
    assert density(r"\sigma(z)", names) == symbols("sigma") * z
    with pytest.raises(Mistyped, match="declared, as one parameter"):
        density(r"\sigma(z)", [*NAMES, declaration(r"\sigma^2 > 0")])


def test_an_entry_called_delta_is_no_kronecker_delta():
    names = [*NAMES, declaration(r"\delta_i \in \{0, 1\}")]
    assert density(r"z^{\delta_i}", names) == z ** symbols("delta_i")


def test_relations_as_sympy_writes_them():
    assert density("Piecewise((z, Eq(y, 0)), (1, True))", NAMES) == Piecewise((z, Eq(y, 0)), (1, True))
    assert given("Eq(y, 3)", NAMES) == given("y = 3", NAMES)
    assert given("Ne(y, z + 1)", NAMES) == given("y != z + 1", NAMES)
    assert given("Lt(y, Max(z, 1))", NAMES) == given("y < Max(z, 1)", NAMES)
    found = density("Piecewise((z, Ge(y, 0)), (1, True))", NAMES)
    assert found == Piecewise((z, y >= 0), (1, True)) and not found.has(And)
