"""Reading terms, substitution without capture against brute force, places, sorts."""

from __future__ import annotations

import sys
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlce_sym.certificate.names import DOCUMENT_DEPTH, DOCUMENT_NAME, DOCUMENT_NODES, every_name, parse_written
from mlce_sym.functions import FUNCTIONS
from mlce_sym.terms.kinds import kinds, part_sorts, sort_of
from mlce_sym.terms.places import around, parse_place, part_at, replaced
from mlce_sym.terms.terms import (
    BINDERS,
    CLOSED,
    DEEPEST,
    HEADS,
    MOST_NODES,
    NEAR,
    PROP,
    REAL,
    SET,
    SHAPES,
    Malformed,
    TooLarge,
    alpha,
    applied,
    children,
    free,
    height,
    is_binder,
    number,
    parse,
    rebuilt,
    substitute,
    written,
)

from ..plain_values import value

R = ("Range", 1, 3)


def nested(depth):
    term = "x"
    for _ in range(depth):
        term = ["log", term]
    return term


def cyclic():
    term = ["Add", 1]
    term.append(term)
    term.append(term)
    return term


class Sneaky(str):
    pass


BAD = [
    True, None, 1.5, float("nan"), {}, [], {"x": 1}, b"x", object(), Sneaky("x"),
    "", "#1", "x" * 301, ["Apply", "#", 1], ["Sum", "#1", R, 2],
    ["x"], ["Add"], ["Add", 1], ["Pow", 1], ["Pow", 1, 2, 3], ["log"], ["exp", 1, 2], [["Add"], 1, 2], [1, 2],
    ["__class__", 1],
    ["Rational", 2, 4], ["Rational", 1, 1], ["Rational", 1, 0], ["Rational", 1, -2], ["Rational", True, 2],
    ["Rational", 1.0, 2],
    ["Constant", "e"], ["Constant"], ["Apply", "f"], ["Apply", 1, 2], ["Apply", ["f"], 2], ["Apply", "Reals", 2],
    ["Indexed", "y"],
    ["Sum", "i", R], ["Sum", "i", ["Finite", 1], 2], ["Sum", "i", "A", 2], ["Sum", 1, R, 2], ["Sum", "Integers", R, 2],
    ["Sum"],
    ["Entropy", "k", ["Interval", 0, 1], "k"], ["CrossEntropy", "k", R, 1], ["ForAll", "x", "A"],
    ["ArgMax", "x", "A", 1, 2],
    ["Finite"], ["Empty", 1], ["Without", "A"], ["True", 1], ["Lt", 1], ["Lambda", ["x"], "x"],
    ["Add", 1, ["Lambda", ["x"], "x"]],
    2**3000, -(2**3000), ["Add", 1, 2**3000], nested(DEEPEST), ["Add", *range(MOST_NODES)], cyclic(),
]  # fmt: skip


@pytest.mark.parametrize("data", BAD, ids=range(len(BAD)))
def test_what_is_no_term_is_refused_in_one_line(data):
    with pytest.raises(Malformed) as caught:
        parse_written(data)
    assert len(str(caught.value)) < 120 and "\n" not in str(caught.value)


UNWRITTEN = ["_x", "x y", "__class__", "x.y", "é", "1x", "x\n", "x" * 101]


# What each head makes, and of what: r a real number, s a set, p a proposition, n a neighbourhood, c a closed interval,
# + for more of the last; of a binder, its domain first.
MADE = {
    "Add": "r rr+", "Mul": "r rr+", "Pow": "r rr", "KroneckerDelta": "r rr", "log": "r r", "exp": "r r",
    "Range": "s rr", "Interval": "s rr", "Finite": "s r+", "Empty": "s ", "Without": "s sr", "Above": "s r",
    "From": "s r", "Below": "s r", "Near": "n sr", "Between": "c rr", "Lt": "p rr", "Le": "p rr", "Ne": "p rr",
    "Eq": "p rr", "Member": "p rs", "True": "p ", "False": "p ", "Cases": "r prr", "Undefined": "r ",
}  # fmt: skip
BINDING = {
    "Sum": "r sr", "Product": "r sr", "Entropy": "r sr", "CrossEntropy": "r srr", "KLDivergence": "r srr",
    "ArgMax": "s sr", "ArgMin": "s sr", "ForAll": "p sp", "Derivative": "r nr", "Integral": "r cr", "Smooth": "p sr",
    "ImproperIntegral": "r sr", "Converges": "p sr",
}  # fmt: skip
LETTERS = {"r": REAL, "s": SET, "p": PROP, "n": NEAR, "c": CLOSED}
# A part of each sort, for a binder's domain with one that it takes; and the other sets, which most binders do not take.
PART = {"r": "x", "s": ("Range", 1, 2), "p": ("True",), "n": ("Near", "A", "x"), "c": ("Between", 0, 1)}
OTHER = [("Interval", 0, 1), ("Above", 0), ("Below", 0), ("From", 0), "A", "Reals", *(PART[letter] for letter in "snc")]


