"""The loss is the spread of the observations about their mean ȳ, plus the squared distance of ȳ from μ(θ).

Bring the sum over the observations inside, to the products of two residuals; take these about ȳ; and bring it back out.
"""

from functools import cache
from typing import Any

from sympy import Lambda, Sum

from mlce_sym import rules
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import k, theta
from ..models.setting import j
from .residuals import products, sample
from .setting import A, D, Q, columns, ell, excess, from_mean, from_mu, i, n, observations, of_mean, rows, spread


def by_places(r: Lambda) -> tuple[Any, ...]:
    """Σ_i Σ_jk r_ij A_jk r_ik = Σ_jk A_jk Σ_i r_ij r_ik."""
    term = r(j) * A[j, k] * r(k)
    outer, inner = Lambda((i, j), Sum(term, columns)), Lambda((i, k), term)
    exchanged = (use(rules.exchange_of_sums, f=f) for f in (outer, inner))
    return *exchanged, use(rules.constant_factor, c=A[j, k])


@cache
def decomposition() -> Proof:
    scatter = A[j, k] * Sum(from_mean(j) * from_mean(k), observations)
    taken_apart = (rules.sum_of_sum, rules.sum_of_sum, *(use(rules.constant_factor, c=n),) * 2, back(excess))
    return (
        chain(ell(theta), sample)
        .unfold(ell, Q)
        .by(*by_places(from_mu))
        .by(products())
        .eq(Sum(Sum(scatter + n * of_mean(j) * A[j, k] * of_mean(k), columns), rows) / n)
        .eq(Sum(Sum(scatter, columns), rows) / n + D(theta), by=taken_apart)
        .eq(spread + D(theta), by=by_places(from_mean))
        .qed(
            "decomposition",
            "The loss is the spread about the mean, plus the distance of the mean",
            idea="Split the residuals about the mean of the observations; the mixed terms add up to 0.",
        )
    )
