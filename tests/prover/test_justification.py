"""Justifications: where they fit, and proofs that are joined."""

from sympy import Add, Sum, log, oo, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Lt
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.justification import everywhere, first_place, onto
from mlce_sym.prover.strategies import proved

a, b, x = symbols("a b x")
positive = [a > 0, b > 0, x > 0]


def test_back_everywhere_and_first_place():
    assert chain(log(a) + log(b), positive).by(back(rules.log_of_two_factors)).expression == log(a * b)
    start = chain(log(a**2) * log(b**3), positive).derivation
    assert everywhere(start, use(rules.log_of_power)).rhs == 6 * log(a) * log(b)
    assert len(first_place(start, use(rules.log_of_power)).steps) == 1
    assert first_place(start, use(rules.log_of_product)) is None


def test_onto_joins_two_proofs_of_one_middle():
    left = chain(log(a * b), positive).by(rules.log_of_two_factors).derivation
    right = chain(log(b) + log(a), positive).derivation
    assert (onto(left, right).lhs, onto(left, right).rhs) == (log(a * b), log(a) + log(b))
    other = chain(log(b * a * x / x), positive).derivation
    joined = onto(left, chain(other.lhs, positive).by(rules.log_of_two_factors).derivation)
    assert joined.rhs == log(a * b)


def test_onto_reads_forwards_what_was_read_in_reverse():
    """r^(2k) = (r²)^k is a step read in reverse, by the rule that makes one power of two."""
    r, k = symbols("r k")
    both = Given((Lt(-1, r), Lt(r, 1)))
    series = Sum(r ** (2 * k), (k, 1, oo)), Sum(k**-2, (k, 1, oo))
    found = proved(Sum(r ** (2 * k) + k**-2, (k, 1, oo)), Add(*series), both)
    assert found is not None and found.rhs == Add(*series)