def test_the_heads_are_those():
    assert set(SHAPES) == {*MADE, *FUNCTIONS} and set(BINDERS) == set(BINDING)
    assert {*MADE, *BINDING, *FUNCTIONS, "Apply", "Indexed", "Rational", "Constant", "Lambda"} == HEADS


@pytest.mark.parametrize("head", [*MADE, *BINDING])
def test_what_a_head_makes_of_what(head):
    result, _, parts = {**MADE, **BINDING}[head].partition(" ")
    letters = parts.rstrip("+")
    start = (head, "i") if head in BINDING else (head,)
    term = (*start, *(PART[letter] for letter in letters))
    assert parse(term) == term and sort_of(term) == LETTERS[result]
    assert part_sorts(term) == tuple(LETTERS[letter] for letter in letters)
    assert children(term) == term[len(start) :] and rebuilt(term, children(term)) == term
    assert is_binder(term) == (head in BINDING)
    if letters:
        with pytest.raises(Malformed):
            parse(term[:-1])
    if parts.endswith("+"):
        assert parse((*term, "y", "z")) == (*term, "y", "z")
        assert part_sorts((*term, "y")) == (REAL,) * (len(letters) + 1)
    else:
        with pytest.raises(Malformed):
            parse((*term, "y"))


@pytest.mark.parametrize("head", BINDING)
def test_the_domains_that_a_binder_takes(head):
    wanted = {"Derivative": ["Near"], "Integral": ["Between"], "Sum": ["Range", "From"]}.get(head, ["Range"])
    takes_each_set = ("ArgMax", "ArgMin", "ForAll", "Smooth", "ImproperIntegral", "Converges")
    for domain in OTHER:
        term = (head, "i", domain, *(PART[letter] for letter in BINDING[head].partition(" ")[2][1:]))
        if head in takes_each_set or domain[0] in wanted:
            assert parse(term) == term
        else:
            with pytest.raises(Malformed, match=f"^{head} needs a {' or '.join(wanted)}, not "):
                parse(term)


@pytest.mark.parametrize(
    "data", [["Rational", 1], ["Rational", 1, 2, 3], ["Rational"], ["Constant", "pi", 1], ["Wrong", 1, 2], ["Wrong", 1]]
)
def test_what_is_no_literal(data):
    with pytest.raises(Malformed, match=r"^\['(Rational|Constant|Wrong)', …\] is not a term$"):
        parse(data)


def test_literals():
    for term in (("Rational", 1, 2), ("Rational", -3, 2), ("Constant", "pi")):
        assert parse(list(term)) == term and children(term) == () and rebuilt(term, ()) == term
        assert sort_of(term) == REAL and free(term) == frozenset()
    assert [number(t) for t in (3, ("Rational", 1, 2), "x", ("Constant", "pi"))] == [3, Fraction(1, 2), None, None]
    assert [written(v) for v in (3, Fraction(4, 2), Fraction(-1, 2))] == [3, 2, ("Rational", -1, 2)]


def test_only_at_the_top_and_only_where_it_may_be_is_a_term_a_lambda():
    identity = ("Lambda", ("x",), "x")
    assert parse(["Lambda", ["x"], "x"], top=True) == identity
    for term in (5, "x", ("log", "x")):
        assert parse(term, top=True) == term
    for data, top in ((identity, False), (("log", identity), True), (("Lambda", ("x",), identity), True)):
        with pytest.raises(Malformed):
            parse(data, top=top)
    for data in ([], (), ""):
        with pytest.raises(Malformed):
            parse(data, top=True)


@pytest.mark.parametrize("name", UNWRITTEN)
def test_a_name_may_be_any_text_but_in_a_certificate_it_is_letters_digits_and_underscores(name):
    for term in (name, ["Apply", name, 1], ["Indexed", name, 1], ["Sum", name, list(R), 1]):
        assert name in every_name(parse(term))
        with pytest.raises(Malformed, match=r"^.* is not a name$"):
            parse_written(term)
    with pytest.raises(Malformed, match="is not a name"):
        parse_written(["Lambda", [name], 1], top=True)


def test_the_limits_of_what_a_certificate_writes_are_tighter():
    assert parse_written("x" * DOCUMENT_NAME) == "x" * DOCUMENT_NAME
    wide = ["Add", *range(DOCUMENT_NODES - 1)]  # with its head
    assert parse_written(wide[:-1]) == tuple(wide[:-1])
    for data, why in ((["Add", *range(DOCUMENT_NODES)], "too large"), (nested(DOCUMENT_DEPTH), "nested too deeply")):
        assert parse(data)
        with pytest.raises(Malformed, match=why):
            parse_written(data)
    assert parse_written(nested(DOCUMENT_DEPTH - 2))


