"""Maximum likelihood is minimum cross-entropy where all observations have the same density f.

This is the case of conditional models in which f_i does not depend on i.
"""

from functools import cache

from sympy import Lambda, log, symbols

from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax, ArgMin, ForAll, Lt, Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..conditional.maximum_likelihood import log_likelihood as conditional_log_likelihood
from ..conditional.maximum_likelihood import same_optimum as conditional_same_optimum
from .setting import CE, DEFINITIONS, L, Theta, f, i, n, observations, size, theta, y, z

Y = symbols("Y")
in_support = ForAll(Member(y[i], Y), observations)
positive = ForAll(ForAll(Lt(0, f(z, theta)), (z, Y)), (theta, Theta))
for_all_theta = Given((*size, in_support, positive), DEFINITIONS)
for_one_theta = Given((*for_all_theta.hypotheses, Member(theta, Theta)), DEFINITIONS)
for_each = Lambda((i, z, theta), f(z, theta))


@cache
def log_likelihood() -> Proof:
    return (
        chain(log(L(theta)), for_one_theta)
        .eq(
            -n * CE(theta),
            by=use(conditional_log_likelihood(), fi=for_each),
            reason="conditional models",
        )
        .qed("log-likelihood-iid", r"The log-likelihood is $-n$ times the cross-entropy")
    )


@cache
def same_optimum() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), for_all_theta)
        .eq(
            ArgMin(CE(theta), (theta, Theta)),
            by=use(conditional_same_optimum(), fi=for_each),
            reason="conditional models",
        )
        .qed("same-optimum-iid", "The same optimum")
    )
