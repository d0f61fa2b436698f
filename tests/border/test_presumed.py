"""What SymPy presumes of a name, as propositions."""

import pytest
from sympy import Dummy, Function, IndexedBase, S, Sum, Symbol, symbols

from mlce_sym.border.nodes import Different, Equals, Le, Lt, Member
from mlce_sym.border.presumed import presumed, told, unsaid, unsaid_in

x, n = symbols("x n")


@pytest.mark.parametrize(
    "assumptions, statements",
    [
        ({}, lambda s: ()),
        ({"real": True}, lambda s: ()),
        ({"positive": True}, lambda s: (Lt(0, s),)),
        ({"negative": True}, lambda s: (Lt(s, 0),)),
        ({"nonnegative": True}, lambda s: (Le(0, s),)),
        ({"nonpositive": True}, lambda s: (Le(s, 0),)),
        ({"nonzero": True}, lambda s: (Different(s, 0),)),
        ({"zero": True}, lambda s: (Equals(s, 0),)),
        ({"integer": True, "positive": True}, lambda s: (Member(s, S.Integers), Lt(0, s))),
    ],
)
def test_assumptions_that_a_proposition_says(assumptions, statements):
    for symbol in (Symbol("s", **assumptions), Dummy("s", **assumptions)):
        assert (presumed(symbol), unsaid(symbol)) == (statements(symbol), ())


@pytest.mark.parametrize(
    "assumptions",
    [
        *({fact: True} for fact in ("even", "odd", "prime", "rational", "irrational", "imaginary", "infinite")),
        *({fact: False} for fact in ("positive", "integer", "commutative")),
        {"extended_real": True, "finite": False},
    ],
)
def test_assumptions_that_none_says(assumptions):
    assert unsaid(Symbol("s", **assumptions))


def test_entries_and_functions_carry_the_assumptions_of_their_names():
    w, f = IndexedBase("w", positive=True), Function("f", positive=True)
    assert presumed(w[n]) == (Lt(0, w[n]),)
    assert Lt(0, f(x)) in presumed(f(x)) and unsaid(f(x)) == ()
    assert told(x + 1) == {} and presumed(x + 1) == ()


def test_bound_variables_count_too():
    k = Symbol("k", even=True)
    assert unsaid_in(Sum(x, (k, 1, n))) == "k: even=True"
    assert unsaid_in(Sum(x, (n, 1, 3))) is None