def test_deep_nesting_is_refused_without_recursion():
    term = nested(10 * sys.getrecursionlimit())
    with pytest.raises(Malformed, match="nested too deeply"):
        parse(term)


@pytest.mark.parametrize(
    "data", [["Lambda", [], 1], ["Lambda", ["x", "x"], 1], ["Lambda", "x", 1], ["Lambda", ["x"]], ["Lambda", [1], 1]]
)
def test_malformed_lambdas(data):
    with pytest.raises(Malformed):
        parse(data, top=True)


def test_children_are_numbered_as_places_number_them():
    series = parse(["Sum", "i", list(R), ["Apply", "f", "i", "n"]])
    assert children(series) == (R, ("Apply", "f", "i", "n"))
    assert children(series[3]) == ("i", "n")
    assert children(("Rational", 1, 2)) == children(("Constant", "pi")) == children("x") == children(("True",)) == ()
    for term in (series, series[3], ("Rational", 1, 2), ("Interval", "a", "b"), ("True",), "x", 3):
        assert rebuilt(term, children(term)) == term


def test_free_names():
    assert free(parse(["Sum", "i", ["Range", 1, "i"], ["Apply", "f", "i", ["Indexed", "y", "j"]]])) == {
        "i",
        "f",
        "y",
        "j",
    }
    assert free(parse(["Sum", "i", list(R), "i"])) == frozenset()
    assert free(parse(["Lambda", ["x"], ["Add", "x", "z"]], top=True)) == {"z"}
    assert free(parse(["Member", "x", "Integers"])) == {"x"}


def test_alpha():
    one, other = (("Sum", i, R, ("Sum", j, ("Range", 1, i), ("Mul", i, j, "k"))) for i, j in (("i", "j"), ("j", "i")))
    assert alpha(one) == alpha(other)
    assert alpha(one) != alpha(("Sum", "i", R, ("Sum", "k", ("Range", 1, "i"), ("Mul", "i", "k", "k"))))
    assert alpha(("Sum", "i", R, "j")) != alpha(("Sum", "j", R, "j"))
    assert alpha(one) == ("Sum", "#2", R, ("Sum", "#1", ("Range", 1, "#2"), ("Mul", "#2", "#1", "k")))
    assert alpha(("Lambda", ("x", "y"), ("Add", "y", "x"))) == ("Lambda", ("#:0", "#:1"), ("Add", "#:1", "#:0"))
    assert [height(t) for t in ("x", 3, R, one[3], ("log", one))] == [0, 0, 0, 1, 2]


def test_substitution_renames_what_would_capture():
    assert substitute(("Sum", "i", ("Range", 1, "i"), ("Add", "i", "j")), {"i": 5, "j": "i"}) == (
        ("Sum", "i_1", ("Range", 1, 5), ("Add", "i_1", "i"))
    )
    shadow = ("Lambda", ("j",), ("Mul", "j", "i"))
    assert substitute(("Sum", "i", R, ("Apply", "f", "i")), {"f": shadow}) == ("Sum", "i_1", R, ("Mul", "i_1", "i"))
    assert substitute(("Sum", "i", R, ("Mul", "i", "j")), {"i": 5, "j": 2}) == ("Sum", "i", R, ("Mul", "i", 2))
    assert substitute(("Sum", "i", R, "j"), {"j": 1, "k": "i"}) == ("Sum", "i", R, 1)
    assert substitute(3, {"x": 1}) == 3
    inner = ("Lambda", ("i",), ("Apply", "f", "i", "j"))
    assert substitute(inner, {"j": "i"}) == ("Lambda", ("i_1",), ("Apply", "f", "i_1", "i"))
    assert substitute(("Sum", "i", R, ("Mul", "i_1", "j")), {"j": "i"}) == ("Sum", "i_2", R, ("Mul", "i_1", "i"))


def test_values_fit_their_names():
    for term, values in (
        ("x", {"x": ("Lambda", ("u",), "u")}),
        (("Apply", "f", 1), {"f": 1}),
        (("Apply", "f", 1, 2), {"f": ("Lambda", ("u",), "u")}),
    ):
        with pytest.raises(Malformed):
            substitute(term, values)


