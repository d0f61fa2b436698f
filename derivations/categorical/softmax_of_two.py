"""With two classes softmax is the logistic function: divide numerator and denominator by exp z_2."""

from functools import cache

from sympy import Sum, exp

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.prover import chain
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import theta
from .setting import i, l, z


@cache
def two_classes() -> Proof:
    first, second = z(i, 1, theta), z(i, 2, theta)
    return (
        chain(exp(second) / Sum(exp(z(i, l, theta)), (l, 1, 2)), Given((), ()))
        .by(rules.last_term, rules.last_term, rules.empty_sum, reason="the two terms")
        .eq(1 / (1 + exp(-(second - first))))
        .qed("two-classes", "With two classes softmax is the logistic function of the difference of the logits")
    )
