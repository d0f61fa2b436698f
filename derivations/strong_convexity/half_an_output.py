"""h² E²/(1 + E²)² < 1 for E = e^h: it is so whenever h ≤ E − 1 and −h ≤ 1/E − 1, for the logarithm lies on or below its
tangent at 1."""

from functools import cache

from sympy import exp, log, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Le, Lt
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

E, h = symbols("E h")
between = Given((Lt(0, E), Le(h, E - 1), Le(-h, 1 / E - 1)))


@cache
def below_exponential() -> Proof:
    return (
        chain(Le(h, exp(h) - 1), Given())
        .by(rules.at_most_by_difference)
        .eq(Le(0, exp(h) - 1 - log(exp(h))))
        .by(rules.log_on_or_below_tangent)
        .qed("below-exponential", "A number and its exponential", role="lemma")
    )


@cache
def minus_below_exponential() -> Proof:
    return (
        chain(Le(-h, exp(-h) - 1), Given())
        .by(use(below_exponential(), h=-h))
        .qed("minus-below-exponential", "The same of the negative number", role="lemma")
    )


@cache
def below_one() -> Proof:
    gap = (1 + E + E * (E - 1 - h)) * (E**2 + E + E * (1 / E - 1 + h)) / (1 + E**2) ** 2
    return (
        chain(Lt(h**2 * E**2 / (1 + E**2) ** 2, 1), between)
        .by(rules.order_by_difference)
        .eq(Lt(0, gap))
        .by(rules.known_order)
        .qed("below-one", "Between the two bounds", role="lemma")
    )


@cache
def quotient_below_one() -> Proof:
    bounds = (below_exponential(), minus_below_exponential())
    return (
        chain(Lt(h**2 * exp(2 * h) / (1 + exp(2 * h)) ** 2, 1), Given())
        .by(use(below_one(), E=exp(h), because=bounds))
        .qed("quotient", "Half an output", role="lemma")
    )