def test_substitution_cannot_explode():
    doubled = ("Lambda", ("u",), ("Add", "u", "u"))
    term = "x"
    for _ in range(DEEPEST):
        term = ("Apply", "f", term)
    with pytest.raises(TooLarge):
        substitute(term, {"f": doubled})
    wide = ("Lambda", ("u",), ("Add", *["u"] * 1000))
    with pytest.raises(TooLarge):
        applied(wide, (("Add", *range(1000)),))


NAMES = st.sampled_from("ijxy")
LEAVES = st.one_of(NAMES, st.integers(-2, 3))


def larger(terms):
    return st.one_of(
        st.tuples(st.sampled_from(["Add", "Mul"]), terms, terms),
        st.tuples(
            st.sampled_from(["Sum", "Product"]), NAMES, st.sampled_from([R, ("Range", 0, 1), ("Range", 1, 0)]), terms
        ),
        st.tuples(
            st.just("Sum"),
            NAMES,
            st.tuples(st.just("Range"), st.just(0), st.tuples(st.just("Mul"), NAMES, NAMES)),
            terms,
        ),
        st.tuples(st.just("Apply"), st.just("f"), terms),
        st.tuples(st.just("Indexed"), st.just("v"), terms, terms),
    )


TERMS = st.recursive(LEAVES, larger, max_leaves=8)
POINT = {"i": Fraction(1), "j": Fraction(2), "x": Fraction(1), "y": Fraction(3)}


@pytest.mark.slow
@settings(max_examples=500, deadline=None, derandomize=True)
@given(TERMS, st.dictionaries(NAMES, TERMS, max_size=3), st.tuples(NAMES, TERMS), st.tuples(NAMES, NAMES, TERMS))
def test_substitution_against_brute_force(term, values, f, v):
    """Substituting and then evaluating is evaluating where the names have the values of what is substituted."""
    from ..plain_values import OutOfReach, Undefined

    base = {"f": lambda u: u * u - 2, "v": lambda a, b: a - 3 * b, **POINT}

    def function(parameters, body):
        return lambda *arguments: value(body, {**base, **dict(zip(parameters, arguments, strict=True))})

    lambdas = {"f": ("Lambda", f[:1], f[1])}
    if v[0] != v[1]:
        lambdas["v"] = ("Lambda", v[:2], v[2])
    try:
        there = {name: value(t, base) for name, t in values.items()}
        there |= {name: function(t[1], t[2]) for name, t in lambdas.items()}
        expected = value(term, {**base, **there})
    except (Undefined, OutOfReach):
        return
    try:
        found = substitute(term, {**values, **lambdas})
    except TooLarge:
        return
    assert value(found, base) == expected
    assert value(alpha(found), base) == expected


def test_places():
    term = parse(["Mul", "a", ["Sum", "i", list(R), ["Add", "x", ["Mul", 2, "i"], "y", "z"]]])
    assert part_at(term, (1, 1, 1, 1)) == "i"
    assert part_at(term, (1, 0, 1)) == 3
    assert part_at(term, (1, 1, (3, 0))) == ("Add", "z", "x")
    assert replaced(term, (1, 1, (3, 0)), "w")[2][3] == ("Add", "w", ("Mul", 2, "i"), "y")
    assert replaced(term, (1, 1, (0, 1, 2, 3)), "w")[2][3] == "w"
    assert replaced(term, (), 5) == 5
    assert [child for _, child in around(term, (1, 1, (0, 1)))] == [1, 1, (0, 1)]


@pytest.mark.parametrize("place", [[2], [0, 0], [1, 2], [1, 1, [0, 4]], [1, [0, 1]], [1, 1, 0, 0]])
def test_places_that_a_term_has_not(place):
    term = parse(["Mul", "a", ["Sum", "i", list(R), ["Add", "x", ["Mul", 2, "i"], "y", "z"]]])
    with pytest.raises(Malformed):
        part_at(term, parse_place(place))


@pytest.mark.parametrize(
    "data",
    [
        0,
        "0",
        [True],
        [-1],
        [0.0],
        [[0]],
        [[0, 0]],
        [[0, 1], 0],
        [[0, True]],
        {},
        None,
        [10**9],
        [0] * (DEEPEST + 1),
        [[[0, 1], 2]],
    ],
)
def test_malformed_places(data):
    with pytest.raises(Malformed):
        parse_place(data)


def test_sorts():
    assert kinds(parse(["ForAll", "i", list(R), ["Member", ["Indexed", "y", "i"], "A"]]), PROP) == {
        ("i", REAL), ("A", "a set"), ("y", "a data vector of 1")
    }  # fmt: skip
    for term, sort in (
        (["Member", "A", "A"], PROP),
        (["Add", 1, ["Empty"]], REAL),
        (["Apply", "f", ["Apply", "f", 1, 2]], REAL),
        (["True"], REAL),
    ):
        with pytest.raises(Malformed):
            kinds(parse(term), sort)
