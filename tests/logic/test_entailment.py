"""What is said to follow does follow: known answers, and random facts against points of a grid that satisfy them."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import product

import pytest

from mlce_sym.logic.definedness import follows, undefined
from mlce_sym.logic.entailment import DEPTH, _remainders, about, holds, integer, member, sign
from mlce_sym.logic.given import Definition, assumed, opened, under
from mlce_sym.logic.polynomials import EMPTY
from mlce_sym.logic.signs import ZERO, mirrored

from ..plain_values import OutOfReach, Undefined, value
from ..samples import size

HALF = ("Rational", 1, 2)
N = ("Range", 1, "n")


def neg(a):
    return ("Mul", -1, a)


def over(a, b):
    return ("Mul", a, ("Pow", b, -1))


def y(i):
    return ("Indexed", "y", i)


def f(i):
    return ("Apply", "f", i)


UNIT = (("Lt", 0, "x"), ("Lt", "x", 1))
COUNT = (("Member", "n", "Integers"), ("Le", 1, "n"))
LABELS = (*COUNT, ("ForAll", "i", N, ("Member", y("i"), ("Finite", 0, 1))))
POSITIVE = (*COUNT, ("ForAll", "i", N, ("Lt", 0, f("i"))))
IN_N = ("Member", "j", N)

SUM_Y = ("Sum", "i", N, y("i"))

BEYOND = ("Pow", ("Add", *"abcdefgh"), 30)  # what algebra does not write out
FOLLOWS = [
    ((), ("Eq", BEYOND, BEYOND)),
    (UNIT, ("Lt", 0, ("Add", 1, neg("x")))),
    (UNIT, ("Lt", ("log", "x"), 0)),
    (UNIT, ("Lt", 0, ("Mul", "x", ("Add", 1, neg("x"))))),
    (UNIT, ("Member", "x", ("Interval", -1, 2))),
    (UNIT, ("Ne", "x", 1)),
    ((*UNIT, ("Lt", 0, "z"), ("Lt", "z", 1)), ("Lt", 0, ("Mul", ("Add", 1, neg("x")), ("Add", 1, neg("z"))))),
    (UNIT, ("Lt", 0, ("Pow", ("Add", 1, neg("x")), "k"))),
    (
        (*UNIT, ("Lt", "w", ("Pow", ("Add", 1, neg("x")), "k"))),
        ("Lt", "w", ("Add", 2, ("Pow", ("Add", 1, neg("x")), "k"))),
    ),
    (UNIT, ("Le", "x", ("Add", 1, ("Pow", "k", 2)))),
    (COUNT, ("Lt", 0, "n")),
    (LABELS, ("Le", SUM_Y, "n")),
    ((*LABELS, ("Lt", 0, "b")), ("Lt", 0, ("Add", "b", "n", neg(SUM_Y)))),
    ((*COUNT, ("ForAll", "i", N, ("Le", "c", y("i")))), ("Le", ("Mul", "n", "c"), SUM_Y)),
    ((*COUNT, ("ForAll", "i", N, ("Lt", y("i"), "c"))), ("Le", SUM_Y, ("Mul", "n", "c"))),
    (COUNT, ("Lt", 0, ("Pow", "n", -1))),
    (COUNT, ("Member", "n", N)),
    (COUNT, ("Member", 1, N)),
    (COUNT, ("Lt", neg("n"), 0)),
    ((("Member", "n", "Integers"), ("Lt", 0, "n")), ("Le", 1, "n")),
    ((*LABELS, IN_N), ("Member", y("j"), ("Range", 0, 1))),
    ((*LABELS, IN_N), ("Le", y("j"), 1)),
    ((*LABELS, IN_N), ("Member", y("j"), ("Finite", 2, 0, 1))),
    (LABELS, ("Le", 0, ("Sum", "i", N, y("i")))),
    (LABELS, ("Member", y(1), ("Finite", 0, 1))),
    (LABELS, ("Member", ("Sum", "k", N, y("k")), "Integers")),
    (POSITIVE, ("Lt", 0, ("Sum", "i", N, f("i")))),
    (POSITIVE, ("Lt", 0, ("Product", "i", N, f("i")))),
    (POSITIVE, ("ForAll", "k", N, ("Lt", 0, ("Mul", 2, f("k"))))),
    (POSITIVE, ("ForAll", "n", ("Range", 1, "n"), ("Lt", 0, f("n")))),
    ((*POSITIVE, ("Member", "i", ("Finite", 7))), ("ForAll", "i", N, ("Lt", 0, f("i")))),
    ((("Lt", "x", "z"), ("Lt", "z", "w")), ("Lt", "x", "w")),
    ((("Le", "x", "z"), ("Le", "z", "x")), ("Eq", "x", "z")),
    ((("Le", "x", "z"), ("Ne", "z", "x")), ("Lt", "x", "z")),
    ((("Le", 0, "x"), ("Le", 0, "z"), ("Lt", 0, ("Add", "x", "z"))), ("Lt", 0, ("Add", ("Mul", 2, "x"), "z"))),
    ((("Lt", 0, "w"), ("Le", 0, "x"), ("Le", 0, "z"), ("Lt", 0, ("Add", "x", "z"))),
     ("Lt", 0, ("Add", ("Mul", 2, "x", "w"), ("Mul", "z", "w")))),
    ((("Ne", "x", "z"), *UNIT), ("Ne", over("z", "x"), 1)),
    ((("Ne", "x", "z"), *UNIT, ("Lt", "z", 1)), ("Ne", over(("Add", 1, neg("z")), ("Add", 1, neg("x"))), 1)),
    ((("Lt", 0, "x"),), ("Lt", 0, over("x", ("Add", 1, "x")))),
    (tuple(("Lt", f"a{n}", f"b{n}") for n in range(5)),
     ("Lt", ("Add", *(f"a{n}" for n in range(5))), ("Add", *(f"b{n}" for n in range(5))))),
    ((("Member", "t", ("Without", "A", "a")),), ("Member", "t", "A")),
    ((("Member", "t", ("Without", "A", "a")),), ("Ne", "t", "a")),
    ((("Member", "t", ("ArgMin", "s", "A", "s")),), ("Member", "t", "A")),
    ((("ForAll", "t", "A", ("Lt", 0, f("t"))), ("Member", "a", "A")), ("Lt", 0, f("a"))),
    ((("ForAll", "t", "A", ("ForAll", "i", N, ("Lt", 0, ("Apply", "g", "i", "t")))), ("Member", "a", "A")),
     ("ForAll", "j", N, ("Lt", 0, ("Apply", "g", "j", "a")))),
    ((), ("Member", ("KroneckerDelta", "x", "y"), ("Finite", 1, 0))),
    ((), ("Le", 0, ("Pow", "x", 2))),
    ((), ("Lt", 0, ("exp", "x"))),
    ((), ("Lt", 0, ("Constant", "pi"))),
    ((), ("Member", ("log", 2), "Reals")),
    ((), ("ForAll", "i", ("Range", 0, 1), ("Member", "i", ("Finite", 0, 1)))),
    ((("ForAll", "i", ("Range", 1, "i"), ("Lt", 0, f("i"))),), ("ForAll", "j", ("Range", 1, "i"), ("Lt", 0, f("j")))),
]  # fmt: skip

DOES_NOT_FOLLOW = [
    (LABELS, ("Lt", SUM_Y, "n")),
    (LABELS, ("Le", SUM_Y, ("Add", "n", -1))),
    ((*COUNT, ("ForAll", "i", N, ("Le", y("i"), "i"))), ("Le", SUM_Y, ("Mul", "n", "i"))),  # another i
    ((*COUNT, ("ForAll", "i", N, ("Le", y("i"), "i"))), ("Le", SUM_Y, ("Pow", "n", 2))),  # true, and not seen
    ((*COUNT, ("ForAll", "i", ("Range", 2, "n"), ("Le", y("i"), 1))), ("Le", SUM_Y, "n")),
    ((*COUNT, ("ForAll", "i", N, ("Le", "c", y("i")))), ("Le", ("Mul", "n", "c"), ("Sum", "i", N, "c_i"))),
    ((*COUNT, ("ForAll", "i", N, ("Le", "c", y("i")))), ("Le", ("Sum", "i", N, "c"), y("j"))),
    ((), ("Lt", 0, "x")),
    ((), ("False",)),
    ((), ("Member", "x", "Integers")),
    ((), ("Member", "x", ("Empty",))),
    ((("Lt", 0, "x"),), ("Le", 1, "x")),
    ((("Le", 0, "x"),), ("Lt", 0, "x")),
    (UNIT, ("Lt", HALF, "x")),
    (UNIT, ("Lt", 0, ("Add", "x", neg(HALF)))),
    (COUNT, ("Member", 2, N)),
    (COUNT, ("Member", 0, N)),
    (LABELS, ("Member", y("j"), ("Finite", 0, 1))),
    (LABELS, ("Lt", 0, ("Sum", "i", N, y("i")))),
    ((*LABELS, IN_N), ("Member", y("j"), ("Finite", 1))),
    ((*LABELS, IN_N), ("Member", y("j"), ("Finite", 0, 2))),
    (POSITIVE, ("Lt", 0, f("n_1"))),
    (POSITIVE, ("Lt", 0, f(HALF))),
    (POSITIVE, ("ForAll", "i", ("Interval", 1, "n"), ("Lt", 0, f("i")))),
    ((("ForAll", "i", ("Range", 1, "m"), ("Lt", 0, f("i"))), ("Member", "m", "Integers"), ("Le", 0, "m")),
     ("Lt", 0, f(1))),
    ((("ForAll", "i", ("Range", 1, 0), ("Lt", "x", 0)),), ("Lt", "x", 0)),
    ((("Member", "m", "Integers"), ("Le", 0, "m")), ("Lt", 0, ("Sum", "i", ("Range", 1, "m"), ("exp", "i")))),
    ((("Lt", 0, "x"),), ("ForAll", "x", "Reals", ("Lt", 0, "x"))),
    ((("Lt", 0, "x"),), ("ForAll", "k", "Reals", ("Lt", 0, "k"))),
    ((("Ne", "x", "z"),), ("Ne", ("Pow", "x", 2), ("Pow", "z", 2))),
    ((("Lt", "x", "z"),), ("Lt", ("Pow", "x", 2), ("Pow", "z", 2))),
    ((("ForAll", "t", "A", ("Lt", 0, f("t"))),), ("Lt", 0, f("a"))),
    ((("ForAll", "t", "A", ("Lt", 0, f("t"))), ("Member", "a", "B")), ("Lt", 0, f("a"))),
    ((("ForAll", "i", ("Range", 1, f(1)), ("Lt", 0, f("i"))),), ("Lt", 0, f(1))),
    ((), ("ForAll", "i", ("Range", 1, "i"), ("Le", 1, ("Add", "i", neg("i"))))),
    ((), ("ForAll", "i", ("Interval", "i", 5), ("Lt", "i", "i"))),
    ((("Le", 1, "n"), ("Le", "n", 2)), ("Member", "n", ("Finite", 1, 2))),
    ((), ("Member", "x", ("ArgMax", "x", "A", f("x")))),
    ((), ("Member", f("x"), ("ArgMin", "x", "A", f("x")))),
    ((), ("Member", 1, ("Range", 1, "x"))),
]  # fmt: skip


@pytest.mark.parametrize(("hypotheses", "statement"), FOLLOWS)
def test_follows(hypotheses, statement):
    assert follows(assumed(tuple(hypotheses), ()), statement)


@pytest.mark.parametrize(("hypotheses", "statement"), DOES_NOT_FOLLOW)
def test_does_not_follow(hypotheses, statement):
    assert not follows(assumed(tuple(hypotheses), ()), statement)


# The signs of terms, as they are told, where p > 0, q >= 0, r is not 0, m < 0, z = 0, and of x nothing is known.
SIGNED = (("Lt", 0, "p"), ("Le", 0, "q"), ("Ne", "r", 0), ("Lt", "m", 0), ("Eq", "z", 0), ("Member", "w", "Integers"))
TOLD = [
    ("x", "-0+"),
    ("p", "+"),
    ("q", "0+"),
    ("r", "-+"),
    ("m", "-"),
    ("z", "0"),
    (0, "0"),
    (-2, "-"),
    (("Rational", 1, 2), "+"),
    (("Add", "p", "q"), "+"),
    (("Add", "q", "q"), "0+"),
    (("Add", "p", "m"), "-0+"),
    (("Add", "m", "m"), "-"),
    (("Add", "z", "p"), "+"),
    (("Add", "r", "r"), "-+"),
    (("Add", "r", "p"), "-0+"),
    (("Mul", "p", "m"), "-"),
    (("Mul", "q", "m"), "-0"),
    (("Mul", "r", "p"), "-+"),
    (("Mul", "r", "m"), "-+"),
    (("Mul", "m", "m"), "+"),
    (("Mul", "z", "x"), "0"),
    (("Pow", "m", 2), "+"),
    (("Pow", "m", 3), "-"),
    (("Pow", "q", 2), "0+"),
    (("Pow", "q", -1), "+"),
    (("Pow", "m", -1), "-"),
    (("Pow", "x", 0), "+"),
    (("Pow", "x", 2), "0+"),
    (("Pow", "x", 3), "-0+"),
    (("Pow", "x", "k"), "-0+"),
    (("Pow", "p", "k"), "+"),
    (("Pow", "q", "k"), "0+"),
    (("Pow", "m", "k"), "-+"),
    (("Pow", "m", ("Mul", 2, "w")), "+"),
    (("Pow", "r", ("Mul", 2, "w")), "+"),
    (("Pow", "x", ("Mul", 2, "w")), "0+"),
    (("Pow", "x", ("Rational", 1, 2)), "0+"),
    (("Pow", "x", ("Rational", -1, 3)), "+"),
    (("Pow", "r", ("Rational", 2, 3)), "+"),
    (("Pow", "m", ("Rational", 2, 3)), ""),
    (("Pow", "x", -2), "+"),
    (("Pow", "x", -1), "-+"),
    (("exp", "m"), "+"),
    (("Constant", "pi"), "+"),
    (("log", "p"), "-0+"),
    (("log", ("Add", 1, "p")), "+"),
    (("log", ("Add", 1, "m")), "-"),
    (("log", ("Add", 1, "q")), "0+"),
    (("log", 1), "0"),
    (("KroneckerDelta", "x", "p"), "0+"),
    (("Apply", "f", "x"), "-0+"),
    (("Integral", "t", ("Between", 0, 1), "p"), "+"),
    (("Integral", "t", ("Between", "a", "a"), "p"), "0+"),
    (("Integral", "t", ("Between", 0, 1), "m"), "-"),
    (("Integral", "t", ("Between", 0, 1), "q"), "0+"),
    (("Integral", "t", ("Between", 0, 1), "r"), "-0+"),
    (("Integral", "t", ("Between", 0, "x"), "z"), "0"),
    (("Sum", "t", ("Range", 1, 2), "p"), "+"),
    (("Sum", "t", ("Range", 1, "n"), "p"), "0+"),
    (("Sum", "t", ("Range", 1, 2), "m"), "-"),
    (("Sum", "t", ("Range", 1, "n"), "m"), "-0"),
    (("Sum", "t", ("Range", 1, 2), "r"), "-0+"),
    (("Sum", "t", ("Range", 1, "n"), "z"), "0"),
    (("Sum", "t", ("Range", 1, 2), "q"), "0+"),
    (("Product", "t", ("Range", 1, "n"), "p"), "+"),
    (("Product", "t", ("Range", 1, "n"), "q"), "0+"),
    (("Product", "t", ("Range", 1, 2), "m"), "-0+"),
    (("Product", "t", ("Range", 1, "n"), "z"), "0+"),
    (("Product", "t", ("Range", 1, 1), "z"), "0+"),
    (("Product", "t", ("Range", 1, 2), "r"), "-0+"),
    (("Entropy", "t", ("Range", 1, 2), "p"), "-0+"),
]


def signs(text):
    return {{"-": -1, "0": 0, "+": 1}[letter] for letter in text}


@pytest.mark.parametrize(("term", "told"), TOLD)
def test_the_sign_that_is_told(term, told):
    given = assumed(SIGNED, ())
    assert sign(given, term) == signs(told)
    defined = assumed(SIGNED, (Definition("", "D", (), term), Definition("Apply", "g", ("u",), term)))
    assert sign(defined, "D") == sign(defined, ("Apply", "g", 1)) == signs(told)
    for head, wanted in (("Lt", "+"), ("Le", "0+"), ("Eq", "0"), ("Ne", "-+")):
        if type(term) is not tuple or term[0] != "Sum":  # of which an integer bound may say more
            assert holds(given, (head, 0, term)) == (signs(told) <= signs(wanted))


W_V = ("Mul", "w", "v")
BY = [("w", "+"), ("w", "-"), (W_V, "+"), (W_V, "-"), (("Add", "w", 1), "+"), (("Add", "w", -1), "-")]


@pytest.mark.parametrize(("by", "told"), BY, ids=str)
def test_a_known_quotient_has_the_sign_of_its_factors_times_the_rest(by, told):
    """Where x/w < z/w, it is the sign of w that says which of x and z is less; it is asked for one level deeper."""
    known, gap = ("Lt", over("x", by), over("z", by)), ("Add", "z", neg("x"))
    assert sign(assumed((known,), ()), gap) == signs("-+")
    given = assumed((("Lt", 0, "w") if told == "+" else ("Lt", "w", 0), ("Lt", 0, "v"), known), ())
    assert sign(given, gap) == sign(given, gap, 2) == signs(told)
    assert sign(given, neg(gap)) == sign(given, ("Mul", 3, ("Add", "x", neg("z")))) == mirrored(signs(told))
    assert sign(given, gap, 1) == sign(given, gap, 0) == signs("-+")


@pytest.mark.parametrize("by", ["w", W_V, ("Add", 1, "w")], ids=str)
def test_a_quotient_has_the_sign_of_what_is_known_of_its_top(by):
    asked = ("Add", over("z", by), neg(over("x", by)))
    for hypothesis, told in ((("Lt", "x", "z"), "+"), (("Le", "x", "z"), "0+"), (("Ne", "x", "z"), "-+")):
        given = assumed((("Lt", 0, "w"), ("Lt", 0, "v"), hypothesis), ())
        assert sign(given, asked) == signs(told) and sign(given, neg(asked)) == mirrored(signs(told))


LESS_THAN_1 = (("Lt", -1, "u"), ("Lt", "u", 1))
ORDERED = (("Lt", "a", "b"), ("Lt", 0, "c"), ("Lt", 0, "d"))


@pytest.mark.parametrize(
    ("hypotheses", "term", "told"),
    [
        (LESS_THAN_1[1:], ("sinh", ("Add", 1, ("Mul", -1, "u"))), {1}),
        (LESS_THAN_1[1:], ("tanh", ("Add", "u", -1)), {-1}),
        ((), ("erf", "u"), {-1, 0, 1}),
        (LESS_THAN_1, ("Add", 1, ("Mul", "u", ("cos", "v"))), {1}),
        (LESS_THAN_1[:1], ("Add", 1, ("Mul", "u", ("cos", "v"))), {-1, 0, 1}),
        (ORDERED, ("Add", ("Mul", "c", "b"), "d", ("Mul", -1, "c", "a")), {1}),
        (ORDERED[:2], ("Add", ("Mul", "c", "b"), "d", ("Mul", -1, "c", "a")), {-1, 0, 1}),
        ((ORDERED[0], ORDERED[2]), ("Add", ("Mul", "c", "b"), "d", ("Mul", -1, "c", "a")), {-1, 0, 1}),
        (
            (("Lt", ("Mul", 2, "a"), ("Mul", 3, "b")), ("Lt", 0, "d")),
            ("Add", ("Mul", 9, "b"), "d", ("Mul", -6, "a")),
            {1},
        ),
        # a times what is known of b − a has a², which a b − a has not
        ((*ORDERED, ("Lt", 0, "a")), ("Add", ("Mul", "a", "b"), "d", ("Mul", -1, "a")), {-1, 0, 1}),
    ],
)
def test_the_sign_by_likeness_bounds_and_multiples_of_what_is_known(hypotheses, term, told):
    assert sign(assumed(hypotheses, ()), term) == told


def test_what_is_no_sum_is_not_compared():
    """Where u < v, e^v − e^u is positive; the indicator that e^v and −e^u are equal is not for that."""
    given, parts = assumed((("Lt", "u", "v"),), ()), (("exp", "v"), neg(("exp", "u")))
    assert sign(given, ("Add", *parts)) == {1}
    assert 0 in sign(given, ("KroneckerDelta", *parts))


def test_what_decides_between_cases_is_sought_no_deeper_than_the_rest():
    entry = ("Indexed", "p", 1)
    given = assumed((("ForAll", "i", ("Range", 1, 2), ("Lt", 0, ("Indexed", "p", "i"))),), ())
    cases = ("Cases", ("Le", entry, 0), -1, 1)
    assert sign(given, cases) == {1} and sign(given, cases, 0) == {-1, 1}


def test_a_bound_of_each_term_may_have_no_value_where_there_is_none():
    """Of y_i ≥ 1/n for all i nothing follows for n = 0, where the sum is 0; of y_i ≥ c, that it is at least n c."""
    total, at_least = ("Sum", "i", N, y("i")), (("Member", "n", "Integers"), ("Le", 0, "n"))
    known = assumed((*at_least, ("ForAll", "i", N, ("Le", over(1, "n"), y("i")))), ())
    some = assumed((*known.hypotheses, ("Lt", 0, "n")), ())
    assert not holds(known, ("Le", 1, total)) and holds(some, ("Le", 1, total))
    assert holds(assumed((*at_least, ("ForAll", "i", N, ("Le", "c", y("i")))), ()), ("Le", ("Mul", "n", "c"), total))


def test_a_sum_is_judged_by_cases_of_its_parts():
    """y³ − y is 0, and y⁴ − y² + 1 is 1, where y is −1, 0 or 1."""
    known = assumed((("Member", "y", ("Finite", -1, 0, 1)),), ())
    assert sign(known, ("Add", ("Pow", "y", 3), neg("y"))) == {0}
    assert sign(known, ("Add", ("Pow", "y", 4), neg(("Pow", "y", 2)), 1)) == {1}


def test_definitions_are_unfolded_inside_sums():
    """Where D = x + 1 and g(u) = u² + 1, the x in a sum with them is no other x."""
    given = assumed((("Lt", 0, "x"),), (
        Definition("", "D", (), ("Add", "x", 1)), Definition("Apply", "g", ("u",), ("Add", ("Pow", "u", 2), 1)),
    ))  # fmt: skip
    plus_one, square = ("Apply", "g", "x"), ("Pow", "x", 2)
    for low, high in (
        ("x", "D"), (("Mul", 2, "x"), ("Mul", 2, "D")), (square, plus_one), (square, ("Pow", "D", 2)),
        (("Pow", "x", 2), ("Mul", "x", "D")), (("Pow", "D", 2), ("Apply", "g", "D")),
    ):  # fmt: skip
        assert (
            holds(given, ("Lt", low, high)) and holds(given, ("Ne", low, high)) and not holds(given, ("Le", high, low))
        )
    assert not holds(given, ("Lt", 2, "D")) and not holds(given, ("Lt", plus_one, "D"))
    assert holds(given, ("Eq", ("Add", "D", -1), "x")) and not holds(given, ("Eq", "D", "x"))


def test_a_definition_tells_what_a_fact_about_it_leaves_open():
    square = ("Pow", "x", 2)
    given = assumed((("Le", square, "q"),), (Definition("", "q", (), ("Add", square, 1)),))
    assert sign(given, ("Add", "q", neg(square))) == {1}


def test_a_high_power_lies_between_the_powers_of_the_ends():
    given, term = assumed((("Le", -1, "c"), ("Le", "c", 1)), ()), ("Add", 2, neg(("Pow", "c", 5)))
    assert [len(sign(given, term, depth)) for depth in range(4)] == [3, 1, 1, 1] and sign(given, term) == {1}


def test_the_facts_about_entries():
    """Those without variables; those for all elements, at an entry or a member that is shown to lie in the set."""
    every = ("ForAll", "i", ("Range", 1, 3), ("Le", 0, y("i")))
    in_a = ("ForAll", "t", "A", ("Lt", 0, "t"))
    delta = ("KroneckerDelta", "x", "z")
    given = assumed((("Lt", "x", 1), every, in_a, ("Member", "a", "A")), ())
    plain = (("Lt", "x", 1), ("Member", "a", "A"))
    assert about(given, (y(2), y(4), y("x"), f(1)), 0) == about(given, (), 0) == plain
    found = about(given, (y(2), y(4), y("x"), f(1)), DEPTH)
    assert set(found) == {*plain, ("Le", 0, y(2)), ("Lt", 0, "a")} and found[0] == plain[0]
    assert set(about(given, (delta,), 0)) == {*plain, ("Le", delta, 1)}
    of_all = ("ForAll", "t", "Reals", ("Lt", -5, "t"))
    assert about(assumed((("Lt", "x", 1), of_all), ()), (), DEPTH) == (("Lt", "x", 1),)


MEMBERS = [
    (1, "Reals", True), ("x", "Reals", True), ("x", "Integers", False), ("n", "Integers", True),
    (HALF, "Integers", False), ("a", "A", True), (("Add", "a", 0), "A", True), ("a", "B", False), ("n", "A", False),
    ("x", ("Interval", 0, 1), True), ("x", ("Interval", HALF, 1), False), ("x", ("Interval", 0, HALF), False),
    (0, ("Interval", 0, 1), False), (1, ("Interval", 0, 1), False), ("x", ("Above", 0), True), (0, ("Above", 0), False),
    ("x", ("Above", HALF), False), (2, ("Range", 1, 3), True), (1, ("Range", 1, 3), True), (3, ("Range", 1, 3), True),
    (0, ("Range", 1, 3), False), (4, ("Range", 1, 3), False), (HALF, ("Range", 0, 1), False), ("n", N, True),
    ("n", ("Range", 2, "n"), False), (("Add", "n", -1), N, False), ("x", ("Range", 0, 1), False),
    ("a", ("Without", "A", 0), False), ("a", ("Without", "A", "x"), False), (2, ("Without", ("Range", 1, 3), 2), False),
    (1, ("Without", ("Range", 1, 3), 2), True), (4, ("Without", ("Range", 1, 3), 2), False),
    ("x", ("Finite", "x", 5), True), ("x", ("Finite", 5, "x"), True), ("x", ("Finite", 0, 1), False),
    (("KroneckerDelta", "x", "a"), ("Finite", 0, 1), True), (("KroneckerDelta", "x", "a"), ("Finite", 0, 2), False),
    (("Add", 1, ("KroneckerDelta", "x", "a")), ("Finite", 5, 2, 1, HALF), True),
    (("KroneckerDelta", "x", "a"), ("Finite", -1, 0, 1, "x", 3), True), (1, ("Empty",), False),
]  # fmt: skip


@pytest.mark.parametrize(("element", "domain", "shown"), MEMBERS)
def test_members(element, domain, shown):
    given = assumed((*UNIT, *COUNT, ("Member", "a", "A")), ())
    assert member(given, element, domain) == holds(given, ("Member", element, domain)) == shown


def test_integers():
    given = assumed(LABELS, (Definition("", "D", (), ("Add", "n", 1)), Definition("Apply", "g", ("u",), "u")))
    for whole in (
        3,
        "n",
        ("Add", "n", 1),
        ("Pow", "n", 2),
        ("KroneckerDelta", "x", "z"),
        ("Sum", "i", N, ("Mul", "i", y("i"))),
        ("Product", "i", N, y("i")),
        ("Mul", "n", "n"),
        ("Pow", "n", 0),
        ("Pow", 2, "n"),
        y(1),
        "D",
        ("Apply", "g", 2),
    ):
        assert integer(given, whole)
    others = [
        HALF, "x", ("Pow", "n", -1), ("Pow", 2, "m"), ("Mul", HALF, "n"), ("log", 1), y("j"), f(1),
        ("Apply", "g", HALF), ("Add", "n", HALF), ("Pow", HALF, 2),
        ("Sum", "i", N, ("Mul", HALF, "i")), ("Apply", "h", 1),
    ]  # fmt: skip
    assert not any(integer(given, other) for other in others)


def test_definitions_are_unfolded():
    square, root = (
        Definition("Apply", "D", ("u",), ("Add", 1, ("Pow", "u", 2))),
        Definition("", "r", (), ("Pow", "x", HALF)),
    )
    given = assumed((("Lt", 0, "x"),), (square, root))
    assert holds(given, ("Lt", 0, ("Apply", "D", "z")))
    assert holds(given, ("Lt", 0, "r"))
    assert undefined(given, "r") is None
    assert undefined(assumed((), (root,)), "r") == ("Le", 0, "x")
    assert not holds(under(given, "r", "Reals"), ("Lt", 0, "r"))
    assert not holds(under(given, "x", "Reals"), ("Lt", 0, "r"))
    assert follows(given, ("ForAll", "x", ("Finite", 1), ("Lt", 0, ("Mul", "r", "x"))))


def test_a_canonical_binder_does_not_capture():
    """Σ_k D(k) with D(x) := Σ_i g(i, x) is not a sum of the g(i, i), which alone are known to be positive."""
    diagonal = ("ForAll", "a", R, ("Lt", 0, ("Apply", "g", "a", "a")))
    given = assumed((diagonal,), DEFINITIONS)
    assert holds(given, ("Lt", 0, ("Sum", "i", R, ("Apply", "g", "i", "i"))))
    assert not holds(given, ("Lt", 0, ("Sum", "k", R, ("Apply", "D", "k"))))
    assert not holds(given, ("Lt", 0, ("Sum", "k", R, ("Sum", "i", R, ("Apply", "g", "i", "k")))))


def test_under_a_binder_of_that_name_an_outer_fact_is_dropped():
    given = assumed((("Lt", 0, "x"), ("ForAll", "x", "A", ("Lt", f("x"), 0))), ())
    inside = under(given, "x", "A")
    assert sign(inside, "x", DEPTH) == {-1, 0, 1}
    assert sign(inside, f("x"), DEPTH) == {-1}
    renamed, (body,) = opened(given, ("ForAll", "x", "A", ("Lt", "x", 0)))
    assert body == ("Lt", "x_1", 0)
    assert sign(renamed, "x", DEPTH) == {1}
    assert under(given, "t", ("Range", 1, "t")).hypotheses == given.hypotheses


def test_contradictions_do_not_leak_out_of_an_empty_range():
    given = assumed((), ())
    inside, _ = opened(given, ("Sum", "i", ("Range", 1, 0), "i"))
    assert sign(inside, ("Add", 1, neg("i")), DEPTH) == set()
    assert sign(given, ("Sum", "i", ("Range", 1, 0), ("Add", 1, neg("i"))), DEPTH) == {0}
    assert sign(given, ("Product", "i", ("Range", 1, 0), ("Add", 1, neg("i"))), DEPTH) == {1}


def test_a_search_without_end_is_cut_off():
    chain = tuple(("Lt", ("Mul", a, b), ("Mul", b, c)) for a, b, c in product("xyzw", repeat=3) if len({a, b, c}) == 3)
    given = assumed((*chain, ("ForAll", "i", ("Range", 1, f(f(f("x")))), ("Lt", f("i"), f(f("i"))))), ())
    assert not holds(given, ("Lt", ("Add", "x", f(f(f("x")))), ("Mul", "w", "z", f("x"))))


R = ("Range", 1, 2)
DEFINITIONS = (
    Definition("Apply", "D", ("u",), ("Sum", "i", R, ("Apply", "g", "i", "u"))),
    Definition("Apply", "E", ("x",), ("Add", ("Apply", "D", "x"), ("Mul", "x", "r"))),
    Definition("", "r", (), ("Add", "x", 1)),
)


def point(x, z, n, f, g):
    """Where names have these values, and defined names those of their definitions."""

    def total(u):
        return g(1, u) + g(2, u)

    return {
        "x": x,
        "z": z,
        "n": Fraction(n),
        "f": f,
        "g": g,
        "D": total,
        "r": x + 1,
        "E": lambda u: total(u) + u * (x + 1),
    }


VALUES = [Fraction(v) for v in ("-2", "-1/2", "0", "1/3", "1", "3/2", "2")]
FUNCTIONS = [lambda u: u - 1, lambda u: 1 / (1 + u * u), lambda u: u % 2, lambda u: -u]
BINARY = [lambda u, v: 1 - abs(u - v) * 3, lambda u, v: Fraction(u == v), lambda u, v: u - v]
GRID = [point(*values) for values in product(VALUES, VALUES, (0, 1, 3), FUNCTIONS, BINARY)]
ATOMS = [
    *("x", "z", "n", 0, 1, 2, -1, HALF, f(1), f("x"), f("n"), ("Sum", "i", N, f("i")), ("Product", "k", N, f("k"))),
    *(
        ("KroneckerDelta", "x", "z"),
        ("Apply", "g", "x", "x"),
        ("Apply", "g", 1, "z"),
        ("Sum", "i", R, ("Apply", "D", "i")),
    ),
    *(
        "r",
        ("Apply", "D", "x"),
        ("Apply", "E", "z"),
        ("Sum", "x", R, ("Apply", "E", "x")),
        ("Sum", "x", R, ("Mul", "x", "r")),
    ),
]
SETS = [
    "Integers",
    "Reals",
    ("Interval", 0, 1),
    ("Interval", "x", "z"),
    ("Finite", 0, 1),
    ("Range", 0, 1),
    N,
    ("Without", ("Interval", 0, 2), 1),
]
DOMAINS = [N, ("Range", 0, 1), ("Range", 1, 0), ("Finite", 1, "x"), ("Finite", "n")]


def term(rng, leaves, depth=2):
    if depth == 0 or rng.random() < 0.3:
        return rng.choice(leaves)
    kind = rng.choice(("Add", "Add", "Mul", "Mul", "Pow", "neg", "log", "power"))
    a = term(rng, leaves, depth - 1)
    if kind in ("Add", "Mul"):
        return (kind, a, term(rng, leaves, depth - 1))
    if kind == "power":
        return ("Pow", a, term(rng, leaves, depth - 1))
    return {"Pow": ("Pow", a, rng.choice((-1, 2))), "neg": neg(a), "log": ("log", a)}[kind]


def statement(rng, leaves=ATOMS, depth=2):
    kind = rng.choice(("Lt", "Lt", "Le", "Ne", "Eq", "Member", "ForAll"))
    if kind == "ForAll":
        i = rng.choice(("i", "x", "n"))
        return (
            "ForAll",
            i,
            rng.choice(DOMAINS),
            statement(rng, [*leaves, i, i, f(i), f(i), ("Apply", "g", i, i), ("Apply", "D", i)], 1),
        )
    if kind == "Member":
        return ("Member", term(rng, leaves, depth - 1), rng.choice(SETS))
    return (kind, term(rng, leaves, depth), term(rng, leaves, depth))


def true_at(statement, point):
    """Is it defined and true there? None where it is not defined."""
    try:
        return value(statement, point)
    except (Undefined, OutOfReach, OverflowError):
        return None


@pytest.mark.slow
@pytest.mark.long
def test_what_is_said_to_follow_is_true_wherever_the_hypotheses_are():
    rng, proved = random.Random(1), 0
    for _ in range(size(400)):
        hypotheses = tuple(statement(rng, depth=1) for _ in range(rng.randint(0, 4)))
        given = assumed(hypotheses, DEFINITIONS)
        models = [p for p in rng.sample(GRID, 60) if all(true_at(h, p) for h in hypotheses)]
        for claim in (statement(rng) for _ in range(8)):
            if models and follows(given, claim):
                truths = [true_at(claim, p) for p in models]
                proved += any(truths)
                assert False not in truths, (hypotheses, claim, models[truths.index(False)])
    assert proved > size(40)


@pytest.mark.slow
@pytest.mark.long
def test_what_is_said_to_be_defined_is_defined():
    rng, shown = random.Random(2), 0
    for _ in range(size(400)):
        hypotheses = tuple(statement(rng, depth=1) for _ in range(rng.randint(0, 4)))
        given = assumed(hypotheses, DEFINITIONS)
        models = [p for p in rng.sample(GRID, 40) if all(true_at(h, p) for h in hypotheses)]
        for claim in (term(rng, ATOMS, 3) for _ in range(8)):
            if models and undefined(given, claim) is None:
                shown += 1
                for point in models:
                    try:
                        value(claim, point)
                    except (OutOfReach, OverflowError):
                        continue
    assert shown > size(40)


BEYOND_FLOATS = [("Rational", 1, 10**400), ("Rational", -3, 10**401), 10**400, -(10**350)]
EXTREMES = [*VALUES, Fraction(10**400), -Fraction(10**400), Fraction(1, 10**400), Fraction(-7, 10**401)]


def rational(rng, depth):
    if depth == 0 or rng.random() < 0.2:
        return rng.choice(("x", "z", "x", "z", 1, -2, HALF, *BEYOND_FLOATS))
    parts = (rational(rng, depth - 1), rational(rng, depth - 1))
    return (
        (rng.choice(("Add", "Mul")), *parts) if rng.random() < 0.8 else ("Pow", parts[0], rng.choice((2, 3, -1, 101)))
    )


@pytest.mark.long
def test_what_follows_of_numbers_that_no_float_holds_is_true():
    rng, told = random.Random(3), 0
    for _ in range(size(2500)):
        point = {"x": rng.choice(EXTREMES), "z": rng.choice(EXTREMES)}
        facts = [(rng.choice(("Lt", "Le", "Ne")), rational(rng, 1), rational(rng, 1)) for _ in range(3)]
        given, asked = assumed(tuple(fact for fact in facts if true_at(fact, point)), ()), rational(rng, 3)
        found = true_at(asked, point)
        if found is not None:
            told += len(sign(given, asked)) < 3
            assert (found > 0) - (found < 0) in sign(given, asked), (given.hypotheses, asked, point)
    assert told > size(500)


@pytest.mark.parametrize(
    "hypotheses, term",
    [
        ((("Eq", "k", 2),), ("Pow", ("Add", "k", -2), ("Add", "n", 1))),
        ((("Eq", "k", 2), ("Eq", "n", -1)), ("Pow", ("Add", "k", -2), ("Add", "n", 1))),
        ((("Eq", ("Add", "a", "b"), 0),), ("Pow", ("Add", "a", "b"), ("Add", "n", 1))),
        ((("Eq", "k", 2),), ("sinh", ("Pow", ("Add", "k", -2), ("Add", "n", 1)))),
        ((("Eq", "k", 2),), ("Sum", "i", ("Range", 1, 3), ("Pow", ("Add", "k", -2), ("Add", "n", 1)))),
        ((("Eq", "x", 0),), ("Pow", ("Mul", "x", "y"), ("Add", "n", 1))),
    ],
)
def test_a_power_of_what_may_be_0_is_not_judged_by_its_normal_form(hypotheses, term):
    """For n = −1 it is 0^0 = 1, and the normal form has no value."""
    known = assumed((*hypotheses, ("Member", "n", "Integers")), ())
    assert sign(known, term) != {0} and not holds(known, ("Eq", term, 0))
    assert sign(known, ("Add", 1, ("Mul", -1, term))) != {1}
    assert sign(known, ("Add", 1, ("exp", term))) == {1}  # whatever it is


def test_a_power_of_what_is_not_0_is_judged_by_its_normal_form_whatever_its_sign():
    base = ("Add", "k", -2)
    known = assumed((("Member", "n", "Integers"), ("Lt", 0, ("Mul", base, ("Pow", base, "n")))), ())
    elsewhere = assumed((*known.hypotheses, ("Ne", "k", 2)), ())
    power = ("Pow", base, ("Add", "n", 1))
    assert sign(elsewhere, base) == {-1, 1} and sign(elsewhere, power) == {1} and sign(known, power) == {-1, 0, 1}


def test_a_statement_about_such_a_power_is_not_used_by_its_normal_form():
    power = ("Pow", ("Add", "k", -2), ("Add", "n", 1))
    known = assumed((("Eq", "k", 2), ("Le", 1, power), ("Member", "n", "Integers")), ())  # true of n = −1
    assert not holds(known, ("Lt", 0, -1)) and sign(known, "z") == {-1, 0, 1}


def test_neither_is_an_instance_of_such_a_statement():
    """At y = x it says z·0^(n + 1) = w, which is z = w for n = −1; its normal form would say 0 = w."""
    power = ("Pow", ("Add", "x", ("Mul", -1, "y")), ("Add", "n", 1))
    for_all = ("ForAll", "y", ("Finite", "x"), ("Eq", ("Mul", "z", power), "w"))
    whole = ("ForAll", "y", ("Finite", "x"), ("Member", ("Mul", "z", power), ("Finite", 1, 2)))
    known = assumed((("Member", "x", "Reals"), ("Member", "n", "Integers"), ("Eq", "n", -1), for_all, whole), ())
    assert not holds(known, ("Eq", "w", 0)) and not holds(known, ("Member", 0, ("Finite", 1, 2)))


def test_what_is_subtracted_leaves_no_more_terms():
    """Where x + u + v > 0, nothing is gained for x − 1 by it; where x > 2 something is."""
    nothing, (x, u, v) = assumed((), ()), (frozenset(((name, 1),)) for name in "xuv")
    rest = {x: 1, EMPTY: -1}
    assert not list(_remainders(nothing, rest, ZERO, [({x: 1, u: 1, v: 1}, frozenset({1}))], 2))
    assert list(_remainders(nothing, rest, ZERO, [({x: 1, EMPTY: -2}, frozenset({1}))], 2)) == [
        ({EMPTY: 1}, frozenset({1}))
    ]
