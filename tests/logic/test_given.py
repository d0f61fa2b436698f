"""What is given: definitions unfolded, what is said of a name inside a binder, the plain facts in a hypothesis."""

from __future__ import annotations

import copy
import pickle
from itertools import pairwise

import pytest

from mlce_sym.logic.given import (
    Definition,
    Fact,
    assumed,
    calls,
    check_size,
    facts_of,
    instances,
    opened,
    opened_as,
    readable,
    under,
)
from mlce_sym.terms.terms import TooLarge

N = ("Range", 1, "n")
G = Definition("Apply", "g", ("u",), ("Mul", 2, "u"))
C = Definition("", "c", (), ("Add", "a", 1))


def test_a_definition_unfolds_what_it_defines_and_nothing_else():
    given = assumed((), (G, C))
    assert given.unfolded(("Apply", "g", "x")) == ("Mul", 2, "x")
    assert given.unfolded("c") == ("Add", "a", 1)
    for other in (("Indexed", "g", "x"), ("Apply", "g", "x", "y"), ("Apply", "h", "x"), "a", ("log", "c"), "g"):
        assert given.unfolded(other) is None


def test_what_is_large_when_unfolded_is_not_unfolded():
    names = [f"d{number}" for number in range(30)]
    doubled = tuple(Definition("", b, (), ("Add", a, a)) for a, b in pairwise(names))
    check_size(assumed((), doubled), "d3")
    with pytest.raises(TooLarge):
        check_size(assumed((), doubled), "d29")
    grows = tuple(Definition("Apply", b, ("u",), ("Apply", a, ("Apply", a, "u"))) for a, b in pairwise(names))
    check_size(assumed((), grows), ("Apply", "d3", "x"))
    with pytest.raises(TooLarge):
        check_size(assumed((), grows), ("Apply", "d29", "x"))


def test_sizes_with_definitions_unfolded():
    """The nodes, parameters apart, and how often each of these would stand in what is unfolded."""
    twice = Definition("Apply", "h", ("u", "v"), ("Add", ("Apply", "g", ("Mul", "u", "v")), "c", "v"))
    value = Definition("", "d", (), ("Apply", "h", "c", ("exp", "x")))
    given = assumed((), (value, twice, G, C))
    assert given.unfolded_sizes == {"g": (2, 1), "c": (3,), "h": (7, 1, 2), "d": (7 + 3 + 2 * 2,)}
    unused = Definition("Apply", "k", ("u",), 1)
    of_much = Definition("", "m", (), ("Apply", "k", ("Add", "x", "y", "z")))
    assert assumed((), (unused, of_much)).unfolded_sizes == {"k": (1, 0), "m": (1,)}
    check_size(given, "d")
    with pytest.raises(TooLarge, match=r"^the definition of a reaches itself$"):
        check_size(assumed((), (Definition("", "a", (), "c"), C)), 1)


def test_inside_a_binder_its_variable_is_another():
    outer = assumed((("Lt", 0, "i"), ("Lt", 0, "n")), (C, G))
    inside = under(outer, "i", N)
    assert inside.hypotheses == (("Lt", 0, "n"), ("Member", "i", N))
    assert under(outer, "a", N).definitions == (G,)
    assert under(outer, "c", N).definitions == (G,)
    assert under(outer, "i", ("Range", 1, "i")).hypotheses == (("Lt", 0, "n"),)
    assert under(outer, "t", ("Near", "Reals", 0)).hypotheses[-1] == ("Member", "t", "Reals")
    assert under(outer, "t", ("Between", "a", "b")).hypotheses[-2:] == (("Le", "a", "t"), ("Le", "t", "b"))


def test_a_binder_is_opened_with_a_name_that_loses_nothing():
    given = assumed((("Lt", 0, "i"),), ())
    inside, bodies = opened(given, ("Sum", "i", N, ("Mul", "i", "i_1")))
    assert bodies == (("Mul", "i_2", "i_1"),)
    assert inside.hypotheses == (("Lt", 0, "i"), ("Member", "i_2", N))
    inside, bodies = opened(given, ("Sum", "k", N, "k"))
    assert bodies == ("k",) and inside.hypotheses[-1] == ("Member", "k", N)
    inside, bodies = opened(given, ("Sum", "k", ("Range", 1, "k"), "k"))
    assert bodies == ("k_1",) and inside.hypotheses[-1] == ("Member", "k_1", ("Range", 1, "k"))
    nothing = assumed((), ())
    inside, bodies = opened(nothing, ("Sum", "#1", N, ("Mul", "#1", "u")))  # a canonical name
    assert bodies == (("Mul", "u_1", "u"),) and inside.hypotheses == (("Member", "u_1", N),)
    inside, bodies = opened(nothing, ("KLDivergence", "k", N, "k", ("exp", "k")))
    assert bodies == ("k", ("exp", "k")) and inside.hypotheses == (("Member", "k", N),)
    assert opened_as(given, ("Sum", "i", N, "i")) == (under(given, "i_1", N), "i_1", ("i_1",))


