"""A sum over 1, …, m is the same in another order: Σ_h f(π(h)) = Σ_g f(g).

f(π(h)) is Σ_g δ_{g,π(h)} f(g). Exchange the sums; since g = π(h) just if h = π⁻¹(g), every f(g) is counted once.
"""

from functools import cache

from sympy import Function, KroneckerDelta, Lambda, Sum

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.document import Proof

from ..models.setting import h, m
from .setting import g, inverse, is_a_permutation, perm, units
from .the_inverse import by_the_inverse

f = Function("f")


@cache
def sum_in_another_order() -> Proof:
    hit = KroneckerDelta(g, perm(h))
    returned = KroneckerDelta(h, inverse(g))
    targets = (g, 1, m)
    return (
        chain(Sum(f(perm(h)), units), Given(is_a_permutation))
        .eq(Sum(Sum(hit * f(g), targets), units), by=rules.sifting)
        .eq(Sum(Sum(hit * f(g), units), targets), by=rules.exchange_of_sums)
        .eq(Sum(Sum(returned * f(g), units), targets), by=back(by_the_inverse()))
        .eq(Sum(Sum(returned, units) * f(g), targets), by=use(rules.constant_factor, c=f(g)))
        .eq(Sum(f(g), targets), by=use(rules.sifting, c=inverse(g), f=Lambda(h, 1)))
        .qed(
            "another-order",
            "A sum in another order",
            r"Here $\pi$ is a permutation of $1, \dots, m$ with the inverse $\pi^{-1}$, and $f$ is any function.",
            role="lemma",
            idea=(
                r"Write $f(\pi(h))$ as a sum over all $g$ and let the sums change places: each $g$ is met once, at "
                r"$h = \pi^{-1}(g)$."
            ),
        )
    )
