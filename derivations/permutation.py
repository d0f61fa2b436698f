"""Permuting the hidden units of a network changes nothing: not its output, nor the likelihood, nor the cross-entropy.

This holds at every θ, not only at minima. So whatever minimises the cross-entropy does so with the hidden units in any
order, and a network has no unique minimiser that tells its units apart.
"""

from functools import cache

from sympy import Basic, Function, KroneckerDelta, Lambda, Sum, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Definition, Given
from mlce_sym.kernel import Hypothesis
from mlce_sym.nodes import ArgMin, Equals, ForAll, IndexRange, Member
from mlce_sym.prover import chain, use

from . import models
from .bernoulli import CE, L, P, Theta, i, theta
from .models import a_number, d, eta, h, j, m, phi, u, v, x

TITLE = "Permuting the hidden units of a network"

g, t = symbols("g t")
f, move, perm, inverse = map(Function, ("f", "T", "perm", "inverse"))
units = (h, 1, m)
ALL_UNITS = IndexRange(1, m)

is_a_permutation = (
    *a_number(m),
    ForAll(Member(perm(h), ALL_UNITS), units),
    ForAll(Member(inverse(h), ALL_UNITS), units),
    ForAll(ForAll(Equals(KroneckerDelta(g, perm(h)), KroneckerDelta(h, inverse(g))), units), (g, 1, m)),
)


@cache
def sum_in_another_order() -> Proof:
    hit = KroneckerDelta(g, perm(h))
    back = KroneckerDelta(h, inverse(g))
    targets = (g, 1, m)
    return (
        chain(Sum(f(perm(h)), units), Given(is_a_permutation))
        .eq(Sum(Sum(hit * f(g), targets), units), by=rules.sifting)
        .eq(Sum(Sum(hit * f(g), units), targets), by=rules.exchange_of_sums)
        .eq(Sum(Sum(back * f(g), units), targets), by=Hypothesis(is_a_permutation[-1]))
        .eq(Sum(Sum(back, units) * f(g), targets), by=use(rules.constant_factor, c=f(g)))
        .eq(Sum(f(g), targets), by=use(rules.sifting, c=inverse(g), f=Lambda(h, 1)))
        .qed(
            "another-order",
            "A sum in another order",
            r"Here $\pi$ is a permutation of $1, \dots, m$ with the inverse $\pi^{-1}$, and $f$ is any function.",
            role="lemma",
        )
    )


permuted = (
    ForAll(Member(move(theta), Theta), (theta, Theta)),
    ForAll(ForAll(Equals(v(h, move(theta)), v(perm(h), theta)), units), (theta, Theta)),
    ForAll(ForAll(ForAll(Equals(u(h, j, move(theta)), u(perm(h), j, theta)), (j, 1, d)), units), (theta, Theta)),
)


def given(*more: Basic) -> Given:
    """The network, a permutation of its hidden units, and what it makes of a parameter."""
    return models.given(models.network, *a_number(d), *is_a_permutation, *permuted, *more)


at_theta = Member(theta, Theta)
probability, likelihood, cross_entropy = given().definitions[2:]


@cache
def same_output() -> Proof:
    unit = Lambda(h, v(h, theta) * phi(Sum(x[i, j] * u(h, j, theta), (j, 1, d))))
    return (
        chain(eta(i, move(theta)), given(at_theta))
        .unfold(eta, reason="the output of the network")
        .by(*map(Hypothesis, permuted[1:]))
        .by(use(sum_in_another_order(), f=unit))
        .eq(eta(i, theta), by=Definition(eta(i, theta), models.network))
        .qed("same-output", "The same output", "This holds at every parameter, not only at minima.")
    )


@cache
def same_likelihood() -> Proof:
    return (
        chain(L(move(theta)), given(at_theta))
        .unfold(L)
        .unfold(P)
        .by(same_output())
        .eq(L(theta), by=(likelihood, probability))
        .qed("same-likelihood", "The same likelihood")
    )


@cache
def same_cross_entropy() -> Proof:
    return (
        chain(CE(move(theta)), given(at_theta))
        .unfold(CE)
        .by(same_output())
        .eq(CE(theta), by=cross_entropy)
        .qed("same-cross-entropy", "The same cross-entropy")
    )


@cache
def the_equation() -> Proof:
    return (
        chain(Equals(CE(theta), CE(move(theta))), given(at_theta))
        .by(same_cross_entropy())
        .by(rules.known_equation)
        .qed("equation", "The same cross-entropy, as a condition", role="lemma")
    )


@cache
def minimisers() -> Proof:
    return (
        chain(Member(move(theta), ArgMin(CE(t), (t, Theta))), given(at_theta))
        .by(use(rules.equally_good, a=theta, b=move(theta), because=the_equation()))
        .qed("minimisers", "The minimisers are closed under permutation")
    )


PROOFS = (sum_in_another_order, same_output, same_likelihood, same_cross_entropy, the_equation, minimisers)
NOTATION = {
    **models.NOTATION,
    "perm": {"latex": r"\pi", "text": "π"},
    "inverse": {"latex": r"\pi^{-1}", "text": "π⁻¹"},
}
MEANINGS = models.MEANINGS


def document() -> Document:
    return Document("permutation", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
