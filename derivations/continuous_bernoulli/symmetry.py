"""The integral is the same for 1 − p: numerator and denominator, 2p − 1 and logit p, both change their sign."""

from functools import cache

from mlce_sym import rules
from mlce_sym.border.nodes import integral
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from .setting import B, given, log_odds, logit, mass, p, t, uneven
from .value import the_integral


@cache
def odd() -> Proof:
    return (
        chain(logit(1 - p), given())
        .unfold(logit)
        .by(rules.log_of_quotient)
        .eq(-logit(p), by=(log_odds, rules.log_of_quotient))
        .qed("odd", "The log-odds of the other label", role="lemma")
    )


@cache
def symmetric() -> Proof:
    return (
        chain(integral(B(t, 1 - p), t, 0, 1), given(uneven))
        .by(use(the_integral(), p=1 - p))
        .by(odd())
        .eq(mass, by=the_integral())
        .qed("symmetric", r"The integral is the same for $1 - p$", role="lemma")
    )
