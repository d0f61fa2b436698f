"""Matching: what the schematic names stand for, at which places; a match that was suggested is an instance."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import FiniteSet, Function, IndexedBase, Integer, KroneckerDelta, Lambda, Product, Sum, Symbol, log, symbols

from mlce_sym import rules
from mlce_sym.border.binding import hygienic, names, substitute
from mlce_sym.border.nodes import ArgMax, Lt, Member
from mlce_sym.border.places import part_at
from mlce_sym.prover import logic
from mlce_sym.prover.logic import outside
from mlce_sym.prover.matcher import bound_names, found, matches, numbered_names, with_bound_names

from ..model import Terms

a, b, c, i, j, k, l, m, n, t, x, y, Theta = symbols("a b c i j k l m n t x y Theta")  # noqa: E741
f, g, p, w = Function("f"), Function("g"), Function("p"), IndexedBase("w")
i_1, i_2 = symbols("i_1 i_2")


def first(pattern, term, *schematic, known=None):
    return next(matches(pattern, term, frozenset(schematic), known), None)


MATCHES = [
    (log(a * b), log(x * y), (a, b), {a: x, b: y}),
    (log(a**b), log(x**2), (a, b), {a: x, b: 2}),
    (a - b, x - 2, (a, b), {a: x, b: 2}),
    (2 * log(a), 3 * log(x), (a,), None),
    (-2 * a, -2 * x, (a,), {a: x}),
    (-a, -x - y, (a,), {a: x + y}),
    (-a, x - y, (a,), None),
    (Lt(-a, -b), Lt(-2 * x, -3 * y), (a, b), {a: 2 * x, b: 3 * y}),
    (a * f(x), 3 * y * f(x), (a,), {a: 3 * y}),
    (Sum(f(i), (i, l, m)), Sum(w[k] * k, (k, 1, n)), (f, l, m), {l: 1, m: n, f: Lambda(k, k * w[k])}),
    (Sum(c * f(i), (i, l, m)), Sum(2 * x * w[k], (k, 1, n)), (c, f, l, m), {l: 1, m: n, c: 2 * x, f: Lambda(k, w[k])}),
    (Sum(c, (i, l, m)), Sum(x, (k, 1, n)), (c, l, m), {l: 1, m: n, c: x}),
    (Sum(c, (i, l, m)), Sum(k, (k, 1, n)), (c, l, m), None),
    (
        Sum(f(i, j), (j, 1, n), (i, 1, m)),
        Sum(w[i] * x**j, (j, 1, n), (i, 1, m)),
        (f,),
        {f: Lambda((i, j), w[i] * x**j)},
    ),
    (ArgMax(-f(t), (t, a)), ArgMax(-log(x), (x, Theta)), (f, a), {a: Theta, f: Lambda(x, log(x))}),
    (ArgMax(f(t), (t, a)), Sum(x, (i, 1, n)), (f, a), None),
    (Member(a, FiniteSet(0, 1)), Member(w[1], FiniteSet(0, 1)), (a,), {a: w[1]}),
    (a + a, 2 * x, (a,), {a: x}),
    (f(a) * a, f(x) * x, (a,), {a: x}),
    (f(a) * a, f(x) * y, (a,), None),
    (w[a], w[x + 1], (a,), {a: x + 1}),
    (w[a], IndexedBase("v")[x], (a,), None),
    (p(a), Function("p")(x), (a,), {a: x}),
    (p(a), f(x), (a,), None),
]


@pytest.mark.parametrize("pattern, term, schematic, expected", MATCHES)
def test_what_the_names_of_a_pattern_stand_for(pattern, term, schematic, expected):
    assert first(pattern, term, *schematic) == expected


def test_what_is_known_stays():
    assert first(a * b, x * y, a, b, known={a: y}) == {a: y, b: x}
    assert first(a * b, x * y, a, b, known={a: c}) is None


def test_a_bound_variable_does_not_escape_from_its_binder():
    assert first(c * Sum(f(i), (i, 1, n)), Sum(x * i, (i, 1, n)), c, f) is None
    assert first(Sum(f(i) + c, (i, 1, n)), Sum(i + w[i], (i, 1, n)), f, c) is None


def test_two_bound_variables_of_one_name():
    shadowed = Sum(Sum(i, (i, 1, m)), (i, 1, n))
    match = first(Sum(Sum(f(i, j), (j, 1, m)), (i, 1, n)), shadowed, f)
    assert len(set(match[f].signature)) == 2
    assert logic.equal(substitute(Sum(Sum(f(i, j), (j, 1, m)), (i, 1, n)), match), shadowed)


def test_places_outermost_first_and_parts_of_sums_and_products():
    term = 3 + log(x * y) + log(x)
    places = [place for place, _ in found(log(a) + log(b), term, frozenset({a, b}), {})]
    assert all(part_at(term, place) == log(x) + log(x * y) for place in places) and len(places) == 2
    nested = log(log(x))
    assert [place for place, _ in found(log(a), nested, frozenset({a}), {})] == [(), (0,)]


def test_numbers_are_sought_at_the_places_of_numbers():
    term = Sum(x, (i, 1, n))
    places = [place for place, _ in found(a, term, frozenset({a}), {})]
    assert places == [(), (0, 0), (0, 1), (1,)]


@settings(deadline=None)
@given(st.integers(0, 2**32))
def test_what_matches_is_an_instance(seed):
    rng = random.Random(seed)
    term = Terms(rng).term()
    for rule in rng.sample(rules.ALL, 5):
        for pattern in (rule.lhs, rule.rhs):
            for place, bindings in list(found(pattern, term, rule.schematic, {}))[:5]:
                instance = substitute(pattern, bindings)
                if outside(instance) is None:
                    assert logic.equal(instance, part_at(term, place)), (rule.name, term, place)


def test_bound_names_of_the_term_and_of_the_rule():
    pattern = Sum(Sum(f(i, j), (j, 1, n)), (i, 1, n))
    assert bound_names(pattern, Sum(Sum(x, (k, 1, n)), (t, 1, n))) == {i: t, j: k}
    assert numbered_names(Sum(i_1, (i_1, 1, n)), x) == {i_1: i}
    assert numbered_names(Sum(i_1, (i_1, 1, n)), Sum(i_1, (i_1, 1, n))) == {}


NAMED = [
    (Sum(i, (i, 1, n)), {i: k}, Sum(k, (k, 1, n))),
    (Sum(i * k, (i, 1, n)), {i: k}, Sum(Symbol("k_1") * k, (Symbol("k_1"), 1, n))),
    (Sum(Sum(i * j, (j, 1, n)), (i, 1, n)), {i: j, j: i}, Sum(Sum(i * j, (i, 1, n)), (j, 1, n))),
    (Sum(Sum(i * j, (j, 1, n)), (i, 1, n)), {i: j}, None),
    (Product(x, (i, 1, n)), {k: t}, Product(x, (i, 1, n))),
]


@pytest.mark.parametrize("term, wanted, expected", NAMED)
def test_bound_variables_are_renamed_without_capture(term, wanted, expected):
    result = with_bound_names(term, wanted)
    assert logic.equal(result, term) and names(result) == names(term)
    assert expected is None or result == expected


@settings(deadline=None)
@given(st.integers(0, 2**32))
def test_renaming_never_changes_a_term(seed):
    rng = random.Random(seed)
    term = Terms(rng).term()
    pool = [i, j, k, x, n, i_1]
    result = with_bound_names(hygienic(term), {v: rng.choice(pool) for v in pool})
    assert logic.equal(result, term), (term, result)


def test_a_factor_that_is_known_to_be_one_is_left_out():
    """Σ_j δ_jk is Σ_j δ_jk f(j), where f is 1."""
    f = Function("f")
    pattern, term = Sum(KroneckerDelta(i, k) * f(i), (i, 1, n)), Sum(KroneckerDelta(j, k), (j, 1, n))
    assert not list(matches(pattern, term, frozenset((f,))))
    assert list(matches(pattern, term, frozenset((f,)), {f: Lambda(i, Integer(1))}))
    assert not list(matches(pattern, term, frozenset((f,)), {f: Lambda(i, Integer(2))}))
