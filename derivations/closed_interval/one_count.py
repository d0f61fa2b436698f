"""x^s e^{−x} is largest at x = s, for every whole number s ≥ 0 and all numbers x ≥ 0, where 0⁰ = 1.

Its lead at s over x is positive in each case, so that its sign is 1.
"""

from functools import cache

from sympy import Expr, sign

from mlce_sym import rules
from mlce_sym.border.nodes import Different, Lt
from mlce_sym.prover import Chain, back, chain, use
from mlce_sym.prover.document import Proof

from .counts import at_zero, between, given, lead, likeness, s, without_a_count, x


def _either(begun: Chain, number: Expr, one: Proof, other: Proof) -> Chain:
    """The sign of the lead is 1, where a number is 0 and where it is not."""
    apart = begun.by(back(rules.alike_by_equality, a=sign(lead), u=number, v=0))
    positive = (use(rules.sign_of_positive, a=lead, because=proof) for proof in (one, other))
    return apart.by(*positive).by(rules.alike_by_equality)


@cache
def of_a_positive_count() -> Proof:
    begun = chain(Lt(0, lead), given(Different(s, 0))).by(rules.positive_by_sign)
    line = _either(begun, x, at_zero(), between()).by(rules.known_equation)
    return line.qed(
        "positive-count",
        "Of a positive count",
        role="lemma",
        idea="Either the number is 0 or it is positive, and a lemma has each of the cases.",
    )


@cache
def largest_at_the_count() -> Proof:
    begun = chain(Lt(likeness(s, x), likeness(s, s)), given()).by(rules.order_by_difference).by(rules.positive_by_sign)
    line = _either(begun, s, without_a_count(), of_a_positive_count()).by(rules.known_equation)
    return line.qed(
        "one-count",
        r"$x^s e^{-x}$ is largest at $x = s$",
        idea="Either the count is 0 or it is positive, and a lemma has each of the cases.",
    )


ONE_COUNT = (without_a_count, at_zero, between, of_a_positive_count, largest_at_the_count)
