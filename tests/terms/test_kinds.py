"""What names stand for, and the sorts of parts."""

from __future__ import annotations

import pytest

from mlce_sym.terms.errors import Malformed
from mlce_sym.terms.kinds import joined, kinds, part_sorts, sort_of
from mlce_sym.terms.terms import CLOSED, NEAR, PROP, REAL, SET

R = ("Range", 1, 3)
SORTS = [
    ("x", None), ("Reals", SET), ("Integers", SET), (1, REAL), (("Rational", 1, 2), REAL), (("Constant", "pi"), REAL),
    (("Add", 1, 2), REAL), (("Apply", "f", 1), REAL), (("Indexed", "y", 1), REAL), (R, SET), (("Empty",), SET),
    (("Sum", "i", R, "i"), REAL), (("ArgMax", "t", "A", "t"), SET), (("ForAll", "i", R, ("True",)), PROP),
    (("Lt", 0, 1), PROP), (("Near", "A", 0), NEAR), (("Between", 0, 1), CLOSED), (("Above", 0), SET),
    (("Integral", "t", ("Between", 0, 1), "t"), REAL), (("Derivative", "t", ("Near", "A", 0), "t"), REAL),
]  # fmt: skip


@pytest.mark.parametrize(("term", "sort"), SORTS, ids=range(len(SORTS)))
def test_the_sort_that_a_term_shows(term, sort):
    assert sort_of(term) == sort


PARTS = [
    ("x", ()), (1, ()), (("Rational", 1, 2), ()), (("True",), ()), (("Add", 1, 2, 3), (REAL,) * 3),
    (("Pow", 1, 2), (REAL, REAL)), (("log", 1), (REAL,)), (("Apply", "f", 1, 2), (REAL, REAL)),
    (("Indexed", "y", 1), (REAL,)), (("Member", 1, "A"), (REAL, SET)), (("Without", "A", 1), (SET, REAL)),
    (("Finite", 1), (REAL,)), (("Finite", 1, 2, 3), (REAL,) * 3), (("Near", "A", 1), (SET, REAL)),
    (("Sum", "i", R, 1), (SET, REAL)), (("KLDivergence", "i", R, 1, 2), (SET, REAL, REAL)),
    (("ForAll", "i", R, ("True",)), (SET, PROP)), (("Derivative", "t", ("Near", "A", 0), 1), (NEAR, REAL)),
    (("Integral", "t", ("Between", 0, 1), 1), (CLOSED, REAL)),
]  # fmt: skip


@pytest.mark.parametrize(("term", "sorts"), PARTS, ids=range(len(PARTS)))
def test_the_sorts_that_parts_need(term, sorts):
    assert part_sorts(term) == sorts


def test_what_names_stand_for():
    assert kinds("x", REAL) == {("x", REAL)} and kinds("A", SET) == {("A", SET)}
    assert kinds("Reals", SET) == kinds(1, REAL) == frozenset()
    assert kinds(("Apply", "f", "x", 1), REAL) == {("f", "a function of 2"), ("x", REAL)}
    assert kinds(("Indexed", "y", "i"), REAL) == {("y", "a data vector of 1"), ("i", REAL)}
    assert kinds(("Sum", "i", ("Range", 1, "n"), 1), REAL) == {("i", REAL), ("n", REAL)}
    assert kinds(("ForAll", "i", "A", ("Member", "x", "B")), PROP) == {
        ("i", REAL), ("A", SET), ("x", REAL), ("B", SET)
    }  # fmt: skip


WRONG = [
    ("Reals", REAL, "Reals is a set, where a real number is needed"),
    (1, SET, "1 is a real number, where a set is needed"),
    (("True",), REAL, "True is a proposition, where a real number is needed"),
    ("x", PROP, "x is a name, where a proposition is needed"),
    ("x", NEAR, "x is a name, where a neighbourhood is needed"),
    ("x\x1f:real", CLOSED, "x is a name, where a closed interval is needed"),
    (("Member", 1, ("Between", 0, 1)), PROP, "Between is a closed interval, where a set is needed"),
    (("Member", "x", ("Near", "A", 1)), PROP, "Near is a neighbourhood, where a set is needed"),
    (("Member", "A", "A"), PROP, "A stands for different things"),
    (("Add", ("Apply", "f", 1), ("Apply", "f", 1, 2)), REAL, "f stands for different things"),
    (("ForAll", "A", "A", ("True",)), PROP, "A stands for different things"),
    (("Sum", "y", R, ("Indexed", "y", 1)), REAL, "y stands for different things"),
    (("Lambda", ("x",), "x"), REAL, "Lambda is a function, where a real number is needed"),
    (("Apply", "f", ("Lambda", ("x",), "x")), REAL, "Lambda is a function, where a real number is needed"),
]


@pytest.mark.parametrize(("term", "sort", "why"), WRONG, ids=range(len(WRONG)))
def test_what_does_not_fit(term, sort, why):
    with pytest.raises(Malformed) as caught:
        kinds(term, sort)
    assert str(caught.value) == why


def test_joining():
    assert joined([]) == frozenset() and joined(iter([frozenset((("x", REAL),))])) == {("x", REAL)}
    parts = [frozenset((("b", REAL), ("a", REAL))), frozenset((("b", SET), ("a", SET)))]
    with pytest.raises(Malformed, match=r"^a stands for different things$"):
        joined(parts)
