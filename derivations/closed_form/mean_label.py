"""For 0 < ȳ < 1 the unique maximiser of the likelihood is θ̂ = ȳ.

The excess CE(θ) − CE(ȳ) is the divergence KL(ȳ‖θ), which is positive for θ ≠ ȳ by Gibbs' inequality.
"""

from functools import cache

from mlce_sym import rules
from mlce_sym.border.nodes import ArgMax, ArgMin, KLDivergence, Lt, Member, Without
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import CE, L, k, theta
from ..gibbs.gaps import written_out
from ..gibbs.positive import inequality as gibbs_inequality
from ..iid.binary_form import in_terms_of_the_mean
from ..iid.optimum import same_optimum
from ..iid.setting import Q, unit, ybar
from .setting import given

mixed_labels = (Lt(0, ybar), Lt(ybar, 1))
divergence = KLDivergence(Q(k, ybar), Q(k, theta), (k, 0, 1))


@cache
def excess() -> Proof:
    return (
        chain(CE(theta) - CE(ybar), given(*mixed_labels, Member(theta, unit)))
        .by(in_terms_of_the_mean())
        .eq(divergence, by=(use(written_out(), a=ybar, b=theta), rules.log_of_quotient))
        .qed("excess", "The excess over the minimum is a divergence")
    )


@cache
def below_all_others() -> Proof:
    return (
        chain(Lt(CE(ybar), CE(theta)), given(*mixed_labels, Member(theta, Without(unit, ybar))))
        .by(rules.order_by_difference)
        .by(excess())
        .by(use(gibbs_inequality(), a=ybar, b=theta))
        .qed("below-all-others", "Below all others")
    )


@cache
def minimiser() -> Proof:
    return (
        chain(ArgMin(CE(theta), (theta, unit)), given(*mixed_labels))
        .by(use(rules.unique_minimiser, a=ybar, because=(below_all_others(), theta)))
        .qed("minimiser", "The mean label minimises the cross-entropy")
    )


@cache
def maximiser() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, unit)), given(*mixed_labels))
        .by(same_optimum())
        .by(minimiser())
        .qed("maximiser", "The maximum-likelihood estimate is the mean label")
    )
