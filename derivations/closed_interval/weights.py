"""A weight θ in numbers of labels: nθ, and n(1 − θ), which for θ = ȳ are the numbers of ones and zeros."""

from functools import cache

from mlce_sym import rules
from mlce_sym.border.nodes import Different, Le
from mlce_sym.prover import back, chain
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import n, theta
from ..iid.setting import ybar
from .by_counts import a_probability, given, number_of_zeros, ones, the_ones, zeros


@cache
def n_times_the_mean() -> Proof:
    line = chain(n * ybar, given()).unfold(ybar).fold(ones)
    return line.qed("ones", "The number of ones", role="lemma")


@cache
def n_times_the_rest() -> Proof:
    line = chain(n * (1 - ybar), given()).unfold(ybar).eq(zeros, by=(number_of_zeros(), the_ones))
    return line.qed("rest", "The number of zeros", role="lemma")


@cache
def n_times_another_rest() -> Proof:
    line = chain(n * (1 - theta), given()).eq(ones + zeros - n * theta, by=number_of_zeros())
    return line.qed("another-rest", "The other weight, in numbers of labels", role="lemma")


@cache
def at_most_all() -> Proof:
    line = chain(Le(n * theta, ones + zeros), given(*a_probability)).by(number_of_zeros()).by(rules.known_bound)
    return line.qed("at-most-all", "No weight is above the number of labels", role="lemma")


@cache
def another_weight() -> Proof:
    line = chain(Different(n * theta, ones), given(Different(theta, ybar)))
    line = line.by(back(n_times_the_mean(), n=n)).by(rules.known_difference)
    return line.qed("another-weight", "Another weight than the number of ones", role="lemma")
