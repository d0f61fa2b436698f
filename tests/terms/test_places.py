"""Places: what data is one, what stands there, putting another part there, the binders around."""

from __future__ import annotations

import pytest

from mlce_sym.terms.errors import Malformed
from mlce_sym.terms.places import around, parse_place, part_at, replaced
from mlce_sym.terms.terms import DEEPEST

R = ("Range", 1, "n")
SUM = ("Add", "a", "b", "c", "d")
TERM = ("log", ("Sum", "i", R, ("Mul", 2, ("Apply", "f", "i", "x"), SUM)))


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ([], ()),
        ((), ()),
        ([0], (0,)),
        ((1, 2), (1, 2)),
        ([1, [0, 2]], (1, (0, 2))),
        ([[2, 0, 1]], ((2, 0, 1),)),
        ((0, (1, 0)), (0, (1, 0))),
        ([9999], (9999,)),
        ([0] * DEEPEST, (0,) * DEEPEST),
    ],
)
def test_what_is_a_place(data, place):
    assert parse_place(data) == place


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("01", "'01' is not a place"),
        (None, "None is not a place"),
        ([0] * (DEEPEST + 1), "a list is not a place"),
        ([True], "True is not a child number"),
        ([-1], "-1 is not a child number"),
        ([10_000], "10000 is not a child number"),
        ([1.0], "1.0 is not a child number"),
        ([[0, 1], 2], "a list is not a child number"),
        ([0, [1]], "a list does not name two or more different parts"),
        ([0, []], "a list does not name two or more different parts"),
        ([[1, 1]], "a list does not name two or more different parts"),
        ([[0, "1"]], "'1' is not a child number"),
    ],
)
def test_what_is_no_place(data, why):
    with pytest.raises(Malformed) as caught:
        parse_place(data)
    assert str(caught.value) == why


PLACES = [
    ((), TERM), ((0,), TERM[1]), ((0, 0), R), ((0, 0, 1), "n"), ((0, 1, 0), 2), ((0, 1, 1, 0), "i"),
    ((0, 1, 1, 1), "x"), ((0, 1, 2, 3), "d"), ((0, 1, 2, (3, 0)), ("Add", "d", "a")), ((0, 1, (2, 0)), ("Mul", SUM, 2)),
]  # fmt: skip


@pytest.mark.parametrize(("place", "part"), PLACES)
def test_the_part_at_a_place(place, part):
    assert part_at(TERM, place) == part


@pytest.mark.parametrize("place", [place for place, _ in PLACES if not place or not isinstance(place[-1], tuple)])
def test_putting_back_what_stands_there_changes_nothing(place):
    assert replaced(TERM, place, part_at(TERM, place)) == TERM
    assert part_at(replaced(TERM, place, "z"), place) == "z"


def test_putting_a_part_of_a_sum_in():
    assert replaced(SUM, ((3, 0),), "z") == ("Add", "z", "b", "c")
    assert replaced(SUM, ((0, 1, 2, 3),), "z") == "z"
    assert replaced(("log", SUM), (0, (1, 2)), "z") == ("log", ("Add", "z", "a", "d"))
    assert replaced(TERM, (0, 0, 1), "m")[1] == ("Sum", "i", ("Range", 1, "m"), TERM[1][3])
    assert replaced(("Apply", "f", "x"), (0,), "y") == ("Apply", "f", "y")


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ((1,), "['log', …] has no part 1"),
        ((0, 2), "['Sum', …] has no part 2"),
        ((0, 0, 1, 0), "'n' has no part 0"),
        ((0, 1, 2, (0, 4)), "['Add', …] has no part 4"),
        ((0, (0, 1)), "only parts of a sum or product can be taken together, not of ['Sum', …]"),
        ((0, 1, 1, (0, 1)), "only parts of a sum or product can be taken together, not of ['Apply', …]"),
    ],
)
def test_places_that_a_term_has_not(place, why):
    with pytest.raises(Malformed) as caught:
        part_at(TERM, place)
    assert str(caught.value) == why


def test_the_terms_around_a_place():
    inner = ("Sum", "j", ("Range", 1, "i"), ("Cases", ("Lt", "j", 0), ("Mul", "t", "j"), 0))
    term = ("Mul", 2, ("Sum", "i", R, inner))
    on_the_way = [(term, 1), (term[2], 1), (inner, 1), (inner[3], 1), (inner[3][2], 0)]
    assert list(around(term, (1, 1, 1, 1, 0))) == on_the_way
    assert list(around(term, (1, 1))) == on_the_way[:2]
    assert list(around(term, ((0, 1),))) == [(term, (0, 1))]
    assert list(around(("Lambda", ("x",), "x"), ())) == []
