"""A pattern and its instance: substituted all at once, and looked at before SymPy evaluates it."""

from sympy import Function, Lambda, symbols

from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Different, Lt
from mlce_sym.oracle.pattern import Pattern

a, u, v, x = symbols("a u v x")
f, g = Function("f"), Function("g")


def test_the_instance_of_both_sides_and_the_conditions():
    pattern = Pattern((u - v, f(u)), (Lt(u, v),), {u: v, v: u, f: Lambda(x, x**2)})
    assert pattern.instance() == (v - u, v**2, (Lt(v, u),))
    assert Pattern((u, v)).instance() == (u, v, ())


def test_what_is_missing_is_told_for_each_part():
    pattern = Pattern((u * v, u), (Lt(0, u / v),), {u: a, v: 1 / a})
    assert list(pattern.missing(Given())) == [
        (u * v, Different(a, 0)),
        (Lt(0, u / v), Different(a, 0)),
        (Lt(0, u / v), Different(1 / a, 0)),
    ]
    assert list(pattern.missing(Given((Lt(0, a),)))) == []


def test_what_defines_the_names_of_the_pattern_counts():
    theory = Given((), (Definition(f(x), x * g(x)),))
    pattern = Pattern((f(u), u), values={u: a, g: Lambda(x, 1 / x)}, theory=theory)
    assert list(pattern.missing(Given())) == [(f(u), Different(a, 0))]
