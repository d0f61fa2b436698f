"""The mean ȳ and the variance V together are the only maximiser, in every set Θ of such pairs that has them."""

from functools import cache

from sympy import Function, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax, ArgMin, Equals, ForAll, Lt, Member, Without
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from .below import below
from .setting import L, V, c, sample, ybar

theta, Theta, a = symbols("theta Theta a")
mean, variance = Function("mean"), Function("variance")
likelihood = L(mean(theta), variance(theta))

others = (theta, Without(Theta, a))
at_the_observations = (Equals(mean(a), ybar), Equals(variance(a), V))
told_apart = ForAll(Lt(0, (mean(theta) - ybar) ** 2 + (variance(theta) - V) ** 2), others)
means_and_variances = Given(
    (
        *(*sample.hypotheses, Lt(0, c), Lt(0, V), ForAll(Lt(0, variance(theta)), (theta, Theta))),
        *(Member(a, Theta), *at_the_observations, told_apart),
    ),
    sample.definitions,
)


@cache
def below_in_negatives() -> Proof:
    given = Given((*means_and_variances.hypotheses, Member(*others)), means_and_variances.definitions)
    return (
        chain(Lt(-L(mean(a), variance(a)), -likelihood), given)
        .by(rules.order_of_negatives)
        .by(*map(Hypothesis, at_the_observations))
        .by(use(below(), m=mean(theta), s=variance(theta)))
        .qed("negatives", "In negatives", role="lemma")
    )


@cache
def only_maximiser() -> Proof:
    return (
        chain(ArgMax(likelihood, (theta, Theta)), means_and_variances)
        .eq(ArgMin(-likelihood, (theta, Theta)), by=back(rules.argmax_of_negative))
        .by(use(rules.unique_minimiser, a=a, because=(below_in_negatives(), theta)))
        .qed(
            "only-maximiser",
            "The mean and the variance of the observations are the only maximiser of both together",
            r"A point $\theta$ has the mean $u(\theta)$ and the variance $v(\theta)$: with the upper half-plane for "
            r"$\Theta$ the set of maximisers is $\{(\bar y, V)\}$.",
        )
    )


GLOBAL_MAXIMUM = (below, below_in_negatives, only_maximiser)
