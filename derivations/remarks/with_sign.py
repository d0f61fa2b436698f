"""For the two labels 0 and 1 the minimiser of CE is 1/2, their mean, by the closed form."""

from functools import cache

from mlce_sym import rules
from mlce_sym.border.nodes import ArgMin, Lt
from mlce_sym.prover import chain, use
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import CE, theta
from ..closed_form.mean_label import minimiser
from ..iid.setting import unit, ybar
from .setting import two_labels, zero_and_one


@cache
def mean_of_two() -> Proof:
    return (
        chain(ybar, zero_and_one())
        .unfold(ybar)
        .by(*map(Hypothesis, two_labels[:1]))
        .by(rules.last_term, rules.last_term, rules.empty_sum)
        .by(*map(Hypothesis, two_labels[1:]))
        .qed(
            "mean-of-two", "The mean of the labels 0 and 1", role="lemma", idea="The sum has two terms: write them out."
        )
    )


@cache
def some_of_each() -> Proof:
    return (
        chain(Lt(0, ybar), zero_and_one())
        .by(mean_of_two())
        .by(rules.known_order)
        .qed("some-ones", "Some labels are 1", role="lemma")
    )


@cache
def not_all() -> Proof:
    return (
        chain(Lt(ybar, 1), zero_and_one())
        .by(mean_of_two())
        .by(rules.known_order)
        .qed("some-zeros", "Some labels are 0", role="lemma")
    )


@cache
def with_the_sign() -> Proof:
    return (
        chain(ArgMin(CE(theta), (theta, unit)), zero_and_one())
        .by(use(minimiser(), because=(some_of_each(), not_all())))
        .by(mean_of_two())
        .qed("with-the-sign", r"For the labels 0 and 1 the minimiser of $\mathrm{CE}$ is $1/2$")
    )
