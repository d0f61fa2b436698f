"""No gap is negative: each is the larger one of 0 and itself, where the probability is positive, and where it is 0."""

from functools import cache

from sympy import Expr, Max, Symbol

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Le
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.document import Proof

from .setting import below_tangent, either_way, gap, of_numbers, seen, u, unseen

w = Symbol("w")
larger: Expr = Max(0, gap)


@cache
def tangent_gap() -> Proof:
    return (
        chain(Le(0, u * below_tangent), of_numbers(seen))
        .by(use(rules.nonnegative_multiple, c=u, u=below_tangent))
        .by(rules.log_on_or_below_tangent)
        .qed("tangent-gap", "The logarithm lies on or below its tangent", role="lemma")
    )


@cache
def unseen_size() -> Proof:
    line = chain(larger, of_numbers(unseen)).by(rules.case_equal, rules.maximum_is_second)
    return line.eq(gap, by=rules.case_equal).qed("unseen-size", "A gap where the probability is 0", role="lemma")


@cache
def seen_size() -> Proof:
    not_below = use(rules.maximum_is_second, because=tangent_gap())
    line = chain(larger, of_numbers(seen)).by(rules.case_not_equal, not_below)
    return line.eq(gap, by=rules.case_not_equal).qed("seen-size", "A gap where it is positive", role="lemma")


@cache
def each_size() -> Proof:
    return either_way(larger, unseen_size(), seen_size()).qed("each-size", "A gap is not below 0", role="lemma")


@cache
def not_below_zero() -> Proof:
    line = chain(Le(0, Max(0, w)), Given()).by(rules.known_bound)
    return line.qed("larger", "The larger one of 0 and a number", role="lemma")


@cache
def any_gap() -> Proof:
    line = chain(Le(0, gap), of_numbers()).by(back(each_size())).by(use(not_below_zero(), w=gap))
    return line.qed("any-gap", "No gap is negative", role="lemma")


SIZES = (tangent_gap, unseen_size, seen_size, each_size, not_below_zero, any_gap)
