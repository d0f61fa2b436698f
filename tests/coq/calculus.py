"""A small certificate with derivatives: of sums, of logs and exponentials, of derivatives, in a definition, for the
convexity of exp, and for a minimiser by its slopes."""

from __future__ import annotations

from functools import cache
from typing import Any

from sympy import Function, IndexedBase, KroneckerDelta, Lambda, S, Sum, exp, log, symbols

from mlce_sym import rules
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Above, ArgMin, Different, Le, Lt, Member, Without, derivative
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Document, Proof, certificate

a, b, c, i, j, k, n, s, t, u, x = symbols("a b c i j k n s t u x")
y, z = IndexedBase("y"), IndexedBase("z")
L, g = Function("L"), Function("g")
sample = (Member(n, S.Integers), Le(1, n))
positive = Above(0)
loss = Definition(L(t), t - x * log(t))


def term_by_term(line: Any) -> Any:
    """A line about d/dt [a t + b log t], without derivatives."""
    for rule in (rules.derivative_of_sum, rules.derivative_of_multiple, rules.derivative_of_log):
        line = line.by(rule)
    return line.by(rules.derivative_of_variable)


@cache
def score() -> Proof:
    likelihood = Sum(t * y[i] - log(t), (i, 1, n))
    own = Definition(g(s), derivative(likelihood, t, positive, at=s))
    line = chain(g(x), Given((*sample, Lt(0, x)), (own,))).unfold(g)
    return term_by_term(line.by(rules.derivative_of_finite_sum)).qed("score-of-a-sum")


@cache
def softmax() -> Proof:
    """The partial derivatives of log Σ exp z_k, along the coordinates."""
    moved = exp(z[k] + t * KroneckerDelta(j, k))
    line = chain(
        derivative(log(Sum(moved, (k, 1, n))), t, S.Reals, at=0),
        Given((Member(n, S.Integers), Member(j, S.Integers), Le(1, j), Le(j, n))),
    )
    return (
        line.by(rules.derivative_of_log)
        .by(rules.derivative_of_finite_sum)
        .by(rules.derivative_of_exp)
        .by(rules.derivative_of_sum)
        .by(rules.derivative_of_constant)
        .by(rules.derivative_of_multiple)
        .by(rules.derivative_of_variable)
        .by(rules.sifting)
        .qed("softmax-partial")
    )


@cache
def curvature() -> Proof:
    second = derivative(derivative(exp(t), t, S.Reals, at=s), s, S.Reals, at=u)
    return (
        chain(Lt(0, second))
        .by(rules.derivative_of_exp)
        .by(rules.derivative_of_variable)
        .by(rules.derivative_of_exp)
        .by(rules.derivative_of_variable)
        .by(rules.known_order)
        .qed("exp-curvature", role="lemma")
    )


@cache
def chord() -> Proof:
    """exp is strictly convex."""
    claim = Lt(exp((1 - c) * a + c * b), (1 - c) * exp(a) + c * exp(b))
    return (
        chain(claim, Given((Lt(0, c), Lt(c, 1), Different(a, b))))
        .by(use(rules.strictly_below_chord, f=Lambda(t, exp(t)), a=a, b=b, c=c, because=(curvature(), u)))
        .qed("exp-chord")
    )


@cache
def slope() -> Proof:
    """The slope of the loss, as a function of its own."""
    own = Definition(g(s), derivative(L(t), t, positive, at=s))
    line = chain(g(u), Given((Lt(0, u),), (loss, own))).unfold(g).unfold(L)
    return term_by_term(line).qed("loss-slope")


@cache
def slopes() -> Proof:
    given = Given((Member(t, Without(positive, x)),), (loss,))
    line = chain(Lt(0, (t - x) * derivative(L(t), t, positive)), given).unfold(L)
    return (
        term_by_term(line)
        .eq(Lt(0, 1 / t * (t - x) ** 2))
        .by(use(rules.order_of_multiples, c=1 / t, u=S.Zero, v=(t - x) ** 2))
        .by(use(rules.positive_square, u=t - x))
        .qed("loss-slopes", role="lemma")
    )


@cache
def estimate() -> Proof:
    return (
        chain(ArgMin(L(t), (t, positive)), Given((Lt(0, x),), (loss,)))
        .by(use(rules.minimiser_on_half_line, a=x, because=(slopes(), t)))
        .qed("loss-minimum")
    )


@cache
def calculus() -> dict[str, Any]:
    """The certificate."""
    proofs = (score(), softmax(), curvature(), chord(), slope(), slopes(), estimate())
    return certificate(Document("calculus", "Calculus", proofs))
