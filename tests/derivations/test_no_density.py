"""No density on [0, 1] has the cross-entropy for its loss: what is stated, and in numbers."""

from __future__ import annotations

import math

import pytest
from mlce_sym.derivations import document
from sympy import Function, Interval, Min, S, symbols

from mlce_sym import ForAll, Le, Lt, Member
from mlce_sym.border.nodes import Converges, ImproperIntegral, Smooth

c, p, q, r, t = symbols("c p q r t")
B, h, m, unit = *map(Function, "Bhm"), Interval.open(0, 1)


def theorem(name):
    return next(proof.derivation for proof in document("continuous-bernoulli").proofs if proof.derivation.name == name)


def test_the_formula_is_strictly_concave_in_p():
    found = theorem("concave-in-p")
    assert found.lhs == Lt(0, (r - p) * B(t, q) - (r - q) * B(t, p) - (q - p) * B(t, r))
    assert set(found.given.hypotheses) == {*(Lt(0, p), Lt(p, 1), Lt(p, q), Lt(q, r), Lt(r, 1)), Member(t, unit)}


def test_so_is_the_total_with_any_weight():
    found = theorem("concave-total")
    assert found.lhs == Lt((r - q) * m(p) + (q - p) * m(r), (r - p) * m(q))
    total = next(d.right for d in found.given.definitions if d.head == m)
    assert total == ImproperIntegral(h(t) * B(t, p), (t, unit))
    weight = {Smooth(h(t), (t, unit)), ForAll(Le(0, h(t)), (t, unit)), Member(c, unit), Lt(0, h(c))}
    exist = {Converges(h(t) * B(t, x), (t, unit)) for x in (p, q, r)}
    order = {Lt(0, p), Lt(p, 1), Lt(p, q), Lt(q, r), Lt(r, 1)}
    assert set(found.given.hypotheses) == order | weight | exist


def test_so_it_is_one_for_no_three_values():
    found = theorem("no-density")
    assert (found.lhs, found.rhs) == (Lt(Min(m(p), m(r)), m(q)), S.true)
    assert found.given.hypotheses == theorem("concave-total").given.hypotheses


def formula(label, at):
    return at**label * (1 - at) ** (1 - label)


@pytest.mark.parametrize("weight", [lambda t: 1, lambda t: 6 * t * (1 - t), lambda t: math.exp(3 * t)])
def test_in_numbers(weight):
    labels = [(k + 0.5) / 500 for k in range(500)]

    def total(at):
        return sum(weight(x) * formula(x, at) for x in labels) / 500

    first, middle, last = total(0.2), total(0.5), total(0.9)
    assert 4 * first + 3 * last < 7 * middle


def test_half_is_the_most():
    labels = [(k + 0.5) / 500 for k in range(500)]
    totals = {at: sum(formula(x, at) for x in labels) / 500 for at in (0.1, 0.3, 0.5, 0.7, 0.99)}
    assert totals[0.5] == pytest.approx(0.5)
    assert all(total < 0.5 for at, total in totals.items() if at != 0.5)
