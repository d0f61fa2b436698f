"""The loss of a network with a hidden layer is not convex: a point, its permuted copy, and what lies between them.

One observation x = y = 1 and two hidden units are enough, with any activation φ that is not constant. The units have
the input weights a + r and a − r, where φ differs, and the output weights c and −c, such that the output is log 3.
Exchanging the units leaves the loss log(4/3) as it is. Half-way the output is 0, and the loss log 2, which is larger.
"""

from functools import cache

from sympy import Function, Integer, Interval, Lambda, Rational, S, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Definition, Given
from mlce_sym.kernel import Hypothesis
from mlce_sym.nodes import Different, Equals, ForAll, Le, Lt
from mlce_sym.prover import chain, use

from . import models
from .bernoulli import CE, n, theta, y
from .models import d, eta, logistic, m, phi, sigma, u, v, x, z

TITLE = "The loss of a network with a hidden layer is not convex"

a, c, r, s, t = symbols("a c r s t")
a1, a2, c1, c2 = symbols("a_1 a_2 c_1 c_2")
ell, g = map(Function, ("ell", "g"))
half, loss_there = Rational(1, 2), log(Rational(4, 3))

loss = Definition(ell(a1, a2, c1, c2), -log(sigma(c1 * phi(a1) + c2 * phi(a2))))
output_weight = Definition(c, log(3) / (phi(a + r) - phi(a - r)))
on_the_line = Definition(g(t), ell(a + t * r, a - t * r, t * c, -t * c))
observed = (Equals(x[1, 1], 1), Equals(y[1], 1))


def one_observation() -> Given:
    """The network and its cross-entropy for n = 1 observation, d = 1 input and m = 2 hidden units."""
    sizes = {n: S.One, d: S.One, m: Integer(2)}
    network = (q.instance(sizes) for q in models.given(models.network).definitions if q.head in (sigma, eta, CE))
    return Given(observed, (*network, loss))


def not_constant() -> Given:
    return Given((Different(phi(a + r), phi(a - r)),), (logistic, loss, output_weight, on_the_line))


@cache
def loss_of_one_observation() -> Proof:
    return (
        chain(CE(theta), one_observation())
        .unfold(CE)
        .by(rules.last_term, rules.empty_sum)
        .by(Hypothesis(observed[1]))
        .unfold(eta)
        .by(use(rules.last_term, m=1), rules.empty_sum)
        .by(Hypothesis(observed[0]))
        .by(rules.last_term, rules.last_term, rules.empty_sum)
        .eq(ell(u(1, 1, theta), u(2, 1, theta), v(1, theta), v(2, theta)), by=loss)
        .qed("one-observation", "One observation and two hidden units")
    )


@cache
def output() -> Proof:
    return (
        chain(c * phi(a + r) - c * phi(a - r), not_constant())
        .unfold(c)
        .eq(log(3))
        .qed("output", "The output at a point", role="lemma")
    )


@cache
def at_the_point() -> Proof:
    return (
        chain(ell(a + r, a - r, c, -c), not_constant())
        .unfold(ell)
        .by(output())
        .unfold(sigma)
        .eq(loss_there)
        .qed("point", "The loss at a point", "The value is about $0.288$.")
    )


@cache
def at_the_copy() -> Proof:
    return (
        chain(ell(a - r, a + r, -c, c), not_constant())
        .unfold(ell)
        .fold(ell(a + r, a - r, c, -c))
        .by(at_the_point())
        .qed("copy", "The same loss at its permuted copy")
    )


@cache
def half_way() -> Proof:
    return (
        chain(ell(a, a, 0, 0), not_constant())
        .unfold(ell)
        .unfold(sigma)
        .eq(log(2))
        .qed("half-way", "The loss half-way between them", "The value is about $0.693$.")
    )


@cache
def larger_half_way() -> Proof:
    return (
        chain(Lt(half * g(-1) + half * g(1), g(0)), not_constant())
        .unfold(g)
        .by(at_the_point(), at_the_copy(), half_way())
        .by(rules.order_of_logs)
        .by(rules.known_order)
        .qed("larger-half-way", "Half-way the loss is larger")
    )


@cache
def not_convex() -> Proof:
    return (
        chain(ForAll(Le(g(2 * s - 1), (1 - s) * g(-1) + s * g(1)), (s, Interval.open(0, 1))), not_constant())
        .by(use(rules.counterexample, a=half, because=larger_half_way()))
        .qed(
            "not-convex",
            "The loss is not convex",
            "Were the loss a convex function of the weights, so would $g$ be, the loss on one line.",
        )
    )


@cache
def in_numbers() -> Proof:
    known = Given((), (logistic, loss.instance({phi: Lambda(z, sigma(z))})))
    inner, outer = log(3), 2 * log(3)
    one, other = ell(inner, -inner, outer, -outer), ell(-inner, inner, -outer, outer)
    return (
        chain(Lt(half * one + half * other, ell(0, 0, 0, 0)), known)
        .unfold(ell)
        .by(use(logistic, z=inner), use(logistic, z=-inner))
        .unfold(sigma)
        .eq(Lt(loss_there, log(2)))
        .by(rules.order_of_logs)
        .by(rules.known_order)
        .qed(
            "in-numbers",
            "In numbers, with logistic units",
            r"Here $a = 0$ and $r = \log 3$, so that $c = 2 \log 3$. The values are about $0.288$ and $0.693$.",
        )
    )


PROOFS = (
    *(loss_of_one_observation, output, at_the_point, at_the_copy, half_way),
    *(larger_half_way, not_convex, in_numbers),
)
NOTATION = {**models.NOTATION, "ell": {"latex": r"\ell", "text": "ℓ"}}
MEANINGS = {
    **models.MEANINGS,
    "ell": "the loss of two units at one observation",
    "c": "the output weight",
    "g": "the loss on the line through a point and its copy",
}


def document() -> Document:
    return Document("nonconvex", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
