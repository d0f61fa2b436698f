"""On a closed interval the estimate is the mean label for every data set: what is stated, and in numbers."""

import math
from itertools import product

import pytest
from mlce_sym.derivations import document
from sympy import FiniteSet, Function, IndexedBase, S, exp, symbols

from mlce_sym import ArgMax, Equals, ForAll, Le, Lt, Member
from mlce_sym.border.nodes import Different
from mlce_sym.kernel.step import begun
from mlce_sym.logic.given import assumed
from mlce_sym.terms.errors import Refused

n, i, s, r, x, theta, Theta, ybar = symbols("n i s r x theta Theta ybar")
L, y = Function("L"), IndexedBase("y")


def theorem(name):
    return next(proof.derivation for proof in document("closed-interval").proofs if proof.derivation.name == name)


def test_it_is_the_mean_label_and_nothing_is_supposed_of_the_labels():
    found = theorem("every-data-set")
    assert (found.lhs, found.rhs) == (ArgMax(L(theta), (theta, Theta)), FiniteSet(ybar))
    labels = ForAll(Member(y[i], FiniteSet(0, 1)), (i, 1, n))
    inside = tuple(ForAll(bound, (theta, Theta)) for bound in (Le(0, theta), Le(theta, 1)))
    known = {Member(n, S.Integers), Le(1, n), labels, *inside, Member(ybar, Theta)}
    assert set(found.given.hypotheses) == known
    assert not any(h.has(Equals) for h in found.given.hypotheses)


def test_what_it_rests_on():
    one, two = theorem("one-count"), theorem("two-counts")
    assert one.lhs == Lt(x**s * exp(-x), s**s * exp(-s))
    assert set(one.given.hypotheses) == {Member(s, S.Integers), Le(0, s), Le(0, x), Different(x, s)}
    assert two.lhs == Lt(x**s * (r + s - x) ** r, s**s * r**r)
    assert theorem("by-counts").lhs == L(theta)


@pytest.mark.parametrize("labels", [*product((0, 1), repeat=4)])
def test_in_numbers(labels):
    def likelihood(t):
        return math.prod(t**label * (1 - t) ** (1 - label) for label in labels)

    grid = [k / 100 for k in range(101)]
    assert max(grid, key=likelihood) == sum(labels) / 4


@pytest.mark.parametrize("count", range(4))
def test_one_count_in_numbers(count):
    def likeness(at):
        return at**count * math.exp(-at)

    assert all(likeness(at / 10) < likeness(count) for at in range(80) if at != 10 * count)


def test_without_the_whole_number_the_power_of_0_is_none():
    given = assumed((("Le", 0, "s"),), ())
    with pytest.raises(Refused, match="is defined only where"):
        begun(given, ("Pow", "s", "s"))
    whole = assumed((("Le", 0, "s"), ("Member", "s", "Integers")), ())
    assert begun(whole, ("Pow", "s", "s")).lhs == ("Pow", "s", "s")
