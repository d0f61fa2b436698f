"""Two permuted copies of a parameter are different points where they have units of different output weights in a place.

So if the output weights differ pairwise, the m! permutations give m! different points, all of the same cross-entropy:
a minimiser with two different units is not alone.
"""

from functools import cache

from sympy import Function, Lambda, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Different, Equals, ForAll, Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import theta
from ..models.setting import a_number, h, m, v
from .setting import ALL_UNITS, move, perm, units

k, t = symbols("k t")
other_move, other_perm = Function("S"), Function("rho")
weights, other_weights = (
    ForAll(Equals(v(h, to(theta)), v(by(h), theta)), units) for to, by in ((move, perm), (other_move, other_perm))
)
place = (Member(k, ALL_UNITS), Different(v(perm(k), theta), v(other_perm(k), theta)))
two_copies = Given((*a_number(m), weights, other_weights, *place))


@cache
def another_weight() -> Proof:
    return (
        chain(Different(v(k, move(theta)), v(k, other_move(theta))), two_copies)
        .by(Hypothesis(weights), Hypothesis(other_weights))
        .by(rules.known_difference)
        .qed("another-weight", "The weights in that place", role="lemma")
    )


@cache
def different_copies() -> Proof:
    return (
        chain(Different(move(theta), other_move(theta)), two_copies)
        .by(use(rules.different_values, f=Lambda(t, v(k, t)), because=another_weight()))
        .qed("different-copies", "Copies with different units in a place are different points")
    )
