"""Places: the part they lead to, what is known there, and putting another part in."""

import pytest
from sympy import Add, Mul, S, Sum, log, symbols

from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax, ForAll, IndexRange, Le, Lt, Member
from mlce_sym.border.places import given_at, part_at, replaced

a, b, c, i, n, t, Theta = symbols("a b c i n t Theta")
term = log(a + b + c) + Sum(i * a, (i, 1, n))
LOG, SUM = (term.args.index(part) for part in (log(a + b + c), Sum(i * a, (i, 1, n))))


def test_children_are_counted_from_the_root_and_a_binder_has_its_domain_first():
    assert part_at(term, ()) == term
    assert part_at(term, (LOG, 0)) == a + b + c
    assert part_at(term, (SUM, 0)) == IndexRange(1, n)
    assert part_at(term, (SUM, 0, 1)) == n
    assert part_at(term, (SUM, 1)) == a * i


def test_a_tuple_at_the_end_names_a_part_of_a_sum_or_product():
    whole = a + b + c
    chosen = tuple(sorted(map(whole.args.index, (a, c))))
    assert part_at(whole, (chosen,)) == a + c
    assert replaced(whole, (chosen,), S(7)) == 7 + b
    assert replaced(log(Mul(a, b, c)), (0, tuple(sorted(map(Mul(a, b, c).args.index, (a, b))))), t) == log(c * t)


@pytest.mark.parametrize("place", [(2,), (-1,), (0, 0, 0, 0), ("0",), ((0, 1), 0), (1.0,)])
def test_a_place_that_is_not_there_is_refused(place):
    with pytest.raises(ValueError):
        part_at(term, place)


@pytest.mark.parametrize("chosen", [(0, 0), (0, -1), (0, 3), (-1,), (0, 1, True)])
def test_parts_are_chosen_once_each_and_counted_from_0(chosen):
    """(0, -1) once named the first and last term, but left the last one in place when replaced: x + y = x + 2y."""
    with pytest.raises(ValueError, match="has no parts"):
        part_at(Add(a, b, c), (chosen,))


def test_only_sums_and_products_have_parts_to_choose():
    with pytest.raises(ValueError, match="can be taken together"):
        part_at(log(a), ((0,),))


def test_inside_a_binder_the_variable_lies_in_the_domain():
    given = Given((Lt(0, a), Lt(0, i)))
    assert given_at(given, term, (LOG, 0)) == given
    assert given_at(given, term, (SUM, 0)) == given
    assert given_at(given, term, (SUM, 1)).hypotheses == (Lt(0, a), Member(i, IndexRange(1, n)))


def test_replacing_keeps_relations_as_they_are_written():
    assert replaced(Lt(0, a), (1,), S.One).args == (0, 1)
    assert replaced(ForAll(Le(a, i), (i, 1, n)), (1, 0), i).bodies == (Le(i, i),)
    assert replaced(ArgMax(a * t, (t, Theta)), (1,), -t) == ArgMax(-t, (t, Theta))
    assert replaced(term, (), t) == t
