"""The negative log-likelihood of labels y_i in [0, 1] is not n times their cross-entropy: it has −n log C(p), too."""

from functools import cache

from sympy import Function, Lambda, Product, Sum, log

from mlce_sym import rules
from mlce_sym.border.given import Definition
from mlce_sym.families import data
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..models.setting import a_number
from .setting import B, C, formula, given, normaliser, p

L, CE = map(Function, ("L", "CE"))
y = data("y")
i, n, observations = y.index, y.n, y.limit

log_terms = y[i] * log(p) + (1 - y[i]) * log(1 - p)
likelihood = Definition(L(p), Product(C(p) * B(y[i], p), observations))
mean_cross_entropy = Definition(CE(p), -Sum(log_terms, observations) / n)
of_many = (formula, normaliser, likelihood, mean_cross_entropy)


@cache
def negative_log_likelihood() -> Proof:
    return (
        chain(-log(L(p)), given(*a_number(n), definitions=of_many))
        .unfold(L)
        .by(rules.log_of_product)
        .by(rules.log_of_two_factors)
        .unfold(B)
        .by(rules.log_of_two_factors)
        .by(rules.log_of_power)
        .by(use(rules.sum_of_sum, f=Lambda(i, log(C(p)))), rules.sum_of_constant)
        .eq(n * CE(p) - n * log(C(p)), by=mean_cross_entropy)
        .qed(
            "not-the-cross-entropy",
            "The negative log-likelihood is not the cross-entropy",
            r"The labels may be any numbers $y_i$ from $0$ to $1$.",
            idea="The normalising factor $C(p)$, which depends on the parameter, is left over.",
        )
    )
