"""For 0 < q < 1 the cross-entropy −q log t − (1 − q) log(1 − t) is least at t = q, and only there.

The excess is the divergence of two distributions on {0, 1}, which Gibbs' inequality keeps positive.
"""

from functools import cache

from sympy import Basic, Function, log, symbols

from mlce_sym import rules
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import ArgMin, KLDivergence, Lt, Member, Without
from mlce_sym.families import Bernoulli
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..gibbs.gaps import written_out
from ..gibbs.positive import inequality as gibbs_inequality
from ..gibbs.setting import Q, k
from ..iid.setting import unit

t, q = symbols("t q")
C = Function("C")

loss = Definition(C(t), -q * log(t) - (1 - q) * log(1 - t))
model = Definition(Q(k, t), Bernoulli(t).probability(k))
inside = (Lt(0, q), Lt(q, 1))
divergence = KLDivergence(Q(k, q), Q(k, t), (k, 0, 1))


def given(*more: Basic) -> Given:
    return Given((*inside, *more), (loss, model))


@cache
def excess() -> Proof:
    return (
        chain(C(t) - C(q), given(Member(t, unit)))
        .unfold(C)
        .eq(divergence, by=(use(written_out(), a=q, b=t), rules.log_of_quotient))
        .qed("excess", "The excess over the least value is a divergence")
    )


@cache
def below_all_others() -> Proof:
    return (
        chain(Lt(C(q), C(t)), given(Member(t, Without(unit, q))))
        .by(rules.order_by_difference)
        .by(excess())
        .by(use(gibbs_inequality(), a=q, b=t))
        .qed("below-all-others", "Below all others", role="lemma")
    )


@cache
def proper() -> Proof:
    return (
        chain(ArgMin(C(t), (t, unit)), given())
        .by(use(rules.unique_minimiser, a=q, because=(below_all_others(), t)))
        .qed("proper", "The cross-entropy is a proper scoring rule")
    )
