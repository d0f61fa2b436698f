"""Where A is positive definite, λ‖u‖² ≤ uᵀAu with λ > 0, the mean ȳ has a positive distance from every other mean.

The other mean differs from ȳ in a coordinate, so that the sum of the squares has a positive term.
"""

from functools import cache

from sympy import Function, Sum, Symbol, symbols

from mlce_sym import rules
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Different, ForAll, IndexRange, Le, Lt, Member, Without
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import Theta, theta
from ..models.setting import d, j
from .setting import D, excess, mu, of_mean, rows, sizes, ybar

a, x, y, z = symbols("a x y z")
bound, E, differs = Symbol("lambda"), *map(Function, ("E", "s"))
others = (theta, Without(Theta, a))
euclidean = Definition(E(theta), Sum(of_mean(j) ** 2, rows))
definite = (Lt(0, bound), ForAll(Le(bound * E(theta), D(theta)), (theta, Theta)))
told_apart = (
    ForAll(Member(differs(theta), IndexRange(1, d)), others),
    ForAll(Different(ybar(differs(theta)), mu(differs(theta), theta)), others),
)
another = Given((*sizes, *definite, *told_apart, Member(theta, Without(Theta, a))), (excess, euclidean))


@cache
def multiple_below() -> Proof:
    line = chain(Lt(0, z), Given((Lt(0, x), Lt(0, y), Le(x * y, z)))).by(rules.known_order)
    return line.qed("multiple-below", "What is at least a product of positive numbers", role="lemma")


@cache
def a_positive_square() -> Proof:
    line = chain(Lt(0, of_mean(differs(theta)) ** 2), another).by(rules.positive_square)
    return line.qed("positive-square", "The square in the coordinate that differs", role="lemma")


@cache
def positive_squares() -> Proof:
    line = chain(Lt(0, E(theta)), another).unfold(E)
    line = line.by(use(rules.sum_with_a_positive_term, c=differs(theta), because=a_positive_square()))
    return line.qed("positive-squares", "The sum of the squares", role="lemma")


@cache
def positive_distance() -> Proof:
    line = chain(Lt(0, D(theta)), another)
    line = line.by(use(multiple_below(), x=bound, y=E(theta), z=D(theta), because=positive_squares()))
    return line.qed("positive-distance", "Another mean has a positive distance", role="lemma")


POSITIVE = (multiple_below, a_positive_square, positive_squares, positive_distance)