PLAIN = [
    (("Interval", 0, 2), {("Lt", 0, "x"), ("Lt", "x", 2)}),
    (("Above", 3), {("Lt", 3, "x")}),
    (("Range", 0, 2), {("Member", "x", "Integers"), ("Le", 0, "x"), ("Le", "x", 2)}),
    (("Finite", 0, 2), {("Member", "x", "Integers"), ("Le", 0, "x"), ("Le", "x", 2)}),
    (("Finite", ("Rational", 1, 2), 2), {("Le", ("Rational", 1, 2), "x"), ("Le", "x", 2)}),
    (("Finite", "a", 2), set()),
    (("Without", ("Above", 3), 4), {("Member", "x", ("Above", 3)), ("Lt", 3, "x"), ("Ne", "x", 4)}),
    (("ArgMin", "t", ("Above", 3), "t"), {("Member", "x", ("Above", 3)), ("Lt", 3, "x")}),
    ("Reals", set()),
]


@pytest.mark.parametrize(("domain", "plain"), PLAIN)
def test_what_membership_says(domain, plain):
    given = assumed((("Member", "x", domain),), ())
    said = {fact.statement for fact in facts_of(("Member", "x", domain))}
    canonical = {fact.statement for statement in plain for fact in facts_of(statement)}
    assert canonical <= said and len(said) == len(canonical) + 1
    assert given.facts


def test_a_fact_for_all_is_about_what_it_matches():
    (fact,) = facts_of(("ForAll", "i", N, ("Lt", 0, ("Apply", "f", "i", 1))))
    assert isinstance(fact, Fact) and [name for name, _ in fact.variables] == ["i"]
    assert list(instances(fact, (("Apply", "f", "j", 1),))) == [{"i": "j"}]
    for other in (("Apply", "f", "j", 2), ("Apply", "g", "j", 1), ("Indexed", "f", "j", 1), ("Apply", "f", "j")):
        assert list(instances(fact, (other,))) == []
    (twice,) = facts_of(("ForAll", "i", N, ("Lt", 0, ("Apply", "f", "i", "i"))))
    assert list(instances(twice, (("Apply", "f", "j", "k"),))) == []
    assert list(instances(twice, (("Apply", "f", "j", "j"),))) == [{"i": "j"}]


def test_a_fact_about_a_variable_itself_is_about_every_member():
    fact = Fact((("s", "S"),), ("Lt", 0, ("Mul", "s", "x")))
    assert list(instances(fact, (), ("m", "k"))) == [{"s": "m"}, {"s": "k"}]
    of_entries = Fact((("s", "S"),), ("Lt", 0, ("Mul", "s", ("Indexed", "y", 1))))
    assert list(instances(of_entries, (("Indexed", "y", 1),), ("m",))) == [{"s": "m"}]
    of_both = Fact((("s", "S"), ("i", N)), ("Lt", 0, ("Mul", "s", ("Indexed", "y", "i"))))
    assert list(instances(of_both, (("Indexed", "y", "j"),), ("m",))) == [{"i": "j", "s": "m"}]


def test_a_fact_about_a_sum_is_for_questions_about_sums():
    total = ("Sum", "k", ("Range", 1, "K"), ("Apply", "f", "k", "s"))
    fact = Fact((("s", "S"),), ("Eq", total, 1))
    assert list(instances(fact, (total,), ("m",))) == [{"s": "m"}]
    assert list(instances(fact, (("Indexed", "y", 1),), ("m",))) == []


def test_calls_lie_in_no_body():
    inner, bound = ("Apply", "f", ("Indexed", "y", 1)), ("Apply", "g", "i")
    total = ("Sum", "i", ("Range", 1, ("Apply", "h", 1)), bound)
    assert calls(("Add", inner, total)) == (inner, ("Indexed", "y", 1), total, ("Apply", "h", 1))


def test_what_is_given_is_made_once_and_knows_its_names():
    given = assumed((("Lt", 0, "x"), ("Eq", ("Add", "y", 0), 1)), (G, C))
    assert given is assumed((("Lt", 0, "x"), ("Eq", ("Add", "y", 0), 1)), (G, C))
    assert given.names == {"x", "y", "g", "c", "a"}
    assert (given.defined("g"), given.defined("c"), given.defined("u")) == (G, C, None)
    assert given.stated == {("Lt", 0, "x"), ("Eq", "y", 1)}
    assert pickle.loads(pickle.dumps(given)) is copy.deepcopy(given) is copy.copy(given) is given


def test_the_sides_of_a_definition():
    assert (G.left, G.meaning) == (("Apply", "g", "u"), ("Lambda", ("u",), ("Mul", 2, "u")))
    assert (C.left, C.meaning) == ("c", ("Add", "a", 1))


def test_what_algebra_cannot_read_is_no_fact():
    assert readable(("Add", "x", "x")) == ("Mul", 2, "x")
    nothing = ("Pow", ("Add", "x", ("Mul", -1, "x")), -1)
    assert readable(nothing) is None and assumed((("Lt", 0, nothing),), ()).stated == frozenset()
