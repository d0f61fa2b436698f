"""Permuted hidden units: different copies, and minimisers that are not alone; what is stated, and in numbers."""

import math
from itertools import permutations

from mlce_sym.derivations import document
from sympy import Function, S, Sum, symbols

from mlce_sym import ArgMin, Equals, ForAll, Lt, Member
from mlce_sym.border.nodes import Different, IndexRange, Without

d, g, h, j, k, m, t, theta, Theta = symbols("d g h j k m t theta Theta")
u, v, D, T, R, perm, rho, inverse, CE = map(Function, ("u", "v", "D", "T", "W", "perm", "rho", "inverse", "CE"))
units = (h, 1, m)


def theorem(name):
    return next(proof.derivation for proof in document("permutation").proofs if proof.derivation.name == name)


def test_a_permutation_has_an_inverse():
    known = theorem("another-order").given.hypotheses
    assert {ForAll(Equals(inverse(perm(h)), h), units), ForAll(Equals(perm(inverse(h)), h), units)} < set(known)


def test_units_that_differ_pairwise_have_pairwise_different_copies():
    found = theorem("all-different")
    assert (found.lhs, found.rhs) == (Different(T(theta), R(theta)), S.true)
    others = Without(IndexRange(1, m), h)
    assert ForAll(ForAll(Lt(0, D(g, h)), (g, others)), units) in found.given.hypotheses
    assert Different(perm(k), rho(k)) in found.given.hypotheses
    inputs = Sum((u(g, j, theta) - u(h, j, theta)) ** 2, (j, 1, d))
    assert found.given.definitions[0].right == (v(g, theta) - v(h, theta)) ** 2 + inputs


def test_a_minimiser_with_two_different_units_is_not_alone():
    found = theorem("not-alone")
    best = ArgMin(CE(t), (t, Theta))
    assert (found.lhs, found.rhs) == (Member(T(theta), Without(best, theta)), Member(theta, best))
    assert Lt(0, D(perm(k), k)) in found.given.hypotheses


def test_there_are_as_many_copies_as_permutations():
    weights = ((1.0, 0.5), (1.0, -0.5), (2.0, 0.5))
    copies = set(permutations(weights))
    assert len(copies) == math.factorial(3)
    outputs = {round(sum(out * math.tanh(into * 0.7) for out, into in copy), 12) for copy in copies}
    assert len(outputs) == 1
