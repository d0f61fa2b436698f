"""SymPy's infinite sums and integrals in the language, and back."""

import pytest
from sympy import Function, Integral, Product, S, Sum, Symbol, exp, oo, symbols

from mlce_sym.border.binding import in_own_nodes, opened, substitute
from mlce_sym.border.encoding import decode, encode
from mlce_sym.border.names import NotPlain
from mlce_sym.border.nodes import Above, Below, Converges, From, ImproperIntegral

a, b, k, u = symbols("a b k u")
f = Function("f")
F_U = ("Apply", "f", "u")

READ = [
    (Sum(a**k, (k, 0, oo)), ("Sum", "k", ("From", 0), ("Pow", "a", "k"))),
    (Integral(f(u), (u, -oo, oo)), ("ImproperIntegral", "u", "Reals", F_U)),
    (Integral(f(u), (u, a, oo)), ("ImproperIntegral", "u", ("Above", "a"), F_U)),
    (Integral(f(u), (u, -oo, b)), ("ImproperIntegral", "u", ("Below", "b"), F_U)),
    (Integral(f(u), (u, a, b)), ("ImproperIntegral", "u", ("Interval", "a", "b"), F_U)),
    (Converges(f(u), (u, Above(0))), ("Converges", "u", ("Above", 0), F_U)),
    (Converges(a**k, (k, 0, oo)), ("Converges", "k", ("From", 0), ("Pow", "a", "k"))),
]


@pytest.mark.parametrize("term, plain", READ)
def test_what_is_infinite_is_encoded_and_decoded(term, plain):
    assert encode(term) == plain and encode(decode(plain)) == plain


REFUSED = [
    Product(k, (k, 1, oo)),
    Sum(k, (k, -oo, 0)),
    Sum(a**k, (k, oo, 0)),
    Integral(f(u), u),
    Integral(f(u), (u, 3)),
    exp(S.Infinity, evaluate=False),
]


@pytest.mark.parametrize("term", REFUSED)
def test_other_infinite_terms_are_refused_by_name(term):
    with pytest.raises(NotPlain):
        encode(term)


def test_an_integral_of_sympy_is_seen_as_our_own():
    term = a * Integral(f(u), (u, 0, oo))
    assert in_own_nodes(term) == a * ImproperIntegral(f(u), (u, Above(0)))
    scope = opened(Integral(f(u), (u, -oo, b)))
    assert scope is not None and scope.head is ImproperIntegral and scope.domain == Below(b)


def test_bound_variables_are_not_captured():
    moved = substitute(Sum(a * k, (k, 0, oo)), {a: k})
    scope = opened(moved)
    assert scope is not None and scope.domain == From(0) and scope.bodies[0] == k * scope.variable
    moved = substitute(Integral(a * u, (u, 0, a)), {a: u})
    assert moved.free_symbols == {u} and opened(moved).variable != u
    assert isinstance(opened(moved).variable, Symbol)
