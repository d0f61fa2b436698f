"""The gap of two different numbers u ≥ 0 and v > 0 is positive, also for u = 0.

It is said by its sign, which is 1 in each case.
"""

from functools import cache

from sympy import Expr, S, sign

from mlce_sym import rules
from mlce_sym.border.nodes import Different, Lt
from mlce_sym.prover import Chain, back, chain, use
from mlce_sym.prover.document import Proof

from .setting import below_tangent, gap, of_numbers, seen, u, unseen, v

differ = Different(u, v)


def either_sign(begun: Chain, term: Expr, other: Expr | int, one: Proof, two: Proof) -> Chain:
    """0 < a term by its sign, where u is the other number, and where it is not."""
    line = begun.by(rules.positive_by_sign).by(back(rules.alike_by_equality, a=sign(term), u=u, v=other))
    line = line.by(*(use(rules.sign_of_positive, a=term, because=proof) for proof in (one, two)))
    return line.by(rules.alike_by_equality).by(rules.known_equation)


@cache
def unseen_gap_is_positive() -> Proof:
    line = chain(Lt(0, gap), of_numbers(unseen)).by(rules.case_equal).by(rules.known_order)
    return line.qed("positive-unseen-gap", "The gap where the first number is 0", role="lemma")


@cache
def seen_gap_is_positive() -> Proof:
    return (
        chain(Lt(0, gap), of_numbers(differ, seen))
        .by(rules.case_not_equal)
        .by(use(rules.order_of_multiples, c=u, u=S.Zero, v=below_tangent))
        .by(rules.log_below_tangent)
        .qed("positive-seen-gap", "The gap of two positive numbers", role="lemma")
    )


@cache
def gap_is_positive() -> Proof:
    begun = chain(Lt(0, gap), of_numbers(differ))
    line = either_sign(begun, gap, 0, unseen_gap_is_positive(), seen_gap_is_positive())
    return line.qed(
        "positive-gap",
        "The gap of two different numbers is positive",
        role="lemma",
        idea="Either the first number is 0 or it is positive, and a lemma has each of the cases.",
    )


POSITIVE_GAP = (unseen_gap_is_positive, seen_gap_is_positive, gap_is_positive)
