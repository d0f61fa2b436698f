"""On the closed interval the estimate is ȳ for every data set, all zeros and all ones included, where 0⁰ = 1.

n^n times the likelihood is (nθ)^{n_1} (n − nθ)^{n_0}, which is largest at nθ = n_1. Θ may be [0, 1] itself, or any part
of it that has the mean label.
"""

from functools import cache

from mlce_sym import rules
from mlce_sym.border.nodes import ArgMax, ArgMin, ForAll, Le, Lt, Member, Without
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import L, Theta, n, theta
from ..iid.setting import ybar
from .by_counts import given, likelihood_by_counts, number_of_zeros, ones, zeros
from .two_counts import largest_at_the_counts
from .weights import another_weight, at_most_all, n_times_another_rest, n_times_the_mean, n_times_the_rest

inside = (ForAll(Le(0, theta), (theta, Theta)), ForAll(Le(theta, 1), (theta, Theta)), Member(ybar, Theta))


@cache
def below_the_mean() -> Proof:
    return (
        chain(Lt(L(theta), L(ybar)), given(*inside, Member(theta, Without(Theta, ybar))))
        .by(likelihood_by_counts())
        .by(back(rules.order_of_multiples, c=n**ones * n**zeros))
        .by(back(rules.whole_power_of_product))
        .by(use(n_times_the_mean(), n=n), use(n_times_the_rest(), n=n), use(n_times_another_rest(), n=n, theta=theta))
        .by(use(largest_at_the_counts(), s=ones, r=zeros, x=n * theta, because=(at_most_all(), another_weight())))
        .qed(
            "below-the-mean",
            "Every other likelihood is smaller",
            idea="By the factor $n$ the likelihood is stretched to a product of powers of two counts.",
        )
    )


@cache
def below_in_negatives() -> Proof:
    line = chain(Lt(-L(ybar), -L(theta)), given(*inside, Member(theta, Without(Theta, ybar))))
    return line.by(rules.order_of_negatives).by(below_the_mean()).qed("negatives", "In negatives", role="lemma")


@cache
def maximiser_of_every_data_set() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), given(*inside))
        .eq(ArgMin(-L(theta), (theta, Theta)), by=back(rules.argmax_of_negative))
        .by(use(rules.unique_minimiser, a=ybar, because=(below_in_negatives(), theta)))
        .qed(
            "every-data-set",
            "On a closed interval the estimate is the mean label, for every data set",
            r"The set $\Theta$ may be the closed interval from 0 to 1. Here $0^0 = 1$.",
        )
    )


EVERY_DATA_SET = (
    *(number_of_zeros, likelihood_by_counts, n_times_the_mean, n_times_the_rest, n_times_another_rest),
    *(at_most_all, another_weight, below_the_mean, below_in_negatives, maximiser_of_every_data_set),
)
