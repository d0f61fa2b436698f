"""The negative log-likelihood of the label 2/3 is not least at p = 2/3, as the cross-entropy is: it is lower at 4/5.

The difference of the two losses is log(32/27)/3.
"""

from functools import cache

from sympy import Function, Rational, log

from mlce_sym import rules
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import ArgMin, Lt, Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..iid.setting import unit
from .normalisation import at_better, at_label
from .setting import B, C, better, label, of_one, p

N = Function("N")
loss = Definition(N(p), -log(C(p) * B(label, p)))


@cache
def lower() -> Proof:
    return (
        chain(Lt(N(better), N(label)), Given((), (*of_one, loss)))
        .unfold(N)
        .by(rules.order_of_negatives)
        .by(rules.log_of_two_factors)
        .unfold(B)
        .by(rules.log_of_two_factors)
        .by(rules.log_of_power)
        .by(at_better(), at_label())
        .by(rules.log_of_two_factors)
        .by(rules.order_by_difference)
        .eq(Lt(0, log(Rational(32, 27)) / 3))
        .by(rules.known_order)
        .qed(
            "lower",
            "For the label $2/3$ the loss is lower at another point",
            role="lemma",
            idea="Both values are logs of numbers that can be compared exactly.",
        )
    )


@cache
def another_optimum() -> Proof:
    return (
        chain(Member(label, ArgMin(N(p), (p, unit))), Given((), (*of_one, loss)))
        .by(use(rules.not_a_minimiser, b=better, because=lower()))
        .qed(
            "another-optimum",
            "Nor has it the same optimum",
            "For the single label $2/3$ the cross-entropy is least at $p = 2/3$, as the chapter on soft labels shows.",
        )
    )
