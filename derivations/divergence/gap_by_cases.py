"""The gap of two numbers u ≥ 0 and v > 0 by cases: it is 0 where u = v, and positive elsewhere."""

from functools import cache

from mlce_sym import rules
from mlce_sym.border.nodes import Cases, Equals, Lt
from mlce_sym.prover import chain
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from .positive_gap import differ, either_sign, gap_is_positive
from .setting import gap, of_numbers, u, v

alike = Equals(u, v)
at_equality, elsewhere = Cases(alike, gap, 0), Cases(alike, 1, gap)


@cache
def gap_where_alike() -> Proof:
    line = chain(gap, of_numbers(alike)).by(Hypothesis(alike)).by(rules.case_not_equal).eq(0)
    return line.qed("gap-where-alike", "There is no gap between equal numbers", role="lemma")


@cache
def gap_at_equality() -> Proof:
    line = chain(Equals(at_equality, 0), of_numbers()).by(gap_where_alike())
    line = line.by(rules.alike_by_equality).by(rules.known_equation)
    return line.qed("gap-at-equality", "The gap at equality", role="lemma")


@cache
def one_where_alike() -> Proof:
    line = chain(Lt(0, elsewhere), of_numbers(alike)).by(rules.case_equal).by(rules.known_order)
    return line.qed("one-where-alike", "At equality", role="lemma")


@cache
def gap_where_they_differ() -> Proof:
    line = chain(Lt(0, elsewhere), of_numbers(differ)).by(rules.case_not_equal).by(gap_is_positive())
    return line.qed("gap-where-they-differ", "Elsewhere", role="lemma")


@cache
def gap_elsewhere() -> Proof:
    line = either_sign(chain(Lt(0, elsewhere), of_numbers()), elsewhere, v, one_where_alike(), gap_where_they_differ())
    return line.qed(
        "gap-elsewhere",
        "The gap, and 1 at equality",
        role="lemma",
        idea="Either the first number is 0 or it is positive, and a lemma has each of the cases.",
    )


GAP_BY_CASES = (gap_where_alike, gap_at_equality, one_where_alike, gap_where_they_differ, gap_elsewhere)
