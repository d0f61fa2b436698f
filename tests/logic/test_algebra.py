"""Equal up to algebra: what it must accept, what it must not, and random terms against their values."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from itertools import permutations, product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mlce_sym.logic.algebra import canonical, equal, normal
from mlce_sym.terms.terms import TooLarge, free, parse

from ..plain_values import OutOfReach, Undefined, same, value

HALF = ("Rational", 1, 2)
X_Y = ("Add", "x", "y")


def neg(a):
    return ("Mul", -1, a)


def log(a):
    return ("log", a)


ROOT = ("Pow", X_Y, ("Rational", -1, 2))
# Two powers whose product is 1/(x + y): neither exponent has a whole part, but their sum is -1.
PART, REST = (("Pow", X_Y, ("Mul", -1, k, ("Pow", ("Add", 1, "k"), -1))) for k in (1, "k"))
EQUAL = [
    (("Mul", 2, X_Y), ("Add", ("Mul", 2, "x"), ("Mul", 2, "y"))),
    (("Mul", ("Pow", X_Y, 2), ("Pow", X_Y, -1)), X_Y),
    (("Add", ("Pow", "x", -1), ("Pow", "y", -1)), ("Mul", X_Y, ("Pow", ("Mul", "x", "y"), -1))),
    (("Pow", ("Add", 1, ("Pow", "x", -1)), -1), ("Mul", "x", ("Pow", ("Add", "x", 1), -1))),
    (("Mul", ("Pow", "x", HALF), ("Pow", "x", HALF)), "x"),
    (("Mul", ("Pow", X_Y, HALF), ("Pow", X_Y, HALF)), X_Y),
    (("Pow", X_Y, ("Add", "k", 1)), ("Mul", X_Y, ("Pow", X_Y, "k"))),
    (("Mul", ("Pow", X_Y, ("Rational", -1, 2)), ("Pow", X_Y, ("Rational", -1, 2))), ("Pow", X_Y, -1)),
    (("Pow", 8, HALF), ("Mul", 2, ("Pow", 2, HALF))),
    (("Pow", 4, HALF), 2),
    (("Pow", ("Mul", 4, "x"), HALF), ("Mul", 2, ("Pow", "x", HALF))),
    (("Pow", ("Pow", "x", HALF), 2), "x"),
    (("Pow", ("Pow", "x", HALF), "y"), ("Pow", "x", ("Mul", HALF, "y"))),
    (("Pow", ("Pow", "x", -1), "y"), ("Pow", "x", neg("y"))),
    (("exp", ("Add", ("Mul", "k", log("x")), "y")), ("Mul", ("Pow", "x", "k"), ("exp", "y"))),
    (("Mul", ("exp", "x"), ("exp", neg("x"))), 1),
    (("Pow", ("exp", "x"), "y"), ("exp", ("Mul", "x", "y"))),
    (log(("exp", X_Y)), X_Y),
    (log(1), 0),
    (log(("Rational", 3, 4)), ("Add", log(3), ("Mul", -2, log(2)))),
    (("KroneckerDelta", "x", "y"), ("KroneckerDelta", "y", "x")),
    (("KroneckerDelta", ("Add", "x", 1), "x"), 0),
    (("KroneckerDelta", "x", "x"), 1),
    (("Sum", "i", ("Range", 1, "n"), ("Mul", 2, "i")), ("Sum", "j", ("Range", 1, "n"), ("Add", "j", "j"))),
    (log(("Mul", "x", ("Pow", X_Y, -1))), log(("Mul", 2, "x", ("Pow", ("Add", "x", "x", "y", "y"), -1)))),
    (("Finite", 1, "x", 1), ("Finite", "x", 1)),
    (("Pow", ("Mul", ("exp", "y"), ("Pow", "x", 3)), HALF),
     ("Mul", ("exp", ("Mul", HALF, "y")), ("Pow", "x", ("Rational", 3, 2)))),
    (("Pow", ("Mul", ("exp", 3), ("Pow", "x", 2)), HALF),
     ("Mul", ("exp", ("Rational", 3, 2)), ("Pow", ("Pow", "x", 2), HALF))),
    (("Mul", ROOT, ROOT, ("Pow", ("Add", "x", 2), -1)),
     ("Mul", ROOT, ("Pow", ("Add", "x", 2), -1), ROOT)),
    (("Mul", PART, ("Mul", REST, ("Pow", ("Add", "x", 2), -1))),
     ("Mul", ("Pow", X_Y, -1), ("Pow", ("Add", "x", 2), -1))),
    (("Mul", ("Pow", ("Add", "x", PART), -1), ("Pow", ("Add", "k", REST), -1)),
     ("Pow", ("Add", ("Mul", "x", "k"), ("Mul", "x", REST), ("Mul", "k", PART), ("Pow", X_Y, -1)), -1)),
    (("Pow", X_Y, ("Pow", ("Add", 1, "k"), -1)), ("Pow", ("Add", "y", "x"), ("Pow", ("Add", "k", 1), -1))),
]  # fmt: skip

DIFFERENT = [
    ("x", "y"),
    (("Pow", ("Pow", "x", 2), HALF), "x"),
    (("Pow", ("Mul", ("Pow", "x", 2), "y"), HALF), ("Mul", "x", ("Pow", "y", HALF))),
    (("Pow", ("Pow", "x", 2), "y"), ("Pow", "x", ("Mul", 2, "y"))),
    (("Pow", neg("x"), "y"), ("Pow", "x", "y")),
    (("Pow", ("Pow", "x", "y"), HALF), ("Pow", "x", ("Mul", HALF, "y"))),
    (("Pow", ("Mul", "x", "y"), "k"), ("Mul", ("Pow", neg("x"), "k"), ("Pow", neg("y"), "k"))),
    (log(("Pow", "x", 2)), ("Mul", 2, log("x"))),
    (("Sum", "i", ("Range", 1, "n"), ("Indexed", "y", "i")), ("Sum", "i", ("Range", 1, "n"), ("Indexed", "y", "n"))),
    (("Sum", "i", ("Range", 1, "n"), "i"), ("Product", "i", ("Range", 1, "n"), "i")),
    (("Apply", "f", "x"), ("Indexed", "f", "x")),
    (("Lt", "x", "y"), ("Lt", "y", "x")),
    (("Lt", "x", "y"), ("Lt", 0, ("Add", "y", neg("x")))),
    (("ArgMax", "t", "A", "t"), ("ArgMin", "t", "A", "t")),
    (("Interval", 0, 1), ("Range", 0, 1)),
    (("Mul", PART, ("Mul", REST, ("Pow", ("Add", "x", 2), -1))), ("Pow", ("Add", "x", 2), -1)),
]


@pytest.mark.parametrize(("a", "b"), EQUAL)
def test_equal(a, b):
    assert equal(a, b)
    assert equal(b, a)


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_not_equal(a, b):
    assert not equal(a, b)


@pytest.mark.parametrize(("a", "_"), EQUAL)
def test_a_canonical_term_is_its_own(a, _):
    assert canonical(canonical(a)) == canonical(a)


@pytest.mark.parametrize("a", ["x", ("Pow", "x", "y"), ("Add", "x", 1)])
def test_division_by_nothing_is_equal_to_itself_alone(a):
    nothing = ("Pow", ("Add", "x", neg("x")), -1)
    assert equal(nothing, nothing)
    assert not equal(("Mul", a, nothing), ("Mul", ("Add", a, 1), nothing))


@pytest.mark.parametrize("head", ["Lt", "Le", "Ne", "Eq"])
def test_relations_are_compared_side_by_side(head):
    """One side may be beyond algebra, as long as it stays the same."""
    for same_side in (("Pow", ("Add", *"abcdefgh"), 30), ("Pow", ("Add", "x", neg("x")), -1)):
        assert equal((head, same_side, ("Add", "x", "x")), (head, same_side, ("Mul", 2, "x")))
        assert equal((head, ("Add", "x", "x"), same_side), (head, ("Mul", 2, "x"), same_side))
        assert not equal((head, same_side, "x"), (head, same_side, "y"))
        assert not equal((head, "x", same_side), (head, "y", same_side))


def test_in_an_atom_too_neither_order_nor_brackets_of_a_sum_matter():
    one, other = ("Pow", ("Add", 1, ("exp", "x")), -1), ("Pow", ("Add", 1, ("exp", neg("x"))), -1)
    a, b, c = ("Mul", "a", one), ("Mul", "b", other), ("Mul", "c", one)
    sums = [("Add", *parts) for parts in permutations((a, b, c))] + [
        ("Add", ("Add", a, b), c),
        ("Add", a, ("Add", b, c)),
    ]
    assert all(equal(("Apply", "f", sums[0]), ("Apply", "f", total)) for total in sums)
    assert not equal(("Apply", "f", sums[0]), ("Apply", "f", ("Add", a, b)))


def test_a_canonical_bound_name_does_not_capture():
    opened = ("Sum", "i", ("Range", 1, 2), ("Apply", "g", "i", "#1"))
    assert "#1" in free(canonical(opened))
    assert not equal(opened, ("Sum", "i", ("Range", 1, 2), ("Apply", "g", "i", "i")))


def test_a_power_of_0_is_not_taken_apart():
    """0^(n + 1) is 1 for n = −1, where 0·0^n has no value."""
    zeros = (0, ("Add", "x", ("Mul", -1, "x")), ("KroneckerDelta", 1, 2))
    for zero in zeros:
        assert equal(("Pow", zero, 3), 0) and equal(("Pow", zero, 0), 1) and equal(("Pow", zero, ("Rational", 3, 2)), 0)
        for exponent in (("Add", "n", 1), ("Add", 1, ("max", -1, "n")), ("Mul", 2, ("Add", "n", 1))):
            assert not equal(("Pow", zero, exponent), 0)


def test_what_is_too_large_is_not_equal():
    big = ("Pow", ("Add", *"abcdefgh"), 30)
    with pytest.raises(TooLarge):
        normal(big)
    assert equal(big, big)
    assert not equal(big, ("Add", big, 0))
    for power in (
        ("Pow", 3, 10**600),
        ("Pow", X_Y, 10**9),
        ("Pow", ("Pow", "x", 10**600), 10**600),
        ("Pow", 10**600, 10**6),
    ):
        assert not equal(power, ("Mul", 1, power, ("Pow", 7, 10**500)))
    assert equal(("Pow", 1, 10**600), 1)
    names = [f"x{n}" for n in range(120)]
    one, other = (
        ("Mul", ("Add", *order), ("Pow", ("Add", *(("Mul", 2, name) for name in order[1:]), 1), -1))
        for order in (names, names[:1] + names[:0:-1])
    )
    assert equal(one, other) and canonical(one) == canonical(other)  # though their cross products are too large


NUMBERS = st.sampled_from([-2, -1, 0, 1, 2, 3, 4, HALF, ("Rational", -3, 2), ("Rational", 9, 4)])
NAMES = st.sampled_from(["x", "y", "k"])
EXPONENTS = st.one_of(
    st.sampled_from([-2, -1, 2, 3, HALF, ("Rational", -1, 2), "k", "y"]), NAMES.map(lambda k: ("Add", 1, neg(k)))
)


def larger(terms):
    return st.one_of(
        st.tuples(st.sampled_from(["Add", "Mul"]), terms, terms),
        st.tuples(st.sampled_from(["Add", "Mul"]), terms, terms, terms),
        st.tuples(st.just("Pow"), terms, EXPONENTS),
        st.tuples(st.just("Pow"), terms, terms),
        st.tuples(st.sampled_from(["log", "exp"]), terms),
        st.tuples(st.just("KroneckerDelta"), terms, terms),
        st.tuples(
            st.sampled_from(["Sum", "Product"]),
            NAMES,
            st.sampled_from([("Range", 1, 2), ("Range", 0, 1), ("Range", 1, 0)]),
            terms,
        ),
        st.tuples(st.sampled_from(["Apply", "Indexed"]), st.just("f"), terms),
    )


TERMS = st.recursive(st.one_of(NUMBERS, NAMES), larger, max_leaves=7)
POINTS = [
    {"x": Fraction(x), "y": Fraction(y), "k": Fraction(k), "f": lambda u: u * u - 2 * u - 3}
    for x, y, k in product(("-3/2", "4", "1/4"), ("-2", "9/4"), ("-1", "1/2", "2"))
]


def values(term):
    for number, point in enumerate(POINTS):
        try:
            yield number, value(term, point)
        except (Undefined, OutOfReach):
            continue


@pytest.mark.slow
@settings(max_examples=700, deadline=None, derandomize=True)
@given(TERMS)
def test_the_normal_form_keeps_the_value(term):
    """Wherever a term is defined, its normal form has its value, or none: a power of a sum that is 0 is taken apart."""
    try:
        form = canonical(term)
    except (TooLarge, ZeroDivisionError):
        assume(False)
    for number, before in values(term):
        with suppress(OutOfReach, Undefined):
            assert same(before, value(form, POINTS[number])), (term, form, POINTS[number])


@pytest.mark.slow
@settings(max_examples=300, deadline=None, derandomize=True)
@given(TERMS, TERMS)
def test_what_is_equal_has_equal_values(a, b):
    if equal(a, b):
        others = dict(values(b))
        assert all(same(left, others[number]) for number, left in values(a) if number in others), (a, b)


SMALL = [
    "x",
    "y",
    -1,
    2,
    HALF,
    ("Pow", "x", 2),
    ("Pow", "x", HALF),
    neg("x"),
    ("Pow", "x", "y"),
    ("exp", "x"),
    ("log", "x"),
    ("Add", "x", 1),
]


def test_small_terms_are_equal_only_where_their_values_are():
    """Every power and product of two small terms, against every other one."""
    terms = [parse([head, a, b]) for head in ("Pow", "Mul") for a, b in product(SMALL, SMALL)]
    known = [(term, dict(values(term))) for term in terms]
    pairs = [(a, b) for a, b in product(known, known) if equal(a[0], b[0])]
    assert len(pairs) > len(terms) + 60
    for (a, left), (b, right) in pairs:
        assert all(same(left[point], right[point]) for point in left.keys() & right.keys()), (a, b)
